"""帮助: about the entry that one stands in, all keys, and the manual."""

import importlib.resources
from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget, QTextBrowser, QWidget

import resources
from ui.kit import Panel
from ui.panels.key_list import KEYS

_SIZE = (560, 620)


class HelpPanel(Panel):
    """Two leaves: what helps at once, and the manual; `about_here` tells of where one stands."""

    def __init__(self, window: QWidget, about_here: Callable[[], str] | None = None) -> None:
        super().__init__("帮助", window, *_SIZE)
        self._about_here = about_here
        self.here = _browser("这一项和按键" if about_here else "全部按键")
        self.manual = _browser("使用手册")
        self._leaves = QTabWidget()
        self._leaves.setAccessibleName("帮助的两个部分")
        self._leaves.addTab(self.here, self.here.accessibleName())
        self._leaves.addTab(self.manual, "使用手册")
        self.body.addWidget(self._leaves, 1)

    def make_ready(self) -> None:
        """Tell about the place where one stands; the manual is read when it is first wanted."""
        about = self._about_here() if self._about_here else ""
        self.here.setMarkdown(f"{about}\n\n{keys_as_text()}")
        if self.manual.document().isEmpty():
            self.manual.setMarkdown(manual())

    def begin(self) -> None:
        """Begin with what helps at once; where no entry is open, that is the manual."""
        leaf = self.here if self._about_here else self.manual
        self._leaves.setCurrentWidget(leaf)
        leaf.setFocus()


def manual() -> str:
    """The manual that comes with the program, in Markdown."""
    folder = importlib.resources.files(resources) / "manual"
    return (folder / "manual.md").read_text(encoding="utf-8")


def keys_as_text() -> str:
    """All keys as a table in Markdown."""
    rows = "\n".join(f"| {key} | {meaning} |" for key, meaning in KEYS)
    return f"## 全部按键\n\n| 按键 | 做什么 |\n|---|---|\n{rows}\n"


def _browser(name: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setAccessibleName(name)
    browser.setOpenLinks(False)
    return browser
