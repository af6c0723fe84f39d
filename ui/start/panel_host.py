"""What can be opened beside the list of drafts: help, settings, backups; one at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit import PanelHost
from ui.start.header import StartBar

if TYPE_CHECKING:
    from ui.backups import BackupsPanel
    from ui.panels import SettingsPanel


class StartPanels(PanelHost):
    """The panels of the start window, loaded when they are first wanted."""

    # A draft was `Fetched` from a backup, to be put beside the others.
    fetched = Signal(object)

    backups_moved = Signal()

    # The `Backup` that was made just now.
    backed_up = Signal(object)

    # The drafts are damaged, so that no backup of them could be made.
    damaged = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def bar(self) -> QWidget | None:
        """Return the bar above the window."""
        return self._window.findChild(StartBar)

    def show_help(self) -> None:
        """Open the manual beside the drafts."""
        from ui.panels import HelpPanel

        self.show_panel(self.panel(HelpPanel, lambda: HelpPanel(self._window)))

    def show_settings(self) -> None:
        """Open what can be chosen about the look of the program."""
        from ui.panels import SettingsPanel

        def make() -> "SettingsPanel":
            made = SettingsPanel(self._window)
            made.backups.moved.connect(self.backups_moved)
            made.backups.made.connect(self.backed_up)
            made.backups.damaged.connect(self.damaged)
            return made

        self.show_panel(self.panel(SettingsPanel, make))

    def show_backups(self, why: str = "") -> None:
        """Open the backups, to bring a draft back; `why` is said there if it is not plain."""
        from ui.backups import BackupsPanel

        def make() -> "BackupsPanel":
            made = BackupsPanel(self._window)
            made.fetched.connect(made.leave)
            made.fetched.connect(self.fetched)
            return made

        panel = self.panel(BackupsPanel, make)
        if why:
            panel.explain(why)
        self.show_panel(panel)
