"""Find in the whole draft, in a panel beside the work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui import look
from ui.desk import Desk
from ui.hit_row import HIT_ROLE, HitDelegate
from ui.panel import Panel
from unionapp.search import Hit, Index

_SIZE = (480, 460)
_MOST = 100
"""Hits that are listed; whoever gets more types on."""

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_HELP = "在整份草稿里找：指标、数字、标题、正文、表格、备注"
_NOTHING = "没有找到。换个说法再试，几个词用空格隔开。"
_KEYS = "↑↓ 选择，回车翻到那里；F3 到下一处"


class FindPanel(Panel):
    """A line to type in, and what has these words; typing, moving and going need no mouse."""

    chosen = Signal(str)
    """The id of the place that the person wants to see."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__("查找", window, *_SIZE)
        self._desk = desk
        self._index: Index | None = None
        self.words = QLineEdit()
        self.words.setAccessibleName("要找的词")
        self.words.setPlaceholderText(_HELP)
        self.words.setMinimumHeight(look.ENTRY_HEIGHT)
        self.words.textChanged.connect(self._find)
        self.words.returnPressed.connect(self._go)
        self.list = QListWidget()
        self.list.setAccessibleName("找到的地方")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(HitDelegate(self.list, self.words.text))
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self._count = QLabel(_HELP)
        look.set_size(self._count, look.HINT_SIZE)
        look.set_tone(self._count, look.Tone.HINT)
        for part in (self.words, self._count, self.list):
            self.body.addWidget(part)
        desk.changed.connect(self._forget)

    @property
    def told(self) -> str:
        """What stands under the line: how much was found, or what to do."""
        return self._count.text()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return tuple(self.list.item(row).data(HIT_ROLE) for row in range(self.list.count()))

    def begin(self) -> None:
        """Typing begins at once; what was looked for before is typed over."""
        self.words.setFocus()
        self.words.selectAll()

    def make_ready(self) -> None:
        """The draft may have changed since the words were looked for."""
        if self._index is None and self.words.text():
            row = self.list.currentRow()
            self._find()
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the line has the focus."""
        if event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def go_to_next(self, by: int) -> None:
        """Go to the place after (or before) the one that was gone to, without the panel."""
        if self._index is None and self.words.text():
            self.make_ready()
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
            self._go()

    def _move(self, by: int) -> None:
        row = self.list.currentRow() + by
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    def _forget(self) -> None:
        """The draft has changed: what is listed is looked for anew before it is used again."""
        self._index = None
        if self.isVisible():
            self.make_ready()

    def _find(self) -> None:
        self._index = self._index or Index(self._desk.figures)
        hits = self._index.find(self.words.text(), _MOST + 1)
        self.list.clear()
        for hit in hits[:_MOST]:
            entry = QListWidgetItem(f"{hit.place}：{hit.excerpt}", self.list)
            entry.setData(HIT_ROLE, hit)
        self.list.setCurrentRow(0)
        self._count.setText(self._told(len(hits)))

    def _told(self, found: int) -> str:
        if not self.words.text().strip():
            return _HELP
        if not found:
            return _NOTHING
        return f"{f'找到 {found} 处' if found <= _MOST else f'只列出前 {_MOST} 处'}。{_KEYS}"

    def _go(self) -> None:
        entry = self.list.currentItem()
        if entry is not None:
            self.hide()
            self.chosen.emit(entry.data(HIT_ROLE).where)
