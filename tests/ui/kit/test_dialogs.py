"""Messages say what is asked and do what their buttons say; files are asked for where there are."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.samples import filled
from ui.kit import Button, ButtonRole, Label, Message, dialogs
from ui.look import Colour, appearance, colour
from ui.pages import output_options
from ui.pages.output_options import OutputFolder
from unionapp.paper import paper_of
from unionapp.system import Appearance, Standing, is_there
from unionapp.writers import FileFormat


def test_without_a_folder_for_documents_a_dialog_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert dialogs.documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert dialogs.documents() == tmp_path / "Documents"


def test_a_folder_that_is_gone_gives_way_to_the_one_above_it(tmp_path: Path) -> None:
    assert dialogs.nearest(str(tmp_path / "文稿" / "2026")) == str(tmp_path)
    assert dialogs.nearest(str(tmp_path)) == str(tmp_path)


@pytest.mark.parametrize("typed", ["长" * 300, "文\0稿", "file/文稿"])
def test_a_name_that_no_disk_has_is_only_not_there(tmp_path: Path, typed: str) -> None:
    (tmp_path / "file").write_text("")
    assert dialogs.nearest(str(tmp_path / typed)) == str(tmp_path)
    assert not is_there(tmp_path / typed)


def test_a_folder_that_is_typed_is_looked_into_beside_the_work_and_after_a_pause(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[tuple[Path, bool]] = []

    def slow(paths: Sequence[Path], _papers: object) -> dict[Path, Standing]:
        looked.append((paths[0], threading.current_thread() is threading.main_thread()))
        return dict.fromkeys(paths, Standing.OURS)

    monkeypatch.setattr(output_options, "standings", slow)
    place = OutputFolder()
    qtbot.addWidget(place)
    with qtbot.waitActive(place):
        place.show()
    place.entry.setFocus()
    paper = paper_of(filled(unit="甲校工会", year="2022"))
    for typed in ("\\\\s", "\\\\server", "\\\\server\\share", str(tmp_path / ("长" * 300))):
        place.entry.setText(typed)
        place.show_names(paper, [FileFormat.DOCX], ())
    assert "将替换" not in place.names
    qtbot.waitUntil(lambda: "将替换" in place.names)
    assert [(path.parent, on_window) for path, on_window in looked] == [
        (tmp_path / ("长" * 300), False)
    ]


@pytest.fixture
def question(qtbot: QtBot) -> Message:
    box = Message(None, "写下的会丢失。", "现在关闭吗？")
    qtbot.addWidget(box)
    box.add("关闭", ButtonRole.DestructiveRole)
    box.begin_at(box.add("不关闭", ButtonRole.RejectRole))
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    return box


def named(box: Message, words: str) -> Button:
    return next(each for each in box.buttons() if each.text() == words)


def test_a_message_is_read_out_whole(question: Message) -> None:
    assert question.accessibleName() == question.text() == "现在关闭吗？\n写下的会丢失。"


def test_a_message_stands_on_a_sheet(question: Message) -> None:
    assert question.grab().toImage().pixelColor(2, 2) == colour(Colour.SHEET)


def test_enter_gives_the_answer_at_which_a_message_begins(question: Message) -> None:
    assert named(question, "不关闭").hasFocus()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert question.chosen is not None
    assert question.chosen.text() == "不关闭"
    assert not question.isVisible()


def test_escape_chooses_nothing(question: Message) -> None:
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert question.chosen is None
    assert not question.isVisible()


def test_a_message_grows_with_what_is_added_to_it(qtbot: QtBot, question: Message) -> None:
    before = question.size()
    question.add_note("草稿在“某文件夹”里。" * 9)
    qtbot.waitUntil(lambda: question.height() > before.height())
    assert question.width() == before.width()
    assert question.accessibleName() == question.text()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_a_message_is_cut(qtbot: QtBot, percent: int) -> None:
    appearance.apply(Appearance(percent))
    try:
        box = Message(None, "没有保存：磁盘满了，草稿现在存不了。" * 9, "现在关闭吗？" * 5)
        qtbot.addWidget(box)
        for words in ("不关闭", "存成文件…", "丢掉并关闭"):
            box.add(words, ButtonRole.ActionRole)
        box.show()
        for label in box.findChildren(Label):
            assert label.height() >= label.heightForWidth(label.width())
        for button in box.buttons():
            assert button.width() >= button.sizeHint().width()
            assert box.rect().contains(QRect(button.mapTo(box, QPoint()), button.size()))
    finally:
        appearance.apply(Appearance())
