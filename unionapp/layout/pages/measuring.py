"""What the layout needs to know of faces: how wide a character is."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from unionapp.layout.pages.scripts import SHARED_MARKS, is_western

Measure: TypeAlias = Callable[[str, str, float], float]
"""The width of a text in a face at a size, in points: `measure(text, face, size)`."""


class _Advances(dict[str, float]):
    """The advances of characters at a size, each from the face of its script."""

    def __init__(self, measure: Measure, face: str, latin: str, size: float) -> None:
        super().__init__()
        self._measure = measure
        self._face = face
        self._latin = latin
        self._size = size

    def __missing__(self, character: str) -> float:
        western = is_western(character) and character not in SHARED_MARKS
        face = self._latin if western else self._face
        advance = self[character] = self._measure(character, face, self._size)
        return advance


class Widths:
    """The advances of all faces; each character is measured once."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[tuple[str, str, float], _Advances] = {}

    def of(self, face: str, latin: str, size: float) -> Mapping[str, float]:
        """The advance of each character at a size, in points.

        Args:
            face: The face of Chinese characters, and of marks that both scripts use.
            latin: The face of Western ones.
            size: The size in points.
        """
        key = (face, latin, size)
        if key not in self._known:
            self._known[key] = _Advances(self._measure, face, latin, size)
        return self._known[key]
