"""Small forms that open in a card: for a custom indicator, and for one word such as a unit."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.kit import Label, draw_plate, go_on, hint_label, is_enter, painter_on, push_button
from ui.look import Colour, colour, set_size, set_tone
from ui.look.tokens import BETWEEN, BUTTON_RADIUS, GROUP, INSIDE, TEXT_SIZE
from ui.section.outline.row import LONGEST_NAME, KindRow, form_entry
from ui.words import say
from unionapp.draft import CustomIndicator
from unionapp.template import Indicator
from unionapp.values import Kind

_FIRST_COLUMNS = 2


class Form(QFrame):
    """A form in a card: entries and two buttons; Escape leaves it."""

    left = Signal()

    def __init__(self, title: str, accept_words: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.accept = push_button(accept_words, self.finish)
        self.cancel = push_button(say("取消"), self.left.emit)
        self.hint = hint_label(wraps=True)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(BETWEEN, GROUP, BETWEEN, GROUP)
        self.content.setSpacing(INSIDE)
        heading = Label(title)
        set_size(heading, TEXT_SIZE, bold=True)
        self.content.addWidget(heading)

    def finish(self) -> None:
        """Accept what is written."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground that stands out from the card."""
        place = QRectF(self.rect())
        ground, edge = colour(Colour.WELL), colour(Colour.EDGE)
        draw_plate(painter_on(self), place, BUTTON_RADIUS, ground, edge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Escape; at Enter go on through the entries, unless it has accepted the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter(event) and self.isVisible() and (focused := self.focusWidget()) is not None:
            go_on(focused)
        else:
            super().keyPressEvent(event)

    def add_foot(self) -> None:
        """Add the buttons below what the form holds."""
        foot = QHBoxLayout()
        foot.addWidget(self.accept)
        foot.addWidget(self.cancel)
        foot.addWidget(self.hint, 1)
        self.content.addLayout(foot)


class WordForm(Form):
    """A form for one word, such as a unit."""

    accepted = Signal(str)

    def __init__(self, title: str, word: str, hint: str = "", longest: int = LONGEST_NAME) -> None:
        super().__init__(title, say("改好了"))
        self.entry = form_entry(title, longest)
        self.entry.setText(word)
        self.entry.selectAll()
        self.entry.returnPressed.connect(self.finish)
        self.hint.setText(hint)
        self.setFocusProxy(self.entry)
        self.content.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_foot()

    def finish(self) -> None:
        """Accept the word."""
        self.accepted.emit(self.entry.text())


class IndicatorForm(Form):
    """A form for a new custom indicator: name, kind and unit, and the columns of a table."""

    accepted = Signal()

    def __init__(self, kind: Kind, title: str = "", accept_words: str = say("加上")) -> None:
        super().__init__(
            title or (say("加表格") if kind is Kind.TABLE else say("加指标")), accept_words
        )
        self.row = KindRow("", with_table=True)
        self.row.choose(kind)
        self.columns: list[KindRow] = []
        self.add_column = push_button(say("再加一列"), self._add_column)
        self._grid = QVBoxLayout()
        self._grid.setSpacing(INSIDE)
        self.setFocusProxy(self.row.name)
        self.content.addWidget(self.row)
        self.content.addLayout(self._grid)
        self.content.addWidget(self.add_column, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_foot()
        self.row.kind.currentIndexChanged.connect(self._show_columns)
        self._show_columns()

    def finish(self) -> None:
        """Accept the indicator, or say what is missing and put the cursor there."""
        missing = self._missing()
        if missing is not None:
            self.refuse(missing, say("还没写{name}。", name=missing.accessibleName()))
            return
        self.accepted.emit()

    def refuse(self, entry: QLineEdit, why: str) -> None:
        """Say what is wrong, and put the cursor there."""
        self.hint.setText(f"✕ {why}")
        set_tone(self.hint, Colour.ERROR)
        entry.setFocus()

    def wanted(self) -> CustomIndicator:
        """Return what is written of the indicator itself."""
        return self.row.wanted()

    def wanted_columns(self) -> tuple[CustomIndicator, ...]:
        """Return the columns of a table; those without a name are left out."""
        if not self._is_table:
            return ()
        return tuple(row.wanted() for row in self.columns if row.name.text().strip())

    def _missing(self) -> QLineEdit | None:
        """The first entry without which nothing can be added."""
        if missing := self.row.missing():
            return missing
        if self._is_table and not self.wanted_columns():
            return self.columns[0].name
        used = (row for row in self.columns if self._is_table and row.name.text().strip())
        return next(filter(None, (row.missing() for row in used)), None)

    @property
    def _is_table(self) -> bool:
        return self.row.chosen is Kind.TABLE

    def _show_columns(self) -> None:
        while self._is_table and len(self.columns) < _FIRST_COLUMNS:
            self._add_column()
        for row in self.columns:
            row.setVisible(self._is_table)
        self.add_column.setVisible(self._is_table)
        self._order_tabs()

    def _add_column(self) -> None:
        row = KindRow(say("第{number}列", number=len(self.columns) + 1))
        row.choose(Kind.TEXT)
        self.columns.append(row)
        self._grid.addWidget(row)
        self._order_tabs()
        row.name.setFocus()

    def _order_tabs(self) -> None:
        """A column that was added later comes before the buttons all the same."""
        rows = (self.row, *self.columns)
        chain: list[QWidget] = [part for row in rows for part in (row.name, row.kind, row.unit)]
        chain += [self.add_column, self.accept, self.cancel]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)


class ChangeForm(IndicatorForm):
    """A form for a custom indicator that is there already.

    What has an answer keeps its kind. A column whose name is emptied goes, unless something
    stands in it.
    """

    def __init__(self, indicator: Indicator, filled: frozenset[str], *, answered: bool) -> None:
        super().__init__(indicator.kind, say("改“{name}”", name=indicator.name), say("改好了"))
        self._before = indicator.columns
        self._filled = filled
        self.row.show_wanted(CustomIndicator.of(indicator))
        if answered:
            self.row.keep_kind()
            self.hint.setText(say("已经填了数，种类不能改；单位换了，已填的数字不会换算。"))
        while len(self.columns) < len(self._before):
            self._add_column()
        for row, column in zip(self.columns, self._before, strict=False):
            row.show_wanted(CustomIndicator.of(column))
        self.setFocusProxy(self.row.name)

    def finish(self) -> None:
        """Keep the columns in which something stands."""
        for row, column in zip(self.columns, self._before, strict=False):
            if not row.name.text().strip() and column.id in self._filled:
                self.refuse(
                    row.name,
                    say("“{name}”这一列已经填了，不能去掉；请先清空这一列。", name=column.name),
                )
                return
        super().finish()
