"""Figures of two years as bars: one sheet with their table and, below it, a chart for each unit."""

from dataclasses import dataclass
from typing import cast

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, NumData, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.worksheet.worksheet import Worksheet

from unionapp.paper import Chart, Table
from unionapp.writers.xlsx.number_format import figure

# Grey for last year, dark blue for this one: they differ in print without colours too.
COLORS = ("A6A6A6", "1F4E79")

# Centimetres: what a portrait page of A4 holds.
WIDTH = 16.5

# Centimetres: the title with the legend and the axis, and what each group of bars adds.
_HEAD, _GROUP = 2.4, 1.1

# The height of an empty row in centimetres.
_ROW = 0.53

_GAP = 60


@dataclass(frozen=True, slots=True)
class _ChartPosition:
    """Where a chart's figures stand in the sheet, and the row below which it is drawn."""

    first: int
    last: int
    below: int


def table_of_charts(charts: tuple[Chart, ...]) -> Table:
    """Return the figures of all charts as one table; all have the same heads."""
    return Table(
        charts[0].table.columns, tuple(row for chart in charts for row in chart.table.rows)
    )


def draw(worksheet: Worksheet, charts: tuple[Chart, ...], head: int) -> int:
    """Draw the charts below the table with a head in that row; returns the last row they take."""
    first = head + 1
    below = head + sum(len(chart.table.rows) for chart in charts) + 1
    for chart in charts:
        last = first + len(chart.table.rows) - 1
        drawn = _drawn(worksheet, chart, _ChartPosition(first, last, below))
        worksheet.add_chart(drawn, f"A{below + 1}")
        below += round(drawn.height / _ROW) + 1
        first = last + 1
    return below


def _drawn(worksheet: Worksheet, chart: Chart, place: _ChartPosition) -> BarChart:
    drawn = BarChart()
    drawn.type, drawn.gapWidth, drawn.title = "bar", _GAP, chart.title
    drawn.width, drawn.height = WIDTH, _HEAD + _GROUP * len(chart.table.rows)  # type: ignore[assignment]
    for column, color in enumerate(COLORS, start=2):
        drawn.series.append(_series(worksheet, chart, place, column, color))
    drawn.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    _set_axes(drawn)
    return drawn


def _series(
    worksheet: Worksheet, chart: Chart, place: _ChartPosition, column: int, color: str
) -> Series:
    values = Reference(worksheet, min_col=column, min_row=place.first, max_row=place.last)
    names = Reference(worksheet, min_col=1, min_row=place.first, max_row=place.last)
    title = chart.table.columns[column - 1].title
    series = cast(Series, SeriesFactory(values, title=title))
    series.cat = AxDataSource(strRef=StrRef(str(names), strCache=_names(chart)))
    if series.val is not None and series.val.numRef is not None:
        series.val.numRef.numCache = _figures(chart, column - 1)
    series.graphicalProperties.solidFill = color
    return series


def _names(chart: Chart) -> StrData:
    """What a viewer shows that does not read the cells."""
    names = [StrVal(idx=row, v=cells[0].text) for row, cells in enumerate(chart.table.rows)]
    return StrData(ptCount=len(names), pt=names)


def _figures(chart: Chart, column: int) -> NumData:
    """The figures of a column as such a viewer shows them."""
    found = [(row, figure(cells[column])) for row, cells in enumerate(chart.table.rows)]
    shown = [(row, each) for row, each in found if each is not None]
    points = [NumVal(idx=row, v=str(each.number)) for row, each in shown]
    return NumData(formatCode=shown[0][1].format if shown else None, ptCount=len(found), pt=points)


def _set_axes(drawn: BarChart) -> None:
    """The first group on top; bars begin at zero, and their labels stand for an axis."""
    drawn.x_axis.scaling.orientation = "maxMin"
    drawn.x_axis.delete, drawn.y_axis.delete = False, True
    drawn.y_axis.scaling.min = 0
    drawn.y_axis.majorGridlines = None
    if drawn.legend is not None:
        drawn.legend.position = "b"
