"""What was there before, what came and went, and what there is now; income, spending, balance."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.quantities import (
    Quantity,
    printed,
    quantities_of,
    remark,
)

_OPENING = re.compile(
    "(?:(?:截至|截止|到|至)?(?:上年度?|去年|上一年|前年|上年)(?:年)?(?:底|末)|年初|期初|[0-9]{4}年(?:底|末)|原有|原已|原先|此前|历年|往年|上年结转|年初结转|以前年度|前[几两三四五]年|上期结转|上年)"
)
_CAME = re.compile(
    "新建|新增|新发展|新创建|新成立|新组建|又|增加|新纳入|新认定|新命名|转入|调入|入会|吸收|本年|今年|年内|当年|新|本期|全年|[0-9]{4}年"
)
_WENT = re.compile(
    "减少|脱困|退出|注销|撤销|流失|离职|转出|调出|退会|退休|核减|出档|撤并|清退|摘牌|淘汰|解困|支出|支用|使用|调走|辞职|迁出|去世|办结|结案|归还|报废|核销"
)
_CLOSING = re.compile(
    "累计|总数|总量|目前共?|现有|现共有|现在|共有|年末|年底|期末|总共|达到|达|增至|增加到|发展到|至今|合计|共"
)
_CLOSED = re.compile(
    "累计|总数|总量|目前|现有|现共|共有|年末|年底|期末|增至|增加到|发展到|至今|合计|总共|达到|共计"
)
_VAGUE = re.compile("在用|正常|开放|在建|运行|保留|尚存|在册")
_AT_END = re.compile("年末|年底|期末")
_UNCLEAR = re.compile(
    "计划|力争|任务|目标|争取|预计|拟|合并|整合|改制|划转|调整|更名|改造|提档|升级"
)
_IN = re.compile("(?:收入|收缴|预算)[一-鿿]{0,3}$")
_OUT = re.compile("支出[一-鿿]{0,3}$")
_LEFT = re.compile("(?:结余|余额|节余|结存)[一-鿿]{0,3}$")
_OLD_LEFT = re.compile(
    "(?:上年|年初|期初|上期|去年|历年|往年|累计|滚存|以前年度)[一-鿿]{0,6}(?:结余|余额|结转|节余|结存)[一-鿿]{0,3}$|上年结转"
)


def check_running(document: Document) -> Iterator[Remark]:
    """Find stocks that are not what there was with what came and without what went."""
    found = quantities_of(document)
    for place, opening in enumerate(found):
        words = _of_sentence(opening)
        if not _OPENING.search(words) or opening.is_rate or not opening.is_exact:
            continue
        if re.search("比|较|由|从|增长|为了|新", opening.lead[-14:]) and "截" not in words:
            continue
        later = [
            each
            for each in found[place + 1 : place + 6]
            if each.sentence == opening.sentence and each.is_like(opening)
        ]
        yield from _run(opening, later)


def _of_sentence(figure: Quantity) -> str:
    """The words since the figure before it, of its own sentence."""
    return re.split("[。；;\n]", figure.gap[-60:])[-1]


def _run(opening: Quantity, later: Sequence[Quantity]) -> Iterator[Remark]:
    parts: list[Quantity] = []
    total = opening.amount
    for each in later:
        words = each.lead + each.trail[:2]
        if not each.is_exact or _UNCLEAR.search(words) or "其中" in each.gap:
            return
        if (
            parts
            and _CLOSING.search(each.lead)
            and not _WENT.search(each.lead)
            and not _is_new(each)
        ):
            yield from _closed(opening, parts, each, total)
            return
        if _WENT.search(each.lead):
            total -= each.amount
        elif _CAME.search(each.lead):
            total += each.amount
        else:
            return
        parts.append(each)


def _is_new(each: Quantity) -> bool:
    return re.search("新|今年|年内|本年|当年|又", each.lead) is not None and not _CLOSED.search(
        each.lead
    )


def _closed(
    opening: Quantity, parts: list[Quantity], closing: Quantity, total: Decimal
) -> Iterator[Remark]:
    figures = (opening, *parts, closing)
    coarse = max(each.grain for each in figures)
    slack = (
        coarse / 2 if coarse != 1 and any(each.grain != coarse for each in figures) else Decimal(0)
    )
    if abs(total - closing.amount) <= slack:
        return
    steps = "".join(f"{'减' if _WENT.search(each.lead) else '加'}{each.text}" for each in parts)
    message = f"{opening.text}{steps}是{printed(total, closing)}，写的是{closing.text}，请核对。"
    yield remark("cumulative", _weight(closing, total), message, *figures)


def _weight(closing: Quantity, total: Decimal) -> Severity:
    far = abs(total - closing.amount) > max(total, closing.amount) / 2
    if far or (_VAGUE.search(closing.lead) and not _AT_END.search(closing.lead)):
        return Severity.HINT
    return Severity.ERROR if _CLOSED.search(closing.lead) else Severity.WARNING


def check_balance(document: Document) -> Iterator[Remark]:
    """Find what is left over that is not the income without the spending."""
    found = quantities_of(document)
    for place, left in enumerate(found):
        if left.base != "元" or not _LEFT.search(left.lead) or _OLD_LEFT.search(left.lead):
            continue
        earlier = [
            each
            for each in found[max(0, place - 8) : place]
            if each.base == "元" and each.sentence == left.sentence
        ]
        came = [each for each in earlier if _IN.search(each.lead) and "其中" not in each.gap]
        went = [each for each in earlier if _OUT.search(each.lead) and "其中" not in each.gap]
        old = [each for each in earlier if _OLD_LEFT.search(each.lead)]
        if len(came) == 1 and len(went) == 1 and len(old) <= 1:
            yield from _balanced(came[0], went[0], left, old)


def _balanced(
    came: Quantity, went: Quantity, left: Quantity, old: list[Quantity]
) -> Iterator[Remark]:
    figures = (*old, came, went, left)
    if not all(each.is_exact for each in figures) or (
        re.search("累计|滚存|历年|年末", left.lead) and not old
    ):
        return
    before = sum((each.amount for each in old), Decimal(0))
    made = before + came.amount - went.amount
    alone = came.amount - went.amount
    coarse = max(each.grain for each in figures)
    slack = coarse / 2 if any(each.grain != coarse for each in figures) else Decimal(0)
    if any(abs(each - left.amount) <= slack for each in (made, alone)):
        return
    with_old = f"{old[0].text}加" if old else ""
    message = (
        f"{with_old}{came.text}减{went.text}是{printed(made, left)}，"
        f"结余写的是{left.text}，请核对。"
    )
    yield remark("balance", Severity.ERROR, message, *figures)
