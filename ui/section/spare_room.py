"""The room that findings have left in a card, given back once nobody is hindered by that."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.section.card import Card
from ui.section.content import PageContent

# Milliseconds without a change of the focus or of what is found.
_IDLE = 300


class SpareRoom(QObject):
    """Sees to the cards of a page: to the one that one is at when one goes on to another entry."""

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
