"""What can be opened beside the list of drafts: help, settings, backups; one at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.backups import BackupsPanel
    from ui.kit import Panel
    from ui.panels import HelpPanel, SettingsPanel


class StartPanels(QObject):
    """The panels of the start window, each made when it is first wanted."""

    # A draft was `Fetched` from a backup, to be put beside the others.
    fetched = Signal(object)

    backups_moved = Signal()

    # The `Backup` that was made just now.
    backed_up = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpPanel | None = None
        self._settings: SettingsPanel | None = None
        self._backups: BackupsPanel | None = None

    def show_help(self) -> None:
        """Open the manual beside the drafts."""
        if self._help is None:
            from ui.panels import HelpPanel

            self._help = HelpPanel(self._window)
        self._show(self._help)

    def show_settings(self) -> None:
        """Open what can be chosen about the look of the program."""
        if self._settings is None:
            from ui.panels import SettingsPanel

            self._settings = SettingsPanel(self._window)
            self._settings.backups.moved.connect(self.backups_moved)
            self._settings.backups.made.connect(self.backed_up)
        self._show(self._settings)

    def show_backups(self, why: str = "") -> None:
        """Open the backups, to bring a draft back; `why` is said there if it is not plain."""
        if self._backups is None:
            from ui.backups import BackupsPanel

            self._backups = BackupsPanel(self._window)
            self._backups.fetched.connect(self._leave_backups)
        if why:
            self._backups.explain(why)
        self._show(self._backups)

    def _leave_backups(self, fetched: object) -> None:
        if self._backups is not None:
            self._backups.leave()
        self.fetched.emit(fetched)

    def _show(self, panel: "Panel") -> None:
        """Open a panel in place of the one that is open."""
        for other in (self._help, self._settings, self._backups):
            if other is not None and other is not panel and other.isVisible():
                other.leave()
        panel.open()
