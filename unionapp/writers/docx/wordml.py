"""Paragraphs, tables and page numbers in WordprocessingML, as text.

A paper is some hundred paragraphs of few kinds. Written as text and parsed once they cost a tenth
of what python-docx needs to add them one by one; every text goes through `run`, which escapes it.
"""

import re
from collections.abc import Iterable
from html import escape

from unionapp.layout import (
    BEFORE_NUMBER,
    BEHIND_NUMBER,
    LOWEST_ROW,
    TABLE_STYLE,
    Page,
    Style,
    StyledCell,
    StyledTable,
    printable,
)
from unionapp.writers.docx.round_trip import Bookmark

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# Word sets these marks from the Latin font, half as wide, unless the run says that it is Chinese.
_SHARED_MARKS = re.compile("[“”‘’…—·×℃°±]")
_EAST_ASIAN = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'

# The room of a page number at the side of a landscape page, and its parts.
_LINE = 320
_DASH = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def run(text: str, *, east_asian: bool | None = None) -> str:
    """Return a run of text; a tab and a line break are elements of their own.

    Runs of one line say alike whether they are Chinese, so that a program joins them again.
    """
    hinted = needs_hint(text) if east_asian is None else east_asian
    content = escape(printable(text)).replace("\t", _between("<w:tab/>"))
    content = content.replace("\n", _between("<w:br/>"))
    properties = _EAST_ASIAN if hinted else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


def needs_hint(text: str) -> bool:
    """Return whether a text holds marks that Word would set from the Latin font."""
    return _SHARED_MARKS.search(text) is not None


def _between(element: str) -> str:
    return f'</w:t>{element}<w:t xml:space="preserve">'


def paragraph(style: Style, content: str, layout: str = "") -> str:
    """Return a paragraph of a style; `layout` is what it adds to the style's properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{content}</w:p>'


def close_section(paragraph: str, properties: str) -> str:
    """Return the paragraph as the last one of its section."""
    return paragraph.replace("</w:pPr>", f"{properties}</w:pPr>", 1)


def bookmarked(content: str, bookmark: Bookmark | None) -> str:
    """Return the content inside a bookmark, by which a returning paper is recognised."""
    if bookmark is None:
        return content
    return (
        f'<w:bookmarkStart w:id="{bookmark.number}" w:name="{escape(bookmark.name)}"/>'
        f'{content}<w:bookmarkEnd w:id="{bookmark.number}"/>'
    )


def table(content: StyledTable) -> str:
    """Return a table; its head repeats on every page and no row breaks.

    Word takes the widths from `tblW` and `tcW`, WPS from `gridCol`: all three are written.
    """
    widths = content.widths
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
        + f"</w:tblGrid>{_row(content.head, widths, '<w:tblHeader/>')}"
        + "".join(_row(row, widths) for row in content.rows)
        + "</w:tbl>"
    )


def _row(row: Iterable[StyledCell], widths: Iterable[int], repeated: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_cell(cell)}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    height = f'<w:trHeight w:val="{LOWEST_ROW}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{cells}</w:tr>"


def _cell(cell: StyledCell) -> str:
    align = "" if cell.align is None else f'<w:jc w:val="{cell.align}"/>'
    return paragraph(cell.style, run(cell.text), align)


def page_number_footer(style: Style, page: Page) -> str:
    """Return a footer part: a number whose style puts it right or left, on pages like this."""
    number = paragraph(style, _DASH.format(BEFORE_NUMBER) + _NUMBER + _DASH.format(BEHIND_NUMBER))
    if page.number_aside:
        number = _aside(number, page) + paragraph(Style.AFTER_TABLE, "")
    return f"<w:ftr {NAMESPACES}>{number}</w:ftr>"


def _aside(number: str, page: Page) -> str:
    """The number at the left edge of a landscape page, where the portrait sheet has it.

    Word turns text in a cell alone, so it stands in a table that floats at a place of the sheet:
    every program of the kind knows both, and LibreOffice 7.4 prints it right. A turned text box
    would need markup of later schemas, and each program a copy of its own.
    """
    length = page.height - page.top - page.bottom
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{page.footer}" w:tblpY="{page.top}"/>'
        f'<w:tblW w:w="{_LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{_LINE}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{length}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{_LINE}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
        f"{number}</w:tc></w:tr></w:tbl>"
    )
