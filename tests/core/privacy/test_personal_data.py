"""What is declared to be personal in tables and texts of one's own, and masked for the public."""

import zipfile
from pathlib import Path

import pytest

from tests.support.samples import filled, narrative, value
from unionapp.draft import Change, CustomIndicator, EditPath, Slot, changed
from unionapp.draft.custom_parts import add_indicator, change_indicator
from unionapp.errors import TemplateError
from unionapp.figures import Figures, figures
from unionapp.paper import Edition, Paragraph, compose, paper_of
from unionapp.privacy import masked, suggested_by
from unionapp.template import Personal, decode, source
from unionapp.values import Kind
from unionapp.writers import FileFormat, export

COLUMNS = (
    CustomIndicator("姓名", personal=Personal.NAME),
    CustomIndicator("困难原因", personal=Personal.PRIVATE),
    CustomIndicator("金额", Kind.MONEY, "元"),
)
ROWS = (("王建国（二车间）", "尿毒症", "3000"), ("欧阳志远、李红梅", "无", "2000"))
TEXT = "慰问王建国、欧阳 志远，建国同志患尿毒症。"


def listed(*more: Change, rows: tuple[tuple[str, ...], ...] = ROWS) -> Figures:
    """A draft with a custom table of people, and with a text that speaks of them."""
    empty = filled()
    added = add_indicator(empty.draft, "plans", CustomIndicator("慰问名单", Kind.TABLE), COLUMNS)
    table = value(added.id, rows)
    return figures(changed(empty.draft, [*added.changes, table, narrative("plans", TEXT), *more]))


def cells(known: Figures) -> list[list[str]]:
    paper = paper_of(known, Edition.PUBLIC)
    (table,) = (each.table for each in paper.document.attachments)
    return [[cell.text for cell in row[1:]] for row in table.rows]


def test_a_stored_column_says_plainly_whether_it_is_personal() -> None:
    known = listed()
    (rows,) = (
        typed for path, typed in known.draft.answers.items() if path.slot is Slot.CUSTOM_COLUMNS
    )
    assert [row[1:] for row in rows] == [
        ("姓名", "text", "", "name"),
        ("困难原因", "text", "", "private"),
        ("金额", "money", "元", ""),
    ]
    table = known.draft.template.indicators[-1]
    assert [(each.kind, each.unit, each.personal) for each in table.columns] == [
        (Kind.TEXT, "", Personal.NAME),
        (Kind.TEXT, "", Personal.PRIVATE),
        (Kind.MONEY, "元", Personal.NOT),
    ]


def test_personal_cells_are_masked_by_kind_and_the_others_stay() -> None:
    assert cells(listed()) == [["王××（××）", "××", "3000"], ["欧阳××、李××", "无此项", "2000"]]


def test_who_stands_in_a_table_is_masked_in_every_text() -> None:
    paper = paper_of(listed(), Edition.PUBLIC)
    assert "慰问王××、欧阳××，××同志患××。" in repr(paper.document)
    assert "尿毒症" not in repr(paper.document)
    assert ("王建国", "王××", "明年打算正文") in {
        (each.found, each.shown, each.where) for each in paper.masked
    }


def test_no_public_file_holds_who_stands_in_a_table(tmp_path: Path) -> None:
    for file in export(
        paper_of(listed(), Edition.PUBLIC), tmp_path, [FileFormat.DOCX, FileFormat.XLSX]
    ).files:
        with zipfile.ZipFile(file) as package:
            told = "".join(
                package.read(part).decode("utf-8", "ignore") for part in package.namelist()
            )
        for secret in ("建国", "志远", "红梅", "尿毒症"):
            assert secret not in told


def test_the_superior_is_told_the_names() -> None:
    (table,) = (each.table for each in compose(listed()).attachments)
    assert table.rows[0][1].text == "王建国（二车间）"


def test_words_of_the_trade_in_a_column_of_names_are_masked_in_their_own_cells_alone() -> None:
    words = ("一线环卫工人", "职工", "会员、困难职工", "低收入家庭", "财务部")
    text = "慰问一线环卫工人，服务职工和会员，走访困难职工、低收入家庭和财务部，帮助王建国。"
    rows = (*((each, "其他", "1") for each in words), ("王建国、职工", "无", "1"))
    known = listed(narrative("safety", text), rows=rows)
    assert [row[0] for row in cells(known)][:2] == ["一×××××", "职×"]
    told = repr(paper_of(known, Edition.PUBLIC).document)
    assert text.replace("王建国", "王××") in told
    assert "服务职工" in told


def test_a_reason_that_many_have_is_masked_beside_its_person_alone() -> None:
    rows = (("王建国", "低保", "1"), ("李红梅", "患重病", "2"), ("张秋生", "58", "3"))
    text = (
        "为低保和患重病家庭办实事580次。王建国低保，补助1元。"
        "李红梅因患重病住院。张秋生58岁，补助580元。"
    )
    known = listed(narrative("safety", text), rows=rows)
    shown = "为低保和患重病家庭办实事580次。王××××，补助1元。李××因××住院。张××××岁，补助580元。"
    assert shown in repr(paper_of(known, Edition.PUBLIC).document)
    assert [row[1] for row in cells(known)] == ["××", "××", "××"]


def test_a_name_that_happens_to_stand_in_the_words_of_the_template_leaves_them_alone() -> None:
    text = "办理困难补助，助困同志、难补师傅得到帮助。"
    known = listed(narrative("safety", text), rows=(("难补", "无", "1"),))
    told = repr(paper_of(known, Edition.PUBLIC).document)
    assert "办理困难补助，助困同志、难×师傅得到帮助。" in told


def test_who_stands_in_a_table_that_is_not_written_is_masked_elsewhere() -> None:
    figures_ = listed(narrative("safety", TEXT), Change(EditPath(Slot.OFF, "plans"), "1"))
    document = paper_of(figures_, Edition.PUBLIC).document
    assert "慰问王××、欧阳××" in repr(document)
    assert "建国" not in repr(document)


def test_the_texts_of_masked_figures_tell_masked_names_and_the_figures_before_stay() -> None:
    table = listed().draft.template.indicators[-1]
    known = listed(narrative("safety", f"走访{{{table.id}}}。"))
    item = next(each for each in known.draft.template.items if each.id == "safety")
    assert "王建国" in known.text(item).rendered_text
    public = masked(known)
    assert public.text(item).rendered_text == "走访王××（××）；欧阳××、李××。"
    assert "王建国" in known.text(item).rendered_text


def test_a_row_that_sums_up_is_nobody() -> None:
    rows = (*ROWS, ("合计", "合计", "5000"))
    known = listed(narrative("safety", "合计补助5000元。"), rows=rows)
    assert cells(known)[-1] == ["合计", "合计", "5000"]
    assert "合计补助5000元。" in repr(paper_of(known, Edition.PUBLIC).document)


def test_a_custom_text_that_is_a_name_is_masked() -> None:
    empty = filled()
    wanted = CustomIndicator("受助人", personal=Personal.NAME)
    added = add_indicator(empty.draft, "plans", wanted)
    typed = value(added.id, "王建国")
    known = figures(changed(empty.draft, [*added.changes, typed]))
    document = paper_of(known, Edition.PUBLIC).document
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert told == ["受助人：王××。"]
    assert "建国" not in repr(document)


def test_a_custom_column_can_be_said_to_be_personal_later() -> None:
    draft = filled().draft
    added = add_indicator(
        draft, "plans", CustomIndicator("名单", Kind.TABLE), [CustomIndicator("姓名")]
    )
    draft = changed(draft, [*added.changes, value(added.id, (("王建国",),))])
    column = draft.template.indicators[-1].columns[0]
    named = CustomIndicator("姓名", personal=Personal.NAME, id=column.id)
    table = CustomIndicator("名单", Kind.TABLE, id=added.id)
    draft = changed(draft, change_indicator(draft, table, [named]))
    assert draft.template.indicators[-1].columns[0].personal is Personal.NAME
    assert cells(figures(draft)) == [["王××"]]


def test_a_template_can_declare_a_personal_column() -> None:
    plain = '{ id = "winner", name = "获得者", width = 3 }'
    declared = source("school").replace(plain, plain.replace(" }", ', personal = "name" }'))
    honours = next(each for each in decode(declared, "").indicators if each.id == "honour_table")
    assert [each.personal for each in honours.columns if each.id == "winner"] == [Personal.NAME]


def test_what_is_no_text_is_not_personal() -> None:
    plain = '{ id = "month", name = "授予时间", kind = "date", width = 3 }'
    declared = source("school").replace(plain, plain.replace(" }", ', personal = "name" }'))
    with pytest.raises(TemplateError, match="只有文字的列才能写"):
        decode(declared, "")


@pytest.mark.parametrize(
    ("heading", "personal"),
    [
        ("姓名", Personal.NAME),
        ("职工姓名", Personal.NAME),
        ("姓 名（全名）", Personal.NAME),
        ("受助人", Personal.NAME),
        ("申请人", Personal.NAME),
        ("职工名字", Personal.NAME),
        ("名字", Personal.NAME),
        ("病情", Personal.PRIVATE),
        ("困难原因", Personal.PRIVATE),
        ("身份证号", Personal.PRIVATE),
        ("联系电话", Personal.PRIVATE),
        ("企业名称", Personal.NOT),
        ("部门名字", Personal.NOT),
        ("慰问对象", Personal.NOT),
        ("帮扶对象", Personal.NOT),
        ("困难职工", Personal.NOT),
        ("慰问职工", Personal.NOT),
        ("困难户", Personal.NOT),
        ("困难职工人数", Personal.NOT),
        ("慰问品", Personal.NOT),
    ],
)
def test_a_heading_suggests_whether_its_texts_are_personal(
    heading: str, personal: Personal
) -> None:
    assert suggested_by(heading) is personal


def test_hundreds_of_names_are_masked_in_hundreds_of_cells() -> None:
    names = tuple((f"王{chr(0x4E00 + at)}{chr(0x5E00 + at)}", "尿毒症", "1") for at in range(800))
    known = listed(rows=names)
    shown = cells(known)
    assert {row[0] for row in shown} == {"王××"}
