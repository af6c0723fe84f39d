"""What is told of an import, in sentences."""

from collections.abc import Iterator
from itertools import islice

from unionapp.importing.matching import headings_of
from unionapp.importing.plan import Import, Plan
from unionapp.importing.sheets import Sheet, column_letter
from unionapp.template import Column
from unionapp.text import shortened

_MOST_TOLD = 200
# Characters of a file's text that a choice shows.
_LONGEST = 24


def column_words(plan: Plan) -> Iterator[str]:
    """Yield the columns of the file: the letter, and the heading or what first stands in it."""
    for column, heading in enumerate(headings_of(plan.sheet, plan.heading)):
        yield f"{column_letter(column)}列　{_short(heading) or _first_in(plan, column)}"


def _first_in(plan: Plan, column: int) -> str:
    below = (row.cell(column) for row in plan.sheet.rows if row.number >= plan.first)
    first = next(filter(None, below), "")
    return f"如“{_short(first)}”" if first else "空列"


def heading_words(sheet: Sheet, number: int) -> str:
    """Return a row that may hold the headings."""
    texts = (text for text in headings_of(sheet, number) if text)
    return f"第{number}行　{_short('、'.join(texts))}"


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


def describe_import(found: Import, no_room: int) -> tuple[str, ...]:
    """Return all that is to be told, the weightiest first; a long tail is only counted."""
    told = list(islice(_told(found, no_room), _MOST_TOLD + 1))
    if len(told) <= _MOST_TOLD:
        return tuple(told)
    rest = len(found.misfits) + len(found.left_out) + len(found.remarks) - _MOST_TOLD
    return (*told[:_MOST_TOLD], f"……另有{rest}处，不一一列出。")


def _told(found: Import, no_room: int) -> Iterator[str]:
    if no_room:
        yield f"这张表放不下这么多行，最后{no_room}行没有导入；请把它们另写一张表。"
    yield from found.remarks
    for row in found.left_out:
        yield f"第{row.number}行{row.why}，不导入。"
    for misfit in found.misfits:
        yield f"第{misfit.number}行“{misfit.column}”：{misfit.why.rstrip('。')}；照原样放入。"


def summary_of(found: Import, rows: int) -> str:
    """Return how much comes, in one line."""
    parts = [f"将导入 {rows} 行"]
    if found.left_out:
        parts.append(f"{len(found.left_out)} 行不导入")
    if found.misfits:
        parts.append(f"{len(found.misfits)} 格读不懂")
    return "，".join(parts)


def result_of(file: str, found: Import, rows: int) -> str:
    """Return what has come, told in passing when it is done."""
    odd = f"，有{len(found.misfits)}格读不懂，照原样放入、标成红色" if found.misfits else ""
    return f"已从“{file}”导入{rows}行{odd}。"


def is_any_chosen(plan: Plan) -> bool:
    """Return whether at least one column is taken."""
    return any(source is not None for source in plan.sources)


def title_of(column: Column) -> str:
    """Return what a column of the table is called, with its unit."""
    return f"{column.name}（{column.unit}）" if column.unit else column.name
