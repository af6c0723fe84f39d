"""Headers and footers of an office's own base: what it has, and the page numbers that it lacks."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from unionapp.layout import Page, Style
from unionapp.writers.docx.package import new_part, package_of
from unionapp.writers.docx.sections import Numbers
from unionapp.writers.docx.wordml import page_number_footer

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SIDES = (("default", Style.PAGE_NUMBER_ODD), ("even", Style.PAGE_NUMBER_EVEN))

# The text of a footer that is a page number alone.
_NUMBER = re.compile(r"[\s\d—–\-·第页]*")


def has_headers(word: WordDocument, section: _Element) -> bool:
    """Return whether anything stands above the type area."""
    return any(_texts(part) or _pictures(part) for part in _parts(word, section, "w:header"))


def has_footers(word: WordDocument, section: _Element) -> bool:
    """Return whether anything but a page number stands below the type area."""
    return any(
        _pictures(part) or not _NUMBER.fullmatch(_texts(part))
        for part in _parts(word, section, "w:footer")
    )


def page_numbers_for(
    word: WordDocument, section: _Element, ids: Mapping[str, str], own: WordDocument
) -> Numbers | None:
    """Return what puts page numbers on the pages of a base that has none, or ours already."""
    ours = {str(each.style_id): str(each.name) for each in own.styles}
    there = {str(each.name): str(each.style_id) for each in word.styles}
    styles = {style.value: there.get(ours[style], style.value) for _, style in _SIDES}
    footers = list(_parts(word, section, "w:footer"))
    if any(_is_anothers(part, set(styles.values())) for part in footers):
        return None
    for style in styles:
        if ours[style] not in there:
            word.styles.element.append(_on_its_own(own, style))

    def add(pages: _Element, page: Page) -> None:
        _add_page_numbers(word, pages, page, {**ids, **styles})

    return add


def _parts(word: WordDocument, section: _Element, kind: str) -> Iterator[_Element]:
    """The headers or footers that a section refers to."""
    for reference in section.findall(qn(f"{kind}Reference")):
        part = word.part.related_parts[str(reference.get(qn("r:id")))]
        yield part.element


def _texts(part: _Element) -> str:
    return "".join(str(each.text or "") for each in part.iter(qn("w:t")))


def _pictures(part: _Element) -> bool:
    return any(True for _ in part.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")))


def _is_anothers(part: _Element, styles: set[str]) -> bool:
    """Whether a footer shows something that is no page number of ours: Word leaves empty ones."""
    fields = any(True for _ in part.iter(qn("w:fldSimple"), qn("w:instrText")))
    shows = fields or _texts(part).strip() or _pictures(part)
    used = {str(each.get(qn("w:val"))) for each in part.iter(qn("w:pStyle"))}
    ours = used & styles and _NUMBER.fullmatch(_texts(part)) and not _pictures(part)
    return bool(shows and not ours)


def _on_its_own(own: WordDocument, identity: str) -> _Element:
    """A style of ours, based on none of the base's."""
    styles = (each.element for each in own.styles if each.style_id == identity)
    alone: _Element = deepcopy(next(styles))
    for element in alone.findall(qn("w:basedOn")):
        alone.remove(element)
    return alone


def _add_page_numbers(
    word: WordDocument, section: _Element, page: Page, ids: Mapping[str, str]
) -> None:
    """Put the page numbers of the standard below the pages of a section."""
    for old in section.findall(qn("w:footerReference")):
        section.remove(old)
    _repeat_header_on_even_pages(section)
    word.settings.odd_and_even_pages_header_footer = True
    titled = section.find(qn("w:titlePg")) is not None
    for kind, style in (*_SIDES, *([("first", Style.PAGE_NUMBER_ODD)] * titled)):
        identity = _add_footer(word, style, page, ids)
        headers = len(section.findall(qn("w:headerReference")))
        section.insert(headers, _reference("footer", kind, identity))


def _repeat_header_on_even_pages(section: _Element) -> None:
    """Where odd and even pages are told apart, a base with one head has it on both."""
    headers = {each.get(qn("w:type")): each for each in section.findall(qn("w:headerReference"))}
    if "default" in headers and "even" not in headers:
        identity = str(headers["default"].get(qn("r:id")))
        section.insert(0, _reference("header", "even", identity))


def _reference(part: str, kind: str, identity: str) -> _Element:
    reference: _Element = OxmlElement(f"w:{part}Reference")
    reference.set(qn("w:type"), kind)
    reference.set(qn("r:id"), identity)
    return reference


def _add_footer(word: WordDocument, style: Style, page: Page, ids: Mapping[str, str]) -> str:
    """A new part with the footer; returns the id of the relation that leads to it."""
    package = package_of(word)
    content = page_number_footer(style, page)
    for ours, theirs in ids.items():
        content = content.replace(f'"{ours}"', f'"{theirs}"')
    name = str(package.next_partname("/word/footer%d.xml"))
    part = new_part(package, name, _KIND, content.encode())
    return word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)


def drop_unused_footers(word: WordDocument) -> None:
    """Drop the footers that no section shows any longer."""
    shown = {each.get(qn("r:id")) for each in word.element.iter(qn("w:footerReference"))}
    relations = word.part.rels
    footers = [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.FOOTER]
    for unused in set(footers) - shown:
        del relations[unused]
