"""The pages of an office's own base: its section, upright, later in the paper, and on its side."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from unionapp.layout import OFFICIAL, PORTRAIT, Frame, Page, turned

if TYPE_CHECKING:
    from lxml.etree import _Element

# Puts page numbers below the pages of a section.
Numbers: TypeAlias = Callable[["_Element", Page], None]

_NUMBER_BELOW_TEXT = PORTRAIT.bottom - PORTRAIT.foot
_LOWEST_FOOT = 284
_CHARACTER_UNIT = 4096
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})


def standard_section() -> "_Element":
    """The section of the standard, for a base that has none; it has no feet yet."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    from unionapp.writers.docx.wordml import NAMESPACES

    section = parse_xml(OFFICIAL.opening.replace("<w:sectPr>", f"<w:sectPr {NAMESPACES}>", 1))
    for foot in section.findall(qn("w:footerReference")):
        section.remove(foot)
    return section


def frame_of(section: "_Element", numbers: Numbers | None = None) -> Frame:
    """The pages of a base: its first section opens the paper, later ones have no letterhead.

    `numbers` is given for a base without page numbers.
    """
    from lxml.etree import tostring

    upright = _numbered(section, page_of(section)) if numbers else page_of(section)
    aside = _lying(section, upright, numbers)
    if numbers:
        numbers(section, upright)
    later = _later(section)
    lying = _on(aside, _without_feet(later) if numbers else later)
    if numbers and aside.number_aside:
        numbers(lying, aside)
    written = [tostring(each, encoding="unicode") for each in (section, later, lying)]
    return Frame(upright, aside, *written)


def _numbered(section: "_Element", page: Page) -> Page:
    """The page with the number as far below the text as the standard has it."""
    from docx.oxml.ns import qn

    foot = max(page.bottom - _NUMBER_BELOW_TEXT, _LOWEST_FOOT)
    margins = section.find(qn("w:pgMar"))
    if margins is not None:
        margins.set(qn("w:footer"), str(foot))
    return replace(page, foot=foot)


def _lying(section: "_Element", upright: Page, numbers: Numbers | None) -> Page:
    """The page on its side; feet of the base's own keep their height below it."""
    if upright.landscape or not _measured(section):
        return upright
    if numbers:
        return turned(upright)
    return replace(turned(upright), bottom=upright.bottom, number_aside=False)


def _without_feet(section: "_Element") -> "_Element":
    from docx.oxml.ns import qn

    bare = deepcopy(section)
    for foot in bare.findall(qn("w:footerReference")):
        bare.remove(foot)
    return bare


def _measured(section: "_Element") -> bool:
    """Whether it gives both the paper's size and its margins."""
    from docx.oxml.ns import qn

    return all(section.find(qn(tag)) is not None for tag in ("w:pgSz", "w:pgMar"))


def page_of(section: "_Element") -> Page:
    """The page that a section describes; what it leaves out is that of the standard."""
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
        foot=margins.get("footer", PORTRAIT.foot),
        pitch=pitch,
        stretch=stretch,
    )


def _grid(section: "_Element") -> tuple[int, float]:
    """The pitch of the lines, and what the grid adds to each character."""
    from docx.oxml.ns import qn

    grid = section.find(qn("w:docGrid"))
    if grid is None or grid.get(qn("w:type")) not in _GRIDS:
        return 0, 0.0
    given = dict(_numbers(section, "w:docGrid"))
    by_characters = grid.get(qn("w:type")) != "lines"
    stretch = given.get("charSpace", 0) / _CHARACTER_UNIT if by_characters else 0.0
    return max(given.get("linePitch", 0), 0), stretch


def _numbers(section: "_Element", tag: str) -> Iterator[tuple[str, int]]:
    """The lengths that an element gives, in twips."""
    from docx.oxml.ns import qn
    from lxml.etree import QName

    found = section.find(qn(tag))
    for name, length in () if found is None else found.attrib.items():
        if str(length).lstrip("-").isdecimal():
            yield QName(name).localname, int(length)


def _later(section: "_Element") -> "_Element":
    """The section without what belongs to its first page alone."""
    from docx.oxml.ns import qn

    later = deepcopy(section)
    for tag in ("w:titlePg", "w:pgNumType", "w:type"):
        for element in later.findall(qn(tag)):
            later.remove(element)
    return later


def _on(page: Page, section: "_Element") -> "_Element":
    """The section with pages of another shape."""
    from docx.oxml.ns import qn

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
