"""The middle of the start window: the drafts with a search, those of the bin, or a welcome."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.kit import Button, Column, Label, Line, ScrollingPage, Sheet, page_title, painter_on
from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, set_tone, tokens
from ui.start.draft_list import DraftList
from ui.start.recycle_bin import RecycleBin
from ui.start.ways import KindMenu, Ways, Welcome, new_way
from ui.words import say
from unionapp.errors import StoreError
from unionapp.storage import DraftListing, Stage, matches_words
from unionapp.system import settings

if TYPE_CHECKING:
    from ui.start.office_form import OfficeForm

_NONE_FOUND = say("没有找到这样的草稿。换个词，或按 Esc 看全部。")
_MY_DRAFTS, _BIN, _OFFICE = say("我的草稿"), say("回收站"), say("本单位")
_FIRST_KEEP, _FIRST_SKIP = say("记下并新建草稿"), say("以后再填")
_KEEP, _SKIP = say("记下"), say("不改了")

# Pixels of what stands between the margins.
WIDEST = tokens.WIDEST_START - 2 * tokens.AROUND
# Pixels of the search, of the form of who the union is, and of the sign in the search.
_SEARCH, _FORM, _SIGN = 200, 560, 16
# What the form takes of the room, as against what is left beside it, before it is widest.
_MOST = 1000


class DraftBrowser(QWidget):
    """One of four: the drafts, those of the bin, the welcome, or the form of who the union is."""

    # A draft of this kind of union is to be begun.
    kind_chosen = Signal(str)

    next_year_wanted = Signal()
    file_wanted = Signal()
    example_wanted = Signal()

    # What was filled in could not be kept; the sentence for the user.
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[DraftListing, ...] = ()
        self._form: OfficeForm | None = None
        self._welcomed: Welcome | None = None  # while it is what is shown
        self.list = DraftList(say("草稿"), renamable=True, leading=say("接着写"))
        self.bin = RecycleBin()
        self._bin_is_open = False
        self._kinds = KindMenu(self)
        self._ways = Ways(self._kinds)
        self._head = _Head()
        self._above = Column(WIDEST, above=0, below=0)
        self.search = self._head.search
        self._none = Label(_NONE_FOUND, wraps=True)
        self._list_page, self._bin_page = _on_sheet(self.list), _on_sheet(self.bin.list)
        self._first = ScrollingPage()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_drafts(self, rows: Sequence[DraftListing], marked: str = "") -> None:
        """Show the drafts as they are now, written ones last; when there are none, how to begin."""
        self._all = tuple(sorted(rows, key=lambda row: row.stage is Stage.WRITTEN))
        if not rows:
            self.search.clear()
        self._narrow(marked=marked)

    def focus_list(self) -> None:
        """Go on with the keyboard in the list, or at the first way to begin."""
        if self._bin_is_open:
            self.bin.list.setFocus()
        elif self._all:
            self.list.setFocus()
        elif self._welcomed is not None:
            self._welcomed.begin()

    def start_search(self) -> None:
        """Put the cursor where drafts are searched, if there are any."""
        if not self.search.isHidden():
            self.search.setFocus()
            self.search.selectAll()

    def offer_kinds(self) -> None:
        """Open the menu of the kinds of union of which a draft can be begun."""
        for button in self.findChildren(Button):
            if button.menu() is self._kinds and button.isVisible():
                button.showMenu()
                return
        self._kinds.popup(self.mapToGlobal(self.rect().center()))

    def edit_office(self) -> None:
        """Show the form of who the union is, filled as it is known."""
        form = self._make_form(_KEEP, _SKIP)
        page = Column(WIDEST, above=0)
        form.setMaximumWidth(scaled(_FORM))
        row = QHBoxLayout()
        row.addWidget(form, _MOST)
        row.addStretch(1)
        page.rows.addLayout(row)
        page.rows.addStretch()
        self._show_page(page)
        self._show_head(_OFFICE)
        form.kind.setFocus()

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

    def _show_bin(self, wide: bool) -> None:  # noqa: FBT001 - as the switch sends it
        """Put the drafts of the bin in the place of the others, or take them away again."""
        self._bin_is_open = wide
        self._narrow()
        self.focus_list()

    def _narrow(self, words: str | None = None, marked: str = "") -> None:
        """Show the drafts that have the words of the search."""
        words = self.search.text() if words is None else words
        rows = [row for row in self._all if matches_words(row, words)]
        self.list.show_drafts(rows, marked)
        if self._bin_is_open:
            self._body.setCurrentWidget(self._bin_page)
            self._show_head(_BIN, self.bin.list.drafts.rowCount())
        elif not self._all:
            self._show_welcome()
        else:
            self._form = None
            self._body.setCurrentWidget(self._list_page if rows else self._none)
            self._show_head(_MY_DRAFTS, len(rows))

    def _show_head(self, title: str, count: int | None = None) -> None:
        """Show what stands over the list; without a title nothing does."""
        self._above.setVisible(bool(title))
        self._head.show_title(title, count, searched=title == _MY_DRAFTS)
        self._ways.setVisible(title == _MY_DRAFTS)
        self.bin.setVisible(title == _BIN)

    def _open_first(self) -> None:
        row = self.list.marked_draft()
        if row is not None:
            self.list.opened.emit(row.id)

    def _show_welcome(self) -> None:
        if not settings.load().asked_who:
            if self._form is None:
                form = self._make_form(_FIRST_KEEP, _FIRST_SKIP)
                self._show_page(self._welcome(form, beside=False))
                form.kind.setFocus()
        elif self._welcomed is None or self._form is not None:
            self._form = None
            self._welcomed = self._welcome(new_way(self._kinds), beside=True)
            self._show_page(self._welcomed)
        self._body.setCurrentWidget(self._first)
        self._show_head("")

    def _welcome(self, first: QWidget, *, beside: bool) -> Welcome:
        page = Welcome(first, beside=beside)
        page.file_wanted.connect(self.file_wanted)
        page.example_wanted.connect(self.example_wanted)
        return page

    def _make_form(self, keep: str, skip: str) -> "OfficeForm":
        from ui.start.office_form import OfficeForm

        form = OfficeForm(settings.load().office, keep, skip)
        form.kept.connect(self._finish_form)
        form.skipped.connect(self._skip_form)
        self._form = form
        return form

    def _show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before, which may be the one that is just used."""
        if page is not self._welcomed:
            self._welcomed = None
        before = self._first.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._first.setWidget(page)
        self._body.setCurrentWidget(self._first)

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
        self.focus_list()
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

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.bin.opened.connect(self._show_bin)
        self._kinds.chosen.connect(self.kind_chosen)
        self._ways.next_year_wanted.connect(self.next_year_wanted)
        self._ways.example_wanted.connect(self.example_wanted)

    def _lay_out(self) -> None:
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (self._list_page, self._bin_page, self._none, self._first):
            self._body.addWidget(page)
        for part in (self._head, self._ways, self.bin):
            self._above.rows.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GROUP)
        column.addWidget(self._above)
        column.addWidget(self._body, 1)


class _Head(QWidget):
    """What is shown, how many of them, and the search."""

    def __init__(self) -> None:
        super().__init__()
        self._title = page_title("")
        self._count = Label()
        set_size(self._count, tokens.SECOND_SIZE)
        self._count.setContentsMargins(0, 0, 0, tokens.HAIR)
        set_tone(self._count, Colour.INK2)
        self.search = _Search()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, tokens.PAGE_TOP, 0, 0)
        row.setSpacing(tokens.INSIDE)
        row.addWidget(self._title)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self.search)

    def show_title(self, title: str, count: int | None, *, searched: bool) -> None:
        self._title.setText(title)
        self._count.setText("" if count is None else say("{count}份", count=count))
        self.search.setVisible(searched)


class _Search(Line):
    """Where drafts are searched."""

    def __init__(self) -> None:
        super().__init__(hint=say("查找草稿（Ctrl+F）"))
        self.setClearButtonEnabled(True)
        self.setAccessibleName(say("查找草稿"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        left = tokens.INSIDE + scaled(_SIGN) + tokens.HAIR
        self.setTextMargins(left, 0, tokens.HAIR, 0)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_SEARCH), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = scaled(_SIGN)
        place = QRectF(tokens.INSIDE, (self.height() - size) / 2, size, size)
        draw_icon(painter_on(self), place, Icon.FIND, colour(Colour.INK2))


def _on_sheet(drafts: DraftList) -> Column:
    """Return a sheet with a list on it, as high as the list; what is left below stays free."""
    sheet = Sheet()
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(drafts)
    page = Column(WIDEST, above=0, below=0)
    page.rows.addWidget(sheet)
    page.rows.addStretch()
    return page
