import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionapp.text import clean

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    "invisible",
    [
        *("\x00", "\x08", "\x0b", "\x1b", "\x7f", "\x85", "\xad"),
        *("\u200b", "\u200d", "\ufeff", "\u202e", "\u2066"),
        *("\ud800", "\udfff", "\ufffe", "\uffff", "\ufdd0", "\U0001ffff"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_counted(invisible: str) -> None:
    cleaned = clean(f"工会{invisible}工作")
    assert cleaned.text == "工会工作"
    assert (cleaned.removed, cleaned.message) == (1, "已清除 1 个不可见字符")


def test_clean_text_stays_as_it_is_and_nothing_is_told() -> None:
    cleaned = clean("欧阳志远\t“𠮷野”，１２％，🎉，\ue000\n第二行")
    assert cleaned.text == "欧阳志远\t“𠮷野”，１２％，🎉，\ue000\n第二行"
    assert (cleaned.removed, cleaned.message) == (0, "")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed_and_is_not_counted(end: str) -> None:
    assert clean(f"一{end}二").text == "一\n二"
    assert clean(f"一{end}二").removed == 0


def test_accents_are_composed_but_full_width_forms_are_kept() -> None:
    assert clean("e\u0301").text == "é"
    assert clean("（１２）").text == "（１２）"


def test_a_backtick_left_by_the_web_between_chinese_characters_goes() -> None:
    cleaned = clean("工会工作的`整体水平，以主人翁的`精神")
    assert cleaned.text == "工会工作的整体水平，以主人翁的精神"
    assert cleaned.message == "已清除 2 个多余的“`”"


def test_a_backtick_beside_latin_letters_stays() -> None:
    assert clean("输入`make`即可").text == "输入`make`即可"


def test_both_kinds_of_removal_are_told_in_one_message() -> None:
    assert clean("的`整\u200b体").message == "已清除 1 个不可见字符和 1 个多余的“`”"


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once
    assert clean(once).removed == 0


@given(ANY_TEXT)
def test_what_is_left_can_be_written_to_a_file(text: str) -> None:
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    controls = {letter for letter in cleaned if unicodedata.category(letter) == "Cc"}
    assert controls <= {"\t", "\n"}


def test_every_character_there_is_comes_out_writable() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    cleaned = clean(everything).text
    assert "\ufffe" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned).removed == 0
