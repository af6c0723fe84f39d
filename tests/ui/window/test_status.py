"""The status line: what it says is true at every moment, and stands still while one types."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import compose
from tests.ui.support.opened import begun, opened
from ui.editors.prose import NarrativeEditor
from ui.window import SummaryWizard
from unionapp.storage import DraftStore


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    return opened(qtbot, store, begun(store, unit="甲工会"))


@pytest.fixture
def text(wizard: SummaryWizard) -> NarrativeEditor:
    item = wizard.desk.template.sections[1].items[0]
    wizard.go_to(item.id)
    editor = wizard.currentPage().findChildren(NarrativeEditor)[0]
    editor.edit.setFocus()
    return editor


@pytest.fixture
def words(wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that the line said from now on, one after another."""
    said: list[str] = []
    show = wizard.status._show

    def note(sentence: str) -> None:
        said.append(sentence)
        show(sentence)

    monkeypatch.setattr(wizard.status, "_show", note)
    return said


def test_typing_that_is_saved_in_time_changes_no_word(
    qtbot: QtBot, wizard: SummaryWizard, text: NarrativeEditor, words: list[str]
) -> None:
    keys = QTimer(interval=40)
    keys.timeout.connect(lambda: compose(text.edit, "", "好"))
    for _ in range(2):
        with qtbot.waitSignal(wizard.desk.saved):
            keys.start()
    keys.stop()
    assert {sentence.partition(" ")[0] for sentence in words} == {"已保存"}


def test_what_waits_for_long_is_said_to_wait(
    qtbot: QtBot, wizard: SummaryWizard, text: NarrativeEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.window.status._PATIENCE", 20)
    compose(text.edit, "", "好")
    qtbot.waitUntil(lambda: wizard.status.sentence == "正在保存……")
    wizard.desk.flush()
    assert wizard.status.sentence == f"已保存 {wizard.desk.saved_until:%H:%M:%S}"


def test_what_was_typed_a_moment_ago_is_not_said_to_wait(
    wizard: SummaryWizard, text: NarrativeEditor, words: list[str]
) -> None:
    compose(text.edit, "", "好")
    wizard.status._look_at_waiting()
    assert not words
    wizard.desk.flush()
    wizard.status._look_at_waiting()
    assert len(words) == 1
