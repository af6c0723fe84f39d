"""Tables as strips: a row each, as wide as the page's text, with thin lines all round."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from typing import TypeAlias

from unionapp.layout.blocks import StyledCell, StyledTable
from unionapp.layout.official import CELL_PADDING, LOWEST_ROW, TABLE_LINE, Style
from unionapp.layout.pages.flow import Strip
from unionapp.layout.pages.lines import SetLine, set_paragraph
from unionapp.layout.pages.measuring import Widths
from unionapp.layout.pages.model import PlacedLine, Rule
from unionapp.layout.styles import Align, Look
from unionapp.layout.text import printable
from unionapp.paper import Run

_TWIPS = 20

# In points. A table begins a little lower than a line of text: its upper line needs room.
BORDER = TABLE_LINE / _TWIPS
_PADDING = CELL_PADDING / _TWIPS
_LOWEST_ROW = LOWEST_ROW / _TWIPS
_ABOVE = BORDER / 2

# A row with more lines is divided: with the head it would not go onto a landscape page.
_LINES_OF_A_ROW = 18

# The lines of a cell.
_Content: TypeAlias = tuple[tuple[SetLine, ...], Look]

# Rows that were set before in columns of these widths.
KnownRows: TypeAlias = dict[tuple[tuple[int, ...], tuple[StyledCell, ...]], tuple[Strip, ...]]


@dataclass(frozen=True)
class Setter:
    """Sets the rows of a table; those that are new are added to the `known` ones."""

    table: StyledTable
    looks: Mapping[Style, Look]
    widths: Widths
    known: KnownRows

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The lines between the columns, in points from the left edge of the type area."""
        return tuple(edge / _TWIPS for edge in accumulate(self.table.widths, initial=0))

    @cached_property
    def _looks(self) -> "_CellLooks":
        return _CellLooks(self.looks)

    def head(self) -> Strip:
        """Return the head row."""
        row = self.table.head
        key = (self.table.widths, row)
        if key not in self.known:
            self.known[key] = (_begun(self._row(self._contents(row))),)
        return self.known[key][0]

    def rows(self) -> Iterator[Strip]:
        """Yield all other rows; only one that is taller than a page is divided."""
        widths = self.table.widths
        for row in self.table.rows:
            yield from self.known.get((widths, row)) or self._new_row(row)

    def _new_row(self, row: tuple[StyledCell, ...]) -> tuple[Strip, ...]:
        """Set a row; one that says the same again is the same, and so is the page it stands on."""
        strips = tuple(map(self._row, _divided(self._contents(row))))
        self.known[self.table.widths, row] = strips
        return strips

    def _contents(self, row: Iterable[StyledCell]) -> list[_Content]:
        return [
            self._content(cell, right - left)
            for cell, (left, right) in zip(row, pairwise(self.edges), strict=True)
        ]

    def _content(self, cell: StyledCell, width: float) -> _Content:
        look = self._looks[cell.style, cell.align]
        runs = (Run(printable(cell.text)),)
        return set_paragraph(runs, look, width - 2 * _PADDING, self.widths), look

    def _row(self, contents: Sequence[_Content]) -> Strip:
        """A row: texts stand in the middle of its height."""
        tallest = max(len(lines) * look.line for lines, look in contents)
        height = max(tallest + BORDER, _LOWEST_ROW)
        lines = chain.from_iterable(
            _placed(content, look, left + _PADDING, height)
            for (content, look), left in zip(contents, self.edges, strict=False)
        )
        keep = any(look.keep_next for _, look in contents)
        return Strip(height, tuple(lines), tuple(_frame(self.edges, height)), keep=keep)


class _CellLooks(dict[tuple[Style, Align | None], Look]):
    """The looks of cells; no mark hangs over the edge of one."""

    def __init__(self, looks: Mapping[Style, Look]) -> None:
        super().__init__()
        self._looks = looks

    def __missing__(self, key: tuple[Style, Align | None]) -> Look:
        style, align = key
        look = replace(self._looks[style], hanging=False)
        look = self[key] = look if align is None else replace(look, align=align)
        return look


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
