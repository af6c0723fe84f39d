"""Every template filled in from its declarations by the keyboard alone."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import type_in
from tests.ui.support.opened import opened
from ui.editors import Binding
from ui.editors.field import Lines
from ui.editors.prose import ProseEdit
from ui.editors.table.cell_editor import CellEntry
from ui.editors.table.grid import Grid
from ui.section import SectionPage
from ui.section.foot import SectionFoot
from ui.window import SummaryWizard
from unionapp.draft import EditPath, Slot, paths_of
from unionapp.figures import PROFILE, REVIEW
from unionapp.storage import open_store
from unionapp.storage.sessions import begin
from unionapp.system import data_folder
from unionapp.template import Indicator, available
from unionapp.values import Kind, Typed

SAMPLES = {
    Kind.COUNT: "3",
    Kind.MONEY: "2.5",
    Kind.RATE: "40%",
    Kind.DATE: "2022.5",
    Kind.FREQUENCY: "2ci",
    Kind.TEXT: "wen",
    Kind.LIST: "xue",
    Kind.PERSONAL: "wang",
}
ANSWERED = (Slot.VALUE, Slot.PREVIOUS)
# Presses of Tab on one page; no page has so many places to stop at.
MOST_KEYS = 400


def sample(indicator: Indicator) -> str:
    return indicator.options[0] if indicator.options else SAMPLES[indicator.kind]


def answer_in(widget: QWidget, wizard: SummaryWizard, given: dict[EditPath, Typed]) -> None:
    """Type into what has the focus, if it is an empty answer."""
    face = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    binding = face.findChild(Binding, options=direct) if face is not None else None
    if binding is None or binding.path in given or binding.path.slot not in ANSWERED:
        return
    indicator = wizard.desk.figures.indicators[binding.path.id]
    if isinstance(widget, Grid):
        QTest.keyClicks(widget, "a")
        given[binding.path] = (("a",),)
    else:
        text = sample(indicator)
        type_in(widget, text)
        given[binding.path] = (text,) if indicator.kind is Kind.LIST else text


def is_built(wizard: SummaryWizard) -> bool:
    """Whether the page is there down to its foot: it is built while the window answers."""
    page = wizard.currentPage()
    return not isinstance(page, SectionPage) or page.findChild(SectionFoot) is not None


def go_through_page(wizard: SummaryWizard, given: dict[EditPath, Typed]) -> None:
    """Tab through a page until the focus leaves it, answering on the way."""
    for _ in range(MOST_KEYS):
        focused = QApplication.focusWidget()
        if focused is None or not wizard.currentPage().isAncestorOf(focused):
            return
        if not isinstance(focused, CellEntry):
            answer_in(focused, wizard, given)
        QTest.keyClick(QApplication.focusWidget() or focused, Qt.Key.Key_Tab)
    pytest.fail(f"the focus does not leave the page {wizard.page_id()}")


def enter() -> QWidget:
    """Press Enter where the focus is; where it leads."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    led = QApplication.focusWidget()
    assert led is not None
    return led


def test_enter_alone_walks_through_a_whole_draft_and_changes_nothing(qtbot: QtBot) -> None:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, "school", ()))
    sections = [section.id for section in wizard.desk.template.sections]
    pages, met = [], set()
    while wizard.page_id() != REVIEW:
        qtbot.waitUntil(partial(is_built, wizard))
        pages.append(wizard.page_id())
        assert len(pages) < MOST_KEYS
        met.add(enter().accessibleName())
    assert list(dict.fromkeys(pages)) == [PROFILE, *sections]
    assert {f"{item.title}正文" for item in wizard.desk.template.items} <= met
    wizard.go_to_page(PROFILE)  # what was held back in a text is saved when its page is left
    assert wizard.desk.session.last_seq == 0


@pytest.mark.parametrize("kind", [Lines, ProseEdit])
def test_enter_begins_a_line_where_somebody_writes(
    qtbot: QtBot, kind: type[Lines | ProseEdit]
) -> None:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, "school", ()))
    asked = wizard.desk.template.sections[1].items[0].indicators
    wizard.go_to(next(each.id for each in asked if each.kind is Kind.COUNT))
    led = enter()
    for _ in range(MOST_KEYS):
        led = led if isinstance(led, kind) else enter()
    assert isinstance(led, kind)
    QTest.keyClicks(led, "a")
    assert enter() is led
    QTest.keyClicks(led, "b")
    assert led.toPlainText() == "a\nb"
    QTest.keyClick(led, Qt.Key.Key_Tab)
    assert not led.hasFocus()
    beyond = QApplication.focusWidget()
    assert beyond is not None
    QTest.keyClick(beyond, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert led.hasFocus()
    assert enter() is led


@pytest.mark.parametrize("template", available())
def test_a_template_is_filled_in_by_the_keyboard_alone(template: str, qtbot: QtBot) -> None:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, template, ()))
    given: dict[EditPath, Typed] = {}
    pages = [*wizard.desk.template.sections, None]
    for _ in pages:
        qtbot.waitUntil(partial(is_built, wizard))
        go_through_page(wizard, given)
        QTest.keyClick(wizard, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    answers = wizard.desk.figures.draft.answers
    assert {path: answers.get(path) for path in given} == given
    asked = [*wizard.desk.template.profile, *wizard.desk.template.indicators]
    wanted = {path for each in asked if each.derive is None for path in paths_of(each)}
    assert sorted(map(str, wanted - given.keys())) == []
