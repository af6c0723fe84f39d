"""The figures of a card: a row each below the heads of their years, and one menu for all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.editors.field import MenuButton, ValueEditor
from ui.kit import HAS_COLUMNS, painter_on
from ui.look import Colour, colour, font, scaled, tokens
from ui.section.card_findings import FindingNote
from ui.section.columns import columns, narrowest, width_in_one_line
from ui.section.rows import FigureRow
from ui.words import say
from unionapp.checks import Finding
from unionapp.template import Indicator

# Pixels of the heads over the columns.
_HEADS = 22
# Pixels beside a unit within the frame of its entry, and the most that units take.
_BESIDE_UNIT, _MOST_FOR_UNIT = 14, 84
# Pixels from the right edge of an entry to its digits beyond the unit's room.
_BEFORE_UNIT = 4
_BESIDE_LAST = 12

_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class FigureGrid(QWidget):
    """The figures of a card in columns: name, entry, last year's figure and the change."""

    def __init__(self, indicators: Sequence[Indicator], desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty(HAS_COLUMNS, HAS_COLUMNS)
        self._planned = any(each.plan_for for each in indicators)
        self._unit_room = 0
        self._pointed: FigureRow | None = None
        self._focused: FigureRow | None = None
        self._menu: MenuButton | None = None
        self.rows = tuple(FigureRow(each, desk, self) for each in indicators)
        self._has_years = any(row.previous is not None for row in self.rows)
        for row in self.rows:
            row.resized.connect(self._arrange)
            row.entered.connect(partial(self._follow_pointer, row))
            row.left.connect(partial(self._follow_pointer, None))
        desk.changes_of("year").connect(self._show_heads)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._show_heads()
        self._fit_units()
        self._arrange()

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over the columns of numbers."""
        if not self._has_years:
            return ()
        year = self._desk.figures.value("year").exact_amount
        if year is None:
            return (
                (say("下一年"), say("本年"), say("比本年"))
                if self._planned
                else (say("本年"), say("上年"), say("比上年"))
            )
        this = int(year) + int(self._planned)
        return (
            say("{year}年", year=this),
            say("{year}年", year=this - 1),
            say("比本年") if self._planned else say("比上年"),
        )

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """What is shown of findings in the rows, in order."""
        return tuple(note for row in self.rows for note in row.notes)

    def show_findings(self, findings: Sequence[Finding]) -> frozenset[str]:
        """Show what was found at figures; return the ids of those that are here."""
        for row in self.rows:
            row.show_findings([each for each in findings if each.where.id == row.indicator.id])
        return frozenset(row.indicator.id for row in self.rows)

    def sizeHint(self) -> QSize:
        """Return the size in which each figure is one row."""
        return QSize(width_in_one_line(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the size below which it cannot go."""
        return QSize(narrowest(), self.minimumHeight())

    def give_back_room(self) -> None:
        """Take no room any more for lines that are gone."""
        given_back = [row for row in self.rows if row.give_back_room()]
        if given_back:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows their places at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew for letters of another size."""
        taken = super().event(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_units()
            self._arrange()
        return taken

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heads over the digits."""
        heads = self.heads
        places = columns(self.width())
        if not heads or places.name.top() != places.value.top():
            return
        painter = painter_on(self)
        painter.setFont(font(tokens.HINT_SIZE))
        painter.setPen(colour(Colour.INK2))
        digits = places.value.right() + 1 - self._unit_room - _BEFORE_UNIT
        rights = (digits, places.last.right() + 1 - _BESIDE_LAST, places.change.right() + 1)
        for words, right in zip(heads, rights, strict=True):
            painter.drawText(QRectF(0, 0, right, scaled(_HEADS)), _RIGHT, words)

    def _show_heads(self) -> None:
        self.setAccessibleName(say("、").join(self.heads))
        self.update()

    def _fit_units(self) -> None:
        """One room for all units, so that all digits end at one edge."""
        metrics = QFontMetrics(font(tokens.SECOND_SIZE))
        widths = [metrics.horizontalAdvance(row.indicator.unit) for row in self.rows]
        needed = max(widths, default=0) + _BESIDE_UNIT
        least = scaled(tokens.ENTRY_UNIT_WIDTH)
        self._unit_room = min(max(needed, least), scaled(_MOST_FOR_UNIT))
        for row in self.rows:
            row.fit_unit(self._unit_room)

    def _arrange(self) -> None:
        """Put the rows one below the other."""
        width = self.width()
        one_line = columns(width).name.top() == columns(width).value.top()
        at = scaled(_HEADS) if self._has_years and one_line else 0
        between = tokens.HAIR if one_line else tokens.INSIDE
        for row in self.rows:
            high = row.height_for(width)
            row.setGeometry(0, at, width, high)
            at += high + between
        if at - between != self.minimumHeight():
            self.setFixedHeight(max(at - between, 0))
        self._place_menu()

    def _follow_pointer(self, row: FigureRow | None) -> None:
        self._pointed = row
        self._place_menu()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible():
            return
        focused = None
        if self.isAncestorOf(now):
            focused = next((row for row in self.rows if row.isAncestorOf(now)), None)
        if focused is not self._focused:
            self._focused = focused
            self._place_menu()

    def _place_menu(self) -> None:
        """Show the menu in the row at the pointer, or else in that with the focus."""
        row = self._pointed or self._focused
        editor = row.editor if row is not None else None
        if row is None or not isinstance(editor, ValueEditor):
            if self._menu is not None:
                self._menu.hide()
            return
        if self._menu is None:
            self._menu = MenuButton(row.indicator.name, editor.entry.offer)
            self._menu.setParent(self)
        self._menu.be_of(row.indicator.name, editor.entry.offer)
        self._menu.setGeometry(columns(self.width()).menu.translated(0, row.y()))
        self._menu.show()
        self._menu.raise_()
