"""What people see is compared, however it is encoded."""

import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionapp.text import letters_of, spans_of


@pytest.mark.parametrize(
    "written",
    [
        *(
            "高文山",
            "⾼⽂⼭",
            "髙文山",
            "高 文\u3000山",
            "高\u200b文\u2060山",
            "高\u00a0文\u2003山",
        ),
        *(
            "高\U000e0100文\ufe00山",
            "高·文•山",
            "高.文．山",
            "高\u0336文\u0336山",
            "高\t文山",
            "高\u3164文山",
        ),
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    text = f"慰问{written}，1户"
    ((start, end),) = spans_of("高文山", text)
    assert text[:start] + "…" + text[end:] == "慰问…，1户"
    assert letters_of(written) == "高文山"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TOM", "ｔｏｍ"),
        ("Tom", "Тоm"),
        ("3号楼", "３号楼"),
        ("é", "e\u0301"),
        ("工会", "エ会"),
        ("㎡", "m2"),
        ("凜", "\uf954"),
        ("张伟国", "張偉國"),
        ("吕红卫", "呂紅衛"),
        ("罗永龙", "羅永龍"),
        ("刘国", "劉囯"),
        ("吉野", "\U00020bb7野"),
        ("买买提·艾力", "買買提⸱艾力"),
        ("买买提·艾力", "买买提ꞏ艾力"),
    ],
)
def test_look_alikes_of_other_codes_and_scripts_are_one(one: str, other: str) -> None:
    assert letters_of(one) == letters_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("王刚", "王钢"), ("5²", "52"), ("①", "1"), ("未", "末")]
)
def test_what_looks_otherwise_is_told_apart(one: str, other: str) -> None:
    assert letters_of(one) != letters_of(other)


def test_no_name_goes_over_the_end_of_a_line() -> None:
    assert spans_of("高文山", "走访高文\n山区职工") == ()


@pytest.mark.parametrize("text", ["300", "130", "30.5", "3.30", "３００", "30０"])
def test_a_figure_is_not_found_within_another(text: str) -> None:
    assert spans_of("30", text) == ()


@pytest.mark.parametrize("text", ["30人", "（30）", "30。5", "30 0", "在30楼", "30."])
def test_a_figure_is_found_where_it_stands_alone(text: str) -> None:
    assert len(spans_of("30", text)) == 1


def test_what_has_no_letter_is_nowhere() -> None:
    assert spans_of("·", "高·山") == spans_of("", "高山") == ()


def test_every_character_there_is_can_be_compared() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    once = letters_of(everything)
    assert letters_of(once) == once


NAMES = st.text(st.sampled_from("高文山买提・·.⾼0a ａ"), min_size=1, max_size=6)
BETWEEN = st.text(st.characters(codec=None), max_size=12)


@example("ab", "a\u0336\u0336b")
@given(NAMES, BETWEEN)
def test_what_is_found_looks_like_what_was_looked_for(name: str, around: str) -> None:
    text = f"{around}{name}{around}"
    spans = spans_of(name, text)
    assert all(letters_of(text[start:end]) == letters_of(name) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.text(st.sampled_from("高文山买提力ABC欧阳"), min_size=1, max_size=4), BETWEEN)
def test_a_word_in_a_text_is_always_found(word: str, around: str) -> None:
    text = f"{around}，{word}，"
    assert word in [text[start:end] for start, end in spans_of(word, text)]
