import pytest

from tests.support.samples import TEMPLATE, WHO, filled, narrative, value
from unionapp.figures import FINISH, PROFILE, REVIEW, Figures, Progress
from unionapp.figures.progress import gaps, page_ids, page_of, pages

SAFETY = {"period": "11月", "found": "118", "fixed": "115", "open": "3"}


def progress_of(figures: Figures, page: str, *found: str) -> Progress | None:
    return next(each.progress for each in pages(figures, found) if each.id == page)


def numbers(figures: Figures) -> dict[str, str]:
    return {page.id: page.number for page in pages(figures)}


def test_the_pages_are_who_the_union_is_then_the_sections_then_a_look_over_then_the_papers() -> (
    None
):
    assert page_ids(TEMPLATE) == (PROFILE, "safety", "care", "plans", REVIEW, FINISH)
    assert tuple(page.id for page in pages(filled())) == page_ids(TEMPLATE)


def test_each_page_tells_how_much_was_found_on_it_and_how_much_is_missing() -> None:
    found = {page.id: page.found for page in pages(filled(), ["found", "found", "aid"])}
    assert found == {PROFILE: 0, "safety": 2, "care": 1, "plans": 0, REVIEW: 3, FINISH: 0}
    missing = {page.id: page.missing for page in pages(filled(**WHO, **SAFETY))}
    assert missing == {PROFILE: 0, "safety": 0, "care": 5, "plans": 0, REVIEW: 0, FINISH: 0}


@pytest.mark.parametrize(
    ("id_", "page"),
    [
        ("unit", PROFILE),
        ("found", "safety"),
        ("aid", "care"),
        ("new_list", "care"),
        ("plans", "plans"),
        ("unknown", PROFILE),
    ],
)
def test_an_id_leads_to_its_page(id_: str, page: str) -> None:
    assert page_of(TEMPLATE, id_) == page


def test_nothing_filled_is_empty() -> None:
    assert progress_of(filled(), PROFILE) is Progress.EMPTY
    assert progress_of(filled(), "safety") is Progress.EMPTY


def test_some_filled_is_begun() -> None:
    assert progress_of(filled(found="118"), "safety") is Progress.BEGUN


def test_all_asked_filled_is_complete_for_derived_figures_fill_themselves_in() -> None:
    assert progress_of(filled(**SAFETY), "safety") is Progress.COMPLETE
    assert progress_of(filled(**WHO), PROFILE) is Progress.COMPLETE


def test_not_applicable_and_withheld_count_as_filled() -> None:
    told = SAFETY | {"open": "无此项", "period": "不公开"}
    assert progress_of(filled(**told), "safety") is Progress.COMPLETE


def test_an_unreadable_entry_is_a_fault() -> None:
    assert progress_of(filled(found="很多很多"), "safety") is Progress.FAULTY


def test_an_unreadable_part_of_a_table_is_a_fault() -> None:
    assert progress_of(filled(new_list=(("甲公司", "很多很多"),)), "care") is Progress.FAULTY


@pytest.mark.parametrize("where", ["found", "fixed_rate", "safety"])
def test_a_finding_at_a_figure_or_an_item_is_a_fault(where: str) -> None:
    assert progress_of(filled(**SAFETY), "safety", where) is Progress.FAULTY


def test_a_finding_elsewhere_is_none() -> None:
    assert progress_of(filled(**SAFETY), "safety", "cases") is Progress.COMPLETE


def test_a_finding_in_the_profile_is_shown_there() -> None:
    assert progress_of(filled(**WHO), PROFILE, "date") is Progress.FAULTY


def test_a_section_that_asks_for_nothing_is_complete_when_it_says_something() -> None:
    assert progress_of(filled(), "plans") is Progress.EMPTY
    told = filled(narrative("plans", "明年继续努力。"))
    assert progress_of(told, "plans") is Progress.COMPLETE


def test_a_narrative_begins_a_section() -> None:
    told = filled(narrative("safety", "全年无事故。"))
    assert progress_of(told, "safety") is Progress.BEGUN


@pytest.mark.parametrize("page", [REVIEW, FINISH])
def test_looking_over_and_writing_the_papers_have_no_progress(page: str) -> None:
    assert progress_of(filled(**WHO), page) is None


def test_a_page_has_the_number_that_is_printed_before_its_heading() -> None:
    figures = filled(narrative("plans", "明年继续努力。"), found="118")
    assert numbers(figures) == {
        PROFILE: "",
        "safety": "一、",
        "care": "",
        "plans": "二、",
        REVIEW: "",
        FINISH: "",
    }


def test_gaps_are_named_in_the_order_of_the_pages() -> None:
    figures = filled(value("recipient", "王某", "name"), **(WHO | SAFETY | {"found": ""}))
    told = [(gap.page, gap.name) for gap in gaps(figures)]
    assert told == [
        ("safety", "查出隐患"),
        ("care", "困难补助"),
        ("care", "困难补助金额"),
        ("care", "新建工会"),
        ("care", "新建工会名单"),
    ]


def test_a_gap_in_the_profile_is_named_first() -> None:
    assert gaps(filled())[0].id == "unit"
    assert gaps(filled())[0].page == PROFILE
