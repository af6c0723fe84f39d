"""Strips put onto pages.

A strip stays whole. One that must keep with the next goes to the next page with it, unless that
would leave its page empty. Of the room below a strip and above the next the larger counts, and at
the top of a page neither does.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from unionapp.layout.official import Page as PageShape
from unionapp.layout.pages.flow import Flow, LayoutStrip
from unionapp.layout.pages.model import Mark, Page, PlacedLine, Rule

# The line of a page number, by the number and the width of its type area.
Numbered: TypeAlias = Callable[[int, float], PlacedLine]

_TWIPS = 20
_TOLERANCE = 0.01

# A blank strip lower than this never begins a page.
_HAIR = 2.0


class Paginator:
    """Puts strips onto pages; a page that holds the same strips as before is the same page."""

    def __init__(self, numbered: Numbered, empty: PageShape) -> None:
        """Put strips onto pages; a paper without any gets an empty one of a shape."""
        self._numbered = numbered
        self._empty = empty
        self._known: dict[_Key, tuple[Page, _Stack]] = {}

    def paginate(self, flows: Iterable[Flow]) -> Iterator[Page]:
        """Yield the pages of a paper; a paper without a block has one empty page."""
        known, self._known = self._known, {}
        stacks = list(_stacks(flows)) or [_Stack(self._empty)]
        for number, stack in enumerate(stacks, start=1):
            key = stack.key(number)
            before = known.get(key)
            page = before[0] if before else stack.page(number, self._numbered)
            self._known[key] = (page, stack)  # the stack keeps its strips, and so their ids, alive
            yield page


def _stacks(flows: Iterable[Flow]) -> "Iterator[_Stack]":
    """Pages in the making; a change of shape begins one."""
    stack: _Stack | None = None
    for flow in flows:
        if stack is None or flow.shape != stack.shape or (flow.new_page and stack.strips):
            if stack is not None and stack.strips:
                yield stack
            stack = _Stack(flow.shape)
        for strip in flow.strips:
            if not stack.has_room(strip):
                kept = stack.give_up_kept()
                yield stack
                stack = _Stack(flow.shape)
                stack.add_all(kept or _repeated(flow, strip))
            stack.add(strip)
    if stack is not None and stack.strips:
        yield stack


def _repeated(flow: Flow, strip: LayoutStrip) -> tuple[LayoutStrip, ...]:
    """The head of the table, above a row that begins a page."""
    return (flow.head,) if flow.head and strip.rules and strip is not flow.head else ()


# The number and shape of a page and the ids of its strips.
_Key: TypeAlias = tuple[int, PageShape, tuple[int, ...]]


class _Stack:
    """One page in the making.

    Where there is a grid, it holds whole lines of it; what is over of the type area stands half
    above, half below, as LibreOffice divides it.
    """

    def __init__(self, shape: PageShape) -> None:
        self.shape = shape
        self.strips: list[tuple[float, LayoutStrip]] = []
        height = shape.height - shape.top - shape.bottom
        pitch = shape.pitch or 1
        self._room = height // pitch * pitch / _TWIPS
        self._above = height % pitch / _TWIPS / 2

    def has_room(self, strip: LayoutStrip) -> bool:
        """Return whether a strip goes below the others; an empty page has room for any."""
        if not self.strips or (strip.height < _HAIR and not strip.lines):
            return True
        return self._top_of(strip) + strip.height <= self._room + _TOLERANCE

    def add(self, strip: LayoutStrip) -> None:
        self.strips.append((self._top_of(strip), strip))

    def add_all(self, strips: Iterable[LayoutStrip]) -> None:
        for strip in strips:
            self.add(strip)

    def give_up_kept(self) -> list[LayoutStrip]:
        """Take off the last strips that must keep with what comes, unless all must."""
        free = len(self.strips)
        while free and self.strips[free - 1][1].keep:
            free -= 1
        kept = [strip for _, strip in self.strips[free:]] if free else []
        del self.strips[len(self.strips) - len(kept) :]
        return kept

    def key(self, number: int) -> _Key:
        """Return the key by which the page is known again."""
        return number, self.shape, tuple(id(strip) for _, strip in self.strips)

    def _top_of(self, strip: LayoutStrip) -> float:
        if not self.strips:
            return 0.0
        top, last = self.strips[-1]
        return top + last.height + max(last.after, strip.before)

    def page(self, number: int, numbered: Numbered) -> Page:
        """Return the page, with all places counted from its corner."""
        x, y = self.shape.left / _TWIPS, self.shape.top / _TWIPS + self._above
        height = self.shape.height / _TWIPS
        placed = [(y + top, strip) for top, strip in self.strips]
        return Page(
            number,
            self.shape.width / _TWIPS,
            height,
            tuple(_lines(placed, x)),
            tuple(_rules(placed, x)),
            tuple(_marks(placed)),
            self._footer(number, numbered),
        )

    def _footer(self, number: int, numbered: Numbered) -> PlacedLine:
        """The page number; on a landscape page it stands where the portrait sheet has it."""
        shape = self.shape
        x, y = shape.left / _TWIPS, (shape.height - shape.footer) / _TWIPS
        if not shape.number_aside:
            return numbered(number, shape.text_width / _TWIPS).moved(x, y)
        line = numbered(number, (shape.height - shape.top - shape.bottom) / _TWIPS)
        aside, down = shape.footer / _TWIPS - line.y, shape.top / _TWIPS + line.x
        return PlacedLine(aside, down, line.line, turned=True)


def _lines(placed: list[tuple[float, LayoutStrip]], x: float) -> Iterator[PlacedLine]:
    return (line.moved(x, top) for top, strip in placed for line in strip.lines)


def _rules(placed: list[tuple[float, LayoutStrip]], x: float) -> Iterator[Rule]:
    return (rule.moved(x, top) for top, strip in placed for rule in strip.rules)


def _marks(placed: list[tuple[float, LayoutStrip]]) -> Iterator[Mark]:
    return (mark.moved(top) for top, strip in placed for mark in strip.marks)
