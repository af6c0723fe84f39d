"""What would come of an import: the rows for the table, and what was left out or does not fit.

Nothing is lost unsaid: a row that is left out is named, and a cell that cannot be read as its
column wants it stays as it was written and is listed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unionapp.figures import read_or_refuse
from unionapp.importing.matching import Sources, guessed_heading, guessed_sources, headings_of
from unionapp.importing.sheets import Row, Sheet, Spot, column_letter
from unionapp.template import Column
from unionapp.values import Kind, is_total_row

_SIGNED = re.compile("(?:注|备注|说明|填表人?|填报人?|制表人?|审核人?|统计人?|负责人|联系人)[:：]")
_ORDINAL = re.compile("序号|编号|行号|序|No\\.?|#", re.IGNORECASE)
# Places that a remark names before it only counts.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person has chosen: a sheet, the row with the headings (0: none), the columns."""

    sheet: Sheet
    heading: int
    sources: Sources

    @property
    def first(self) -> int:
        """The number of the first row below the headings."""
        return self.heading + 1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not taken over, and why, in words that follow on 第3行."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell that cannot be read as its column wants it; it is taken over as it was written."""

    number: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Import:
    """The rows for the table, each under its number in the file, and what is to be told of them."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    remarks: tuple[str, ...] = ()


def plan_for(sheet: Sheet, columns: Sequence[Column]) -> Plan:
    """Return a first guess for a sheet."""
    return with_heading(sheet, guessed_heading(sheet, columns), columns)


def with_heading(sheet: Sheet, heading: int, columns: Sequence[Column]) -> Plan:
    """Return a guess with the headings in this row; without any, columns go by their order."""
    if heading:
        return Plan(sheet, heading, guessed_sources(headings_of(sheet, heading), columns))
    by_order = (at if at < sheet.width else None for at in range(len(columns)))
    return Plan(sheet, 0, tuple(by_order))


def import_of(plan: Plan, columns: Sequence[Column]) -> Import:
    """Return what would come of a plan."""
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    heading = _heading(plan)
    for row in plan.sheet.rows:
        if row.number < plan.first:
            continue
        if why := _why_left_out(row, plan, heading):
            left_out.append(LeftOut(row.number, why))
        else:
            rows.append(Row(row.number, tuple(_cells(row, plan, columns))))
    misfits = tuple(each for row in rows for each in _misfits(row, columns))
    remarks = (*plan.sheet.remarks, *_unused(rows, plan), *_remarks(rows, plan))
    return Import(tuple(rows), tuple(left_out), misfits, remarks)


def _why_left_out(row: Row, plan: Plan, heading: Sequence[str]) -> str:
    filled = [cell for cell in row.cells if cell]
    if is_total_row(filled):
        return "是合计"
    if _SIGNED.match("".join(filled[0].split())):
        return "是表下的说明"
    if filled == heading:
        return "又是标题"
    if not any(row.cell(source) for source in plan.sources if source is not None):
        return "在选好的各列里是空的"
    return ""


def _heading(plan: Plan) -> list[str]:
    """What stands in the row of the headings, to know it where a file repeats it."""
    cells = (plan.sheet.cell(plan.heading, at) for at in range(plan.sheet.width))
    return [cell for cell in cells if cell]


def _cells(row: Row, plan: Plan, columns: Sequence[Column]) -> Iterator[str]:
    """The cells in the order of the table, each in one line."""
    for column, source in zip(columns, plan.sources, strict=True):
        text = "" if source is None else _text(row, source, plan, column)
        yield " ".join(text.split())


def _text(row: Row, source: int, plan: Plan, column: Column) -> str:
    """A cell; merged words stand for each of their rows, a merged figure only once."""
    text = row.cell(source)
    if text or column.kind.traits.is_numeric or not _is_filled_from_above(row, source, plan):
        return text
    return plan.sheet.shown(row.number, source)


def _is_filled_from_above(row: Row, source: int, plan: Plan) -> bool:
    merge = plan.sheet.merge_at(row.number, source)
    return merge is not None and merge.is_tall and merge.top >= plan.first and merge.left == source


def _misfits(row: Row, columns: Sequence[Column]) -> Iterator[Misfit]:
    for column, text in zip(columns, row.cells, strict=True):
        if column.kind is Kind.TEXT:  # any words are a text, and there are thousands of them
            continue
        if text and (why := read_or_refuse(text, column.measure)[1]):
            yield Misfit(row.number, column.name, why)


def _remarks(rows: Sequence[Row], plan: Plan) -> Iterator[str]:
    taken = {row.number for row in rows}
    if hidden := len(taken & plan.sheet.hidden):
        yield f"有{hidden}行在文件里是隐藏的，也算在内。"
    sources = [source for source in plan.sources if source is not None]
    merged = [each for each in plan.sheet.merges if each.is_tall and each.top >= plan.first]
    yield from _formulas(taken, sources, plan.sheet)
    if any(each.left <= source <= each.right for each in merged for source in sources):
        yield "有合并的单元格：文字照抄到它占的每一行，数只写在头一行。"


def _unused(rows: Sequence[Row], plan: Plan) -> Iterator[str]:
    """The columns of the file that go nowhere although something stands in them."""
    taken = {row.number for row in rows}
    filled = [row for row in plan.sheet.rows if row.number in taken]
    names = [
        f"{column_letter(at)}列" + (f"“{heading}”" if heading else "")
        for at, heading in enumerate(headings_of(plan.sheet, plan.heading))
        if at not in plan.sources and not _ORDINAL.fullmatch(heading)
        if any(row.cell(at) for row in filled)
    ]
    if names:
        more = f" 等{len(names)}列" if len(names) > _NAMED else ""
        yield f"{'、'.join(names[:_NAMED])}{more}里有内容，没有导入；要用的请在上面选好。"


def _formulas(taken: set[int], sources: list[int], sheet: Sheet) -> Iterator[str]:
    """What formulas brought in place of a result."""
    if unsaved := _places(sheet.unsaved, taken, sources):
        yield (
            f"{unsaved}是公式，文件里没有存下算出的结果，读出来是空的；"
            "请先在 Excel 或 WPS 中打开它、保存一次。"
        )
    if faulty := _places(sheet.faulty, taken, sources):
        yield f"{faulty}的公式算错了，照原样放入，请核对。"


def _places(spots: Sequence[Spot], taken: set[int], sources: list[int]) -> str:
    """The names of those that are taken over; of many the first few, and how many there are."""
    names = [
        f"{column_letter(column)}{number}"
        for number, column in spots
        if number in taken and column in sources
    ]
    more = f" 等{len(names)}格" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more
