"""The wizard's window: its kind, and its place on the screen."""

from contextlib import suppress

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget, QWizard

from unionapp.errors import StoreError
from unionapp.system import settings

_SIZE = QSize(1200, 720)
# Below it QWizard would only ever grow, by pages that are not laid out yet.
_LEAST = QSize(480, 320)

# Pixels that a window's frame takes: left, above, and less at the right and below.
_FRAME = (8, 40, -8, -16)

# Pixels of a screen below which the window takes all of it, unless the person chose otherwise.
_SMALL_SCREEN = 1600


def set_up(wizard: QWizard) -> None:
    """Make it a window of its own, as large as it was last time."""
    wizard.setWindowFlags(Qt.WindowType.Window)
    wizard.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
    wizard.setOption(QWizard.WizardOption.IndependentPages)
    wizard.setOption(QWizard.WizardOption.NoDefaultButton)
    wizard.setButtonLayout([])  # the foot of the window has the ways on
    wizard.setMinimumSize(_LEAST)
    kept = settings.load()
    wished = QSize(kept.window_width, kept.window_height) if kept.window_width else _SIZE
    room = wizard.screen().availableGeometry().adjusted(*_FRAME)
    place = QRect(QPoint(), wished.boundedTo(room.size()))
    place.moveCenter(room.center())
    wizard.setGeometry(place)  # left to itself, Qt puts a large dialog's title off the screen
    first = not kept.window_width and not kept.window_maximised
    if kept.window_maximised or (first and wizard.screen().size().width() < _SMALL_SCREEN):
        wizard.setWindowState(Qt.WindowState.WindowMaximized)


def remember_size(window: QWidget) -> None:
    """Keep the size of the window for the next start, and whether it takes the whole screen."""
    maximised = window.isMaximized()
    size = window.normalGeometry().size() if maximised else window.size()
    with suppress(StoreError):  # a habit that is forgotten is no reason to hold anybody up
        settings.remember_size(size.width(), size.height(), maximised=maximised)
