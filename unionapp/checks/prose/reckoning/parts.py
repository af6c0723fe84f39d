"""Parts that are more than the whole of which the text says that they are."""

import re
from collections.abc import Iterator, Sequence

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import is_aside, is_change
from unionapp.checks.prose.reckoning.quantities import Quantity, quantities_of, remark

_ELSEWHERE = re.compile("结转|往年|上年|历年|连同|去年|含|累计|跨年|以前|滚动|重复|补|另")
_INSIDE = re.compile("其中|^[^，,。]{0,2}[（(](?:含|其中|包括)?|(?:上述|这些|此|该).{0,8}[中里]")
_OF_THESE = re.compile(
    "(?:上述|这些|以上|此|该|其(?!中))[一-鿿]{0,8}(?:中|里)(?:已|共|的)?有?[一-鿿]{0,4}$"
)
_NEW = re.compile(
    "新增|新发展|发展|吸收|新|转入|今年|本年|全年|年内|组织|吸引|开展|培训|慰问|走访|发放|资助"
)
# What is done with what came before it: never more of it than that.
_STEPS = (
    ("征集|收集|提出|收到|提交|上报|提(?:合理化)?建议", "采纳|实施|采用|立案|落实|兑现"),
    ("采纳", "实施|落实"),
    ("查出|排查|发现|查|检查出|整治", "整改|消除|解决|治理|销号"),
    ("受理|接待|接到|接收|立案|收到", "办结|答复|调解成功|结案|化解|回复|办复|调处成功"),
    ("应到|应参加|应参会|应出席", "实到|到会|出席|参会|实际"),
    ("应签", "实签|签订|已签"),
    ("应换届", "换届|完成|已"),
    ("应参训|应参加|应训", "参训|实际|实训"),
    ("应检|应参检|应体检", "参检|实检|体检"),
    ("发放|发出|下发", "收回|回收|有效"),
    ("收回|回收", "有效|满意"),
    ("申报|申请|推荐", "获批|批准|通过|获评|入选"),
    ("参赛|报名|参加", "获奖|晋级"),
    ("参训|参加培训|培训", "合格|取得证书|取证|结业"),
    ("参加考试|应考|参考", "合格|及格|通过"),
)
_STEP_PATTERNS = tuple((re.compile(one), re.compile(f"(?:{other})")) for one, other in _STEPS)
_STAFF = re.compile(
    "(?<!女)(?<!发展)(?:在岗|在职|在册|现有|共有|有|全体)?(?:教?职工|员工|干部职工|从业人员|干警|职员|教师|医护人员|人员)(?:总数)?(?:为|达|共|有)?$"
)
_MEMBERS = re.compile("(?:(?:工会)?会员(?:总数)?(?:为|达|共|有)?|已?入会|加入工会)$")
_WOMEN = re.compile("女(?:教?职工|会员|员工|干警|工|教师|代表)(?:为|达|有)?$")
_AMONG = re.compile("[中里][，,]?(?:已经?|只|仅|共|目前)?有?[一-鿿]{0,2}$")


def check_parts(document: Document) -> Iterator[Remark]:
    """Find parts that are more than their whole."""
    found = quantities_of(document)
    for place, part in enumerate(found):
        if part.is_rate or is_aside(part):
            continue
        earlier = [
            each
            for each in found[max(0, place - 10) : place]
            if each.is_like(part) and each.line == part.line and not is_change(each)
        ]
        if not earlier:
            continue
        whole, severity = _whole(part, earlier, found)
        if whole is not None and part.bounds[0] > whole.bounds[1] and not _is_else(part, whole):
            message = f"{part.text}是{whole.text}里的一部分，却比它多，请核对。"
            yield remark("part-whole", severity, message, whole, part)


def _is_else(part: Quantity, whole: Quantity) -> bool:
    words = whole.trail + part.gap[-40:] + part.trail
    if re.search("下半年|季度|加上|连同", whole.lead):
        return True
    return _ELSEWHERE.search(words) is not None


def _whole(
    part: Quantity, earlier: Sequence[Quantity], found: Sequence[Quantity]
) -> tuple[Quantity | None, Severity]:
    last = earlier[-1]
    within = [each for each in earlier if each.sentence == part.sentence]
    if _OF_THESE.search(part.lead):
        near = [each for each in earlier[-6:] if part.sentence - each.sentence <= 2]
        return (max(near, key=lambda each: each.amount) if near else None), Severity.ERROR
    if within and (_opens(part, last, found) or _is_among(part, last)):
        return last, Severity.ERROR
    if within and (listed := _listed_whole(part, within, found)) is not None:
        return listed, Severity.ERROR
    if within and (whole := _staff(part, within)) is not None:
        return whole, Severity.ERROR
    if within and (whole := _step(part, within)) is not None:
        return whole, Severity.ERROR
    return None, Severity.ERROR


def _opens(part: Quantity, whole: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether 其中 or a bracket stands between a whole and the part, and no other whole."""
    between = part.gap
    if "其中" in between[-len(part.lead) - 4 :] or re.search(
        "[（(](?:其中|含|包括)?$", between[: -len(part.lead) or None]
    ):
        others = [each for each in found[whole.place + 1 : part.place] if not each.is_rate]
        return not others or "其中" in between
    return False


def _is_among(part: Quantity, whole: Quantity) -> bool:
    """Whether it is said to be among those just before it: 37家企业中，已有39家."""
    if part.place - whole.place != 1 or part.clause - whole.clause > 1:
        return False
    return _AMONG.search(part.gap) is not None


def _listed_whole(
    part: Quantity, within: Sequence[Quantity], found: Sequence[Quantity]
) -> Quantity | None:
    """The whole of a list that 其中 opened, for its second entry and those that follow."""
    if part.mark not in "、，," and "、" not in part.lead[:1]:
        return None
    for at in range(len(within) - 1, 0, -1):
        if "其中" in within[at].gap and within[at].place >= part.place - 3:
            between = found[within[at].place + 1 : part.place]
            alike = all(each.is_like(part) for each in between)
            return within[at - 1] if alike and part.lead.startswith("、") else None
    return None


def _staff(part: Quantity, within: Sequence[Quantity]) -> Quantity | None:
    """Members are of the staff, women of the members."""
    if part.base != "人" or _NEW.search(part.lead):
        return None
    if _MEMBERS.search(part.lead):
        wholes = [each for each in within if _STAFF.search(each.lead) and _is_stock(each)]
        return wholes[-1] if wholes and part.place - wholes[-1].place <= 2 else None
    if _WOMEN.search(part.lead):
        stock = [
            each
            for each in within
            if (_STAFF.search(each.lead) or _MEMBERS.search(each.lead)) and _is_stock(each)
        ]
        return stock[-1] if stock and part.place - stock[-1].place <= 2 else None
    return None


def _is_stock(each: Quantity) -> bool:
    words = each.lead[-8:]
    is_all = "女" not in words and "男" not in words and "其中" not in each.gap
    return is_all and not _NEW.search(each.lead)


def _step(part: Quantity, within: Sequence[Quantity]) -> Quantity | None:
    whole = within[-1]
    if part.place - whole.place > 2 or part.piece != whole.piece:
        return None
    for first, then in _STEP_PATTERNS:
        if then.search(part.lead) and first.search(whole.lead) and not first.search(part.lead):
            return whole
    return None
