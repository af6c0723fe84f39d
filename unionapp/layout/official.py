"""The official layout in numbers: GB/T 9704-2012, chapters 5 to 8, in twips (1/20 pt).

The styles themselves are in `resources/word/base.docx`; `packaging/build_base_docx.py` makes it
from these numbers, so that each of them is written down once.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

# 22 lines to 225 mm: a pitch of 580 would leave room for 21.
LINE = 579

# Added to each character: 28 of 16 pt are wider than 156 mm, 28 of 15.75 pt are not.
CONDENSED = -5

# The place of one character of the body.
CELL = 315

# The place of one character of a title: 2号.
TITLE_CELL = 440

# Page edge to the foot of the page number: its dash stands 7 mm below the type area.
FOOTER = 1420

# The lowest line that Word draws; it closes a table without taking room.
HAIRLINE = 20

# The lines round the cells of a table, the air at their sides, and the lowest row.
TABLE_LINE, CELL_PADDING, LOWEST_ROW = 10, 85, 454

# What stands before and behind the number of a page (7.5).
BEFORE_NUMBER, BEHIND_NUMBER = "— ", " —"


class Style(StrEnum):
    """The paragraph styles, by the id that the writer refers to."""

    TITLE = "GwTitle"
    HEADING_1 = "GwHeading1"
    HEADING_2 = "GwHeading2"
    HEADING_3 = "GwHeading3"
    HEADING_4 = "GwHeading4"
    BODY = "GwBody"
    ATTACHMENT_LIST = "GwAttachmentList"
    UNIT = "GwUnit"
    DATE = "GwDate"
    ATTACHMENT_NUMBER = "GwAttachmentNumber"
    ATTACHMENT_TITLE = "GwAttachmentTitle"
    TABLE_HEAD = "GwTableHead"
    TABLE_TEXT = "GwTableText"
    TABLE_FIGURE = "GwTableFigure"
    AFTER_TABLE = "GwAfterTable"
    PAGE_NUMBER_ODD = "GwPageNumberOdd"
    PAGE_NUMBER_EVEN = "GwPageNumberEven"


TABLE_STYLE = "GwTable"

HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its margins.

    `number_aside` says that the page number stands at its left edge and reads downwards; `footer`
    is from the edge of the sheet to the foot of the number. The lines of a grid are `pitch` apart
    (0: there is no grid), and `stretch` is what it adds to each character, in points.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    number_aside: bool = False
    footer: int = FOOTER
    pitch: int = LINE
    stretch: float = 0.0

    @property
    def text_width(self) -> int:
        """The width of the type area."""
        return self.width - self.left - self.right

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


# A4 with margins of 37, 35, 28 and 26 mm.
PORTRAIT = Page(11906, 16838, top=2098, bottom=1984, left=1587, right=1474)


def turned(page: Page) -> Page:
    """Return the same sheet on its side, its head at the left edge of the bound paper.

    That is the binding edge of odd pages and the outer one of even pages, and the page number keeps
    its place on the sheet (GB/T 9704-2012, chapter 8).
    """
    return replace(
        page,
        width=page.height,
        height=page.width,
        top=page.left,
        bottom=page.right,
        left=page.bottom,
        right=page.top,
        number_aside=True,
    )


# The page of a wide table.
LANDSCAPE = turned(PORTRAIT)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The pages that a paper stands on: those of its text, and those of tables too wide for these.

    Those of an office may all lie on their side.
    """

    portrait: Page
    landscape: Page


# The pages of the standard.
OFFICIAL = PageSetup(PORTRAIT, LANDSCAPE)
