"""Who the union is: asked once, kept for every new draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
)

from ui.kit import Combo, Label, Line, Sheet, is_enter, painter_on, primary_button, push_button
from ui.look import Colour, colour, set_tone, tokens
from ui.words import say
from unionapp.system import Office
from unionapp.template import union_kinds

_WHY = say("先记下本单位是谁，以后每份新草稿都自动填好；也可以以后再填。")
# Pixels beside the words of the list of kinds.
_BESIDE = 10


class OfficeForm(Sheet):
    """A short form in the window itself; nothing waits for it."""

    # The person has finished with the form and wants it kept.
    kept = Signal()

    # The person does not want to fill it in now.
    skipped = Signal()

    def __init__(self, office: Office, keep: str, skip: str) -> None:
        super().__init__()
        self.kind = KindBox(office.kind)
        self.unit = _line(say("工会全称"), office.unit, say("写全称，标题和落款都用它"))
        self.superior = _line(say("上级工会"), office.superior, say("如县总工会"))
        self.party = _line(say("同级党组织"), office.party, say("如校党总支"))
        self.administration = _line(say("单位行政"), office.administration, say("如学校、公司"))
        self.keep = primary_button(keep, self.kept.emit)
        self.skip = push_button(skip, self.skipped.emit)
        self._why = Label(wraps=True)
        self._lay_out()
        for line in (self.unit, self.superior, self.party):
            line.returnPressed.connect(self.focusNextChild)
        self.kind.entered.connect(self.focusNextChild)
        later = Qt.ConnectionType.QueuedConnection  # the form goes, and the key is still in it
        self.administration.returnPressed.connect(self.kept, later)
        self.kind.currentIndexChanged.connect(self._explain)

    @property
    def office(self) -> Office:
        """What was filled in."""
        lines = (self.unit, self.superior, self.party, self.administration)
        return Office(self.kind.currentData() or "", *(line.text().strip() for line in lines))

    @property
    def is_begun(self) -> bool:
        """Whether anything was filled in."""
        return self.office != Office()

    @property
    def explanation(self) -> str:
        """What stands over the form: what it is for, or what it still lacks."""
        return self._why.text()

    def ask_for_kind(self) -> None:
        """Say that a draft can't be begun before it is known for which kind of union."""
        self._why.setText(say("请先选好是哪一类工会，草稿问什么由它定。"))
        set_tone(self._why, Colour.WARN)
        self.kind.setFocus()

    def _explain(self) -> None:
        """Say again what the form is for."""
        self._why.setText(_WHY)
        set_tone(self._why, Colour.INK2)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(tokens.AROUND, tokens.AROUND, tokens.AROUND, tokens.AROUND)
        form.setHorizontalSpacing(tokens.BETWEEN)
        form.setVerticalSpacing(tokens.INSIDE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._explain()
        self._why.setContentsMargins(0, 0, 0, tokens.INSIDE)
        form.addRow(self._why)
        for widget in (self.kind, self.unit, self.superior, self.party, self.administration):
            form.addRow(widget.accessibleName(), widget)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, tokens.INSIDE, 0, 0)
        buttons.setSpacing(tokens.INSIDE)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.skip)
        buttons.addStretch()
        form.addRow("", buttons)


class KindBox(Combo):
    """A list of the kinds of union that shows whether it has the focus, and at which line."""

    # Enter was pressed, as in a line.
    entered = Signal()

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self.setPlaceholderText(say("请选择"))
        self.setAccessibleName(say("哪一类工会"))
        for kind in union_kinds():
            self.addItem(kind.name, kind.id)
        self.currentIndexChanged.connect(self._tell_whether_chosen)
        self.setCurrentIndex(self.findData(chosen))
        self._tell_whether_chosen()

    def _tell_whether_chosen(self) -> None:
        """Tell a screen reader what is painted while nothing is chosen."""
        self.setAccessibleDescription("" if self.currentIndex() >= 0 else self.placeholderText())

    def showPopup(self) -> None:
        """Begin at the first line while nothing is chosen."""
        super().showPopup()
        if self.currentIndex() < 0:
            self.view().setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter as in the lines below; the arrows and Alt with one choose."""
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, and what it asks for while nothing is chosen."""
        super().paintEvent(event)
        if self.currentIndex() < 0:
            painter = painter_on(self)
            painter.setPen(colour(Colour.INK3))
            room = self.rect().adjusted(_BESIDE, 0, -_BESIDE, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.placeholderText())


def _line(name: str, text: str, hint: str) -> QLineEdit:
    line = Line(hint=hint, text=text)
    line.setMaxLength(100)
    line.setAccessibleName(name)
    return line
