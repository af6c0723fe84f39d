"""The editions: masked for the public, with its records for the file."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.support.places import CASES
from tests.support.samples import PERSON, PLANTED, WHO, filled, narrative, planted, value
from unionapp.checks import check, explanation_path
from unionapp.cli import main
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Document,
    Edition,
    Paragraph,
    Table,
    Title,
    compose,
    paper_of,
)
from unionapp.paper.rewriting import rewritten
from unionapp.text import letters_of
from unionapp.writers import FileFormat, export

FACTORY = CASES / "factory-filled.toml"
UNEQUAL = {"found": "118", "fixed": "115", "open": "2"}


def explained(why: str) -> Change:
    """Why the hazards do not add up."""
    (finding,) = (each for each in check(filled(**UNEQUAL)) if each.rule == "total")
    return Change(explanation_path(finding), why)


def text_of(document: Document) -> str:
    return repr(document)


def test_the_public_edition_masks_personal_values_in_text_and_sheet() -> None:
    paper = paper_of(filled(*PERSON), Edition.PUBLIC)
    assert "志远" not in text_of(paper.document)
    assert "机修车间" not in text_of(paper.document)
    paragraph = next(block for block in paper.document.blocks if isinstance(block, Paragraph))
    assert paragraph.text == "××职工欧阳××得到了帮助。"


def test_a_name_that_the_draft_knows_is_masked_wherever_it_stands() -> None:
    note = Change(EditPath(Slot.NOTE, "found"), "欧阳志远提供")
    own = narrative("plans", "继续帮助欧阳志远。")
    paper = paper_of(filled(*PERSON, own, note, new_list=(("欧阳志远公司",),)), Edition.PUBLIC)
    assert "志远" not in text_of(paper.document)
    assert "继续帮助欧阳××。" in text_of(paper.document)


def test_a_workplace_beside_the_name_of_its_person_is_masked() -> None:
    text = "机修车间欧阳志远得到帮助。机 修车间的欧阳 志远已经痊愈。机修车间评为先进。"
    paper = paper_of(filled(*PERSON, narrative("plans", text)), Edition.PUBLIC)
    assert "××欧阳××得到帮助。××的欧阳××已经痊愈。机修车间评为先进。" in text_of(paper.document)


def test_a_workplace_typed_beside_the_live_name_is_masked() -> None:
    text = narrative("aid", "机修车间的{recipient.name}得到帮助。")
    paper = paper_of(filled(*PERSON, text), Edition.PUBLIC)
    assert "××的欧阳××得到帮助。" in text_of(paper.document)


def test_a_given_name_that_somebody_is_called_by_is_masked() -> None:
    text = "志远同志患病。机修车间志 远师傅好转。宁静志远的文化。"
    paper = paper_of(filled(*PERSON, narrative("plans", text)), Edition.PUBLIC)
    assert "××同志患病。××××师傅好转。宁静志远的文化。" in text_of(paper.document)
    assert "志远" in {each.found for each in paper.masked}


def test_a_workplace_stays_where_nobody_is_named() -> None:
    text = "机修车间举办竞赛，机修车间夺冠。"
    paper = paper_of(filled(*PERSON, narrative("plans", text)), Edition.PUBLIC)
    assert text in text_of(paper.document)


@pytest.mark.parametrize("off", ["aid", "care"])
def test_what_is_told_of_a_person_where_nothing_is_written_is_masked_elsewhere(off: str) -> None:
    text = "机修车间欧阳志远得到帮助，志远同志好转。"
    figures = filled(*PERSON, Change(EditPath(Slot.OFF, off), "1"), narrative("plans", text))
    paper = paper_of(figures, Edition.PUBLIC)
    assert "××欧阳××得到帮助，××同志好转。" in text_of(paper.document)
    assert {each.where for each in paper.masked} == {"明年打算正文"}


def test_everything_that_was_masked_is_listed_for_a_look() -> None:
    paper = paper_of(filled(*PERSON, narrative("plans", "电话13812345678。")), Edition.PUBLIC)
    assert {"欧阳志远", "机修车间", "13812345678"} <= {each.found for each in paper.masked}


def test_what_was_masked_is_placed_by_a_name_that_repeats_no_other_secret() -> None:
    text = "欧阳志远电话13812345678，机修车间志远同志住院。"
    paper = paper_of(filled(*PERSON, narrative("plans", text)), Edition.PUBLIC)
    assert ("13812345678", "明年打算正文") in {(each.found, each.where) for each in paper.masked}
    assert not [each for each in paper.masked if "志远" in each.where or "1381" in each.where]


def test_the_public_edition_of_the_factory_holds_no_secret_in_any_part_of_any_file(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(FACTORY), "--to", str(out), "--edition", "public"]) == 0
    files = list(out.iterdir())
    assert sorted(file.name for file in files) == [
        "第一分厂工会2022年度工作总结（公示稿）.docx",
        "第一分厂工会2022年度工作总结（公示稿）附件.xlsx",
    ]
    for file in files:
        texts = dict(_texts(file))
        assert not [part for part, text in texts.items() if "志远" in text or "肾病" in text]
        assert any("欧阳××" in text for text in texts.values())


# A name and a telephone in ways of writing that the draft does not know: with spaces, with what
# nobody sees between, with marks on the letters, with points.
DISGUISED = [
    PLANTED,
    "欧\u2060阳\u200b志\ufeff远，１３９\u00a0００１３\u2003８０００",
    "欧\U000e0100阳志\ufe00远，𝟏𝟑𝟗𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
    "欧•阳‧志・远，139.0013.8000",
    "欧．阳 志\t远，1\ufe0f3\ufe0f900138000",
]


@pytest.mark.parametrize("disguised", DISGUISED)
def test_what_is_planted_everywhere_is_in_no_part_of_any_public_file(
    tmp_path: Path, disguised: str
) -> None:
    paper = paper_of(planted(disguised), Edition.PUBLIC, "a1b2")
    for file in export(paper, tmp_path, [FileFormat.DOCX, FileFormat.XLSX]).files:
        assert "志远" not in letters_of(file.name)
        told = dict(_texts(file))
        assert any("****" in text for text in told.values())
        for part, text in told.items():
            assert "志远" not in letters_of(text), part
            assert "13900138000" not in re.sub(r"[-\W]", "", letters_of(text)), part


@pytest.mark.parametrize("name", ["⾼⽂⼭", "髙文山", "高 文\u200b山"])
def test_a_name_copied_from_a_pdf_is_masked_with_the_illness_beside_it(name: str) -> None:
    person = (value("recipient", "高文山", "name"), value("recipient", "尿毒症", "workplace"))
    text = narrative("plans", f"慰问{name}同志，⾼⽂⼭患尿\u200b毒 症。")
    told = text_of(paper_of(filled(*person, text), Edition.PUBLIC).document)
    assert "慰问高××同志，高××患××。" in told


def test_a_figure_as_long_as_a_telephone_is_published_as_it_is() -> None:
    document = paper_of(planted(), Edition.PUBLIC).document
    assert "13812345678元" in "".join(
        block.text for block in document.blocks if isinstance(block, Paragraph)
    )
    assert [cell.number for cell in document.statistics.rows[6] if cell.number] != []
    (table,) = (each.table for each in document.attachments)
    assert [row[2].text for row in table.rows] == ["12", "13812345678"]


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    """All text and all attributes of each part, whatever characters the file writes them with."""
    with zipfile.ZipFile(file) as package:
        for part in package.namelist():
            root = etree.fromstring(package.read(part))
            attributes = (str(value) for node in root.iter() for value in node.attrib.values())
            yield part, "".join(map(str, root.itertext())) + " ".join(attributes)


def test_the_edition_for_the_superior_is_the_composed_document_itself() -> None:
    figures = filled(*PERSON, **WHO)
    assert paper_of(figures).document == compose(figures)


def test_the_edition_for_the_file_lists_what_is_blank_found_and_explained() -> None:
    note = Change(EditPath(Slot.NOTE, "found"), "三级合计")
    dated = Change(EditPath(Slot.AS_OF, "fixed"), "11月底")
    source = Change(EditPath(Slot.SOURCE, "fixed"), "月报")
    paper = paper_of(filled(note, dated, source, found="3", fixed="4"), Edition.FILE)
    tables = {
        block.title: block.table for block in paper.document.blocks if isinstance(block, Attachment)
    }
    assert {"待填指标", "检查结果", "数据说明"} <= set(tables)
    told = [[cell.text for cell in row] for row in tables["数据说明"].rows]
    assert told[:2] == [
        ["查出隐患", "3项", "三级合计"],
        ["已整改隐患", "4项", "数据截至11月底；来源：月报"],
    ]


def test_the_file_names_what_is_blank_a_section_a_row() -> None:
    figures = filled(found="3", **WHO)
    paper = paper_of(figures, Edition.FILE)
    (table,) = (each.table for each in paper.document.attachments if each.title == "待填指标")
    rows = {row[0].text: row[1].text for row in table.rows}
    titles = [section.title for section in figures.draft.template.sections]
    assert list(rows) == [title for title in titles if title in rows]
    assert rows[titles[0]].startswith("检查期间、已整改隐患、正在整改隐患")
    told = [name for text in rows.values() for name in text.removesuffix("。").split("、")]
    assert told == [figures.name(id_) for id_ in figures.blank()]


def test_a_record_has_no_column_in_which_nothing_stands() -> None:
    def heads(*changes: Change) -> list[str]:
        paper = paper_of(filled(*changes, **UNEQUAL), Edition.FILE)
        found = {each.title: each.table for each in paper.document.attachments}["检查结果"]
        return [column.title for column in found.columns]

    assert heads() == ["位置", "内容"]
    assert heads(explained("有1项跨年")) == ["位置", "内容", "说明"]


def test_the_file_keeps_what_was_found_where_and_why_it_is_right() -> None:
    text = narrative("aid", "办理补助{cases}。")
    figures = filled(text, explained("有1项跨年整改"), **UNEQUAL)
    document = paper_of(figures, Edition.FILE).document
    (found,) = [each.table for each in document.attachments if each.title == "检查结果"]
    told = {row[0].text: row[2].text for row in found.rows}
    assert told["查出隐患"] == "有1项跨年整改"
    assert told["困难帮扶正文"] == ""
    assert repr(document).count("有1项跨年整改") == 1


def said_beside() -> Figures:
    return filled(
        Change(EditPath(Slot.NOTE, "found"), "三级合计"),
        Change(EditPath(Slot.SOURCE, "found"), "安监部月报"),
        explained("有1项跨年整改"),
        Change(EditPath(Slot.NOTE, "aid"), "已请示主席"),
        **UNEQUAL,
    )


def test_the_public_is_told_no_note_no_source_and_no_explanation(tmp_path: Path) -> None:
    paper = paper_of(said_beside(), Edition.PUBLIC)
    assert "备注" not in [column.title for column in paper.document.statistics.columns]
    for file in export(paper, tmp_path, [FileFormat.DOCX, FileFormat.XLSX]).files:
        told = "".join(text for _, text in _texts(file))
        for words in ("三级合计", "安监部月报", "跨年整改", "请示", "来源"):
            assert words not in told


def test_the_superior_is_told_notes_and_sources_but_no_explanation(tmp_path: Path) -> None:
    files = export(paper_of(said_beside()), tmp_path, [FileFormat.DOCX, FileFormat.XLSX]).files
    told = "".join(text for file in files for _, text in _texts(file))
    assert "三级合计；来源：安监部月报" in told
    assert "跨年整改" not in told
    assert "请示" not in told


def test_a_paper_with_nothing_to_record_has_no_empty_attachment() -> None:
    titles = [each.title for each in paper_of(filled(found="3"), Edition.FILE).document.attachments]
    assert "数据说明" not in titles


def test_an_attachment_that_records_follow_is_numbered_in_the_list_and_on_its_page() -> None:
    figures = filled(new_list=(("甲公司", "120"),))
    document = paper_of(figures, Edition.FILE, "", (("2022-12-07", "“查出隐患”"),)).document
    (listed,) = (block.names for block in document.blocks if isinstance(block, AttachmentList))
    assert len(listed) > 1
    assert tuple(each.title for each in document.attachments) == listed
    labels = [each.label for each in document.attachments]
    assert labels == [f"附件{number}" for number in range(1, len(listed) + 1)]


def test_a_paper_keeps_the_id_of_its_draft() -> None:
    paper = paper_of(filled(found="3"), Edition.PUBLIC, "a1b2")
    assert paper.document.origin.draft == "a1b2"
    assert paper.document.origin.template == filled().draft.template.id


def test_a_name_that_a_break_of_the_title_divides_is_masked() -> None:
    found = rewritten(
        Document("", "", "", (Title(("欧阳志", "远的总结")),), Table((), ())),
        lambda text: text.replace("欧阳志远", "欧阳××"),
    )
    assert found.blocks == (Title(("欧阳××的总结",)),)


def test_the_edition_for_the_file_tells_its_history() -> None:
    history = (("2022-12-07 10:31", "“查出隐患”"), ("2022-12-07 10:30", "“困难补助”"))
    paper = paper_of(filled(found="3"), Edition.FILE, "abc", history)
    last = list(paper.document.attachments)[-1]
    assert last.title == "修改记录"
    assert [tuple(cell.text for cell in row) for row in last.table.rows] == list(history)
    assert "修改记录" not in text_of(
        paper_of(filled(found="3"), Edition.REPORT, "", history).document
    )
