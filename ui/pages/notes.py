"""How a finding is painted: a white note with its sentence, and what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import (
    Button,
    Index,
    draw_lower_side,
    draw_plate,
    draw_ring,
    draw_words,
    row_option,
)
from ui.look import Colour, Icon, colour, draw_icon, font, scale, scaled, tokens
from ui.words import say
from unionapp.checks import Severity

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1

_ICONS = {
    Severity.ERROR: (Icon.ERROR, Colour.ERROR),
    Severity.WARNING: (Icon.WARNING, Colour.WARN),
    Severity.HINT: (Icon.INFO, Colour.LIVE),
}
_SETTLED = (Icon.STATE_DONE, Colour.DONE)

# Pixels within a note: beside it, above and below what is in it, from its edge to its words, and
# from its words to what can be done.
_BESIDE, _ABOVE, _WORDS, _BEFORE_REMEDIES = 16, 12, 42, 10
# Pixels of the line of a title, and before a unit.
_TITLE, _UNIT_GAP = 22, 10
# The share of the width that the heading of the chapter may take.
_CHAPTER_SHARE = 0.4
# Heights of sentences that are kept, and pixels that no sentence needs.
_MOST_KEPT, _NO_END = 2000, 100_000

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done about a finding; what is not `pressed` is only said."""

    words: str
    icon: Icon | None = None
    pressed: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that a finding is about, where it can be mended in place."""

    typed: str
    unit: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as it is painted.

    `reason` says why it is right as it is, or is empty; `settled`, that it is found no more.
    """

    title: str
    chapter: str
    sentence: str
    reason: str
    severity: Severity
    remedies: tuple[Remedy, ...]
    answer: Answer | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a note are painted."""

    sheet: QRect
    title: QRect
    sentence: QRect
    reason: QRect
    remedies: QRect


class NoteDelegate(QStyledItemDelegate):
    """Paints findings as notes, as high as their sentences need."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, float], int] = {}
        self._button = Button()
        self._button.be_small()
        self._button.setParent(view)  # with which it goes; it only lends its measures
        self._button.hide()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a note at the width of the list."""
        width = self._view.viewport().width()
        places = self._places(QRect(0, 0, width, 0), index.data(NOTE_ROLE))
        return QSize(width, places.sheet.height() + tokens.GROUP)

    def remedies_place(self, row: QRect, index: Index) -> QRect:
        """Return where the buttons of the note in a row stand."""
        return self._places(row, index.data(NOTE_ROLE)).remedies

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Paint a note; the buttons of the one that is chosen are real ones."""
        note: Note = index.data(NOTE_ROLE)
        places = self._places(row_option(option).rect, note)
        is_current = index.row() == self._view.currentRow()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(places.sheet)
        draw_plate(painter, sheet, tokens.CARD_RADIUS, colour(Colour.SHEET), colour(Colour.LINE))
        if is_current and self._view.hasFocus():
            draw_ring(painter, sheet, tokens.CARD_RADIUS)
        self._paint_words(painter, note, places)
        if not is_current:
            self._paint_remedies(painter, note, places.remedies)
        painter.restore()

    def _paint_words(self, painter: QPainter, note: Note, places: _Places) -> None:
        icon, tone = _SETTLED if note.reason or note.settled else _ICONS[note.severity]
        size = scaled(tokens.ICON_SIZE)
        left = places.sheet.left() + scaled(_BESIDE)
        top = places.title.center().y() - size // 2
        draw_icon(painter, QRectF(left, top, size, size), icon, colour(tone))
        painter.setPen(colour(Colour.INK2))
        painter.setFont(font(tokens.HINT_SIZE))
        most = int(places.title.width() * _CHAPTER_SHARE)
        metrics = painter.fontMetrics()
        chapter = metrics.elidedText(note.chapter, Qt.TextElideMode.ElideRight, most)
        painter.drawText(places.title, int(_RIGHT), chapter)
        room = places.title.adjusted(0, 0, -metrics.horizontalAdvance(chapter) - tokens.BETWEEN, 0)
        painter.setPen(colour(Colour.INK))
        painter.setFont(font(tokens.NARRATIVE_SIZE, bold=True))
        title = painter.fontMetrics().elidedText(
            note.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(_LEFT), title)
        painter.setFont(font(tokens.TEXT_SIZE))
        painter.drawText(places.sentence, int(_WRAPPED), note.sentence)
        if note.reason:
            painter.setPen(colour(Colour.INK2))
            painter.drawText(places.reason, int(_WRAPPED), _told(note))

    def _paint_remedies(self, painter: QPainter, note: Note, place: QRect) -> None:
        left = place.left()
        if note.answer is not None:
            wide = min(scaled(tokens.ENTRY_WIDTH), place.width() // 2)
            _paint_answer(painter, note.answer, QRectF(left, place.top(), wide, place.height()))
            left += wide + tokens.INSIDE
        for remedy in note.remedies:
            if not remedy.pressed:
                painter.setFont(font(tokens.HINT_SIZE))
                painter.setPen(colour(Colour.INK2))
                painter.drawText(
                    place.adjusted(left - place.left(), 0, 0, 0), int(_LEFT), remedy.words
                )
                continue
            self._button.setText(remedy.words)
            self._button.set_sign(remedy.icon)
            size = self._button.sizeHint()
            top = place.top() + (place.height() - size.height() + 1) // 2
            box = QRectF(left, top, size.width(), size.height())
            fill, edge = colour(Colour.SHEET), colour(Colour.SOFT_EDGE)
            draw_plate(painter, box, tokens.BUTTON_RADIUS, fill, edge)
            draw_lower_side(painter, box, tokens.BUTTON_RADIUS)
            painter.setFont(self._button.font())
            ink, icon_ink = colour(Colour.INK), colour(Colour.INK2)
            draw_words(painter, box, remedy.words, ink, remedy.icon, icon_ink=icon_ink)
            left += size.width() + tokens.INSIDE

    def _places(self, row: QRect, note: Note) -> _Places:
        """Return where the parts of a note stand that begins at the top of a row."""
        left, top = row.left() + scaled(_WORDS), row.top() + scaled(_ABOVE)
        width = max(row.width() - tokens.INSIDE, 0) - scaled(_WORDS) - scaled(_BESIDE)
        title = QRect(left, top, width, scaled(_TITLE))
        high = self._height(note.sentence, width)
        sentence = QRect(left, title.bottom() + tokens.HAIR, width, high)
        high = self._height(_told(note), width) if note.reason else 0
        reason = QRect(left, sentence.bottom() + 1 + (tokens.HAIR if high else 0), width, high)
        top = reason.bottom() + 1 + _BEFORE_REMEDIES
        remedies = QRect(left, top, width, self._remedies_height())
        foot = remedies.bottom() + scaled(_ABOVE)
        sheet = QRect(row.left(), row.top(), row.width() - tokens.INSIDE, foot - row.top())
        return _Places(sheet, title, sentence, reason, remedies)

    def _remedies_height(self) -> int:
        entry = max(scaled(tokens.ENTRY_HEIGHT), self._view.fontMetrics().height() + 8)
        return max(entry, self._button.sizeHint().height())

    def _height(self, words: str, width: int) -> int:
        """Return the pixels of a sentence that wraps; kept, for the list asks often."""
        asked = (words, width, scale())
        if asked not in self._heights:
            if len(self._heights) > _MOST_KEPT:
                self._heights.clear()
            room = QRect(0, 0, max(width, 1), _NO_END)
            found = QFontMetrics(font(tokens.TEXT_SIZE)).boundingRect(room, int(_WRAPPED), words)
            self._heights[asked] = found.height()
        return self._heights[asked]


def unit_room(unit: str) -> int:
    """Return the pixels that a unit takes at the right of an entry."""
    wide = QFontMetrics(font(tokens.SECOND_SIZE)).horizontalAdvance(unit)
    return max(scaled(tokens.ENTRY_UNIT_WIDTH), wide + 2 * _UNIT_GAP)


def _paint_answer(painter: QPainter, answer: Answer, place: QRectF) -> None:
    """Paint an answer as the entry looks that it becomes."""
    radius = tokens.ENTRY_RADIUS
    if answer.refused:
        draw_plate(painter, place, radius, colour(Colour.ERROR_WASH))
        draw_ring(painter, place, radius, Colour.ERROR)
    else:
        draw_plate(painter, place, radius, colour(Colour.SHEET), colour(Colour.SOFT_EDGE))
        draw_lower_side(painter, place, radius)
    for_unit = unit_room(answer.unit)
    room = place.adjusted(tokens.INSIDE, 0, -for_unit, 0)
    if not answer.typed.endswith(answer.unit):
        painter.setFont(font(tokens.SECOND_SIZE))
        painter.setPen(colour(Colour.INK2))
        unit = place.adjusted(place.width() - for_unit + _UNIT_GAP, 0, 0, 0)
        painter.drawText(unit, int(_LEFT), answer.unit)
    painter.setFont(font(tokens.TEXT_SIZE))
    painter.setPen(colour(Colour.INK))
    typed = painter.fontMetrics().elidedText(
        answer.typed, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, int(_RIGHT), typed)


def _told(note: Note) -> str:
    return say("已说明：{reason}", reason=note.reason)
