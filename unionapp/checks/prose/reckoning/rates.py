"""Rates that are not the quotient of the figures beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import is_aside
from unionapp.checks.prose.reckoning.quantities import (
    Quantity,
    quantities_of,
    remark,
    rounded,
)

_NAMED = re.compile(
    "(?P<stem>[一-鿿]{1,8})(?:率|参赛面|参与面|覆盖面|受训面)(?:也|均|已|都)?"
    "(?:达到了?|达|为|是|到|保持在)?$"
)
_SHARE = re.compile(
    "占(?:比|到|全部|了)?(?P<of>[一-鿿]{0,12}?)(?:的)?(?:比例|比重)?(?:为|达|达到|的)?$"
)
_OF_WHOLE = re.compile("^(?:总数|总人数|总量)?的(?:比例为|比例达)?$")
_TARGET = re.compile("任务|计划|目标|指标|预算|应")
_OF_TASK = re.compile("(?:完成|占)了?[一-鿿]{0,6}(?:任务|计划|目标|指标|预算)数?的$")
_COMMON = re.compile(
    "工会|工作|总体?|综合|平均|整体|全[厂院校局市区县镇年员]|按期|职工|会员|活动|任务|年度|代表|问卷|也|的|其|实际|企业|提案|建议|隐患|问题|案件|争议|合同"
)
_STOCK = re.compile("应|发放|发出|下发|征集|收到|共|现有|职工|会员|员工|查出|受理|任务|代表")
_DONE = re.compile("完成|执行|达成|兑现|收缴")
_OTHER = re.compile("比上|比去|较上|较去|同比|上年|去年|增长|提高|下降|平均|高于|低于|同期|上季")
_GENERIC = re.compile("总数|总人数|总量|全部|总|的|其中|人数|数|全[厂院校局市区县镇]")
# What a rate is of, and the words of the figure that it is of.
_MEANS = {
    "入会": "会员|入会|加入工会|加入了工会",
    "建会": "建会|建立工会|组建工会|建立了工会|成立工会|工会组织",
    "组建": "建会|建立|组建|建",
    "建制": "建立|建制|召开|推行",
    "到会": "到会|实到|出席|参会",
    "出席": "到会|实到|出席|参会",
    "参会": "到会|实到|出席|参会",
    "出勤": "实到|出勤|到岗",
    "参训": "参训|培训|受训|参加|轮训",
    "培训": "参训|培训|受训|参加|轮训",
    "参保": "参保|互助|参加|投保|续保|办理",
    "参赛": "参赛|参加|报名|参与",
    "参与": "参赛|参加|报名|参与|参",
    "参加": "参赛|参加|参与",
    "参检": "参检|体检|检查|参加",
    "体检": "参检|体检|参加",
    "受检": "参检|体检|受检",
    "完成": "完成|实际|已|实|组建|发展|收|支出|采集|录入|新建",
    "执行": "支出|实际|执行|使用|实",
    "收缴": "收|缴",
    "回收": "收回|回收|收到",
    "收回": "收回|回收",
    "合格": "合格|达标|达到|通过|及格",
    "达标": "达标|达到|合格",
    "通过": "通过|合格|赞成|同意",
    "赞成": "赞成|同意",
    "支持": "赞成|支持|同意",
    "优秀": "优秀",
    "优良": "优良|优秀",
    "满意": "满意",
    "整改": "整改|解决|消除|销号|治理",
    "办结": "办结|办理|办|答复|处理",
    "结案": "办结|结案|审结",
    "答复": "答复|回复|办复",
    "办复": "答复|回复|办复|办理",
    "落实": "落实|办结|解决",
    "解决": "解决|办结",
    "成功": "成功|调成|达成|调解",
    "调解": "调解|成功|调成",
    "化解": "化解|调解|成功",
    "采纳": "采纳",
    "采用": "采用|录用|采纳",
    "实施": "实施",
    "立案": "立案",
    "签订": "签|订立",
    "续签": "签",
    "履约": "履约|履行|兑现",
    "持证": "持证|取得|持有|证书",
    "脱困": "脱困|解困|出档",
    "录入": "录入|采集|登记",
    "采集": "采集|录入",
    "登记": "登记|录入",
    "发放": "发放",
    "就业": "就业|上岗|录用",
    "上岗": "上岗|就业",
    "换届": "换届|完成",
    "覆盖": "覆盖|建|签",
    "知晓": "知晓|了解|知道",
    "普及": "普及|掌握",
    "兑现": "兑现",
    "占用": "占用",
    "持卡": "持卡|办卡|领卡|发放",
    "办卡": "办卡|领卡|发放|办理",
    "结对": "结对",
    "注册": "注册|登记",
    "转化": "转化",
    "授权": "授权",
    "获奖": "获奖",
    "晋级": "晋级|晋升",
    "取证": "取证|取得|证书",
    "获证": "获得|取得|证书",
    "录用": "录用|就业|达成",
    "建档": "建档|建立",
}
_OF_PEOPLE = frozenset({"入会", "参训", "体检", "参检", "参保"})
_OF_FIRMS = frozenset({"建会"})
_PEOPLE = re.compile("职工|会员|人员|全员|员工")
_FIRMS = re.compile("企业|单位")
_FAR = Decimal(25)
_BACK = 6


@dataclass(frozen=True, slots=True)
class _Pair:
    """A rate with the whole and the part that it is of; `surely` if the text leaves no other."""

    rate: Quantity
    whole: Quantity
    part: Quantity
    surely: bool = True

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between what the quotient lies, in hundredths."""
        (least, most), (low, high) = self.part.bounds, self.whole.bounds
        return least / max(high, Decimal(1)) * 100, most / max(low, Decimal(1)) * 100

    def value(self) -> Decimal:
        """The quotient in hundredths."""
        return self.part.amount / self.whole.amount * 100


def check_rates(document: Document) -> Iterator[Remark]:
    """Find the rates that the figures beside them contradict."""
    found = quantities_of(document)
    for place, rate in enumerate(found):
        if rate.base not in {"%", "成"} or is_aside(rate) or _OTHER.search(rate.lead):
            continue
        earlier = [each for each in found[max(0, place - 12) : place] if each.line == rate.line]
        pairs = _pairs(rate, earlier)
        if pairs and not any(_fits(pair) for pair in (*pairs, *_others(rate, earlier))):
            yield from _told(min(pairs, key=_off))


def _off(pair: _Pair) -> Decimal:
    return abs(pair.value() - _shown(pair.rate))


def _shown(rate: Quantity) -> Decimal:
    return rate.amount * (10 if rate.base == "成" else 1)


def _pairs(rate: Quantity, earlier: list[Quantity]) -> list[_Pair]:
    """The pairs of which a rate can be, by its words."""
    counts = [each for each in earlier if not each.is_rate and each.amount]
    counts = [each for each in counts if not is_aside(each) and each.depth <= rate.depth]
    if not counts or rate.sentence - counts[-1].sentence > 0:
        return []
    if (whole := _whole_in_clause(rate, earlier)) is not None:
        before = [each for each in counts if each.place < whole.place and each.is_like(whole)]
        return [_Pair(rate, whole, part) for part in before[-1:] if part.sentence == rate.sentence]
    if _OF_TASK.search(rate.lead):
        return _of_task(rate, counts)
    if found := _NAMED.search(rate.lead):
        return _named(rate, counts, found["stem"])
    if (found := _SHARE.search(rate.lead)) and rate.lead.startswith(("占", "约占", "就占", "共占")):
        return _shares(rate, counts, _GENERIC.sub("", found["of"]), earlier)
    return []


def _whole_in_clause(rate: Quantity, earlier: list[Quantity]) -> Quantity | None:
    """职工总数362人 of 占职工总数362人的77.6%, 任务（20家） of 完成任务（20家）的110%."""
    last = earlier[-1] if earlier else None
    if last is None or last.is_rate or not last.amount or not _OF_WHOLE.match(rate.lead):
        return None
    if last.clause == rate.clause:
        return last if re.search("占|完成|是|为|相当于", last.head) else None
    return last if rate.mark in ")）" and rate.clause - last.clause == 1 else None


def _named(rate: Quantity, counts: list[Quantity], stem: str) -> list[_Pair]:
    """采纳率 is of 采纳 and what was collected."""
    key = next((each for each in _MEANS if stem.endswith(each)), "")
    if not key:
        key = next((each for each in _MEANS if each in stem[-5:]), "")
    if stem.startswith("其中"):
        return []
    own = _COMMON.sub("", stem.removesuffix(key)) if key else ""
    told = rate.gap + "".join(
        each.lead + each.trail for each in counts[-3:] if each.clause < rate.clause
    )
    told = told.replace(rate.lead, "")
    strange = len(own) > 1 and not any(own[at : at + 2] in told for at in range(len(own) - 1))
    means = re.compile(_MEANS.get(key) or f"[{stem[-2:]}]")
    for part in reversed(counts[-3:]):
        if part.sentence != rate.sentence or not means.search(_words(part, rate)):
            continue
        if (key in _OF_PEOPLE and part.base != "人") or (key in _OF_FIRMS and part.base == "人"):
            continue
        if (_PEOPLE.search(stem) and part.base != "人") or (
            _FIRMS.search(stem) and part.base == "人"
        ):
            continue
        wholes = [each for each in counts if each.place < part.place and each.is_like(part)]
        wholes = [each for each in wholes if part.sentence - each.sentence <= 1]
        inside = [each for each in wholes if each.sentence == rate.sentence]
        can_exceed = _DONE.search(stem) is not None
        outside = wholes if len(wholes) == 1 and _STOCK.search(wholes[0].lead) else []
        fitting = [w for w in inside or outside if can_exceed or w.amount >= part.amount]
        near = fitting[-2:]
        kinds = {each.base for each in counts if each.sentence == rate.sentence}
        if key == "覆盖" and len(kinds) > 1:
            return []
        surely = bool(inside) and not strange
        return [_Pair(rate, whole, part, surely) for whole in near]
    return []


def _of_task(rate: Quantity, counts: list[Quantity]) -> list[_Pair]:
    """完成任务的95% is of the one task that the sentence names."""
    within = [each for each in counts if each.sentence == rate.sentence]
    tasks = [each for each in within if _TARGET.search(each.lead)]
    if len(tasks) != 1:
        return []
    done = [each for each in within if each.is_like(tasks[0]) and each is not tasks[0]]
    near = [each for each in done if each.clause >= rate.clause - 2]
    return [_Pair(rate, tasks[0], part) for part in near[-1:] if len(done) == 1]


def _words(part: Quantity, rate: Quantity) -> str:
    """What is said of a figure, without what is said of its rate."""
    lead = part.lead if len(part.lead) > 1 else part.gap[-16:]
    return lead + (part.trail if part.clause < rate.clause else "")


def _shares(
    rate: Quantity, counts: list[Quantity], of: str, earlier: list[Quantity]
) -> list[_Pair]:
    """Of 占: the figure before it, and a whole before that, by its name where it has one."""
    part = counts[-1]
    if earlier[-1] is not part or part.sentence != rate.sentence:
        return []
    shared = {
        each.place
        for each, after in pairwise(earlier)
        if after.base == "%" and after.lead.startswith("占")
    }
    wholes = [
        each
        for each in counts[:-1]
        if each.is_like(part)
        and each.amount >= part.amount
        and each.place not in shared
        and rate.sentence - each.sentence <= (1 if of else 0)
    ]
    if of:
        wholes = [each for each in wholes if of[-2:] in each.lead + each.trail]
    wholes = wholes[-_BACK:]
    is_sure = len(wholes) == 1 or any("其中" in part.gap for _ in wholes)
    return [_Pair(rate, whole, part, is_sure) for whole in wholes]


def _others(rate: Quantity, earlier: list[Quantity]) -> Iterator[_Pair]:
    """All other pairs of which a rate can be, whatever the words say."""
    counts = [each for each in earlier if not each.is_rate and each.amount]
    counts = [each for each in counts if rate.sentence - each.sentence <= 1][-_BACK:]
    for part in counts:
        if part.sentence == rate.sentence:
            for whole in counts:
                if whole is not part and whole.is_like(part):
                    yield _Pair(rate, whole, part)


def _fits(pair: _Pair) -> bool:
    rate, (low, high) = pair.rate, pair.bounds()
    shown, word = _shown(rate), rate.number.qualifier
    if rate.base == "成" or word in {"约", "左右", "大约", "约为", "上下"}:
        return low - 5 <= shown <= high + 5
    half = rate.grain / 2
    if word in {"以上", "超过", "超", "逾", "不低于", "高于", "余", "多", "不少于", "至少"}:
        return high >= shown - half
    if word:
        return low <= shown + half
    if low == high:
        return rounded(low, rate.number.value or Decimal(0)) == shown
    return low <= shown + half and high >= shown - half


def _told(pair: _Pair) -> Iterator[Remark]:
    rate, value = pair.rate, pair.value()
    shown = _shown(rate)
    off = abs(value - shown)
    if rate.base == "成" or off > _FAR * (2 if pair.surely else 1):
        return
    right = rounded(value, rate.number.value or Decimal(0))
    close = off <= rate.grain * Decimal("1.5")
    if close and rate.is_exact and value.quantize(rate.grain, ROUND_DOWN) == shown:
        severity, why = Severity.WARNING, "，是舍去了尾数"
    else:
        severity, why = Severity.ERROR if pair.surely else Severity.WARNING, ""
    name = ((found := _NAMED.search(rate.lead)) and found[0]) or "占比"
    name = re.sub("(?:达到了?|达|为|是|到|保持在)$", "", name)
    message = (
        f"{name}写{rate.text}，按{pair.whole.text}、{pair.part.text}算是{right}%{why}，请核对。"
    )
    rule = "rate-rounding" if close else "rate"
    yield remark(rule, severity, message, pair.whole, pair.part, rate)
