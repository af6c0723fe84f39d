"""What the window calls a step in a table or a list."""

from pathlib import Path

import pytest

from tests.support.samples import Clock, value
from unionapp.draft.step_names import describe_rows
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.template import Column
from unionapp.values import Typed

COLUMNS = (Column("name", "活动名称"), Column("people", "参加人数"))
TWO = (("焊工比武", "120"), ("知识竞赛", "86"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, TWO, "加2行"),
        (TWO, TWO[:1], "删去1行"),
        (TWO, None, "删去2行"),
        (TWO, (TWO[1], TWO[0]), "调整各行的顺序"),
        (TWO, (TWO[0], ("知识竞赛", "88")), "第2行参加人数"),
        (TWO, (("焊工大赛", "121"), TWO[1]), "第1行"),
        (TWO, (("焊工比武", "1"), ("知识竞赛", "2")), "改2行"),
        (TWO, "无此项", "删去2行"),
        ("12", "13", ""),
        (None, "12", ""),
    ],
)
def test_a_step_in_a_table_tells_its_rows(
    before: Typed | None, after: Typed | None, told: str
) -> None:
    assert describe_rows(before, after, COLUMNS) == told


def test_a_step_in_a_list_tells_its_entries() -> None:
    assert describe_rows(("甲厂",), ("甲厂", "乙厂")) == "加1项"
    assert describe_rows(("甲厂", "乙厂"), ("甲厂", "丙厂")) == "第2项"


def test_steps_in_one_table_can_be_told_apart_in_the_history(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "subdistrict", (), clock), clock)
    for rows in (("甲厂",), ("甲厂", "乙厂"), ("甲厂", "丙厂")):
        session.edit(value("new_union_list", rows))
        clock.wait(60)
    names = [entry.name for entry in session.history()]
    assert [name.partition("（")[2] for name in names] == ["第2行企业名称）", "加1行）", "加1行）"]
    store.close()
