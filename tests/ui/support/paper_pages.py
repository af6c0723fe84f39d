"""Pages laid out without a window: every character as wide as official fonts have it."""

from collections.abc import Iterator

from unionapp.layout.pages import Layout, Page, Pages, PlacedLine
from unionapp.paper import Document
from unionapp.text import cells


def measure(text: str, _font: str, size: float) -> float:
    return cells(text) * size


def laid_out(document: Document) -> Pages:
    return Layout(measure).lay_out(document)


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


def all_lines(paper: Pages) -> Iterator[tuple[Page, PlacedLine]]:
    return ((page, placed) for page in paper.pages for placed in page.lines)


def text_of(paper: Pages) -> str:
    return "".join(placed.line.text for _, placed in all_lines(paper))
