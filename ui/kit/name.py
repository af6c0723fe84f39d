"""The name of an entry, beside it or above it."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.theme import ENTRY_HEIGHT

# Qt's largest size: no limit.
_FREE = 16777215


class Name(QLabel):
    """What an entry is for; a long name goes on in a second line."""

    def __init__(self, words: str, entry: QWidget, explanation: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setToolTip(explanation)
        self.setBuddy(entry)

    def be_as_wide_as(self, pixels: int) -> None:
        """Be as wide as the other names, so that the entries stand in one line; 0 for no limit."""
        self.setMinimumWidth(pixels)
        self.setMaximumWidth(pixels or _FREE)
