"""The paragraph styles of the official layout, as the styles part of base.docx.

The fonts are those that GB/T 9704-2012 names (they are referred to, never embedded), without theme
fonts, because WPS reports those as missing.
"""

from dataclasses import dataclass

from unionapp.layout import (
    CELL_PADDING,
    CONDENSED,
    HAIRLINE,
    LINE,
    TABLE_LINE,
    TABLE_STYLE,
    Style,
)
from unionapp.writers.docx import NAMESPACES

XIAOBIAOSONG, FANGSONG, KAITI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312"
HEITI, SONGTI, LATIN = "黑体", "宋体", "Times New Roman"

# What Word and WPS take where a font is not installed: Windows has no *_GB2312 of its own.
SUBSTITUTES = {
    XIAOBIAOSONG: "华文中宋",
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    SONGTI: "SimSun",
}


@dataclass(frozen=True)
class OfficialStyle:
    """One paragraph style: lengths in twips, size in half points, indents in characters."""

    name: str
    font: str = FANGSONG
    latin: str = LATIN
    size: int = 32
    condensed: int = 0
    align: str = "both"
    line: int = LINE
    before: int = 0
    after: int = 0
    first_indent: int = 0
    indent: str = ""
    outline: int | None = None
    on_grid: bool = True
    keep_next: bool = False
    new_page: bool = False
    based_on: str = "Normal"
    following: str = ""


def heading(level: int, name: str, font: str) -> OfficialStyle:
    """Return a heading of the body: its level is seen by its font alone."""
    latin = LATIN if font == FANGSONG else font
    return OfficialStyle(
        name,
        font,
        latin,
        condensed=CONDENSED,
        first_indent=2,
        outline=level - 1,
        keep_next=True,
        based_on=f"Heading{level}",
        following=Style.BODY,
    )


def cell_style(name: str, font: str, align: str) -> OfficialStyle:
    """Return a paragraph of a table's cell: 小四, off the grid, so that rows stay low."""
    head = font == HEITI
    return OfficialStyle(name, font, size=24, align=align, line=360, on_grid=False, keep_next=head)


def page_number(name: str, side: str) -> OfficialStyle:
    """Return 四号 half-width 宋体, one character in from the outer edge (7.5)."""
    return OfficialStyle(
        name,
        SONGTI,
        SONGTI,
        size=28,
        align=side,
        line=320,
        indent=f'w:{side}Chars="100" w:{side}="280"',
        on_grid=False,
    )


STYLES = {
    Style.TITLE: OfficialStyle(
        "公文标题",
        XIAOBIAOSONG,
        XIAOBIAOSONG,
        size=44,
        align="center",
        line=700,
        after=LINE,
        on_grid=False,
        keep_next=True,
        following=Style.BODY,
    ),
    Style.HEADING_1: heading(1, "一级标题", HEITI),
    Style.HEADING_2: heading(2, "二级标题", KAITI),
    Style.HEADING_3: heading(3, "三级标题", FANGSONG),
    Style.HEADING_4: heading(4, "四级标题", FANGSONG),
    Style.BODY: OfficialStyle("公文正文", condensed=CONDENSED, first_indent=2),
    Style.ATTACHMENT_LIST: OfficialStyle("附件说明", condensed=CONDENSED, align="left"),
    Style.UNIT: OfficialStyle("发文机关署名", condensed=CONDENSED, align="left", keep_next=True),
    Style.DATE: OfficialStyle("成文日期", condensed=CONDENSED, align="left"),
    Style.ATTACHMENT_NUMBER: OfficialStyle(
        "附件序号",
        HEITI,
        HEITI,
        align="left",
        keep_next=True,
        new_page=True,
        following=Style.ATTACHMENT_TITLE,
    ),
    Style.ATTACHMENT_TITLE: OfficialStyle(
        "附件标题",
        XIAOBIAOSONG,
        XIAOBIAOSONG,
        size=44,
        align="center",
        line=700,
        before=LINE,
        after=LINE // 2,
        on_grid=False,
        keep_next=True,
    ),
    Style.TABLE_HEAD: cell_style("表头", HEITI, "center"),
    Style.TABLE_TEXT: cell_style("表格文字", FANGSONG, "left"),
    Style.TABLE_FIGURE: cell_style("表格数字", FANGSONG, "right"),
    Style.AFTER_TABLE: OfficialStyle("表后", size=2, line=HAIRLINE, after=LINE // 3, on_grid=False),
    Style.PAGE_NUMBER_ODD: page_number("单页页码", "right"),
    Style.PAGE_NUMBER_EVEN: page_number("双页页码", "left"),
}


def fonts(font: str, latin: str) -> str:
    """Name all four slots, so that no program falls back to a theme."""
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}" w:cs="{latin}"'
        ' w:hint="eastAsia"/>'
    )


def run_properties(style: OfficialStyle) -> str:
    """Say the font, spacing and size of a style."""
    return (
        f'<w:rPr>{fonts(style.font, style.latin)}<w:spacing w:val="{style.condensed}"/>'
        f'<w:kern w:val="0"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr>'
    )


def indents(style: OfficialStyle) -> str:
    """Give the first line's indent in characters for Word and WPS, in twips for the others."""
    first = style.first_indent
    first_line = f'w:firstLineChars="{first}00" w:firstLine="{first * 320}"' if first else ""
    return f"<w:ind {first_line or style.indent}/>" if first_line or style.indent else ""


def paragraph_properties(style: OfficialStyle) -> str:
    """Say where a style's paragraphs stand, in the order that the schema asks."""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        "<w:pPr>"
        + "<w:keepNext/>" * style.keep_next
        + "<w:pageBreakBefore/>" * style.new_page
        # A mark may hang at a full line's end, as in any office: said aloud, because LibreOffice
        # 7.4 takes silence for the opposite, hangs the mark and then does not print it.
        + '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>'
        # Air round figures, as Word leaves by itself: LibreOffice leaves it whatever is said here,
        # and our own pages do, so that lines break alike in all three.
        + '<w:autoSpaceDE w:val="1"/><w:autoSpaceDN w:val="1"/>'
        + f'<w:snapToGrid w:val="{int(style.on_grid)}"/>'
        + f'<w:spacing w:before="{style.before}" w:after="{style.after}"'
        + f' w:line="{style.line}" w:lineRule="exact"/>'
        + indents(style)
        + f'<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def paragraph_style(identity: str, style: OfficialStyle) -> str:
    """Return one paragraph style."""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>{following}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>'
        f"{paragraph_properties(style)}{run_properties(style)}</w:style>"
    )


def built_in_styles() -> str:
    """Return what Word expects by name: the normal paragraph and its own heading levels."""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:uiPriority w:val="9"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 5)
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{paragraph_properties(OfficialStyle('Normal'))}</w:style>{headings}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )


def table_style() -> str:
    """Return the table's style: thin lines all round, and a little air at the sides of a cell."""
    line = TABLE_LINE * 8 // 20  # in eighths of a point
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{line}" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        '<w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{CELL_PADDING}" w:type="dxa"/><w:right w:w="{CELL_PADDING}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def styles() -> str:
    """Return word/styles.xml.

    The paper is Chinese, its figures are not: where their language is Chinese too, LibreOffice
    breaks 2025 after 202 at the end of a line.
    """
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG, LATIN)}"
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    ours = "".join(paragraph_style(identity, style) for identity, style in STYLES.items())
    return f"<w:styles {NAMESPACES}>{defaults}{built_in_styles()}{ours}{table_style()}</w:styles>"
