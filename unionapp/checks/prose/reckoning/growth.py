"""Growth, differences and percentage points that two figures contradict."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import (
    BY,
    is_change,
    is_down,
    is_new_end,
    is_old,
)
from unionapp.checks.prose.reckoning.quantities import (
    Quantity,
    printed,
    quantities_of,
    remark,
    rounded,
)

_ABOUT = frozenset(
    {"约", "左右", "近", "余", "多", "以上", "超过", "超", "逾", "大约", "将近", "接近"}
)
_TIMES = re.compile("(?:是|为|达|达到|相当于)(?:上年|去年|上期|上届|原来|同期)(?:同期|全年)?的$")
_OTHER = re.compile(
    "比(?!上年|去年|上期|上届|上一年|年初|同期|上次|原来|过去)[^，,]{1,14}$|(?:计划|任务|目标|平均|指标|全[市省国区县]).{0,12}$"
)
_BESIDE = re.compile("^(?:上年|去年|上期|同期|上届|上一年)")
_YEAR = re.compile("[0-9]{4}年")
_WAYS = re.compile(
    "^[^，,。；;]{0,8}?(?:略有|有所|明显|大幅|显著|持续|稳步|小幅)?(?P<way>增加|增长|上升|提高|提升|下降|减少|降低|回落)"
)
_DOWNS = frozenset({"下降", "减少", "降低", "回落"})


@dataclass(frozen=True, slots=True)
class _Change:
    """What is said to lie between an old figure and a new one, one of which may be wanting."""

    change: Quantity
    new: Quantity | None
    old: Quantity | None
    difference: Quantity | None = None


def check_growth(document: Document) -> Iterator[Remark]:
    """Find growth, differences and percentage points that do not follow from their figures."""
    found = quantities_of(document)
    for place, figure in enumerate(found):
        if is_change(figure) or _TIMES.search(figure.lead):
            earlier = [
                each
                for each in found[max(0, place - 8) : place]
                if each.sentence == figure.sentence
            ]
            later = [
                each for each in found[place + 1 : place + 2] if each.sentence == figure.sentence
            ]
            if (change := _change(figure, earlier, later)) is not None:
                yield from _judged(change)
        elif is_old(figure):
            yield from _direction(figure, found[max(0, place - 3) : place])


def _change(figure: Quantity, earlier: list[Quantity], later: list[Quantity]) -> _Change | None:
    """The figures between which a change lies."""
    if not _is_of_those_before(figure, earlier):
        return None
    if figure.base in {"%", "倍"}:
        return _relative(figure, earlier, later)
    base = "%" if figure.base == "个百分点" else figure.base
    there = [each for each in earlier if each.base == base and not is_change(each)]
    after = [each for each in later if each.base == base]
    return _ends(figure, there, after)


def _is_of_those_before(figure: Quantity, earlier: list[Quantity]) -> bool:
    """Whether it has no subject of its own: 而咨询量上升了12% has one."""
    words = BY.sub("", figure.lead)
    words = _TIMES.sub("", words)
    if earlier and earlier[-1].clause == figure.clause:
        return len(words) <= 10 and not re.search("平均|任务|计划|目标(?!值)", words)
    if "分别" in figure.lead or _OTHER.search(words) or _YEAR.search(figure.lead):
        return False
    return len(words) <= 2 and earlier != []


def _relative(figure: Quantity, earlier: list[Quantity], later: list[Quantity]) -> _Change | None:
    differences = [each for each in earlier if is_change(each) and not each.is_rate]
    counts = [
        each for each in earlier if not is_change(each) and each.base not in {"个百分点", "倍"}
    ]
    for last in counts[-1:]:
        alike = [each for each in counts if each.is_like(last)]
        found = _ends(figure, alike, [each for each in later if each.is_like(last)])
        if found is not None:
            return found
    for difference in differences[-1:]:
        new = [each for each in counts if each.is_like(difference)]
        if new and new[-1] is counts[-1] and new[-1].place == difference.place - 1:
            return _Change(figure, new[-1], None, difference)
    return None


def _ends(change: Quantity, there: list[Quantity], after: list[Quantity]) -> _Change | None:
    old = [each for each in there if is_old(each)]
    if not old and after and is_old(after[0]) and _BESIDE.match(after[0].lead):
        old = after[:1]
    if not old:
        return None
    before = old[-1]
    if before.place > change.place:
        new = [each for each in there if not is_old(each)]
        return _Change(change, new[-1], before) if new else None
    between = [each for each in there if each.place > before.place and is_new_end(each)]
    between += [each for each in there if each.place > before.place and not is_old(each)]
    if between:
        return _Change(change, between[0], before)
    if after and is_new_end(after[0]) and "比" in before.lead:
        return _Change(change, after[0], before)
    if re.search("(?:由|从)[^由从]{0,12}$", before.lead):
        return _Change(change, after[0], before) if after and is_new_end(after[0]) else None
    new = [each for each in there if each.place < before.place and not is_old(each)]
    return _Change(change, new[-1], before) if new else None


def _judged(change: _Change) -> Iterator[Remark]:
    figure, new, old = change.change, change.new, change.old
    if new is None or (old is None and change.difference is None):
        return
    if not new.is_exact or (old is not None and not old.is_exact):
        return
    if old is None:
        yield from _by_difference(change, new)
    elif figure.base in {"%", "倍"}:
        yield from _by_ratio(figure, new, old)
    else:
        yield from _by_value(figure, new, old)


def _by_value(figure: Quantity, new: Quantity, old: Quantity) -> Iterator[Remark]:
    real = new.amount - old.amount
    is_points = figure.base == "个百分点"
    slack = Decimal(0) if is_points else new.half + old.half + figure.half
    rule = "percentage-points" if is_points else "growth"
    wrong_way = real != 0 and (real < 0) != is_down(figure)
    off = abs(abs(real) - figure.amount)
    if not figure.is_exact and off <= max(figure.amount, abs(real)) * Decimal("0.3"):
        off = Decimal(0)
    if off <= slack and not wrong_way:
        return
    if is_points:
        if (
            figure.grain > new.grain
            and rounded(abs(real), figure.number.value or Decimal(0)) == figure.amount
        ):
            return
        right = f"{abs(real).normalize():f}个百分点"
    else:
        right = printed(abs(real), figure)
    way = "减少" if real < 0 else "增加"
    said = found["way"] if (found := BY.search(figure.lead)) else ""
    message = f"{old.text}到{new.text}是{way}{right}，写的是{said}{figure.text}，请核对。"
    yield remark(rule, Severity.ERROR, message, old, new, figure)


def _by_ratio(figure: Quantity, new: Quantity, old: Quantity) -> Iterator[Remark]:
    if not old.amount:
        return
    if old.base == "%" and figure.base == "%":
        yield from _of_rates(figure, new, old)
        return
    down = is_down(figure)
    is_multiple = _TIMES.search(figure.lead) is not None
    low, high = ((end - (0 if is_multiple else 1)) for end in _ratio(new, old))
    if down:
        low, high = -high, -low
    scale = 100 if figure.base == "%" else 1
    low, high = low * scale, high * scale
    if _is_within(figure, low, high):
        return
    real = new.amount / old.amount - (0 if is_multiple else 1)
    value = rounded(real * scale, figure.number.value or Decimal(0))
    sign = "下降" if value < 0 else "" if is_multiple else "增长"
    said = ((found := BY.search(figure.lead)) and found["way"]) or ""
    message = (
        f"{said}写{figure.text}，按{old.text}、{new.text}算是{sign}{abs(value)}"
        f"{figure.base}，请核对。"
    )
    close = abs(abs(real * scale) - figure.amount) <= figure.grain * Decimal("1.5")
    cut = close and not abs(value) < figure.amount
    severity = Severity.WARNING if cut or figure.base == "倍" else Severity.ERROR
    yield remark("growth", severity, message, old, new, figure)


def _ratio(new: Quantity, old: Quantity) -> tuple[Decimal, Decimal]:
    exact = new.grain == 1 and old.grain == 1
    slack = Decimal(0) if exact else Decimal(1)
    least = (new.amount - new.half * slack) / (old.amount + old.half * slack)
    most = (new.amount + new.half * slack) / max(old.amount - old.half * slack, Decimal(1) / 100)
    return least, most


def _is_within(figure: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether a change may be what is printed, at the precision in which it is."""
    value, word = figure.amount, figure.number.qualifier
    half = figure.grain / 2
    if figure.base == "倍":
        half = max(half, Decimal("0.5") if figure.grain == 1 else half)
    if word in {"以上", "超过", "超", "逾", "余", "多"}:
        return low >= value - half - figure.grain and (low - value) <= max(value, Decimal(10))
    if word:
        return low - max(Decimal(5), value / 5) <= value <= high + max(Decimal(5), value / 5)
    return low - half <= value <= high + half


def _of_rates(figure: Quantity, new: Quantity, old: Quantity) -> Iterator[Remark]:
    """提高8% from 82% to 90% ought to be 个百分点, where it is no growth of the rate itself."""
    points = abs(new.amount - old.amount)
    growth = abs(new.amount / old.amount - 1) * 100
    if rounded(growth, figure.number.value or Decimal(0)) == figure.amount:
        return
    message = (
        f"{old.text}到{new.text}相差{points.normalize():f}个百分点，"
        f"写的是{figure.text}，请核对单位。"
    )
    yield remark("percentage-points", Severity.HINT, message, old, new, figure)


def _by_difference(change: _Change, new: Quantity) -> Iterator[Remark]:
    """增长15.2% beside 486万元 and 增加54万元: what it grew from is their difference."""
    figure, difference = change.change, change.difference
    if difference is None or not difference.is_exact or figure.base != "%":
        return
    down = is_down(difference)
    old = new.amount + difference.amount * (1 if down else -1)
    if old <= 0 or is_down(figure) != down:
        return
    slack = (new.half + difference.half) if new.grain != 1 else Decimal(0)
    low = (difference.amount - difference.half) / (old + slack) * 100
    high = (difference.amount + difference.half) / max(old - slack, Decimal(1)) * 100
    value = rounded(difference.amount / old * 100, figure.number.value or Decimal(0))
    near = figure.half == 0 and abs(value - figure.amount) <= 0
    if near or _is_within(figure, low, high):
        return
    message = f"增减写{figure.text}，按{new.text}、{difference.text}算是{value}%，请核对。"
    yield remark("growth", Severity.ERROR, message, new, difference, figure)


def _direction(old: Quantity, before: tuple[Quantity, ...]) -> Iterator[Remark]:
    """比上年的396人略有增加, of a figure that is less."""
    found = _WAYS.match(old.trail)
    new = [each for each in before if each.is_like(old) and each.sentence == old.sentence]
    if found is None or not new or not re.search("(?:比|较)", old.lead):
        return
    last = new[-1]
    if is_old(last) or is_change(last) or not (last.is_exact and old.is_exact):
        return
    grew, down = last.amount > old.amount, found["way"] in _DOWNS
    if last.place == old.place - 1 and last.amount != old.amount and grew == down:
        way = "多" if grew else "少"
        message = f"{last.text}比{old.text}{way}，写的是{found['way']}，请核对。"
        yield remark("growth", Severity.ERROR, message, last, old)
