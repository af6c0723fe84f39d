"""A long title broken by sense into lines that make a 梯形 or a 菱形 (GB/T 9704-2012, 7.3.1).

Every way to break it between words is weighed: by the words, then by the outline. What no rule of
words can tell is left to the person: a title is text and can be put otherwise.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise
from math import ceil

from unionapp.text import cells

# The characters of 2号 (22 pt) that a line holds between margins of 28 and 26 mm.
WIDTH = 20

# What stands between Chinese characters and figures, which word processors put there.
_AIR = 0.25

_SHORTEST = 3
_MOST_LINES = 6

_GOOD, _FAIR, _FORCED, _TORN = 1.0, 6.0, 40.0, 80.0

# Between which words a line may end, and what that costs; the later pattern decides.
_BREAKS = (
    (
        re.compile(r"(?=工作|活动|总结|报告|方案|统计|管理|服务)|(?<=[和与及暨年])|(?<=关于)"),
        _FAIR,
    ),
    (
        re.compile(r"(?=关于|\d{4}年|以及|深入|开展|推进|加强|贯彻|落实|围绕)|(?<=的|、|，|；)"),
        _GOOD,
    ),
    (
        re.compile(
            r"(?<=以及|年度|活动|情况)|(?<=委员会|联合会)|(?<=情况[和及与])"
            r"|(?<=公司|集团|街道)(?!总?工会|公司|有限|股份)"
            r"|(?<=工会)(?!干部|会员|组织|经费|工作|小组)"
        ),
        _GOOD,
    ),
)

_TOGETHER = re.compile(
    r"\d{4}年度?|年度|[\dA-Za-z.%]+|《[^》]{1,18}》|（[^）]{1,18}）|总工会|以及|工作(?:总结|报告)"
    r"|(?:开展|办理|落实|执行|签订)?情况(?=[^和及与以、的]|$)"
    r"(?:统计|一览|汇总|登记|明细)*[表册]?"
    r"|(?<!统计|一览|汇总|登记|明细)(?>(?:统计|一览|汇总|登记|明细)+)表"
)
_JOINING = frozenset("的和与及暨（〔")
_NEVER_FIRST = frozenset("、，。；：？！）》”’】〕") | _JOINING
_NEVER_LAST = frozenset("（《“‘【〔")

_WAIST, _LINE, _STUB, _ALIKE = 25.0, 3.0, 8.0, 5.0


def title_width(text: str) -> float:
    """Return the width of a title's line in characters, with the air round its figures."""
    changes = sum(1 for one, other in pairwise(text) if _is_figure(one) != _is_figure(other))
    return cells(text) + _AIR * changes


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isalnum()


@lru_cache(maxsize=64)
def title_lines(title: str, unit: str = "", width: int = WIDTH) -> tuple[str, ...]:
    """Break a title into lines; a short one stays whole, a longer one parts after the union's name.

    `width` is what a line holds, in characters. A title that six lines do not hold, or that has no
    place to break at, is left to the program that prints it.
    """
    if title_width(title) <= width:
        return (title,)
    rest = title.removeprefix(unit)
    if unit and rest and rest != title and max(title_width(unit), title_width(rest)) <= width:
        return (unit, rest)
    if title_width(title) > _MOST_LINES * (width + _AIR):
        return (title,)
    breaks = _breaks(title, len(unit) if rest != title else 0, width)
    return _cheapest(title, breaks, width) or _evenest(title, breaks, width) or (title,)


def _breaks(title: str, after_unit: int, width: int) -> dict[int, float]:
    """Where a line may end, and what each of these places costs: nothing after the name."""
    breaks = {found.start(): cost for pattern, cost in _BREAKS for found in pattern.finditer(title)}
    breaks[after_unit] = 0.0
    whole = after_unit if title_width(title[:after_unit]) <= width else 0
    places = [place for place in _allowed(title) if place >= whole]
    allowed = {place: breaks[place] for place in places if place in breaks}
    edges = (whole, *(place for place in allowed if place > whole), len(title))
    for left, right in pairwise(edges):
        allowed |= dict.fromkeys(_forced(title, left, right, width), _FORCED)
    return allowed


def _allowed(title: str, never_first: frozenset[str] = _NEVER_FIRST) -> list[int]:
    """The places inside the title where no number, mark or name would be torn apart."""
    torn = {
        place
        for found in _TOGETHER.finditer(title)
        for place in range(found.start() + 1, found.end())
    }
    return [
        place
        for place, (last, first) in enumerate(pairwise(title), start=1)
        if place not in torn and first not in never_first and last not in _NEVER_LAST
    ]


def _forced(title: str, left: int, right: int, width: int) -> Iterator[int]:
    """Places that cut a stretch without a natural break into equal parts that a line holds."""
    parts = int(-(-title_width(title[left:right]) // width))
    inside = [place for place in _allowed(title) if left < place < right]
    for part in range(1, parts if inside else 0):
        wished = left + (right - left) * part / parts
        yield min(inside, key=lambda place: abs(place - wished))


def _cheapest(title: str, breaks: dict[int, float], width: int) -> tuple[str, ...]:
    """The cheapest way to break the title at these places; none if they do not do.

    A longer way never costs less, so what may become cheapest is gone on with first, and the first
    way that reaches the end is the one. To weigh them all would take minutes for some names.
    """
    places = (*sorted(breaks), len(title))
    begun: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    while begun:
        _, way = heappop(begun)
        start = sum(map(len, way))
        if start == len(title):
            return way
        for end in places[bisect_right(places, start) :]:
            line, fewest = title[start:end], ceil(cells(title[end:]) / width)
            if title_width(line) > width:
                break
            if len(way) + 1 + fewest <= _MOST_LINES and (
                title_width(line) >= _SHORTEST or end == len(title)
            ):
                ahead = sum(sorted(breaks[place] for place in breaks if place >= end)[:fewest])
                cost = _cost((*way, line), breaks) + ahead + _LINE * fewest
                heappush(begun, (cost, (*way, line)))
    return ()


def _evenest(title: str, breaks: dict[int, float], width: int) -> tuple[str, ...]:
    """Lines as full as each other, cut between words where that does and else anywhere.

    No way is found only if none is: the cheapest one to each place is kept, for each number of
    lines, and all of them are gone on with.
    """
    anywhere = dict.fromkeys(_allowed(title, _NEVER_FIRST - _JOINING), _TORN)
    costs = anywhere | dict.fromkeys(_allowed(title), _FORCED) | breaks | {len(title): 0.0}
    ways: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    whole: list[tuple[float, tuple[str, ...]]] = []
    for _ in range(_MOST_LINES):
        ways = {
            end: min(longer)
            for end, cost in costs.items()
            if (longer := list(_longer(ways, title, end, cost, width)))
        }
        whole += [ways.pop(len(title))] if len(title) in ways else []
    return min(whole, default=(0.0, ()))[1]


def _longer(
    ways: Mapping[int, tuple[float, tuple[str, ...]]], title: str, end: int, cost: float, width: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Each of these ways with one line more, which ends here; room that is left costs."""
    for start, (paid, way) in ways.items():
        room = width - title_width(title[start:end])
        if start < end and room >= 0:
            yield paid + cost + _LINE + room**2 / width, (*way, title[start:end])


def _cost(way: Sequence[str], breaks: dict[int, float]) -> float:
    """What the breaks cost, and the outline: lines grow, shrink or swell; alike they are dull."""
    widths = [title_width(line) for line in way]
    steps = [right - left for left, right in pairwise(widths)]
    waists = sum(1 for before, after in pairwise(steps) if before < 0 < after)
    alike = sum(1 for step in steps if not step)
    stubs = sum(1 for width in widths if width < max(widths) / 3)
    words = sum(breaks[end] for end in _ends(way))
    return words + _WAIST * waists + _ALIKE * alike + _STUB * stubs + _LINE * len(way)


def _ends(way: Sequence[str]) -> Iterator[int]:
    """Where each line but the last ends."""
    end = 0
    for line in way[:-1]:
        end += len(line)
        yield end
