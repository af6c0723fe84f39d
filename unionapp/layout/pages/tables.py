"""Tables as strips: a row each, as wide as the page's text, with thin lines all round."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from typing import TypeAlias

from unionapp.layout.columns import column_widths, heads
from unionapp.layout.official import Style
from unionapp.layout.pages.flow import Strip
from unionapp.layout.pages.lines import set_paragraph
from unionapp.layout.pages.measuring import Widths
from unionapp.layout.pages.model import PlacedLine, Rule
from unionapp.layout.pages.placing import SetLine
from unionapp.layout.styles import Align, Look
from unionapp.layout.text import printable
from unionapp.paper import Alignment, Run, Table

BORDER = 0.5
"""How thick the lines are, in points."""

_PADDING = 4.25
_LOWEST_ROW = 22.7
_ABOVE = BORDER / 2
"""A table begins a little lower than a line of text, because its upper line needs room."""

_TWIPS = 20
_LINES_OF_A_ROW = 18
"""More than these are divided: with the head they would not go onto a landscape page."""

_Content: TypeAlias = tuple[tuple[SetLine, ...], Look]
"""The lines of a cell."""

_Cells: TypeAlias = tuple[tuple[str, Alignment], ...]
"""What the cells of a row say, and where it stands in them."""

KnownRows: TypeAlias = dict[tuple[tuple[int, ...], _Cells, bool], tuple[Strip, ...]]
"""Rows that were set before in columns of these widths, and whether they are heads."""


@dataclass(frozen=True)
class Setter:
    """Sets the rows of a table.

    Attributes:
        shares: The widths of the columns in twips.
        known: Rows that were set before, to which those set here are added.
    """

    table: Table
    looks: Mapping[Style, Look]
    widths: Widths
    shares: tuple[int, ...]
    known: KnownRows

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The lines between the columns, in points from the left edge of the type area."""
        return tuple(edge / _TWIPS for edge in accumulate(self.shares, initial=0))

    def head(self) -> Strip:
        """The head row."""
        look, titles = self.looks[Style.TABLE_HEAD], heads(self.table, self.shares)
        key = (self.shares, tuple((title, Alignment.CENTER) for title in titles), True)
        if key not in self.known:
            row = self._row(self._contents((title, look) for title in titles))
            self.known[key] = (_begun(replace(row, keep=True)),)
        return self.known[key][0]

    def rows(self) -> Iterator[Strip]:
        """All other rows; only one that is taller than a page is divided."""
        columns = self.table.columns
        for row in (*self.table.rows, self.table.totals):
            if row:
                yield from self._known_row(
                    tuple(
                        (cell.text, column.alignment_of(cell))
                        for cell, column in zip(row, columns, strict=True)
                    )
                )

    def _known_row(self, cells: _Cells) -> tuple[Strip, ...]:
        """A row; one that says the same as before is the same, and so is the page it stands on."""
        key = (self.shares, cells, False)
        strips = self.known.get(key)
        if strips is None:
            contents = self._contents((text, self._looks[place]) for text, place in cells)
            strips = self.known[key] = tuple(map(self._row, _divided(contents)))
        return strips

    @cached_property
    def _looks(self) -> dict[Alignment, Look]:
        text, figure = self.looks[Style.TABLE_TEXT], self.looks[Style.TABLE_FIGURE]
        middle = replace(text, align=Align.CENTER)
        return {Alignment.LEFT: text, Alignment.CENTER: middle, Alignment.RIGHT: figure}

    def _contents(self, row: Iterable[tuple[str, Look]]) -> list[_Content]:
        return [
            self._cell(text, look, right - left)
            for (text, look), (left, right) in zip(row, pairwise(self.edges), strict=True)
        ]

    def _row(self, contents: Sequence[_Content]) -> Strip:
        """A row: texts stand in the middle of its height."""
        tallest = max(len(lines) * look.line for lines, look in contents)
        height = max(tallest + BORDER, _LOWEST_ROW)
        lines = chain.from_iterable(
            _placed(content, look, left + _PADDING, height)
            for (content, look), left in zip(contents, self.edges, strict=False)
        )
        return Strip(height, tuple(lines), tuple(_frame(self.edges, height)))

    def _cell(self, text: str, look: Look, width: float) -> _Content:
        runs = (Run(printable(text)),)
        return set_paragraph(runs, look, width - 2 * _PADDING, self.widths), look


def setter(
    table: Table, width: int, looks: Mapping[Style, Look], widths: Widths, known: KnownRows
) -> Setter:
    """A setter for a table of a width in twips; no mark hangs over the edge of a cell."""
    inside = {style: replace(look, hanging=False) for style, look in looks.items()}
    shares = column_widths(table, width)
    return Setter(table, inside, widths, tuple(shares), known)


def _divided(contents: Sequence[_Content]) -> Iterator[Sequence[_Content]]:
    """The row itself, or parts of it that go onto a page each."""
    tallest = max(len(lines) for lines, _ in contents)
    for first in range(0, tallest, _LINES_OF_A_ROW):
        last = first + _LINES_OF_A_ROW
        yield [(lines[first:last], look) for lines, look in contents]


def _placed(
    content: Sequence[SetLine], look: Look, left: float, height: float
) -> Iterator[PlacedLine]:
    top = (height - BORDER - len(content) * look.line) / 2 + BORDER / 2
    tops = accumulate(repeat(look.line, len(content)), initial=top)
    for each, y in zip(content, tops, strict=False):
        if each.line.pieces:
            yield PlacedLine(left + each.x, y + look.baseline, each.line)


def _frame(edges: Sequence[float], height: float) -> Iterator[Rule]:
    """The lines at the sides of the cells and below them."""
    yield from (Rule(edge, 0.0, edge, height) for edge in edges)
    yield Rule(edges[0], height, edges[-1], height)


def _begun(head: Strip) -> Strip:
    """The first row on a page: it brings the line above it."""
    left, right = head.rules[0].left, head.rules[-1].right
    rules = (Rule(left, 0.0, right, 0.0), *head.rules)
    return replace(
        head,
        height=head.height + _ABOVE,
        lines=tuple(line.moved(0, _ABOVE) for line in head.lines),
        rules=tuple(rule.moved(0, _ABOVE) for rule in rules),
    )
