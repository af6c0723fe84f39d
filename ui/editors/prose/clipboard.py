"""Prose on the clipboard: with its values for other programs, with its places for this one."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.editors.prose.chip import label_of
from ui.editors.prose.document import text_of
from unionapp.text import Cleaned, clean, tidied

_LIVE_TEXT = "application/x-unionapp-prose"


class Pasted(NamedTuple):
    """A text that is pasted, and whether its places are to be live."""

    cleaned: Cleaned
    live: bool


def copied(cursor: QTextCursor, desk: Desk) -> QMimeData:
    """Return what is selected: with its values as text, and with its places for this program."""
    selected = QTextDocument()
    QTextCursor(selected).insertFragment(cursor.selection())
    data = QMimeData()
    data.setText(text_of(selected, lambda place: label_of(desk, place)))
    data.setData(_LIVE_TEXT, text_of(selected).encode())
    _watch_for_the_end()
    return data


def leave_plain() -> None:
    """Leave what was copied here to other programs as text alone.

    It belongs to Python, and Qt would let go of it when Python is gone already.
    """
    clipboard = QApplication.clipboard()
    kept = clipboard.mimeData()
    if kept is not None and kept.hasFormat(_LIVE_TEXT):
        clipboard.setText(clipboard.text())


@lru_cache(maxsize=1)
def _watch_for_the_end() -> None:
    application = QApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(leave_plain)


def pasted(source: QMimeData) -> Pasted:
    """Return the text to be put in, without formatting; what was copied here is clean already."""
    live = source.hasFormat(_LIVE_TEXT)
    text = bytes(source.data(_LIVE_TEXT).data()).decode() if live else source.text()
    return Pasted(clean(text) if live else tidied(text), live)
