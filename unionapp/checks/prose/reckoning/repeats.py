"""The same thing with two values in two places."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import is_aside
from unionapp.checks.prose.reckoning.quantities import Quantity, quantities_of, remark

_THESE = re.compile("(?:上述|以上|前述|这|该|此|那)(?:批|些|共)?(?:的)?$")
_SAID_OF = re.compile(
    "(?:(?:受|被|获|参|入|与会|到|所|当选|新|应邀)[一-鿿]{0,5}|上台|立案|征集到?|收到|募集|筹集|采纳|查出|发现)的$"
)
_ATTRIBUTE = re.compile(
    "^(?:名|位|户|家|个)?(?P<verb>到会|与会|参会|参赛|获奖|受助|受表彰|受救助|受资助|参训|结业|入选|当选|新会员|受访|在档|参检|受聘)"
)
_SAME = {
    "到会": "实到|到会|出席|参加|参会",
    "与会": "实到|到会|出席|参加|参会|与会",
    "参会": "实到|到会|出席|参加|参会",
    "参赛": "参赛|参加|报名|组队",
    "获奖": "获奖|评出|表彰",
    "受助": "资助|救助|发放|帮扶|为",
    "受资助": "资助|救助|发放|为",
    "受救助": "救助|帮扶|发放|为",
    "受表彰": "表彰|评出|评选|授予",
    "参训": "参训|培训|参加|学员",
    "结业": "结业|参训",
    "入选": "入选|评出|推荐",
    "当选": "当选|选出|选举",
    "新会员": "新会员|发展|吸收|入会",
    "受访": "发放|受访|调查|收回",
    "在档": "在档|建档",
    "参检": "参检|体检",
    "受聘": "聘",
}
_SMALL = frozenset({"项", "类", "个", "种", "点", "条", "方面"})
_TIME = frozenset({"年", "天", "个月", "日", "月", "周", "次", "小时", "分钟", "岁", "季度", "届"})
_FILL = re.compile("均|已|全部|都|将|也|的|被|获|由|在|按|为|于")
_ALL = re.compile(
    "(?:全体|在|带领|团结|代表|动员|和|与|我们|服务好?|全[厂校院行局司馆园矿队站公市县区乡镇][一-鿿]?"
    "|号召|引导|依靠)$"
)
_WHOLE_NOUN = re.compile(
    "^(?P<noun>(?:工会)?会员|教?职工|员工|干部职工|干警|教师|医护人员)(?!代表|子女|家|单位|小组|书屋|之家|参|报|中有|会|提|捐|入|签|大会|骨干|服务|活动)"
)
_STOCK = re.compile(
    "(?:现有|共有|在册|在职|在编|在岗|目前)[一-鿿]{0,6}(?:会员|教?职工|员工|干部职工|干警|教师|医护人员|人员)(?:共|为|达)?$|^(?:工会)?会员$"
)
_NEAR = Decimal("0.35")


def check_repeats(document: Document) -> Iterator[Remark]:
    """Find figures that speak of one before with another value."""
    found = quantities_of(document)
    stocks: dict[str, Quantity] = {}
    for place, figure in enumerate(found):
        if figure.is_rate or figure.base in _TIME or not figure.is_exact:
            continue
        earlier = [
            each
            for each in found[max(0, place - 12) : place]
            if each.is_like(figure) and figure.line - each.line <= 1
        ]
        yield from _pointed(figure, earlier)
        yield from _everybody(figure, stocks)


def _pointed(figure: Quantity, earlier: Sequence[Quantity]) -> Iterator[Remark]:
    is_these = _THESE.search(figure.lead)
    verb = _ATTRIBUTE.match(figure.trail)
    said = _SAID_OF.search(figure.lead)
    starts = not figure.lead.strip("、“” ") or len(figure.lead) <= 3
    if not (is_these or said or (verb and starts)):
        return
    if is_aside(figure) or (figure.base in _SMALL and figure.amount <= 5 and not said):
        return
    there = [each for each in earlier if not is_aside(each)]
    if "其中" in figure.gap[-16:] or any(each.amount == figure.amount for each in earlier):
        return
    if _made(figure, earlier):
        return
    if verb and not is_these and not said:
        same = re.compile(_SAME[verb["verb"]])
        named = [
            each
            for each in there
            if same.search(each.lead + each.trail) and each.place >= figure.place - 4
        ]
    else:
        near = [each for each in there if figure.sentence - each.sentence <= (2 if is_these else 1)]
        named = [each for each in near if _alike(figure, each) or (said and figure.base == "元")]
        key = next((each for each in _SAME if each in figure.lead), None) if said else None
        if not named and key is not None:
            done = re.compile(_SAME[key].removesuffix("|为"))
            named = [each for each in near[-1:] if done.search(each.lead)]
        if not named and is_these and len(there) == 1:
            named = there
    named = [each for each in named if each.is_exact and "其中" not in each.gap]
    if not named:
        return
    best = min(named[-3:], key=lambda each: abs(each.amount - figure.amount))
    far = abs(best.amount - figure.amount) > max(best.amount, figure.amount) * _NEAR
    far = far and sorted(best.text) != sorted(figure.text)
    if far and not (is_these and len(named) == 1 and best.place == figure.place - 1):
        return
    message = f"前面写{best.text}，后面说到同一件事写{figure.text}，请核对。"
    severity = Severity.WARNING if far or not (is_these or said) else Severity.ERROR
    yield remark("repeat", severity, message, best, figure)


def _made(figure: Quantity, there: Sequence[Quantity]) -> bool:
    """Whether the last few before it make it up: 男12名、女8名，这20名…."""
    total = Decimal(0)
    for each in reversed(there[-5:]):
        total += each.amount
        if total == figure.amount:
            return True
    return any(one.amount - other.amount == figure.amount for one in there for other in there)


def _alike(figure: Quantity, each: Quantity) -> bool:
    """Whether what follows one is named at the other: two characters of it in a row."""
    noun = _FILL.split(figure.trail.strip("“”的 "))[0][:8]
    words = (each.lead if len(each.lead) > 2 else each.gap)[-16:] + each.trail[:10]
    pairs = {noun[at : at + 2] for at in range(len(noun) - 1)}
    return any(pair in words for pair in pairs)


def _everybody(figure: Quantity, stocks: dict[str, Quantity]) -> Iterator[Remark]:
    """全体136名会员, where there are 138人."""
    if figure.base != "人":
        return
    if found := _STOCK.search(figure.lead):
        noun = next(
            word
            for word in ("会员", "职工", "员工", "干警", "教师", "医护人员", "人员")
            if word in found[0]
        )
        if not is_aside(figure) and not re.search("女|男|新|其中|发展", figure.lead[-10:]):
            stocks.setdefault(noun, figure)
        return
    found = _WHOLE_NOUN.match(figure.trail)
    if found is None or not _ALL.search(figure.lead):
        return
    noun = found["noun"].removeprefix("工会")
    stock = next((each for key, each in stocks.items() if key in noun), None)
    if stock is None or stock.amount == figure.amount:
        return
    if abs(stock.amount - figure.amount) <= stock.amount * Decimal("0.1"):
        message = f"前面写{stock.text}，后面写全体{figure.text}，请核对。"
        yield remark("repeat", Severity.WARNING, message, stock, figure)
