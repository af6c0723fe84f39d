"""What a step did to a figure, the rows of a table or the entries of a list, in a few words."""

from collections import Counter
from collections.abc import Sequence

from unionapp.template import Column
from unionapp.values import State, Typed

_LONGEST = 12
"""Characters of a figure; the words of a date may have more."""


def told_figure(before: Typed | None, after: Typed | None) -> str:
    """What a figure was and what it is, as they were typed: 12→15."""
    return f"{_short(before)}→{_short(after)}"


def _short(typed: Typed | None) -> str:
    text = (typed if isinstance(typed, str) else "") or State.BLANK.value
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def told_rows(before: Typed | None, after: Typed | None, columns: Sequence[Column] = ()) -> str:
    """Which rows were added, taken away or changed; nothing where no rows are kept.

    Args:
        before: What stood there before the step.
        after: What stands there after it.
        columns: The columns of a table; a list has none.
    """
    if not isinstance(before, tuple) and not isinstance(after, tuple):
        return ""
    then, now, measure = _rows(before), _rows(after), "行" if columns else "项"
    if len(now) != len(then):
        verb = "加" if len(now) > len(then) else "删去"
        return f"{verb}{abs(len(now) - len(then))}{measure}"
    changed = [at for at, (old, new) in enumerate(zip(then, now, strict=True)) if old != new]
    match changed:
        case []:
            return ""
        case [at]:
            return _cell(then[at], now[at], columns, f"第{at + 1}{measure}")
        case _ if Counter(then) == Counter(now):
            return f"调整各{measure}的顺序"
        case _:
            return f"改{len(changed)}{measure}"


def _cell(then: tuple[str, ...], now: tuple[str, ...], columns: Sequence[Column], row: str) -> str:
    """The row, and the column where only one cell of it has changed."""
    cells = [at for at, (old, new) in enumerate(zip(then, now, strict=False)) if old != new]
    if len(cells) == 1 and cells[0] < len(columns):
        return f"{row}{columns[cells[0]].name}"
    return row


def _rows(typed: Typed | None) -> list[tuple[str, ...]]:
    """The rows; a word such as 无此项 stands for none."""
    rows = typed if isinstance(typed, tuple) else ()
    return [(row,) if isinstance(row, str) else row for row in rows]
