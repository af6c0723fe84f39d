"""What a screen reader can say of a widget, and the painted words that are not among it."""

import re
from collections.abc import Iterator
from itertools import islice

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QWidget

from tests.ui.support.words.painted import lines_painted_on

_Text = QAccessible.Text
_TEXTS = (_Text.Name, _Text.Description, _Text.Value, _Text.Accelerator)
# Parts of one widget that are asked, at most: no page shows more.
_MOST = 5000
# What stands between parts of a line, or where one was cut for want of room.
_BETWEEN = re.compile("[…·\u3000]")
# What is no word: blanks of all kinds, and the place of a picture.
_NO_WORD = re.compile(r"[\s\u200b\u2028\u2029\ufffc\u00a0]+")


def unspoken_words(place: QWidget) -> Iterator[str]:
    """What is painted in a place and said nowhere: the kind of each widget, and its words."""
    for widget in (place, *place.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not place.window():
            continue
        lines = lines_painted_on(widget)
        if not lines:
            continue
        said = spoken_of(widget)
        for line in lines:
            if not _is_said(line, said):
                yield f"{_kind_of(widget)}: {line}"


def spoken_of(widget: QWidget) -> str:
    """All that is said of a widget, of what it stands in and of what stands in it."""
    interface = _asked_anew(_whole_of(widget))
    parts = [*_above(interface), *islice(_below(interface), _MOST)]
    return "\n".join(_plain(text) for part in parts for text in _texts_of(part))


def _asked_anew(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader that comes just now is given; Qt keeps rows that are there no more."""
    kept = QAccessible.queryAccessibleInterface(widget)
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(kept))
    return QAccessible.queryAccessibleInterface(widget)


def _whole_of(widget: QWidget) -> QWidget:
    """The widget, or the list, table or text whose inner part it is."""
    around = widget.parentWidget()
    inner = isinstance(around, QAbstractScrollArea) and around.viewport() is widget
    if around is not None and (inner or isinstance(widget, QHeaderView)):
        return _whole_of(around)
    return widget


def _is_said(line: str, said: str) -> bool:
    """Whether words are said, part by part; of such as were cut, all that is left of them."""
    return all(_plain(part) in said for part in _BETWEEN.split(line))


def _plain(words: str) -> str:
    return _NO_WORD.sub("", words)


def _above(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    while interface is not None and interface.isValid():
        yield interface
        interface = interface.parent()


def _below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.isValid():
            yield child
            yield from _below(child)


def _texts_of(interface: QAccessibleInterface) -> Iterator[str]:
    yield from (interface.text(kind) for kind in _TEXTS)
    if (text := interface.textInterface()) is not None:
        yield text.text(0, text.characterCount())


def _kind_of(widget: QWidget) -> str:
    """The name of its class, and of what it is in where it is Qt's own."""
    name = type(widget).__name__
    around = widget.parentWidget()
    return (
        name
        if type(widget).__module__.startswith("ui") or around is None
        else (f"{type(around).__name__}/{name}")
    )
