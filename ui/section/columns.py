"""Where the parts of a row of figures stand, in one line, or in two or three where it is narrow."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect

from ui.look import scale, tokens

# Pixels of a name below which it is put above its entry.
_LEAST_NAME = 112
# Pixels of a name that stands above its entry.
_NAME_LINE = 26


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the parts of a row, in pixels of the row."""

    name: QRect
    value: QRect
    # What a text may take: all that figures leave to last year and change.
    text: QRect
    automatic: QRect
    last: QRect
    change: QRect
    menu: QRect

    @property
    def height(self) -> int:
        """The pixels of the row, without lines below it."""
        return max(self.value.bottom(), self.last.bottom(), self.change.bottom()) + 1


def columns(width: int) -> Columns:
    """Return the places for a row of so many pixels at the size that texts have now."""
    return _columns(width, scale())


def width_in_one_line() -> int:
    """Return the pixels from which name, figure, last year and change stand side by side."""
    return round((_beside_name() + _LEAST_NAME) * scale()) + 5 * tokens.INSIDE


def narrowest() -> int:
    """Return the pixels below which the parts of a row would be cut."""
    return round(max(tokens.ENTRY_WIDTH + tokens.AUTO_WIDTH, _last_and_change()) * scale()) + 8


def _beside_name() -> int:
    entry = tokens.ENTRY_WIDTH + tokens.AUTO_WIDTH
    return entry + _last_and_change() + tokens.ROW_MENU_WIDTH


def _last_and_change() -> int:
    return tokens.LAST_YEAR_WIDTH + tokens.CHANGE_WIDTH


@lru_cache(maxsize=64)
def _columns(width: int, times: float) -> Columns:
    if width >= width_in_one_line():
        return _in_one(width, times)
    return _in_two(width, times)


def _in_one(width: int, times: float) -> Columns:
    gap, high = tokens.INSIDE, round(tokens.ENTRY_HEIGHT * times)
    right = width
    places = []
    for wide in (
        tokens.ROW_MENU_WIDTH,
        tokens.CHANGE_WIDTH,
        tokens.LAST_YEAR_WIDTH,
        tokens.AUTO_WIDTH,
        tokens.ENTRY_WIDTH,
    ):
        wide = round(wide * times)
        places.append(QRect(right - wide, 0, wide, high))
        right -= wide + gap
    menu, change, last, automatic, value = places
    name = QRect(0, 0, right, high)
    text = QRect(value.left(), 0, change.right() + 1 - value.left(), high)
    return Columns(name, value, text, automatic, last, change, menu)


def _in_two(width: int, times: float) -> Columns:
    """The name above the entry; last year and change below it where even that is too narrow."""
    gap, high = tokens.INSIDE, round(tokens.ENTRY_HEIGHT * times)
    top = round(_NAME_LINE * times)
    menu_wide = round(tokens.ROW_MENU_WIDTH * times)
    name = QRect(0, 0, width - menu_wide - gap, top)
    menu = QRect(width - menu_wide, 0, menu_wide, top)
    value = QRect(0, top, round(tokens.ENTRY_WIDTH * times), high)
    automatic = QRect(value.right() + 1 + gap, top, round(tokens.AUTO_WIDTH * times), high)
    last = QRect(automatic.right() + 1 + gap, top, round(tokens.LAST_YEAR_WIDTH * times), high)
    change_wide = round(tokens.CHANGE_WIDTH * times)
    if last.right() + 1 + gap + change_wide > width:
        last.moveTo(0, top + high + tokens.HAIR)
    change = QRect(last.right() + 1 + gap, last.top(), change_wide, high)
    text = QRect(0, top, width, high)
    return Columns(name, value, text, automatic, last, change, menu)
