"""Find in the whole draft, in a panel beside the work."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.desk import Desk
from ui.kit import Line, Panel, WindowAction, dress_list, note, shortcut_of
from ui.panels.find_results import HitDelegate, HitModel
from ui.words import say
from unionapp.figures import Hit, Index

# Hits that are listed; whoever gets more types on.
_MOST = 100

# Milliseconds without an edit after which a draft that has changed is looked through anew.
_PAUSE = 300

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_HELP = say("在整份草稿里找：指标、数字、标题、正文、表格、备注。")
_NOTHING = say("没有找到。换个说法再试，几个词用空格隔开。")
_KEYS = say("↑↓ 选择，回车翻到那里；{key} 到下一处", key=shortcut_of(WindowAction.NEXT_FOUND).label)


class FindPanel(Panel):
    """The panel that finds words in the draft; typing, moving and going need no mouse."""

    # The `Hit` that the person wants to see.
    chosen = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(say("查找"), window)
        self._desk = desk
        self._index: Index | None = None
        self.words = Line()
        self.words.setAccessibleName(say("要找的词"))
        self.words.setPlaceholderText(say("要找的词"))
        self.words.textChanged.connect(self._find)
        self.words.returnPressed.connect(self._go)
        self._model = HitModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        dress_list(self.list, say("找到的地方"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(HitDelegate(self.list, self.words.text))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self._count = note(_HELP)
        self.body.addWidget(self.words)
        self.body.addWidget(self._count)
        self.body.addWidget(self.list, 1)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.make_ready)
        desk.changed.connect(self._forget)

    @property
    def summary(self) -> str:
        """What stands under the line: how much was found, or what to do."""
        return self._count.text()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are listed."""
        return self._model.hits

    @property
    def row(self) -> int:
        """The row that is chosen; -1 when nothing was found."""
        return self.list.currentIndex().row()

    def begin(self) -> None:
        """Put the focus into the line; what was looked for before is typed over."""
        self.words.setFocus()
        self.words.selectAll()

    def make_ready(self) -> None:
        """Look anew if the draft has changed; the first key then finds all prepared."""
        if self._index is None:
            self._index = Index(self._desk.figures)
            row = self.row
            self._find()
            self._choose(min(max(row, 0), len(self.hits) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list by the arrows while the line has the focus."""
        if event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def go_to_next(self, by: int) -> None:
        """Go to the place after (or before) the one that was gone to, without the panel."""
        self.make_ready()
        if self.hits:
            self._choose((self.row + by) % len(self.hits))
            self._go()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    def _move(self, by: int) -> None:
        self._choose(max(0, min(self.row + by, len(self.hits) - 1)))

    def _forget(self) -> None:
        """The draft has changed: what is listed is looked for anew after a pause in typing."""
        self._index = None
        if self.isVisible():
            self._pause.start()

    def _find(self) -> None:
        self._index = self._index or Index(self._desk.figures)
        hits = self._index.find(self.words.text(), _MOST + 1)
        self._model.show_hits(hits[:_MOST])
        self._choose(0)
        self._count.setText(self._describe(len(hits)))

    def _describe(self, found: int) -> str:
        if not self.words.text().strip():
            return _HELP
        if not found:
            return _NOTHING
        return say(
            "{found}。{keys}",
            found=say("找到 {count} 处", count=found)
            if found <= _MOST
            else say("只列出前 {most} 处", most=_MOST),
            keys=_KEYS,
        )

    def _go(self) -> None:
        if self.row >= 0:
            self.hide()
            self.chosen.emit(self.hits[self.row])
