"""What Qt would not draw as it stands: HTML in words, and & taken for the mark of a key."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

# A union's own words as nobody should see them drawn, short enough for every entry.
OWN = "<h1>龘</h1><img src=x>R&D&amp;"
_LONE_KEY_MARK = re.compile("(?<!&)&(?:&&)*(?!&)")


def spoilt_words() -> Iterator[str]:
    """What is wrong with any widget that there is, open or not: its kind and its words."""
    for widget in QApplication.allWidgets():
        for words in (*_rich(widget), *_with_a_key(widget)):
            yield f"{type(widget).__name__}: {words}"


def _rich(widget: QWidget) -> Iterator[str]:
    if _is_html(widget.toolTip()):
        yield widget.toolTip()
    if isinstance(widget, QLabel) and _draws_html(widget.textFormat(), widget.text()):
        yield widget.text()
    if isinstance(widget, QTextEdit) and "龘" in widget.toPlainText().replace(OWN, ""):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        yield from filter(_is_html, _tips_of_rows(widget))


def _draws_html(way: Qt.TextFormat, text: str) -> bool:
    """Whether words are drawn as HTML, or would be if they were others."""
    as_it_looks = way is Qt.TextFormat.AutoText and bool(text)
    return as_it_looks or (way is not Qt.TextFormat.PlainText and _is_html(text))


def _is_html(text: str) -> bool:
    return RichText.mightBeRichText(text) and ("<h1>" in text or "<img" in text)


def _tips_of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def _with_a_key(widget: QWidget) -> Iterator[str]:
    """The words of what takes & for the mark of a key."""
    found = [action.text() for action in widget.actions()]
    if isinstance(widget, QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        found.append(widget.text())
    if isinstance(widget, QTabBar):
        found += [widget.tabText(tab) for tab in range(widget.count())]
    if isinstance(widget, QAction):
        found.append(widget.text())
    return (words for words in found if "R" in words and _LONE_KEY_MARK.search(words))
