"""Buttons, all made alike."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ui import look


def push_button(text: str, pressed: Callable[[], object] | None = None) -> QPushButton:
    """A button of the usual height; Enter presses it only while it has the focus."""
    button = QPushButton(text)
    dress(button)
    if pressed is not None:
        button.clicked.connect(lambda _checked=False: pressed())
    return button


def dress(button: QPushButton) -> None:
    """Make a button that Qt brings along like the others."""
    button.setAutoDefault(True)  # what lets Enter press a button that has the focus
    button.setMinimumHeight(look.ENTRY_HEIGHT)
    button.setAccessibleName(button.text())
