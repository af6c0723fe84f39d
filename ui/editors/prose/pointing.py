"""What of a text is under the pointer."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.editors.prose.document import place_of
from unionapp.template import Place


def place_at(edit: QTextEdit, point: QPoint) -> Place | None:
    """The place whose chip is at a point of the viewport."""
    position = edit.cursorForPosition(point).position()
    for start in (position, position - 1):
        if start >= 0 and (place := _place_after(edit, start, point)) is not None:
            return place
    return None


def _place_after(edit: QTextEdit, position: int, point: QPoint) -> Place | None:
    """The place of the character after a position, if the point is on it."""
    start = QTextCursor(edit.document())
    start.setPosition(position)
    end = QTextCursor(start)
    if not end.movePosition(QTextCursor.MoveOperation.NextCharacter):
        return None
    left, right = edit.cursorRect(start), edit.cursorRect(end)
    in_line = left.top() <= point.y() <= left.bottom()
    over = in_line and left.left() <= point.x() <= right.left()
    return place_of(end.charFormat()) if over else None
