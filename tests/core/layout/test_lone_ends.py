"""No character alone on the last line of a cell, where other columns have room to give."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.papers import companies, of
from tests.ui.support.paper_pages import laid_out
from unionapp.layout import PORTRAIT, Measured, Ruler, column_widths, without_lone_ends
from unionapp.paper import Attachment, Cell, Column, Table
from unionapp.paper.tables import aligned

RULER = Ruler(10, 4, 0)
HONOURS = ("市级工人先锋号", "区模范职工之家", "最美户外劳动者工会服务站点")


def honours(*receivers: str) -> Table:
    """An attachment of five columns, the third of which holds what is said here."""
    columns = tuple(Column(title, 16) for title in ("荣誉名称", "授予单位", "获得者", "时间"))
    rows = tuple(
        (Cell(HONOURS[place % 3]), Cell("省总工会"), Cell(receiver), Cell("2025年4月"))
        for place, receiver in enumerate(receivers)
    )
    return aligned(Table(columns, rows))


def lone_ends(table: Table) -> list[str]:
    """The lines of one character among the pages' lines."""
    pages = laid_out(of(Attachment(1, "名单", "a", table))).pages
    lines = [placed.line.text for page in pages for placed in page.lines]
    return [line for line in lines if len(line) == 1 and not line.isdigit()]


@pytest.mark.parametrize("receiver", ["明湖物业", "明湖街道商圈联合会", "恒川精密电子有限公司甲班"])
def test_no_name_ends_in_a_line_of_one_character(receiver: str) -> None:
    for length in range(4, 20):
        name = (receiver * 5)[:length]
        assert lone_ends(honours(name, "明湖街道总工会")) == []


def test_a_column_without_need_gives_what_another_wants_and_the_table_stays_as_wide() -> None:
    columns = [
        Measured(74, 24, Counter((8.0, 7.0))),
        Measured(64, 24, Counter((3.0,))),
    ]
    assert without_lone_ends(columns, RULER) == [84, 54]


def test_a_long_text_gives_up_what_breaks_it_into_no_more_lines() -> None:
    columns = [Measured(74, 24, Counter((8.0,))), Measured(104, 24, Counter((16.0,)))]
    assert without_lone_ends(columns, RULER) == [84, 94]
    columns = [Measured(74, 24, Counter((8.0,))), Measured(104, 24, Counter((20.0,)))]
    assert without_lone_ends(columns, RULER) == [74, 104]


def test_what_no_other_column_can_spare_is_not_taken() -> None:
    full = [Measured(74, 24, Counter((8.0,))), Measured(64, 24, Counter((6.0,)))]
    assert without_lone_ends(full, RULER) == [74, 64]
    needed = [Measured(74, 24, Counter((8.0,))), Measured(64, 64, Counter((2.0,)))]
    assert without_lone_ends(needed, RULER) == [74, 64]


def test_a_wider_column_that_would_only_leave_other_texts_so_stays_as_it_is() -> None:
    swapped = [Measured(74, 24, Counter((8.0, 9.0, 10.0, 11.0))), Measured(99, 24, Counter())]
    assert without_lone_ends(swapped, RULER) == [74, 99]


@given(
    st.lists(st.tuples(st.integers(24, 300), st.lists(st.integers(1, 30), max_size=9)), max_size=6)
)
def test_widths_add_up_to_as_much_and_none_is_less_than_its_least(
    given: list[tuple[int, list[int]]],
) -> None:
    columns = [Measured(width, 24, Counter(map(float, lengths))) for width, lengths in given]
    widths = without_lone_ends(columns, RULER)
    assert sum(widths) == pytest.approx(sum(column.width for column in columns))
    assert all(width >= 24 - 1e-6 for width in widths)


def test_a_table_whose_texts_all_fit_keeps_its_shares() -> None:
    widths = column_widths(companies(3), PORTRAIT.text_width)
    assert widths[1] == pytest.approx(2 * widths[2], abs=2)
