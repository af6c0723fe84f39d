"""Chinese numerals (两, 十二, 三万六千, 叁仟) and mixed ones (3万6千) as exact figures.

The conversion is cn2an's in its strict mode. What its lenient mode would take without a word is
sorted out before: 三四 (about three or four) is not 34, 二十两 is not 22, 一百零 is not 100.
"""

import re
from decimal import Decimal

from unionapp.errors import UnreadableError
from unionapp.text import refusal

_FORMAL = str.maketrans("〇壹贰叁肆伍陆柒捌玖拾佰仟", "零一二三四五六七八九十百千")
NUMERALS = "零一二三四五六七八九十百千万亿两点〇壹贰叁肆伍陆柒捌玖拾佰仟"

# Arabic figures with the sizes of Chinese ones between them: 3万4千, 1亿2000万, 3万六千.
_AFTER_SIZE = "[零一二两三四五六七八九0-9]"
MIXED = f"[0-9]{{1,8}}[百千万亿]{{1,2}}{_AFTER_SIZE}(?:[0-9{NUMERALS}]{{0,16}}[0-9{NUMERALS}])?"
_PIECE = re.compile("(?P<gap>零?)(?P<digits>[0-9]{1,8})(?P<size>[十百千]?)(?P<large>[万亿]?)")
# 1亿2千 may be 1.2亿, as it is said, or what it says.
_WITHOUT_WAN = re.compile("亿[^零万亿]{1,20}$")
_IN_ARABIC = str.maketrans("一二两三四五六七八九", "1223456789")
_TIMES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_NO_BOUND = 10**17
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
    plain = in_ordinary_numerals(numeral)
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


def in_ordinary_numerals(numeral: str) -> str:
    """Return a numeral with 三千 for the 叁仟 of a receipt."""
    return numeral.translate(_FORMAL)


def mixed_amount(numeral: str) -> Decimal | None:
    """Return the amount of a mixed numeral: 34000 of 3万4千, and of 3万4 as people say it.

    None if it is not written the way numerals are: each place stands below the one before it.
    """
    if _TWO_DIGITS_TOGETHER.search(numeral):
        return None
    plain = numeral.translate(_IN_ARABIC)
    pieces = tuple(_PIECE.finditer(plain))
    if "".join(piece[0] for piece in pieces) != plain:
        return None
    total, section, above, place = 0, 0, _NO_BOUND, _NO_BOUND
    for piece in pieces:
        times = place // 10 if _is_spoken_end(piece, plain) else _TIMES[piece["size"]]
        section += (part := int(piece["digits"]) * times)
        large = _TIMES[piece["large"]]
        if part >= place or section * large >= above:
            return None
        place = times
        if piece["large"]:
            total, section, above, place = total + section * large, 0, large, large
    said_of_wan = above == _TIMES["亿"] and section < 10**7 and _WITHOUT_WAN.search(plain)
    return None if said_of_wan else Decimal(total + section)


def _is_spoken_end(piece: re.Match[str], numeral: str) -> bool:
    """Whether a digit at the end is of the place below, as the 4 of 3万4 and not of 3万零4."""
    is_last = piece.start() > 0 and piece.end() == len(numeral)
    return is_last and len(piece[0]) == 1


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
