"""The wizard's window: its kind, its place on the screen, and its lowest row."""

from collections.abc import Callable
from contextlib import suppress
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget, QWizard

from ui.kit import dress
from unionapp.errors import StoreError
from unionapp.system import settings

_SIZE = QSize(1200, 720)

# Pixels that a window's frame takes: left, above, and less at the right and below.
_FRAME = (8, 40, -8, -16)

_Button = QWizard.WizardButton
_ROW = (_Button.CustomButton2, _Button.CustomButton1, _Button.NextButton, _Button.CancelButton)


def set_up(wizard: QWizard) -> None:
    """Make it a window of its own, as large as it was last time."""
    wizard.setWindowFlags(Qt.WindowType.Window)
    wizard.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
    wizard.setOption(QWizard.WizardOption.IndependentPages)
    wizard.setOption(QWizard.WizardOption.NoDefaultButton)
    kept = settings.load()
    wished = QSize(kept.window_width, kept.window_height) if kept.window_width else _SIZE
    room = wizard.screen().availableGeometry().adjusted(*_FRAME)
    place = QRect(QPoint(), wished.boundedTo(room.size()))
    place.moveCenter(room.center())
    wizard.setGeometry(place)  # left to itself, Qt puts a large dialog's title off the screen
    if kept.window_maximised:
        wizard.setWindowState(Qt.WindowState.WindowMaximized)


def set_up_row(
    wizard: QWizard, status: QPushButton, back: QPushButton, go_on: Callable[[], None]
) -> None:
    """Fill the lowest row: the line of the status, and the buttons that lead through the pages."""
    wizard.setButton(_Button.CustomButton1, back)
    wizard.setButton(_Button.CustomButton2, status)
    wizard.setButtonText(_Button.NextButton, "下一步")
    wizard.setButtonText(_Button.CancelButton, "关闭")
    wizard.setButtonLayout(_ROW)
    following = wizard.button(_Button.NextButton)
    following.clicked.disconnect()  # Qt's `next` refuses a page that one came by
    following.clicked.connect(lambda _checked=False: go_on())
    for which in (_Button.NextButton, _Button.CancelButton):
        dress(cast("QPushButton", wizard.button(which)))


def remember_size(window: QWidget) -> None:
    """Keep the size of the window for the next start, and whether it takes the whole screen."""
    maximised = window.isMaximized()
    size = window.normalGeometry().size() if maximised else window.size()
    with suppress(StoreError):  # a habit that is forgotten is no reason to hold anybody up
        settings.remember_size(size.width(), size.height(), maximised=maximised)
