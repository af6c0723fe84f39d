"""The small menu of an entry: the states a value may have, and what can be said about it."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.kit.theme import ENTRY_HEIGHT
from unionapp.values import State

# The words of an action, and what it does.
Verb = tuple[str, Callable[[], object]]

BUTTON_WIDTH = ENTRY_HEIGHT - 4


def state_verbs(choose: Callable[[str | None], object]) -> tuple[Verb, ...]:
    """One verb a state; `choose` is given what stands for it in an entry."""
    return (
        ("待填（清空）", lambda: choose(None)),
        ("无此项", lambda: choose(State.NOT_APPLICABLE.value)),
        ("不公开", lambda: choose(State.WITHHELD.value)),
    )


class Editable(Protocol):
    """A widget whose text can be cut, copied and pasted."""

    def cut(self) -> None:
        """Take out what is selected."""

    def copy(self) -> None:
        """Copy what is selected."""

    def paste(self) -> None:
        """Put in what was copied."""

    def selectAll(self) -> None:
        """Select all of it."""


def usual_verbs(edit: Editable) -> tuple[Verb, ...]:
    """What every text offers, without Qt's own undo: that belongs to the draft."""
    return (
        ("剪切", edit.cut),
        ("复制", edit.copy),
        ("粘贴", edit.paste),
        ("全选", edit.selectAll),
    )


def menu_of(verbs: tuple[Verb, ...], parent: QWidget) -> QMenu:
    """A menu of the verbs, gone once it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_verbs(menu, verbs)
    return menu


def add_verbs(menu: QMenu, verbs: Iterable[Verb]) -> None:
    """Offer these after what the menu offers already."""
    for words, do in verbs:
        _add(menu, words, do)


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda: do())


class MenuButton(QToolButton):
    """A quiet button for the mouse; the keyboard finds the same in the entry's own menu."""

    def __init__(self, name: str, verbs: tuple[Verb, ...]) -> None:
        super().__init__()
        self._verbs = verbs
        self.setText("…")
        self.setAutoRaise(True)
        self.setFixedSize(BUTTON_WIDTH, ENTRY_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip("待填、无此项、不公开，备注、数据截至、来源（Shift+F2）")
        self.setAccessibleName(f"{name}的状态、备注、数据截至和来源")
        self.clicked.connect(self._open)

    def _open(self) -> None:
        under = self.mapToGlobal(QPoint(0, self.height()))
        menu_of(self._verbs, self).popup(under)
