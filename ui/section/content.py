"""What a page scrolls over, and what keeps it calm: whatever changes, one goes on where one is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from ui.look import scaled
from ui.look.tokens import AROUND, GROUP, PAGE_TOP
from ui.section.card import Card

# Pixels of a page from which there is room around its cards.
_ROOMY = 600

# Milliseconds without a change of the focus or of what is found.
_IDLE = 300

# Pixels kept in sight above and below the cursor.
_AROUND_CURSOR = 48


class PageContent(QWidget):
    """The content of a page, which takes its new height before its parts are laid out anew.

    Left to Qt, the parts are squeezed into the old height first, and the scroll area puts that
    right afterwards: twice the work at every line that a text grows by.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        self.leave_margins()

    def leave_margins(self) -> None:
        """Leave the room around its parts that suits its width."""
        around = AROUND if self.width() >= scaled(_ROOMY) else GROUP
        if (layout := self.layout()) is not None and layout.contentsMargins().left() != around:
            layout.setContentsMargins(around, PAGE_TOP, around, AROUND)

    def event(self, event: QEvent) -> bool:
        """Grow or shrink ahead of the layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_height()
        return super().event(event)

    def settle(self) -> None:
        """Lay the parts out now rather than when the loop comes round."""
        if (layout := self.layout()) is not None:
            layout.activate()
            self._take_height()

    @contextmanager
    def standing_still(self, held: QWidget | None) -> Iterator[None]:
        """Keep a widget where it is on the screen, whatever changes meanwhile, by scrolling."""
        area = self.parentWidget()
        scroll = area.parentWidget() if area is not None else None
        if held is None or not self.isAncestorOf(held) or not isinstance(scroll, QScrollArea):
            yield
            return
        before = held.mapTo(self, QPoint()).y()
        yield
        self.settle()
        bar = scroll.verticalScrollBar()
        bar.setValue(bar.value() + held.mapTo(self, QPoint()).y() - before)

    def _take_height(self) -> None:
        layout, area = self.layout(), self.parentWidget()
        if layout is not None and area is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(needed, area.height()))


class ReleasedSpace(QObject):
    """The room that findings have left in cards, given back once nobody is hindered by that."""

    def __init__(self, content: PageContent, cards: Callable[[], Sequence[Card]]) -> None:
        super().__init__(content)
        self._content = content
        self._cards = cards
        self._has_gone_on = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._give_back)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._wait)

    def look_soon(self) -> None:
        """Give room back when the page is idle."""
        self._idle.start()

    def _wait(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isVisible():
            self._has_gone_on = True
            self._idle.start()

    def _give_back(self) -> None:
        """A button that is pressed must not slip away from under the pointer."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._idle.start()
            return
        focused = QApplication.focusWidget()
        with self._content.standing_still(focused):
            for card in self._cards():
                if self._has_gone_on or focused is None or not card.isAncestorOf(focused):
                    card.give_back_room()
        self._has_gone_on = False


class CursorInSight(QObject):
    """The scrolling by which the cursor of a text stays in sight while one writes."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def watch(self, text: QTextEdit | QPlainTextEdit) -> None:
        """Follow the cursor of this text while one writes in it."""
        text.cursorPositionChanged.connect(partial(self._follow, text))

    def _follow(self, text: QTextEdit | QPlainTextEdit) -> None:
        if text.hasFocus():  # the text takes the height that it needs only when the loop is round
            QTimer.singleShot(0, text, partial(self._show, text))

    def _show(self, text: QTextEdit | QPlainTextEdit) -> None:
        content = self._area.widget()
        if isValid(text) and text.hasFocus() and content.isAncestorOf(text):
            point = text.viewport().mapTo(content, text.cursorRect().center())
            self._area.ensureVisible(point.x(), point.y(), 0, _AROUND_CURSOR)
