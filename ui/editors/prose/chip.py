"""A live figure in a text, drawn as a chip: the value on a light ground."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from ui.desk import Desk
from ui.editors.prose.document import place_of
from ui.look import Colour, colour
from unionapp.figures import as_of, measure_of, source_of
from unionapp.template import YEAR_AFTER, Placeholder
from unionapp.values import State, printed

_PADDING = 4.0
_WIDEST = 320.0
_GROUND = 30
# Of a list or a table in a chip, which is a line wide at most.
_MOST_NAMES = 40


class ChipPainter(QPyTextObject):
    """The painter of the chips of one document."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def intrinsicSize(self, document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """Return the size of a chip, whose foot stands on the line on which the text stands."""
        metrics = QFontMetricsF(_font(document))
        label = metrics.horizontalAdvance(self._label(document, form))
        return QSizeF(label + 2 * _PADDING, metrics.ascent() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """Draw the label on a light ground, with dots below while there is no value."""
        box = QRectF(rect)
        font = _font(document)
        place = place_of(form)
        blank = place is None or not self._desk.figures.has(place)
        ink = colour(Colour.WARN if blank else Colour.LIVE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = box.adjusted(1, 0, -1, QFontMetricsF(font).descent())
        _draw_ground(painter, ground, ink, dotted=blank)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box.bottomLeft() + QPointF(_PADDING, 0), self._label(document, form))
        painter.restore()

    def _label(self, document: QTextDocument, form: QTextFormat) -> str:
        place = place_of(form)
        label = short_label_of(self._desk, place) if place else ""
        widest = min(_WIDEST, max(document.textWidth() - 4 * _PADDING, _WIDEST / 4))
        elide = Qt.TextElideMode.ElideRight
        return QFontMetricsF(_font(document)).elidedText(label, elide, widest)


# What a figure says whose section or item is switched off.
_OFF = "不写"


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
    parts = {YEAR_AFTER.field: "下一年", **{part.id: part.name for part in indicator.fields}}
    return f"{indicator.name}的{parts[place.field]}" if place.field else indicator.name


def tooltip_of(desk: Desk, place: Placeholder) -> str:
    """Return what to show of a place on hovering: name, value, date and source."""
    figures = desk.figures
    indicator = figures.indicators.get(place.id)
    if indicator is None:
        return f"{name_of(desk, place)}：所在的章或条现在不写，这句话不会印出"
    lines = [f"{name_of(desk, place)}：{short_label_of(desk, place)}"]
    if date := as_of(figures, indicator):
        lines.append(f"截至：{date}")
    if source := source_of(figures, indicator):
        lines.append(f"来源：{source}")
    lines.append("单击去填写")
    return "\n".join(lines)


def _draw_ground(painter: QPainter, ground: QRectF, ink: QColor, *, dotted: bool) -> None:
    tint = QColor(ink)
    tint.setAlpha(_GROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(ground, 3, 3)
    if dotted:
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())


def _font(document: QTextDocument) -> QFont:
    return document.defaultFont()
