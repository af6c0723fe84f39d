"""The order of Tab, brought in line with the order on the page after it has changed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_tab_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts one after the other, in each as before."""
    if not parts:
        return
    reached = list(_chain_from(parts[0]))  # once round, for a window has thousands of widgets
    chain = [each for part in parts for each in reached if part.isAncestorOf(each)]
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)


def _chain_from(start: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in the window, in order."""
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if by_tab and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()
