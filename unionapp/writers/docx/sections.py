"""The sections of a Word document: the pages of the text, and those on their side.

An office's own base has one section, from which those later in the paper are made.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TypeAlias

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import QName, _Element, tostring

from unionapp.layout import LANDSCAPE, LINE, OFFICIAL, PORTRAIT, Page, PageSetup, turned
from unionapp.writers.docx.wordml import NAMESPACES

# Puts page numbers below the pages of a section.
Numbers: TypeAlias = Callable[[_Element, Page], None]

_NUMBER_BELOW_TEXT = PORTRAIT.bottom - PORTRAIT.footer
_LOWEST_FOOTER = 284

# Page edge to the footer of a landscape page, where nothing is printed.
_LANDSCAPE_FOOTER = 851

_CHARACTER_UNIT = 4096
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})


@dataclass(frozen=True, slots=True)
class Sections:
    """The pages of a Word document, and the `w:sectPr` of a run of like ones.

    `opening` is that of the first pages, where a letterhead may stand; `portrait` that of later
    ones.
    """

    page_setup: PageSetup
    opening: str
    portrait: str
    landscape: str

    def properties(self, page: Page, *, first: bool) -> str:
        """Return the properties of a run of pages."""
        if page != self.page_setup.portrait:
            return self.landscape
        return self.opening if first else self.portrait


def section_properties(page: Page) -> str:
    """Return the `w:sectPr` of a run of pages; the footers are those of base.docx."""
    aside = "Aside" if page.number_aside else ""
    return (
        "<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="rIdOdd{aside}"/>'
        f'<w:footerReference w:type="even" r:id="rIdEven{aside}"/>'
        f"{_page_properties(page)}"
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
        "</w:sectPr>"
    )


def _page_properties(page: Page) -> str:
    """The paper and its margins, the first two elements that the schema asks after the footers."""
    orientation = ' w:orient="landscape"' if page.landscape else ""
    footer = _LANDSCAPE_FOOTER if page.number_aside else page.footer
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orientation}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="851" w:footer="{footer}" w:gutter="0"/>'
    )


# The sections of the official layout.
OFFICIAL_SECTIONS = Sections(
    OFFICIAL,
    section_properties(PORTRAIT),
    section_properties(PORTRAIT),
    section_properties(LANDSCAPE),
)


def standard_section() -> _Element:
    """Return the section of the standard, for a base that has none; it has no footers yet."""
    opening = OFFICIAL_SECTIONS.opening
    section = parse_xml(opening.replace("<w:sectPr>", f"<w:sectPr {NAMESPACES}>", 1))
    for footer in section.findall(qn("w:footerReference")):
        section.remove(footer)
    return section


def sections_of(section: _Element, numbers: Numbers | None = None) -> Sections:
    """Return the sections of a base: its first one opens the paper, later ones have no letterhead.

    `numbers` is given for a base without page numbers.
    """
    portrait = _numbered(section, page_of(section)) if numbers else page_of(section)
    landscape = _landscape(section, portrait, numbers)
    if numbers:
        numbers(section, portrait)
    later = _later(section)
    aside = _on(landscape, _without_footers(later) if numbers else later)
    if numbers and landscape.number_aside:
        numbers(aside, landscape)
    written = [tostring(each, encoding="unicode") for each in (section, later, aside)]
    return Sections(PageSetup(portrait, landscape), *written)


def _numbered(section: _Element, page: Page) -> Page:
    """The page with the number as far below the text as the standard has it."""
    footer = max(page.bottom - _NUMBER_BELOW_TEXT, _LOWEST_FOOTER)
    margins = section.find(qn("w:pgMar"))
    if margins is not None:
        margins.set(qn("w:footer"), str(footer))
    return replace(page, footer=footer)


def _landscape(section: _Element, portrait: Page, numbers: Numbers | None) -> Page:
    """The page on its side; footers of the base's own keep their height below it."""
    if portrait.landscape or not _measured(section):
        return portrait
    if numbers:
        return turned(portrait)
    return replace(turned(portrait), bottom=portrait.bottom, number_aside=False)


def _without_footers(section: _Element) -> _Element:
    bare = deepcopy(section)
    for footer in bare.findall(qn("w:footerReference")):
        bare.remove(footer)
    return bare


def _measured(section: _Element) -> bool:
    """Whether it gives both the paper's size and its margins."""
    return all(section.find(qn(tag)) is not None for tag in ("w:pgSz", "w:pgMar"))


def page_of(section: _Element) -> Page:
    """Return the page that a section describes; what it leaves out is the standard's."""
    size, margins = dict(_numbers(section, "w:pgSz")), dict(_numbers(section, "w:pgMar"))
    sides = {
        side: abs(margins.get(side, getattr(PORTRAIT, side)))
        for side in ("top", "bottom", "left", "right")
    }
    sides["left"] += margins.get("gutter", 0)
    pitch, stretch = _grid(section)
    return Page(
        size.get("w", PORTRAIT.width),
        size.get("h", PORTRAIT.height),
        **sides,
        footer=margins.get("footer", PORTRAIT.footer),
        pitch=pitch,
        stretch=stretch,
    )


def _grid(section: _Element) -> tuple[int, float]:
    """The pitch of the lines, and what the grid adds to each character."""
    grid = section.find(qn("w:docGrid"))
    if grid is None or grid.get(qn("w:type")) not in _GRIDS:
        return 0, 0.0
    given = dict(_numbers(section, "w:docGrid"))
    by_characters = grid.get(qn("w:type")) != "lines"
    stretch = given.get("charSpace", 0) / _CHARACTER_UNIT if by_characters else 0.0
    return max(given.get("linePitch", 0), 0), stretch


def _numbers(section: _Element, tag: str) -> Iterator[tuple[str, int]]:
    """The lengths that an element gives, in twips."""
    found = section.find(qn(tag))
    for name, length in () if found is None else found.attrib.items():
        if str(length).lstrip("-").isdecimal():
            yield QName(name).localname, int(length)


def _later(section: _Element) -> _Element:
    """The section without what belongs to its first page alone."""
    later = deepcopy(section)
    for tag in ("w:titlePg", "w:pgNumType", "w:type"):
        for element in later.findall(qn(tag)):
            later.remove(element)
    return later


def _on(page: Page, section: _Element) -> _Element:
    """The section with pages of another shape."""
    turned = deepcopy(section)
    size, margins = turned.find(qn("w:pgSz")), turned.find(qn("w:pgMar"))
    if size is not None:
        size.set(qn("w:w"), str(page.width))
        size.set(qn("w:h"), str(page.height))
        size.set(qn("w:orient"), "landscape")
    if margins is not None:
        for side in ("top", "bottom", "left", "right"):
            margins.set(qn(f"w:{side}"), str(getattr(page, side)))
        margins.set(qn("w:gutter"), "0")
    return turned
