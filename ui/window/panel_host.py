"""What can be opened beside the work of a draft: one panel at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.kit import PanelHost
from ui.panels import FindPanel, HelpPanel, HistoryPanel, SettingsPanel, choose_found, help_on
from ui.window.bars import TopBar
from ui.window.page_stack import PageStack
from ui.window.status import Status
from ui.words import say
from unionapp.figures import Hit


class Panels(PanelHost):
    """The panels of a draft's window."""

    # The texts of the window have another size than before.
    resized = Signal()

    # Papers are written with another base than before.
    base_changed = Signal()

    def __init__(self, window: QWidget, desk: Desk, pages: PageStack, status: Status) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._pages = pages
        self._status = status

    def bar(self) -> QWidget | None:
        """Return the bar above the window."""
        return self._window.findChild(TopBar)

    @property
    def find(self) -> FindPanel:
        """Find in the whole draft."""
        return self.panel(FindPanel, self._make_find)

    @property
    def history(self) -> HistoryPanel:
        """The steps of the draft."""
        return self.panel(HistoryPanel, self._make_history)

    @property
    def settings(self) -> SettingsPanel:
        """How the window looks."""
        return self.panel(SettingsPanel, self._make_settings)

    @property
    def help(self) -> HelpPanel:
        """What helps here, the keys and the manual."""
        return self.panel(HelpPanel, lambda: HelpPanel(self._window, self._about_here))

    def show_find(self) -> None:
        """Open 查找."""
        self.show_panel(self.find)

    def show_history(self) -> None:
        """Open 修改记录."""
        self.show_panel(self.history)

    def show_settings(self) -> None:
        """Open 设置."""
        self.show_panel(self.settings)

    def show_help(self) -> None:
        """Open 帮助."""
        self.show_panel(self.help)

    def _make_find(self) -> FindPanel:
        panel = FindPanel(self._desk, self._window)
        panel.chosen.connect(self._go_to_hit)
        return panel

    def _go_to_hit(self, hit: Hit) -> None:
        self._pages.go_to(hit.id, hit.slot)
        words = self.find.words.text()
        choose_found(self._pages.focused, self._desk.figures, words, hit.nth)

    def _make_history(self) -> HistoryPanel:
        panel = HistoryPanel(self._desk, self._window)
        panel.went_back.connect(
            lambda when: self._status.show_notice(say("已回到{when}；按“撤销”可以取消", when=when))
        )
        return panel

    def _make_settings(self) -> SettingsPanel:
        panel = SettingsPanel(self._window)
        panel.folded_wanted.connect(lambda folded: self._pages.fold_guides(folded=folded))
        panel.resized.connect(self.resized)
        panel.failed.connect(self._status.show_notice)
        panel.base.changed.connect(self.base_changed)
        return panel

    def _about_here(self) -> str:
        focused = QApplication.focusWidget()
        return help_on(self._desk.figures, self._pages.open_id, focused)
