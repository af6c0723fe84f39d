"""What can be opened beside the work, and the keys for it: one panel at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from ui.kit import Panel
from ui.pages import FinishPage
from ui.panels import FindPanel, HelpPanel, HistoryPanel, SettingsPanel, choose_found, help_on
from ui.section import Guide
from ui.window.finding_cursor import FindingsWalk
from ui.window.tools import Tools
from unionapp.checks import unexplained
from unionapp.figures import Hit, progress

if TYPE_CHECKING:
    from ui.window.window import SummaryWizard

_AnyPanel = TypeVar("_AnyPanel", bound=Panel)


class Panels(QObject):
    """The panels of a wizard."""

    def __init__(self, wizard: "SummaryWizard", tools: Tools) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._made: dict[type[Panel], Panel] = {}
        self._walk = FindingsWalk()
        tools.find_wanted.connect(self.show_find)
        tools.history_wanted.connect(self.show_history)
        tools.settings_wanted.connect(self.show_settings)
        tools.help_wanted.connect(self.show_help)
        for key, action in self._keys():
            QShortcut(QKeySequence(key), wizard, action)

    @property
    def find(self) -> FindPanel:
        """Find in the whole draft."""
        return self._panel(FindPanel, self._make_find)

    @property
    def history(self) -> HistoryPanel:
        """The steps of the draft."""
        return self._panel(HistoryPanel, self._make_history)

    @property
    def settings(self) -> SettingsPanel:
        """How the window looks."""
        return self._panel(SettingsPanel, self._make_settings)

    @property
    def help(self) -> HelpPanel:
        """What helps here, the keys and the manual."""
        return self._panel(HelpPanel, lambda: HelpPanel(self._wizard, self._about_here))

    def show_find(self) -> None:
        """Open 查找."""
        self._show(self.find)

    def show_history(self) -> None:
        """Open 修改记录."""
        self._show(self.history)

    def show_settings(self) -> None:
        """Open 设置."""
        self._show(self.settings)

    def show_help(self) -> None:
        """Open 帮助."""
        self._show(self.help)

    def go_to_finding(self, by: int) -> None:
        """Go to the next finding from the cursor, or the one before, and say what it is."""
        desk, wizard = self._wizard.desk, self._wizard
        found = unexplained(desk.figures, desk.findings)
        step = self._walk.step(desk.figures, found, wizard.place(), by)
        if step is None:
            wizard.status.show_notice("没有发现问题")
            return
        wizard.look_at_finding(*step)
        self._walk.arrive(wizard.place())

    def print_paper(self) -> None:
        """Turn to the last page, and print from there."""
        self._wizard.go_to_page(progress.FINISH)
        page = self._wizard.currentPage()
        if isinstance(page, FinishPage):
            page.print_paper()

    def _keys(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return (
            ("Ctrl+F", self.show_find),
            ("F3", lambda: self.find.go_to_next(1)),
            ("Shift+F3", lambda: self.find.go_to_next(-1)),
            ("F8", lambda: self.go_to_finding(1)),
            ("Shift+F8", lambda: self.go_to_finding(-1)),
            ("Ctrl+H", self.show_history),
            ("Ctrl+E", lambda: self._wizard.go_to_page(progress.FINISH)),
            ("Ctrl+P", self.print_paper),
            ("F1", self.show_help),
        )

    def _panel(self, kind: type[_AnyPanel], make: Callable[[], _AnyPanel]) -> _AnyPanel:
        panel = self._made.get(kind)
        if not isinstance(panel, kind):
            panel = self._made[kind] = make()
        return panel

    def _show(self, panel: Panel) -> None:
        """Open a panel in place of the one that is open."""
        for other in self._made.values():
            if other is not panel and other.isVisible():
                other.leave()
        panel.open()

    def _make_find(self) -> FindPanel:
        panel = FindPanel(self._wizard.desk, self._wizard)
        panel.chosen.connect(self._go_to_hit)
        return panel

    def _go_to_hit(self, hit: Hit) -> None:
        self._wizard.go_to(hit.where, hit.slot)
        focused, figures = self._wizard.focusWidget(), self._wizard.desk.figures
        choose_found(focused, figures, self.find.words.text(), hit.nth)

    def _make_history(self) -> HistoryPanel:
        panel = HistoryPanel(self._wizard.desk, self._wizard)
        panel.went_back.connect(
            lambda when: self._wizard.status.show_notice(f"已回到{when}；按“撤销”可以取消")
        )
        return panel

    def _make_settings(self) -> SettingsPanel:
        panel = SettingsPanel(self._wizard)
        panel.folded_wanted.connect(self._fold_guides)
        panel.resized.connect(self._wizard.fit)
        panel.failed.connect(self._wizard.status.show_notice)
        panel.base.changed.connect(self._follow_base)
        return panel

    def _follow_base(self) -> None:
        from ui.preview import PreviewPane

        for pane in self._wizard.findChildren(PreviewPane):
            pane.follow_base()

    def _fold_guides(self, folded: bool) -> None:  # noqa: FBT001 - a signal brings it
        for guide in self._wizard.findChildren(Guide):
            guide.fold(folded=folded)

    def _about_here(self) -> str:
        wizard = self._wizard
        return help_on(wizard.desk.figures, wizard.page_id(), QApplication.focusWidget())
