"""What a paper is set on: the base of this program, or an office's own .docx.

Of an office's base stays what makes its look: what stands above the title, headers and footers,
margins, images, and the styles that it has by our names. No style is guessed: one that is missing
is named.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from xml.etree.ElementTree import ParseError

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from lxml.etree import LxmlError, _Element

from unionapp.errors import WritingError
from unionapp.layout import TABLE_STYLE, Style
from unionapp.system import bundled
from unionapp.writers.docx.footers import has_footers, has_headers, page_numbers_for
from unionapp.writers.docx.package import drop
from unionapp.writers.docx.safety import refuse_unless_safe
from unionapp.writers.docx.sections import (
    OFFICIAL_SECTIONS,
    Sections,
    sections_of,
    standard_section,
)

# Paragraphs and tables that may stand above the title, and styles that a base may have; Word itself
# lists no more than some 4,000.
_MOST_ABOVE, _MOST_STYLES = 500, 5000

# Styles of our own footers: an office's base has its own.
_FURNITURE = frozenset({Style.PAGE_NUMBER_ODD, Style.PAGE_NUMBER_EVEN})


@dataclass(frozen=True, slots=True)
class Base:
    """A Word document to be filled.

    `style_ids` translates our ids of styles into the base's own, and is empty where they are ours.
    `letterhead` is what stands above the paper; its bookmarks keep their names and numbers.
    `headers` and `footers` say whether the base has such, besides page numbers.
    """

    word: WordDocument
    sections: Sections = OFFICIAL_SECTIONS
    style_ids: Mapping[str, str] = field(default_factory=dict)
    letterhead: Sequence[_Element] = ()
    bookmarks: frozenset[str] = frozenset()
    free_number: int = 0
    headers: bool = False
    footers: bool = False


def own_base() -> Base:
    """Return the base of the official layout."""
    return Base(docx.Document(BytesIO(_own_bytes())))


@lru_cache(maxsize=1)
def _own_bytes() -> bytes:
    return bundled("word", "base.docx")


def office_base(base: bytes) -> Base:
    """Return an office's own base, ready to be filled.

    Raises:
        WritingError: It is no sound Word document, or lacks styles.
    """
    with translated_errors():
        word = _opened(base)
        if len(word.styles) > _MOST_STYLES:
            raise WritingError("本单位的版式文件用不了：它的样式太多，请删去用不着的样式后再试。")
        if missing := _missing(word):
            names = "、".join(f"“{name}”" for name in missing)
            raise WritingError(
                f"本单位的版式文件缺少样式{names}，请在其中按这些名称建好样式；"
                "也可以用本程序写出的文稿改成本单位的版式文件。"
            )
        _forget_the_person(word)
        return _prepared(word)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Take whatever python-docx stumbles over in a file that is sound as an archive for damage.

    Raises:
        WritingError: In the place of any such error.
    """
    stumbles = (
        *(LookupError, ValueError, AttributeError, TypeError, AssertionError),
        *(ArithmeticError, RecursionError),
    )
    try:
        yield
    except (OpcError, InvalidXmlError, LxmlError, ParseError, *stumbles) as error:
        raise WritingError(
            "本单位的版式文件已损坏，读不出来，请在 Word 或 WPS 中打开并另存为 docx 后再试。"
        ) from error


def _opened(base: bytes) -> WordDocument:
    refuse_unless_safe(base)
    return docx.Document(BytesIO(base))


def _prepared(word: WordDocument) -> Base:
    letterhead, found = _above_the_title(word)
    if len(letterhead) > _MOST_ABOVE:
        raise WritingError(
            f"本单位的版式文件用不了：它的标题上面有{len(letterhead)}段，请只留信头后再试。"
        )
    section = standard_section() if found is None else found
    there = _ids(word)
    ids = {id_: there[name] for id_, name in needed_styles().items()}
    headers, footers = has_headers(word, section), has_footers(word, section)
    numbers = page_numbers_for(word, section, ids, own_base().word)
    return Base(
        word,
        sections_of(section, numbers),
        ids,
        letterhead,
        *_taken(letterhead),
        headers=headers,
        footers=footers,
    )


def _forget_the_person(word: WordDocument) -> None:
    """Drop what names whoever made the base: properties, folders, a list of addresses."""
    settings = word.settings.element
    for tag in ("w:attachedTemplate", "w:mailMerge", "w:docVars"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    relations = word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for identity in [each for each, relation in relations.items() if relation.is_external]:
        del relations[identity]
    # python-docx makes new ones, which hold nothing.
    drop(word.part.package.rels, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _missing(word: WordDocument) -> tuple[str, ...]:
    there = _ids(word)
    return tuple(name for name in needed_styles().values() if name not in there)


def needed_styles() -> dict[str, str]:
    """Return the names of the styles of a paper by our ids."""
    ours = (*(style for style in Style if style not in _FURNITURE), TABLE_STYLE)
    names = {id_: name for name, id_ in _ids(own_base().word).items()}
    return {id_: names[id_] for id_ in ours}


def _ids(word: WordDocument) -> dict[str, str]:
    """The ids of a document's styles of paragraphs and tables, by their names."""
    styles = (each for each in word.styles if each.type in (TYPE.PARAGRAPH, TYPE.TABLE))
    return {style.name: style.style_id for style in styles if style.name}


def _above_the_title(word: WordDocument) -> tuple[list[_Element], _Element | None]:
    """What stands above the title, and the section that the title is in.

    In a base without a title everything is letterhead; a base that was a paper of ours keeps only
    what was put above its title.
    """
    title = _ids(word)[needed_styles()[Style.TITLE]]
    body = list(word.element.body)
    ends = [place for place, element in enumerate(body) if _style(element) == title]
    content = [element for element in body if element.tag != qn("w:sectPr")]
    end = ends[0] if ends else len(content)
    letterhead = content[:end] if ends else _without_empty_end(content)
    sections = [each for element in body[end:] for each in element.iter(qn("w:sectPr"))]
    return letterhead, deepcopy(sections[0]) if sections else None


def _style(element: _Element) -> str | None:
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(qn("w:val"))


def _without_empty_end(content: list[_Element]) -> list[_Element]:
    """Without the last paragraph if it is empty: the one that Word always leaves to write in."""
    empty = bool(content) and content[-1].tag == qn("w:p") and not _holds_anything(content[-1])
    return content[:-1] if empty else content


def _holds_anything(paragraph: _Element) -> bool:
    return any(True for _ in paragraph.iter(qn("w:r"), qn("w:sectPr")))


def _taken(letterhead: Sequence[_Element]) -> tuple[frozenset[str], int]:
    """The names of the letterhead's bookmarks, and the first number that is free."""
    starts = [start for element in letterhead for start in element.iter(qn("w:bookmarkStart"))]
    names = frozenset(str(start.get(qn("w:name"))) for start in starts)
    return names, max((int(str(start.get(qn("w:id")))) for start in starts), default=-1) + 1
