"""Chinese numerals for headings."""

_DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """The numeral of a heading, from 1 to 99: 一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")
