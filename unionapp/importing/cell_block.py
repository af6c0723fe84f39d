"""Blocks of cells as text: what Excel and WPS put on the clipboard, and back."""

import csv
import io

from unionapp.text import clean_cell
from unionapp.values import Typed, is_total_row

Cells = tuple[tuple[str, ...], ...]

# Characters of a block that is looked at cell by cell.
_LONGEST_BLOCK = 1_000_000

# Rows that a sentence names before it only counts.
_TOLD = 3


def cells_of(typed: Typed) -> Cells:
    """Return what was typed as rows of cells; one text is lines and tabs."""
    if isinstance(typed, str):
        return tuple(tuple(line.split("\t")) for line in typed.splitlines())
    return tuple((row,) if isinstance(row, str) else row for row in typed)


def trimmed(cells: Cells) -> Cells:
    """Return the rows without empty cells and empty rows at their ends."""
    rows = [_without_empty_end(row) for row in cells]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def pasted_cells(text: str) -> Cells:
    """Return the cells of a copied block: tabs between cells, a line a row, a cell in one line.

    Excel puts a cell with a line break or a tab between quotation marks and doubles its own. A
    mark that is never closed is a mark of the text.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if lines.count('"') % 2:
        return tuple(tuple(line.split("\t")) for line in lines.split("\n"))
    csv.field_size_limit(max(len(lines), csv.field_size_limit()))  # one cell may hold it all
    rows = csv.reader(io.StringIO(lines, newline=""), delimiter="\t")
    return tuple(tuple(" ".join(cell.split()) for cell in row) or ("",) for row in rows)


def block_in(text: str) -> Cells:
    """Return the cells of a copied text that is more than one line or cell; none of any other."""
    if len(text) > _LONGEST_BLOCK or not {"\t", "\n", "\r"} & set(text):
        return ()
    return pasted_cells(clean_cell(text).text)


def copied_text(cells: Cells) -> str:
    """Return a block of cells as Excel and WPS take it."""
    return "\n".join("\t".join(row) for row in cells)


def _without_empty_end(row: tuple[str, ...]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def left_out(block: Cells, rows: int, columns: int) -> str:
    """Return what of a block does not fit, in a sentence; nothing when all of it does."""
    parts = []
    if any(cell for row in block for cell in row[columns:]):
        width = max(map(len, block))
        parts.append(f"粘贴的内容有{width}列，从这一格起只放得下{columns}列")
    if len(block) > rows:
        parts.append(f"粘贴的内容有{len(block)}行，从这一格起只放得下{rows}行")
    return "；".join(parts) + "，多出的没有放入。" if parts else ""


def without_totals(block: Cells) -> tuple[Cells, str]:
    """Return a block without the rows that sum it up, and a sentence that names them."""
    totals = [row for row in block if is_total_row(row)] if len(block) > 1 else []
    if not totals:
        return block, ""
    named = "；".join(" ".join(filter(None, row)) for row in totals[:_TOLD])
    more = f"等{len(totals)}行" if len(totals) > _TOLD else ""
    return tuple(row for row in block if row not in totals), f"没有放入合计行：{named}{more}。"


def with_row(cells: Cells, at: int) -> Cells:
    """Return the rows with an empty one before `at`."""
    return (*cells[:at], (), *cells[at:])


def without_rows(cells: Cells, taken: set[int]) -> Cells:
    """Return the rows but those."""
    return tuple(row for at, row in enumerate(cells) if at not in taken)


def with_row_moved(cells: Cells, at: int, by: int) -> Cells:
    """Return the rows with one of them moved, as far as there is a place to move it to."""
    if not (0 <= at < len(cells) and 0 <= at + by < len(cells)):
        return cells
    rows = [*cells]
    rows.insert(at + by, rows.pop(at))
    return tuple(rows)


def with_block(cells: Cells, block: Cells, top: int, left: int, columns: int) -> Cells:
    """Return the rows with a block laid over them; what does not fit the columns is left out."""
    height = max(len(cells), top + len(block))
    rows = [[*row, *[""] * (columns - len(row))] for row in cells]
    rows += [[""] * columns for _ in range(height - len(rows))]
    for row, pasted in zip(rows[top:], block, strict=False):
        fitting = pasted[: columns - left]
        row[left : left + len(fitting)] = fitting
    return tuple(map(tuple, rows))
