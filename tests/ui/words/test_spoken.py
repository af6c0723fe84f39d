"""How it is found out whether every word that is painted is said of the control that paints it."""

from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.support.shown import show
from tests.ui.support.words import lines_painted_on, unspoken_words
from ui.editors.prose.document import OBJECT


def test_a_word_that_is_painted_and_not_said_is_noticed(qtbot: QtBot) -> None:
    button = QPushButton("出稿")
    show(qtbot, button)
    assert [*unspoken_words(button)] == []
    button.setAccessibleName("写")
    assert [*unspoken_words(button)] == ["QPushButton: 出稿"]


def test_what_a_row_of_a_list_says_counts_as_the_words_of_the_list(qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.addItems(["一、组织建设", "二、维权"])
    show(qtbot, rows)
    assert lines_painted_on(rows.viewport()) == ["一、组织建设", "二、维权"]
    assert [*unspoken_words(rows)] == []


def test_a_line_of_two_scripts_is_one_line(qtbot: QtBot) -> None:
    label = QLabel("会员 412 人（含 R&D）")
    show(qtbot, label)
    assert lines_painted_on(label) == ["会员 412 人（含 R&D）"]


def test_a_picture_in_a_text_says_nothing(qtbot: QtBot) -> None:
    edit = QTextEdit()
    edit.setPlainText(f"会员{OBJECT}人")
    show(qtbot, edit)
    assert "会员" in "".join(lines_painted_on(edit.viewport()))
