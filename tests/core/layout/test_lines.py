"""Paragraphs set into lines: whatever the text, nothing is lost and no rule is broken."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.support.paper_pages import measure
from unionapp.layout.pages.kinsoku import HANGING, NEVER_FIRST, NEVER_LAST
from unionapp.layout.pages.lines import SetLine, set_paragraph
from unionapp.layout.pages.measuring import Widths
from unionapp.layout.styles import Align, ParagraphStyle
from unionapp.paper import Run

WIDTH = 442.25
STYLE = ParagraphStyle("仿宋_GB2312", "Times New Roman", 16.0, condensed=-0.25, first=32.0)
PLAIN = "工会组织围绕中心任务服务职工群众推动各项工作再上新台阶"

words = st.text("工会组织职工服务", min_size=1, max_size=30)
marks = st.sampled_from(
    ["，", "。", "、", "；", "！", "”", "》", "）", "：“", "《", "（", "——", "……"]
)
figures = st.sampled_from(["2025", "95.53%", "3.68", "37,686", "A", "WTO", " ", "1—11", "e-mail"])
prose = st.lists(st.one_of(words, marks, figures), max_size=30).map("".join)


def lines_of(text: str, style: ParagraphStyle = STYLE, width: float = WIDTH) -> tuple[SetLine, ...]:
    return set_paragraph((Run(text),), style, width, Widths(measure))


def texts_of(text: str, style: ParagraphStyle = STYLE, width: float = WIDTH) -> list[str]:
    return [each.line.text for each in lines_of(text, style, width)]


@given(prose)
def test_all_text_is_set_once_and_only_spaces_at_the_end_of_a_line_may_go(text: str) -> None:
    assert "".join(texts_of(text)).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.tuples(st.text("工会组织", min_size=2, max_size=30), marks), max_size=20))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(parts: list[tuple[str, str]]) -> None:
    for line in texts_of("".join(map("".join, parts))):
        assert not line or line[0] not in NEVER_FIRST
    for line in texts_of("".join(map("".join, parts)))[:-1]:
        assert line[-1] not in NEVER_LAST


@given(prose)
def test_no_line_goes_beyond_the_edge_but_for_one_hung_mark(text: str) -> None:
    for each in lines_of(text):
        letters, places = each.line.text, [x for p in each.line.pieces for x in p.places]
        if not letters:
            continue
        hung = letters[-1] in HANGING and len(letters) > 1
        last = -2 if hung else -1
        assert each.x + places[last] + measure(letters[last], "", 16.0) <= WIDTH + 0.01


@given(prose)
def test_characters_stand_in_the_order_of_the_text(text: str) -> None:
    for each in lines_of(text):
        places = [x for piece in each.line.pieces for x in piece.places]
        assert places == sorted(places)


def test_a_full_line_of_plain_text_has_28_characters() -> None:
    assert [len(line) for line in texts_of(PLAIN * 5)] == [26, 28, 28, 28, 25]


def test_a_full_stop_hangs_beyond_the_end_of_a_full_line() -> None:
    assert texts_of(PLAIN[:26] + "。" + PLAIN)[0] == PLAIN[:26] + "。"


def test_where_marks_may_not_hang_the_character_before_goes_down_with_them() -> None:
    lines = texts_of(
        PLAIN[:26] + "。" + PLAIN, ParagraphStyle("a", "b", 16.0, -0.25, first=32, hanging=False)
    )
    assert lines[0] == PLAIN[:25]
    assert lines[1].startswith(PLAIN[25] + "。")


@pytest.mark.parametrize("opening", sorted(NEVER_LAST - set("'\"([{")))
def test_a_mark_that_opens_goes_down_to_what_it_opens(opening: str) -> None:
    lines = texts_of(PLAIN[:25] + opening + PLAIN)
    assert lines[0] == PLAIN[:25]


@pytest.mark.parametrize("double", ["——", "……"])
def test_a_mark_of_two_characters_is_not_divided(double: str) -> None:
    for shift in range(20, 27):
        assert any(double in line for line in texts_of(PLAIN[:shift] + double + PLAIN))


@pytest.mark.parametrize("figure", ["2025", "95.53%", "37,686", "GB/T", "¥3000"])
def test_a_figure_or_word_stays_whole(figure: str) -> None:
    for shift in range(15, 28):
        assert any(figure in line for line in texts_of(PLAIN[:shift] + figure + PLAIN))


def test_a_word_longer_than_a_line_is_broken_where_the_line_ends() -> None:
    word = "a" * 140
    lines = texts_of(word)
    assert "".join(lines) == word
    assert len(lines) == 3


def test_between_chinese_and_figures_stands_a_fifth_of_a_character() -> None:
    (line,) = lines_of("共3次", ParagraphStyle("a", "b", 16.0))
    places = [x for piece in line.line.pieces for x in piece.places]
    assert places == pytest.approx([0, 16 + 3.2, 16 + 3.2 + 8 + 3.2])


def test_beside_a_mark_stands_no_air() -> None:
    (line,) = lines_of("，3、", ParagraphStyle("a", "b", 16.0))
    places = [x for piece in line.line.pieces for x in piece.places]
    assert places == pytest.approx([0, 16, 24])


def test_a_justified_line_ends_at_the_edge_and_its_figures_are_not_spread() -> None:
    first = lines_of("全年2025" + PLAIN * 2)[0]
    assert first.x + first.line.width == pytest.approx(WIDTH)
    figure = next(piece for piece in first.line.pieces if piece.text == "2025")
    steps = [after - before for before, after in pairwise(figure.places)]
    assert steps == pytest.approx([7.75] * 3)


def test_the_last_line_is_not_spread() -> None:
    assert lines_of("工会")[0].line.width == pytest.approx(31.75)


def test_a_line_break_in_the_text_ends_a_line_and_an_empty_text_has_one_line() -> None:
    assert texts_of("一\n二") == ["一", "二"]
    assert texts_of("") == [""]


def test_a_tab_goes_to_where_the_other_lines_begin() -> None:
    style = ParagraphStyle("a", "b", 16.0, first=32.0, left=94.5, align=Align.LEFT)
    (line,) = lines_of("1.\t名称", style)
    places = dict(zip("1.\t名称", [x for p in line.line.pieces for x in p.places], strict=True))
    assert line.x + places["名"] == pytest.approx(94.5)


def test_a_figure_of_an_indicator_is_a_piece_of_its_own() -> None:
    runs = (Run("发展会员"), Run("36002人", "members"), Run("。"))
    (line,) = set_paragraph(runs, STYLE, WIDTH, Widths(measure))
    shown = [piece.text for piece in line.line.pieces if piece.indicator == "members"]
    assert "".join(shown) == "36002人"


def test_shared_marks_are_set_from_the_chinese_face() -> None:
    (line,) = lines_of("2“工”3")
    fonts = {piece.text: piece.font for piece in line.line.pieces}
    assert fonts["2"] == fonts["3"] == "Times New Roman"
    assert all(font == "仿宋_GB2312" for text, font in fonts.items() if "“" in text or "”" in text)


def test_a_shared_mark_takes_the_room_of_the_face_that_it_is_drawn_from() -> None:
    """So the ×× in place of a name do not stand on one another."""

    def half_in_latin(text: str, font: str, size: float) -> float:
        return len(text) * size / (2 if font == STYLE.latin else 1)

    for marks in ("××", "··", "±°"):
        (line,) = set_paragraph((Run(f"职工曹{marks}因病"),), STYLE, WIDTH, Widths(half_in_latin))
        places = [x for piece in line.line.pieces for x in piece.places]
        assert all(right - left >= 15.75 for left, right in pairwise(places))
