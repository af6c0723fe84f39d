"""Figures as people type them: 1,284, 3.68万, 20余万元, 近300人, 百分之八十, 两.

An entry is taken apart by one pattern into a head (达, 近), the figure, its multiplier, its unit
and a tail (以上); each part is then judged by itself, so that a refusal can name what is wrong.
"""

import re
import unicodedata
from decimal import Decimal

from unionapp.errors import UnreadableError
from unionapp.text import folded, quoted, refusal
from unionapp.values.chinese import MIXED, NUMERALS, amount_of, mixed_amount, vague
from unionapp.values.kinds import Kind
from unionapp.values.model import Measure, Number, Reading, Remark, State, Value
from unionapp.values.qualifiers import AFTER, BEFORE, the_one_in
from unionapp.values.units import KNOWN, MEASURED, MULTIPLIER, MULTIPLIERS, Unit, unit_of

LONGEST = 40
# As many as a spreadsheet keeps exactly.
MOST_DIGITS = 15

_INTRODUCERS = "保持在|达到|达|一共|总共|合计|总计|共计|共有|共|计"

_ENTRY = re.compile(
    rf"""
    (?P<head>(?>(?:{_INTRODUCERS}|{BEFORE})*))
    (?P<lead>[^0-9.,{NUMERALS}]{{0,4}}?)
    (?P<percent>百分之|百分(?=百))?
    (?P<figure>{MIXED}|[0-9.,]+|[{NUMERALS}]+)
    (?P<middle>(?:{AFTER})*)
    (?P<multiplier>(?!百分点)(?:{MULTIPLIER}))?
    (?P<late>(?:{AFTER})*)
    (?P<unit>(?>(?:(?>(?:{AFTER})+)(?!\Z)|(?!{AFTER}).)*))
    (?P<tail>(?:{AFTER})*)
    """,
    re.VERBOSE | re.DOTALL,
)
_ARABIC_LETTERS = frozenset("0123456789.,")
_ARABIC = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.[0-9]+)?")
_GROUPING_SPACE = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3})")

# What ends a sentence or an entry of a list from which a figure was copied.
_ENDING = "。；，、 \n"

_RANGE = r"[0-9]\s*(?:[-~—–−/+*×⁄至到或和]|\.\.+)\s*[0-9]"
_SPOILED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[0-9.]\s*[eE]\s*[-+]?[0-9]"), "用了科学记数法，请写成完整的数"),
    (re.compile(r"[0-9]_"), "的数字中间有下划线，请去掉下划线"),
    (re.compile(r"0[xXbBoO][0-9a-fA-F]"), "不是平常的写法，请只用0到9填写"),
    (re.compile(_RANGE), "像是两个数、分数或一个范围，请只填一个数"),
    (re.compile(r"[0-9]\s+[0-9]"), "像是两个数，请只填一个数；本来是一个数的，请去掉中间的空格"),
    (re.compile(r"\+\s*$"), "末尾的“+”说不清多少，请填确数，或写成“300余”这样"),
    (re.compile("[千万]分之"), "不是百分数，请换算成百分数再填"),
    (re.compile(r"^\D{0,4}[-−–负]\s*\.?[0-9一-九十百千万两]"), "是负数，这里只能填零或正数"),
)
_VAGUE = re.compile("几|若干|许多|[好数上成][十百千万亿]|[0-9十百千万亿]来")
# 1.2w and 3k, as people write in chats.
_IN_CHAT = (
    (re.compile("(?<=[0-9])[wW](?![A-Za-z])"), "万"),
    (re.compile("(?<=[0-9])[kK](?![A-Za-z])"), "千"),
)
_TENTHS = re.compile(
    r"(?P<whole>(?<![0-9])[0-9]++(?:\.[0-9]++)?|[一二两三四五六七八九十])成(?P<part>[0-9一二三四五六七八九半])?"
)
_WHOLE = 100
_QUALIFIER = re.compile(f"{BEFORE}|{AFTER}")
_MORE_FIGURES = re.compile(f"[0-9{NUMERALS}]")


def read_number(typed: str, measure: Measure) -> Reading:
    """Read a count, an amount of money or a rate, in the measure's own unit.

    A bare figure is in the unit (for a rate: percent). A figure with 万 or 亿 but without a unit
    is of the unit's base, so that 3.68万 is 36800 in 元 and 3.68 in 万元.

    Raises:
        UnreadableError: it is not one figure of this kind and unit; nothing is guessed.
    """
    text = _sound(typed)
    if measure.kind is Kind.RATE:
        text = _TENTHS.sub(lambda tenths: _percent(tenths, typed), text)
    parts = _ENTRY.fullmatch(text)
    if parts is None:
        raise refusal(typed, "里没有读得懂的数，请填数字，如“120”")
    unit = unit_of(measure)
    _check_unit(parts, unit, typed)
    if measure.kind is Kind.RATE and _is_in_thousands(parts):
        raise refusal(typed, "不像百分数，请填百分数，如“95%”")
    amount = _in_unit(parts, unit, typed)
    _check_amount(amount, measure, unit, typed)
    word = parts["unit"] if unit.is_counted_in(parts["unit"]) else ""
    number = Number(plain(amount), the_one_in(_around(parts), typed), word)
    return Reading(Value(State.GIVEN, number=number), _remarks(parts, number, unit, typed))


def unit_in(typed: str) -> str:
    """Return the unit of measure that stands behind a figure as it was typed; empty if none."""
    try:
        parts = _ENTRY.fullmatch(_sound(typed))
    except UnreadableError:
        return ""
    word = parts["unit"] if parts is not None else ""
    return word if word in KNOWN else ""


def plain(amount: Decimal) -> Decimal:
    """Return the amount without trailing zeros and without an exponent."""
    normal = amount.normalize()
    return normal.quantize(Decimal(1)) if int(normal.as_tuple().exponent) > 0 else normal


def _sound(typed: str) -> str:
    """The entry in plain characters and without spaces, if nothing in it forbids reading on."""
    if len(typed) > LONGEST:
        raise refusal(typed, "太长，不像一个数，请只填数字")
    if typed.isascii() and typed.isdigit():  # as most entries are, and nothing below is in these
        return typed
    text = folded(_GROUPING_SPACE.sub(",", typed.rstrip(_ENDING)))
    if any(_is_foreign_digit(letter) for letter in text):
        raise refusal(typed, "里有特殊的数字符号，请只用0到9填写")
    for pattern, reason in _SPOILED:
        if pattern.search(text):
            raise refusal(typed, reason)
    if _VAGUE.search(text):
        raise vague(typed)
    for pattern, multiplier in _IN_CHAT:
        text = pattern.sub(multiplier, text)
    return "".join(text.split())


def _is_in_thousands(parts: re.Match[str]) -> bool:
    """Whether it is said in 千, 万 or 亿, as no rate is: 1.2w would be 12000%."""
    return bool(parts["multiplier"]) or not {"千", "万", "亿"}.isdisjoint(parts["figure"])


def _percent(tenths: re.Match[str], entry: str) -> str:
    """九成五 and 9.5成 as 95%; what only looks like it is left to be refused."""
    whole, part = tenths["whole"], tenths["part"] or "零"
    if "." in whole and tenths["part"]:
        return tenths[0]
    number = Decimal(whole) if whole[0] in "0123456789" else amount_of(whole, tenths[0])
    more = (
        Decimal(5) if part == "半" else Decimal(part) if part.isdecimal() else amount_of(part, part)
    )
    if (percent := plain(number * 10 + more)) > _WHOLE:
        raise refusal(entry, "超过了十成，请填百分数，如“95%”")
    return f"{percent:f}%"


def _is_foreign_digit(letter: str) -> bool:
    """Whether it is a numeral of another script or form (٣, ², ①), which `int` might take."""
    foreign = not letter.isascii() and letter != "〇"
    return foreign and unicodedata.category(letter) in {"Nd", "No", "Nl"}


def _check_unit(parts: re.Match[str], unit: Unit, entry: str) -> None:
    """Units are not interchangeable, but for words for the same: 户 is not 人, nor is 人次."""
    for word in (parts["lead"], ("%" if parts["percent"] else "") + parts["unit"]):
        if word and not (unit.is_named(word) or unit.is_counted_in(word)):
            raise _wrong_unit(word, unit, entry)


def _wrong_unit(word: str, unit: Unit, entry: str) -> UnreadableError:
    wanted = f"这里要填“{unit.printed}”" if unit.printed else "这里只填数，不带单位"
    word = "成" if word.startswith("成") else word
    if unit.is_turns_of(word):
        return refusal(
            entry,
            f"的单位是“{word}”，{wanted}；按“{unit.printed}”记就改写成“{unit.printed}”，"
            f"按“{word}”记就把这一项的单位改为“{word}”",
        )
    if word in KNOWN:
        return refusal(entry, f"的单位是“{word}”，{wanted}")
    if _QUALIFIER.fullmatch(word):
        return refusal(entry, f"里的“{word}”位置不对，请写成“20余”或“近20”这样")
    if _MORE_FIGURES.search(word):
        return refusal(entry, "像是两个数，请写成一个数，只用0到9")
    return refusal(entry, f"里的{quoted(word)}读不懂，请只填数，{wanted}")


def _in_unit(parts: re.Match[str], unit: Unit, entry: str) -> Decimal:
    """The amount in the indicator's unit, whatever unit of its family was typed."""
    figure = parts["figure"]
    amount = _figure(figure, entry)
    multiplier = MULTIPLIERS[parts["multiplier"]] if parts["multiplier"] else Decimal(1)
    named = bool(parts["unit"] or parts["lead"])
    of_base = named or multiplier >= unit.scale or not {"万", "亿"}.isdisjoint(figure)
    return amount * multiplier / (unit.scale if of_base else 1)


def _figure(figure: str, entry: str) -> Decimal:
    """The figure alone, whichever numerals it is written with."""
    if not _ARABIC_LETTERS.isdisjoint(figure[:1]):
        if _ARABIC_LETTERS.issuperset(figure):
            return _arabic(figure, entry)
        if (amount := mixed_amount(figure)) is None:
            raise refusal(entry, "像是两个数，请写成一个数，只用0到9")
        return amount
    return amount_of(figure, entry)


def _arabic(figure: str, entry: str) -> Decimal:
    if not _ARABIC.fullmatch(figure):
        raise refusal(entry, _why_not_arabic(figure))
    digits = figure.replace(",", "")
    if len(digits.replace(".", "").lstrip("0")) > MOST_DIGITS:
        raise refusal(entry, f"超过{MOST_DIGITS}位，请核对")
    return Decimal(digits)


def _why_not_arabic(figure: str) -> str:
    if figure.count(".") > 1:
        return "有不止一个小数点，请核对"
    if figure.endswith("."):
        return "的小数点后面没有数字，请补全"
    return "的千分位逗号位置不对，请去掉逗号"


def _check_amount(amount: Decimal, measure: Measure, unit: Unit, entry: str) -> None:
    in_base = amount * unit.scale
    if amount >= 10**MOST_DIGITS or len(plain(amount).as_tuple().digits) > MOST_DIGITS:
        raise refusal(entry, f"超过{MOST_DIGITS}位，请核对")
    if measure.kind is Kind.COUNT and unit.base not in MEASURED and in_base % 1:
        of_unit = f"按“{unit.base}”计数，" if unit.base else ""
        raise refusal(entry, f"不是整数，这里{of_unit}只能填整数")
    if measure.kind is Kind.MONEY and in_base * 100 % 1:
        raise refusal(entry, "不足一分，金额最多精确到分，请四舍五入后再填")


def _around(parts: re.Match[str]) -> str:
    """All the places where a qualifier may have been typed, kept apart."""
    return "|".join(parts[place] for place in ("head", "middle", "late", "tail"))


def _remarks(parts: re.Match[str], number: Number, unit: Unit, entry: str) -> tuple[Remark, ...]:
    """GB/T 15835-2011 wants the zero before the point; without it digits may have been lost.

    A spreadsheet holds 95.5% as 0.955, and so it may come without its sign.
    """
    read_as = f"{quoted(entry)}已按{number.amount:f}{unit.printed}读入，"
    if parts["figure"].startswith("."):
        return (Remark("leading_zero", f"{read_as}请核对小数点前面是否漏了数字。", (entry,)),)
    bare = unit.base == "%" and not parts["unit"] and not parts["percent"]
    if bare and 0 < number.amount < 1:
        meant = f"{plain(number.amount * 100):f}%"
        return (Remark("bare_share", f"{read_as}如果要填{meant}，请写上百分号。", (entry,)),)
    return ()
