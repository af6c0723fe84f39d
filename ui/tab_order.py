"""The order of Tab, brought in line with the order on the page after it has changed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_tab_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts one after the other, in each as before."""
    chain = [widget for part in parts for widget in _chain_in(part)]
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)


def _chain_in(part: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in a part, in order; some of it may stand far off in the chain."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if by_tab and part.isAncestorOf(widget) and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()
