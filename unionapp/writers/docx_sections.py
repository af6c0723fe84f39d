"""The pages of an office's own base: its section, upright, later in the paper, and on its side."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from unionapp.writers.official import OFFICIAL, PORTRAIT, Frame, Page

if TYPE_CHECKING:
    from lxml.etree import _Element


def frame_of(section: "_Element | None") -> Frame:
    """The pages of a base: its first section opens the paper, later ones have no letterhead."""
    from lxml.etree import tostring

    if section is None:
        return OFFICIAL
    upright = _page(section)
    later = _later(section)
    turns = _measured(section) and not upright.landscape
    turned = _turned(upright) if turns else upright
    return Frame(
        upright,
        turned,
        tostring(section, encoding="unicode"),
        tostring(later, encoding="unicode"),
        tostring(_on(turned, later), encoding="unicode"),
    )


def _measured(section: "_Element") -> bool:
    """Whether it gives both the paper's size and its margins."""
    from docx.oxml.ns import qn

    return all(section.find(qn(tag)) is not None for tag in ("w:pgSz", "w:pgMar"))


def _page(section: "_Element") -> Page:
    size, margins = dict(_numbers(section, "w:pgSz")), dict(_numbers(section, "w:pgMar"))
    return Page(
        size.get("w", PORTRAIT.width),
        size.get("h", PORTRAIT.height),
        *(
            abs(margins.get(side, getattr(PORTRAIT, side)))
            for side in ("top", "bottom", "left", "right")
        ),
    )


def _numbers(section: "_Element", tag: str) -> Iterator[tuple[str, int]]:
    """The lengths that an element gives, in twips."""
    from docx.oxml.ns import qn
    from lxml.etree import QName

    found = section.find(qn(tag))
    for name, length in () if found is None else found.attrib.items():
        if str(length).lstrip("-").isdecimal():
            yield QName(name).localname, int(length)


def _turned(page: Page) -> Page:
    """The page on its side; its foot keeps its height, because the page number stands there."""
    return Page(
        page.height, page.width, top=page.left, bottom=page.bottom, left=page.bottom, right=page.top
    )


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
    return turned
