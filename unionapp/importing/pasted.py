"""A pasted block whose first row holds headings of the table: what of it goes into which column."""

from collections.abc import Iterator
from typing import NamedTuple

from unionapp.importing.cell_block import Cells
from unionapp.importing.matching import guessed_sources, likeness
from unionapp.importing.plan import Import, Plan, import_of, plan_for, with_heading
from unionapp.importing.sheets import MOST_COLUMNS, Row, Sheet
from unionapp.template import Column

# Columns that headings must name: a single one is named by many a text by chance.
_FEWEST = 2

_ORDINALS = frozenset({"序号", "编号", "No", "No."})

# From here on a heading may be another word for a column: half of their characters agree.
_RESEMBLES = 0.4

# Rows above the headings: a title, who made it, when.
_MOST_TITLES = 3

# Places that a sentence names before it only counts.
_TOLD = 5


class Headed(NamedTuple):
    """The rows in the order of the table, and a sentence on what became of the block.

    A cell is None where the block has no column for it.
    """

    rows: tuple[tuple[str | None, ...], ...]
    told: str
    plan: Plan
    # Whether a column of the block goes nowhere although one of the table has none.
    is_doubtful: bool

    def over(self, cells: Cells, top: int) -> Cells:
        """Return the rows laid over others; columns that the block lacks stay as they were."""
        return tuple(
            tuple(
                _cell(cells, top + at, column) if text is None else text
                for column, text in enumerate(row)
            )
            for at, row in enumerate(self.rows)
        )


def headed(block: Cells, columns: tuple[Column, ...]) -> Headed | None:
    """Return the block as its headings say, read like a file; None if it has no headings.

    A title that stands alone in the rows above the headings is no row.
    """
    plans = ((above, _plan(block[above:], columns)) for above in _headings_at(block))
    above, plan = next(((at, each) for at, each in plans if each is not None), (0, None))
    if plan is None:
        return None

    brought = import_of(plan, columns)
    rows = tuple(
        tuple(
            None if source is None else text
            for source, text in zip(plan.sources, row.cells, strict=True)
        )
        for row in brought.rows
    )
    lacking = None in plan.sources and any(not _is_ordinal(each) for each in _unused(plan))
    return Headed(rows, _told(plan, brought, above), plan, lacking)


def resembling(block: Cells, columns: tuple[Column, ...]) -> Plan | None:
    """Return what may go where if the first row holds headings in other words, or None.

    Nobody can be sure of that, so whoever pastes is asked.
    """
    if len(block) < _FEWEST or any(map(_is_figure, block[0])):
        return None
    named = [cell for cell in block[0] if cell.strip() and not _is_ordinal(cell.strip())]
    alike = [cell for cell in named if _likest(cell, columns) >= _RESEMBLES]
    if len(alike) < _FEWEST or 2 * len(alike) < len(named):
        return None
    return with_heading(_sheet(block), 1, columns)


def _likest(cell: str, columns: tuple[Column, ...]) -> float:
    return max(likeness(cell, column.name) for column in columns)


def _headings_at(block: Cells) -> Iterator[int]:
    """The rows that may hold the headings: the first, and those below rows with a single cell."""
    yield 0
    for at, row in enumerate(block[:_MOST_TITLES], 1):
        if sum(bool(cell.strip()) for cell in row) > 1:
            return
        yield at


def _plan(block: Cells, columns: tuple[Column, ...]) -> Plan | None:
    """What goes where, if the first of several rows holds headings and no figure."""
    if len(block) < _FEWEST or len(block[0]) > MOST_COLUMNS or any(map(_is_figure, block[0])):
        return None
    if len(_named(guessed_sources(block[0], columns))) < _FEWEST:
        return None
    plan = plan_for(_sheet(block), columns)
    return plan if plan.heading == 1 and len(_named(plan.sources)) >= _FEWEST else None


def _is_figure(cell: str) -> bool:
    """Whether half of it or more is digits, as of 2022年5月, 120人次 and 1 but not of a heading."""
    return 0 < len(cell.strip()) <= 2 * sum(map(str.isdigit, cell))


def _named(sources: tuple[int | None, ...]) -> tuple[int, ...]:
    return tuple(source for source in sources if source is not None)


def _sheet(block: Cells) -> Sheet:
    stripped = (tuple(cell.strip() for cell in row) for row in block)
    return Sheet("", tuple(Row(at, row) for at, row in enumerate(stripped, 1) if any(row)))


def _told(plan: Plan, brought: Import, above: int) -> str:
    """What became of the block, of which so many rows stand above the headings."""
    left_out = (f"第{above + row.number}行（{row.why}）" for row in brought.left_out)
    missing = [*_unused(plan), *left_out]
    if not missing:
        return "按标题行对应了各列。"
    more = f" 等{len(missing)}处" if len(missing) > _TOLD else ""
    return f"按标题行对应了各列；没有放入：{'、'.join(missing[:_TOLD])}{more}。"


def _is_ordinal(heading: str) -> bool:
    """Whether a column only counts the rows, which the paper does by itself."""
    return heading in _ORDINALS


def _unused(plan: Plan) -> Iterator[str]:
    """The columns of the block that go nowhere although something stands in them."""
    below = plan.sheet.rows[1:]
    for at in range(plan.sheet.width):
        if at not in plan.sources and any(row.cell(at) for row in below):
            yield plan.sheet.cell(plan.heading, at) or f"第{at + 1}列"


def _cell(cells: Cells, row: int, column: int) -> str:
    return cells[row][column] if row < len(cells) and column < len(cells[row]) else ""
