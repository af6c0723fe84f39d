"""A place in the window that takes text: whether it is one, its cursor, letters composed in it."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QWidget

_Query = Qt.InputMethodQuery
_SECRET = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData


def takes_text(place: QObject | None) -> bool:
    """Tell whether an input method may write there: no password, nothing that is only read."""
    if place is None:
        return False
    query = QInputMethodQueryEvent(_Query.ImEnabled | _Query.ImHints | _Query.ImReadOnly)
    QGuiApplication.sendEvent(place, query)
    hints = Qt.InputMethodHint(query.value(_Query.ImHints) or 0)
    return (
        bool(query.value(_Query.ImEnabled))
        and not query.value(_Query.ImReadOnly)
        and not hints & _SECRET
    )


def cursor_on_screen(place: QWidget) -> QRect:
    """Return the cursor in pixels of the screen; on a scaled desktop Qt's own are larger."""
    found = place.inputMethodQuery(_Query.ImCursorRectangle)
    local = found.toRect() if isinstance(found, QRectF) else QRect(found)
    screen = place.screen()
    origin, ratio = screen.geometry().topLeft(), screen.devicePixelRatio()
    point = (place.mapToGlobal(local.topLeft()) - origin) * ratio + origin
    return QRect(QPoint(point), local.size() * ratio)


def letters_event(letters: str, cursor: int) -> QInputMethodEvent:
    """Return the event of letters that are not text yet; the cursor is given in bytes of UTF-8."""
    before = letters.encode()[:cursor].decode(errors="ignore")
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    attribute, kind = QInputMethodEvent.Attribute, QInputMethodEvent.AttributeType
    return QInputMethodEvent(
        letters,
        [
            attribute(kind.TextFormat, 0, _units(letters), underlined),
            attribute(kind.Cursor, _units(before), 1, None),
        ],
    )


def _units(text: str) -> int:
    """Qt counts in UTF-16, in which a rare character is two."""
    return len(text.encode("utf-16-le")) // 2
