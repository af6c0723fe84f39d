"""Rows that sum up the others: they are no item, and a total that counts them is wrong."""

import re
from collections.abc import Sequence

_TOTAL = re.compile("(?:本页|本表|全年)?(?:合计|总计|小计|共计|累计|总合计)(?:数|（.*）)?[:：]?")
_AMOUNT = re.compile(r"[:：\s]*[0-9][0-9.,，]*\s*[^\W\d]{0,4}$")
_LEADING = 2
"""The cells of a row among which it says that it is a total: an ordinal may come first."""


def is_total(text: str) -> bool:
    """Whether a text is nothing but the word for a total."""
    return _TOTAL.fullmatch("".join(text.split())) is not None


def is_total_row(cells: Sequence[str]) -> bool:
    """Whether one of the first cells that are filled is the word for a total."""
    filled = [cell for cell in cells if cell.strip()]
    return any(map(is_total, filled[:_LEADING]))


def is_total_entry(text: str) -> bool:
    """Whether an entry of a list is a total, with its figure or without."""
    return is_total(text) or is_total(_AMOUNT.sub("", text))
