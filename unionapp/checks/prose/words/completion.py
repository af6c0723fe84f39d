"""Praise of what was done against the figures beside it: 圆满完成 beside 1106 of 1200."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import even, sentence_of, sentences
from unionapp.reading import FoundNumber, Span

_RULE = "completion"
_TASK = "任务|目标|指标|计划|职责使命|各项工作"
_CLAIM = re.compile(
    "(?P<claim>(?P<way>圆满|全面|全部|顺利|如期|胜利|超额|提前|百分之百"
    "|100%)(?:(?:、|地|而?又?)?(?:出色|高质量|超额|顺利|提前|全面"
    "|圆满))?地?(?:完成|实现|达成|兑现))(?:了)?(?P<what>[^，。；\n]{0,24})"
)
_ALL = re.compile(
    "(?P<claim>(?:全部|均已?|均全部|已全部|都已?|100%|百分之百|悉数"
    "|如数)(?P<deed>办结|办理|整改|答复|解决|落实|完成|回复|销号|结案"
    "|化解|收回|回收|发放到位|到位|入会|参加|参训|参保|换届|签订|建档"
    "|脱困|兑现|达标|合格)(?:完毕|完成|到位|销号|率)?)"
    "|(?P<every>件件有(?:答复|着落|回音|回应)[^，。；\n]{0,2}|条条有(?:答复|着落|回音))"
)
_OF_TASK = re.compile(f"{_TASK}|应(?!到)|下达|需|要求")
_NOT_YET = re.compile("明年|力争|争取|确保|下一?年|将(?!军)|下一步|打算")
# Less than was planned is a success.
_TO_BE_LOW = re.compile("控制|成本|支出|预算|事故|能耗|不超过|低于|应到")
_AS_AIM = re.compile("(?:为|以|保证|保障|推动|助力|实现|向着?)$")
_DONE = re.compile(
    "(?:已|实际|现已|共|累计|实|完成|实现|组建|新建|发展|录入|采集|收缴|签订|办理|办结|答复|整改)"
)
_RATE = re.compile(
    "(?:完成率|完成(?:了)?(?:全年|年度|年初|区|市|县|上级|总工会|下达"
    "|目标|任务|计划|的|总)*(?:任务|目标|计划|指标)?数?的?|占(?:全年"
    "|年度)?(?:任务|目标|计划)数?的?|办结率|整改率|答复率|录入率|完成比例)(?:为"
    "|达到?|仅|只有|约)?$"
)
_OVER = re.compile(f"超额|{_NOT_YET.pattern}")
_REST = re.compile("其余|剩余|余下|另|尚|还有|正在|其他")
_STEMS = {
    "办结": "办",
    "办理": "办",
    "整改": "改",
    "答复": "答复",
    "解决": "解决",
    "落实": "落",
    "完成": "完成",
    "回复": "复",
    "销号": "销",
    "结案": "结",
    "化解": "化解调",
    "收回": "收",
    "回收": "收",
    "到位": "位改",
    "发放到位": "发",
    "入会": "入会",
    "参加": "参实到",
    "参训": "参训实",
    "参保": "参保",
    "换届": "换届",
    "签订": "签",
    "建档": "档",
    "脱困": "脱",
    "兑现": "兑",
    "达标": "达标",
    "合格": "合格",
}
_SIZES = {"万": 10**4, "亿": 10**8}
_FAR = 60


@dataclass(frozen=True, slots=True)
class _Pair:
    """What was to be done, and what was done of it."""

    target: FoundNumber
    done: FoundNumber

    @property
    def is_short(self) -> bool:
        return _amount(self.done) < _amount(self.target)

    @property
    def is_even(self) -> bool:
        return _amount(self.done) == _amount(self.target)


def check_completion(document: Document) -> Iterator[Remark]:
    """Find claims that all is done, and more than all, beside figures that say something else."""
    text = even(document.text)
    told = False
    for found in _CLAIM.finditer(text):
        for remark in _claimed(document, text, found):
            told = True
            yield remark
    for found in _ALL.finditer(text):
        yield from _all_done(document, text, found)
    if not told:
        yield from _of_whole(document, text)


def _claimed(document: Document, text: str, found: re.Match[str]) -> Iterator[Remark]:
    sentence = sentence_of(text, found.start())
    before = max(sentence.start, found.start() - 12)
    if _NOT_YET.search(text, before, found.start()) or _AS_AIM.search(text, before, found.start()):
        return
    more_than_all = "超额" in found["claim"]
    if not (more_than_all or re.search(_TASK, found["what"])):
        return
    against: list[FoundNumber] = []
    for pair in _pairs(document, text, sentence):
        if pair.is_short or (more_than_all and pair.is_even):
            against += [pair.target, pair.done]
            break
    short = Decimal(101 if more_than_all else 100)
    rates = _rates(document, text, sentence)
    against += [each for each in rates if each.value is not None and each.value < short]
    if against:
        yield _differs(document, found, tuple(against))


_last_asked: list[tuple[Document, list[FoundNumber], list[int]]] = []


def _figures(document: Document, span: Span) -> list[FoundNumber]:
    """The figures of a part of the text; those of the whole are put in order once."""
    placed = next((each for each in tuple(_last_asked) if each[0] is document), None)
    if placed is None:
        known = [each for each in document.reading.figures if each.value is not None]
        placed = (document, known, [each.span.start for each in known])
        _last_asked[:] = [placed]
    _, figures, starts = placed
    return figures[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _amount(number: FoundNumber) -> Decimal:
    value = number.value or Decimal(0)
    for word, size in _SIZES.items():
        if number.unit.startswith(word):
            return value * size
    return value


def _base(number: FoundNumber) -> str:
    unit = number.unit.lstrip("万亿")
    return "人" if unit in {"名", "位"} else unit


def _before(text: str, number: FoundNumber, start: int) -> str:
    """The words of its clause that stand before a number."""
    words = text[max(start, number.span.start - 30) : number.span.start]
    return re.split("[，；：（）]", words)[-1]


def _pairs(document: Document, text: str, sentence: Span) -> Iterator[_Pair]:
    """Yield each figure that was set as a task with the one that says what was done of it."""
    figures = _figures(document, sentence)
    for target, done in pairwise(figures):
        said = _before(text, target, sentence.start)
        if not _OF_TASK.search(said) or _base(target) != _base(done) or _base(target) == "%":
            continue
        if _TO_BE_LOW.search(text, max(sentence.start, target.span.start - 30), done.span.start):
            continue
        tail = text[target.span.end : done.span.start]
        if _NOT_YET.search(said) or len(tail) > _FAR or _REST.search(tail):
            continue
        if _DONE.search(tail) and not target.qualifier and done.qualifier in {"", "近"}:
            yield _Pair(target, done)


def _rates(document: Document, text: str, sentence: Span) -> Iterator[FoundNumber]:
    for figure in _figures(document, sentence):
        before = _before(text, figure, sentence.start)
        if figure.unit == "%" and _RATE.search(before) and not _OVER.search(before):
            yield figure


def _all_done(document: Document, text: str, found: re.Match[str]) -> Iterator[Remark]:
    """全部办结 against 37件 of which 35件 are done."""
    sentence = sentence_of(text, found.start())
    semicolon = text.rfind("；", sentence.start, found.start()) + 1
    start = max(sentence.start, semicolon)
    if _REST.search(text, start, found.start()) or _NOT_YET.search(text, start, found.start()):
        return
    stem = _STEMS.get(found["deed"] or "", "复结")
    figures = _figures(document, Span(start, found.start()))
    if len(figures) < 2:
        rates = [each for each in figures if each.unit == "%"]
    else:
        rates = [each for each in figures[-1:] if each.unit == "%"]
    for rate in rates:
        before = _before(text, rate, start)
        is_of_deed = before.rstrip("为达到").endswith("率") and any(map(before.__contains__, stem))
        if is_of_deed and rate.value is not None and rate.value < 100:
            yield _differs(document, found, (rate,))
            return
    counts = [each for each in figures if each.unit != "%"]
    if len(counts) < 2:
        return
    whole, done = counts[-2:]
    if any(_amount(each) == _amount(whole) + _amount(done) for each in counts[:-2]):
        return
    tail = _before(text, done, start)
    alike = _base(whole) == _base(done) and not whole.qualifier and not done.qualifier
    if alike and _amount(done) < _amount(whole) and any(each in tail for each in stem):
        after = text[done.span.end : found.start()]
        if len(after) <= 12:
            yield _differs(document, found, (whole, done))


def _of_whole(document: Document, text: str) -> Iterator[Remark]:
    """A claim about the whole year's work, and a task somewhere else that was not met."""
    claims = [
        found
        for found in _CLAIM.finditer(text)
        if re.match(
            "(?:了)?(?:全年|年度|本年度|今年|各项|年初|上级|市|区|县)[^，。；\n]{0,12}(?:任"
            "务|目标|指标)",
            found["what"],
        )
        and not _NOT_YET.search(text, max(0, found.start() - 12), found.start())
    ]
    if not claims:
        return
    for span in sentences(text):
        for pair in _pairs(document, text, span):
            if pair.is_short:
                yield _differs(document, claims[0], (pair.target, pair.done))
                return


def _differs(document: Document, found: re.Match[str], figures: tuple[FoundNumber, ...]) -> Remark:
    text = document.text
    group = "claim" if found["claim"] else "every"
    claim = text[slice(*found.span(group))]
    said = "、".join(f"“{each.text}”" for each in figures)
    end = max(found.end(group), *(each.span.end for each in figures))
    start = min(found.start(group), *(each.span.start for each in figures))
    if end - start > _FAR * 4:
        start, end = found.span(group)
    message = f"数字是{said}，和“{claim}”对不上，请核对数字，或者改一改说法。"
    return Remark(_RULE, Severity.WARNING, message, Span(start, end))
