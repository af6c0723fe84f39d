"""Buttons, all made alike."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.kit import theme
from ui.kit.keys import SKIPPED_BY_ENTER
from ui.kit.labels import without_keys

# Pixels of a button that stays quiet among entries; WCAG 2.2 (2.5.8) asks for no fewer.
_LOW = 24


def push_button(text: str, pressed: Callable[[], object] | None = None) -> QPushButton:
    """Return a button of the usual height, which Enter presses only while it has the focus."""
    button = QPushButton(without_keys(text))
    dress(button)
    if pressed is not None:
        button.clicked.connect(lambda _checked=False: pressed())
    return button


def small_button(text: str, name: str, pressed: Callable[[], object] | None = None) -> QPushButton:
    """Return a button that stays quiet among entries: small, and skipped by Enter.

    A screen reader calls it by its `name`.
    """
    button = push_button(text, pressed)
    button.setAccessibleName(name)
    button.setMinimumHeight(_LOW)
    theme.set_size(button, theme.HINT_SIZE)
    button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
    return button


def dress(button: QPushButton) -> None:
    """Make a button that Qt brings along look and work like ours."""
    button.setAutoDefault(True)  # what lets Enter press a button that has the focus
    button.setMinimumHeight(theme.ENTRY_HEIGHT)
    button.setAccessibleName(button.text().replace("&&", "&"))


class SlimButton(QPushButton):
    """A button that may become as narrow as its words where there is little room."""

    def __init__(self, text: str) -> None:
        super().__init__(without_keys(text))
        self.setAutoDefault(False)
        policies = QSizePolicy.Policy
        self.setSizePolicy(policies.Preferred, policies.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size of its words and a little air."""
        usual = super().minimumSizeHint()
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme.INSIDE
        return QSize(min(words, usual.width()), usual.height())
