"""Widgets put one below the other, or side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import theme


def stacked(parts: Sequence[QWidget], *, stretches: bool) -> QWidget:
    """Widgets one below the other; they share the height if they can use it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.BETWEEN)
    for part in parts:
        column.addWidget(part, int(stretches))
    column.addStretch()
    return holder


def across(*widgets: QWidget) -> QWidget:
    """Widgets side by side, the room that they leave at the right."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.INSIDE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
