"""Prose on the clipboard: with its values for other programs, with its places for this one."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.desk import Desk
from ui.editors.chip import label_of
from ui.editors.prose_document import text_of
from unionapp.cleaning import Cleaned, clean

_LIVE_TEXT = "application/x-unionapp-prose"


class Pasted(NamedTuple):
    """A text to be put in, and whether its places are to be live."""

    cleaned: Cleaned
    live: bool


def copied(cursor: QTextCursor, desk: Desk) -> QMimeData:
    """What is selected."""
    selected = QTextDocument()
    QTextCursor(selected).insertFragment(cursor.selection())
    data = QMimeData()
    data.setText(text_of(selected, lambda place: label_of(desk, place)))
    data.setData(_LIVE_TEXT, text_of(selected).encode())
    return data


def pasted(source: QMimeData) -> Pasted:
    """What is to be put in, without any looks."""
    live = source.hasFormat(_LIVE_TEXT)
    text = bytes(source.data(_LIVE_TEXT).data()).decode() if live else source.text()
    return Pasted(clean(text), live)
