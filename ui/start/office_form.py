"""Who the union is: asked once, kept for every new draft."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from ui.kit import Label, Line, is_enter, push_button
from ui.look import Colour, colour, set_tone, tokens
from unionapp.system import Office
from unionapp.template import union_kinds

_WHY = "先记下本单位是谁，以后每份新草稿都自动填好；也可以以后再填。"
# Pixels.
_WIDEST = 420
_FRAME = 2


class OfficeForm(QWidget):
    """A short form in the window itself; nothing waits for it."""

    # The person has finished with the form and wants it kept.
    kept = Signal()

    # The person does not want to fill it in now.
    skipped = Signal()

    def __init__(self, office: Office, keep: str, skip: str) -> None:
        super().__init__()
        self.kind = KindBox(office.kind)
        self.kind.setMaximumWidth(_WIDEST)
        self.unit = _line("工会全称", office.unit, "写全称，标题和落款都用它")
        self.superior = _line("上级工会", office.superior, "如县总工会")
        self.party = _line("同级党组织", office.party, "如校党总支")
        self.administration = _line("单位行政", office.administration, "如学校、公司")
        self.keep = push_button(keep, self.kept.emit)
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
        self._why.setText("请先选好是哪一类工会，草稿问什么由它定。")
        set_tone(self._why, Colour.WARN)
        self.kind.setFocus()

    def _explain(self) -> None:
        """Say again what the form is for."""
        self._why.setText(_WHY)
        set_tone(self._why, Colour.INK2)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(tokens.BETWEEN)
        form.setVerticalSpacing(tokens.INSIDE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._explain()
        form.addRow(self._why)
        for widget in (self.kind, self.unit, self.superior, self.party, self.administration):
            form.addRow(widget.accessibleName(), widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.INSIDE)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.skip)
        buttons.addStretch()
        form.addRow("", buttons)


class KindBox(QComboBox):
    """A list of the kinds of union that shows whether it has the focus, and at which line."""

    # Enter was pressed, as in a line.
    entered = Signal()

    def __init__(self, chosen: str) -> None:
        super().__init__(placeholderText="请选择")
        self.setAccessibleName("哪一类工会")
        self.setMinimumHeight(tokens.ENTRY_HEIGHT)
        for kind in union_kinds():
            self.addItem(kind.name, kind.id)
        self.setCurrentIndex(self.findData(chosen))

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
        """Draw the frame of an entry that has the focus; Fusion's own is hardly to be seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(Colour.LIVE), _FRAME))
            inset = _FRAME / 2
            inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inside, 3, 3)


def _line(name: str, text: str, hint: str) -> QLineEdit:
    line = Line(hint=hint, text=text)
    line.setMaxLength(100)
    line.setAccessibleName(name)
    line.setMinimumHeight(tokens.ENTRY_HEIGHT)
    line.setMaximumWidth(_WIDEST)
    return line
