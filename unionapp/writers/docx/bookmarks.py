"""The bookmarks of a Word document, by which headings and figures are found again.

A bookmark within one paragraph outlives Word, WPS, LibreOffice and python-docx; content controls
do not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unionapp.layout import printable
from unionapp.paper import Attachment, Block, Heading, Paragraph

WHOLE = -1
"""The place of a bookmark around the text of a whole block, where others have that of a run."""

_LONGEST = 40
"""Word takes no longer name."""

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
        """The bookmark at a place, counted from zero."""
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
