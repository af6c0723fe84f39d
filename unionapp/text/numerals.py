"""Chinese numerals for headings."""

_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Return the numeral of a heading, from 1 to 999: 一, 十, 二十三, 一百零五, 二百."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{_DIGITS[hundreds]}百{_after_hundreds(rest)}"
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def _after_hundreds(rest: int) -> str:
    """一百零五, 一百一十二: a missing ten is named, and a single one too."""
    tens, ones = divmod(rest, 10)
    if not rest:
        return ""
    return (f"{_DIGITS[tens]}十" if tens else "零") + (_DIGITS[ones] if ones else "")
