import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionapp.text import Cleaned, clean, clean_cell, tidied

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    "invisible",
    [
        *("\x00", "\x08", "\x0e", "\x1b", "\x7f", "\x84", "\x86", "\xad"),
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


ODD_LINE_ENDS = ["\x0b", "\x0c", "\x85", "\x1c", "\x1d", "\x1e", "\x1f"]


@pytest.mark.parametrize("end", ODD_LINE_ENDS)
def test_what_parts_lines_in_other_programs_parts_them_still_and_that_is_told(end: str) -> None:
    assert clean(f"2025{end}2026年").text == "2025\n2026年"
    assert clean(f"2025{end}2026年").message == "已把 1 个特殊的分隔符改成换行"


@pytest.mark.parametrize("end", [*ODD_LINE_ENDS, "\u2028", "\u2029"])
def test_in_a_cell_it_is_a_space_and_rows_and_cells_stay(end: str) -> None:
    assert clean_cell(f"2025{end}2026年\t1\r\n2027年").text == "2025 2026年\t1\n2027年"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed_and_is_not_counted(end: str) -> None:
    assert clean(f"一{end}二").text == "一\n二"
    assert clean(f"一{end}二").removed == 0


def test_accents_are_composed_but_full_width_forms_are_kept() -> None:
    assert clean("e\u0301").text == "é"
    assert clean("（１２）").text == "（１２）"


@pytest.mark.parametrize(
    ("copied", "ordinary", "count"),
    [
        ("⼯会⽂艺⾼⼭", "工会文艺高山", 4),  # Kangxi radicals
        ("⻋间⻅习⻓⻘⻰⻢⻳⺠", "车间见习长青龙马龟民", 8),  # radicals of simplified characters
        ("\uf90a\ufa10", "金塚", 2),  # compatibility ideographs
        ("走访﹐慰问︵两次︶﹔｢职工之家｣﹪ﬁt", "走访，慰问（两次）；「职工之家」%fit", 8),
        ("买买提•艾力、买买提‧艾力、买买提・艾力", "买买提·艾力、买买提·艾力、买买提·艾力", 3),
        ("买买提．艾力∙热合曼", "买买提·艾力·热合曼", 2),
    ],
)
def test_characters_of_other_codes_become_the_ordinary_ones_and_that_is_told(
    copied: str, ordinary: str, count: int
) -> None:
    assert clean(copied).text == ordinary
    assert clean(copied).message == f"已把 {count} 个特殊字符换成平常的"
    assert clean(copied).removed == 0


UNIFIED = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"


@pytest.mark.parametrize(
    "text",
    [
        UNIFIED,
        "１２．５％，Ａ４纸，① ② ㎡ ½ 5²",
        "一．总体情况\n　十二．下步打算",
        "• 走访\n•慰问",
        "髙山",
    ],
)
def test_what_looks_otherwise_or_is_a_character_of_its_own_stays(text: str) -> None:
    assert clean(text) == Cleaned(text, 0, "")


def test_every_radical_is_ordinary_after_cleaning_if_fonts_have_its_character() -> None:
    kangxi = "".join(map(chr, range(0x2F00, 0x2FD6)))
    assert clean(kangxi).text == unicodedata.normalize("NFKC", kangxi)
    rest = clean("".join(map(chr, range(0x2E80, 0x2EF4)))).text
    left = [letter for letter in rest if 0x2E80 <= ord(letter) <= 0x2FDF]
    assert "".join(left) == "⺀⺇⺑⺚⺪⺮⺵⺷⺸⺽⻇⻊⻕⻞⻡"


@example("一．二·三•四`五\x1e⼯")
@example("· •1")
@example("· - 1")
@example("- l\t1")
@given(
    st.text(st.sampled_from("一二．•·`⼯会1a \n\t\u3000\x1e\u2028\r\u200b\ufa0e\uf90a（﹐e\u0301"))
)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    for cleaning in (clean, clean_cell, tidied):
        once = cleaning(text).text
        assert cleaning(once).text == once


@given(ANY_TEXT)
def test_no_line_is_joined_to_the_next(text: str) -> None:
    """What tells lines apart for Python, tells them apart afterwards, whatever stands in them."""
    lines = text.replace("\x1f", "\n").splitlines()
    assert clean(text).text.split("\n")[: len(lines)] == [clean(line).text for line in lines]


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
