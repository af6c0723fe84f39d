"""A row of figures: it paints name and change itself; its children are what one works in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.editors import Hint, Told, make_editor
from ui.editors.field import ChangeShown, DerivedValue, ValueEditor, change_of
from ui.kit import is_alone, painter_on, show_tip
from ui.look import Colour, Icon, colour, draw_icon, font, scaled, tokens
from ui.section.card_findings import CardFindings, FindingNote
from ui.section.columns import Columns, columns
from ui.words import say
from unionapp.checks import Finding
from unionapp.draft import Slot
from unionapp.template import Indicator
from unionapp.values import Kind

# Pixels of the icon before a change, and between the two; of the room and the sign of a guide.
_SIGN, _GAP, _GUIDE, _INFO = 12, 3, 24, 16
# The check that finds a figure of quite another size than the year before.
_BEYOND = "unlike_last"

_LEFT = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class FigureRow(Told):
    """One figure: its name, its entry, last year's, and the change; lines about them below."""

    # It needs another height.
    resized = Signal()
    # The pointer has come to it, or left it.
    entered = Signal()
    left = Signal()

    def __init__(self, indicator: Indicator, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self._desk = desk
        self._change = ChangeShown(None, "")
        self._doubtful = False
        self._findings: CardFindings | None = None
        self._is_made = False
        self.editor = self._make(Slot.VALUE)
        numeric = indicator.kind.traits.is_numeric
        self.previous = self._make(Slot.PREVIOUS) if numeric else None
        self._is_guided = bool(indicator.guide) and isinstance(self.editor, ValueEditor)
        self._is_made = True
        if numeric:
            desk.changes_of(indicator.id).connect(self._show_change)
            self._show_change()

    @property
    def change(self) -> str:
        """The change from the year before as it is shown."""
        return self._change.words

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """What is shown of findings."""
        return self._findings.notes if self._findings is not None else ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found at this figure, and mark a change that is beyond the usual."""
        doubtful = any(each.rule == _BEYOND for each in findings)
        if doubtful != self._doubtful:
            self._doubtful = doubtful
            self.update()
        if self._findings is None and findings:
            self._findings = CardFindings(self._desk)
            self.take_line(self._findings)
        if self._findings is not None:
            self._findings.show_findings(findings)
            self._put_in_order(self._findings)

    def _put_in_order(self, findings: CardFindings) -> None:
        """Tab comes to what can be done about them after the entries of the row."""
        before = (self.previous or self.editor).focusProxy()
        for button in (button for note in findings.notes for button in note.buttons):
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button

    def top_height(self) -> int:
        """Return the pixels of the row without the lines below it."""
        least = columns(self.width()).height
        return max(least, *(self._place(each).top() + high for each, high in self._highs()))

    def height_for(self, width: int) -> int:
        """Return the pixels of the row with its lines at a width, and room kept for some."""
        if width != self.width():
            self.resize(width, self.height())
        return max(self.top_height() + self.lines_height(width), self._kept)

    def give_back_room(self) -> bool:
        """Keep no room for lines that are gone, unless somebody is here; tell if there was any."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return False
        kept, self._kept = self._kept, 0
        if self._findings is not None:
            self._findings.keep_room(0)
        return kept > self.height_for(self.width())

    def lines_changed(self) -> None:
        """Ask for the room that the lines need now; what they had stays while one is here."""
        if not self._is_made:
            return
        needed = self.top_height() + self.lines_height(self.width())
        if self.isVisible():
            self._kept = max(self._kept, needed, self.height())
        self._arrange()
        self.resized.emit()

    def fit_unit(self, room: int) -> None:
        """Leave the room for the unit that all rows of a card leave."""
        if isinstance(self.editor, DerivedValue):
            self.editor.unit_room = room
        elif isinstance(self.editor, ValueEditor) and self.indicator.kind.traits.is_numeric:
            self.editor.entry.show_unit(self.indicator.unit, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is here."""
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has gone."""
        self.left.emit()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell on hovering what is cut, and what the change is; take F1 while there is a guide."""
        if event.type() == QEvent.Type.ShortcutOverride and self._opens_guide(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the guide at F1 where it is closed; the next F1 is the window's help."""
        if self._opens_guide(event):
            self._toggle_guide()
        else:
            super().keyPressEvent(event)

    def _opens_guide(self, event: QEvent) -> bool:
        """Whether it is the key for the guide, and that is there to be opened."""
        pressed = isinstance(event, QKeyEvent) and is_alone(event, Qt.Key.Key_F1)
        return pressed and self._is_guided and not self._is_guide_open()

    def _is_guide_open(self) -> bool:
        told = (each.text() for each in self.findChildren(Hint) if not each.isHidden())
        return self.indicator.guide in told

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name and the change."""
        painter, places = painter_on(self), columns(self.width())
        painter.setPen(colour(Colour.INK))
        painter.drawText(QRectF(self._name_room(places)), _LEFT, self._name(places))
        if self._is_guided:
            draw_icon(painter, QRectF(self._guide_place(places)), Icon.INFO, colour(Colour.INK2))
        if self._change.words:
            self._paint_change(painter, places.change)

    def _paint_change(self, painter: QPainter, place: QRect) -> None:
        painter.setFont(font(tokens.SECOND_SIZE))
        size, gap = scaled(_SIGN), scaled(_GAP)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(
            self._change.words, Qt.TextElideMode.ElideRight, place.width() - size - gap
        )
        tone = Colour.WARN if self._doubtful else Colour.INK2
        painter.setPen(colour(Colour.INK2))
        painter.drawText(QRectF(place), _RIGHT, words)
        left = place.right() + 1 - metrics.horizontalAdvance(words) - gap - size
        square = QRectF(left, place.center().y() - size / 2, size, size)
        sign = Icon.WARNING if self._doubtful else self._change.sign
        if sign is not None:
            draw_icon(painter, square, sign, colour(tone))

    def _make(self, slot: Slot) -> QWidget:
        editor = make_editor(self.indicator, self._desk, slot)
        editor.setParent(self)
        if isinstance(editor, ValueEditor):
            editor.stand_in(self)
        return editor

    def _toggle_guide(self) -> None:
        if isinstance(self.editor, ValueEditor):
            self.editor.show_guide(shown=not self._is_guide_open())

    def _show_change(self) -> None:
        change = change_of(self.indicator, self._desk.figures)
        if change != self._change:
            self._change = change
            before = say("比本年") if self.indicator.plan_for else say("比上年")
            self.setAccessibleDescription(f"{before}{change.spoken}" if change.words else "")
            self.update()

    def _name(self, places: Columns) -> str:
        room = self._name_room(places).width()
        return self.fontMetrics().elidedText(self.indicator.name, Qt.TextElideMode.ElideRight, room)

    def _name_room(self, places: Columns) -> QRect:
        taken = scaled(_GUIDE) + tokens.HAIR if self._is_guided else 0
        return places.name.adjusted(0, 0, -taken, 0)

    def _guide_place(self, places: Columns) -> QRect:
        """Where the sign stands that opens the guide, behind the name."""
        size = scaled(_INFO)
        after = self.fontMetrics().horizontalAdvance(self._name(places)) + tokens.INSIDE
        return QRect(after, places.name.center().y() - size // 2 + 1, size, size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the guide, or close it, at its sign; by the keyboard F1 does."""
        around = self._guide_place(columns(self.width())).adjusted(-4, -4, 4, 4)
        if self._is_guided and around.contains(event.position().toPoint()):
            self._toggle_guide()
        else:
            super().mousePressEvent(event)

    def _tip(self, point: QPoint) -> str:
        places = columns(self.width())
        if places.name.contains(point) and self._name(places) != self.indicator.name:
            return self.indicator.name
        if self._is_guided and self._guide_place(places).contains(point):
            return self.indicator.guide
        if places.change.contains(point) and self._change.words:
            return say(
                "与{year}相比：{change}",
                year=say("本年") if self.indicator.plan_for else say("上年"),
                change=self._change.spoken,
            )
        return ""

    def _place(self, editor: QWidget) -> QRect:
        places = columns(self.width())
        if editor is self.previous:
            return places.last
        if isinstance(editor, DerivedValue):
            return places.value.united(places.automatic)
        return places.text if self.indicator.kind is Kind.TEXT else places.value

    def _highs(self) -> list[tuple[QWidget, int]]:
        editors = filter(None, (self.editor, self.previous))
        return [
            (each, each.top_height() if isinstance(each, ValueEditor) else 0) for each in editors
        ]

    def _arrange(self) -> None:
        for editor, high in self._highs():
            place = self._place(editor)
            editor.setGeometry(place.x(), place.y(), place.width(), max(place.height(), high))
        self.place_lines()
