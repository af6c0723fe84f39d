"""Windows opened on real drafts in the test's own data folder."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ui.editors.field import Entry
from ui.window import SummaryWizard
from ui.window.bars import Foot, TopBar
from ui.window.page_list import LastPages
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin

KIND = "school"


def begun(store: DraftStore, **profile: str) -> str:
    """A draft of a school with this profile."""
    changes = [Change(EditPath(Slot.VALUE, id_), typed) for id_, typed in profile.items()]
    return begin(store, KIND, changes)


def opened(qtbot: QtBot, store: DraftStore, id_: str) -> SummaryWizard:
    """The wizard on a draft, shown and active."""
    wizard = SummaryWizard(Session(store, id_))
    qtbot.addWidget(wizard, before_close_func=lambda shown: shown.hide())
    with qtbot.waitActive(wizard):
        wizard.show()
        wizard.activateWindow()  # on a bare X screen there is nobody else to do it
    return wizard


def last_pages(wizard: SummaryWizard) -> LastPages:
    """The list of the pages under all sections."""
    found = wizard.findChild(LastPages)
    assert isinstance(found, LastPages)
    return found


def entry_of(wizard: SummaryWizard, id_: str) -> Entry:
    """The entry of an indicator, with the focus in it."""
    wizard.go_to(id_)
    entry = wizard.focusWidget()
    assert isinstance(entry, Entry)
    return entry


def type_into(wizard: SummaryWizard, id_: str, text: str) -> Entry:
    """Type as a person does, key by key; what is not on the keyboard comes from an input method."""
    entry = entry_of(wizard, id_)
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(entry, letter)
        else:
            entry.insert(letter)
            entry.textEdited.emit(entry.text())
    return entry


def write_button(page: QWidget) -> QAbstractButton:
    """The button of the last page that writes the papers."""
    buttons = page.findChildren(QAbstractButton)
    return next(each for each in buttons if re.fullmatch(r"出( \d+ 份)?稿", each.text()))


def visible_buttons(window: QWidget) -> Iterator[QAbstractButton]:
    """All buttons of a window that can be seen."""
    return (each for each in window.findChildren(QAbstractButton) if each.isVisible())


def focusable(window: QWidget) -> Iterator[QWidget]:
    """All widgets of a window that Tab reaches."""
    for widget in window.findChildren(QWidget):
        by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if widget.isVisible() and by_tab and widget.focusProxy() is None:
            yield widget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def latin(text: str) -> bool:
    """Whether a text has letters of another language than Chinese."""
    return any(letter.isascii() and letter.isalpha() for letter in text)


def foot_of(wizard: SummaryWizard) -> Foot:
    """Return the foot of a window, with the ways on and back."""
    foot = wizard.findChild(Foot)
    assert isinstance(foot, Foot)
    return foot


def top_bar_of(wizard: SummaryWizard) -> TopBar:
    """Return the bar of a window, with the tools."""
    bar = wizard.findChild(TopBar)
    assert isinstance(bar, TopBar)
    return bar
