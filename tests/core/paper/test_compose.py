"""From figures to the finished paper."""

from decimal import Decimal

import pytest

from tests.support.samples import WHO, filled, narrative, value
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures
from unionapp.paper import (
    AttachmentList,
    Cell,
    CellFormat,
    Document,
    Heading,
    Origin,
    Paragraph,
    Run,
    Signature,
    Title,
    compose,
)
from unionapp.text import chinese_number


def outline(document: Document) -> list[str]:
    return [
        f"{block.number}{block.text}" if isinstance(block, Heading) else block.text
        for block in document.blocks
        if isinstance(block, Heading | Paragraph)
    ]


def row_of(document: Document, name: str) -> tuple[Cell, ...]:
    return next(row for row in document.statistics.rows if row[1].text == name)


def test_a_section_without_content_takes_its_number_with_it() -> None:
    document = compose(filled(narrative("plans", "再接再厉。"), cases="3"))
    assert outline(document) == [
        "一、服务职工",
        "办理困难补助3人次。",
        "二、下一步打算",
        "再接再厉。",
    ]


def test_items_are_numbered_when_there_are_several() -> None:
    assert outline(compose(filled(cases="3", new_unions="2"))) == [
        "一、服务职工",
        "（一）困难帮扶",
        "办理困难补助3人次。",
        "（二）新建工会",
        "新建工会2家。",
    ]


def test_a_figure_in_the_text_carries_the_id_of_its_indicator() -> None:
    document = compose(filled(cases="3", amount="3.68万"))
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert paragraph.runs == (
        Run("办理困难补助"),
        Run("3人次", "cases"),
        Run("，金额"),
        Run("36800元", "amount"),
        Run("。"),
    )


def test_the_secretarys_own_text_stays_live() -> None:
    own = narrative("aid", "今年补助{cases}，人人满意。\n金额{amount}。")
    assert outline(compose(filled(own, cases="3")))[1:] == ["今年补助3人次，人人满意。"]
    assert outline(compose(filled(own, cases="4", amount="9")))[1:] == [
        "今年补助4人次，人人满意。",
        "金额9元。",
    ]


@pytest.mark.parametrize("state", ["", "待填", "**", "无", "不公开"])
def test_no_sentence_is_printed_with_a_hole(state: str) -> None:
    assert outline(compose(filled(cases=state, amount="9"))) == []


def test_a_zero_is_printed() -> None:
    assert "办理困难补助0人次。" in outline(compose(filled(cases="0")))


def test_title_signature_and_attachments_stand_in_official_order() -> None:
    document = compose(filled(new_list=(("甲公司", "120"), ("乙公司", "80")), **WHO))
    assert document.blocks[0] == Title(("红星厂工会2022年度工作总结",))
    assert AttachmentList(("新建工会名单",)) in document.blocks
    assert document.blocks[-2] == Signature("红星厂工会", "2022年12月7日")
    attachment = next(document.attachments)
    assert (attachment.label, attachment.title) == ("附件", "新建工会名单")
    assert [column.title for column in attachment.table.columns] == [
        "序号",
        "企业名称",
        "会员数（人）",
    ]
    assert attachment.table.rows[1] == (
        Cell("2", Decimal(2), CellFormat.COUNT),
        Cell("乙公司"),
        Cell("80", Decimal(80), CellFormat.COUNT),
    )
    assert attachment.table.totals[-1] == Cell("200", Decimal(200), CellFormat.COUNT)


def test_a_column_that_nobody_filled_is_left_out_of_the_table() -> None:
    table = next(compose(filled(new_list=(("甲公司",), ("乙公司",)))).attachments).table
    assert [column.title for column in table.columns] == ["序号", "企业名称"]
    assert (len(table.rows), table.totals) == (2, ())


def test_a_long_title_breaks_after_the_unions_name() -> None:
    unit = "翠竹街道社区卫生服务中心工会委员会"
    assert compose(filled(**{**WHO, "unit": unit})).blocks[0] == Title((unit, "2022年度工作总结"))


def test_the_sheet_holds_every_indicator_with_last_year_and_change() -> None:
    last = Change(EditPath(Slot.PREVIOUS, "found"), "131")
    note = Change(EditPath(Slot.NOTE, "found"), "三级合计")
    document = compose(filled(last, note, found="118", period="2022年1-11月"))
    row = row_of(document, "查出隐患")
    assert [cell.text for cell in row[:6]] == ["安全生产", "查出隐患", "项", "118", "131", "-13"]
    assert (row[3].number, row[5].number) == (Decimal(118), Decimal(-13))
    assert (row[6].text, row[7].text, row[8].text) == ("-9.92%", "2022年1—11月", "三级合计")
    assert row[3].indicator == "found"


def test_blank_zero_not_applicable_and_withheld_differ_in_the_sheet() -> None:
    texts = []
    for typed in ("", "0", "无", "不公开"):
        texts.append(row_of(compose(filled(found=typed)), "查出隐患")[3].text)
    assert texts == ["待填", "0", "无此项", "不公开"]


def test_a_qualified_figure_is_text_in_the_sheet_and_has_no_change() -> None:
    last = Change(EditPath(Slot.PREVIOUS, "found"), "131")
    row = row_of(compose(filled(last, found="110余")), "查出隐患")
    assert (row[3].text, row[3].number, row[5].text) == ("110余", None, "")


def test_a_personal_indicator_stands_in_text_and_sheet() -> None:
    who = (value("recipient", "欧阳志远", "name"), value("recipient", "机修车间", "workplace"))
    document = compose(filled(*who))
    assert "机修车间职工欧阳志远得到了帮助。" in outline(document)
    assert row_of(document, "受助职工")[3].text == "欧阳志远　机修车间"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (36, "三十六"),
        (100, "一百"),
        (105, "一百零五"),
        (118, "一百一十八"),
        (200, "二百"),
    ],
)
def test_headings_count_in_chinese(number: int, text: str) -> None:
    assert chinese_number(number) == text


def test_composing_is_a_view_of_the_figures() -> None:
    figures: Figures = filled(cases="3")
    assert compose(figures) == compose(figures)


def test_the_sheet_names_a_unit_once_and_never_another() -> None:
    document = compose(filled(amount="4509.5", cases="120余"))
    assert [cell.text for cell in row_of(document, "困难补助金额")[2:4]] == ["元", "4509.50"]
    assert row_of(document, "困难补助")[3].text == "120余"


def test_a_rate_changes_by_points_and_a_figure_without_a_base_has_no_rate_of_change() -> None:
    def previous(id_: str, typed: str) -> Change:
        return Change(EditPath(Slot.PREVIOUS, id_), typed)

    document = compose(filled(previous("found", "0"), found="3", fixed="3"))
    assert row_of(document, "查出隐患")[6].text == ""
    assert row_of(document, "整改率")[6].text == ""


def test_the_first_figures_of_both_years_are_charted_by_their_units() -> None:
    last = [Change(EditPath(Slot.PREVIOUS, id_), "100") for id_ in ("found", "fixed", "cases")]
    document = compose(filled(*last, found="118", fixed="90余", cases="3", amount="4"))
    charts = {chart.title: chart.table.rows for chart in document.charts}
    titles = [f"本年与上年对比（单位：{unit}）" for unit in ("项", "人次")]
    assert list(charts) == titles
    (row,) = charts[titles[0]]
    assert [cell.text for cell in row] == ["查出隐患（项）", "100", "118"]


def test_the_explanations_say_dates_notes_and_what_the_words_mean() -> None:
    note = Change(EditPath(Slot.NOTE, "found"), "三级合计")
    rows = compose(filled(note, found="118", period="2022年1-11月", **WHO)).explanations.rows
    texts = [tuple(cell.text for cell in row) for row in rows]
    assert ("数据截至", "查出隐患", "2022年1—11月") in texts
    assert ("备注", "查出隐患", "三级合计") in texts
    assert ("用语", "待填", "还没有填写，不是零。") in texts


def test_notes_stand_among_the_explanations_and_why_something_is_right_does_not() -> None:
    notes = [Change(EditPath(Slot.NOTE, id_), f"{id_}无误") for id_ in ("year", "cases")]
    reasons = [Change(EditPath(Slot.REASON, id_), f"{id_}无误") for id_ in ("aid", "found")]
    rows = compose(filled(*notes, *reasons)).explanations.rows
    noted = [tuple(cell.text for cell in row)[1:] for row in rows if row[0].text == "备注"]
    assert noted == [
        ("困难补助", "cases无误"),
        ("年度", "year无误"),
    ]


def test_a_paper_knows_the_template_that_it_was_made_from() -> None:
    figures = filled()
    template = figures.draft.template
    assert compose(figures).origin == Origin(template.id, template.version)


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ({}, "工作总结"),
        ({"unit": "红星厂工会"}, "红星厂工会工作总结"),
        ({"year": "2022"}, "2022年度工作总结"),
        (WHO, "红星厂工会2022年度工作总结"),
    ],
)
def test_a_title_never_has_a_hole(who: dict[str, str], title: str) -> None:
    assert compose(filled(**who)).title == title


@pytest.mark.parametrize("typed", ["凝心聚力", "“凝心聚力”", '"凝心聚力"'])
def test_quotation_marks_are_never_doubled(typed: str) -> None:
    own = narrative("plans", "以“{period}”为主题。")
    assert outline(compose(filled(own, period=typed)))[-1] == "以“凝心聚力”为主题。"


def test_a_text_typed_in_lines_stands_in_one() -> None:
    document = compose(filled(unit="甲厂\n工会", year="2022", date="2022-12-07"))
    assert document.title == "甲厂工会2022年度工作总结"
    assert Signature("甲厂工会", "2022年12月7日") in document.blocks


def test_a_derived_figure_that_does_not_follow_is_not_asked_for() -> None:
    row = row_of(compose(filled(found="近300", fixed="3")), "整改率")
    assert row[3].text == "—"
    legend = {told[1].text: told[2].text for told in compose(filled()).explanations.rows}
    assert legend["—"] == "由程序算出的数，所依据的数没有填或者是概数，没有算。"


def test_the_workbook_says_up_to_when_a_figure_counts_and_where_it_comes_from() -> None:
    said = (
        Change(EditPath(Slot.AS_OF, "found"), "2022.10.31"),
        Change(EditPath(Slot.SOURCE, "found"), "安监部月报"),
        Change(EditPath(Slot.NOTE, "found"), "三级合计"),
    )
    document = compose(filled(*said, found="118", period="2022年1-11月"))
    row = row_of(document, "查出隐患")
    assert [cell.text for cell in row[7:]] == ["2022年10月31日", "三级合计；来源：安监部月报"]
    texts = [tuple(cell.text for cell in row) for row in document.explanations.rows]
    assert ("数据截至", "查出隐患", "2022年10月31日") in texts
    assert ("来源", "查出隐患", "安监部月报") in texts
    assert ("备注", "查出隐患", "三级合计") in texts


def test_a_date_that_is_no_date_is_told_as_it_was_typed() -> None:
    said = Change(EditPath(Slot.AS_OF, "found"), "三季度末")
    assert row_of(compose(filled(said, found="118")), "查出隐患")[7].text == "三季度末"
