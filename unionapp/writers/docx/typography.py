"""What the pages of this program take over from the Word document that a paper is set on."""

from functools import lru_cache
from types import MappingProxyType

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import tostring

from unionapp.layout import Style, StyleSheet, Typography, official, styles_of
from unionapp.paper import Document, Table, Title
from unionapp.writers.docx.base import Base, needed_styles, office_base, translated_errors
from unionapp.writers.docx.measures import refuse_odd_measures
from unionapp.writers.docx.write import packed


@lru_cache(maxsize=2)
def typography_of(content: bytes) -> Typography:
    """Return the pages and styles of an office's own base.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    with translated_errors():
        base = office_base(content)
        sheet = StyleSheet.parsed(tostring(base.word.styles.element), _theme(base))
        ids = {Style(ours): theirs for ours, theirs in base.style_ids.items() if ours in _STYLES}
        styles = styles_of(sheet, ids, base.sections.page_setup.portrait)
        found = Typography(
            base.sections.page_setup,
            MappingProxyType({**official().styles, **styles}),
            _not_followed(base),
        )
    refuse_odd_measures(found, needed_styles())
    return found


def tried(content: bytes, _name: str = "") -> Typography:
    """Return the pages and styles of a base on which a paper was packed, too, to try it whole.

    Raises:
        WritingError: The base can't be used.
    """
    found = typography_of(content)
    packed(_SAMPLE, content)
    return found


# A paper with nothing in it but its title.
_SAMPLE = Document("总结", "", "", (Title(("总结",)),), Table((), ()))

_STYLES = frozenset(style.value for style in Style)


def _theme(base: Base) -> bytes | None:
    relations = base.word.part.rels.values()
    parts = (each.target_part for each in relations if each.reltype == RELATIONSHIP_TYPE.THEME)
    return next((part.blob for part in parts), None)


def _not_followed(base: Base) -> str:
    """One sentence on what our pages leave out."""
    there = {"信头": base.letterhead, "页眉": base.headers, "页脚": base.footers}
    names = "、".join(name for name, found in there.items() if found)
    if not names:
        return ""
    return (
        f"本单位版式文件里的{names}只写进 Word 文稿，预览、打印和 PDF 里没有，分页也可能因此不同。"
    )
