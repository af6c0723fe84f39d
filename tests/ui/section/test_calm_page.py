"""A page that stands still while one types in it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import type_in
from tests.ui.support.opened import entry_of, opened
from ui.editors import Binding, Hint
from ui.editors.prose.narrative import Restoring
from ui.section import SectionPage
from ui.section.card import Card
from ui.section.rows import FigureRow
from ui.window import SummaryWizard
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import begin
from unionapp.storage.starting.next_year import MARK
from unionapp.system import data_folder

CARRIED = (
    Change(EditPath(Slot.VALUE, "employees"), "412"),
    Change(EditPath(Slot.CARRIED, "employees"), MARK),
)


@pytest.fixture
def wizard(qtbot: QtBot) -> SummaryWizard:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, "enterprise", CARRIED))
    entry_of(wizard, "employees")
    return wizard


def card_of(wizard: SummaryWizard) -> Card:
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    return page.cards[0]


def face_of(wizard: SummaryWizard, id_: str, slot: Slot) -> QWidget:
    bindings = card_of(wizard).findChildren(Binding)
    face = next(each for each in bindings if each.path == EditPath(slot, id_)).parent()
    assert isinstance(face, QWidget)
    return face


def tops(wizard: SummaryWizard) -> list[int]:
    """How high every entry of the card stands in the window."""
    faces = [binding.parent() for binding in card_of(wizard).findChildren(Binding)]
    return [face.mapTo(wizard, QPoint()).y() for face in faces if isinstance(face, QWidget)]


@pytest.mark.parametrize(
    ("id_", "slot"),
    [
        ("women_employees", Slot.VALUE),
        ("organisation_as_of", Slot.VALUE),
        ("women_employees", Slot.PREVIOUS),
        ("membership_rate", Slot.PREVIOUS),
    ],
)
def test_what_is_below_gives_way_once_while_one_is_told_why_an_entry_cannot_be_read(
    id_: str, slot: Slot, wizard: SummaryWizard, qtbot: QtBot
) -> None:
    entry = face_of(wizard, id_, slot)
    entry.setFocus()
    here = entry.mapTo(wizard, QPoint()).y()
    before = tops(wizard)
    type_in(entry, "qqq")
    assert entry.accessibleDescription()
    page_settles(wizard, qtbot)
    told = tops(wizard)
    still = [was for was in before if was <= here]
    assert told[: len(still)] == still
    assert len({now - was for was, now in zip(before, told, strict=True) if was > here}) == 1
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Backspace)
    page_settles(wizard, qtbot)
    assert tops(wizard) == told


def test_what_was_carried_on_leaves_its_room_when_it_is_confirmed(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    entry = entry_of(wizard, "employees")
    before = tops(wizard)
    type_in(entry, "5")
    assert "从上年带来，请确认" not in shown_words(wizard)
    page_settles(wizard, qtbot)
    assert tops(wizard) == before


def test_a_finding_of_the_card_that_comes_and_goes_leaves_the_entry_where_it_is(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    card = card_of(wizard)
    entry = entry_of(wizard, "women_employees")
    before = entry.mapTo(wizard, QPoint()).y()
    type_in(entry, "413")
    qtbot.waitUntil(lambda: "413" in told_on(card))
    assert entry.mapTo(wizard, QPoint()).y() == before
    entry.backspace()
    entry.edited.emit()
    qtbot.waitUntil(lambda: "413" not in told_on(card))
    assert entry.mapTo(wizard, QPoint()).y() == before


def test_the_room_of_a_finding_that_is_gone_is_given_back_when_one_leaves_the_card(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    page, card = wizard.currentPage(), card_of(wizard)
    assert isinstance(page, SectionPage)
    entry = entry_of(wizard, "women_employees")
    type_in(entry, "413")
    qtbot.waitUntil(lambda: "413" in told_on(card))
    entry.backspace()
    qtbot.waitUntil(lambda: "413" not in told_on(card))
    row = row_of(entry)
    assert row.height() > row.top_height()
    wizard.go_to(page.cards[1].item.id)
    held = wizard.focusWidget()
    before = held.mapTo(wizard, QPoint()).y()
    qtbot.waitUntil(lambda: row.height() == row.top_height())
    assert held.mapTo(wizard, QPoint()).y() == before


def test_the_room_of_a_finding_that_is_gone_is_given_back_when_one_goes_on_in_the_card(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    card = card_of(wizard)
    entry = entry_of(wizard, "women_employees")
    type_in(entry, "413")
    qtbot.waitUntil(lambda: "413" in told_on(card))
    qtbot.waitUntil(lambda: is_idle(wizard))
    entry.backspace()
    qtbot.waitUntil(lambda: "413" not in told_on(card))
    qtbot.waitUntil(lambda: is_idle(wizard))
    row = row_of(entry)
    assert row.height() > row.top_height()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.height() == row.top_height())
    assert card.isAncestorOf(wizard.focusWidget())


def test_what_the_status_says_of_a_finding_goes_with_it(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    entry = entry_of(wizard, "women_employees")
    type_in(entry, "413")
    QTest.keyClick(entry, Qt.Key.Key_F8)
    assert "413" in wizard.status.sentence
    focused = QApplication.focusWidget()
    assert focused is not None
    type_in(focused, "41")
    qtbot.waitUntil(lambda: "413" not in wizard.status.sentence)
    assert wizard.status.sentence.startswith("已保存")


def test_the_buttons_that_restore_a_text_come_into_sight(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    wizard.resize(1280, 720)
    wizard.desk.put(EditPath(Slot.NARRATIVE, "organisation"), "写" * 600)
    wizard.go_to("organisation")
    page_settles(wizard, qtbot)
    narrative, area = card_of(wizard).narrative, wizard.currentPage().findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(narrative.restore_button, 0, 0)
    QApplication.processEvents()
    narrative.restore_button.click()
    restoring = narrative.findChild(Restoring)
    assert isinstance(restoring, Restoring)
    button = restoring.restore
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_two_refusals_in_one_row_have_the_room_they_need(
    wizard: SummaryWizard, qtbot: QtBot
) -> None:
    wizard.resize(1100, 720)
    QApplication.clipboard().setText("1\t2\n3\t4")
    for slot in (Slot.VALUE, Slot.PREVIOUS):
        face = face_of(wizard, "women_employees", slot)
        QTest.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    shown = [hint for hint in card_of(wizard).findChildren(Hint) if "没有放入" in hint.text()]
    assert len(shown) == 2
    qtbot.waitUntil(lambda: all(each.height() >= needed(each) for each in shown))
    tops = sorted(each.mapTo(wizard, QPoint()).y() for each in shown)
    assert tops[1] - tops[0] >= shown[0].height()


def needed(hint: Hint) -> int:
    return hint.heightForWidth(hint.width())


def told_on(card: Card) -> str:
    return "\n".join(note.finding.message for note in card.notes if note.isVisible())


def row_of(entry: QWidget) -> FigureRow:
    around = entry.parentWidget()
    while not isinstance(around, FigureRow):
        assert around is not None
        around = around.parentWidget()
    return around


def shown_words(wizard: SummaryWizard) -> str:
    labels = card_of(wizard).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def is_idle(wizard: SummaryWizard) -> bool:
    """Whether nothing waits any more for a pause in typing."""
    return not any(each.isSingleShot() and each.isActive() for each in wizard.findChildren(QTimer))


def page_settles(wizard: SummaryWizard, qtbot: QtBot) -> None:
    """What follows an edit after a pause has followed."""
    title = wizard.windowTitle()
    wizard.setWindowTitle("")
    qtbot.waitUntil(lambda: wizard.windowTitle() == title)
