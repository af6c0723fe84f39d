"""The headings of a table on the screen: how wide its columns are, and where headings break."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from ui.editors.table.grid_model import heading_of
from ui.kit import with_slim_bars
from ui.look import Colour, colour, line_width, scaled, set_size, set_tone
from ui.look.tokens import HINT_SIZE, INSIDE, TABLE_HEAD_HEIGHT, TABLE_ROW_HEIGHT
from ui.words import say
from unionapp.template import Column

# Pixels that a heading leaves free in its column.
AROUND_HEADING = 2 * INSIDE


class TableHeader(QHeaderView):
    """The headings over the columns, or the numbers of the rows, on a quiet ground."""

    def __init__(self, orientation: Qt.Orientation, table: QWidget) -> None:
        super().__init__(orientation, table)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        set_size(self, HINT_SIZE)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint one heading, with a hairline where the cells begin."""
        painter.save()
        painter.fillRect(rect, colour(Colour.WELL))
        thick, line = line_width(), colour(Colour.LINE)
        painter.fillRect(rect.left(), rect.bottom() + 1 - thick, rect.width(), thick, line)
        painter.setPen(colour(Colour.INK2))
        across = self.orientation() is Qt.Orientation.Horizontal
        side = Qt.AlignmentFlag.AlignLeft if across else Qt.AlignmentFlag.AlignHCenter
        words = str(self.model().headerData(index, self.orientation()) or "")
        around = INSIDE if across else 0
        room = rect.adjusted(around, 0, -around, 0)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


def dress_table(table: QTableView) -> None:
    """Give a table our headings, a hairline round it, and none of Fusion's grid and bars."""
    table.setHorizontalHeader(TableHeader(Qt.Orientation.Horizontal, table))
    table.setVerticalHeader(TableHeader(Qt.Orientation.Vertical, table))
    table.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
    set_tone(table, Colour.LINE)  # what a plain frame is drawn in
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    with_slim_bars(table)
    table.horizontalHeader().setFixedHeight(scaled(TABLE_HEAD_HEIGHT))
    table.horizontalHeader().setStretchLastSection(True)
    table.verticalHeader().setDefaultSectionSize(scaled(TABLE_ROW_HEIGHT))
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def shared_width(columns: Sequence[Column], whole: int, metrics: QFontMetrics) -> list[int]:
    """Return the pixels of each column: its share, but room for name or unit if all have it."""
    needs = [
        max(map(metrics.horizontalAdvance, _parts(column))) + AROUND_HEADING for column in columns
    ]
    total = sum(column.width for column in columns)
    shares = [whole * column.width // total for column in columns]
    spare = whole - sum(needs)
    if spare < 0:
        return shares
    beyond = [max(share - need, 0) for share, need in zip(shares, needs, strict=True)]
    rest = max(sum(beyond), 1)
    return [need + spare * more // rest for need, more in zip(needs, beyond, strict=True)]


def broken_headings(
    columns: Sequence[Column], widths: Sequence[int], metrics: QFontMetrics
) -> tuple[str, ...]:
    """Return the headings in lines that their columns hold; a unit has a line of its own."""
    pairs = zip(columns, widths, strict=True)
    return tuple(
        "\n".join(_lines(column, width - AROUND_HEADING, metrics)) for column, width in pairs
    )


def _lines(column: Column, room: int, metrics: QFontMetrics) -> Iterator[str]:
    heading = heading_of(column)
    if metrics.horizontalAdvance(heading) <= room:
        yield heading
        return
    for part in _parts(column):
        lines = ceil(metrics.horizontalAdvance(part) / max(room, 1))
        size = ceil(len(part) / max(min(lines, len(part)), 1))
        yield from (part[at : at + size] for at in range(0, len(part), size))


def _parts(column: Column) -> list[str]:
    """The name, and the unit in brackets behind it."""
    return [column.name, say("（{unit}）", unit=column.unit)] if column.unit else [column.name]
