"""The line that is written in stays in sight while its text grows."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit
from shiboken6 import isValid

# Pixels kept in sight above and below the cursor.
_AROUND = 48


class CursorInSight(QObject):
    """Scrolls an area after the cursor of the texts in it."""

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
            place = text.viewport().mapTo(content, text.cursorRect().center())
            self._area.ensureVisible(place.x(), place.y(), 0, _AROUND)
