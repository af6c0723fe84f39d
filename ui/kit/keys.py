"""Keys that all entries share: undo belongs to the draft, Enter goes on like Tab."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.kit.layouts import scroll_area_around
from ui.kit.shortcuts import SHORTCUTS

# The property of a widget that Enter passes over and only Tab reaches.
SKIPPED_BY_ENTER = "skipped_by_enter"

# The property of a widget to which Enter has led, while nothing was done there yet.
REACHED_BY_ENTER = "reached_by_enter"

# The property of a widget in which entries of two years stand in columns.
HAS_COLUMNS = "has_columns"

# The name of the button that leads to the next page.
LEADS_ON = "leads_on"

_WINDOW_KEYS = frozenset(each.key for each in SHORTCUTS)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
# A desktop may have others to undo than those of the table.
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_history_key(event: QEvent) -> bool:
    """Tell whether a key undoes or redoes: the draft does that, not a widget of its own."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)


def is_window_override(event: QEvent) -> bool:
    """Tell whether Qt asks a widget to take a key that belongs to the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(plain, Qt.Key(event.key())))
    return is_history_key(event) or pressed.toString() in _WINDOW_KEYS


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter alone; with Ctrl it turns the page."""
    return event.key() in _ENTER and event.modifiers() in _PLAIN


def focus_first_entry(form: QWidget) -> None:
    """Put the focus where typing begins; Qt's chain would lead through all other pages first."""
    for candidate in form.findChildren(QWidget):
        by_tab = candidate.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        shown = candidate.isVisibleTo(form)  # a page that is being turned to is not visible yet
        skipped = isinstance(candidate, QAbstractButton) or candidate.property(SKIPPED_BY_ENTER)
        if by_tab and shown and not skipped:
            # Enter goes on from a text, too.
            candidate.setProperty(REACHED_BY_ENTER, REACHED_BY_ENTER)
            candidate.setFocus(Qt.FocusReason.TabFocusReason)  # what is typed takes its place
            return


def go_on(widget: QWidget) -> None:
    """Move the focus to the next entry down the page, and at its foot to 下一步.

    Last year's column goes on in itself, and from its end to what stands below.
    """
    entries = [each for each in _after(widget) if _takes_enter(widget, each)]
    onward = [each for each in entries if not each.property(SKIPPED_BY_ENTER)]
    form = scroll_area_around(widget)
    below = (each for each in onward if form is not None and _is_below(widget, each, form))
    following = next(below, None) or _leads_on(widget) or next(iter(onward), None)
    if widget.property(SKIPPED_BY_ENTER):
        following = next(_below_in_column(widget), following)
    if following is not None:
        following.setProperty(REACHED_BY_ENTER, REACHED_BY_ENTER)
        following.setFocus(Qt.FocusReason.TabFocusReason)


def leave_by_tab(widget: QWidget) -> None:
    """Move the focus on as Tab does, out of a widget that has a use of its own for Tab."""
    following = next((each for each in _after(widget) if _takes_enter(widget, each)), None)
    if following is not None:
        following.setFocus(Qt.FocusReason.TabFocusReason)


def _is_below(widget: QWidget, other: QWidget, form: QWidget) -> bool:
    """Whether it follows on the same form; the order of Tab may have something else between."""
    if not form.isAncestorOf(other):
        return False
    here, there = widget.mapTo(form, QPoint()), other.mapTo(form, QPoint())
    return (there.y(), there.x()) > (here.y(), here.x())


def _leads_on(widget: QWidget) -> QWidget | None:
    """The button to the next page, of a window that has one."""
    button = widget.window().findChild(QWidget, LEADS_ON)
    return button if button is not None and button.isVisible() and button.isEnabled() else None


def _below_in_column(widget: QWidget) -> Iterator[QWidget]:
    """The further entries of last year's that stand in the same grid."""
    grid = _around(widget)
    for each in _after(widget):
        if grid is None or not grid.isAncestorOf(each):
            return
        passed = each.property(SKIPPED_BY_ENTER) and _takes_enter(widget, each)
        if passed and _around(each) is grid:
            yield each


def _after(widget: QWidget) -> Iterator[QWidget]:
    """What follows in the order of Tab, once round."""
    following = widget.nextInFocusChain()
    while following and following is not widget:
        yield following
        following = following.nextInFocusChain()


def _around(entry: QWidget) -> QWidget | None:
    """What has the column in which an entry stands."""
    around = entry.parentWidget()
    while around is not None and not around.property(HAS_COLUMNS):
        around = around.parentWidget()
    return around


def _takes_enter(widget: QWidget, other: QWidget) -> bool:
    by_tab = bool(other.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and other.isEnabled() and other.isVisible() and not other.isAncestorOf(widget)


def is_alone(event: QKeyEvent, key: Qt.Key) -> bool:
    """Tell whether this key was pressed, and none of Shift, Ctrl and Alt with it."""
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.NoModifier
