"""Walks everything that every template declares, against the founding document's figures."""

import csv
import re
from collections import Counter
from itertools import chain, combinations
from typing import NamedTuple

import pytest

from tests.support.places import CASES, EXAMPLES
from tests.support.samples import value
from unionapp.checks import check
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import figures
from unionapp.importing import answers
from unionapp.paper import Attachment, Paragraph, compose
from unionapp.paper.statistics import statistics_of
from unionapp.template import (
    YEAR_AFTER,
    AtMost,
    CountOf,
    Derive,
    Indicator,
    Pair,
    Placeholder,
    Relation,
    Template,
    Total,
    available,
    load,
    suggest,
)
from unionapp.template.clauses import needed, parse, placeholders
from unionapp.values import Kind

# The sections of each kind of union in their usual order, from the preamble to the plans.
SECTIONS = {
    "enterprise": (
        "opening building thought achievement safe_production democratic caring culture women"
        " funds recognition shortcomings next_year"
    ),
    "school": (
        "opening quality building congress open_affairs caring giving women outlook"
    ),
    "subdistrict": (
        "opening basics joining bargaining protection serving learning culture standards"
        " funds shortcomings next_year"
    ),
    "university": (
        "opening thought congress quality serving culture building"
        " recognition shortcomings next_year"
    ),
    "hospital": (
        "opening building democratic achievement caring culture women self_building"
        " recognition shortcomings next_year"
    ),
    "authority": (
        "opening building thought achievement democratic caring culture funds"
        " recognition shortcomings next_year"
    ),
    "federation": (
        "opening thought achievement protection serving joining reform funds self_building central"
        " recognition shortcomings next_year"
    ),
}  # fmt: skip

FEWEST_INDICATORS = {
    "enterprise": 120,
    "school": 60,
    "subdistrict": 120,
    "university": 110,
    "hospital": 110,
    "authority": 90,
    "federation": 180,
}

SEED_RELATIONS = {
    "enterprise": (
        Relation(total=Total(("hazards_fixed", "hazards_in_progress"), "hazards_found")),
        Relation(at_most=AtMost("proposals_implemented", "proposals_collected")),
        Relation(at_most=AtMost("workshop_homes_total", "workshops")),
        Relation(at_most=AtMost("team_homes_total", "teams")),
        Relation(at_most=AtMost("team_open_ledgers", "teams")),
        Relation(pair=Pair("hardship_aid_cases", "hardship_aid_amount")),
        Relation(pair=Pair("study_aid_students", "study_aid_amount")),
        Relation(pair=Pair("sick_visits", "sick_visit_amount")),
    ),
    "school": (Relation(count_of=CountOf("notice_board_places", "notice_boards")),),
    "subdistrict": (
        Relation(count_of=CountOf("new_union_list", "new_unions")),
        Relation(at_most=AtMost("new_union_members", "new_union_employees")),
        Relation(total=Total(("regional_contracts", "industry_contracts"), "federations")),
        Relation(pair=Pair("worker_visits", "worker_visit_amount")),
        Relation(pair=Pair("spring_visits", "spring_visit_amount")),
        Relation(pair=Pair("study_aid_students", "study_aid_amount")),
    ),
}

# What the figures of the kinds of union that the founding document does not have must obey.
OTHER_RELATIONS = {
    "university": (
        Relation(
            total=Total(("motions_filed", "motions_suggestions", "motions_rejected"), "motions")
        ),
        Relation(count_of=CountOf("delegation_table", "delegations")),
        Relation(count_of=CountOf("secondary_table", "secondary_congresses")),
        Relation(pair=Pair("hardship_aid_cases", "hardship_aid_amount")),
    ),
    "hospital": (
        Relation(
            total=Total(("motions_filed", "motions_suggestions", "motions_rejected"), "motions")
        ),
        Relation(total=Total(("hazards_fixed", "hazards_in_progress"), "hazards_found")),
        Relation(count_of=CountOf("notice_board_places", "notice_boards")),
        Relation(pair=Pair("hardship_aid_cases", "hardship_aid_amount")),
    ),
    "authority": (
        Relation(at_most=AtMost("proposals_implemented", "proposals_adopted")),
        Relation(count_of=CountOf("competition_names", "competitions")),
        Relation(pair=Pair("hardship_aid_cases", "hardship_aid_amount")),
        Relation(pair=Pair("sick_visits", "sick_visit_amount")),
    ),
    "federation": (
        Relation(total=Total(("disputes_referred", "disputes_direct"), "disputes_received")),
        Relation(total=Total(("hazards_fixed", "hazards_in_progress"), "hazards_found")),
        Relation(count_of=CountOf("station_table", "rest_stations_new")),
        Relation(at_most=AtMost("subdistrict_new_unions", "new_unions")),
        Relation(at_most=AtMost("new_unions", "subdistrict_new_unions")),
        Relation(pair=Pair("cooling_workers", "cooling_amount")),
        Relation(pair=Pair("study_aid_students", "study_aid_amount")),
        Relation(pair=Pair("winter_visit_families", "winter_visit_amount")),
    ),
}

RELATIONS = SEED_RELATIONS | OTHER_RELATIONS

SEED_RATES = {
    "enterprise": {
        "proposals_implemented_rate": ("proposals_implemented", "proposals_collected"),
        "hazards_fixed_rate": ("hazards_fixed", "hazards_found"),
    },
    "school": {},
    "subdistrict": {
        "migrant_members_rate": ("migrant_members_done", "migrant_members_target"),
        "new_union_membership_rate": ("new_union_members", "new_union_employees"),
    },
}

MEASURE_WORDS = "人名户家个项条件份次场期篇册处对节元万%"
TROUBLE = re.compile(r"，，|，。|。。|：。|、。|（）|“”|[\[\]<>|]|^[，、。]")


class Row(NamedTuple):
    """One figure of the founding document."""

    row: str
    template: str
    item: str
    id: str
    name: str
    unit: str
    kind: str
    printed: str
    relation: str


def seed_rows(template_id: str) -> list[Row]:
    with (CASES / "indicators.tsv").open(encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t"))[1:]
    rows = (Row(*line, *[""] * (9 - len(line))) for line in lines)
    return [row for row in rows if row.template == template_id]


@pytest.fixture(params=SEED_RELATIONS)
def founding(request: pytest.FixtureRequest) -> Template:
    """A template of a kind of union whose summary is in the founding document."""
    return load(request.param)


@pytest.fixture(params=available())
def template(request: pytest.FixtureRequest) -> Template:
    return load(request.param)


def everything(template: Template) -> tuple[Indicator, ...]:
    return (*template.profile, *template.indicators)


def clauses(template: Template) -> list[str]:
    return [clause.text for item in template.items for clause in item.clauses]


def known_places(indicators: tuple[Indicator, ...]) -> set[Placeholder]:
    fields = {Placeholder(each.id, part.id) for each in indicators for part in each.fields}
    return fields | {Placeholder(each.id) for each in indicators if not each.fields}


def relations(template: Template) -> list[Relation]:
    return [relation for section in template.sections for relation in section.relations]


def test_the_sections_stand_in_their_usual_order(template: Template) -> None:
    assert " ".join(section.id for section in template.sections) == SECTIONS[template.id]
    assert [section.heading for section in template.sections].count(False) == 1
    assert not template.sections[0].heading


def test_every_id_and_every_name_is_used_once(template: Template) -> None:
    for ids in (
        [section.id for section in template.sections],
        [item.id for item in template.items],
        [indicator.id for indicator in everything(template)],
        [indicator.name for indicator in everything(template)],
        [each.attachment for each in template.indicators if each.attachment],
    ):
        assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


def test_it_asks_for_as_much_as_a_summary_of_its_kind_tells(template: Template) -> None:
    assert len(template.indicators) >= FEWEST_INDICATORS[template.id]


def test_every_place_in_a_clause_has_an_indicator(template: Template) -> None:
    known = known_places(everything(template)) | {YEAR_AFTER}
    for clause in clauses(template):
        assert set(placeholders(parse(clause))) <= known, clause
        assert needed(parse(clause)), clause


def test_every_indicator_stands_in_a_clause(template: Template) -> None:
    told = {place for clause in clauses(template) for place in placeholders(parse(clause))}
    assert known_places(template.indicators) - told == set()


def test_every_indicator_stands_in_the_sheet(template: Template) -> None:
    sheet = statistics_of(figures(Draft(template)))
    names = [row[1].text for row in sheet.rows]
    assert names == [indicator.name for indicator in template.indicators]


def test_every_relation_and_every_function_names_real_ids(template: Template) -> None:
    known = {indicator.id for indicator in everything(template)}
    named = [functions(relation) for relation in relations(template)]
    derived = [functions(each.derive) for each in everything(template) if each.derive]
    assert set(chain.from_iterable(named + derived)) <= known


def functions(declared: Relation | Derive) -> tuple[str, ...]:
    match declared:
        case Relation(at_most=AtMost(part, whole)):
            return (part, whole)
        case Relation(total=Total(parts, whole)):
            return (*parts, whole)
        case Relation(count_of=CountOf(list_, equals)):
            return (list_, equals)
        case Relation(pair=Pair(persons, amount)):
            return (persons, amount)
        case Derive(column_sum=None):
            several = declared.rate or declared.sum or declared.difference
            return several or (str(declared.count),)
        case Derive(column_sum=column_sum):
            return (column_sum.table,) if column_sum else ()
    raise AssertionError(declared)


def test_no_relation_is_declared_twice(template: Template) -> None:
    assert [each for each, count in Counter(relations(template)).items() if count > 1] == []


def test_the_relations_of_its_kind_are_there(template: Template) -> None:
    assert set(RELATIONS[template.id]) <= set(relations(template))


def test_the_rates_of_the_founding_document_follow_from_their_figures(founding: Template) -> None:
    rates = {each.id: each.derive.rate for each in founding.indicators if each.derive}
    assert SEED_RATES[founding.id].items() <= rates.items()


def test_every_figure_of_the_founding_document_has_its_indicator(founding: Template) -> None:
    at = {each.id: (item.id, each) for item in founding.items for each in item.indicators}
    rows = [row for row in seed_rows(founding.id) if row.kind not in {"phrase", "year"}]
    assert rows
    for row in rows:
        item, indicator = at[row.id]
        unit = "" if row.unit == "-" or row.kind == "frequency" else row.unit
        assert (item, indicator.name, indicator.unit, indicator.kind) == (
            row.item, row.name, unit, row.kind
        )  # fmt: skip


def test_the_fixed_phrases_of_the_founding_document_stand_in_their_items(
    founding: Template,
) -> None:
    texts = {item.id: "".join(each.text for each in item.clauses) for item in founding.items}
    for row in seed_rows(founding.id):
        assert row.kind != "phrase" or row.printed in texts[row.item]


def test_the_profile_says_who_the_union_is(template: Template) -> None:
    profile = {indicator.id: indicator for indicator in template.profile}
    asked = {"unit", "year", "date", "superior", "party", "administration", "theme", "guiding"}
    assert asked <= profile.keys()
    assert (profile["year"].kind, profile["year"].unit) == (Kind.COUNT, "年")


def test_every_section_and_item_guides_the_secretary_in_one_line(template: Template) -> None:
    guides = [each.guide for each in template.sections] + [each.guide for each in template.items]
    for guide in guides:
        assert guide.endswith("。"), guide
        assert "\n" not in guide, guide


def test_titles_carry_no_numbers_of_their_own(template: Template) -> None:
    titles = [each.title for each in template.sections] + [each.title for each in template.items]
    for title in titles:
        assert title
        assert not re.match(r"[一二三四五六七八九十0-9（(]+[、.．）)]", title), title


def test_no_measure_word_follows_a_place(template: Template) -> None:
    for clause in clauses(template):
        assert not re.search(rf"\}}[{MEASURE_WORDS}]", clause), clause


def test_a_list_after_a_verb_is_asked_for_without_it(template: Template) -> None:
    lists = {each.id: each for each in template.indicators if each.kind is Kind.LIST}
    for clause in clauses(template):
        for verb, id_ in re.findall(r"(学习|宣传|讨论)\{(\w+)\}", clause):
            if id_ in lists:
                assert f"不用写“{verb}”二字" in lists[id_].guide, clause


def test_a_clause_reads_well_whatever_is_left_out(template: Template) -> None:
    for clause in clauses(template):
        found = tuple(dict.fromkeys(placeholders(parse(clause))))
        for given in subsets(found):
            text = suggest([clause], given.__contains__)
            assert not TROUBLE.search(text), text
            assert not text or text.endswith("。"), text


def subsets(found: tuple[Placeholder, ...]) -> chain[tuple[Placeholder, ...]]:
    return chain.from_iterable(combinations(found, size) for size in range(len(found) + 1))


def test_nothing_is_said_while_nothing_is_entered(template: Template) -> None:
    assert suggest(clauses(template), lambda _place: False) == ""


def test_next_years_plan_becomes_the_task(template: Template) -> None:
    plans = {each.plan_for for each in template.indicators if each.plan_for}
    tasks = {each.id for each in template.indicators if each.carry == "plan"}
    assert plans == tasks
    assert plans


def test_honours_and_activities_become_attachments(template: Template) -> None:
    titles = {each.id: each.attachment for each in template.indicators if each.kind is Kind.TABLE}
    assert all(titles.values())
    assert {"honour_table", "activity_table"} <= titles.keys()


def test_an_id_is_the_same_kind_of_figure_in_every_template() -> None:
    kinds: dict[str, set[Kind]] = {}
    for each in chain.from_iterable(everything(load(id_)) for id_ in available()):
        kinds.setdefault(each.id, set()).add(each.kind)
    assert {id_: found for id_, found in kinds.items() if len(found) > 1} == {}


def test_every_kind_of_indicator_is_asked_somewhere() -> None:
    asked = {each.kind for id_ in available() for each in everything(load(id_))}
    assert asked == set(Kind)


def test_the_example_is_complete_and_holds_together(template: Template) -> None:
    example = answers.load(EXAMPLES / f"{template.id}.toml")
    found = figures(changed(Draft(example.template), example.changes))
    assert found.blank() == ()
    assert example.notices == ()
    assert check(found) == ()


@pytest.mark.parametrize("id_", ["authority", "hospital", "school", "university"])
def test_a_grade_of_a_workers_home_is_told_in_words_that_are_right_for_each(id_: str) -> None:
    template = load(id_)
    item = next(
        item
        for item in template.items
        if any(indicator.id == "home_grade" for indicator in item.indicators)
    )
    (grade,) = (each for each in item.indicators if each.id == "home_grade")
    assert {"国家级模范", "合格"} <= set(grade.options)
    for option in grade.options:
        answer = Change(EditPath(Slot.VALUE, grade.id), option)
        told = figures(changed(Draft(template), [answer])).text(item).rendered_text
        assert re.fullmatch(f"[^。]+工会现为{option}教?职工之家。", told)


@pytest.mark.parametrize(
    ("id_", "told"),
    [
        ("school", "大会有正式代表42名、列席代表9名参加。"),
        ("federation", "百人以上已建会企业达95%以上。"),
        ("federation", "五一劳动奖章获得者9名，五一劳动奖状3个"),
        ("authority", "文体队伍和场地方面，设职工兴趣小组6个"),
        ("subdistrict", "社区工联会签订区域性集体合同8份，行业性集体合同2份。"),
        ("subdistrict", "截至2025年11月，重点企业工资集体协商建制率达88%。"),
        ("school", "坚持每月一次向教职工公开校务。"),
        ("school", "学校工会现为市级模范教职工之家。"),
        ("university", "出席大会的有正式代表248名，列席代表36名，特邀代表12名。"),
        ("authority", "其中职工活动支出38.2万元，占支出的87.82%，收支相抵结余3.3万元。"),
        ("federation", "其中服务职工支出1238.6万元，占支出的76.24%。"),
    ],
)
def test_a_sentence_reads_well_with_the_figures_of_the_example(id_: str, told: str) -> None:
    example = answers.load(EXAMPLES / f"{id_}.toml")
    composed = compose(figures(changed(Draft(example.template), example.changes)))
    texts = [block.text for block in composed.blocks if isinstance(block, Paragraph)]
    assert any(told in text for text in texts)


@pytest.mark.parametrize("left_out", [None, 0, 1, 2])
def test_a_suggested_text_that_was_made_ones_own_comes_to_its_end(
    template: Template, left_out: int | None
) -> None:
    example = answers.load(EXAMPLES / f"{template.id}.toml")
    entered = [each for each in example.changes if each.path.slot is Slot.VALUE]
    kept = [each for at, each in enumerate(entered) if at % 3 != left_out]
    filled = figures(changed(Draft(example.template), kept))
    texts = {item.id: filled.suggested_text(item) for item in example.template.items}
    own = [Change(EditPath(Slot.NARRATIVE, id_), text) for id_, text in texts.items() if text]
    assert own
    found = check(figures(changed(Draft(example.template), [*kept, *own])))
    assert [
        each for each in found if each.rule in ("unfinished", "doubled_mark", "seam_mark")
    ] == []


def test_the_example_makes_a_summary_of_several_pages(template: Template) -> None:
    example = answers.load(EXAMPLES / f"{template.id}.toml")
    blocks = compose(figures(changed(Draft(example.template), example.changes))).blocks
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    length = sum(len(run.text) for block in paragraphs for run in block.runs)
    assert 1400 < length < 6500
    tables = [each for each in template.indicators if each.attachment]
    assert len([block for block in blocks if isinstance(block, Attachment)]) == len(tables)


def test_what_is_planned_is_told_with_the_year_after(template: Template) -> None:
    plans = next(item for item in template.items for each in item.indicators if each.plan_for)
    wanted = [value("year", "2026"), value("unit", "红星工会"), value("plan_tasks", "办好竞赛")]
    told = figures(changed(Draft(template), wanted)).text(plans).rendered_text
    assert told.startswith("2027年，红星工会")
    without_year = figures(changed(Draft(template), wanted[1:])).text(plans).rendered_text
    assert without_year.startswith("红星工会")
