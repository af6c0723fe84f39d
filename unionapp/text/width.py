"""How wide a text is in print."""

from itertools import pairwise
from unicodedata import east_asian_width

# What word processors leave between a figure or Latin letter and a Chinese character.
_GAP = 0.22


def cells(text: str) -> float:
    """Return the width of a text in Chinese characters; a Latin letter or digit takes half."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)


def cells_in_print(text: str) -> float:
    """Return the width with the gaps between Chinese characters and figures: 2025年 has one."""
    letters = ((one, other) for one, other in pairwise(text) if (one + other).isalnum())
    return cells(text) + _GAP * sum(cells(one) != cells(other) for one, other in letters)
