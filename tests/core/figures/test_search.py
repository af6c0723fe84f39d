"""Find words anywhere in a draft."""

import pytest

from tests.support.samples import WHO, filled, narrative, value
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures, Hit, Index, fold

ROWS = (("江州机械公司", "12"), ("江州纺织公司", "8"))


def note(id_: str, text: str) -> Change:
    return Change(EditPath(Slot.NOTE, id_), text)


@pytest.fixture
def figures() -> Figures:
    return filled(
        narrative("aid", "走访困难职工。\n发放慰问金{amount}。"),
        value("recipient", "欧阳春", "name"),
        note("found", "含分厂三处ＡＢ级隐患"),
        Change(EditPath(Slot.PREVIOUS, "found"), "97"),
        **WHO,
        found="118",
        amount="3.68万",
        new_list=ROWS,
    )


def found(figures: Figures, words: str) -> list[tuple[str, str]]:
    return [(hit.id, hit.excerpt) for hit in Index(figures).find(words)]


def places(figures: Figures, words: str) -> list[str]:
    return [hit.place for hit in Index(figures).find(words)]


def test_an_indicator_is_found_by_its_name(figures: Figures) -> None:
    assert found(figures, "查出隐患")[0] == ("found", "查出隐患　118项　上年97")


@pytest.mark.parametrize("words", ["36800", "3.68万", "３６８００元"])
def test_a_value_is_found_as_printed_and_as_typed_in_any_width(
    figures: Figures, words: str
) -> None:
    assert ("amount", "困难补助金额　36800元（填的是 3.68万）") in found(figures, words)


def test_letters_are_found_in_any_case_and_width(figures: Figures) -> None:
    assert found(figures, "ab级") == [("found", "含分厂三处ＡＢ级隐患")]


def test_last_years_figure_a_note_a_name_and_a_heading_are_found(figures: Figures) -> None:
    assert [id_ for id_, _ in found(figures, "97")] == ["found"]
    assert places(figures, "含分厂") == ["查出隐患的备注"]
    assert [id_ for id_, _ in found(figures, "欧阳春")] == ["recipient"]
    assert places(figures, "服务职工") == ["章"]


def test_a_text_is_found_with_its_figures_in_it(figures: Figures) -> None:
    where, excerpt = found(figures, "慰问金36800元")[0]
    assert where == "aid"
    assert excerpt == "走访困难职工。 发放慰问金36800元。"


def test_a_row_of_a_table_is_found_and_counted(figures: Figures) -> None:
    assert places(figures, "纺织公司 8") == ["新建工会名单，第2行"]


def test_all_the_words_must_be_there_in_any_order(figures: Figures) -> None:
    assert places(figures, "12 机械") == ["新建工会名单，第1行"]
    assert places(figures, "机械 隐患") == []


def test_every_place_in_a_text_is_a_hit_and_an_entry_is_one(figures: Figures) -> None:
    assert places(figures, "困难职工") == ["服务职工 › 困难帮扶 › 正文"]
    hits = Index(filled(narrative("plans", "学习再学习"))).find("学习")
    assert [(hit.nth, hit.excerpt[hit.mark :]) for hit in hits] == [
        (0, "学习再学习"),
        (1, "学习"),
    ]
    assert len([hit for hit in Index(figures).find("工会") if hit.id == "unit"]) == 1


def test_what_is_long_is_shown_round_the_words() -> None:
    text = "甲" * 50 + "乙" + "丙" * 90
    excerpt = Index(filled(narrative("plans", text))).find("乙")[0].excerpt
    assert excerpt == "…" + "甲" * 12 + "乙" + "丙" * 39 + "…"


def test_nothing_is_asked_nothing_is_found(figures: Figures) -> None:
    assert found(figures, "  ") == []
    assert found(figures, "没有这样的话") == []


def test_no_more_hits_than_wanted(figures: Figures) -> None:
    hits: tuple[Hit, ...] = Index(figures).find("工", most=2)
    assert len(hits) == 2


def test_folding_keeps_every_place() -> None:
    text = "İＡ４　𠮷ß½"
    assert len(fold(text)) == len(text)
