"""How wide a text is in print."""

from unicodedata import east_asian_width


def cells(text: str) -> float:
    """The width of a text in Chinese characters; a Latin letter or a digit takes half of one."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)
