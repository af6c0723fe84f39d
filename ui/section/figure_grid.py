"""The figures of a card: a row each, which breaks in two where the form is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.editors.field import CHANGE_WIDTH, FIGURE_WIDTH, PREVIOUS_WIDTH
from ui.kit import Name, hint_label, take_all_out, theme

# Pixels of the names where there is room, and where there is less of it.
_NAMES = (168, 136)

# Pixels; the line under each row with its hint keeps the rows apart.
_BETWEEN_ROWS = 0

# The width of names that stand above their entries.
_IN_TWO = 0

# The heads over figures of this year, and over what is planned for the next one.
_THIS_YEAR = ("本年", "上年", "比上年")
_NEXT_YEAR = ("下一年", "本年", "比本年")

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Row:
    """The widgets of one figure; what is no number has neither last year nor change."""

    name: Name
    editor: QWidget
    previous: QWidget | None = None
    change: QWidget | None = None
    hint_line: QWidget | None = None


def width_in_one_row() -> int:
    """Return the pixels from which name, figure, last year and change stand side by side."""
    return _needed(_NAMES[-1])


def width_in_two() -> int:
    """Return the pixels below which not even figure and last year stand side by side."""
    return FIGURE_WIDTH + theme.INSIDE + PREVIOUS_WIDTH


def _needed(names: int) -> int:
    growing = (names + CHANGE_WIDTH) * theme.scale()
    return round(growing) + FIGURE_WIDTH + PREVIOUS_WIDTH + 3 * theme.INSIDE


class FigureGrid(QWidget):
    """The figures of a card in columns: name, entry, last year's figure and the change."""

    def __init__(self, *, next_year: bool = False) -> None:
        super().__init__()
        self._rows: list[Row] = []
        heads = _NEXT_YEAR if next_year else _THIS_YEAR
        self._heads = [hint_label(words, self) for words in heads]
        self._names = -1
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.INSIDE)
        self._grid.setVerticalSpacing(_BETWEEN_ROWS)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these figures."""
        self._rows = rows
        self._arrange(_NAMES[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows in two, or let the names wrap, as the new width wants it."""
        super().resizeEvent(event)
        self._suit(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Arrange anew for letters of another size, or for a figure that needs more room."""
        taken = super().event(event)
        if event.type() == QEvent.Type.FontChange:
            self._beside = 0
            self._suit(self.width())
        elif event.type() == QEvent.Type.LayoutRequest and self._names > _IN_TWO:
            beside = self._grid.minimumSize().width() - self._names
            self._beside = max(self._beside, beside)
            self._suit(self.width())
        return taken

    def minimumSizeHint(self) -> QSize:
        """Return the size below which it cannot go, its rows broken in two."""
        usual = super().minimumSizeHint()
        return QSize(min(usual.width(), width_in_two()), usual.height())

    def _suit(self, width: int) -> None:
        names = next((names for names in _NAMES if self._needs(names) <= width), _IN_TWO)
        if round(names * theme.scale()) != self._names:
            self._arrange(round(names * theme.scale()))

    def _needs(self, names: int) -> int:
        return max(_needed(names), round(names * theme.scale()) + self._beside)

    def _arrange(self, names: int) -> None:
        """Put everything in its place; what is there already Qt only moves."""
        in_two = names == _IN_TWO
        if self._names < 0 or in_two != (self._names == _IN_TWO):
            self._lay_out(in_two=in_two)
        self._names = names
        for row in self._rows:
            row.name.be_as_wide_as(names)

    def _lay_out(self, *, in_two: bool) -> None:
        take_all_out(self._grid)
        self._place_heads(in_two=in_two)
        for place, row in enumerate(self._rows):
            if in_two:
                self._place_in_two(row, 3 * place + 1)
            else:
                self._place_in_one(row, 2 * place + 1)
        self._grid.setColumnMinimumWidth(0 if in_two else 1, FIGURE_WIDTH)
        self._grid.setColumnMinimumWidth(1 if in_two else 0, 0)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column == (2 if in_two else 3)))

    def _place_heads(self, *, in_two: bool) -> None:
        """Heads for columns of numbers; a change says itself what it is, if it must."""
        numeric = any(row.previous is not None for row in self._rows)
        for column, head in enumerate(self._heads, 0 if in_two else 1):
            self._grid.addWidget(head, 0, column)
            head.setHidden(not numeric or (in_two and head is self._heads[-1]))

    def _place_in_one(self, row: Row, at: int) -> None:
        self._grid.addWidget(row.name, at, 0, _TOP)
        span = 1 if row.previous is not None else 3
        self._grid.addWidget(row.editor, at, 1, 1, span, _TOP)
        for column, widget in enumerate((row.previous, row.change), 2):
            if widget is not None:
                self._grid.addWidget(widget, at, column, _TOP | _LEFT)
        if row.hint_line is not None:
            self._grid.addWidget(row.hint_line, at + 1, 1, 1, 3)

    def _place_in_two(self, row: Row, at: int) -> None:
        """The name above the entry, the change above last year's figure."""
        alone = row.previous is None
        self._grid.addWidget(row.name, at, 0, 1, 3 if alone else 1)
        self._grid.addWidget(row.editor, at + 1, 0, 1, 3 if alone else 1, _TOP)
        if row.change is not None and row.previous is not None:
            self._grid.addWidget(row.change, at, 1, 1, 2)
            self._grid.addWidget(row.previous, at + 1, 1, _TOP)
        if row.hint_line is not None:
            self._grid.addWidget(row.hint_line, at + 2, 0, 1, 3)
