import re
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from tests.core.refusals.disk import refusing
from tests.core.refusals.trying import ERRORS
from tests.ui.support.opened import begun, latin, opened, type_into, visible_buttons, write_button
from ui.kit import LinkList
from ui.pages import OutputPage, output, output_results
from ui.window import SummaryWizard
from unionapp.draft import EditPath, Slot
from unionapp.figures import FINISH, PROFILE, REVIEW
from unionapp.paper import WHAT_IS_MASKED, Document
from unionapp.privacy.personal_data import NAME_FIELD
from unionapp.storage import DraftStore, Stage
from unionapp.system import settings
from unionapp.values import Kind
from unionapp.writers import FileFormat


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore, tmp_path: Path) -> SummaryWizard:
    settings.remember_folder(tmp_path / "文稿")
    return opened(qtbot, store, begun(store, unit="江州三中工会", year="2022"))


def output_page(wizard: SummaryWizard) -> OutputPage:
    wizard.go_to_page(FINISH)
    page = wizard.currentPage()
    assert isinstance(page, OutputPage)
    return page


def written(qtbot: QtBot, page: OutputPage) -> list[str]:
    """Press the button and wait; the names of what was written."""
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.results.files))
    return [file.name for file in page.results.files]


def choice(page: OutputPage, words: str) -> QAbstractButton:
    """What is ticked or chosen by these words."""
    return next(each for each in page.findChildren(QAbstractButton) if each.text() == words)


def choose(page: OutputPage, words: str) -> None:
    choice(page, words).click()


def texts(links: LinkList) -> list[str]:
    return [links.list.item(row).text() for row in range(links.list.count())]


def click(links: LinkList, text: str) -> None:
    item = links.list.item(texts(links).index(text))
    links.list.scrollToItem(item)
    place = links.list.visualItemRect(item).center()
    QTest.mouseClick(links.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def box_of(page: OutputPage, word: str) -> QCheckBox:
    return next(box for box in page.findChildren(QCheckBox) if word in box.text())


def test_both_papers_are_written_into_a_folder_that_was_not_there(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    names = written(qtbot, output_page(wizard))
    assert names == ["江州三中工会2022年度工作总结.docx", "江州三中工会2022年度工作总结附件.xlsx"]
    assert set(names) == {file.name for file in (tmp_path / "文稿").iterdir()}
    with ZipFile(tmp_path / "文稿" / names[0]) as paper:
        assert "江州三中工会" in paper.read("word/document.xml").decode()


def test_only_the_papers_that_are_ticked_are_written(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    page = output_page(wizard)
    box_of(page, "Word").click()
    assert written(qtbot, page) == ["江州三中工会2022年度工作总结附件.xlsx"]
    assert len(list((tmp_path / "文稿").iterdir())) == 1


def test_without_any_paper_ticked_one_is_told_so(qtbot: QtBot, wizard: SummaryWizard) -> None:
    page = output_page(wizard)
    for word in ("Word", "Excel"):
        box_of(page, word).click()
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    assert "先选好" in page.results.sentence
    assert page.results.isVisible()
    box_of(page, "Excel").click()
    assert len(written(qtbot, page)) == 1


def test_a_folder_that_cannot_be_is_told_and_can_be_changed(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    page = output_page(wizard)
    page.folder.entry.setText(str(tmp_path / "file" / "folder"))
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "不能建立文件夹" in page.results.sentence)
    remedy = wizard.focusWidget()
    assert isinstance(remedy, QAbstractButton)
    assert remedy.text() == "换地方…"
    page.folder.entry.setText(str(tmp_path / "other"))
    assert len(written(qtbot, page)) == 2


def test_the_folder_is_offered_again_next_time(
    qtbot: QtBot, store: DraftStore, wizard: SummaryWizard, tmp_path: Path
) -> None:
    page = output_page(wizard)
    page.folder.entry.setText(str(tmp_path / "other"))
    written(qtbot, page)
    again = output_page(opened(qtbot, store, begun(store)))
    assert again.folder.entry.text() == str(tmp_path / "other")


def test_the_button_waits_while_the_papers_are_being_written(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    assert not write_button(page).isEnabled()
    qtbot.waitUntil(write_button(page).isEnabled)


def test_a_window_closed_while_writing_does_not_stop_the_writing(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    page = output_page(wizard)
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    wizard.close()
    folder = tmp_path / "文稿"
    qtbot.waitUntil(lambda: folder.exists() and any(folder.glob("*.xlsx")))


def test_a_paper_in_pdf_is_written_beside_the_others(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    page = output_page(wizard)
    choose(page, "总结（PDF 文件）")
    assert len(written(qtbot, page)) == 3
    paper = tmp_path / "文稿" / "江州三中工会2022年度工作总结.pdf"
    assert paper.read_bytes().startswith(b"%PDF")


def test_what_papers_are_written_as_is_kept(qtbot: QtBot, wizard: SummaryWizard) -> None:
    page = output_page(wizard)
    choose(page, "总结（PDF 文件）")
    choose(page, "附件和统计表（Excel 表格）")
    written(qtbot, page)
    assert OutputPage(wizard.desk).options.forms == (FileFormat.DOCX, FileFormat.PDF)


def test_the_names_of_the_files_are_shown_before_with_those_that_will_be_replaced(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    assert page.folder.names == (
        "江州三中工会2022年度工作总结.docx\n江州三中工会2022年度工作总结附件.xlsx"
    )
    written(qtbot, page)
    qtbot.waitUntil(lambda: page.folder.names.count("将替换上次写出的") == 2)
    choose(page, "存档稿（附检查结果和说明）")
    assert page.folder.names.startswith("江州三中工会2022年度工作总结（存档稿）.docx")
    assert "将替换" not in page.folder.names


def test_a_public_paper_is_never_said_to_hold_nothing_personal(wizard: SummaryWizard) -> None:
    page = output_page(wizard)
    choose(page, "公示稿（遮住个人信息）")
    told = [label.text() for label in page.masked.findChildren(QLabel) if label.isVisible()]
    assert texts(page.masked) == []
    assert f"没有遮住什么。{WHAT_IS_MASKED}" in told
    assert "请通读一遍" in WHAT_IS_MASKED


def test_what_a_public_paper_hides_is_listed_before_it_is_written(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    aid = next(each for each in wizard.desk.template.indicators if each.kind is Kind.PERSONAL)
    wizard.desk.put(EditPath(Slot.VALUE, aid.id, NAME_FIELD), "欧阳春")
    page = output_page(wizard)
    assert not page.masked.isVisible()
    choose(page, "公示稿（遮住个人信息）")
    assert page.masked.isVisible()
    assert f"“欧阳春”→“欧阳×”（{aid.name}）" in texts(page.masked)
    assert written(qtbot, page)[0].endswith("（公示稿）.docx")
    with ZipFile(page.results.files[0]) as paper:
        assert "欧阳春" not in paper.read("word/document.xml").decode()


def test_what_changed_since_the_papers_were_written_is_listed_and_leads_there(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    assert texts(page.changes) == []
    written(qtbot, page)
    assert texts(page.changes) == []
    type_into(wizard, "year", "3")
    output_page(wizard)
    assert texts(page.changes) == ["总结年度：2022年 → 20223年"]
    click(page.changes, "总结年度：2022年 → 20223年")
    assert wizard.page_id() == PROFILE


def test_what_changed_is_still_known_when_the_draft_is_opened_again(
    qtbot: QtBot, store: DraftStore, wizard: SummaryWizard
) -> None:
    written(qtbot, output_page(wizard))
    wizard.desk.put(EditPath(Slot.VALUE, "unit"), "江州四中工会")
    again = output_page(opened(qtbot, store, wizard.desk.session.id))
    assert "工会全称：江州三中工会 → 江州四中工会" in texts(again.changes)


class Desktop:
    """Stands in for the desktop, which is asked to open files."""

    def __init__(self) -> None:
        self.asked: list[Path] = []

    def open(self, address: QUrl) -> bool:
        self.asked.append(Path(address.toLocalFile()))
        return True


def test_the_papers_and_their_folder_can_be_opened(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop()
    monkeypatch.setattr(QDesktopServices, "openUrl", desktop.open)
    page = output_page(wizard)
    written(qtbot, page)
    for button in visible_buttons(page.results):
        assert not latin(button.text())
        if button.text().startswith("打开"):
            button.click()
    assert set(desktop.asked) == {*page.results.files, tmp_path / "文稿"}


def test_the_paper_of_the_chosen_edition_is_shown_as_it_will_be_printed(
    wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Document] = []
    monkeypatch.setattr(output, "show_preview", lambda _parent, paper: shown.append(paper))
    page = output_page(wizard)
    choose(page, "存档稿（附检查结果和说明）")
    next(each for each in visible_buttons(page) if each.text() == "打印预览…").click()
    assert [each.title for each in shown] == ["江州三中工会2022年度工作总结"]
    assert any(each.title == "待填指标" for each in shown[0].attachments)


@pytest.mark.parametrize(("width", "height"), [(1200, 720), (1085, 560)])
def test_the_buttons_keep_their_place_whatever_is_chosen(
    wizard: SummaryWizard, width: int, height: int
) -> None:
    wizard.resize(width, height)
    page = output_page(wizard)
    QApplication.processEvents()
    button = write_button(page)
    before = button.mapTo(page, button.rect().topLeft())
    for press in (
        choice(page, "总结（PDF 文件）"),
        choice(page, "总结（Word 文稿）"),
        choice(page, "公示稿（遮住个人信息）"),
        choice(page, "存档稿（附检查结果和说明）"),
    ):
        press.click()
        QApplication.processEvents()
        assert button.mapTo(page, button.rect().topLeft()) == before
        assert press.visibleRegion().boundingRect().height() == press.height()
    assert button.visibleRegion().boundingRect().size() == button.size()


def test_what_was_written_says_which_edition_it_is(qtbot: QtBot, wizard: SummaryWizard) -> None:
    page = output_page(wizard)
    choose(page, "公示稿（遮住个人信息）")
    written(qtbot, page)
    choose(page, "存档稿（附检查结果和说明）")
    told = [label.text() for label in page.results.findChildren(QLabel)]
    assert re.fullmatch(r"公示稿出好了 2 份，\S+ \d\d:\d\d", told[0])


def test_a_window_that_opens_on_this_page_is_ready_to_write(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store, unit="江州三中工会", year="2022")
    first = opened(qtbot, store, id_)
    output_page(first)
    first.close()
    again = opened(qtbot, store, id_)
    assert again.focusWidget() is write_button(output_page(again))


def test_what_is_shown_and_printed_for_the_file_is_what_is_written(
    qtbot: QtBot, wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Document] = []
    monkeypatch.setattr(output, "show_preview", lambda _parent, paper: shown.append(paper))
    type_into(wizard, "year", "3")
    page = output_page(wizard)
    choose(page, "存档稿（附检查结果和说明）")
    next(each for each in visible_buttons(page) if each.text() == "打印预览…").click()
    written(qtbot, page)
    file = next(each for each in page.results.files if each.suffix == ".docx")
    paragraphs = {paragraph.text for paragraph in docx.Document(str(file)).paragraphs}
    titles = [each.title for each in shown[0].attachments]
    assert "修改记录" in titles
    assert set(titles) <= paragraphs


def test_the_list_of_drafts_learns_that_the_papers_were_written(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore
) -> None:
    assert store.drafts()[0].stage is not Stage.WRITTEN
    written(qtbot, output_page(wizard))
    assert store.drafts()[0].stage is Stage.WRITTEN


def test_there_is_no_empty_box_where_there_is_nothing_to_list(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    assert not page.changes.list.isVisible()
    written(qtbot, page)
    type_into(wizard, "year", "3")
    assert output_page(wizard).changes.list.isVisible()


def test_tab_goes_down_the_page_and_on_to_what_was_written(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    written(qtbot, page)
    page.folder.entry.setFocus()
    word, sheet = (file.name for file in page.results.files)
    words = ["换地方…", "出 2 份稿", "打印…", "打印预览…", "打开文件夹"]
    words += [f"打开{word}", f"打印{word}", f"{word}的更多操作"]
    words += [f"打开{sheet}", f"{sheet}的更多操作"]
    met = []
    for _ in words:
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
        focused = wizard.focusWidget()
        assert isinstance(focused, QAbstractButton)
        met.append(focused.accessibleName())
    assert met == words


def test_what_was_written_can_be_opened_at_once_and_beside_the_help(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.resize(1366, 730)
    page = output_page(wizard)
    written(qtbot, page)
    opener = wizard.focusWidget()
    assert isinstance(opener, QAbstractButton)
    assert opener.text() == "打开文件夹"
    wizard.panels.show_help()
    right = opener.mapTo(wizard, opener.rect().topRight()).x()
    assert right < wizard.panels.help.geometry().left()


def paper_of_word(page: OutputPage) -> Path:
    return next(file for file in page.results.files if file.suffix == ".docx")


def correct(file: Path) -> bytes:
    """Add a sentence to a paper, as in Word; what is in the file from then on."""
    paper = docx.Document(str(file))
    paper.add_paragraph("秘书长改的一句话。")
    paper.save(str(file))
    return file.read_bytes()


def sentences(page: OutputPage) -> list[str]:
    return [label.text() for label in page.changes.findChildren(QLabel)]


def come_back(wizard: SummaryWizard) -> None:
    """Come back to the window from Word."""
    QApplication.sendEvent(wizard, QEvent(QEvent.Type.WindowActivate))


def test_a_corrected_paper_is_kept_beside_the_new_one_and_that_is_said(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    written(qtbot, page)
    paper = paper_of_word(page)
    content = correct(paper)
    written(qtbot, page)
    told = [label.text() for label in page.results.findChildren(QLabel) if label.isVisible()]
    (sentence,) = (each for each in told if "没有覆盖" in each)
    assert sentence.startswith(f"《{paper.name}》写出后改过，没有覆盖，已改名保留为《")
    (kept,) = paper.parent.glob("*（改过的*.docx")
    assert kept.name in sentence
    assert kept.read_bytes() == content
    assert len(list(paper.parent.iterdir())) == 3


def test_nothing_is_said_to_be_unchanged_that_was_not_looked_at(
    qtbot: QtBot, wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = output_page(wizard)
    with monkeypatch.context() as patched:
        patched.setattr(output_results, "standings", lambda *_: {})  # a share that is away
        written(qtbot, page)
        qtbot.waitUntil(lambda: any("出稿以后，草稿没有改过。" in each for each in sentences(page)))
    come_back(wizard)
    qtbot.waitUntil(lambda: any("草稿和写出的文稿都没有改过" in each for each in sentences(page)))


def test_a_paper_that_is_corrected_meanwhile_is_no_longer_said_to_be_unchanged(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    written(qtbot, page)
    qtbot.waitUntil(lambda: any("都没有改过" in each for each in sentences(page)))
    paper = paper_of_word(page)
    correct(paper)
    come_back(wizard)
    changed = f"《{paper.name}》：写出后改过，再出稿时会改名保留"
    qtbot.waitUntil(lambda: texts(page.changes) == [changed])
    qtbot.waitUntil(lambda: "会改名保留" in page.folder.names.splitlines()[0])
    assert "将替换上次写出的" in page.folder.names.splitlines()[1]
    assert not any("没有改过" in each for each in sentences(page))


def test_what_somebody_else_put_there_is_said_to_be_kept_before_and_after(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    folder = tmp_path / "文稿"
    folder.mkdir()
    (folder / "江州三中工会2022年度工作总结.docx").write_bytes(b"of somebody")
    page = output_page(wizard)
    qtbot.waitUntil(lambda: page.folder.names.count("会改名保留") == 1)
    written(qtbot, page)
    (kept,) = folder.glob("*（原有的*.docx")
    assert kept.read_bytes() == b"of somebody"


def test_what_was_written_is_printed_whatever_is_chosen_since(
    qtbot: QtBot, wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Document] = []
    monkeypatch.setattr(output, "ask_and_print", lambda _parent, paper: printed.append(paper))
    page = output_page(wizard)
    choose(page, "存档稿（附检查结果和说明）")
    written(qtbot, page)
    choose(page, "上报稿（报给上级工会）")
    next(each for each in visible_buttons(page.results) if "打印" in each.accessibleName()).click()
    assert any(each.title == "待填指标" for each in printed[0].attachments)


def test_the_button_says_how_many_papers_it_writes(wizard: SummaryWizard) -> None:
    page = output_page(wizard)
    assert write_button(page).text() == "出 2 份稿"
    choose(page, "总结（PDF 文件）")
    assert write_button(page).text() == write_button(page).accessibleName() == "出 3 份稿"


def test_what_is_still_open_is_one_click_away(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    page = output_page(wizard)
    link = next(each for each in visible_buttons(page) if each.text() == "去看看")
    link.click()
    assert wizard.page_id() == REVIEW


def test_how_much_a_form_is_stands_beside_it_and_is_read_out(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    page = output_page(wizard)
    page.show_pages(7)
    assert choice(page, "总结（Word 文稿）").accessibleDescription() == "7页"
    choose(page, "公示稿（遮住个人信息）")
    assert choice(page, "总结（Word 文稿）").accessibleDescription() == ""
    told = choice(page, "附件和统计表（Excel 表格）").accessibleDescription()
    file = next(each for each in map(Path, written(qtbot, page)) if each.suffix == ".xlsx")
    paper = next(each for each in page.results.files if each.name == file.name)
    assert told == f"{len(openpyxl.load_workbook(paper).sheetnames)}张表"


def outcome(qtbot: QtBot, page: OutputPage) -> str:
    """Press the button; the sentence that is told, or nothing where the papers are written."""
    page.results.clear()
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.results.files) or bool(page.results.sentence))
    return "" if page.results.files else page.results.sentence


def content_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize(("first", "number"), [*zip((1, 20, 40, 60), ERRORS, strict=True)])
def test_a_disk_that_refuses_the_papers_leaves_the_old_ones_and_the_draft_open(
    qtbot: QtBot, store: DraftStore, wizard: SummaryWizard, first: int, number: int
) -> None:
    page = output_page(wizard)
    written(qtbot, page)
    folder, corrected = paper_of_word(page).parent, correct(paper_of_word(page))
    before = content_of(folder)
    with refusing(folder, first, number, for_good=first == 1):
        sentence = outcome(qtbot, page)
    assert sentence.startswith("不能建立文件夹") or first > 1
    assert "Errno" not in sentence
    assert content_of(folder) == before or not sentence
    assert corrected in content_of(folder).values()
    type_into(wizard, "unit", "甲")
    qtbot.waitUntil(lambda: store.drafts()[0].summary.unit.count("甲") == 1)
    assert outcome(qtbot, output_page(wizard)) == ""
    assert corrected in content_of(folder).values()
