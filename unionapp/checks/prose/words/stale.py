"""What was left from another year: congresses, plenums, plans, jubilees, campaigns, years."""

import re
from collections.abc import Iterator, Mapping

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.almanac import Meeting, Year, known_years
from unionapp.checks.prose.words.phrase import count_of, even, quote, sentence_of
from unionapp.checks.prose.words.subject import Subject, number_of, subject_of
from unionapp.errors import UnionAppError
from unionapp.reading import Span

_RULE = "stale"
_NTH = "[一二三四五六七]"
_MEETING = re.compile(
    f"(?P<plenum>(?:党的|中共)?(?P<term>二十一|二十|十[五六七八九])届(?P<nths>{_NTH}"
    f"中(?:[、和及]?{_NTH}中){{0,4}})(?:全会|全体会议))"
    "|(?P<union>(?<![省市区县州])(?:中国)?工会(?:第)?(?P<congress>二十"
    "|十[四五六七八九])(?:大(?!会?代表)|次全国代表大会))"
    "|(?P<party>(?<!工会)(?<!工会第)(?<![团联女侨商])(?:党的|中国共产党"
    "|中共)?(?:第)?(?P<party_congress>二十一|二十|十[五六七八九])(?:大(?!"
    "[型家小量多于部学会])|次全国代表大会))"
)
_GROUPS = {"plenum": "plenum", "union": "union", "party": "congress"}
_STUDIED = re.compile(
    "学习|贯彻|落实|传达|宣传|宣讲|领会|践行|指导|指引|围绕|把握|聚焦"
    "|认真|按照|根据|为主线|为动力|研讨|观看|辅导"
)
_OF_CONTENT = re.compile("[^，。；]{0,8}?(?:精神|报告|部署|决定|决议|要求|公报)")
_AWAITED = re.compile("(?:迎接|喜迎|迎|献礼|欢庆)[^，。；]{0,4}$")
_HISTORY = re.compile(
    "[^，。；]{0,6}?(?:以来|以后|之后|期间|时期|上提|当选|代表(?!大会)"
    "|召开后|闭幕后|结束后|前[，夕])"
)
_PAST_YEARS = re.compile(
    "五年来|四年来|三年来|几年来|届期|本届|任期|回顾过去|历程|历年|先后经历|曾"
)
_YEAR = re.compile("(?<![0-9〔（])(?P<year>20[0-9]{2}|二[〇零○][一二三四五六七八九〇零○]{2})年")
_PLAN = re.compile("(?P<plan>“?(?P<nth>十[一二三四五六])五”?)(?P<after>[^，。；\n]{0,14})")
_LAST_YEAR, _FIRST_YEAR = (
    re.compile("收官|最后一年|末年|决胜之年"),
    re.compile("开局|第一年|起步之年|首年"),
)
_PLAN_IS_NOW = re.compile(
    "(?:按照|围绕|落实|实施|推进|贯彻|对标|紧扣|助力|聚焦|服务|对照)[^，。；]{0,8}$"
)
_PLAN_IS_PAST = re.compile("期间|以来|末|时期(?:的|以)|成就|成果|之后|至")
_SAYS_OF_YEAR = re.compile("年(?:既?是|作为)")
_JUBILEE = re.compile(
    "(?P<of>[一-鿿]{0,12})(?P<count>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})周年"
)
_GOES_ON = re.compile("巩固|拓展|成果|常态|精神|衔接|以来|期间|时期|后|曾|回顾|胜利完成")

_NEXT = "新的一年|明年|来年|下一年|新一年|新年"
_PLANNED = re.compile(
    f"(?P<printed>{_YEAR.pattern})度?(?P<of>的?(?:各项|全部|重点|主要"
    "|全年)?(?:工会)?(?:工作|任务|打算|计划|思路|要点|目标)|，)"
)
# How far before the year stands what says that the text looks ahead.
_AHEAD_OF = re.compile("新的一年|明年|来年|下一年|展望|面对|做好|迎接|下一步|今后")
_REACH = 60
# These are said of this year as well.
_SOON = frozenset({"面对", "今后", "下一步", "做好", "迎接"})
_HEADING = re.compile(
    f"(?<=\n)[ 　\t]{{0,8}}[（(]?[一二三四五六七八九十0-9]{{0,3}}[）)、.．]?"
    f"(?P<printed>{_YEAR.pattern})度?(?:的)?(?:下步|主要|重点)?(?:工会)?(?:工作)?"
    "(?:打算|思路|计划|安排|设想|要点|展望|重点工作|目标任务|目标)[ 　]{0,4}(?=\n|$)"
)
_WILL = re.compile(
    f"(?<![一-鿿])(?P<printed>{_YEAR.pattern})，?(?:我们|工会|我会"
    "|我校|我院|厂工会|街道总工会|区总工会)?将(?:继续|进一步|以|按照"
    "|紧紧|重点|着力)"
)
_NOW = re.compile(
    f"(?:现将|现就|现把)[^，。\n]{{0,16}}?(?P<printed>{_YEAR.pattern})[^，。\n]{{0,20}}"
    "?(?:总结|汇报|报告|回顾)"
)
_LOOKING_BACK = re.compile(
    f"(?<![一-鿿])(?:回顾|总结)(?P<printed>{_YEAR.pattern})(?:度)?(?:的)?(?:工作)?(?=，|的?工作)"
)
_CAPTION = re.compile(
    f"(?:(?<=\n)|^)[ 　]{{0,8}}(?:附?[表件][0-9一二三四五六七八九]{{0,2}}"
    f"[：:、 ]{{0,2}})?[^\n，。]{{0,16}}?(?P<printed>{_YEAR.pattern})(?P<what>[^\n，。]{{1,24}}"
    f"(?:表|一览|统计))[ 　]{{0,4}}(?=\n|$|：)"
)
_COMPARES = re.compile("对比|比较|上年|去年|同期|历年|至|—|-")
_COMING = re.compile(
    f"(?P<printed>{_YEAR.pattern})(?P<way>即将到来|即将来临|即将开启"
    "|即将过去|就要过去|已经过去|即将结束)"
)
_CUT_OFF = re.compile(f"截[至止](?:到)?(?P<printed>{_YEAR.pattern}(?P<month>1?[0-9])月)")


def check_stale(document: Document) -> Iterator[Remark]:
    """Find what is of another year than the one that a text is about.

    History is not asked about, nor a year of which nothing is known.
    """
    subject = subject_of(document)
    text = even(document.text)
    try:
        known = known_years()
    except UnionAppError as error:
        known = {}
        yield Remark(_RULE, Severity.HINT, str(error), Span(0, 0))
    if subject is None:
        yield from _without_year(document, text, known)
        return
    yield from _other_years(document, text, subject)
    for found in _MEETING.finditer(text):
        yield from _meeting(document, text, found, subject, known)
    for found in _PLAN.finditer(text):
        yield from _plan(document, text, found, subject)
    if year := known.get(subject.year):
        yield from _jubilees(document, text, subject, known)
        yield from _passed(text, subject, year)


def _place_of(found: re.Match[str]) -> tuple[str, tuple[int, int], str] | None:
    """The kind of a meeting, its place among those of its kind, and how it is printed."""
    group = next(name for name in _GROUPS if found[name])
    if group == "plenum":
        last = re.findall(_NTH, found["nths"])[-1]
        term, number = count_of(found["term"]), count_of(last)
    else:
        term, number = 0, count_of(found["congress"] or found["party_congress"])
    if term is None or number is None:
        return None
    return _GROUPS[group], (term, number), group


def _is_studied(text: str, found: re.Match[str]) -> bool:
    """Whether a meeting is what is studied now, and not when something was."""
    if _HISTORY.match(text, found.end()):
        return False
    sentence = sentence_of(text, found.start())
    start = max(sentence.start, found.start() - 40)
    clause = re.split("[，；]", text[start : found.start()])[-1]
    if _PAST_YEARS.search(text, sentence.start, sentence.end):
        return False
    return bool(_STUDIED.search(text, start, found.start()) or _STUDIED.search(clause)) or (
        _OF_CONTENT.match(text, found.end()) is not None
    )


def _meeting(
    document: Document,
    text: str,
    found: re.Match[str],
    subject: Subject,
    known: Mapping[int, Year],
) -> Iterator[Remark]:
    place = _place_of(found)
    if place is None:
        return
    kind, at, group = place
    span = Span(*found.span(group))
    awaited = _AWAITED.search(text, max(0, found.start() - 8), found.start())
    year = known.get(subject.year)
    now = year.meetings(kind) if year else ()
    of_then = _year_said(text, found.start(), subject)
    if awaited and now:
        held = [each for each in now if each.place == at and each.held.year < subject.year]
        if (held or at < now[0].place) and not of_then:
            yield _passed_by(document, span, subject, now[-1], "已经开过")
    elif not awaited and _is_studied(text, found) and not of_then:
        if now and at < now[0].place and not _beside(text, found, now):
            yield _passed_by(document, span, subject, now[-1], "在它之后")
        elif later := _not_yet(kind, at, subject, known):
            yield _ahead(document, span, subject, later)


def _beside(text: str, found: re.Match[str], now: tuple[Meeting, ...]) -> bool:
    """Whether the present one stands in the same sentence."""
    sentence = sentence_of(text, found.start())
    for other in _MEETING.finditer(text, *sentence):
        place = _place_of(other)
        if place and place[0] == now[0].kind and place[1] >= now[0].place:
            return True
    return False


def _not_yet(
    kind: str, at: tuple[int, int], subject: Subject, known: Mapping[int, Year]
) -> Meeting | None:
    meetings = (each for year in known.values() for each in year.meetings(kind))
    later = (each for each in meetings if each.place == at)
    return next(
        (
            each
            for each in later
            if each.held.year > subject.year + 1
            or (each.held.year == subject.year + 1 and each.held.month > 2)
        ),
        None,
    )


def _year_said(text: str, at: int, subject: Subject) -> bool:
    """Whether another year is said before in the same clause: in 2019 it was no past."""
    sentence = sentence_of(text, at)
    start = max(sentence.start, at - 60)
    said = [number_of(each["year"]) for each in _YEAR.finditer(text, start, at)]
    return bool(said) and said[-1] != subject.year


def _passed_by(
    document: Document, span: Span, subject: Subject, newest: Meeting, way: str
) -> Remark:
    words = document.text[slice(*span)]
    held = f"{newest.held.year}年{newest.held.month}月"
    after = f"{newest.name}（{held}）已经开过" if way == "在它之后" else f"它{held}已经开过"
    message = f"总结的是{subject.printed}，写的是“{words}”，{after}，请核对是不是往年留下的。"
    return Remark(_RULE, Severity.WARNING, message, span)


def _ahead(document: Document, span: Span, subject: Subject, later: Meeting) -> Remark:
    words = document.text[slice(*span)]
    held = f"{later.held.year}年{later.held.month}月"
    message = f"总结的是{subject.printed}，“{words}”到{held}才开，请核对年度或者会议名称。"
    return Remark(_RULE, Severity.WARNING, message, span)


def _without_year(document: Document, text: str, known: Mapping[int, Year]) -> Iterator[Remark]:
    """A text that names no year: what has passed in every year that is known."""
    if not known:
        return
    first = known[min(known)]
    for found in _MEETING.finditer(text):
        place = _place_of(found)
        now = first.meetings(place[0]) if place else ()
        if place and now and place[1] < now[0].place and _is_studied(text, found):
            span = Span(*found.span(place[2]))
            newest = known[max(known)].meetings(place[0])[-1]
            message = (
                f"“{document.text[slice(*span)]}”之后又开过{newest.name}"
                f"（{newest.held.year}年{newest.held.month}月），请核对是不是往年留下的。"
            )
            yield Remark(_RULE, Severity.HINT, message, span)


def _plan(
    document: Document, text: str, found: re.Match[str], subject: Subject
) -> Iterator[Remark]:
    nth = count_of(found["nth"])
    if nth is None:
        return
    first = 2001 + (nth - 10) * 5
    last = first + 4
    sentence = sentence_of(text, found.start())
    said = [number_of(each["year"]) for each in _YEAR.finditer(text, sentence.start, found.start())]
    is_said = bool(said) and _SAYS_OF_YEAR.search(text, sentence.start, found.start())
    years = {said[-1]} if is_said else {subject.year, subject.year + 1}
    after = found["after"]
    span = Span(*found.span("plan"))
    printed = f"{said[-1]}年" if said else subject.printed
    if _LAST_YEAR.search(after) and last not in years:
        yield _plan_is_other(document, span, printed, f"收官是{last}年")
    elif _FIRST_YEAR.search(after) and first not in years:
        yield _plan_is_other(document, span, printed, f"开局是{first}年")
    elif max(years) > last + 1 and not _PLAN_IS_PAST.search(after):
        start = max(sentence.start, found.start() - 20)
        if _PLAN_IS_NOW.search(text, start, found.start()):
            yield _plan_is_other(document, span, printed, f"{first}年到{last}年")


def _plan_is_other(document: Document, span: Span, printed: str, right: str) -> Remark:
    words = document.text[slice(*span)].strip("“”")
    message = (
        f"{quote(document.text, *span)}写的是{printed}，“{words}”{'' if '是' in right else '是'}"
        f"{right}，请核对是不是往年留下的。"
    )
    return Remark(_RULE, Severity.WARNING, message, span)


def _jubilees(
    document: Document, text: str, subject: Subject, known: Mapping[int, Year]
) -> Iterator[Remark]:
    for found in _JUBILEE.finditer(text):
        count = _number(found["count"])
        sentence = sentence_of(text, found.start())
        said = [
            number_of(each["year"])
            for each in _YEAR.finditer(text, sentence.start, found.start("count"))
        ]
        years = [said[-1]] if said else [subject.year, subject.year + 1]
        if count is None or years[0] not in known:
            continue
        for each in known[years[0]].anniversary:
            if not found["of"].endswith(each.words):
                continue
            right = {each.number + year - years[0] for year in years}
            if count not in right:
                span = Span(*found.span())
                printed = f"{said[-1]}年" if said else subject.printed
                message = (
                    f"{printed}是{each.of}{each.number}周年，写的却是“{document.text[slice(*span)]}”"
                    "，请核对是不是往年留下的。"
                )
                yield Remark(_RULE, Severity.WARNING, message, span)
            break


def _number(words: str) -> int | None:
    if words.startswith("一百"):
        rest = count_of(words[2:].lstrip("零")) if words[2:] else 0
        return None if rest is None else 100 + rest
    return 100 if words == "百" else count_of(words)


def _passed(text: str, subject: Subject, year: Year) -> Iterator[Remark]:
    for past in year.past:
        for words in past.words:
            for found in re.finditer(re.escape(words), text):
                around = text[max(0, found.start() - 8) : found.end() + 8]
                if _GOES_ON.search(around.replace(words, "")) or _year_said(
                    text, found.start(), subject
                ):
                    continue
                span = Span(*found.span())
                instead = f"现在的提法是“{past.instead}”，" if past.instead else ""
                message = (
                    f"总结的是{subject.printed}，“{words.strip('“”')}”{past.told}，{instead}请核对是"
                    "不是往年留下的。"
                )
                yield Remark(_RULE, Severity.WARNING, message, span)


def _other_years(document: Document, text: str, subject: Subject) -> Iterator[Remark]:
    """Years that can't be meant where they stand, in a text about another one."""
    for found in _PLANNED.finditer(text):
        if number_of(found["year"]) <= subject.year and _is_planned(text, found, subject):
            yield _other(document, found, subject, "下一年的打算")
    for found in _HEADING.finditer(text):
        if number_of(found["year"]) <= subject.year:
            yield _other(document, found, subject, "下一年的打算")
    for found in _WILL.finditer(text):
        if number_of(found["year"]) < subject.year:
            yield _other(document, found, subject, "下一年的打算")
    for pattern in (_NOW, _LOOKING_BACK):
        for found in pattern.finditer(text):
            if number_of(found["year"]) != subject.year:
                yield _other(document, found, subject, "这一年的总结")
    for found in _CAPTION.finditer(text):
        said = number_of(found["year"])
        if said < subject.year and not _COMPARES.search(found["what"]):
            yield _other(document, found, subject, "这一年的表")
    for found in _COMING.finditer(text):
        right = subject.year + ("来" in found["way"][2:] or "开启" in found["way"])
        if number_of(found["year"]) != right:
            yield _other(document, found, subject, "年末的话")
    for found in _CUT_OFF.finditer(text):
        if number_of(found["year"]) < subject.year and found["month"] != "12":
            yield _other(document, found, subject, "截止时间")


def _is_planned(text: str, found: re.Match[str], subject: Subject) -> bool:
    """Whether the words before a year say that it is the one to come."""
    start = max(0, found.start() - _REACH)
    before = re.split("[。\n]", text[start : found.start()])[-1]
    lead = _AHEAD_OF.search(before)
    if lead is None or (found["of"] == "，" and lead[0] != "展望"):
        return False
    if re.search("回顾|总结", before[lead.start() :] + found[0]):
        return False
    if lead[0] == "做好" and number_of(found["year"]) == subject.year:
        return False
    lead_at = found.start() - len(before) + lead.start()
    said = text[max(0, lead_at - 40) : found.end()]
    return lead[0] not in _SOON or re.search(_NEXT + "|将", said) is not None


def _other(document: Document, found: re.Match[str], subject: Subject, what: str) -> Remark:
    span = Span(*found.span("printed"))
    message = (
        f"总结的是{subject.printed}，{what}里写的却是“{document.text[slice(*span)]}”"
        f"（{quote(document.text, *span)}），请核对是不是往年留下的。"
    )
    return Remark(_RULE, Severity.WARNING, message, span)
