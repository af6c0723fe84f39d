"""The first page: which union this is, under whom it works, the year and the date."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui.desk import Desk
from ui.editors import make_editor
from ui.kit import Column, Label, ScrollingPage, Sheet, focus_first_entry, page_title, without_keys
from ui.look import tokens
from ui.section import start_of
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.figures import PROFILE
from unionapp.template import Indicator

_TITLE = say("工会概况")

# Pixels of the sheet that are free round the form.
_AROUND_FORM = (20, 16, 20, 16)


class ProfilePage(QWizardPage):
    """An entry for each part of the template's profile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(_TITLE)
        self._desk = desk
        self._editors: dict[str, QWidget] = {}
        sheet = Sheet()
        self._form = QFormLayout(sheet)
        self._form.setContentsMargins(*_AROUND_FORM)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(tokens.BETWEEN)
        self._form.setVerticalSpacing(tokens.INSIDE)
        for indicator in desk.template.profile:
            self._add(indicator)
        page = Column()
        page.rows.addWidget(page_title(_TITLE))
        page.rows.addWidget(sheet)
        page.rows.addStretch()
        area = ScrollingPage()
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus into the first entry."""
        focus_first_entry(self)

    def go_to(self, id_: str, _slot: Slot = Slot.VALUE) -> bool:
        """Put the focus into the entry of a part of the profile, if it is one."""
        if id_ in self._editors:
            self._editors[id_].setFocus()
        return id_ in self._editors

    def position(self) -> EditPath:
        """Return what one is typing in, or the beginning of the page."""
        focused = QApplication.focusWidget()
        for id_, editor in self._editors.items():
            if focused is not None and (editor is focused or editor.isAncestorOf(focused)):
                return EditPath(Slot.VALUE, id_)
        return start_of(PROFILE)

    def anchors(self) -> tuple[str, ...]:
        """Return nothing: the paper stays where it was."""
        return ()

    def editor_of(self, id_: str) -> QWidget | None:
        """Return the editor of a part of the profile."""
        return self._editors.get(id_)

    def _add(self, indicator: Indicator) -> None:
        editor = make_editor(indicator, self._desk)
        self._editors[indicator.id] = editor
        name = Label(without_keys(indicator.name))
        name.setBuddy(editor)
        self._form.addRow(name, editor)
