"""Figures as they are reckoned with: their bounds, their words, and where they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.reading import FoundNumber, Span, Why

_SIZES = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "十万": 10**5, "百万": 10**6, "千万": 10**7}
_SCALED = re.compile("(万亿|[十百千]?万|亿)(.*)")
_MARKS = re.compile(r"[，,。；;：:！!？?（）()【】\n\t]")
_SENTENCE = frozenset("。！!？?\n")
_PIECE = frozenset("；;") | _SENTENCE
_ONE = {"名": "人", "位": "人", "元整": "元", "块钱": "元", "块": "元", "百分点": "个百分点"}
_ONE |= {"间": "家", "宗": "件", "起": "件", "桩": "件", "件次": "件"}
_LOOSE = {"家": "个", "所": "个", "处": "个", "座": "个", "条": "项", "件": "项", "份": "项"}
OF_RATE = frozenset({"%", "‰", "成", "个百分点", "倍"})
_ABOVE = ("余", "多", "以上", "有余", "超", "逾", "超过", "不少于", "不低于", "至少", "高于", "几")
_BELOW = (
    "近",
    "将近",
    "接近",
    "不足",
    "不到",
    "以下",
    "以内",
    "不超过",
    "不多于",
    "最多",
    "低于",
    "不高于",
)
# How far about is from what it says.
_ABOUT = Decimal("0.15")
_PRICE = re.compile("([0-9][0-9,]{0,12}(?:\\.[0-9]{1,4})?)(万?元)$")
# Of words around a figure no more are looked at.
_LONG = 60
_ROUND = 100


@dataclass(frozen=True)
class Quantity:
    """A figure with the words around it; amounts are in `base`, the unit without 万.

    `lead` is what stands before it in its clause, up to the figure before; `head` is the whole of
    its clause before it, other figures included; `gap` is all since the figure before; `trail` is
    what follows it in its clause, up to the next figure, `rest` all that follows in its clause,
    `beyond` what follows wherever that stands, and `mark` the mark before its clause.
    `clause`, `piece`, `sentence` and `line` count those of the text in which it stands, `depth`
    the brackets around it.
    """

    number: FoundNumber
    place: int
    base: str
    amount: Decimal
    grain: Decimal
    lead: str
    head: str
    gap: str
    trail: str
    rest: str
    beyond: str
    mark: str
    clause: int
    piece: int
    sentence: int
    line: int
    depth: int

    @property
    def text(self) -> str:
        """The figure as it is printed."""
        return self.number.text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.number.span

    @property
    def is_exact(self) -> bool:
        """Whether nothing says that it is about or more than that."""
        return not self.number.qualifier and self.number.most is None

    @property
    def is_rate(self) -> bool:
        """Whether it is a share or a change of one, and no amount of anything."""
        return self.base in OF_RATE

    @cached_property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most that may be meant."""
        word, amount = self.number.qualifier, self.amount
        if self.number.most is not None:
            return amount, self.number.most * (
                amount / self.number.value if self.number.value else 1
            )
        if not word:
            return amount - self.half, amount + self.half
        if word in {"余", "多", "有余", "几"}:
            return amount, amount + _step(amount)
        if word in _ABOVE:
            return amount, amount * 10**6 + 10**9
        if word in {"近", "将近", "接近"}:
            return amount - _step(amount), amount
        if word in _BELOW:
            return Decimal(0), amount
        return amount * (1 - _ABOUT), amount * (1 + _ABOUT)

    @property
    def half(self) -> Decimal:
        """How far from it what was rounded to it can be: nothing where it counts things."""
        return self.grain / 2 if self.grain > 1 or self.grain < 1 else Decimal(0)

    def is_like(self, other: "Quantity") -> bool:
        """Whether both count in one unit, people in whatever word."""
        return self.base == other.base


def _step(amount: Decimal) -> Decimal:
    """How much is meant at most by 余: one more of the last digit that is not naught."""
    value = amount.normalize()
    return Decimal(1).scaleb(int(value.as_tuple().exponent)) if amount else Decimal(1)


@lru_cache(maxsize=4)
def quantities_of(document: Document) -> tuple[Quantity, ...]:
    """Return the figures of a text that have a value, in their order."""
    figures = [each for each in document.reading.figures if each.value is not None]
    return tuple(_quantities(document, figures))


@lru_cache(maxsize=4)
def with_prices(document: Document) -> tuple[Quantity, ...]:
    """Return the figures of a text and the amounts that it sets for each: 每人2000元."""
    numbers = [_priced(each) for each in document.reading.numbers]
    if numbers == list(document.reading.numbers):
        return quantities_of(document)
    figures = [each for each in numbers if each.is_figure and each.value is not None]
    return tuple(_quantities(document, figures))


def _priced(number: FoundNumber) -> FoundNumber:
    if number.why is not Why.STANDARD or not (found := _PRICE.search(number.text)):
        return number
    return replace(
        number,
        why=None,
        span=Span(number.span.start + found.start(), number.span.end),
        text=found[0],
        value=Decimal(found[1].replace(",", "")),
        unit=found[2],
    )


def _quantities(document: Document, figures: Sequence[FoundNumber]) -> Iterator[Quantity]:
    text = document.text
    numbers = document.reading.numbers
    marks = list(_marks(text, [each.span for each in numbers]))
    places = [place for place, _ in marks]
    counts = _counts(marks)
    last, place = 0, 0
    for at, figure in enumerate(figures):
        start, end = figure.span
        before = bisect_right(places, start - 1)
        opened = places[before - 1] + 1 if before else 0
        closed = places[before] if before < len(places) else len(text)
        after = figures[at + 1].span.start if at + 1 < len(figures) else len(text)
        found = _SCALED.fullmatch(figure.unit)
        unit, size = (found[2], _SIZES[found[1]]) if found else (figure.unit, 1)
        value = figure.value or Decimal(0)
        grain = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))) * size
        # 2万元 would be 2.5万元 if it were that.
        grain = grain / 10 if grain == size > 1 and value < _ROUND else grain
        yield Quantity(
            figure,
            place,
            _ONE.get(unit, unit),
            value * size,
            grain,
            text[max(opened, last, start - _LONG) : start],
            text[max(opened, start - _LONG) : start],
            text[max(last, start - 3 * _LONG) : start],
            text[end : max(end, min(closed, after, end + _LONG))],
            text[end : max(end, min(closed, end + _LONG))],
            text[end : end + _LONG],
            marks[before - 1][1] if before else "\n",
            before,
            *counts[before],
        )
        last, place = end, place + 1


def _marks(text: str, numbers: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """The marks of a text but those within numbers."""
    at = 0
    for found in _MARKS.finditer(text):
        while at < len(numbers) and numbers[at].end <= found.start():
            at += 1
        if at == len(numbers) or found.start() < numbers[at].start:
            yield found.start(), found[0]


def _counts(marks: Iterable[tuple[int, str]]) -> list[tuple[int, int, int, int]]:
    """For each number of marks before a place its piece, sentence, line and depth of brackets."""
    counts = [(0, 0, 0, 0)]
    for _, mark in marks:
        piece, sentence, line, depth = counts[-1]
        depth = 0 if mark == "\n" else max(0, depth + (mark in "（(") - (mark in "）)"))
        counts.append(
            (
                piece + (mark in _PIECE),
                sentence + (mark in _SENTENCE),
                line + (mark == "\n"),
                depth,
            )
        )
    return counts


def rounded(value: Decimal, like: Decimal) -> Decimal:
    """Return a value with as many places behind the point as another has."""
    places = min(0, int(like.as_tuple().exponent))
    return value.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)


def printed(value: Decimal, like: Quantity) -> str:
    """Return an amount as it would be printed in the unit of another."""
    size = like.amount / like.number.value if like.number.value else Decimal(1)
    shown = value / size
    if shown != shown.to_integral_value():
        shown = rounded(shown, min(like.number.value or Decimal(1), Decimal("0.01"), key=_places))
    plain = f"{shown.normalize():f}" if shown else "0"
    return f"{plain}{like.number.unit}"


def _places(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def remark(rule: str, severity: Severity, message: str, *places: Quantity) -> Remark:
    """Return a remark whose place is the last of the figures that it is about."""
    return Remark(rule, severity, message, places[-1].span)


def written(quantities: Iterable[Quantity]) -> str:
    """Return figures as they are printed, one after another."""
    return "、".join(each.text for each in quantities)
