"""The ways to begin a draft: large ones while there is none, a row of buttons later."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.kit import (
    Button,
    Column,
    Label,
    Menu,
    Role,
    Sheet,
    Sign,
    draw_plate,
    painter_on,
    set_tip,
    without_keys,
)
from ui.look import Colour, Icon, colour, scaled, set_size, set_tone, tokens
from ui.words import say
from unionapp.system import settings

HEADLINE = say("写今年的工会总结")
_THREE_STEPS = say("填数字、看句子、出文稿，三步。写到一半关掉也不会丢。")

_NEW = say("新建一份总结的草稿（Ctrl+N）")
_EXAMPLE = say("用一份填好的示例新建草稿，看看写成是什么样子")

_OF_NEW = say("选好工会的类型，按章节一项一项填，句子自动成文。")
_OF_FILE = say("把同事发来的草稿文件存成自己的一份，接着写；拖到这里也行。")
_OF_EXAMPLE = say("用一份填好的示例新建草稿，随便改，不影响别的草稿。")

# Pixels of the icon of a large way and of a small one, and round the words of a small one.
_ICON, _SMALL_ICON, _AROUND = 40, 24, 20
# Pixels of width below which the ways stand one below the other.
_NARROW = 640
# Shares of the width: of a form that leads, and of what stands beside it.
_WIDE, _SLIM = 15, 8

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class KindMenu(Menu):
    """All kinds of union, the office's own first; filled when it opens."""

    # The id of a kind of union.
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)
        self.addAction("…")  # a menu without any entry would not be opened at all

    def _fill(self) -> None:
        from unionapp.template import union_kinds

        self.clear()
        for kind in union_kinds(settings.load().office.kind):
            self.addAction(without_keys(kind.name)).setData(kind.id)

    def _choose(self, chosen: QAction) -> None:
        self.chosen.emit(chosen.data())


class Ways(QWidget):
    """The ways to begin a draft beside others, as a row of buttons."""

    next_year_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, kinds: QMenu) -> None:
        super().__init__()
        self.new = _new_button(kinds, Role.PLAIN)
        self.new.set_sign(Icon.NEW)
        following = _button(say("从上年草稿开始"), Role.PLAIN, self.next_year_wanted, Icon.NEXT)
        set_tip(following, say("用选中的草稿开始下一年：本年的数变成上年数，计划变成任务"))
        example = _button(say("打开示例"), Role.QUIET, self.example_wanted, Icon.EXAMPLE)
        set_tip(example, _EXAMPLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        for button in (self.new, following, example):
            row.addWidget(button)
        row.addStretch()


class Welcome(Column):
    """What stands where there is no draft yet: the ways to begin, large; `first` leads them."""

    file_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, first: QWidget, *, beside: bool) -> None:
        """Put the other ways beside the first one, or both below each other at its side."""
        super().__init__(tokens.WIDEST_WAYS, above=tokens.INSIDE, below=tokens.INSIDE)
        self._first = first
        headline, steps = _centred(HEADLINE), _centred(_THREE_STEPS)
        set_size(headline, tokens.HEADLINE_SIZE, bold=True)
        set_tone(steps, Colour.INK2)
        self._ways = QBoxLayout(_ACROSS)
        self._ways.setSpacing(tokens.BETWEEN)
        self._ways.addWidget(first, 1 if beside else _WIDE)
        others = self._ways
        if not beside:
            others = QBoxLayout(_DOWN)
            others.setSpacing(tokens.BETWEEN)
            self._ways.addLayout(others, _SLIM)
        for way in self._others(large=beside):
            others.addWidget(way, 1)
        self.rows.setSpacing(tokens.HAIR)
        self.rows.addStretch(1)
        self.rows.addWidget(headline)
        self.rows.addWidget(steps)
        self.rows.addSpacing(tokens.BETWEEN)
        self.rows.addLayout(self._ways)
        self.rows.addStretch(1)

    def begin(self) -> None:
        """Put the focus at the way that leads."""
        if isinstance(self._first, Way):
            self._first.button.setFocus()

    def _others(self, *, large: bool) -> tuple["Way", "Way"]:
        file = _button(say("打开文件…"), Role.PLAIN, self.file_wanted)
        example = _button(say("打开示例"), Role.PLAIN, self.example_wanted)
        set_tip(example, _EXAMPLE)
        return (
            Way(Icon.FOLDER, say("打开同事的草稿"), _OF_FILE, file, large=large),
            Way(Icon.EXAMPLE, say("看看填好的样子"), _OF_EXAMPLE, example, large=large),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways one below the other where they would be too narrow to be read."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(_NARROW)
        self._ways.setDirection(_DOWN if narrow else _ACROSS)


class Way(Sheet):
    """One way to begin, as a card that can be pressed anywhere; its button has the keys."""

    def __init__(
        self,
        sign: Icon,
        title: str,
        words: str,
        button: Button,
        *,
        tone: Colour = Colour.INK2,
        large: bool = True,
    ) -> None:
        super().__init__()
        self.button = button
        button.setAccessibleDescription(say("{title}：{words}", title=title, words=words))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if large:
            self.setMinimumHeight(scaled(tokens.WAY_HEIGHT))
        heading, what = Label(title, wraps=True), Label(words, wraps=True)
        set_size(heading, tokens.CARD_TITLE_SIZE, bold=True)
        set_size(what, tokens.SECOND_SIZE)
        set_tone(what, Colour.INK2)
        head = QBoxLayout(_DOWN if large else _ACROSS)
        head.setSpacing(tokens.BETWEEN if large else tokens.INSIDE)
        head.addWidget(Sign(sign, tone, _ICON if large else _SMALL_ICON))
        head.addWidget(heading, 1)
        column = QVBoxLayout(self)
        around = tokens.AROUND if large else _AROUND
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(tokens.HAIR)
        column.addLayout(head)
        column.addWidget(what)
        column.addStretch(1)
        column.addSpacing(tokens.INSIDE)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button, wherever the card is pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.button.setFocus()
            self.button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, with a stronger edge under the pointer."""
        edge = colour(Colour.EDGE if self.underMouse() else Colour.LINE)
        place = QRectF(self.rect())
        draw_plate(painter_on(self), place, tokens.WAY_RADIUS, colour(Colour.SHEET), edge)


def new_way(kinds: QMenu) -> Way:
    """Return the way to a draft in which nothing is filled in yet, which leads the others."""
    button = _new_button(kinds, Role.PRIMARY)
    return Way(Icon.NEW, say("新建一份总结"), _OF_NEW, button, tone=Colour.ACCENT_TEXT)


def _new_button(kinds: QMenu, role: Role) -> Button:
    button = Button(say("新建"), role)
    button.setMenu(kinds)
    set_tip(button, _NEW)
    return button


def _button(words: str, role: Role, wanted: SignalInstance, sign: Icon | None = None) -> Button:
    button = Button(words, role, icon=sign)
    button.clicked.connect(lambda _checked: wanted.emit())
    return button


def _centred(words: str) -> Label:
    label = Label(words, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
