"""Leftovers of a form: masks for figures and names, empty brackets, words of those who fill in."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.measures import UNIT
from unionapp.checks.prose.words.phrase import even, quote, sentence_of
from unionapp.reading import Span

_RULE = "leftover"
_MASK = re.compile(
    r"(?P<stars>[*＊]{1,40})|(?P<crosses>[×✕╳]{1,40})|(?P<letters>[XxＸｘ]{1,40})"
    r"|(?P<circles>[○〇◯]{2,40})|(?P<boxes>[●□△▲◇◆■]{2,40})|(?P<lines>[_＿]{1,80})"
    r"|(?P<dots>…{1,12}|\.{3,12})|(?P<asked>[?？]{1,6})|(?P<dashes>[—－-]{2,12})"
    r"|(?<=[一-鿿])(?P<blank>[ 　]{2,40})"
)
_UNIT = re.compile(f" ?(?P<unit>{UNIT})")
_CLOSES = re.compile("[，。；、,;：）)]")
_YEAR_BEFORE = re.compile("(?:19|20|二〇|二○)[0-9〇○零一二三四五六七八九]?$")
_BEFORE = re.compile("(?:第|20|[0-9.]{1,4}|[二〇○]{1,3})$")
_NUMERALS = frozenset("0123456789零〇○一二三四五六七八九十")
# Whom a name stands with that is kept back: 职工张××, 党员王*.
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏"
    "蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾"
    "赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪邢俞翟蓝聂齐向申葛岳柳欧祝甄尚季"
)
_PERSON = re.compile(
    "(?:职工|员工|会员|同志|老师|师傅|主席|党员|干部|教师|医生|护士|工人|队员|书记|经理|厂长|主任"
    "|女工|子女|学生|家属|劳模|班长|组长|患者|孩子|慰问|看望|司机"
    "|骑手|代表|工友|村民|[和与为给向由被、，。：“（(\n，]|^)$"
)
_KEPT_BACK = re.compile("隐去|化名|匿名|脱敏|保密|不便公开|不公开|姓名从?略|略去|代替|隐私")
_MULTIPLIED = frozenset("0123456789米厘寸号天时人元次个分秒长宽高年月周期")
_ORGANISATIONS = re.compile(
    "市|省|县|区|镇|乡|街道|村|厂|公司|学校|医院|局|院|车间|班组|同志|老师|工会|分会|集团|中学|小学"
)
_EMPTY = re.compile(
    "（[ 　\t]{0,20}）|\\([ 　\t]{0,20}\\)|《[ 　]{0,9}》|“[ 　]{0,9}”|‘[ 　]{0,9}’|【[ 　]{0,9}】"
    '|〔[ 　]{0,9}〕|「[ 　]{0,9}」|\\[[ 　]{0,20}\\]|""'
)
_FILL_IN = re.compile(
    r"[（(【\[](?:待[填补核]|此处|请?填[写入报]?|空缺|数据待"
    r"|(?:姓名|单位名称?|具体数字|数字)(?=[）)】\]]))[^）)】\]\n]{0,20}[）)】\]]"
    r"|\{\{?[^{}\n]{0,20}\}?\}|#(?:REF|VALUE|N/A|DIV/0|NAME\?|NUM)!?"
    r"|(?<![A-Za-z])(?:NaN|TODO|TBD)(?![A-Za-z])"
)
_SOMEBODY = re.compile("某{2,4}|[某](?=[月日年](?![一-鿿]{0,1}底))")


def check_leftovers(document: Document) -> Iterator[Remark]:
    """Find what stands where a figure or a name was to be filled in: 20××年, ____名, （）人."""
    text = document.text
    for found in _MASK.finditer(text):
        if _is_left(found, text) and not _is_kept_back(found, text):
            yield _remark(text, *found.span())
    for found in _EMPTY.finditer(text):
        yield _remark(text, *found.span())
    for found in _FILL_IN.finditer(text):
        yield _told(text, Span(*found.span()), Severity.WARNING)
    for found in _SOMEBODY.finditer(text):
        if not _is_name(text, *found.span()):
            yield _told(text, Span(*found.span()), Severity.WARNING)


def _remark(text: str, start: int, end: int) -> Remark:
    """A mask with what is left of the figure around it; what stands for a figure is no doubt."""
    before = _BEFORE.search(text, max(0, start - 4), start)
    after = _UNIT.match(even(text), end)
    is_year = text.startswith("月", end) or (before is not None and text.startswith("年", end))
    sure = is_year or (after is not None and text[start:end].strip("-—－…. 　") != "")
    span = Span(before.start() if before else start, after.end() if after else end)
    return _told(text, span, Severity.ERROR if sure else Severity.WARNING)


def _told(text: str, span: Span, severity: Severity) -> Remark:
    message = (
        f"{quote(text, *span)}里的“{text[slice(*span)].strip()}”是没有填的地方，请填上"
        "，没有就删去。"
    )
    return Remark(_RULE, severity, message, span)


def _is_left(found: re.Match[str], text: str) -> bool:
    start, end = found.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    unit = text.startswith(("年", "月"), end) or _UNIT.match(even(text), end) is not None
    length = end - start
    match str(found.lastgroup):
        case "stars":
            return _stars(text, start, end, unit=unit)
        case "crosses":
            if length > 1:
                return True
            return _is_single(text, start, end, unit=unit)
        case "letters":
            return _letters(text, start, end, unit=unit)
        case "circles":
            return before not in _NUMERALS and after not in _NUMERALS
        case "boxes":
            return bool(text[text.rfind("\n", 0, start) + 1 : start].strip())
        case "lines":
            latin = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
            return not latin and (length > 1 or unit)
        case "blank":
            closes = _UNIT.match(even(text), end)
            return closes is not None and _CLOSES.match(text, closes.end()) is not None
        case _:
            return unit and _is_han(before) and _ends_count(text, end)


def _ends_count(text: str, at: int) -> bool:
    found = _UNIT.match(even(text), at)
    rest = text[found.end() : found.end() + 1] if found else ""
    return found is not None and (
        len(found["unit"]) > 1 or not _is_han(rest) or found["unit"] in "名份户"
    )


def _stars(text: str, start: int, end: int, *, unit: bool) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isascii() and before.isalnum() and not unit:
        return False
    if end - start == 1 and not unit:
        return _is_han(before) and _ORGANISATIONS.match(text, end) is not None
    return not (after.isascii() and after.isalnum())


def _is_single(text: str, start: int, end: int, *, unit: bool) -> bool:
    """Whether one × stands for something; it multiplies in 4×100米 and 7×24小时."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isdigit() or (before in _MULTIPLIED and not unit):
        return False
    return unit or before == "第" or _ORGANISATIONS.match(text, end) is not None


def _letters(text: str, start: int, end: int, *, unit: bool) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isascii() and after.isalnum():
        return False
    if before.isascii() and before.isalnum():
        return unit and _YEAR_BEFORE.search(text, max(0, start - 4), start) is not None
    return end - start > 1 or unit


def _is_han(letter: str) -> bool:
    return "一" <= letter <= "鿿"


def _is_kept_back(found: re.Match[str], text: str) -> bool:
    sentence = sentence_of(even(text), found.start())
    said = _KEPT_BACK.search(text, sentence.start, sentence.end + 1)
    return said is not None or _is_name(text, *found.span())


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether it is part of a name that is kept back: 张××, 李*芳, 王某某."""
    if end - start > 3 or text[max(0, start - 1) : start] not in _SURNAMES or start == 0:
        return False
    if _UNIT.match(even(text), end):
        return False
    return _PERSON.search(text, max(0, start - 4), start - 1) is not None
