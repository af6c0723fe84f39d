"""The finished paper as a tree of blocks, before any file format.

A block has a role, never a font; its strings are final, so that no writer formats a value. A run
of text keeps the id of the indicator that it shows: preview, checks and a returning paper find a
figure by it. A writer is one function and one `match` over `Block` that ends in `assert_never`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `indicator` is the id of the indicator it shows, or empty."""

    text: str
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the paper, one string a line (broken by sense)."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: level 1 is 一、, 2 is （一）, 3 is 1. and 4 is (1).

    `number` is final text including its punctuation; `anchor` is the section or item id.
    """

    level: int
    number: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `anchor` is the id of the item it belongs to."""

    runs: tuple[Run, ...]
    anchor: str = ""

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run.text for run in self.runs)


class CellFormat(StrEnum):
    """What a cell of a table holds: a spreadsheet chooses its number format by it."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"


class Alignment(StrEnum):
    """Where the text of a cell stands between its sides."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    `text` is what is printed. `number` is set when the cell is an exact figure (a percent as the
    number before the sign: 95.53), so that a spreadsheet can hold it as a number. `indicator` is
    the id of the indicator whose value of this year the cell shows, or empty. `alignment` is set
    when the cell stands otherwise than its column.
    """

    text: str
    number: Decimal | None = None
    format: CellFormat = CellFormat.TEXT
    indicator: str = ""
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `width` is its share of the table's width, relative to the others.

    `alignment` is where its cells stand; its head stands in the middle.
    """

    title: str
    width: int = 1
    format: CellFormat = CellFormat.TEXT
    alignment: Alignment = Alignment.LEFT

    def alignment_of(self, cell: Cell) -> Alignment:
        """Return the alignment of a cell of this column."""
        return cell.alignment or self.alignment


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; `totals` is empty or one cell a column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentList:
    """附件说明: the names of the attachments, below the body (GB/T 9704-2012, 7.3.4)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期, without a seal (GB/T 9704-2012, 7.3.5.2); either may be empty."""

    unit: str
    date: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment on a page of its own: 附件1, its title and its table.

    `name` tells attachments apart in a workbook; it is the id of the table's indicator. `alone`
    says that the paper has no other.
    """

    number: int
    title: str
    name: str
    table: Table
    alone: bool = False

    @property
    def label(self) -> str:
        """What stands above the title; a single attachment has no number (7.3.4, 7.3.7)."""
        return "附件" if self.alone else f"附件{self.number}"


Block: TypeAlias = Title | Heading | Paragraph | Table | AttachmentList | Signature | Attachment


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures that are drawn as bars: the first column names a group, each further is a series.

    The figures of one chart have one unit, so that their bars can be compared.
    """

    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class Origin:
    """What a paper was made from, so that an edited copy finds its way back; never printed.

    `draft` is empty for a paper of an answers file, which is kept nowhere.
    """

    template: str = ""
    version: int = 0
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A finished paper: its blocks in reading order, and what its workbook holds besides.

    `statistics` is the sheet of all indicators, `explanations` says how to read it.
    """

    title: str
    unit: str
    year: str
    blocks: tuple[Block, ...]
    statistics: Table
    charts: tuple[Chart, ...] = ()
    explanations: Table = Table((), ())
    origin: Origin = Origin()

    @property
    def attachments(self) -> Iterator[Attachment]:
        """The attachments, in order."""
        return (block for block in self.blocks if isinstance(block, Attachment))
