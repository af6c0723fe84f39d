"""Undo and redo as the window does them: it says what came back, and shows it."""

from collections.abc import Callable

from ui.desk import Desk
from ui.window.page_stack import PageStack
from ui.window.status import Status
from ui.words import say
from unionapp.draft import EditPath
from unionapp.figures import progress
from unionapp.template import Template


class UndoActions:
    """The way back and forth through the steps of a draft."""

    def __init__(self, desk: Desk, pages: PageStack, status: Status) -> None:
        self._desk = desk
        self._pages = pages
        self._status = status

    def undo(self) -> None:
        """Take back the last step, say which, and show what it was."""
        session = self._desk.session
        if not self._desk.settle():
            return
        if not session.next_undo:
            self._status.show_notice(say("没有可以撤销的修改"))
            return
        self._apply(
            say("已撤销：{step}", step=session.next_undo),
            session.undo_paths,
            self._desk.undo,
        )

    def redo(self) -> None:
        """Make again the step that was taken back, say which, and show what it was."""
        session = self._desk.session
        if not self._desk.settle():
            return
        if not session.next_redo:
            self._status.show_notice(say("没有可以恢复的修改"))
            return
        self._apply(
            say("已恢复：{step}", step=session.next_redo),
            session.redo_paths,
            self._desk.redo,
        )

    def _apply(self, notice: str, paths: tuple[EditPath, ...], step: Callable[[], bool]) -> None:
        if not step():
            return
        ids = (path.id for path in paths if _is_shown(self._desk.template, path.id))
        id_ = next(ids, "")
        if id_ and not self._pages.is_in_sight(id_):
            self._pages.go_to(id_)
        self._status.show_notice(notice)


def _is_shown(template: Template, id_: str) -> bool:
    """Return whether there is a place for it: what was added and taken away again has none."""
    profile = {indicator.id for indicator in template.profile}
    return id_ in profile or progress.page_of(template, id_) != progress.PROFILE
