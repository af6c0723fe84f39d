"""A union's own words are shown as they stand, whatever they look like: no HTML, no keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import opened
from tests.ui.support.rich import OWN, spoilt_words
from tests.ui.support.started import context_menu, shown
from ui.editors.prose import NarrativeEditor
from ui.kit import ButtonRole, Message, push_button, show_message, tip
from ui.runtime.background import run
from ui.section import SectionPage
from ui.window import SummaryWizard
from unionapp import template
from unionapp.draft import Change, CustomIndicator, EditPath, Slot, custom_parts, outline_edits
from unionapp.figures.progress import page_ids
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin
from unionapp.template import Indicator, Template
from unionapp.values import Kind

KIND = "school"


def answers(asked: Template) -> Iterator[Change]:
    """Own words in every place that takes any, also where they are refused."""
    for section in asked.sections:
        yield Change(EditPath(Slot.TITLE, section.id), f"{OWN}{section.id}")
        for item in section.items:
            yield Change(EditPath(Slot.TITLE, item.id), f"{OWN}{item.id}")
            yield Change(EditPath(Slot.NARRATIVE, item.id), f"{OWN}，{OWN}")
    for indicator in (*asked.profile, *asked.indicators):
        yield from _answers_to(indicator)


def _answers_to(indicator: Indicator) -> Iterator[Change]:
    if indicator.derive is not None or indicator.id in {"year", "date"}:
        return
    if indicator.kind is Kind.TABLE:
        yield Change(EditPath(Slot.VALUE, indicator.id), ((OWN,) * len(indicator.columns),) * 2)
    elif indicator.kind is Kind.LIST:
        yield Change(EditPath(Slot.VALUE, indicator.id), (OWN, OWN))
    elif indicator.kind is not Kind.PERSONAL:
        for slot in (Slot.VALUE, Slot.PREVIOUS, Slot.NOTE, Slot.SOURCE, Slot.AS_OF):
            yield Change(EditPath(slot, indicator.id), OWN)


@pytest.fixture
def draft(store: DraftStore) -> str:
    """A draft with own words in every place, and with own parts that are called so."""
    asked = template.load(KIND)
    id_ = begin(store, KIND, [*answers(asked)])
    session = Session(store, id_)
    item = asked.sections[0].items[0].id
    columns = (CustomIndicator(OWN), CustomIndicator("R&D", Kind.COUNT, "R&D"))
    for wanted, parts in (
        (CustomIndicator(OWN, Kind.COUNT, "R&D"), ()),
        (CustomIndicator(OWN, Kind.TEXT), ()),
        (CustomIndicator(OWN, Kind.TABLE), columns),
    ):
        added = custom_parts.add_indicator(session.figures.draft, item, wanted, parts)
        session.edit(*added.changes)
    session.edit(*custom_parts.add_section(session.figures.draft, OWN).changes)
    off = next(each for each in asked.sections if len(each.items) > 1)
    session.edit(*outline_edits.switch_off(off.items[1].id))
    store.rename(id_, OWN)
    return id_


def build_all_pages(wizard: SummaryWizard) -> None:
    for page in page_ids(wizard.desk.template):
        wizard.go_to_page(page)
        if isinstance(section := wizard.currentPage(), SectionPage):
            while section.prepare():
                pass


def test_own_words_in_every_place_of_a_draft_are_shown_as_they_stand(
    qtbot: QtBot, store: DraftStore, draft: str
) -> None:
    wizard = opened(qtbot, store, draft)
    build_all_pages(wizard)
    for narrative in wizard.findChildren(NarrativeEditor)[:3]:
        narrative.restore_button.click()
    panels = wizard.panels
    panels.show_find()
    panels.find.words.setText("R&D")
    for show in (panels.show_history, panels.show_settings, panels.show_help):
        show()
    wizard.desk.failed.emit(OWN)
    assert panels.find.hits
    assert [*spoilt_words()] == []


def test_own_words_of_drafts_are_shown_as_they_stand_in_the_list_of_drafts(
    qtbot: QtBot, store: DraftStore, draft: str
) -> None:
    window = shown(qtbot, store)
    assert OWN in window.browser.list.model().index(0, 0).data()
    window.notice.ask(f"删除“{OWN}”？", (OWN, lambda: None), OWN)
    window.panels.show_backups(f"“{OWN}”打不开。")
    context_menu(qtbot, window.browser.list)
    assert [*spoilt_words()] == []
    assert draft


def test_own_words_in_messages_and_long_work_are_shown_as_they_stand(qtbot: QtBot) -> None:
    starter = push_button(OWN)
    qtbot.addWidget(starter)
    show_message(None, f"系统没有打开“{OWN}”。")
    over: list[None] = []
    run(starter, f"正在写“{OWN}”…", lambda: None, over.append)
    box = Message(starter, OWN, OWN)
    box.add(OWN, ButtonRole.AcceptRole)
    assert [*spoilt_words()] == []
    qtbot.waitUntil(lambda: bool(over))
    assert len({type(each) for each in QApplication.allWidgets()} & {Message}) == 1


def test_what_qt_would_draw_otherwise_is_noticed(qtbot: QtBot) -> None:
    entry = QLineEdit()
    wrong = (QLabel(OWN), QLabel(f"“{OWN}”"), QLabel("R&D"), QPushButton("R&D"), QLineEdit())
    for widget in (entry, *wrong):
        qtbot.addWidget(widget)
    wrong[2].setBuddy(entry)
    wrong[4].setToolTip(OWN)
    assert len({*spoilt_words()}) == len(wrong)


def test_a_tip_without_signs_of_html_stays_as_it_is() -> None:
    assert tip("会员 < 职工 & 家属") == "会员 < 职工 & 家属"
    assert "&lt;b&gt;" in tip("<b>大</b>")
