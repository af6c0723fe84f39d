"""The rules on words: each kind of passage named with what is wrong, and none that is right."""

from collections import Counter
from pathlib import Path

import pytest

from tests.core.checks.prose.scoring import GRAVE, Passage, passages
from tests.core.reading.scoring import papers
from tests.support.places import HOUSE
from unionapp.checks import Severity
from unionapp.checks.prose import Document, Remark, document_of, proofread, words
from unionapp.system import HOME_VARIABLE

RULES = tuple(getattr(words, name) for name in words.__all__ if name.startswith("check_"))
KINDS = (
    "leftover",
    "missing-number",
    "qualifier",
    "list-count",
    "slogan",
    "ordinal",
    "frequency",
    "as-of",
    "completion",
    "stale",
    "marks",
)
HERE = Path(__file__).parent
ALL = (*passages(), *passages(HERE / "worded.tsv"))
WRONG = tuple(each for each in ALL if each.truth == "wrong" and each.kind in KINDS)
OTHERS = tuple(each for each in ALL if each.truth != "wrong")
FOUNDING = (HERE / "founding.txt").read_text("utf-8")


def told(text: str) -> list[Remark]:
    """What the rules on words remark of a text."""
    document = document_of(text)
    remarks = (each for rule in RULES for each in rule(document))
    return sorted(remarks, key=lambda each: each.span)


@pytest.mark.parametrize("passage", WRONG, ids=lambda each: each.id)
def test_what_is_wrong_with_words_is_named_as_it_is_printed(passage: Passage) -> None:
    grave = [each for each in told(passage.text) if each.severity in GRAVE]
    assert any(all(number in each.message for number in passage.numbers) for each in grave), grave


@pytest.mark.parametrize("passage", OTHERS, ids=lambda each: each.id)
def test_the_rules_on_words_pass_over_what_is_right_and_call_no_doubt_an_error(
    passage: Passage,
) -> None:
    grave = GRAVE if passage.truth == "right" else (Severity.ERROR,)
    assert [each for each in told(passage.text) if each.severity in grave] == []


def test_of_the_papers_nothing_but_what_was_planted_is_called_wrong() -> None:
    found = {
        paper.name: [
            paper.text[slice(*each.span)] for each in told(paper.text) if each.severity in GRAVE
        ]
        for paper in papers()
    }
    assert {name: words for name, words in found.items() if words} == {
        "a05": ["53余万余元", "**户", "20××年"],
        "a11": ["五家"],
        "b02": ["20××年", "名"],
        "b08": ["5项"],
        "b09": ["××个", "20余万余元", "名"],
        "b10": ["篇"],
        "c04": ["份", "××"],
        "c09": ["1.2余亿余元", "20××"],
        "c11": ["4个"],
    }


def test_every_masked_place_of_the_founding_document_is_named() -> None:
    places = [each.span for each in told(FOUNDING) if each.rule == "leftover"]
    masks = [at for at, letter in enumerate(FOUNDING) if letter in "*×" or letter in "xX"]
    assert len(masks) > 90
    assert [at for at in masks if not any(one.start <= at < one.end for one in places)] == []


def test_every_defect_of_the_founding_document_is_named_and_what_is_right_is_not() -> None:
    remarks = told(FOUNDING)
    found = Counter(each.rule for each in remarks)
    quoted = [FOUNDING[slice(*each.span)] for each in remarks]
    assert {".98%", "**余万余元", "10"} <= set(quoted)
    assert any("36002人" in each.message for each in remarks if each.rule == "completion")
    cut_offs = next(each.message for each in remarks if each.rule == "as-of")
    assert all(said in cut_offs for said in ("11月", "10月", "1-11月", "年初至今"))
    rules = {"leftover", "missing-number", "qualifier", "completion", "as-of", "stale"}
    marks = {"web-remains", "stray-mark", "half-width", "stray-space"}
    assert set(found) == rules | marks
    assert (found["missing-number"], found["qualifier"], found["completion"]) == (2, 1, 1)


def test_a_mend_makes_the_remark_go_away() -> None:
    for text in ("节约资金53余万余元。", "走访86户，，发放4万元。", "积极开展丰富的的活动。"):
        remark = next(each for each in told(text) if each.mend is not None)
        start, end = remark.span
        mended = f"{text[:start]}{remark.mend}{text[end:]}"
        assert [each for each in told(mended) if each.rule == remark.rule] == []


def test_half_width_marks_throughout_are_one_habit_and_told_once() -> None:
    text = "全年开展活动,职工踊跃参加;工会积极组织,效果很好。" * 20
    assert [each.severity for each in told(text) if each.rule == "half-width"] == [Severity.HINT]


def test_an_office_lays_its_own_year_beside_those_that_come_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    text = "2027年，工会深入学习贯彻中国工会十八大精神，宣讲12场。"
    assert [each for each in told(text) if each.rule == "stale"] == []
    own = tmp_path / "years" / "2027.toml"
    own.parent.mkdir()
    own.write_text(
        'year = 2027\n[[meeting]]\nkind = "union"\nname = "中国工会十九大"\nnumber = 19\n'
        'held = 2027-01-05\nsource = "本单位"\n',
        "utf-8",
    )
    assert "中国工会十九大" in next(each.message for each in told(text) if each.rule == "stale")


def test_a_year_of_the_office_that_cannot_be_read_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    own = tmp_path / "years" / "2027.toml"
    own.parent.mkdir()
    own.write_text("year = ", "utf-8")
    remarks = told("2025年，走访职工**户。")
    assert any("2027.toml" in each.message for each in remarks if each.rule == "stale")
    assert any(each.rule == "leftover" for each in remarks)


def test_each_name_and_date_of_a_year_has_its_source() -> None:
    files = sorted((HOUSE / "resources" / "years").glob("*.toml"))
    assert len(files) >= 4
    for file in files:
        text = file.read_text("utf-8")
        assert text.count("\nsource = ") == text.count("\n[")


@pytest.mark.parametrize(
    "unit", ["*", "第1至", "、", "（", "“五个一”：", "每季度", "某", " ", "……"]
)
def test_long_runs_of_one_thing_are_read_through(unit: str) -> None:
    document: Document = document_of(unit * 20_000)
    assert len(proofread(document)) <= 3 * 20_000
