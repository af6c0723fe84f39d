"""Menus that open where they are wanted, and what every text offers in its own."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.labels import without_keys
from ui.words import say

# What a menu or a button offers: its words, and what it does.
Action = tuple[str, Callable[[], object]]


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


def editing_actions(edit: Editable) -> tuple[Action, ...]:
    """Return what every text offers, without Qt's own undo: that belongs to the draft."""
    return (
        (say("剪切"), edit.cut),
        (say("复制"), edit.copy),
        (say("粘贴"), edit.paste),
        (say("全选"), edit.selectAll),
    )


def menu_of(actions: tuple[Action, ...], parent: QWidget) -> QMenu:
    """Return a menu of the actions, which goes once it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_actions(menu, actions)
    return menu


def add_actions(menu: QMenu, actions: Iterable[Action]) -> None:
    """Add actions to a menu, after what it offers already."""
    for words, do in actions:
        _add(menu, words, do)


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    action = menu.addAction(without_keys(words))
    action.triggered.connect(lambda: do())
