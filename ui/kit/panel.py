"""A panel that stands over a part of the window and holds nobody up: work goes on beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit.buttons import push_button
from ui.kit.labels import Label, set_tip
from ui.look import Colour, colour, scale, scaled, set_size, tokens

# Pixels of the window that stay free round a panel; below are the buttons of the window.
_ABOVE, _BELOW, _BESIDE = 8, 64, 12


_AnyPanel = TypeVar("_AnyPanel", bound="Panel")


class PanelHost(QObject):
    """The panels of a window: each is made when it is first wanted, and one at a time is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[type[Panel], Panel] = {}

    def panel(self, kind: type[_AnyPanel], make: Callable[[], _AnyPanel]) -> _AnyPanel:
        """Return the panel of a kind, made now if there is none yet."""
        panel = self._made.get(kind)
        if not isinstance(panel, kind):
            panel = self._made[kind] = make()
        return panel

    def show_panel(self, panel: "Panel") -> None:
        """Open a panel in place of the one that is open."""
        for other in self._made.values():
            if other is not panel and other.isVisible():
                other.leave()
        panel.open()


class Panel(QFrame):
    """A panel with a title and a way to close it; `body` takes what it is for."""

    def __init__(self, title: str, window: QWidget, width: int, height: int) -> None:
        super().__init__(window)
        self._window = window
        self._wished = (width, height)
        self._before: QWidget | None = None
        self.title = title
        self.hide()
        self.setAccessibleName(title)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.INSIDE)
        self._lay_out()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show the panel, and put the focus where its use begins."""
        if not self.isVisible():
            focused = QApplication.focusWidget()
            inside = focused is not None and self._window.isAncestorOf(focused)
            self._before = focused if inside else None
        self.make_ready()
        self._fit_into_window()
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
            self._fit_into_window()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge in a quiet colour; a frame of Qt's would be black, or lost in the dark."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour(Colour.LINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fit_into_window(self) -> None:
        room = self._window.rect().adjusted(_BESIDE, _ABOVE, -_BESIDE, -_BELOW)
        width = min(scaled(self._wished[0]), room.width())
        height = min(self.height_wanted(), room.height())
        self.setGeometry(QRect(room.right() - width + 1, room.top(), width, height))

    def height_wanted(self) -> int:
        """Return the pixels that the panel takes where the window has them."""
        return round(self._wished[1] * scale())

    def _lay_out(self) -> None:
        heading = Label(self.title)
        set_size(heading, tokens.CARD_TITLE_SIZE, bold=True)
        close = push_button("关闭", self.leave)
        close.setAccessibleName(f"关闭{self.title}")
        set_tip(close, "按 Esc 键也可以关闭")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.BETWEEN, tokens.INSIDE, tokens.BETWEEN, tokens.BETWEEN)
        column.setSpacing(tokens.INSIDE)
        column.addLayout(head)
        column.addLayout(self.body, 1)
