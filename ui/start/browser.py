"""The middle of the start window: the drafts with a search, those of the bin, or a welcome."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit import Label, Line
from ui.look import tokens
from ui.start.draft_list import DraftList
from unionapp.errors import StoreError
from unionapp.storage import DraftListing, matches_words
from unionapp.system import settings

if TYPE_CHECKING:
    from ui.start.office_form import OfficeForm

# More drafts than this are searched rather than looked through.
_MANY = 8

_NOTHING_YET = (
    "还没有草稿。\n\n"
    "点“新建”，选好工会的类型，就可以开始写今年的总结；\n"
    "想先看看填好的样子，点“打开示例”；同事发来的草稿，点“打开文件”。\n\n"
    "填写的内容随时自动保存在这台电脑上，下次打开接着写。"
)
_NONE_FOUND = "没有找到这样的草稿。换个词，或按 Esc 看全部。"
_FIRST_KEEP, _FIRST_SKIP = "记下并新建草稿", "以后再填"
_KEEP, _SKIP = "记下", "不改了"


class DraftBrowser(QWidget):
    """One of four: the drafts, those of the bin, the welcome, or the form of who the union is."""

    # A draft of this kind of union is to be begun.
    kind_chosen = Signal(str)

    # What was filled in could not be kept; the sentence for the user.
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[DraftListing, ...] = ()
        self._form: OfficeForm | None = None
        self.list = DraftList("草稿", renamable=True)
        self.bin_list = DraftList("回收站里的草稿")
        self._bin_is_open = False
        self.search = Line(hint="查找草稿（Ctrl+F）")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("查找草稿")
        self.search.setMinimumHeight(tokens.ENTRY_HEIGHT)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self._none = _centred(_NONE_FOUND)
        self._welcome = QScrollArea(widgetResizable=True)
        self._body = QStackedWidget()
        self._lay_out()

    def show_drafts(self, rows: Sequence[DraftListing], marked: str = "") -> None:
        """Show the drafts as they are now; when there are none, how to begin."""
        self._all = tuple(rows)
        if len(rows) <= _MANY:
            self.search.clear()
        self._narrow(marked=marked)

    def show_bin(self, wide: bool) -> None:  # noqa: FBT001 - as the switch sends it
        """Put the drafts of the bin in the place of the others, or take them away again."""
        self._bin_is_open = wide
        self._narrow()
        self.focus_list()

    def focus_list(self) -> None:
        """Go on with the keyboard in the list."""
        if self._bin_is_open:
            self.bin_list.setFocus()
        elif self._all:
            self.list.setFocus()

    def start_search(self) -> None:
        """Put the cursor where drafts are searched, if there are many."""
        if not self.search.isHidden():
            self.search.setFocus()
            self.search.selectAll()

    def edit_office(self) -> None:
        """Show the form of who the union is, filled as it is known."""
        self._show_form(_KEEP, _SKIP, words="")

    def keep_office(self) -> None:
        """Keep what stands in the form, if it is shown, before a draft is begun on it."""
        if self._form is not None and self._form.is_begun:
            self._remember(self._form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the search into the list, and Escape end the search."""
        if watched is self.search and isinstance(event, QKeyEvent) and self._leave_by(event):
            return True
        return super().eventFilter(watched, event)

    def _leave_by(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Escape)
        if event.type() != QEvent.Type.KeyPress or event.key() not in keys:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        self.list.setFocus()
        return True

    def _narrow(self, words: str | None = None, marked: str = "") -> None:
        """Show the drafts that have the words of the search."""
        words = self.search.text() if words is None else words
        rows = [row for row in self._all if matches_words(row, words)]
        self.list.show_drafts(rows, marked)
        self.search.setVisible(len(self._all) > _MANY and not self._bin_is_open)
        if self._bin_is_open:
            self._body.setCurrentWidget(self.bin_list)
        elif not self._all:
            self._show_welcome()
        else:
            self._form = None
            self._body.setCurrentWidget(self.list if rows else self._none)

    def _open_first(self) -> None:
        row = self.list.marked_draft()
        if row is not None:
            self.list.opened.emit(row.id)

    def _show_welcome(self) -> None:
        if settings.load().asked_who:
            self._form = None
            self._fill_welcome(_centred(_NOTHING_YET))
        elif self._form is None:
            self._show_form(_FIRST_KEEP, _FIRST_SKIP, _NOTHING_YET)

    def _show_form(self, keep: str, skip: str, words: str) -> None:
        from ui.start.office_form import OfficeForm

        form = OfficeForm(settings.load().office, keep, skip)
        form.kept.connect(self._finish_form)
        form.skipped.connect(self._skip_form)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(form)
        column.addWidget(Label(words, wraps=True))
        column.addStretch()
        self._fill_welcome(page)
        self.search.hide()
        self._form = form
        form.kind.setFocus()

    def _fill_welcome(self, page: QWidget) -> None:
        self._welcome.setWidget(page)
        self._body.setCurrentWidget(self._welcome)

    def _finish_form(self) -> None:
        """Keep it; at the first start, go straight on to a draft of that kind."""
        form = self._form
        if form is None:
            return
        kind, begins = form.office.kind, form.keep.text() == _FIRST_KEEP
        if begins and not kind:
            form.ask_for_kind()
            return
        if not self._remember(form):
            return
        self._form = None
        self._narrow()
        if begins:
            self.kind_chosen.emit(kind)

    def _skip_form(self) -> None:
        self._form = None
        try:
            settings.remember_office(settings.load().office)
        except StoreError as error:
            self.failed.emit(str(error))
        self._narrow()
        self.focus_list()

    def _remember(self, form: "OfficeForm") -> bool:
        try:
            settings.remember_office(form.office)
        except StoreError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _lay_out(self) -> None:
        self._welcome.setFrameShape(QFrame.Shape.NoFrame)
        self._welcome.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for page in (self._welcome, self.list, self.bin_list, self._none):
            self._body.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(self.search)
        column.addWidget(self._body, 1)


def _centred(words: str) -> Label:
    label = Label(words)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
