"""What the layout needs to know of faces: how wide a character is."""

from collections.abc import Callable
from typing import TypeAlias

Measure: TypeAlias = Callable[[str, str, float], float]
"""The width of a text in a face at a size, in points: `measure(text, face, size)`."""

_SIZE = 1000.0


class _Advances(dict[str, float]):
    """The advances of one face, in its size, by character."""

    def __init__(self, measure: Measure, face: str) -> None:
        super().__init__()
        self._measure = measure
        self._face = face

    def __missing__(self, character: str) -> float:
        advance = self._measure(character, self._face, _SIZE) / _SIZE
        self[character] = advance
        return advance


class Widths:
    """The advances of all faces; each character is measured once."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._faces: dict[str, _Advances] = {}

    def of(self, face: str) -> dict[str, float]:
        """The advance of each character of a face, as a share of its size."""
        if face not in self._faces:
            self._faces[face] = _Advances(self._measure, face)
        return self._faces[face]
