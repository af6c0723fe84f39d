"""The feet of the pages: the page number between two dashes (GB/T 9704-2012, 7.5 and chapter 8)."""

from unionapp.layout import BEFORE_NUMBER, BEHIND_NUMBER, Page, Style
from unionapp.writers.docx.wordml import NAMESPACES, paragraph

_LINE = 320
_DASH = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def foot(style: Style, page: Page) -> str:
    """A footer part: a number of this style, which puts it right or left, on pages like this."""
    number = paragraph(style, _DASH.format(BEFORE_NUMBER) + _NUMBER + _DASH.format(BEHIND_NUMBER))
    if page.number_aside:
        number = _aside(number, page) + paragraph(Style.AFTER_TABLE, "")
    return f"<w:ftr {NAMESPACES}>{number}</w:ftr>"


def _aside(number: str, page: Page) -> str:
    """The number at the left edge of a lying page, where the upright sheet has it.

    Word turns text in a cell alone, so it stands in a table that floats at a place of the sheet:
    every program of the kind knows both, and LibreOffice 7.4 prints it right. A turned text box
    would need markup of later schemas, and each program a copy of its own.
    """
    length = page.height - page.top - page.bottom
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{page.foot}" w:tblpY="{page.top}"/>'
        f'<w:tblW w:w="{_LINE}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{_LINE}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{length}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{_LINE}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
        f"{number}</w:tc></w:tr></w:tbl>"
    )
