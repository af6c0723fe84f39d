"""Chinese numerals (两, 十二, 三万六千, 叁仟) as exact figures.

The conversion is cn2an's in its strict mode. What its lenient mode would take without a word is
sorted out before: 三四 (about three or four) is not 34, 二十两 is not 22, 一百零 is not 100.
"""

import re
from decimal import Decimal

from unionapp.errors import UnreadableError
from unionapp.text import refusal

_FORMAL = str.maketrans("〇壹贰叁肆伍陆柒捌玖拾佰仟", "零一二三四五六七八九十百千")
NUMERALS = "零一二三四五六七八九十百千万亿两点〇壹贰叁肆伍陆柒捌玖拾佰仟"

_DIGIT_BY_DIGIT = re.compile("[零一二三四五六七八九]{3,}")
_TWO_DIGITS_TOGETHER = re.compile("[一二两三四五六七八九]{2}")
_LIANG_OUT_OF_PLACE = re.compile("(?<!^)两(?![百千万亿点])|[十零]两|两十")
_SPOKEN_END = re.compile("(?<=[一二两三四五六七八九])([百千万亿])([一二三四五六七八九])$")
_BELOW = {"百": "十", "千": "百", "万": "千", "亿": "千万"}
_SIZES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_DIGITS = {digit: str(place) for place, digit in enumerate("零一二三四五六七八九")}
_SMALL = {numeral: amount for amount, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}


def amount_of(numeral: str, entry: str) -> Decimal:
    """Return the amount that a Chinese numeral stands for; `entry` is quoted if it cannot be told.

    Raises:
        UnreadableError: it is vague, or not written the way numerals are.
    """
    plain = numeral.translate(_FORMAL)
    _refuse_vague(plain, entry)
    whole, point, rest = plain.partition("点")
    if not point:
        return Decimal(_whole(whole, entry))
    digits = rest.rstrip("万亿")
    size = _SIZES.get(rest[len(digits) :], 0)
    if not size or not digits or not set(digits) <= _DIGITS.keys():
        raise refusal(entry, "的小数写法不清楚，请改用阿拉伯数字填写")
    fraction = Decimal("0." + "".join(_DIGITS[digit] for digit in digits))
    return (_whole(whole, entry) + fraction) * size


def _refuse_vague(plain: str, entry: str) -> None:
    integer = plain.partition("点")[0]
    if _DIGIT_BY_DIGIT.fullmatch(integer):
        raise refusal(entry, "请改用阿拉伯数字填写")
    if _TWO_DIGITS_TOGETHER.search(integer):
        raise vague(entry)


def vague(entry: str) -> UnreadableError:
    """Return the refusal of 几十 and 三四: nothing can be added up or checked with it."""
    return refusal(entry, "是概数，请填确数，或写成“30余”这样")


def _whole(numeral: str, entry: str) -> int:
    if numeral in _SMALL:
        return _SMALL[numeral]
    # Importing it takes a tenth of a second, which neither a start nor 两 should cost.
    from cn2an import cn2an

    try:
        return int(cn2an(_strictly_written(numeral), "strict"))
    except ValueError:
        raise refusal(entry, "的汉字数字写法不清楚，请改用阿拉伯数字填写") from None


def _strictly_written(numeral: str) -> str:
    """百余 as 一百, 一百二 as 一百二十, 两 as 二: the only forms that are clear although loose."""
    if _LIANG_OUT_OF_PLACE.search(numeral):
        raise ValueError(numeral)
    started = f"一{numeral}" if numeral[:1] in _BELOW else numeral
    ended = _SPOKEN_END.sub(lambda end: end[1] + end[2] + _BELOW[end[1]], started)
    return ended.replace("百十", "百一十").replace("两", "二")
