"""Findings: what a colleague would notice."""

import pytest

from tests.support.samples import filled, narrative, value
from unionapp.checks import CHECKS, Finding, Severity, check
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures
from unionapp.values import Typed, is_total_entry


def rules(figures: Figures) -> list[str]:
    return [finding.rule for finding in check(figures)]


def message(figures: Figures, rule: str) -> Finding:
    return next(finding for finding in check(figures) if finding.rule == rule)


def test_an_empty_draft_has_no_findings() -> None:
    assert check(filled()) == ()


def test_an_unreadable_entry_is_an_error_with_its_name() -> None:
    finding = message(filled(found="三十几"), "unreadable")
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith("“查出隐患”")
    assert finding.where.id == "found"


def test_a_finding_says_in_which_entry_or_text_it_stands() -> None:
    last_year = Change(EditPath(Slot.PREVIOUS, "found"), "三十几")
    found = check(filled(last_year, narrative("aid", "补助××人。"), fixed="很多"))
    assert {each.where for each in found} == {
        EditPath(Slot.PREVIOUS, "found"),
        EditPath(Slot.VALUE, "fixed"),
        EditPath(Slot.NARRATIVE, "aid"),
    }


def test_a_lost_leading_digit_is_told() -> None:
    assert "leading_zero" in rules(filled(amount=".98"))


def test_parts_that_do_not_add_up_are_told_with_their_figures() -> None:
    finding = message(filled(found="118", fixed="115", open="2"), "total")
    assert all(figure in finding.message for figure in ("118项", "115项", "2项", "117", "差1"))


@pytest.mark.parametrize("found", ["", "110余", "117"])
def test_nothing_is_told_of_parts_that_add_up_or_can_not_be_added(found: str) -> None:
    assert "total" not in rules(filled(found=found, fixed="115", open="2"))


def test_a_part_over_its_whole_is_told() -> None:
    assert "at_most" in rules(filled(found="3", fixed="4"))
    assert "at_most" not in rules(filled(found="4", fixed="4"))


def test_a_list_that_is_not_as_long_as_said_is_told() -> None:
    rows = (("甲公司", "1"), ("乙公司", "2"))
    assert "count_of" in rules(filled(new_unions="3", new_list=rows))
    assert "count_of" not in rules(filled(new_unions="2", new_list=rows))


def test_persons_without_money_are_told_until_it_is_said_that_there_was_none() -> None:
    assert message(filled(cases="5"), "pair").where.id == "amount"
    assert message(filled(amount="5"), "pair").where.id == "cases"
    assert "pair" not in rules(filled(cases="5", amount="无"))


@pytest.mark.parametrize(("cell", "told"), [("20余", "是概数20余人"), ("", "没有数")])
def test_the_cell_for_which_a_column_does_not_add_up_is_named(cell: str, told: str) -> None:
    figures = filled(new_list=(("甲公司", "120"), ("乙公司", cell)), new_unions="2")
    finding = message(figures, "untotalled")
    assert finding.message.startswith(
        f"“新建工会名单”第2行（乙公司）的“会员数”{told}，这一列就不合计"
    )
    assert finding.where.id == "new_list"
    assert "count_of" not in rules(figures)


@pytest.mark.parametrize("cell", ["80", "无", "不公开", "很多"])
def test_a_column_that_adds_up_or_is_told_of_already_is_no_finding(cell: str) -> None:
    assert "untotalled" not in rules(filled(new_list=(("甲公司", "120"), ("乙公司", cell))))


def test_a_rate_over_100_percent_is_told() -> None:
    assert "rate_over_full" in rules(filled(found="3", fixed="4"))


def test_a_sentence_that_was_held_back_is_told_with_what_is_missing() -> None:
    finding = message(filled(narrative("aid", "今年补助{cases}。")), "held_back")
    assert "今年补助" in finding.message
    assert "困难补助" in finding.message


def test_a_held_back_sentence_is_named_by_its_item_and_its_first_words() -> None:
    text = "{cases}、金额{amount}。工会“送温暖”走访慰问困难职工和劳动模范，共{cases}。"
    found = check(filled(narrative("aid", text), amount="900"))
    first, second = (each.message for each in found if each.rule == "held_back")
    assert first.startswith("“困难帮扶”里的“［困难补助］、金额900元。”这句话没有印出")
    assert second.startswith("“困难帮扶”里的“工会‘送温暖’走访慰问困难职工和劳动模范…”这句话")
    assert second.endswith("因为“困难补助”待填。")


def test_a_sentence_is_not_said_to_be_blank_when_its_figure_is_withheld() -> None:
    finding = message(filled(narrative("aid", "今年补助{cases}。"), cases="不公开"), "held_back")
    assert "“困难补助”不公开" in finding.message


@pytest.mark.parametrize("left", ["{nobody}", "{recipient}", "待填", "××余万元", "**人次"])
def test_what_stands_in_a_text_for_a_figure_is_found(left: str) -> None:
    assert left in message(filled(narrative("aid", f"今年补助{left}。")), "leftover").message


@pytest.mark.parametrize("text", ["走访××市职工3人。", "3×4米。", "受助人王××。"])
def test_a_name_with_a_mask_is_no_leftover(text: str) -> None:
    assert "leftover" not in rules(filled(narrative("aid", text)))


@pytest.mark.parametrize("year", ["2022余", "2022万", "99999", "0"])
def test_what_is_no_year_is_told_and_a_year_is_not(year: str) -> None:
    assert year.rstrip("万") in message(filled(year=year), "year").message
    assert "year" not in rules(filled(year="2022")) + rules(filled(year="无"))


def test_a_figure_that_the_own_text_leaves_out_is_hinted_at() -> None:
    figures = filled(narrative("aid", "补助{cases}。"), cases="3", amount="900")
    assert [f.where.id for f in check(figures) if f.rule == "untold"] == ["amount"]


def test_a_figure_whose_clause_waits_for_another_is_hinted_at() -> None:
    assert [f.where.id for f in check(filled(amount="900")) if f.rule == "untold"] == ["amount"]


def test_errors_come_first() -> None:
    figures = filled(narrative("aid", "好。"), value("found", "三十几"), cases="3", amount="9")
    severities = [finding.severity for finding in check(figures)]
    assert severities == sorted(severities, key=list(Severity).index)


def test_no_check_fails_on_what_can_not_be_read() -> None:
    wild: dict[str, Typed] = {
        "found": "1_000",
        "new_list": (("a", "b", "c"),),
        "period": "2022年13月",
        "amount": "nan",
    }
    assert {rule for each in CHECKS for rule in (f.rule for f in each(filled(**wild)))} == {
        "unreadable"
    }


def test_entries_are_told_in_the_order_in_which_they_are_asked_for() -> None:
    figures = filled(amount="nan", found="nan", cases="nan", open="nan")
    assert [finding.where.id for finding in check(figures)] == ["found", "open", "cases", "amount"]


@pytest.mark.parametrize(("year", "told"), [("22", True), ("2022", False), ("3022", True)])
def test_a_year_that_is_none_is_told(year: str, told: bool) -> None:
    assert ("year" in rules(filled(year=year))) is told


@pytest.mark.parametrize(
    ("year", "times"), [("22", 1), ("1948", 1), ("1949", 0), ("2099", 0), ("2100", 1), ("99999", 1)]
)
def test_a_bad_year_is_told_once(year: str, times: int) -> None:
    assert rules(filled(year=year)).count("year") == times


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("培训100人人。", "培训100人人"),
        ("培训100人人参加。", "培训100人人"),
        ("建家5个个。", "建家5个个"),
        ("拨款3万元元。", "拨款3万元元"),
        ("拨款3.5万元万元。", "拨款3.5万元万元"),
        ("参加120人次人。", "参加120人次人"),
        ("达到95%%。", "达到95%%"),
        ("补助{cases}人次。", "补助6人次人次"),
        ("补助{amount}元。", "补助8000元元"),
        ("十余户户。", "十余户户"),
    ],
)
def test_a_unit_said_twice_is_quoted(text: str, quoted: str) -> None:
    found = message(filled(narrative("aid", text), cases="6", amount="8000"), "doubled_unit")
    assert found.message == f"正文里的“{quoted}”把单位写了两遍，请删去一个。"
    assert found.where.id == "aid"


@pytest.mark.parametrize(
    "text",
    [
        "3项项目、5个个人、20家家庭、7家家电企业、2022年年底、8个个体户。",
        "人人参与，一个个走访，一家家慰问，100人人均500元。",
        "{cases}参加，金额{amount}，第3期期刊。",
        "12月月底、5条条例、2022年年度总结。",
    ],
)
def test_a_word_that_begins_like_its_unit_is_not_said_twice(text: str) -> None:
    assert "doubled_unit" not in rules(filled(narrative("aid", text), cases="6", amount="8000"))


def test_a_row_of_a_table_that_sums_up_the_others_is_told() -> None:
    rows = (("甲公司", "12"), ("乙公司", "8"), ("合计", "20"))
    found = message(filled(new_list=rows), "total_row")
    assert found.where.id == "new_list"
    assert found.message == (
        "“新建工会名单”第3行是“合计”，会当作一项算进去；合计由程序算，请删去这一行。"
    )
    assert "total_row" not in rules(filled(new_list=(("合计电器公司", "12"),)))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("合计", True),
        ("总计：12人", True),
        ("小 计", True),
        ("合计 454", True),
        ("合计电器", False),
    ],
)
def test_an_entry_of_a_list_that_is_a_total_is_known(entry: str, told: bool) -> None:
    assert is_total_entry(entry) is told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("办理补助{cases}，其中", "办理补助6人次，其中"),
        ("办理补助，其中。", "办理补助，其中。"),
        ("走访困难职工", "走访困难职工"),
        ("走访职工、", "走访职工、"),
        ("走访了一批生活上确有困难的职工，", "…批生活上确有困难的职工，"),
        ("主要做法有：", "主要做法有："),
        ("走访职工，\n办理补助。", "走访职工，"),
        ("办理补助{cases}", "办理补助6人次"),
        ("他说：“好”", "他说：‘好’"),
    ],
)
def test_a_text_that_breaks_off_is_told_with_its_last_words(text: str, last: str) -> None:
    found = message(filled(narrative("aid", text), cases="6"), "unfinished")
    assert found.message == (
        f"“困难帮扶”的正文写到“{last}”就停了，像是没有写完；请写完，或补上句号。"
    )
    assert (found.where.id, found.severity) == ("aid", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "办理补助。",
        "大家说：“好！”",
        "（办理补助6人次。）",
        "主要做法有：\n一、走访职工；\n二、办理补助。",
        "一、走访\n走访职工。",
        "办理补助……",
        "",
    ],
)
def test_nothing_is_told_of_a_text_that_comes_to_its_end(text: str) -> None:
    found = rules(filled(narrative("aid", text), cases="6", amount="5"))
    assert not {"unfinished", "doubled_mark"} & {*found}


@pytest.mark.parametrize("marks", ["，，", "。。", "，。", "、，", "！。"])
def test_marks_typed_twice_are_quoted(marks: str) -> None:
    found = message(filled(narrative("aid", f"走访职工{marks}办理补助。")), "doubled_mark")
    assert f"“走访职工{marks}”的标点重了" in found.message
