"""Titles break where a person would break them, and make a figure."""

import pytest
from hypothesis import example, given
from hypothesis.strategies import sampled_from, text

from tests.support.drawn import drawn
from unionapp.paper import title_lines
from unionapp.paper.titles import WIDTH, title_width
from unionapp.text import cells

WORKS = "中国机械冶金建材工会河湾机械厂委员会"
EIGHTY = (
    "中国机械冶金建材工会河湾机械制造集团股份有限公司东区总装配厂第三联合基层委员会"
    "关于深入贯彻落实产业工人队伍建设改革部署和开展职工服务工作的2025年工会工作总结"
)


def test_a_title_that_one_line_holds_stays_whole() -> None:
    assert title_lines("河湾街道总工会2025年度工作总结") == ("河湾街道总工会2025年度工作总结",)


def test_the_air_round_a_figure_takes_room_too() -> None:
    name = "红星区育才小学工会委员会"
    assert title_lines(f"{name}2026年度工作总结", name) == (name, "2026年度工作总结")


ENDINGS = ("2026年度工作总结", "2026年工作总结", "工作总结", "关于2026年度工会工作情况的报告")
WORDS = ("2026年度", "2026年", "年度", "工作总结", "工作", "总结", "情况", "报告", "关于")
names = text(
    "红星区育才小学工会委员第一总公司学校医院街道机关与年和河湾集团厂", min_size=4, max_size=40
)


@drawn(3)
@given(names, sampled_from(ENDINGS))
@example("一与" + "一" * 20, ENDINGS[0])
@example("与" * 30, ENDINGS[0])
@example("一" * 18 + "与" * 20, ENDINGS[3])
def test_whatever_the_unions_name_no_line_is_too_wide_or_begins_inside_a_word(
    unit: str, ending: str
) -> None:
    title = unit + ending
    lines = title_lines(title, unit)
    assert "".join(lines) == title
    assert max(map(title_width, lines)) <= WIDTH
    starts = {sum(map(len, lines[:place])) for place in range(1, len(lines))}
    spans = [(len(unit) + ending.find(word), len(word)) for word in WORDS if word in ending]
    if title_width(unit) <= WIDTH:
        spans.append((0, len(unit)))
    torn = {place for start, length in spans for place in range(start + 1, start + length)}
    assert not starts & torn
    assert len(lines) <= 1 + -(-title_width(title) // (WIDTH * 3 / 4))


def test_a_name_with_a_break_at_every_character_is_broken_without_weighing_every_way() -> None:
    assert [len(line) for line in title_lines("年" * 80)] == [7, 15, 19, 20, 19]


def test_a_line_that_only_a_joining_word_can_begin_begins_with_it() -> None:
    assert title_lines("与" * 30, width=10) == ("与" * 10,) * 3
    assert title_lines("、" * 30, width=10) == ("、" * 30,)


def test_the_unions_name_has_a_line_of_its_own() -> None:
    assert title_lines(f"{WORKS}关于2025年度工会工作情况的报告", WORKS) == (
        WORKS,
        "关于2025年度工会工作情况的报告",
    )


def test_a_title_of_eighty_characters_breaks_between_words_and_swells() -> None:
    lines = title_lines(EIGHTY)
    assert len(EIGHTY) >= 78
    assert "".join(lines) == EIGHTY
    assert lines[0] == "中国机械冶金建材工会"
    assert lines[-1].endswith("工作总结")
    widths = [cells(line) for line in lines]
    top = widths.index(max(widths))
    assert widths[: top + 1] == sorted(widths[: top + 1])
    assert widths[top:] == sorted(widths[top:], reverse=True)


@pytest.mark.parametrize(
    "title",
    [
        "河湾街道总工会关于开展2025年度职工劳动和技能竞赛活动的工作总结",
        "河湾街道总工会贯彻《河湾市职工代表大会条例》情况的2025年度工作总结",
        "河湾街道总工会（东区）2025年度开展劳动竞赛、技能培训和文体活动情况的总结",
    ],
)
def test_no_number_and_no_name_of_a_paper_is_torn(title: str) -> None:
    lines = title_lines(title)
    assert len(lines) > 1
    assert any("2025年" in line for line in lines)
    assert not [line for line in lines if line[0] in "、）》的和" or line[-1] in "（《"]
    assert all(line.count("《") == line.count("》") for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("职工代表大会重点提案办理情况和", "代表意见建议落实情况一览表"),
        ("河湾机械制造集团有限公司工会", "2025年度劳动和技能竞赛优胜班组名单"),
        ("本年度各街道（乡镇）组建工会和", "发展会员情况一览表"),
        ("基层工会组织换届选举和", "工会干部变动情况汇总登记表"),
    ],
)
def test_the_title_of_an_attachment_breaks_between_words(lines: tuple[str, ...]) -> None:
    assert title_lines("".join(lines)) == lines


def test_a_wider_page_holds_more_of_a_title_on_a_line() -> None:
    title = "职工代表大会重点提案和代表意见建议落实情况一览表"
    assert len(title_lines(title)) == 2
    assert title_lines(title, width=28) == (title,)


def test_a_title_without_any_word_is_cut_into_even_lines() -> None:
    assert title_lines("甲" * 50) == ("甲" * 17, "甲" * 16, "甲" * 17)


@pytest.mark.parametrize("title", ["甲" * 200, "A" * 80])
def test_what_cannot_be_broken_is_left_to_the_program_that_prints(title: str) -> None:
    assert title_lines(title) == (title,)


@given(text(max_size=90), text(max_size=30))
def test_no_character_is_lost_and_no_broken_line_is_too_long(title: str, unit: str) -> None:
    lines = title_lines(title, unit)
    assert "".join(lines) == title
    assert len(lines) == 1 or max(map(title_width, lines)) <= WIDTH
