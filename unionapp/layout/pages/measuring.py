"""How wide a character is, and from which font it is set: the Chinese one or the Western one.

As word processors see it, a line is a row of stretches of one script each; between a Chinese
character and a Western letter or digit stands a little air. Marks that both scripts use, such as
“ ” — … and the space, go with the stretch that they follow.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TypeAlias

# Marks that the Word document asks to be set in the Chinese font (`w:hint="eastAsia"`).
SHARED_MARKS = frozenset("“”‘’…—·×℃°±")


class Script(IntEnum):
    """The script of a character; `EITHER` goes with its neighbour."""

    EITHER = 0
    CHINESE = 1
    WESTERN = 2


_RANGES = (
    (0x4E00, 0x9FFF, Script.CHINESE),  # most of all text, so it is looked at first
    (0x0020, 0x0020, Script.EITHER),
    (0x00A0, 0x00A0, Script.EITHER),
    (0x0021, 0x02FF, Script.WESTERN),
    (0x0370, 0x1FFF, Script.WESTERN),
    (0x2460, 0x24FF, Script.WESTERN),
    (0x2E80, 0xD7FF, Script.CHINESE),
    (0xE000, 0xFAFF, Script.CHINESE),
    (0xFE30, 0xFE4F, Script.CHINESE),
    (0xFF00, 0xFFEF, Script.CHINESE),
    (0x20000, 0x3FFFF, Script.CHINESE),
)


def _script_of(character: str) -> Script:
    """The script of a character by itself."""
    code = ord(character)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return Script.EITHER


class _Scripts(dict[str, Script]):
    """Scripts of the characters met so far."""

    def __missing__(self, character: str) -> Script:
        script = self[character] = _script_of(character)
        return script


_known = _Scripts()


def is_western(character: str) -> bool:
    """Return whether a character by itself is Western."""
    return _known[character] is Script.WESTERN


def scripts(text: str) -> list[Script]:
    """Return the script of each character; shared marks have that of their stretch."""
    found = list(map(_known.__getitem__, text))
    if Script.EITHER in found:
        _settle(found)
    return found


def _settle(found: list[Script]) -> None:
    """Give each shared mark the script before it; at the beginning, the one that comes."""
    known = (script for script in found if script is not Script.EITHER)
    previous = next(known, Script.CHINESE)
    for index, script in enumerate(found):
        if script is Script.EITHER:
            found[index] = previous
        else:
            previous = script


def changes(found: Sequence[Script]) -> list[int]:
    """Return the places at which another script begins."""
    return [place for place, (one, other) in enumerate(pairwise(found), 1) if one is not other]


# The width of a text in a font at a size, in points: `measure(text, font, size)`.
Measure: TypeAlias = Callable[[str, str, float], float]


class _Advances(dict[str, float]):
    """The advances of characters at a size, each from the font of its script."""

    def __init__(self, measure: Measure, font: str, latin: str, size: float) -> None:
        super().__init__()
        self._measure = measure
        self._font = font
        self._latin = latin
        self._size = size

    def __missing__(self, character: str) -> float:
        western = is_western(character) and character not in SHARED_MARKS
        font = self._latin if western else self._font
        advance = self[character] = self._measure(character, font, self._size)
        return advance


class Widths:
    """The advances of all fonts; each character is measured once."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[tuple[str, str, float], _Advances] = {}

    def of(self, font: str, latin: str, size: float) -> Mapping[str, float]:
        """Return the advance of each character at a size, in points.

        Args:
            font: The font of Chinese characters, and of marks that both scripts use.
            latin: The font of Western ones.
            size: The size in points.
        """
        key = (font, latin, size)
        if key not in self._known:
            self._known[key] = _Advances(self._measure, font, latin, size)
        return self._known[key]
