"""What the rows of a list have in common: how one is named, and what who draws it is told."""

from typing import Protocol, TypeAlias, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QBrush, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowOption(Protocol):
    """What a delegate is told of the row that it draws."""

    rect: QRect
    palette: QPalette
    state: QStyle.StateFlag
    fontMetrics: QFontMetrics  # noqa: N815 - Qt's own name
    backgroundBrush: QBrush  # noqa: N815 - Qt's own name


def row_option(option: QStyleOptionViewItem) -> RowOption:
    """Return the option with its attributes, which Qt's stubs leave out."""
    return cast("RowOption", option)
