"""Answers files: what they give, and how each fault is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unionapp.draft import EditPath, Slot
from unionapp.errors import AnswersError, UnionAppError
from unionapp.importing.answers import load
from unionapp.values import Typed

Write = Callable[..., Path]

HEAD = 'template = "subdistrict"\nyear = 2022\nunit = "翠竹街道总工会"\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(body: str, head: str = HEAD) -> Path:
        path = tmp_path / "answers.toml"
        path.write_text(head + body, encoding="utf-8")
        return path

    return write


def typed(path: Path, slot: Slot, id_: str, field: str = "") -> Typed | None:
    return dict(load(path).changes).get(EditPath(slot, id_, field))


def test_each_group_goes_to_its_slot(write: Write) -> None:
    path = write(
        '[profile]\nparty = "党工委"\n[indicators]\nnew_unions = 7\n'
        '[tables]\nnew_union_list = [["甲公司"], ["乙公司"]]\n'
        "[previous]\nnew_unions = 5\n[narratives]\nrights = '''\n维权{federations}。\n'''\n"
    )
    assert typed(path, Slot.VALUE, "party") == "党工委"
    assert typed(path, Slot.VALUE, "new_unions") == "7"
    assert typed(path, Slot.VALUE, "new_union_list") == (("甲公司",), ("乙公司",))
    assert typed(path, Slot.PREVIOUS, "new_unions") == "5"
    assert typed(path, Slot.NARRATIVE, "rights") == "维权{federations}。"


def test_numbers_are_taken_as_they_are_written(write: Write) -> None:
    path = write("[indicators]\nworker_visit_amount = 4509.50\nnew_unions = 0\n")
    assert typed(path, Slot.VALUE, "worker_visit_amount") == "4509.50"
    assert typed(path, Slot.VALUE, "new_unions") == "0"


def test_what_looks_like_an_odd_number_in_a_text_or_a_comment_is_none(write: Write) -> None:
    path = write(
        "[indicators]\nnew_unions = 1000 # 1_000\n"
        "[narratives]\nrights = '''第 1_000 号'''\n\"care\" = \"第 1_000 号\"\n"
    )
    assert typed(path, Slot.VALUE, "new_unions") == "1000"
    assert typed(path, Slot.NARRATIVE, "care") == "第 1_000 号"


def test_invisible_characters_are_removed_and_said(write: Write) -> None:
    answers = load(write('[narratives]\nrights = "维\\u200b权\\u0008工作。"\n'))
    assert answers.changes[-1].typed == "维权工作。"
    assert "2" in answers.notices[0]


FAULTS = [
    ("[indicators]\nnew_unions = \n", "TOML", "第 5 行"),
    ("[indicators]\nnobody = 1\n", "indicators.nobody", "没有这个指标"),
    ("[profile]\nnobody = '甲'\n", "profile.nobody", "没有这一项"),
    ("[narratives]\nnobody = '甲'\n", "narratives.nobody", "没有这一条"),
    ("[narratives]\nrights = '共{nobody}。'\n", "narratives.rights", "{nobody}"),
    ("[nonsense]\n", "nonsense", "没有这一项"),
    ("[indicators]\nnew_union_list = 1\n", "indicators.new_union_list", "[indicators]"),
    ("[indicators]\nmigrant_members_rate = 1\n", "indicators.migrant_members_rate", "程序算出"),
    ("[indicators]\nnew_unions = '1_000'\n", "indicators.new_unions", "1_000"),
    ("[indicators]\nnew_unions = 1_000\n", "indicators.new_unions", "1_000"),
    ("[indicators]\nnew_unions = 0x10\n", "indicators.new_unions", "0x10"),
    ("[indicators]\nnew_unions = nan\n", "indicators.new_unions", "nan"),
    ("[indicators]\nnew_unions = 'nan'\n", "indicators.new_unions", "nan"),
    ("[indicators]\nnew_unions = '三十几'\n", "indicators.new_unions", "三十几"),
    ("[indicators]\nnew_union_employees = 2.5\n", "indicators.new_union_employees", "2.5"),
    ("[indicators]\nnew_unions = true\n", "indicators.new_unions", "加引号"),
    ("[indicators]\nnew_unions = 2022-12-07\n", "indicators.new_unions", "2022-12-07"),
    ("[previous]\nnew_unions = '1e3'\n", "previous.new_unions", "1e3"),
    ("[tables]\nnew_union_list = [[true]]\n", "tables.new_union_list", "加引号"),
    ("[tables]\nactivity_table = [['甲', '', '', 1_000]]\n", "tables.activity_table", "1_000"),
    ("[indicators]\n0x_ = 1\n", "indicators.0x_", "没有这个指标"),
    ("indicators.new_unions = 1_000\n", "indicators.new_unions", "1_000"),
    ("indicators = { new_unions = 0x10 }\n", "indicators.new_unions", "0x10"),
    ("[indicators]\nnew_unions = 7\n[previous]\nnew_unions = 0b111\n", "new_unions", "0b111"),
    ("[indicators]\nnew_unions = [{ a = 1 }]\n", "indicators.new_unions", "加引号"),
    (f"[indicators]\nnew_unions = {'[' * 5000}{']' * 5000}\n", "TOML", "太深"),
    (f"[indicators]\nnew_unions = {'9' * 5000}\n", "TOML", "太长"),
    ('[indicators]\n"a\\n\\u001b[31mb" = 1\n', "indicators.a [31mb", "没有这个指标"),
    ("[lists]\nproblem_list = [['甲'], ['乙']]\n", "lists.problem_list", "只写一层"),
    ("[lists]\nproblem_list = [['甲'], '乙']\n", "lists.problem_list", "加引号"),
    ("[lists]\nproblem_list = [[['甲']]]\n", "lists.problem_list", "加引号"),
    ("indicators = 3\n", "indicators", "表"),
]


@pytest.mark.parametrize(("body", "place", "reason"), FAULTS)
def test_a_fault_is_told_with_file_place_and_reason(
    write: Write, body: str, place: str, reason: str
) -> None:
    with pytest.raises(AnswersError) as caught:
        load(write(body))
    sentence = str(caught.value)
    assert "answers.toml" in sentence
    assert place in sentence
    assert reason in sentence
    assert "\n" not in sentence
    assert sentence.endswith("。")


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match="不能打开"):
        load(tmp_path / "nobody.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(AnswersError, match="UTF-8"):
        load(tmp_path / "binary.toml")


def test_a_template_that_is_not_there_is_told(write: Write) -> None:
    with pytest.raises(UnionAppError, match="nobody"):
        load(write("", 'template = "nobody"\n'))
    with pytest.raises(AnswersError, match="template"):
        load(write("", "year = 2022\n"))


def test_a_file_that_is_too_large_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(AnswersError, match="文件太大了"):
        load(path)
