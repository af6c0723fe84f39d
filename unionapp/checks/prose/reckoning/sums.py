"""Sums that do not add up: 其中, 其余, 合计, 由…构成."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning.changes import is_aside
from unionapp.checks.prose.reckoning.quantities import (
    Quantity,
    printed,
    quantities_of,
    remark,
    written,
)

_REST = re.compile("^(?:的)?(?:而|对)?(?:其余|余下|剩余|剩下|其他|其它|余)(?:的|各)?")
_REST_OF = re.compile("^(?:尚有|还有|仍有|另有|另外?|还|尚)")
_PENDING = re.compile("正在|在办|办理中|处理中|未|转|上报|列入|待")
_COMPLEMENT = re.compile(
    "^(?:另|尚|还|仍)?有?(?:未|尚未|没有|不予|暂缓|暂不|不|非)(?!定期|断|少于|低于)"
)
_TOTAL = re.compile(
    "(?:合计|共计|总计|总共|加起来|累计共|[二两三四五六七八九]者?[项类笔次级场种批部]?[一-鿿]{0,4}(?:合计|共计|相加|总计|共)"
    "|以上[一-鿿]{0,6}(?:合计|共计|共))[一-鿿]{0,8}$"
)
_PLAIN_TOTAL = re.compile("^(?:总?共|一共)(?:有|为|是)?[一-鿿]{0,6}$")
_OPEN = re.compile("其中|[：:（(]|包括|分别|由|含")
_MADE_OF = re.compile("由[^由]{0,12}$")
_MADE = re.compile("(?:构成|组成)")
_BY = re.compile("按[一-鿿]{2,6}[分看]|按照[一-鿿]{2,8}[分看]|分别[为是]|从[一-鿿]{1,8}看|分为|即")
# Kinds of people that are counted beside one another and overlap.
_OVERLAPS = re.compile(
    "女|党员|农民工|青年|[0-9一二三四五六七八九十]{1,3}周?岁|一线|少数民族|高级|中层|本科|硕士|博士|困难|劳务|管理人|技术人|骨干|班组长"
    "|学历|以上|以下|专职|兼职|劳模|新就业|货车|职称|持证|特困|残疾|外来|技师|团员|单亲"
)
_PAIRS = (
    ("男", "女"),
    ("专职", "兼职"),
    ("在编", "合同|编外|非编|聘用"),
    ("线上", "线下"),
    ("本科", "专科|大专"),
    ("正式", "列席|特邀|非正式"),
    ("采纳", "未采纳|不采纳"),
    ("立案", "不予立案|未立案|不立案"),
    ("集体", "个人"),
    ("团体", "个人"),
    ("来信", "来访|来电"),
    ("来电", "来访"),
    ("转办", "自办|自接|自行"),
    ("单独|独立", "联合"),
    ("电话", "现场|来访|当面|窗口"),
    ("口头", "书面"),
    ("省内|市内|县内|校内|院内", "省外|市外|县外|校外|院外"),
    ("住院", "门诊"),
    ("机关", "基层"),
    ("公开", "不公开"),
)
_OVERLAP_UNITS = frozenset({"人", "户", "家", "个"})
_TWICE = re.compile("兼报|兼任|兼项|兼有|重复|交叉|重叠|同时(?:参加|属|是|为)")
_POINTING = re.compile("(?:这|上述|该|以上|此|那)$")
_HEAD = 20
# From here on parts that do not make a whole are not meant to.
_DOUBTFUL = Decimal("0.15")
# Three parts that come so near to it are.
_ALMOST = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A whole and what is said to make it up; `surely` where nothing else can be meant."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    surely: bool
    # Whether hardly anything else can be meant.
    likely: bool = False

    @property
    def off(self) -> Decimal:
        """By how much the parts are more than the whole."""
        return sum((each.amount for each in self.parts), Decimal(0)) - self.whole.amount

    @property
    def holds(self) -> bool:
        """Whether they may make it up, each as it was rounded."""
        figures = (self.whole, *self.parts)
        if all(each.is_exact for each in figures):
            coarse = max(each.grain for each in figures)
            alike = all(each.grain == coarse for each in figures)
            if alike or coarse == 1:
                return self.off == 0
            return abs(self.off) <= sum(
                (each.half for each in figures if each.grain == coarse), Decimal(0)
            )
        low = sum((each.bounds[0] for each in self.parts), Decimal(0))
        high = sum((each.bounds[1] for each in self.parts), Decimal(0))
        return low <= self.whole.bounds[1] and high >= self.whole.bounds[0]


def check_sums(document: Document) -> Iterator[Remark]:
    """Find sums that the text states and that do not add up."""
    found = quantities_of(document)
    told: set[int] = set()
    for place, figure in enumerate(found):
        if figure.is_rate or is_aside(figure):
            continue
        earlier = [
            each
            for each in found[max(0, place - 12) : place]
            if each.is_like(figure) and not is_aside(each) and each.line == figure.line
        ]
        within = [each for each in earlier if each.sentence == figure.sentence]
        ways = (_rest(figure, earlier, within), _total(figure, within), _opened(figure, found))
        for judged in ways:
            if judged is None or judged.whole.place in told:
                continue
            told.add(judged.whole.place)
            yield from _judged(judged)


def _judged(judged: _Sum) -> Iterator[Remark]:
    whole, parts = judged.whole, judged.parts
    if judged.holds:
        return
    exact = all(each.is_exact for each in (whole, *parts))
    order = sorted((whole, *parts), key=lambda each: each.place)
    outlier = _outlier(judged)
    if outlier is not None:
        message = (
            f"{'、'.join(each.text for each in order)}相加对不上，"
            f"{outlier.text}是不是“元”和“万元”写错了，请核对。"
        )
        yield remark("unit-wan", Severity.ERROR, message, *order)
        return
    if not exact:
        low = sum((each.bounds[0] for each in parts), Decimal(0))
        high = sum((each.bounds[1] for each in parts), Decimal(0))
        if judged.surely and (low > whole.bounds[1] * 2 or high * 2 < whole.bounds[0]):
            message = f"{whole.text}与{written(parts)}相加差得太多，请核对。"
            yield remark("sum", Severity.WARNING, message, *order)
        return
    total = sum((each.amount for each in parts), Decimal(0))
    made = printed(total, whole)
    added = "加".join(each.text for each in parts)
    message = f"写的是{whole.text}，{added}是{made}，差{printed(abs(judged.off), whole)}，请核对。"
    if (severity := _severity(judged)) is not None:
        yield remark("sum", severity, message, *order)


def _severity(judged: _Sum) -> Severity | None:
    share = abs(judged.off) / max(judged.whole.amount, Decimal(1))
    if _TWICE.search(judged.parts[-1].beyond) or _TWICE.search(judged.whole.rest):
        return Severity.HINT
    if judged.surely and share <= Decimal("0.4"):
        return Severity.ERROR
    if judged.off > 0 and share <= Decimal("0.3"):
        return Severity.WARNING
    if (judged.surely or judged.likely) and share <= Decimal("0.4"):
        return Severity.WARNING
    return Severity.HINT if share <= _DOUBTFUL else None


def _outlier(judged: _Sum) -> Quantity | None:
    """The one part that makes the sum right with 万 put to it or taken away."""
    if judged.whole.base != "元":
        return None
    slack = judged.whole.half + sum((each.half for each in judged.parts), Decimal(0))
    for each in judged.parts:
        for factor in (Decimal(10**4), Decimal(1) / 10**4):
            right = each.amount * factor
            if abs(judged.off + right - each.amount) <= slack < right / 2:
                return each
    for factor in (Decimal(10**4), Decimal(1) / 10**4):
        made = judged.off + judged.whole.amount
        if judged.whole.amount and abs(made - judged.whole.amount * factor) <= slack * factor:
            return judged.whole
    return None


def _rest(figure: Quantity, earlier: list[Quantity], within: list[Quantity]) -> _Sum | None:
    """其余12项 is what is left of a whole before it."""
    words = figure.lead.strip("、“” ")
    is_rest = _REST.match(words)
    is_left = _REST_OF.match(words) and _PENDING.search(figure.trail)
    if not is_rest and not is_left and not _COMPLEMENT.match(words):
        return None
    there = within if len(within) > 1 else earlier[-4:]
    if len(there) < 2:
        return None
    sums = [
        _Sum(there[at], (*there[at + 1 :], figure), surely=True) for at in range(len(there) - 1)
    ]
    pairs = [_Sum(there[at], (there[-1], figure), surely=True) for at in range(len(there) - 2)]
    before = earlier[-6:]
    spread = [
        _Sum(before[at], (*before[at + 1 :], figure), surely=True) for at in range(len(before) - 1)
    ]
    if any(each.holds for each in (*sums, *pairs, *spread) if not _are_siblings(each)):
        return None
    fitting = [
        each
        for each in sums
        if all(part.amount <= each.whole.amount for part in each.parts)
        and not _are_siblings(each)
        and not _is_made(each.whole, each.parts[:-1])
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda each: abs(each.off) / max(each.whole.amount, Decimal(1)))
    sure = bool(is_rest) and best.whole.sentence == figure.sentence
    return _Sum(best.whole, best.parts, surely=sure, likely=bool(is_left))


def _is_made(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the first of some parts make a whole, so that the others are of something else."""
    return any(
        _Sum(whole, tuple(parts[:count]), surely=True).holds for count in range(2, len(parts) + 1)
    )


def _are_siblings(judged: _Sum) -> bool:
    """Whether the whole stands in one list with its parts: 一类20件、二类12件."""
    return judged.whole.trail.startswith("、") and judged.parts[0].lead.startswith("、")


def _total(figure: Quantity, within: list[Quantity]) -> _Sum | None:
    """合计45枚 is what those before it make."""
    is_marked = _TOTAL.search(figure.head[-_HEAD:])
    is_plain = _PLAIN_TOTAL.match(figure.lead) and figure.mark in "，,"
    if not is_marked and not (is_plain and not re.search("每|各", figure.gap)):
        return None
    same = [at for at, each in enumerate(within) if each.amount == figure.amount]
    if same:
        if not is_marked or len(within) - same[-1] < 3:
            return None
        within = within[same[-1] + 1 :]
    outside = _outside(within)
    runs = [run[at:] for run in (within, outside) for at in range(len(run) - 1)]
    sums = [_Sum(figure, tuple(run), surely=True) for run in runs]
    if not sums or any(each.holds for each in sums):
        return None
    best = min(sums, key=lambda each: abs(each.off))
    far = abs(best.off) > figure.amount * Decimal("0.25")
    if any(each.amount > figure.amount for each in best.parts) and not _outlier(best):
        return None
    if far and _outlier(best) is None:
        return None
    sure = bool(is_marked) and best.parts[-1].piece == figure.piece and _parallel(best.parts)
    return _Sum(figure, best.parts, surely=sure)


def _outside(figures: Sequence[Quantity]) -> list[Quantity]:
    """Those that are no part of one before them."""
    return [each for each in figures if "其中" not in each.gap and not each.depth]


def _parallel(parts: Sequence[Quantity]) -> bool:
    """Whether parts stand beside one another with no other figure of theirs between."""
    places = [each.clause for each in parts]
    return all(after - before <= 3 for before, after in pairwise(places))


def _opened(whole: Quantity, found: Sequence[Quantity]) -> _Sum | None:
    """What 其中, a colon, a bracket or 由…构成 opens, of the whole before it."""
    later = found[whole.place + 1 : whole.place + 12]
    if not later or later[0].sentence != whole.sentence:
        return None
    first = next((each for each in later if not each.is_rate), None)
    if first is None or not first.is_like(whole) or first.sentence != whole.sentence:
        return None
    between = first.gap
    opened = _OPEN.search(between)
    if "一等奖" in first.lead and "其中" not in between:
        return None
    has_rest = False
    parts: list[Quantity] = []
    for each in later:
        if each.sentence != whole.sentence:
            break
        if each.is_rate:
            continue
        if not each.is_like(whole) or is_aside(each) or _TOTAL.search(each.lead):
            break
        if (parts and "其中" in each.gap) or _POINTING.search(each.lead):
            break
        parts.append(each)
        if _REST.match(each.lead.strip("、“” ")):
            has_rest = True
            break
    if len(parts) > 1 and (slip := _slip(whole, parts)) is not None:
        return slip
    if len(parts) < 2 or (opened is None and not has_rest):
        return None
    runs = [_Sum(whole, tuple(parts[:count]), surely=False) for count in range(2, len(parts) + 1)]
    if any(run.holds for run in runs):
        return None
    made_of = "由" in between and _MADE.search(parts[-1].trail + parts[-1].rest)
    surely = bool(has_rest or made_of or _BY.search(between))
    run = _listed(parts)
    if len(run) < 2:
        return None
    judged = _Sum(whole, tuple(run), surely=surely)
    if has_rest:
        return None
    if not surely:
        surely = _are_all(run)
        if _overlap(run) and not surely:
            return None
        judged = _Sum(whole, tuple(run), surely=surely)
        near = -judged.off <= whole.amount * _ALMOST and len(run) > 2
        judged = replace(judged, likely=near and "等" not in run[-1].beyond[:3])
    return judged


def _slip(whole: Quantity, parts: Sequence[Quantity]) -> _Sum | None:
    """Parts that make the whole to the last 元 once a 万 is put to one of them."""
    sums = [_Sum(whole, tuple(parts[:count]), surely=True) for count in range(2, len(parts) + 1)]
    if any(each.holds for each in sums):
        return None
    return next((each for each in sums if _outlier(each) is not None), None)


def _listed(parts: list[Quantity]) -> list[Quantity]:
    """The parts of one list: those that follow one another with nothing but a mark between."""
    run = parts[:1]
    for each in parts[1:]:
        if re.search("[；;]", each.gap) and not re.search("[；;]", run[-1].gap) and len(run) > 1:
            break
        run.append(each)
    return run


def _overlap(parts: Sequence[Quantity]) -> bool:
    """Whether the same one may be counted in two of the parts."""
    named = [each.lead + each.trail for each in parts if each.base in _OVERLAP_UNITS]
    return any(_OVERLAPS.search(words) for words in named)


def _are_all(parts: Sequence[Quantity]) -> bool:
    """Whether two of the parts leave nothing between them, as 男 and 女 do."""
    first = parts[0].lead + parts[0].trail
    last = parts[-1].lead + parts[-1].trail
    if len(parts) != 2:
        return bool(_COMPLEMENT.search(parts[-1].lead))
    return any(
        (re.search(one, first) and re.search(other, last))
        or (re.search(one, last) and re.search(other, first))
        for one, other in _PAIRS
    ) or bool(_COMPLEMENT.search(parts[-1].lead))
