"""The keys that lead through a draft; those of the panels are theirs."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.window.window import SummaryWizard


def set_up_keys(wizard: "SummaryWizard") -> None:
    """Let the keys work wherever the focus is in the window."""
    keys = (
        ("Ctrl+Z", wizard.undo),
        ("Ctrl+Y", wizard.redo),  # named, for Qt's standard key differs from desktop to desktop
        ("Ctrl+Shift+Z", wizard.redo),
        ("Ctrl+Return", wizard.go_on),
        ("Ctrl+Enter", wizard.go_on),
        ("Ctrl+PgDown", wizard.go_on),
        ("Ctrl+PgUp", wizard.go_back),
        ("F5", wizard.toggle_preview),
    )
    for key, action in keys:
        QShortcut(QKeySequence(key), wizard, action)
