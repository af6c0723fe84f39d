"""The sheet of all indicators: each figure of a draft in one row, this year beside last year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import islice

from unionapp.figures import Figures, as_of, change_from, remark_of
from unionapp.paper.alignment import aligned
from unionapp.paper.document import Cell, CellFormat, Chart, Column, Table
from unionapp.paper.tables import cell_of, format_of
from unionapp.template import Indicator
from unionapp.values import (
    MANIFOLD,
    Kind,
    Measure,
    Number,
    State,
    Value,
    is_manifold,
    percent_of_change,
    printed,
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
_CHARTED, _CHARTS = 8, 3
"""The figures, and the charts for them, that a page shows without crowding."""

NOT_DERIVED = "—"
"""Where a derived figure does not follow yet: nobody is asked to fill it in."""


def statistics_of(figures: Figures) -> Table:
    """The sheet of all indicators of a draft."""
    return aligned(Table(_COLUMNS, tuple(_rows(figures))))


def without_remarks(sheet: Table) -> Table:
    """The sheet without the column for notes and sources, which not every reader is told."""
    return Table(sheet.columns[:-1], tuple(row[:-1] for row in sheet.rows))


def _rows(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    for section in figures.draft.template.sections:
        for item in section.items:
            for indicator in item.indicators:
                yield _row(figures, section.title, indicator)


def _row(figures: Figures, section: str, indicator: Indicator) -> tuple[Cell, ...]:
    return (
        Cell(section),
        Cell(indicator.name),
        Cell(indicator.unit),
        _this_year(figures, indicator),
        _last_year(figures, indicator),
        _change(figures, indicator),
        _rate_of_change(figures, indicator),
        Cell(as_of(figures, indicator)),
        Cell(remark_of(figures, indicator)),
    )


def _this_year(figures: Figures, indicator: Indicator) -> Cell:
    """This year's value, which keeps the id of its indicator."""
    return replace(_value_cell(figures, indicator), indicator=indicator.id)


def _value_cell(figures: Figures, indicator: Indicator) -> Cell:
    if indicator.kind is Kind.PERSONAL:
        return Cell(_personal(figures, indicator))
    value = figures.value(indicator.id)
    if indicator.derive is not None and value.state is State.BLANK:
        return Cell(NOT_DERIVED)
    if indicator.kind is Kind.TABLE and value.given:
        return Cell(f"{len(value.rows)}行")
    return cell_of(value, indicator.measure)


def _personal(figures: Figures, indicator: Indicator) -> str:
    parts = [figures.printed(indicator.id, part.id) for part in indicator.fields]
    return "　".join(filter(None, parts)) or figures.state(indicator)


def _last_year(figures: Figures, indicator: Indicator) -> Cell:
    """Last year's value; empty when it was not given, for nobody is asked to fill it in."""
    value = figures.previous(indicator.id)
    empty = not indicator.kind.traits.is_numeric or value.state is State.BLANK
    return Cell("") if empty else cell_of(value, indicator.measure)


def _change(figures: Figures, indicator: Indicator) -> Cell:
    """This year less last year; of a rate in percentage points, which no percent sign follows."""
    change = change_from(figures.previous(indicator.id), figures.value(indicator.id))
    if change is None:
        return Cell("")
    if indicator.kind is Kind.RATE:
        text = printed(Value(State.GIVEN, Number(change)), Measure(Kind.RATE)).removesuffix("%")
        return Cell(text, change, CellFormat.MONEY)
    return cell_of(Value(State.GIVEN, Number(change)), indicator.measure)


def _rate_of_change(figures: Figures, indicator: Indicator) -> Cell:
    """The change as a share of last year's figure; a rate changes by points and has none."""
    last, this = figures.previous(indicator.id), figures.value(indicator.id)
    change, base = change_from(last, this), last.exact_amount
    if change is None or base is None or indicator.kind is Kind.RATE:
        return Cell("")
    percent = percent_of_change(base, change)
    return Cell("") if percent is None else _percent_cell(percent)


def _percent_cell(percent: Decimal) -> Cell:
    if is_manifold(percent):
        return Cell(MANIFOLD, None, CellFormat.PERCENT)
    rate = percent.quantize(_CENT, ROUND_HALF_UP)
    return cell_of(Value(State.GIVEN, Number(rate)), Measure(Kind.RATE))


def charts_of(figures: Figures) -> tuple[Chart, ...]:
    """Figures that both years have, this year beside last year, a chart for each unit."""
    chosen = list(islice(_worth_charting(figures), _CHARTED))
    units = dict.fromkeys(indicator.unit for indicator in chosen)
    return tuple(
        _chart(figures, unit, [indicator for indicator in chosen if indicator.unit == unit])
        for unit in units
    )


def _worth_charting(figures: Figures) -> Iterator[Indicator]:
    found = list(filter(partial(_is_comparable, figures), figures.draft.template.indicators))
    kept = main_units(indicator.unit for indicator in found)
    return (indicator for indicator in found if indicator.unit in kept)


def main_units(units: Iterable[str]) -> frozenset[str]:
    """The units that most figures have: many charts of one bar each say little."""
    return frozenset(unit for unit, _ in Counter(units).most_common(_CHARTS))


def _is_comparable(figures: Figures, indicator: Indicator) -> bool:
    change = change_from(figures.previous(indicator.id), figures.value(indicator.id))
    return indicator.kind.traits.is_numeric and change is not None


def _chart(figures: Figures, unit: str, indicators: Sequence[Indicator]) -> Chart:
    form = format_of(indicators[0].kind)
    columns = (Column("指标", 16), Column("上年", 9, form), Column("本年", 9, form))
    named = f"（{unit}）" if unit else ""
    rows = (
        (
            Cell(indicator.name + named),
            _last_year(figures, indicator),
            _value_cell(figures, indicator),
        )
        for indicator in indicators
    )
    said = f"（单位：{unit}）" if unit else ""
    return Chart(f"本年与上年对比{said}", aligned(Table(columns, tuple(rows))))
