"""What a Word document keeps so that an edited copy can be read back; none of it is printed.

Headings and figures are found again by bookmarks: one within a paragraph outlives Word, WPS,
LibreOffice and python-docx; content controls do not. A custom XML part holds what was exported,
word by word; a copy that lost it still names its draft in its document properties.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter

from unionapp.layout import printable
from unionapp.paper import Attachment, Block, Document, Heading, Origin, Paragraph

NAMESPACE = "urn:unionapp:report"

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{6F1B2E0C-54A7-4D0B-9B7E-2C9F0D6A8E31}"

# What every custom property names as its format (ECMA-376, part 1, 22.3.2.1).
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# The place of a bookmark around the text of a whole block, where others have that of a run.
WHOLE = -1

# Word takes no longer name.
_LONGEST = 40

_UNNAMEABLE = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: both its number and its name occur once in a file."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """The bookmarks of a paper, by block and run."""

    _at: dict[tuple[int, int], Bookmark]

    def at(self, block: int, run: int = WHOLE) -> Bookmark | None:
        """Return the bookmark at a place, counted from zero."""
        return self._at.get((block, run))


def bookmarks_of(
    blocks: Iterable[Block], taken: Iterable[str] = (), first_number: int = 0
) -> Bookmarks:
    """Name a bookmark for every heading (`gh_s_`), figure (`gh_f_`) and attachment (`gh_t_`).

    Args:
        blocks: The paper.
        taken: Names that the file holds already.
        first_number: From which on numbers are free.
    """
    used = {name.casefold() for name in taken}
    found: dict[tuple[int, int], Bookmark] = {}
    for number, (place, wished) in enumerate(_wishes(blocks), start=first_number):
        name = _free(wished, used)
        used.add(name.casefold())
        found[place] = Bookmark(number, name)
    return Bookmarks(found)


def _wishes(blocks: Iterable[Block]) -> Iterator[tuple[tuple[int, int], str]]:
    for index, block in enumerate(blocks):
        match block:
            case Heading(anchor=anchor) if anchor:
                yield (index, WHOLE), _name("gh_s_", anchor)
            case Attachment(name=name) if name:
                yield (index, WHOLE), _name("gh_t_", name)
            case Paragraph(runs=runs):
                for place, run in enumerate(runs):
                    if run.indicator and run.text:
                        yield (index, place), _name("gh_f_", run.indicator)
            case _:
                pass


def _name(kind: str, id_: str) -> str:
    return kind + _UNNAMEABLE.sub("_", printable(id_))


def _free(wished: str, used: set[str]) -> str:
    """The name, shortened and counted until nothing else bears it."""
    name, count = wished[:_LONGEST], 1
    while name.casefold() in used:
        count += 1
        ending = f"_{count}"
        name = wished[: _LONGEST - len(ending)] + ending
    return name


def report(document: Document, bookmarks: Bookmarks) -> bytes:
    """Return the custom part: origin, and the text of every item with its figures."""
    origin = document.origin
    attributes = _attributes(
        draft=origin.draft,
        template=origin.template,
        version=str(origin.version),
        unit=document.unit,
        year=document.year,
        title=document.title,
    )
    items = "".join(_items(document, bookmarks))
    return _part(f'<report xmlns="{NAMESPACE}"{attributes}>{items}</report>')


def _items(document: Document, bookmarks: Bookmarks) -> Iterator[str]:
    """The paragraphs of an item, under the bookmark of the heading that they stand below."""
    heading: Bookmark | None = None
    for anchor, placed in groupby(enumerate(document.blocks), key=lambda each: _anchor(each[1])):
        paragraphs: list[str] = []
        for index, block in placed:
            if isinstance(block, Heading):
                heading = bookmarks.at(index)
            elif isinstance(block, Paragraph):
                paragraphs.append(_paragraph(block, index, bookmarks))
        if paragraphs:
            named = _attributes(anchor=anchor, bookmark=heading.name if heading else "")
            yield f"<item{named}>{''.join(paragraphs)}</item>"


def _anchor(block: object) -> str:
    return block.anchor if isinstance(block, Paragraph) else ""


def _paragraph(block: Paragraph, index: int, bookmarks: Bookmarks) -> str:
    content = "".join(
        _figure(run.text, run.indicator, bookmarks.at(index, place))
        for place, run in enumerate(block.runs)
    )
    return f"<paragraph>{content}</paragraph>"


def _figure(text: str, indicator: str, bookmark: Bookmark | None) -> str:
    shown = escape(printable(text))
    if bookmark is None:
        return shown
    return f"<figure{_attributes(indicator=indicator, bookmark=bookmark.name)}>{shown}</figure>"


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{escape(printable(text))}"' for name, text in values.items())


def store_properties() -> bytes:
    """Return the part beside the custom part that tells Word what it holds."""
    return _part(
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_STORE_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def custom_properties(origin: Origin) -> bytes:
    """Return docProps/custom.xml: the ids again, for a copy that lost its custom part."""
    named = {
        "gh_draft": origin.draft,
        "gh_template": origin.template,
        "gh_template_version": str(origin.version),
    }
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(printable(text))}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(filter(itemgetter(1), named.items()), start=2)
    )
    return _part(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>')


def application_properties(unit: str) -> bytes:
    """Return docProps/app.xml: the program and the union, no person and no folder."""
    return _part(
        f'<Properties xmlns="{_EXTENDED}"><Company>{escape(printable(unit))}</Company>'
        "<Application>工会年度总结</Application></Properties>"
    )


def _part(xml: str) -> bytes:
    return (_DECLARATION + xml).encode()
