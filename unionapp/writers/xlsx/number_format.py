"""A spreadsheet's number format that shows a figure exactly as the paper prints it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from unionapp.paper import Cell, CellFormat

_FIGURE = re.compile(
    r"(?P<before>[^\d-]*)(?P<digits>-?\d+(?:,\d{3})*(?:\.(?P<decimals>\d+))?)(?P<after>\D*)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell of a spreadsheet holds, and the format that shows it."""

    number: Decimal
    format: str


def figure(cell: Cell) -> Figure | None:
    """Return the cell as a number, or None if no format could show the printed text.

    A percent is held as a fraction (0.9553 for 95.53%), as spreadsheets do.
    """
    found = _FIGURE.fullmatch(cell.text)
    if cell.number is None or found is None or not _agrees(cell.number, found["digits"]):
        return None
    if cell.format is CellFormat.PERCENT and found["after"].startswith("%"):
        return Figure(cell.number.scaleb(-2), _format(found, percent=True, number=cell.number))
    return Figure(cell.number, _format(found, percent=False, number=cell.number))


def _agrees(number: Decimal, digits: str) -> bool:
    """Whether the digits are the number's; a word may stand for its sign (减少12)."""
    printed = Decimal(digits.replace(",", ""))
    return printed in (number, abs(number))


def _format(found: re.Match[str], *, percent: bool, number: Decimal) -> str:
    body = "#,##0" if "," in found["digits"] else "0"
    if found["decimals"]:
        body += "." + "0" * len(found["decimals"])
    after = found["after"].removeprefix("%") if percent else found["after"]
    shown = _literal(found["before"]) + body + "%" * percent + _literal(after)
    unsigned = number < 0 and not found["digits"].startswith("-")
    return f"{shown};{shown}" if unsigned else shown


def _literal(text: str) -> str:
    """A stretch of the format that is shown as it is; a quotation mark cannot stand in one."""
    return "".join(f'"{part}"' if part != '"' else '\\"' for part in re.findall('[^"]+|"', text))
