"""The paper: figures composed into a document of blocks, in one of its editions."""

from unionapp.paper.compose import compose, title_of
from unionapp.paper.document import (
    Alignment,
    Attachment,
    AttachmentList,
    Block,
    Cell,
    CellFormat,
    Chart,
    Column,
    Document,
    Heading,
    Origin,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from unionapp.paper.editions import WHAT_IS_MASKED, Edition, Paper, paper_of
from unionapp.paper.statistics import year_cells
from unionapp.paper.titles import title_lines

__all__ = [
    "WHAT_IS_MASKED",
    "Alignment",
    "Attachment",
    "AttachmentList",
    "Block",
    "Cell",
    "CellFormat",
    "Chart",
    "Column",
    "Document",
    "Edition",
    "Heading",
    "Origin",
    "Paper",
    "Paragraph",
    "Run",
    "Signature",
    "Table",
    "Title",
    "compose",
    "paper_of",
    "title_lines",
    "title_of",
    "year_cells",
]
