"""修改记录: the steps of a draft with their times, and the way back to any of them."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from ui.desk import Desk
from ui.kit import Panel, note, push_button, row_item, row_list
from ui.words import say
from unionapp.storage.sessions import HistoryEntry
from unionapp.text import local_time, time_in_words

_HELP = say(
    "最近的在上面。选一步，按“回到这时”，草稿就变回那一步刚改完的样子；回去也是一步，可以撤销。"
)
_NOTHING = say("这份草稿还没有改过。")


class HistoryPanel(Panel):
    """The panel of a draft's steps, the newest first; it follows the draft while it is open."""

    # The draft was made as it was then; the words for when.
    went_back = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(say("修改记录"), window)
        self._desk = desk
        self._entries: tuple[HistoryEntry, ...] = ()
        self._help = note(_HELP)
        self.list = row_list(say("各步修改"))
        self.back_button = push_button(say("回到这时"), self._go_back)
        self.opening_button = push_button(say("回到打开时的状态"), self._go_to_opening)
        self.list.currentRowChanged.connect(self._show_possible)
        self.list.itemActivated.connect(self._go_back)
        desk.changed.connect(self._follow)
        row = QHBoxLayout()
        for button in (self.back_button, self.opening_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self._help)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)

    def make_ready(self) -> None:
        """Show the steps as they are now."""
        self._entries = self._desk.session.history()
        self.list.clear()
        for row in self._rows():
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self._help.setText(_HELP if self._entries else _NOTHING)
        self._show_possible()

    def begin(self) -> None:
        """Put the focus on the steps, so that the arrows choose one at once."""
        self.list.setFocus()

    def _rows(self) -> Iterator[QListWidgetItem]:
        for row, entry in enumerate(self._entries):
            when, now = time_in_words(local_time(entry.at)), say("　（现在）") if row == 0 else ""
            yield row_item(
                entry.name,
                f"{when}{now}",
                say("{when}　{name}{now}", when=when, name=entry.name, now=now),
            )

    def _follow(self) -> None:
        if self.isVisible():
            self.make_ready()

    def _show_possible(self) -> None:
        """The draft is as the newest step left it, so there is no way back to that."""
        self.back_button.setEnabled(self.list.currentRow() > 0)
        newest = self._entries[0].seq if self._entries else 0
        self.opening_button.setEnabled(newest != self._desk.session.opening.seq)

    def _go_back(self) -> None:
        row = self.list.currentRow()
        if row > 0:
            entry = self._entries[row]
            self._go_to(entry, time_in_words(local_time(entry.at)))

    def _go_to_opening(self) -> None:
        self._go_to(self._desk.session.opening, say("打开时的状态"))

    def _go_to(self, entry: HistoryEntry, when: str) -> None:
        """The focus goes to the list first, for the button that had it can be pressed no more."""
        self.list.setFocus()
        if self._desk.go_back_to(entry):
            self.went_back.emit(when)
