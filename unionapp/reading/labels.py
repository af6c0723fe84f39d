"""Numbers that are no figures by what stands around them: dates, ordinals, documents, phones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unionapp.reading.model import Span, Why
from unionapp.reading.words import SET_WORDS

_C = "[一二三四五六七八九十百零〇两]"
_TO = "[-—–－~～至到]{1,2}"
_YEAR = (
    "(?:(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[一二][〇零0-9一二三四五六七八九]{3}"
    r"|20(?:××|XX|xx|\*\*|__))"
)
_MONTH = "(?:(?<![0-9.])[01]?[0-9]|十?[一二三四五六七八九十]) ?月"
_DAY = "(?:[0-3]?[0-9]|二?三?十?[一二三四五六七八九十]) ?[日号]"
_DATE = f"(?:{_YEAR} ?年 ?)?{_MONTH} ?(?:{_DAY}|份|底|末|初|中旬|上旬|下旬|中(?=[，、]))?"
_CLOCK = "[0-2]?[0-9][:：][0-5][0-9]"
_ORDER = f"(?:{_C}{{1,4}}|[0-9]{{1,4}})"

_DOCUMENTS = (
    r"[〔\[［【（(〈](?:19|20)[0-9]{2}[〕\]］】）)〉] ?第?[0-9]{1,5}号?",
    "第[0-9]{1,6}号|(?<![0-9])[0-9]{1,4}号(?=[文令])",
)
_AFTER_A_PHONE = (
    "(?:(?<=热线)|(?<=热线[：: ])|(?<=电话)|(?<=电话[：: ])|(?<=内线)|(?<=内线[：: ])|(?<=分机)"
    "|(?<=拨打)|(?<=传真)|(?<=传真[：: ])|(?<=邮编)|(?<=邮编[：: ])"
    "|(?<=手机)|(?<=手机[号：: ])|(?<=手机号[码：: ]))"
)
_AFTER_A_CARD = (
    "(?:(?<=[账帐户卡证]号)|(?<=[账帐户卡证]号[：:码 ])|(?<=号码)|(?<=号码[：: ])"
    "|(?<=编号)|(?<=编号[：: ]))"
)
_PHONES = (
    "(?<![0-9])0[0-9]{2,3}[-—－ ][0-9]{7,8}(?![0-9])",
    "(?<![0-9])(?:1[3-9][0-9]{9}|400[-—][0-9]{3,4}[-—][0-9]{3,4}"
    f"|(?!{_YEAR}-{_YEAR})[0-9]{{4}}-[0-9]{{4}})(?![0-9])",
    "(?<![0-9])(?:12351|12345|12348|12333|12355|12338|1[0-9]{2,4}(?=[一-鿿]{0,6}热线))(?![0-9])",
    f"{_AFTER_A_PHONE}[0-9]{{3,12}}(?:-[0-9]{{3,8}})?(?![0-9%])",
)
_CARDS = (
    r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15,20}|[0-9]{2,6}\*{2,12}[0-9Xx]{0,4})"
    "(?![0-9A-Za-z])",
    "(?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])"
    "[A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])",
    f"{_AFTER_A_CARD}[0-9A-Za-z-]{{2,20}}",
)
_TITLES = (
    "(?:GB|GB/T|ISO|DB|HJ|JGJ|GBZ|AQ) ?[0-9]{1,6}(?:[-—.][0-9]{1,5})?",
    "[A-Za-z][A-Za-z/]{0,9}[-—·]?[0-9]{1,6}(?:[-—.][0-9]{1,5})?[A-Za-z]{0,3}",
    "(?<![0-9.])[0-9]{1,4}(?:[GDSHPT]|4S)(?![A-Za-z0-9])",
    "(?<![0-9.])[0-9]{1,4}(?:号?[楼栋室]|号线|单元|路公交|路车|号院|号厂房|号矿|号机组)",
    f"{_C}{{1,3}}(?:号楼|号线|号院|期工程|号机组)",
)
_STANDARDS = (
    "[0-9]{1,4}(?:千伏|kV|KV|伏|赫兹|兆|毫米|厘米|摄氏度|℃)",
    f"(?:{_C}{{0,3}}[十百千]|[0-9]{{1,5}}) ?人 ?及?以[上下]"
    "(?=(?:已建会|规模|建会|非公|民营|小微|的)?"
    "(?:企业|单位|群体|工会|公司|重大|较大|集体|党|事业))",
    "[0-9.]{1,8} ?万?元(?:/|每)[人户次月年]|[0-9.]{1,6} ?%(?=足额|的标准|的比例|计提|比例)",
)
_LIST_NUMBERS = (
    "(?<![^\n])[ \t　■◆●•▪□◇○]{0,20}"
    r"((?:[（(【\[]?(?<![0-9])[0-9]{1,3}(?:[）)】\]、]|[.．,，](?![0-9]))"
    f"|[（(]?{_C}{{1,3}}(?:[）)]|[、.．,，](?!{_C}[、.．]))|[0-9]{{1,2}}(?= {{1,3}}[一-鿿]{{4}})))",
    rf"([（(](?:{_C}{{1,3}}|[0-9]{{1,2}})[）)])|(\[[0-9]{{1,2}}\]|[①-⒛㈠-㈩❶-❿])",
    f"(?<![^：:；;。，,！？\n、 　\t”])({_C}{{1,2}})(?=[是要](?![由为否素闻点])|则[是要在])",
    f"(?<=[：:；;。])([0-9]{{1,2}}[.．、)）])(?![0-9])|(?<=其)({_C})(?=[，是、])",
)
_YEARS = (f"{_YEAR} ?年?{_TO}{_YEAR} ?年?度?|{_YEAR}[/、]{_YEAR} ?年度?",)
_PERIODS = (
    f"(?<![0-9.])[01]?[0-9]{_TO}[01]?[0-9] ?月份?|十?[一二三四五六七八九十]{_TO}{_C}{{1,2}}月份?",
    f"(?<![0-9])[0-3]?[0-9]{_TO}[0-3]?[0-9]日",
    f"[一二三四1-4]{_TO}第?[一二三四1-4]季度",
    f"(?<![0-9]){_CLOCK}(?:{_TO}{_CLOCK})?(?![0-9])",
    "(?:(?<=[上下中]午)|(?<=[早晚]上)|(?<=凌晨)|(?<=[早晚]))(?:[0-9]{1,2}|十?[一二三四五六七八九十])[点时](?:半|[0-9]{1,2}分)?"
    "|(?<![0-9.])[0-2]?[0-9]时(?![间长段])(?:[0-9]{1,2}分)?",
    "(?:(?<=周)|(?<=星期)|(?<=礼拜))[一二三四五六日](?![名位次])|十[二三四五六]五(?![0-9个名件])",
)
_DATES = (
    _DATE,
    "(?<![0-9])(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9](?![0-9])",
    "(?<![0-9.])(?:19|20)[0-9]{2}[./-](?:0?[1-9]|1[0-2])(?![0-9.%]| ?[万亿元])",
    "(?<![0-9])[01]?[0-9][·•][0-3]?[0-9](?![0-9])",
    f"(?:{_YEAR} ?年)?第?[一二三四1-4]季度|(?<![0-9])[0-3]?[0-9]日(?![常均])",
)
_SINGLE_YEARS = (f"{_YEAR} ?年(?:度|底|末|初)?|20(?:××|XX|xx)",)
_ORDINALS = (
    f"第{_ORDER}[届次批期季章条]?(?:至|到|[-—－])第?{_ORDER}[届次批期季章条]?",
    f"第{_ORDER}(?:届 ?{_ORDER}次|[届次批期名位个条项轮场集季代类版章节篇回部道家]?)",
    f"{_ORDER}届(?: ?{_ORDER}(?:次|中全会|中)(?:、{_C}{{1,2}}中){{0,4}}(?:全会)?)?",
    f"{_C}{{1,2}}中(?:、{_C}{{1,2}}中){{0,4}}全会|{_ORDER}次(?=全会|全委|全体|代表大会|党代)",
    f"(?:二十|十[一二三四五六七八九])大(?![家型])|{_ORDER} ?周年|(?:{_C}|[1-6])等[奖功]",
    f"(?<=前){_ORDER}(?:名|位|强|列)|{_ORDER}(?:年级|连冠)",
)
_AGES = (f"{_ORDER} ?周?岁(?:及?以[上下])?|(?<=满){_ORDER} ?周?[年岁]",)

_SLOGANS = (f"{_C}{{1,2}}个一(?![样共个百千万])|{_C}{{1,2}}个(?:到位|确保|坚持)",)
_PHRASES = (
    f"(?!百|千){_C}{{1,3}}分之{_C}{{1,3}}|[0-9]{{1,3}}/[0-9]{{1,3}}(?![0-9/])",
    *sorted(SET_WORDS, key=len, reverse=True),
    "十分(?![钟之])|千瓦(?!时)|万户(?=[^，。、；])|九三(?=学社)|百分之百(?=[的地])",
    f"{_C}{{1,2}}[级星](?!.{{0,1}}证书)|[1-5](?:A?级|星级)",
    f"(?:{_C}{{1,2}}|[0-9]{{1,2}})大(?![家型小量多于部学])|(?:[0-9]{{2,4}}|{_C}{{1,3}})强(?![度化])",
)

# Where a label can begin, and with what: a line, digits, letters, numerals, 第, a bracket, or a
# set word that has its numeral later.
_FIRSTS = re.escape("".join(sorted({word[0] for word in SET_WORDS})))
_STARTS = re.compile(
    "(?P<line>(?<![^\n]))|(?P<digits>[0-9]+)|(?P<letters>[A-Za-z]+)"
    "|(?P<numerals>[一二三四五六七八九十百千万亿两零〇半]+)|(?P<nth>第)"
    rf"|(?P<bracket>[（(\[【〔〈①-⒛㈠-㈩❶-❿])|(?P<word>[{_FIRSTS}])"
)
# What is told by its form, and with what it begins. Where two could stand, the one that comes
# first here has the place.
_LABELS: tuple[tuple[Why, str, re.Pattern[str]], ...] = (
    # Longer than anything that is counted.
    (Why.DOCUMENT, "digits", re.compile("[0-9]{21,}")),
    (Why.DOCUMENT, "digits nth bracket", re.compile("|".join(_DOCUMENTS))),
    (Why.DOCUMENT, "digits letters", re.compile("|".join(_CARDS))),
    (Why.TITLE, "digits letters numerals", re.compile("|".join(_TITLES))),
    (Why.PHONE, "digits", re.compile("|".join(_PHONES))),
    (Why.STANDARD, "digits numerals", re.compile("|".join(_STANDARDS))),
    (Why.LIST_NUMBER, "line digits numerals bracket", re.compile("|".join(_LIST_NUMBERS))),
    (Why.YEAR, "digits numerals", re.compile("|".join(_YEARS))),
    (Why.PERIOD, "digits numerals", re.compile("|".join(_PERIODS))),
    (Why.DATE, "digits numerals nth", re.compile("|".join(_DATES))),
    (Why.YEAR, "digits numerals", re.compile("|".join(_SINGLE_YEARS))),
    (Why.ORDINAL, "digits numerals nth", re.compile("|".join(_ORDINALS))),
    (Why.AGE, "digits numerals", re.compile("|".join(_AGES))),
    (Why.SLOGAN, "numerals", re.compile("|".join(_SLOGANS))),
    (Why.FIXED_PHRASE, "digits numerals nth word", re.compile("|".join(_PHRASES))),
)
_FROM_TO = re.compile("[-—–－~～至到]{0,2}")
_QUOTED = re.compile('[“"「『‘][^“”"「」『』‘’\n]{1,24}[”"」』’]')
_TITLED = re.compile("《[^《》\n]{1,80}》")


class Label(NamedTuple):
    """A place where a number stands that is no figure, and why."""

    span: Span
    why: Why


def labels_in(text: str) -> list[Label]:
    """Return the places of a plain text at which a number is known by its form to be no figure.

    They come in their order and do not overlap.
    """
    taken: dict[int, Label] = {}
    covered = bytearray(len(text) + 1)
    starts: dict[str, list[int]] = {kind: [] for kind in _STARTS.groupindex}
    for found in _STARTS.finditer(text):
        starts[str(found.lastgroup)].append(found.start())
    for why, kinds, pattern in _LABELS:
        for start in sorted(start for kind in kinds.split() for start in starts[kind]):
            if not covered[start] and (label := pattern.match(text, start)):
                span = Span(*label.span(label.lastindex or 0))
                if not any(covered[span.start : span.end]):
                    covered[span.start : span.end] = b"\1" * (span.end - span.start)
                    taken[span.start] = Label(span, why)
    return list(_joined([taken[start] for start in sorted(taken)], text))


def _joined(labels: list[Label], text: str) -> Iterator[Label]:
    """Two dates from and to are one period."""
    last: Label | None = None
    for label in labels:
        if last is not None and _are_one(last, label, text):
            label = Label(Span(last.span.start, label.span.end), Why.PERIOD)
        elif last is not None:
            yield last
        last = label
    if last is not None:
        yield last


def _are_one(first: Label, second: Label, text: str) -> bool:
    dated = {Why.DATE, Why.PERIOD, Why.YEAR}
    between = text[first.span.end : min(second.span.start, first.span.end + 3)]
    near = second.span.start - first.span.end < 3
    return near and first.why in dated and second.why in dated and bool(_FROM_TO.fullmatch(between))


def enclosed(text: str) -> list[Label]:
    """Return what stands in quotation marks, briefly, and in the marks of a title."""
    quotes = [Label(Span(*found.span()), Why.SLOGAN) for found in _QUOTED.finditer(text)]
    titles = [Label(Span(*found.span()), Why.TITLE) for found in _TITLED.finditer(text)]
    return sorted([*quotes, *titles])
