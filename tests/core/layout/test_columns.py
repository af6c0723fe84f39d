"""How wide columns are, and which tables need a page on its side."""

from decimal import Decimal
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.papers import activities, companies
from unionapp.layout import LANDSCAPE, PORTRAIT, column_titles, column_widths, is_wide
from unionapp.paper import Cell, CellFormat, Column, Table

SENTENCE = "组织全区职工开展迎新春健步走和书画展示活动，职工反映良好"
CHARACTER, MARGINS = 240, 190


def table(*texts: str) -> Table:
    """An ordinal and a column for each text."""
    columns = (Column("序号", 3, CellFormat.COUNT), *(Column("活动内容", 12) for _ in texts))
    return Table(columns, ((Cell("1", Decimal(1)), *map(Cell, texts)),))


@pytest.mark.parametrize("text", ["走访", "2025年3月", SENTENCE])
def test_an_attachment_of_five_columns_stands_upright_however_long_its_texts_are(text: str) -> None:
    assert not is_wide(table(*repeat(text, 5)), PORTRAIT)


def test_seven_columns_stand_upright_when_their_words_are_short() -> None:
    assert not is_wide(table(*repeat("女职工", 7)), PORTRAIT)
    assert is_wide(table(*repeat(SENTENCE, 7)), PORTRAIT)


def test_nine_columns_lie_on_their_side() -> None:
    assert is_wide(activities(), PORTRAIT)
    assert not is_wide(companies(3), PORTRAIT)


def test_a_figure_is_never_torn_for_want_of_room() -> None:
    figure = "12345678901234"
    columns = (Column("金额（元）", 1, CellFormat.MONEY), Column("内容", 30))
    narrow = Table(columns, ((Cell(figure, Decimal(figure)), Cell(SENTENCE)),))
    width = column_widths(narrow, PORTRAIT.text_width)[0]
    assert width >= len(figure) / 2 * CHARACTER + MARGINS - 1


def test_a_date_stays_on_one_line_and_a_unit_is_never_torn_where_the_page_has_room() -> None:
    columns = (
        Column("序号", 3, CellFormat.COUNT),
        Column("活动名称", 16),
        Column("时间", 4),
        Column("活动内容", 16),
        Column("参加教职工（人次）", 4, CellFormat.COUNT),
    )
    row = (Cell("1"), Cell(SENTENCE), Cell("2026年12月20日"), Cell(SENTENCE), Cell("120"))
    content = Table(columns, (row,))
    widths = column_widths(content, PORTRAIT.text_width)
    assert widths[2] >= 7 * CHARACTER + 5 * 0.2 * CHARACTER + MARGINS - 1
    assert widths[4] >= 5 * CHARACTER + MARGINS - 1
    assert column_titles(content, widths)[-1] == "参加教职工\n（人次）"
    assert column_titles(content, [2600] * 5)[-1] == "参加教职工（人次）"


@given(
    st.lists(st.tuples(st.integers(1, 40), st.text("工会1", max_size=30)), min_size=1, max_size=14)
)
def test_widths_add_up_to_the_page_and_hold_two_characters(given: list[tuple[int, str]]) -> None:
    columns = tuple(Column(text[:4], share) for share, text in given)
    content = Table(columns, (tuple(Cell(text) for _, text in given),))
    page = LANDSCAPE if is_wide(content, PORTRAIT) else PORTRAIT
    widths = column_widths(content, page.text_width)
    assert sum(widths) == page.text_width
    assert min(widths) > 2 * CHARACTER + 170
