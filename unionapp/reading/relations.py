"""Relations that a text states between its figures, whether or not they hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, permutations

from unionapp.reading import clues
from unionapp.reading.measures import OF_MONEY, OF_PEOPLE, OF_RATE
from unionapp.reading.model import FoundNumber, Relation, RelationKind, Span
from unionapp.reading.phrases import Phrases

_SIZES = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "十万": 10**5, "百万": 10**6, "千万": 10**7}
_SCALED = re.compile("(万亿|[十百千]?万|亿)(.*)")
# How many figures back a figure may speak of another.
_NEAR = 8
_OPENS = re.compile("其中|[：:（(]")
# How far the parts of a whole may be from it and still be meant to make it up.
_CLOSE = Decimal("0.15")
_LEAST = 5
_BALANCE = (re.compile("收入|预算$"), re.compile("支出$"), re.compile("结余$|余额$"))
_ITEMS_BEHIND = re.compile(
    r"[^，,。；;：:（(\n0-9]{0,14}(?:[（(](?P<held>[^（()）\n0-9]{3,100})[）)]"
    r"|[，,：:]?(?:即|分别为|分别是|就是|包括|[：:])(?P<said>[^。；;\n0-9]{3,120}))"
)
_AND = re.compile("[、，,]|和(?=[一-鿿]{3})|以及")
_MARKED = re.compile("[“《]([^“《”》\n]{1,40})[”》]")
_OF_ITEMS = re.compile("[一二两三四五六七八九十]{1,2}(?:个一|[必有要好][一-鿿]?)")
_ALIKE = OF_PEOPLE - {"户", "家", "人次"}
_NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Said:
    """A figure and the words that stand before it in its clause: its name's, and all of them.

    `amount` is its value in `base`, its unit without 万.
    """

    number: FoundNumber
    head: str
    before: str
    base: str
    amount: Decimal

    @property
    def is_rate(self) -> bool:
        """Whether it is a share, and no amount of anything."""
        return self.base in OF_RATE

    def is_like(self, other: "Said") -> bool:
        """Whether both count in the same unit, or people."""
        return self.base == other.base or (self.base in _ALIKE and other.base in _ALIKE)


def said_of(number: FoundNumber, head: str, before: str) -> Said:
    """Return a figure with the words that stand before it."""
    found = _SCALED.fullmatch(number.unit)
    base, size = (found[2], _SIZES[found[1]]) if found else (number.unit, 1)
    return Said(number, head, before, base, (number.value or Decimal(0)) * size)


def relations_of(
    phrases: Phrases, said: Iterable[Said], numbers: Iterable[FoundNumber]
) -> tuple[Relation, ...]:
    """Return what a text states of its figures, sentence by sentence, each relation once."""
    found: dict[tuple[RelationKind, frozenset[Span]], Relation] = {}
    before: list[Said] = []
    for _, group in groupby(said, lambda each: phrases.sentence(each.number.span.start)):
        figures = list(group)
        for relation in _in_sentence(figures, before, phrases.text):
            found.setdefault((relation.kind, frozenset(relation.spans)), relation)
        before = [*before, *figures][-_NEAR:]
    for relation in _lists(numbers, phrases):
        found.setdefault((relation.kind, frozenset(relation.spans)), relation)
    return tuple(sorted(found.values(), key=lambda each: min(each.spans)))


def _in_sentence(figures: list[Said], before: list[Said], text: str) -> Iterator[Relation]:
    for place, figure in enumerate(figures):
        earlier = figures[max(0, place - _NEAR) : place]
        later = figures[place + 1 : place + 1 + _NEAR]
        yield from _changed(figure, earlier, later)
        yield from _shared(figure, earlier, before)
        yield from _averaged(figure, earlier, before)
        yield from _summed(figure, earlier)
        yield from _parted(figure, later, text)
        yield from _done(figure, earlier)
    yield from _balanced(figures)


def _relation(kind: RelationKind, *figures: Said) -> Relation:
    return Relation(kind, tuple(each.number.span for each in figures))


def _is_compared(figure: Said) -> bool:
    was = clues.FROM.match(figure.before)
    return bool(was or clues.COMPARED.match(figure.head) or clues.THAN.match(figure.head))


def _changed(figure: Said, earlier: list[Said], later: list[Said]) -> Iterator[Relation]:
    """增长8.5% and 增加14人 are said of the figure of this year and the one of last year."""
    if not (clues.CHANGED.match(figure.head) or clues.CHANGE_AT_END.search(figure.head)):
        return
    compared = [each for each in (*earlier[-3:], *later[:1]) if _is_compared(each)]
    for old in compared[-1:]:
        new = [each for each in earlier if each.is_like(old) and not _is_compared(each)]
        of_rate = figure.number.unit == "%" and not old.is_rate
        kind = RelationKind.GROWTH if of_rate else RelationKind.DIFFERENCE
        new = [each for each in new if not clues.CHANGED.match(each.head)]
        for each in new[-1:]:
            yield _relation(kind, each, old, figure)


def _shared(figure: Said, earlier: list[Said], before: list[Said]) -> Iterator[Relation]:
    """A rate is of two figures before it: those that make it, or else the last two alike."""
    if figure.number.unit not in {"%", "成"} or clues.CHANGED.match(figure.head):
        return
    there = [each for each in (*before, *earlier) if not each.is_rate and each.amount]
    pairs = [(part, whole) for part, whole in permutations(there, 2) if part.is_like(whole)]
    fitting = [pair for pair in pairs if _makes(figure, *pair)]
    inside = {each.number.span for each in earlier}
    usual = [
        (part, whole)
        for part, whole in pairs
        if part.amount <= whole.amount and {part.number.span, whole.number.span} <= inside
    ]
    for part, whole in (fitting or usual)[-1:]:
        yield _relation(RelationKind.RATE, whole, part, figure)


def _makes(rate: Said, part: Said, whole: Said) -> bool:
    value = rate.number.value or Decimal(0)
    shown = 100 if rate.number.unit == "%" else 10
    return round(part.amount / whole.amount * shown, -_exponent(value)) == value


def _exponent(value: Decimal) -> int:
    return min(0, int(value.as_tuple().exponent))


def _averaged(figure: Said, earlier: list[Said], before: list[Said]) -> Iterator[Relation]:
    """人均2000元 is of an amount and of those among whom it went."""
    if not clues.EACH.search(figure.head):
        return
    pairs = [
        (total, count)
        for total, count in permutations((*before, *earlier), 2)
        if total.base == figure.base and count.base not in OF_MONEY | OF_RATE and count.amount
    ]
    fitting = [pair for pair in pairs if pair[0].amount / pair[1].amount == figure.amount]
    for total, count in (fitting or pairs)[-1:]:
        yield _relation(RelationKind.AVERAGE, total, count, figure)


def _summed(figure: Said, earlier: list[Said]) -> Iterator[Relation]:
    """共计9项 is the sum of those before it, and 其余7项 what is left of one before."""
    alike = [each for each in earlier if each.is_like(figure)]
    if clues.REST.match(figure.head) and len(alike) > 1:
        yield _relation(RelationKind.SUM, alike[-2], alike[-1], figure)
    elif figure.before and clues.SUM_ONLY.match(figure.before) and len(alike) > 1:
        runs = (alike[place:] for place in range(len(alike) - 1))
        exact = [run for run in runs if sum(each.amount for each in run) == figure.amount]
        yield _relation(RelationKind.SUM, figure, *(exact or [alike])[0])


def _parted(whole: Said, later: list[Said], text: str) -> Iterator[Relation]:
    """What follows 其中, a colon or a bracket is part of what stands before it."""
    if whole.is_rate or not later:
        return
    opened = _OPENS.search(text, whole.number.span.end, later[0].number.span.start)
    parts = _run_of(whole, later)
    total = sum(each.amount for each in parts)
    if len(parts) > 1 and opened and abs(total - whole.amount) <= whole.amount * _CLOSE:
        yield _relation(RelationKind.SUM, whole, *parts)
    elif exact := _exact(whole, parts):
        yield _relation(RelationKind.SUM, whole, *exact)
    elif opened and opened[0] == "其中":
        for part in parts[: 1 if len(parts) > 1 else None]:
            if part.amount <= whole.amount:
                yield _relation(RelationKind.PART, whole, part)


def _run_of(whole: Said, later: list[Said]) -> list[Said]:
    """The figures alike that follow one another; rates between them say how much they are."""
    run: list[Said] = []
    for each in later:
        if each.is_rate:
            continue
        if not each.is_like(whole) or clues.CHANGED.match(each.head) or _is_compared(each):
            break
        run.append(each)
    return run


def _exact(whole: Said, parts: list[Said]) -> list[Said]:
    """The first of the parts, if they make up the whole to the last one."""
    total = Decimal(0)
    for count, part in enumerate(parts, 1):
        total += part.amount
        if total == whole.amount and count > 1 and total >= _LEAST:
            return parts[:count]
    return []


def _done(figure: Said, earlier: list[Said]) -> Iterator[Relation]:
    """采纳874条 are of the 1126条 before."""
    if not clues.DONE.match(figure.head):
        return
    alike = [each for each in earlier if each.base == figure.base and not _is_compared(each)]
    for whole in alike[-1:]:
        if figure.amount <= whole.amount and figure.base not in OF_MONEY:
            yield _relation(RelationKind.PART, whole, figure)


def _balanced(figures: list[Said]) -> Iterator[Relation]:
    """收入, 支出 and 结余 of one sentence."""
    money = [each for each in figures if each.base == "元"]
    found = [next((each for each in money if kind.search(each.head)), None) for kind in _BALANCE]
    if all(found):
        yield _relation(RelationKind.DIFFERENCE, *(each for each in found if each is not None))


def _lists(numbers: Iterable[FoundNumber], phrases: Phrases) -> Iterator[Relation]:
    """A count and the things that are listed beside it: 3家：…, 焊工、车工2个工种, 五个一."""
    for number in numbers:
        count = _count_of(number)
        if count is None:
            continue
        items = _listed_behind(number, phrases.text, exactly=not number.is_figure and count)
        items = items or _listed_before(number, phrases, count)
        if len(items) > 1 and abs(len(items) - count) <= 1:
            yield Relation(RelationKind.LIST, (number.span, *items))


def _count_of(number: FoundNumber) -> int | None:
    if number.is_figure:
        value = number.value
        fits = value is not None and value == int(value) and 1 < value <= 20
        return int(value) if fits and value is not None and not number.qualifier else None
    if _OF_ITEMS.match(number.text) and number.text[0] in _NUMERALS:
        return _NUMERALS.index(number.text[0])
    return None


def _listed_behind(number: FoundNumber, text: str, *, exactly: int | bool) -> list[Span]:
    found = _ITEMS_BEHIND.match(text, number.span.end)
    if found is None:
        return []
    group = "held" if found["held"] else "said"
    items = _cut(text, Span(*found.span(group)))
    return items[:exactly] if exactly and len(items) > exactly else items


def _listed_before(number: FoundNumber, phrases: Phrases, count: int) -> list[Span]:
    text, end = phrases.text, number.span.start
    start = max(phrases.sentence(end).start, end - 120)
    before = text[start:end]
    marked = [
        Span(start + found.start(1), start + found.end(1)) for found in _MARKED.finditer(before)
    ]
    if before.rstrip("等").endswith(("”", "》")) and len(marked) > 1:
        return marked[-count - 1 :] if len(marked) > count else marked
    piece = max(before.rfind(mark) for mark in "，,：:。；;0123456789") + 1
    items = _cut(text, Span(start + piece, end))
    if len(items) < 2:
        return []
    first = items[0]
    words = text[first.start : first.end]
    lead = clues.LEADING.match(words) or clues.VERBS.match(words)
    return [Span(first.start + (lead.end() if lead else 0), first.end), *items[1:]]


def _cut(text: str, whole: Span) -> list[Span]:
    items, at = [], whole.start
    for found in [*_AND.finditer(text, whole.start, whole.end), None]:
        stop = found.start() if found else whole.end
        words = text[at:stop]
        if words.strip():
            items.append(Span(at + len(words) - len(words.lstrip()), at + len(words.rstrip("等 "))))
        at = found.end() if found else stop
    return items
