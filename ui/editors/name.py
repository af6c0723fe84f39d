"""The name beside an entry, as wide everywhere, so that the entries stand in one line."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.look import ENTRY_HEIGHT

_WIDTH = 168


class Name(QLabel):
    """What an entry is for; a long name goes on in a second line."""

    def __init__(self, words: str, entry: QWidget, explanation: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setFixedWidth(_WIDTH)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setToolTip(explanation)
        self.setBuddy(entry)
