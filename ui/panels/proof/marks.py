"""How remarks are marked: where each stands as Qt counts places, its line, its colour and icon."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.look import Colour, Icon, colour, scale
from ui.words import say
from unionapp.checks import Severity
from unionapp.checks.prose import Remark
from unionapp.text import one_line

# The last character that Qt counts as one; those beyond are two.
_LAST = "\uffff"
# Letters of a place that are shown in the list, and of what stands before and after it.
_SHOWN, _AROUND = 40, 8

# Pixels of a line under words: how thick it is, half the height of its waves, and the length of
# one; lengths of dashes and dots and of what is between them, in times its thickness.
_THICK, _HIGH, _LONG = 1.6, 1.6, 6.0
_DASHES, _DOTS = (4.0, 2.5), (1.0, 2.0)


class Line(Enum):
    """A kind of line under words, which tells their weight without any colour."""

    WAVES = auto()
    DASHES = auto()
    DOTS = auto()


@dataclass(frozen=True, slots=True)
class Weight:
    """How a severity is told: in a word, by an icon, in a colour, by a kind of line."""

    word: str
    icon: Icon
    tone: Colour
    line: Line


WEIGHTS = {
    Severity.ERROR: Weight(say("错误"), Icon.ERROR, Colour.ERROR, Line.WAVES),
    Severity.WARNING: Weight(say("提醒"), Icon.WARNING, Colour.WARN, Line.DASHES),
    Severity.HINT: Weight(say("提示"), Icon.INFO, Colour.LIVE, Line.DOTS),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark, and the place in the document from `start` up to but not including `end`."""

    start: int
    end: int
    severity: Severity
    message: str
    excerpt: str

    @property
    def weight(self) -> Weight:
        """How its severity is told."""
        return WEIGHTS[self.severity]

    @property
    def sentence(self) -> str:
        """What is told of it, the weight first."""
        return say("{word}：{message}", word=self.weight.word, message=self.message)


def marks_of(text: str, remarks: Sequence[Remark]) -> tuple[Mark, ...]:
    """Return the marks of a text in the order of its remarks."""
    wide = [at for at, letter in enumerate(text) if letter > _LAST]

    def place(at: int) -> int:
        return at + bisect_left(wide, at)

    marks = []
    for remark in remarks:
        start = min(remark.span.start, max(len(text) - 1, 0))
        end = min(max(remark.span.end, start + 1), len(text))
        message = one_line(remark.message)
        excerpt = _excerpt(text, start, end)
        marks.append(Mark(place(start), place(end), remark.severity, message, excerpt))
    return tuple(marks)


def _excerpt(text: str, start: int, end: int) -> str:
    """The words of a place with some of its paragraph round them; a long one is cut."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    cut = min(end, start + _SHOWN)
    last = cut + len(text[cut : cut + _AROUND].split("\n", 1)[0]) if cut == end else cut
    before = "…" if text[first - 1 : first].strip("\n") else ""
    after = "…" if text[last : last + 1].strip("\n") else ""
    return f"{before}{one_line(text[first:last])}{after}"


def draw_line(painter: QPainter, weight: Weight, left: float, right: float, y: float) -> None:
    """Draw the line of a weight under words, from left to right; `y` is its middle."""
    thick = _THICK * scale()
    pen = QPen(colour(weight.tone), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if weight.line is Line.WAVES:
        painter.setPen(pen)
        painter.drawPolyline(_waves(left, right, y))
        return
    pen.setDashPattern(_DASHES if weight.line is Line.DASHES else _DOTS)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _waves(left: float, right: float, y: float) -> QPolygonF:
    half, high = _LONG * scale() / 2, _HIGH * scale()
    points = [
        QPointF(min(left + step * half, right), y + (high if step % 2 else -high))
        for step in range(math.ceil((right - left) / half) + 1)
    ]
    return QPolygonF(points)
