"""Undo and redo as the window does them: it says what came back, and shows it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.kit import ENTRY_HEIGHT
from ui.pages import ProfilePage
from ui.section import SectionPage
from unionapp.draft import EditPath
from unionapp.figures import progress
from unionapp.template import Template

if TYPE_CHECKING:
    from ui.window.window import SummaryWizard

_INSIDE = 4
"""Pixels from the corner of an entry where one looks whether it can be seen."""


class Steps:
    """The way back and forth through the steps of a draft."""

    def __init__(self, wizard: "SummaryWizard") -> None:
        self._wizard = wizard
        self._desk = wizard.desk

    def undo(self) -> None:
        """Take back the last step, say which, and show what it was."""
        session = self._desk.session
        if not self._desk.settle():
            return
        if not session.next_undo:
            self._wizard.status.show_notice("没有可以撤销的修改")
            return
        self._turn(f"已撤销：{session.next_undo}", session.undo_paths, self._desk.undo)

    def redo(self) -> None:
        """Make again the step that was taken back, say which, and show what it was."""
        session = self._desk.session
        if not self._desk.settle():
            return
        if not session.next_redo:
            self._wizard.status.show_notice("没有可以恢复的修改")
            return
        self._turn(f"已恢复：{session.next_redo}", session.redo_paths, self._desk.redo)

    def _turn(self, told: str, paths: tuple[EditPath, ...], turn: Callable[[], None]) -> None:
        turn()
        if self._wizard.status.failing:
            return
        ids = (path.id for path in paths if _is_shown(self._desk.template, path.id))
        id_ = next(ids, "")
        if id_ and not self._is_in_sight(id_):
            self._wizard.go_to(id_)
        self._wizard.status.show_notice(told)

    def _is_in_sight(self, id_: str) -> bool:
        """Whether one sees it where one is; of a section it is enough that it is open."""
        if progress.page_of(self._desk.template, id_) != self._wizard.page_id():
            return False
        editor = _editor_of(self._wizard.currentPage(), id_)
        return id_ == self._wizard.page_id() or (editor is not None and _is_seen(editor))


def _is_shown(template: Template, id_: str) -> bool:
    """Whether there is a place for it: what was added and taken away again has none."""
    profile = {indicator.id for indicator in template.profile}
    return id_ in profile or progress.page_of(template, id_) != progress.PROFILE


def _editor_of(page: QWidget, id_: str) -> QWidget | None:
    if isinstance(page, SectionPage):
        return next(filter(None, (card.editor(id_) for card in page.cards)), None)
    return page.editor(id_) if isinstance(page, ProfilePage) else None


def _is_seen(editor: QWidget) -> bool:
    """Whether its first line is neither scrolled away nor cut."""
    seen = editor.visibleRegion()
    lowest = min(editor.height(), ENTRY_HEIGHT) - _INSIDE
    return seen.contains(QPoint(_INSIDE, _INSIDE)) and seen.contains(QPoint(_INSIDE, lowest))
