"""Where the cells of a table stand, as a clerk sets them."""

from decimal import Decimal

import pytest
from msgspec import structs

from tests.support.samples import TEMPLATE, value
from unionapp.draft import Draft, changed
from unionapp.figures import figures
from unionapp.paper import Alignment, Cell, CellFormat, Column, Table
from unionapp.paper.tables import aligned, table_of
from unionapp.template import Column as TemplateColumn
from unionapp.template import Indicator, Item, Section
from unionapp.values import Kind

LEFT, MIDDLE, RIGHT = Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT
SENTENCE = "组织全区职工开展迎新春健步走和书画展示活动"


def column_of(*texts: str, title: str = "内容", held: CellFormat = CellFormat.TEXT) -> Table:
    return aligned(Table((Column(title, 1, held),), tuple((Cell(text),) for text in texts)))


def places(table: Table) -> list[Alignment]:
    return [table.columns[0].alignment_of(row[0]) for row in table.rows]


@pytest.mark.parametrize(
    "texts",
    [
        ("人次", "家", "%"),
        ("王芳", "欧阳建国"),
        ("2025年3月", "2025年12月20日"),
        ("2025年3月至11月", "2025年1—11月"),
        ("东堤社区", ""),
    ],
)
def test_units_names_of_persons_and_dates_stand_in_the_middle(texts: tuple[str, ...]) -> None:
    assert set(places(column_of(*texts))) == {MIDDLE}


def test_a_column_with_a_sentence_stands_left_as_a_whole() -> None:
    assert places(column_of("走访", SENTENCE)) == [LEFT, LEFT]


def test_among_figures_what_stands_for_one_stands_right_and_a_sentence_left() -> None:
    money = column_of("4509.50", "近300", "待填", SENTENCE, held=CellFormat.MONEY)
    assert places(money) == [RIGHT, RIGHT, RIGHT, LEFT]


def test_ordinals_stand_in_the_middle_and_so_does_the_word_for_totals_below_them() -> None:
    columns = (Column("序号", 3, CellFormat.COUNT), Column("人数", 4, CellFormat.COUNT))
    row = (Cell("1", Decimal(1), CellFormat.COUNT), Cell("30", Decimal(30), CellFormat.COUNT))
    table = aligned(Table(columns, (row,), (Cell("合计"), row[1])))
    for cells in (*table.rows, table.totals):
        pairs = zip(table.columns, cells, strict=True)
        assert [column.alignment_of(cell) for column, cell in pairs] == [MIDDLE, RIGHT]


def test_a_table_without_rows_or_columns_stays_one() -> None:
    assert aligned(Table((), ())) == Table((), ())
    assert aligned(Table((Column("指标"),), ())).rows == ()


def counted(*cells: str) -> Table:
    """The table of a draft with these figures in a column of 项."""
    columns = (TemplateColumn("name", "单位"), TemplateColumn("found", "意见", Kind.COUNT, "项"))
    indicator = Indicator("list", "意见表", Kind.TABLE, columns=columns)
    section = Section("section", "", "", (Item("item", "", "", (indicator,)),))
    template = structs.replace(TEMPLATE, sections=(section,))
    rows = tuple(("车间", cell) for cell in cells)
    found = figures(changed(Draft(template), [value("list", rows)]))
    return table_of(found, indicator)


@pytest.mark.parametrize(
    ("cells", "head", "shown"),
    [
        (("12", "3项"), "意见（项）", ["12", "3", "15"]),
        (("12条", "3条"), "意见（条）", ["12", "3", "15"]),
        (("12条", "3"), "意见（项）", ["12条", "3", "15"]),
        (("12条", "3件"), "意见（项）", ["12条", "3件", "15"]),
        (("近12条", "3"), "意见（项）", ["近12条", "3"]),
    ],
)
def test_a_table_keeps_the_word_in_which_a_figure_was_written(
    cells: tuple[str, ...], head: str, shown: list[str]
) -> None:
    table = counted(*cells)
    assert table.columns[-1].title == head
    assert [row[-1].text for row in (*table.rows, table.totals) if row] == shown
