"""A sheet that comes over the right of the window and holds nobody up: work goes on beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit.buttons import tool_button
from ui.kit.labels import Label, set_tip
from ui.look import Colour, Icon, colour, line_width, scaled, set_size, set_tone, tokens
from ui.words import say

# Pixels of the shadow that a sheet throws, and how much of its colour it has at the edge.
_SHADOW, _DEPTH = 16, 0.16

_AnyPanel = TypeVar("_AnyPanel", bound="Panel")


class PanelHost(QObject):
    """The panels of a window: each is made when it is first wanted, and one at a time is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[type[Panel], Panel] = {}

    def bar(self) -> QWidget | None:
        """Return the bar of the window below which panels stand, if it has one."""
        return None

    def panel(self, kind: type[_AnyPanel], make: Callable[[], _AnyPanel]) -> _AnyPanel:
        """Return the panel of a kind, made now if there is none yet."""
        panel = self._made.get(kind)
        if not isinstance(panel, kind):
            panel = self._made[kind] = make()
            panel.stand_below(self.bar())
        return panel

    def show_panel(self, panel: "Panel") -> None:
        """Open a panel in place of the one that is open."""
        for other in self._made.values():
            if other is not panel and other.isVisible():
                other.leave()
        panel.open()


class Panel(QFrame):
    """A side sheet with a title and a way to close it; `body` takes what it is for."""

    def __init__(self, title: str, window: QWidget, width: int = tokens.SIDE_SHEET_WIDTH) -> None:
        super().__init__(window)
        self._window = window
        self._bar: QWidget | None = None
        self._wished = width
        self._before: QWidget | None = None
        self._shadow = _Shadow(window)
        self.title = title
        self.hide()
        self.setAccessibleName(title)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.INSIDE)
        self._lay_out()
        window.installEventFilter(self)

    def stand_below(self, bar: QWidget | None) -> None:
        """Leave the bar of the window free."""
        self._bar = bar

    def open(self) -> None:
        """Show the panel, and put the focus where its use begins."""
        if not self.isVisible():
            focused = QApplication.focusWidget()
            inside = focused is not None and self._window.isAncestorOf(focused)
            self._before = focused if inside else None
        self.make_ready()
        self.fit()
        self.show()
        self.raise_()
        self.begin()

    def leave(self) -> None:
        """Close the panel and go back to where one was."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def make_ready(self) -> None:
        """Bring what the panel shows up to date before it is shown."""

    def begin(self) -> None:
        """Put the focus where the use of the panel begins."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel at Escape; no other key reaches the window behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panel in its place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Let the shadow come and go with the sheet."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange):
            self._shadow.setVisible(self.isVisible())
            self._shadow.raise_()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge towards the form."""
        QPainter(self).fillRect(0, 0, line_width(), self.height(), colour(Colour.LINE))

    def fit(self) -> None:
        """Stand at the right of the window, from below its bar to its lower edge."""
        room = self._window.rect()
        if self._bar is not None and isValid(self._bar):
            room.setTop(self._bar.geometry().bottom() + 1)
        width = min(scaled(self._wished), room.width())
        self.setGeometry(QRect(room.right() - width + 1, room.top(), width, room.height()))
        left = self.x() - _SHADOW
        self._shadow.setGeometry(QRect(left, self.y(), _SHADOW, self.height()))

    def _lay_out(self) -> None:
        heading = Label(self.title)
        set_size(heading, tokens.PAGE_TITLE_SIZE, bold=True)
        self.close_button = tool_button(
            "", self.leave, icon=Icon.CLOSE, name=say("关闭{title}", title=self.title)
        )
        set_tip(self.close_button, say("关闭（Esc）"))
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        around, above = tokens.AROUND, tokens.PAGE_TOP
        column.setContentsMargins(around, above, around - tokens.INSIDE, above)
        column.setSpacing(tokens.INSIDE)
        column.addLayout(head)
        column.addLayout(self.body, 1)


class _Shadow(QWidget):
    """What a side sheet throws on the paper beside it; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from nothing to the shade at the edge of the sheet."""
        shades = QLinearGradient(0, 0, self.width(), 0)
        for at, depth in ((0.0, 0.0), (1.0, _DEPTH)):
            shade = QColor(colour(Colour.SHADOW))
            shade.setAlphaF(depth)
            shades.setColorAt(at, shade)
        QPainter(self).fillRect(self.rect(), shades)


def group_title(words: str) -> Label:
    """Return the heading of a group within a panel."""
    label = Label(words)
    set_size(label, tokens.TEXT_SIZE, bold=True)
    return label


def note(words: str = "") -> Label:
    """Return a sentence below a heading, in the quiet tone."""
    label = Label(words, wraps=True)
    set_size(label, tokens.SECOND_SIZE)
    set_tone(label, Colour.INK2)
    return label
