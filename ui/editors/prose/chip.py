"""A live figure in a text, drawn as a chip: the value on a light ground."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from ui.desk import Desk
from ui.editors.prose.document import place_of
from ui.look import Colour, colour, scaled
from ui.look.tokens import CHIP_HEIGHT, CHIP_RADIUS
from ui.words import say
from unionapp.figures import as_of, measure_of, source_of
from unionapp.template import YEAR_AFTER, Placeholder
from unionapp.values import State, printed

_PADDING = 6.0
_WIDEST = 320.0
# Pixels of the edge of a chip that is selected.
_SELECTED_EDGE = 1.5
# Of a list or a table in a chip, which is a line wide at most.
_MOST_NAMES = 40


class ChipPainter(QPyTextObject):
    """The painter of the chips of one document."""

    def __init__(self, desk: Desk, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._desk = desk
        self._edit = edit

    def intrinsicSize(self, document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """Return the size of a chip, whose foot stands on the line on which the text stands."""
        metrics = QFontMetricsF(_font(document))
        label = metrics.horizontalAdvance(self._label(document, form))
        return QSizeF(label + 2 * _PADDING + 2, metrics.ascent() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Draw the label on a light ground, with a dashed edge while there is no value."""
        box, font = QRectF(rect), _font(document)
        place = place_of(form)
        blank = place is None or not self._desk.figures.has(place)
        ink = colour(Colour.WARN if blank else Colour.LIVE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(
            painter, _ground(box, font), blank=blank, selected=self._selects(position)
        )
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box.bottomLeft() + QPointF(_PADDING + 1, 0), self._label(document, form))
        painter.restore()

    def _selects(self, position: int) -> bool:
        cursor = self._edit.textCursor()
        return cursor.selectionStart() <= position < cursor.selectionEnd()

    def _draw_ground(
        self, painter: QPainter, ground: QRectF, *, blank: bool, selected: bool
    ) -> None:
        wash, edge = (
            (Colour.WARN_WASH, Colour.WARN) if blank else (Colour.LIVE_WASH, Colour.LIVE_LINE)
        )
        pen = QPen(Qt.PenStyle.NoPen)
        if selected:
            pen = QPen(colour(Colour.LIVE), _SELECTED_EDGE)
        elif blank:
            pen = QPen(colour(edge), 1, Qt.PenStyle.DashLine)
        elif colour(wash) == colour(Colour.SHEET):
            pen = QPen(colour(edge), 1)
        painter.setPen(pen)
        painter.setBrush(colour(wash))
        half = max(pen.widthF(), 1.0) / 2
        inside = ground.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, CHIP_RADIUS, CHIP_RADIUS)

    def _label(self, document: QTextDocument, form: QTextFormat) -> str:
        place = place_of(form)
        label = short_label_of(self._desk, place) if place else ""
        widest = min(_WIDEST, max(document.textWidth() - 4 * _PADDING, _WIDEST / 4))
        elide = Qt.TextElideMode.ElideRight
        return QFontMetricsF(_font(document)).elidedText(label, elide, widest)


# What a figure says whose section or item is switched off.
_OFF = say("不写")


def label_of(desk: Desk, place: Placeholder) -> str:
    """Return the printed value of a place, or the word of its state and its name."""
    printed = desk.figures.printed(place.id, place.field)
    if printed:
        return printed
    if place.id not in desk.figures.indicators:
        return f"{_OFF}·{name_of(desk, place)}"
    value = desk.figures.value(place.id, place.field)
    state = State.BLANK if value.given else value.state
    return f"{state}·{name_of(desk, place)}"


def short_label_of(desk: Desk, place: Placeholder) -> str:
    """Return the label, of a list or table of thousands only as much as a chip has room for."""
    value = desk.figures.value(place.id, place.field)
    if max(len(value.items), len(value.rows)) <= _MOST_NAMES:
        return label_of(desk, place)
    begun = replace(value, items=value.items[:_MOST_NAMES], rows=value.rows[:_MOST_NAMES])
    return printed(begun, measure_of(desk.figures.indicators[place.id], place.field)) + "……"


def name_of(desk: Desk, place: Placeholder) -> str:
    """Return the name of what stands at a place."""
    indicator = desk.figures.indicators.get(place.id)
    if indicator is None:
        return desk.figures.name(place.id)
    parts = {YEAR_AFTER.field: say("下一年"), **{part.id: part.name for part in indicator.fields}}
    return (
        say("{name}的{part}", name=indicator.name, part=parts[place.field])
        if place.field
        else indicator.name
    )


def tooltip_of(desk: Desk, place: Placeholder) -> str:
    """Return what to show of a place on hovering: name, value, date and source."""
    figures = desk.figures
    indicator = figures.indicators.get(place.id)
    if indicator is None:
        return say("{name}：所在的章或条现在不写，这句话不会印出", name=name_of(desk, place))
    lines = [say("{name}：{label}", name=name_of(desk, place), label=short_label_of(desk, place))]
    if date := as_of(figures, indicator):
        lines.append(say("截至：{date}", date=date))
    if source := source_of(figures, indicator):
        lines.append(say("来源：{source}", source=source))
    lines.append(say("双击去填写"))
    return "\n".join(lines)


def _ground(box: QRectF, font: QFont) -> QRectF:
    """The ground of a chip: a little higher than its letters."""
    metrics = QFontMetricsF(font)
    spare = max(scaled(CHIP_HEIGHT) - metrics.height(), 0) / 2
    top = box.bottom() - metrics.ascent() - spare
    return QRectF(box.left() + 1, top, box.width() - 2, metrics.height() + 2 * spare)


def _font(document: QTextDocument) -> QFont:
    return document.defaultFont()
