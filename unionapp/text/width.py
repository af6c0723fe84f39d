"""How wide a text is in print."""

from itertools import pairwise
from unicodedata import east_asian_width

_GAP = 0.22
"""What word processors leave between a figure or Latin letter and a Chinese character."""


def cells(text: str) -> float:
    """The width of a text in Chinese characters; a Latin letter or a digit takes half of one."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)


def cells_in_print(text: str) -> float:
    """The width with the small gaps between Chinese characters and figures: 2025年 has one."""
    letters = ((one, other) for one, other in pairwise(text) if (one + other).isalnum())
    return cells(text) + _GAP * sum(cells(one) != cells(other) for one, other in letters)
