"""Next year's draft from this year's."""

import pytest

from tests.support.samples import WHO, filled, narrative, value
from unionapp import template as templates
from unionapp.checks import check
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, Progress, figures
from unionapp.figures.progress import pages
from unionapp.storage.starting.next_year import next_year
from unionapp.values import State


def year_after(this_year: Figures) -> Figures:
    return figures(changed(Draft(this_year.draft.base), next_year(this_year)))


def test_figures_become_last_years_and_this_years_are_blank() -> None:
    after = year_after(filled(found="118", amount="3.68万", cases="20余"))
    assert after.previous("found").exact_amount == 118
    assert after.previous("amount").exact_amount == 36800
    assert after.value("found").state is State.BLANK
    assert after.previous("cases") == filled(cases="20余").value("cases")


def test_who_the_union_is_stays_and_the_year_goes_on_by_one() -> None:
    after = year_after(filled(**WHO))
    assert (after.printed("unit"), after.printed("year")) == ("红星厂工会", "2023年")
    assert after.printed("date") == ""


def test_what_goes_with_the_year_is_marked_until_confirmed_and_who_the_union_is_is_not() -> None:
    known = [value("theme", "凝心聚力"), *(value(id_, typed) for id_, typed in WHO.items())]
    after = year_after(figures(changed(Draft(templates.load("school")), known)))
    assert after.printed("theme") == "凝心聚力"
    (found,) = [each for each in check(after) if each.rule == "carried"]
    assert (found.where.id, found.message) == ("theme", "“年度主题”是从上年带来的，请核对后确认。")
    assert pages(after, {found.where.id})[0].progress is Progress.FAULTY


def test_theme_and_guiding_thought_go_with_the_year_in_every_template() -> None:
    for id_ in templates.available():
        profile = {each.id: each.carry for each in templates.load(id_).profile}
        assert profile["theme"] == profile["guiding"] == ""
        assert profile["unit"] == profile["party"] == "value"


def test_plans_become_tasks() -> None:
    template = templates.load("subdistrict")
    plan = next(each for each in template.indicators if each.plan_for == "migrant_members_target")
    this_year = figures(changed(Draft(template), [value(plan.id, "4000")]))
    assert year_after(this_year).printed("migrant_members_target") == "4000人"


def test_narratives_are_carried_and_marked_until_confirmed() -> None:
    after = year_after(filled(narrative("plans", "继续努力。"), **WHO))
    assert after.draft.text(Slot.NARRATIVE, "plans") == "继续努力。"
    assert [f.where.id for f in check(after) if f.rule == "carried"] == ["plans"]
    confirmed = changed(after.draft, [Change(EditPath(Slot.CARRIED, "plans"), None)])
    assert not [f for f in check(figures(confirmed)) if f.rule == "carried"]


def test_a_suggested_text_that_was_emptied_stays_empty_until_somebody_says_otherwise() -> None:
    after = year_after(filled(narrative("aid", ""), **WHO))
    assert after.draft.answers[EditPath(Slot.NARRATIVE, "aid")] == ""
    (told,) = [f for f in check(after) if f.rule == "carried"]
    assert told.where.id == "aid"
    assert told.message == (
        "“困难帮扶”的正文上年清空了，今年也没有写；不写请确认，要写请恢复建议正文。"
    )


def test_an_empty_text_is_not_carried_where_nothing_is_suggested() -> None:
    after = year_after(filled(narrative("plans", ""), **WHO))
    assert EditPath(Slot.NARRATIVE, "plans") not in after.draft.answers


@pytest.mark.parametrize(
    ("text", "stale"), [("2022年开展竞赛。", True), ("2023年开展竞赛。", False)]
)
def test_a_year_that_has_passed_in_a_carried_text_is_told(text: str, stale: bool) -> None:
    after = year_after(filled(narrative("plans", text), **WHO))
    assert ("past_year" in {finding.rule for finding in check(after)}) is stale


def test_the_outline_is_carried() -> None:
    off = Change(EditPath(Slot.OFF, "safety"), "1")
    after = year_after(filled(off, found="3"))
    assert [section.id for section in after.draft.template.sections] == ["care", "plans"]


def test_what_could_not_be_read_is_not_carried() -> None:
    after = year_after(filled(found="三十几", unit="**"))
    assert after.draft.answers == {}
