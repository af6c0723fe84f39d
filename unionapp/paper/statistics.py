"""The sheet of all indicators: each figure of a draft in one row, this year beside last year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from unionapp.figures import (
    Comparison,
    Figures,
    as_of,
    comparison_of,
    comparisons,
    main_figures,
    remark_of,
)
from unionapp.paper.document import Cell, CellFormat, Chart, Column, Table
from unionapp.paper.tables import aligned, cell_of, format_of
from unionapp.template import Indicator
from unionapp.values import (
    MANIFOLD,
    Kind,
    Measure,
    Number,
    State,
    Value,
    is_manifold,
    printed,
    printed_unit,
)

_COLUMNS = (
    Column("章节", 12),
    Column("指标", 16),
    Column("单位", 5),
    Column("本年", 9, CellFormat.MONEY),
    Column("上年", 9, CellFormat.MONEY),
    Column("增减", 8, CellFormat.MONEY),
    Column("增减率", 7, CellFormat.PERCENT),
    Column("数据截至", 9),
    Column("备注", 12),
)

_CENT = Decimal("0.01")

# Where a derived figure does not follow yet: nobody is asked to fill it in.
NOT_DERIVED = "—"


def statistics_of(figures: Figures) -> Table:
    """Return the sheet of all indicators of a draft."""
    return aligned(Table(_COLUMNS, tuple(_rows(figures))))


def without_remarks(sheet: Table) -> Table:
    """Return the sheet without its notes and sources, which not every reader is told."""
    return Table(sheet.columns[:-1], tuple(row[:-1] for row in sheet.rows))


def _rows(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for section in figures.draft.template.sections:
        for item in section.items:
            for indicator in item.indicators:
                yield _row(figures, section.title, indicator)


def _row(figures: Figures, section: str, indicator: Indicator) -> tuple[Cell, ...]:
    years = year_cells(comparison_of(figures, indicator))
    return (
        Cell(section),
        Cell(indicator.name),
        Cell(printed_unit(figures.value(indicator.id), indicator.measure)),
        replace(_this_year(figures, indicator, years.this), indicator=indicator.id),
        years.last,
        years.change,
        years.rate,
        Cell(as_of(figures, indicator)),
        Cell(remark_of(figures, indicator)),
    )


def _this_year(figures: Figures, indicator: Indicator, figure: Cell) -> Cell:
    value = figures.value(indicator.id)
    if indicator.kind is Kind.PERSONAL:
        return Cell(_personal(figures, indicator))
    if indicator.kind is Kind.TABLE and value.given:
        return Cell(f"{len(value.rows)}行")
    return figure


def _personal(figures: Figures, indicator: Indicator) -> str:
    parts = [figures.printed(indicator.id, part.id) for part in indicator.fields]
    return "　".join(filter(None, parts)) or figures.state(indicator)


class YearCells(NamedTuple):
    """A figure of both years as the sheet of figures prints it; what is unknown is empty."""

    this: Cell
    last: Cell
    change: Cell
    rate: Cell


def year_cells(compared: Comparison) -> YearCells:
    """Return the cells of a figure in both years."""
    return YearCells(_this(compared), _last(compared), _change(compared), _rate_of_change(compared))


def _this(compared: Comparison) -> Cell:
    if compared.indicator.derive is not None and compared.this.state is State.BLANK:
        return Cell(NOT_DERIVED)
    return cell_of(compared.this, compared.indicator.measure)


def _last(compared: Comparison) -> Cell:
    """Last year's value; empty when it was not given, for nobody is asked to fill it in."""
    value, indicator = compared.last, compared.indicator
    empty = not indicator.kind.traits.is_numeric or value.state is State.BLANK
    return Cell("") if empty else cell_of(value, indicator.measure)


def _change(compared: Comparison) -> Cell:
    """This year less last year; of a rate in percentage points, which no percent sign follows."""
    change, indicator = compared.change, compared.indicator
    if change is None:
        return Cell("")
    if indicator.kind is Kind.RATE:
        text = printed(Value(State.GIVEN, Number(change)), Measure(Kind.RATE)).removesuffix("%")
        return Cell(text, change, CellFormat.MONEY)
    return cell_of(Value(State.GIVEN, Number(change)), indicator.measure)


def _rate_of_change(compared: Comparison) -> Cell:
    percent = compared.percent
    if percent is None:
        return Cell("")
    if is_manifold(percent):
        return Cell(MANIFOLD, None, CellFormat.PERCENT)
    rate = percent.quantize(_CENT, ROUND_HALF_UP)
    return cell_of(Value(State.GIVEN, Number(rate)), Measure(Kind.RATE))


def charts_of(figures: Figures) -> tuple[Chart, ...]:
    """Return charts of the main figures, this year beside last year, one for each unit."""
    chosen = main_figures(comparisons(figures))
    units = dict.fromkeys(each.indicator.unit for each in chosen)
    return tuple(
        _chart(unit, [each for each in chosen if each.indicator.unit == unit]) for unit in units
    )


def _chart(unit: str, compared: Sequence[Comparison]) -> Chart:
    form = format_of(compared[0].indicator.kind)
    columns = (Column("指标", 16), Column("上年", 9, form), Column("本年", 9, form))
    named = f"（{unit}）" if unit else ""
    rows = ((Cell(each.indicator.name + named), _last(each), _this(each)) for each in compared)
    said = f"（单位：{unit}）" if unit else ""
    return Chart(f"本年与上年对比{said}", aligned(Table(columns, tuple(rows))))
