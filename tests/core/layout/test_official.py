"""GB/T 9704-2012 measured with a ruler, on the pages that LibreOffice prints.

22 lines of 28 characters hold only for plain Chinese: figures and letters are narrower.
"""

import re

import pytest

from tests.support.papers import TITLE, UNIT, of, whole, write_docx
from tests.support.rendered import POINT, Line, Page, printed
from unionapp.paper import AttachmentList, Document, Heading, Paragraph, Run, Signature, Title

TOP, BOTTOM, LEFT, RIGHT = 37, 297 - 35, 28, 210 - 26
LONG_NAME = "中国机械冶金建材工会河湾机械厂委员会"
LONG_TITLE = "全年职工文化体育活动和劳动技能竞赛开展情况以及安全生产知识竞赛开展情况统计表"
CELL = 15.75 * POINT
SENTENCE = "工会组织围绕中心任务服务职工群众推动各项工作再上新台阶"


def full_pages() -> Document:
    return of(*(Paragraph((Run(SENTENCE * 30),)) for _ in range(4)))


def headed() -> Document:
    headings = (
        Heading(1, "一、", "推进组建", "a"),
        Heading(2, "（一）", "农民工入会", "b"),
        Heading(3, "1.", "走访企业", "c"),
    )
    names = AttachmentList(("新组建企业名单", LONG_TITLE))
    return of(Title((TITLE,)), *headings, names, Signature(LONG_NAME, "2025年12月8日"))


def with_figures() -> Document:
    """A figure at every place of a line."""
    texts = (SENTENCE[:shift] + "发放助学金12000元，完成95.53%。" * 8 for shift in range(28))
    return of(*(Paragraph((Run(text),)) for text in texts))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("papers")
    documents = {
        "full": full_pages(),
        "headed": headed(),
        "whole": whole(),
        "figures": with_figures(),
        "wide": of(whole().blocks[-1]),
    }
    paths = [folder / f"{name}.docx" for name in documents]
    for path, document in zip(paths, documents.values(), strict=True):
        write_docx(document, path)
    return printed(paths, folder)


@pytest.fixture
def full(papers: dict[str, list[Page]]) -> list[Page]:
    """Full pages of plain Chinese; the last page may be shorter and is left out."""
    return papers["full"][:-1]


@pytest.fixture
def first_page(papers: dict[str, list[Page]]) -> Page:
    return papers["headed"][0]


@pytest.fixture
def whole_paper(papers: dict[str, list[Page]]) -> list[Page]:
    return papers["whole"]


def near(place: float) -> object:
    """Within a millimetre, as the standard allows for its margins."""
    return pytest.approx(place, abs=1)


def full_lines(page: Page) -> list[Line]:
    return [line for line in page.body if line.right > RIGHT - 3 and line.left < LEFT + 3]


def test_a_full_page_has_22_lines(full: list[Page]) -> None:
    assert len(full) >= 3
    assert {len(page.body) for page in full} == {22}


def test_a_full_line_has_28_characters(full: list[Page]) -> None:
    lines = [line for page in full for line in full_lines(page)]
    assert len(lines) > 50
    assert {len(line.text) for line in lines} == {28}


def test_lines_reach_from_margin_to_margin(full: list[Page]) -> None:
    for line in full_lines(full[0]):
        assert (line.left, line.right) == (near(LEFT), near(RIGHT))


def test_lines_fill_the_page_from_the_upper_margin_to_the_lower(full: list[Page]) -> None:
    pitch = (BOTTOM - TOP) / 22
    for page in full:
        middles = [line.middle for line in page.body]
        assert middles == [near(TOP + pitch * (place + 0.5)) for place in range(22)]


def test_a_figure_is_never_broken_at_the_end_of_a_line(papers: dict[str, list[Page]]) -> None:
    lines = [line.text for page in papers["figures"] for line in page.body]
    starts = [found[0] for line in lines if (found := re.match(r"[\d.%]+", line))]
    assert len(starts) > 10
    assert set(starts) <= {"12000", "95.53%"}


def test_a_paragraph_begins_two_characters_in(full: list[Page]) -> None:
    assert full[0].body[0].left == near(LEFT + 2 * CELL)


def test_pages_are_a4(full: list[Page]) -> None:
    assert {(round(page.width), round(page.height)) for page in full} == {(210, 297)}


def test_page_numbers_stand_outside_right_on_odd_and_left_on_even_pages(full: list[Page]) -> None:
    one_character = 14 * POINT
    for count, page in enumerate(full, start=1):
        assert page.number.text == f"— {count} —"
        if count % 2:
            assert page.number.right == near(RIGHT - one_character)
        else:
            assert page.number.left == near(LEFT + one_character)


def test_the_dash_of_the_page_number_stands_7_mm_below_the_text(full: list[Page]) -> None:
    assert full[0].number.middle == near(BOTTOM + 7)


def test_the_title_stands_in_the_middle_with_a_blank_line_below(first_page: Page) -> None:
    title, heading = first_page.line(TITLE[:6]), first_page.line("一、")
    assert (title.left + title.right) / 2 == near((LEFT + RIGHT) / 2)
    assert 1.5 < (heading.middle - title.middle) / (28.95 * POINT) < 2.5


def test_headings_begin_two_characters_in(first_page: Page) -> None:
    for beginning in ("一、", "（一）", "1."):
        assert first_page.line(beginning).left == near(LEFT + 2 * CELL)


def test_a_name_in_the_list_of_attachments_goes_on_under_its_first_character(
    first_page: Page,
) -> None:
    first, second = first_page.line("附件"), first_page.line("2.")
    rest = first_page.body[first_page.body.index(second) + 1]
    assert first.left == near(LEFT + 2 * CELL)
    assert second.left == near(LEFT + 5 * CELL)
    assert LONG_TITLE.endswith(rest.text)
    assert rest.left == near(LEFT + 6 * CELL)


def test_the_signature_ends_two_characters_before_the_edge_and_the_date_begins_two_later(
    first_page: Page,
) -> None:
    unit, date = first_page.line(LONG_NAME), first_page.line("2025 年 12")
    assert unit.right == near(RIGHT - 2 * CELL)
    assert date.left - unit.left == near(2 * CELL)
    last_name = first_page.body[first_page.body.index(unit) - 1]
    assert (unit.middle - last_name.middle) / (28.95 * POINT) == pytest.approx(2, abs=0.1)


def test_an_attachment_begins_a_page_and_its_title_stands_on_the_third_line(
    whole_paper: list[Page],
) -> None:
    number, title = whole_paper[1].body[:2]
    assert (number.text.replace(" ", ""), title.text) == ("附件1", "新组建企业名单")
    assert (number.left, number.middle) == (near(LEFT), near(TOP + 14.5 * POINT))
    assert 2 <= (title.middle - TOP) / (28.95 * POINT) <= 3.1


def test_the_head_of_a_table_is_printed_again_on_the_next_page(whole_paper: list[Page]) -> None:
    heads = [line.text for line in whole_paper[2].body[:3]]
    assert heads == ["序号", "企业名称", "会员数（人）"]


def test_a_wide_table_lies_on_its_side_within_its_margins(whole_paper: list[Page]) -> None:
    page = whole_paper[3]
    assert (round(page.width), round(page.height)) == (297, 210)
    assert all(line.left >= 35 and line.right <= 297 - 37 for line in page.body)
    assert all(line.top >= 28 and line.bottom <= 210 - 26 for line in page.body)


def test_the_number_of_a_lying_page_keeps_its_place_on_the_sheet(
    papers: dict[str, list[Page]],
) -> None:
    """Held upright, the head of the table is at the left; odd pages' number ends at the right."""
    one_character = 14 * POINT
    even, odd = papers["whole"][3].number, papers["wide"][0].number
    assert (even.text, odd.text) == ("— 4 —", "— 1 —")
    assert even.top == near(28 + one_character)
    assert odd.bottom == near(210 - 26 - one_character)
    for number in (even, odd):
        assert (number.left + number.right) / 2 == near(35 - 7)
        assert number.bottom - number.top > 2 * (number.right - number.left)


def test_page_numbers_run_on_through_the_attachments(whole_paper: list[Page]) -> None:
    assert [page.number.text for page in whole_paper] == [f"— {n} —" for n in range(1, 5)]


def test_the_signature_stands_on_the_page_of_the_text(whole_paper: list[Page]) -> None:
    assert whole_paper[0].body[-2].text == UNIT
