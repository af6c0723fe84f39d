"""Paragraphs and tables in WordprocessingML, as text.

A paper is some hundred paragraphs of few kinds. Written as text and parsed once they cost a tenth
of what python-docx needs to add them one by one; every text goes through `run`, which escapes it.
"""

import re
from collections.abc import Iterable
from html import escape

from unionapp.layout import TABLE_STYLE, Style, column_widths, heads, printable
from unionapp.paper import Alignment, Cell, Column, Table
from unionapp.writers.docx.bookmarks import Bookmark

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# Word sets these marks from the Latin face, half as wide, unless the run says that it is Chinese.
_SHARED_MARKS = re.compile("[“”‘’…—·×℃°±]")
_EAST_ASIAN = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'


def run(text: str, *, east_asian: bool | None = None) -> str:
    """A run of text; a tab and a line break are elements of their own.

    Runs of one line say alike whether they are Chinese, so that a program joins them again.
    """
    hinted = needs_hint(text) if east_asian is None else east_asian
    content = escape(printable(text)).replace("\t", _between("<w:tab/>"))
    content = content.replace("\n", _between("<w:br/>"))
    properties = _EAST_ASIAN if hinted else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def needs_hint(text: str) -> bool:
    """Whether a text holds marks that Word would set from the Latin face."""
    return _SHARED_MARKS.search(text) is not None


def _between(element: str) -> str:
    return f'</w:t>{element}<w:t xml:space="preserve">'


def paragraph(style: Style, content: str, layout: str = "") -> str:
    """A paragraph of a style; `layout` is what it adds to the style's properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{content}</w:p>'


def close_section(paragraph: str, properties: str) -> str:
    """The paragraph as the last one of its section."""
    return paragraph.replace("</w:pPr>", f"{properties}</w:pPr>", 1)


def bookmarked(content: str, bookmark: Bookmark | None) -> str:
    """The content inside a bookmark, by which a returning paper is recognised."""
    if bookmark is None:
        return content
    return (
        f'<w:bookmarkStart w:id="{bookmark.number}" w:name="{escape(bookmark.name)}"/>'
        f'{content}<w:bookmarkEnd w:id="{bookmark.number}"/>'
    )


def table(content: Table, width: int) -> str:
    """A table as wide as the page's text; its head repeats on every page and no row breaks.

    Word takes the widths from `tblW` and `tcW`, WPS from `gridCol`: all three are written.
    """
    widths = column_widths(content, width)
    rows = [*content.rows, *([content.totals] if content.totals else [])]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
        + f"</w:tblGrid>{_head_row(heads(content, widths), widths)}"
        + "".join(_row(row, content.columns, widths) for row in rows)
        + "</w:tbl>"
    )


def _head_row(texts: Iterable[str], widths: Iterable[int]) -> str:
    titles = (paragraph(Style.TABLE_HEAD, run(text)) for text in texts)
    return _cells(titles, widths, "<w:tblHeader/>")


def _row(row: Iterable[Cell], columns: Iterable[Column], widths: Iterable[int]) -> str:
    pairs = zip(row, columns, strict=True)
    return _cells((_cell(cell, column.alignment_of(cell)) for cell, column in pairs), widths)


def _cell(cell: Cell, alignment: Alignment) -> str:
    """The paragraph of a cell; the middle has no style of its own, which older bases would lack."""
    style = Style.TABLE_FIGURE if alignment is Alignment.RIGHT else Style.TABLE_TEXT
    layout = '<w:jc w:val="center"/>' * (alignment is Alignment.CENTER)
    return paragraph(style, run(cell.text), layout)


def _cells(paragraphs: Iterable[str], widths: Iterable[int], repeated: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
        for content, width in zip(paragraphs, widths, strict=True)
    )
    properties = f'<w:cantSplit/><w:trHeight w:val="454" w:hRule="atLeast"/>{repeated}'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
