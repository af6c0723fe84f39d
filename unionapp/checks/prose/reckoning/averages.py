"""Averages and prices that do not make the total beside them, and 元 where 万元 is meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import is_aside
from unionapp.checks.prose.reckoning.quantities import (
    Quantity,
    printed,
    quantities_of,
    remark,
    with_prices,
)

_MEAN = re.compile(
    "(?P<each>人均|户均|期均|场均|次均|人次均|户次均|班均|篇均|件均|家均|例均|单均)[一-鿿]{0,5}$"
)
_EACH = re.compile("(?:平均)?(?:按照?|以)?每(?P<of>[一-鿿]{1,6}?)[一-鿿]{0,12}$")
_PER = {
    "人": {"人", "人次"},
    "户": {"户", "户次"},
    "期": {"期"},
    "场": {"场", "场次"},
    "次": {"次", "场", "场次", "人次", "户次", "期", "例", "笔"},
    "班": {"班", "期", "个"},
    "篇": {"篇"},
    "件": {"件"},
    "家": {"家", "个"},
    "例": {"例"},
    "单": {"单", "笔", "例"},
    "名": {"人"},
    "位": {"人"},
}
_TIME = re.compile("^(?:年|月|天|日|周|季|半|两|三|逢|到|个?工作日|学期|星期|小时|平方)")
_LOOSE = re.compile(
    "不等|不少于|不低于|不超过|标准为?$|上限|最高|最低|以内|以上|以下|约|至$|到$|各"
)
_RANGE = re.compile("^(?:至|到|[-—~～－]|或|、)")
_MONEY = re.compile(
    "慰问|补助|救助|助学|帮扶|资助|奖励|捐|理赔|互助|给付|补贴|抚恤|慰问金|资金|善款|金额"
)
_FACTOR = Decimal(10**4)


@dataclass(frozen=True, slots=True)
class _Share:
    """So many, so much for each, and so much together."""

    count: Quantity
    each: Quantity
    total: Quantity


def check_averages(document: Document) -> Iterator[Remark]:
    """Find averages and prices that do not go with their counts and totals."""
    found = with_prices(document)
    for place, each in enumerate(found):
        units = _units(each)
        if not units or not each.is_exact or _LOOSE.search(each.lead) or _RANGE.match(each.trail):
            continue
        if "不等" in each.trail or _LOOSE.search(each.trail[:2]):
            continue
        earlier = [
            one for one in found[max(0, place - 10) : place] if one.sentence == each.sentence
        ]
        later = [one for one in found[place + 1 : place + 6] if one.sentence == each.sentence]
        yield from _checked(each, units, earlier, later)


def _units(each: Quantity) -> frozenset[str]:
    """The units of what an average is taken over, none if it is no average."""
    if each.is_rate:
        return frozenset()
    if found := _MEAN.search(each.lead):
        word = found["each"]
        if word == "人均":
            return frozenset({"人", "人次"})
        return frozenset(
            _PER.get(word[-2] if len(word) > 2 and word[0] not in "人户" else word[0], ())
        )
    found = _EACH.search(each.lead)
    if found is None or _TIME.match(each.lead[found.start("of") :]):
        return frozenset()
    of = each.lead[found.start("of") :]
    if of.startswith("人次"):
        return frozenset({"人次"})
    if of.startswith("户次"):
        return frozenset({"户次"})
    if of.startswith("个"):
        return frozenset({"个", "家"})
    return frozenset(_PER.get(of[0], {of[0]}))


def _checked(
    each: Quantity, units: frozenset[str], earlier: list[Quantity], later: list[Quantity]
) -> Iterator[Remark]:
    counts = [one for one in earlier if one.base in units - {each.base} and _is_count(one)]
    totals = [one for one in (*earlier, *later) if _is_total(one, each)]
    if not counts or not totals:
        return
    prices = [
        one
        for one in (*earlier, each, *later)
        if one is each or (one.piece == each.piece and _units(one))
    ]
    added = _added(each, later)
    if any(
        _makes(count, [each], total) or _makes(count, added, total)
        for count in counts
        for total in totals
    ):
        return
    if _add_up((*earlier, each, *later), totals):
        return
    if len(prices) > 1 and not all(_stands_alone(one, prices, counts, totals) for one in prices):
        return
    count = counts[-1]
    total = _total_of(each, count, totals)
    if total is None or not (count.is_exact and total.is_exact):
        return
    yield from _told(_Share(count, each, total), added)


def _is_count(one: Quantity) -> bool:
    return (
        not is_aside(one) and one.amount > 1 and "每" not in one.lead and "各" not in one.lead[-1:]
    )


def _is_total(one: Quantity, each: Quantity) -> bool:
    is_same = one is not each and one.base == each.base and not _units(one)
    return (
        is_same
        and not is_aside(one)
        and not re.search("标准|单价|价值|最高|最低|限额|不超过", one.lead[-6:])
    )


def _added(each: Quantity, later: list[Quantity]) -> list[Quantity]:
    """All that each of them got: 慰问金2000元和价值300元的慰问品."""
    more = [one for one in later if one.base == each.base and one.clause == each.clause]
    return [each, *more]


def _makes(count: Quantity, prices: list[Quantity], total: Quantity) -> bool:
    low = sum((one.bounds[0] for one in prices), Decimal(0)) * count.bounds[0]
    high = sum((one.bounds[1] for one in prices), Decimal(0)) * count.bounds[1]
    price = sum((one.amount for one in prices), Decimal(0))
    if low <= total.bounds[1] and high >= total.bounds[0]:
        return True
    grain = max(one.grain for one in prices)
    mean = total.amount / count.amount
    return abs(mean - price) < grain and mean != mean.to_integral_value()


def _add_up(figures: Sequence[Quantity], totals: list[Quantity]) -> bool:
    """Whether all prices of a sentence, each times the count before it, make a total."""
    made, count = Decimal(0), Decimal(0)
    for one in figures:
        if not one.is_rate and _units(one):
            made += count * one.amount
        elif one.base != "元":
            count = one.amount
    return any(abs(made - total.amount) <= total.half for total in totals)


def _stands_alone(
    each: Quantity, prices: list[Quantity], counts: list[Quantity], totals: list[Quantity]
) -> bool:
    """Whether one of several prices has a count and a total of its own beside it."""
    at = prices.index(each)
    begins = prices[at - 1].place if at else -1
    ends = prices[at + 1].place if at + 1 < len(prices) else each.place + 3
    own = [one for one in counts if begins < one.place < each.place]
    sums = [one for one in totals if begins + 1 < one.place < ends]
    return len(own) == 1 and len(sums) == 1 and abs(sums[0].place - each.place) <= 2


def _total_of(
    each: Quantity,
    count: Quantity,
    totals: list[Quantity],
) -> Quantity | None:
    """The total that belongs to a count: beside it before the average, or behind the average."""
    behind = [one for one in totals if one.place > each.place and one.clause > each.clause]
    before = [one for one in totals if one.place < each.place and one.place >= count.place - 1]
    if each.lead and _MEAN.search(each.lead):
        near = [one for one in behind if re.search("共|合计|总计|折合", one.lead)]
        return before[-1] if before else near[0] if near else None
    near = [
        one
        for one in behind
        if one.clause - each.clause <= 2
        and re.search("共|计|合|支出|发放|总|折|[^一-鿿]|^$", one.lead)
    ]
    return near[0] if near else before[-1] if before else None


def _told(share: _Share, added: list[Quantity]) -> Iterator[Remark]:
    count, each, total = share.count, share.each, share.total
    made = count.amount * sum((one.amount for one in added), Decimal(0))
    if len(added) > 1 and not made:
        return
    shown = sorted({count, each, total}, key=lambda one: one.place)
    words = "、".join(one.text for one in shown)
    ratio = made / total.amount if total.amount else Decimal(0)
    for factor in (_FACTOR, 1 / _FACTOR):
        if abs(ratio / factor - 1) < Decimal("0.06"):
            message = f"{words}对不上，差一万倍，是不是“元”和“万元”写错了，请核对。"
            yield remark("unit-wan", Severity.ERROR, message, *shown)
            return
    right = printed(made, total)
    message = f"{words}对不上：{count.text}每份{each.text}，合起来是{right}，请核对。"
    far = not Decimal("0.3") < ratio < 3
    severity = Severity.WARNING if far or len(added) > 1 else Severity.ERROR
    yield remark("average", severity, message, *shown)


def check_units(document: Document) -> Iterator[Remark]:
    """Find sums of money that are too small for the people among whom they went."""
    found = quantities_of(document)
    for place, money in enumerate(found):
        if money.base != "元" or not money.is_exact or _units(money) or is_aside(money):
            continue
        if money.number.unit != "元" or not _MONEY.search(money.lead + money.trail):
            continue
        near = [
            one
            for one in found[max(0, place - 3) : place]
            if one.piece == money.piece and one.base in {"人", "户", "人次"} and one.is_exact
        ]
        is_small = money.amount < 100 and money.amount != money.amount.to_integral_value()
        if near and (money.amount < near[-1].amount or is_small):
            message = f"{near[-1].text}一共才{money.text}，是不是“万元”漏了“万”字，请核对。"
            yield remark("unit-wan", Severity.WARNING, message, near[-1], money)
