"""The bar above a draft's window, with what is always at hand, and the foot that leads on."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit import (
    LEADS_ON,
    Button,
    Ground,
    Label,
    primary_button,
    push_button,
    set_tip,
    shortcut_of,
    tool_button,
)
from ui.kit import WindowAction as _Key
from ui.look import Colour, Icon, scaled, set_size, tokens
from ui.window.page_rows import first_part
from ui.window.status import Hints, SavedSign, Status
from ui.words import say

_HISTORY = say("修改记录，回到以前的样子")
_HELP = say("这一项怎么填、全部按键、使用手册")

# Pixels of the bar below which the saved sign has no words while all is well.
_TIGHT = 720

# Characters of the name of a page in 下一步.
_LONGEST_NAME = 8


class TopBar(Ground):
    """The way back to all drafts, the title, whether everything is saved, and the tools."""

    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    paper_wanted = Signal()
    find_wanted = Signal()
    history_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, status: Status) -> None:
        super().__init__(Colour.SHEET, Qt.Edge.BottomEdge)
        self._title = _Title()
        self.saved = SavedSign(status)
        self.back = _tool(
            say("全部草稿"), Icon.CHEVRON_LEFT, say("回到全部草稿；写下的都保存好了"), self.left
        )
        look = _with_key(say("看文稿"), _Key.TOGGLE_PREVIEW)
        self.paper = _tool(say("看稿"), Icon.PAPER, look, self.paper_wanted)
        self.undo = _tool(say("撤销"), Icon.UNDO, "", self.undo_wanted)
        self.redo = _tool(say("恢复"), Icon.REDO, "", self.redo_wanted)
        others = (
            (
                say("查找"),
                Icon.FIND,
                _with_key(say("在整份草稿里查找"), _Key.FIND),
                self.find_wanted,
            ),
            (
                say("记录"),
                Icon.HISTORY,
                _with_key(_HISTORY, _Key.SHOW_HISTORY),
                self.history_wanted,
            ),
            (say("设置"), Icon.SETTINGS, say("文字大小、颜色、版式和备份"), self.settings_wanted),
            (say("帮助"), Icon.QUESTION, _with_key(_HELP, _Key.SHOW_HELP), self.help_wanted),
        )
        self._others = tuple(_tool(*other) for other in others)
        tools = (self.back, self.paper, self.undo, self.redo, *self._others)
        self._words = {each: each.text() for each in tools}
        self._lay_out()

    def show_title(self, title: str) -> None:
        """Show the title of the draft; a long one is cut, its tip is not."""
        self._title.show_title(title)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that the buttons would undo and redo; without a name there is none."""
        for button, words, name in ((self.undo, say("撤销"), undo), (self.redo, say("恢复"), redo)):
            label = say("{words}：{name}", words=words, name=name) if name else words
            button.setEnabled(bool(name))
            set_tip(button, label)
            button.setAccessibleName(label)

    def offer_paper(self, *, offered: bool) -> None:
        """Offer to look at the paper where it does not stand beside the form."""
        self.paper.setVisible(offered)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icons alone where there is little room, or the words again."""
        for button, words in self._words.items():
            button.setText("" if narrow else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what little room there is to the title."""
        super().resizeEvent(event)
        self.saved.set_narrow(narrow=event.size().width() < scaled(_TIGHT))

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(0, scaled(tokens.TOP_BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the bar: what has no room is cut at its words, not at its tools."""
        return self.sizeHint()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.INSIDE, 0, tokens.INSIDE, 1)
        row.setSpacing(tokens.HAIR)
        row.addWidget(self.back)
        row.addWidget(_divider())
        row.addWidget(self._title)
        row.addWidget(self.saved)
        row.addStretch(1)
        for each in (self.paper, self.undo, self.redo):
            row.addWidget(each)
        row.addWidget(_divider())
        for each in self._others:
            row.addWidget(each)


class Foot(Ground):
    """The hint to the entry that one is in, and the ways to the pages before and after."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, status: Status) -> None:
        super().__init__(Colour.DESK, Qt.Edge.TopEdge)
        self.hints = Hints(status)
        self.back = push_button(say("上一步"), self.back_wanted.emit)
        self.next = primary_button(say("下一步"), self.next_wanted.emit)
        self.next.setObjectName(LEADS_ON)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.AROUND, 1, tokens.AROUND, 0)
        row.setSpacing(tokens.INSIDE)
        row.addWidget(self.hints, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)

    def show_ways(self, *, first: bool, following: str) -> None:
        """Show where 下一步 leads; without a page that follows there is none to press."""
        self.back.setEnabled(not first)
        self.next.setVisible(bool(following))
        words = say("下一步：{name}", name=short_name(following))
        self.next.setText(words.replace("&", "&&"))
        self.next.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Return the height of the foot."""
        return QSize(0, scaled(tokens.FOOT_HEIGHT))


class _Title(Label):
    """The title of a draft, cut where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        set_size(self, tokens.TEXT_SIZE, bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_title(self, title: str) -> None:
        self._whole = title
        self.updateGeometry()
        self.setAccessibleName(title)
        set_tip(self, title)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, mode, self.width()))


def short_name(title: str) -> str:
    """Return what stands before the first comma of a heading, or its beginning."""
    name = first_part(title)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _with_key(words: str, action: _Key) -> str:
    return say("{words}（{key}）", words=words, key=shortcut_of(action).label)


def _tool(words: str, icon: Icon, tip: str, wanted: SignalInstance) -> Button:
    button = tool_button(words, wanted.emit, icon=icon, name=words)
    set_tip(button, tip)
    return button


def _divider() -> QWidget:
    line = Ground(Colour.LINE)
    line.setFixedSize(1, scaled(tokens.AROUND))
    return line
