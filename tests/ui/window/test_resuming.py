"""Whoever is interrupted finds the window, the page and the entry as they were left."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, opened, type_into
from ui.section import SectionPage
from ui.window import SummaryWizard
from unionapp.figures.progress import page_of
from unionapp.storage import DraftStore
from unionapp.system import settings
from unionapp.values import Kind


def a_count_far_down(wizard: SummaryWizard) -> str:
    """A figure that is the last of its page, and not on the first one."""
    section = wizard.desk.template.sections[3]
    indicators = [each for item in section.items for each in item.indicators]
    return [each.id for each in indicators if each.kind is Kind.COUNT and each.derive is None][-1]


def test_a_draft_is_resumed_at_the_page_where_it_was_left(qtbot: QtBot, store: DraftStore) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    left = first.desk.template.sections[3].id
    first.go_to_page(left)
    first.close()
    assert opened(qtbot, store, id_).page_id() == left


def test_a_draft_is_resumed_at_the_entry_that_was_changed_last(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    last = a_count_far_down(first)
    type_into(first, last, "12")
    first.close()
    again = opened(qtbot, store, id_)
    page = again.currentPage()
    assert isinstance(page, SectionPage)
    assert again.page_id() == page_of(again.desk.template, last)

    def is_there() -> bool:
        editor = next(filter(None, (card.editor(last) for card in page.cards)), None)
        return editor is not None and editor.isAncestorOf(again.focusWidget())

    qtbot.waitUntil(is_there)


def test_a_draft_left_on_another_page_than_the_last_change_is_resumed_at_its_top(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    left = first.desk.template.sections[3].id
    type_into(first, "year", "2026")
    first.go_to_page(left)
    first.close()
    again = opened(qtbot, store, id_)
    at_top = again.focusWidget()
    QApplication.processEvents()
    assert again.page_id() == left
    assert again.focusWidget() is at_top


def test_a_window_that_took_the_whole_screen_does_so_again_and_keeps_its_usual_size(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    usual = QSize(760, 560)
    settings.remember_size(usual.width(), usual.height(), maximised=False)
    first = opened(qtbot, store, id_)
    assert first.size() == usual
    first.showMaximized()
    qtbot.waitUntil(lambda: first.width() != usual.width())
    first.close()
    again = opened(qtbot, store, id_)
    qtbot.waitUntil(again.isMaximized)
    again.showNormal()
    qtbot.waitUntil(lambda: again.size() == usual)
