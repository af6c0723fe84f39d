"""Tables within a text, whose cells are parted by tabs: figures with their heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unionapp.reading.measures import UNITS
from unionapp.values import is_total_entry

_FIGURE = re.compile(r"[0-9][0-9,.]{0,20}(?:%|‰)?")
_UNIT = re.compile(rf"[（(](?:单位[：:])?((?:十|百|千|万|亿){{0,2}}(?:{UNITS}))[）)]$")
# A head that is nothing but what is counted names the unit alone.
_COUNTED = {
    "人数": "人",
    "人次": "人次",
    "户数": "户",
    "次数": "次",
    "场数": "场",
    "件数": "件",
    "家数": "家",
}
_NAMING = re.compile("名称|项目|类别|内容|单位")
_INDEX = re.compile("序号|编号|No\\.?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What the heads of its row and column say of a figure in a table."""

    name: str
    unit: str
    # The table and the column in it.
    column: tuple[int, int] = (0, 0)
    is_total: bool = False
    is_index: bool = False


def cells_in(text: str) -> dict[int, Cell]:
    """Return the cells that are figures, by the place at which the figure stands."""
    if "\t" not in text:
        return {}
    return dict(_cells(text))


def _cells(text: str) -> Iterator[tuple[int, Cell]]:
    head: list[str] = []
    at = begun = 0
    for line in text.split("\n"):
        row = line.split("\t")
        if len(row) == 1:
            head = []
        elif len(head) != len(row):
            head, begun = row, at
        else:
            yield from _in_row(row, head, at, begun)
        at += len(line) + 1


def _in_row(row: list[str], head: list[str], at: int, begun: int) -> Iterator[tuple[int, Cell]]:
    label = _label(row, head)
    is_total = is_total_entry(row[0].strip())
    for place, (cell, above) in enumerate(zip(row, head, strict=True)):
        if _FIGURE.fullmatch(cell.strip()):
            column, unit = _of_head(above.strip())
            is_index = bool(_INDEX.fullmatch(column))
            start = at + len(cell) - len(cell.lstrip())
            yield start, Cell(label + column, unit, (begun, place), is_total, is_index)
        at += len(cell) + 1


def _of_head(above: str) -> tuple[str, str]:
    """What a column counts, and in which unit."""
    if above in _COUNTED:
        return "", _COUNTED[above]
    return _UNIT.sub("", above), found[1] if (found := _UNIT.search(above)) else ""


def _label(row: list[str], head: list[str]) -> str:
    """The words of a row that say what it is of: those under the head that names, or the first."""
    for cell, above in zip(row, head, strict=True):
        names = _NAMING.search(above) and not _FIGURE.fullmatch(cell.strip())
        if names and cell.strip("—-－ "):
            return cell.strip()
    words = (cell.strip() for cell in row if not re.search("[0-9]", cell))
    return next((word for word in words if word.strip("—-－ ")), "")
