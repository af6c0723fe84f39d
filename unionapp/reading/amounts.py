"""Numbers as they are written in running text, with qualifier, multiplier and unit.

A number is looked for by its numerals alone; what stands close before and behind is then read off
by patterns that begin or end there. So no text takes longer than its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from unionapp.errors import UnreadableError
from unionapp.reading.measures import UNITS
from unionapp.reading.model import Span, Writing
from unionapp.values import amount_of, in_ordinary_numerals, mixed_amount

# One character for each, so that every place stays where it is.
_PLAIN = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_PLAIN |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
_PLAIN |= {ord("％"): ord("%"), ord("．"): ord("."), ord("○"): ord("〇")}
# The spaces that other programs set between a figure and its unit.
_PLAIN |= dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000), 0x20)

# 2，345人: people who type in Chinese group digits with the comma that they have.
_GROUPED = re.compile("(?<=[0-9])(?<![0-9]{4})，(?=[0-9]{3}(?![0-9]))")

_DIGITS = "零一二三四五六七八九〇"
NUMERALS = f"{_DIGITS}十百千万亿两"
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,20})(?:\.[0-9]{1,20})?"
_MIXED_PLACE = "零?(?:[0-9]{1,4}[千百十万]{0,2}|[一二两三四五六七八九][千百十万]{1,2})"
_MIXED = f"[0-9]{{1,8}}[百千万亿](?:{_MIXED_PLACE}){{1,3}}(?![0-9.,年月])"
_NUMERAL = f"[{NUMERALS}]{{1,20}}(?:点[{_DIGITS}]{{1,8}}[万亿]?)?"
_FORMAL = "[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{1,20}"
_VAGUE = "[几数][十百千万亿]{1,3}|上[百千万亿]{1,2}|[十百千]几|几"
_NUMBER = re.compile(
    rf"(?P<share>[百千]分之)?(?:(?P<mixed>{_MIXED})|(?P<arabic>{_ARABIC})|(?P<vague>{_VAGUE})"
    rf"|(?P<chinese>{_FORMAL}|{_NUMERAL})|(?P<half>半(?=[个年天数]|小时|边天)))"
)

_TIMES = "十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿"
_AFTER = re.compile(
    rf" ?(?P<middle>余|多|来(?=[人名个位万家户件次场条项天]))?(?P<times>{_TIMES})?"
    r"(?P<late>余|多(?!元化|样))?(?P<more>(?<=[百千][余多])[万亿])?"
    rf"(?P<unit> ?(?:{UNITS}))?(?P<tail>以上|以下|以内|左右|上下|有余|余)?"
)
_BEFORE = re.compile(
    "(?:不少于|不低于|不超过|不多于|不高于|不小于|至少|最多|超过|将近|接近|大约|约为|约有|约|近|逾|超"
    "|不足|不到|低于|高于) ?$"
)
_LONGEST_BEFORE = 5
# Words that end as a qualifier does.
_NO_QUALIFIER = (
    "最近",
    "附近",
    "临近",
    "邻近",
    "贴近",
    "靠近",
    "节约",
    "制约",
    "公约",
    "签约",
    "要约",
)

_PART_OF_TENTH = re.compile("[一二三四五六七八九半]")
_TENTHS = {digit: f"0.{place}" for place, digit in enumerate("零一二三四五六七八九")} | {
    "半": "0.5"
}
_FOLDED = {"百": Decimal(100), "千": Decimal(1000)}
_SHARES = {"百": "%", "千": "‰"}
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_RANGE = re.compile(
    "(?P<high>[十百千]?)(?P<low>[一二两三四五六七八])(?P<most>[二两三四五六七八九])"
    "(?P<size>[十百千万亿]{0,2})"
)
_PLACES = {digit: str(place) for place, digit in enumerate("零一二三四五六七八九")} | {"两": "2"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what belongs to it: `number` is the place of its numerals alone."""

    span: Span
    number: Span
    writing: Writing
    value: Decimal | None
    unit: str = ""
    base: str = ""
    qualifier: str = ""
    most: Decimal | None = None


def plain(text: str) -> str:
    """Return the text with full-width digits and letters in their ordinary form, place by place."""
    return _GROUPED.sub(",", text.translate(_PLAIN))


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the numerals of a plain text, without what belongs to them."""
    return _NUMBER.finditer(text)


def amount_at(found: re.Match[str], original: str) -> Amount:
    """Return the number that was found, with its qualifier, multiplier and unit."""
    text, start, end = found.string, found.start(), found.end()
    after = _AFTER.match(text, end)
    assert after is not None  # noqa: S101  # it may be empty
    value, most, times = _value_of(found)
    before = _qualifier_before(text, start)
    word = "".join(after[part] or "" for part in ("middle", "late", "tail"))
    times += (after["times"] or "") + (after["more"] or "")
    if times in _FOLDED and value is not None:
        value, times = value * _FOLDED[times], ""
    base = (after["unit"] or "").strip()
    ends = max(
        end, *(after.end(part) for part in ("middle", "times", "late", "more", "unit", "tail"))
    )
    if base == "成" and value is not None and (part := _PART_OF_TENTH.match(text, ends)):
        value, ends = value + Decimal(_TENTHS[part[0]]), part.end()
    if found["share"]:
        base, times = _SHARES[found["share"][0]], ""
    return Amount(
        Span(start - len(before), ends),
        Span(start, end),
        _writing(found, original),
        value,
        times + base,
        base,
        _one_qualifier(word) or before.strip() or ("几" if most else _vagueness(found)),
        most,
    )


def writing_of(words: str) -> Writing:
    """Return with which numerals some words are written that stand for a number."""
    if any(each.isdigit() and not each.isascii() for each in words):
        return Writing.FULL_WIDTH
    return Writing.ARABIC if any(each.isdigit() for each in words) else Writing.CHINESE


def _one_qualifier(words: str) -> str:
    """余 of 20余万余元, which doubles it; 以上 before 余 where both stand."""
    for word in ("以上", "以下", "以内", "左右", "上下", "有余"):
        if words.endswith(word):
            return word
    return words[:1]


def _vagueness(found: re.Match[str]) -> str:
    vague = found["vague"] or ""
    return next((word for word in "几数上" if word in vague), "")


def _qualifier_before(text: str, start: int) -> str:
    found = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    if found is None or text.endswith(_NO_QUALIFIER, max(0, start - _LONGEST_BEFORE), start):
        return ""
    return found[0]


def _writing(found: re.Match[str], original: str) -> Writing:
    if found["mixed"]:
        return Writing.MIXED
    if found["arabic"]:
        written = original[found.start("arabic") : found.end("arabic")]
        return Writing.ARABIC if written.isascii() else Writing.FULL_WIDTH
    return Writing.CHINESE


def _value_of(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None, str]:
    """The value, its upper end if it is said from and to, and the 万 or 亿 at its end."""
    if found["arabic"]:
        return Decimal(found["arabic"].replace(",", "")), None, ""
    if found["half"]:
        return Decimal("0.5"), None, ""
    if found["vague"]:
        return _vague(found["vague"]), None, ""
    if found["mixed"]:
        return mixed_amount(found["mixed"]), None, ""
    return _chinese(in_ordinary_numerals(found["chinese"]))


def _vague(words: str) -> Decimal | None:
    amount = Decimal(1)
    for size in words:
        amount *= _SIZES.get(size, 1)
    return amount if amount > 1 else None


def _chinese(numeral: str) -> tuple[Decimal | None, Decimal | None, str]:
    if ranged := _RANGE.fullmatch(numeral):
        return _ranged(ranged)
    if not set(numeral) & {"十", "百", "千", "万", "亿", "点"} and len(numeral) > 1:
        return Decimal("".join(_PLACES[each] for each in numeral)), None, ""
    times = numeral[len(numeral.rstrip("万亿")) :]
    rest = numeral.removesuffix(times)
    try:
        return (amount_of(rest, numeral) if rest else Decimal(1)), None, times
    except UnreadableError:
        return None, None, ""


def _ranged(found: re.Match[str]) -> tuple[Decimal, Decimal, str]:
    """三四十 is from 30 to 40, 十七八 from 17 to 18, 三四万 from 3 to 4 in 万."""
    size, times = found["size"], ""
    for end in ("万", "亿"):
        if size.endswith(end):
            size, times = size.removesuffix(end), end
    factor = _SIZES.get(size, 1)
    first = _SIZES.get(found["high"], 0)
    if first > 10:
        factor = first // 10
    low, most = (first + int(_PLACES[found[part]]) * factor for part in ("low", "most"))
    return Decimal(low), Decimal(most), times
