"""What was found is told where it is, and before the papers are written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import type_in
from tests.ui.support.opened import begun, opened, write_button
from ui.editors.field import ValueEditor
from ui.pages import OutputPage
from ui.section import SectionPage
from ui.section.card import Card
from ui.section.card_findings import FindingNote
from ui.window import SummaryWizard
from unionapp.checks import Finding, Severity, explanation_path
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import FINISH
from unionapp.storage import open_store


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> SummaryWizard:
    store = open_store(tmp_path)
    wizard = opened(qtbot, store, begun(store, unit="城东初级中学工会", year="2022"))
    wizard.desk.put_all(
        [
            Change(EditPath(Slot.VALUE, "notice_boards"), "3"),
            Change(EditPath(Slot.VALUE, "notice_board_places"), ("会计室", "大厅")),
        ]
    )
    return wizard


def card_of(wizard: SummaryWizard) -> Card:
    wizard.go_to("notice_boards")
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    return next(card for card in page.cards if card.item.id == "openness")


def has_more_to_do(wizard: SummaryWizard) -> bool:
    """Whether the window still waits for a pause in typing, to look for findings then."""
    timers = wizard.findChildren(QTimer)
    return any(timer.isSingleShot() and timer.isActive() for timer in timers)


def told_on(card: Card) -> str:
    """What a person reads of findings on a card."""
    return "\n".join(note.finding.message for note in card.notes if note.isVisible())


def test_a_finding_stands_on_its_card_until_it_is_mended(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    card = card_of(wizard)
    qtbot.waitUntil(lambda: "列了2个" in told_on(card))
    wizard.desk.put(EditPath(Slot.VALUE, "notice_boards"), "2")
    qtbot.waitUntil(lambda: not told_on(card))


def test_a_finding_stands_above_its_entry_and_can_be_explained_there(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    card = card_of(wizard)
    qtbot.waitUntil(lambda: "列了2个" in told_on(card))
    (note,) = card.notes
    editor = card.editor("notice_board_places")
    assert editor is not None
    qtbot.waitUntil(lambda: 0 < editor.mapTo(card, QPoint()).y() - bottom_of(note, card) < 20)
    assert note.explain is not None
    QTest.mouseClick(note.explain, Qt.MouseButton.LeftButton)
    explanation = note.explanation
    assert explanation is not None
    type_in(explanation, "一块坏了")
    assert has_more_to_do(wizard)
    qtbot.waitUntil(lambda: not has_more_to_do(wizard))
    assert explanation.hasFocus()
    QTest.keyClick(explanation, Qt.Key.Key_Return)
    assert wizard.desk.figures.draft.reasons("notice_board_places") == ("一块坏了",)
    qtbot.waitUntil(lambda: not told_on(card))


def bottom_of(note: FindingNote, card: Card) -> int:
    return note.mapTo(card, QPoint()).y() + note.height()


def test_tab_reaches_what_can_be_done_about_a_finding_before_its_entry(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    card = card_of(wizard)
    qtbot.waitUntil(lambda: "列了2个" in told_on(card))
    (note,) = card.notes
    editor = card.editor("notice_board_places")
    assert editor is not None
    for button in note.buttons:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Tab)
    assert note.buttons
    assert wizard.focusWidget() is editor.focusProxy()


def test_what_cannot_be_read_is_told_once_at_its_entry(qtbot: QtBot, wizard: SummaryWizard) -> None:
    wizard.desk.put(EditPath(Slot.VALUE, "notice_boards"), "很多")
    card = card_of(wizard)
    qtbot.waitUntil(lambda: any("很多" in each.message for each in wizard.desk.findings))
    qtbot.waitUntil(lambda: "列了2个" not in told_on(card))
    editor = card.editor("notice_boards")
    assert isinstance(editor, ValueEditor)
    assert "很多" in editor.hint.text()
    assert editor.hint.isVisible()
    assert "很多" not in told_on(card)


def test_what_has_to_be_mended_cannot_be_explained_away(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    unreadable = Finding(
        "unreadable",
        Severity.ERROR,
        "“很多”里没有读得懂的数。",
        EditPath(Slot.VALUE, "notice_boards"),
        (),
    )
    note = FindingNote(unreadable, wizard.desk)
    qtbot.addWidget(note)
    assert note.explain is None


def test_the_papers_page_says_how_much_is_open_and_stops_nobody(wizard: SummaryWizard) -> None:
    wizard.go_to_page(FINISH)
    page = wizard.currentPage()
    assert isinstance(page, OutputPage)
    assert "还有1处问题没有处理" in page.open_points.text()
    assert write_button(page).isEnabled()


def test_an_explanation_is_shown_again_where_its_finding_is_shown_again(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    finding = next(each for each in wizard.desk.findings if each.where.id == "notice_board_places")
    wizard.desk.put(explanation_path(finding), "一块坏了")
    note = FindingNote(finding, wizard.desk)
    qtbot.addWidget(note)
    note.begin_explaining()
    assert note.explanation is not None
    assert note.explanation.text() == "一块坏了"
    QTest.keyClick(note.explanation, Qt.Key.Key_End)
    QTest.keyClicks(note.explanation, "25")
    assert note.explanation.text() == "一块坏了25"
    assert wizard.desk.figures.draft.text(*explanation_path(finding)) == "一块坏了25"
