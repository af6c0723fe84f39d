"""Between Qt and an input method: keys go there first, and what it composes comes back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.runtime.fcitx.context import Context, stroke_of
from ui.runtime.fcitx.keys import forwarded_key
from ui.runtime.fcitx.text_input import cursor_on_screen, letters_event, takes_text

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class FcitxClient(QObject):
    """The way of keys to an input method and of texts back, for the place that is typed in.

    What is composed is shown in that place. When the keys leave it, when the mouse is pressed or
    when the input method goes away, the letters that stand there become text: nothing that was
    seen disappears.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._context: Context | None = None
        # Where letters are composed.
        self._place: QObject | None = None
        self._letters = ""
        self._is_in = False
        # A key that is not yet pressed, as its shortcut is looked for, and whether it is kept.
        self._asked: tuple[int, bool] | None = None
        application.focusWindowChanged.connect(self._watch)
        application.focusObjectChanged.connect(self._follow_focus)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._tell_cursor)

    def take(self, context: Context) -> None:
        """Type through a context of an input method from now on."""
        self._context = context
        context.committed.connect(self._commit)
        context.composing.connect(self._compose)
        context.forwarded.connect(self._forward)
        context.fell_silent.connect(self._turn_letters_into_text)
        self._is_in = False
        self._watch(QGuiApplication.focusWindow())
        self._follow_focus(QGuiApplication.focusObject())

    def let_go(self) -> None:
        """Type without an input method from now on."""
        context, self._context = self._context, None
        self._turn_letters_into_text()
        if context is not None:
            context.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys of the window, and notice whatever ends the composing."""
        if self._context is None:
            return False
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind in _KEYS and isinstance(event, QKeyEvent):
                return self._takes(event, self._context)
            if kind is QEvent.Type.MouseButtonPress:
                self._finish(self._context)
        elif kind is QEvent.Type.FocusOut and watched is self._place:
            self._finish(self._context)
        return False

    def _takes(self, event: QKeyEvent, context: Context) -> bool:
        """A key comes twice: before its shortcut is looked for, and when none was found."""
        asked, self._asked = self._asked, None
        if event.type() is QEvent.Type.KeyPress and asked and asked[0] == event.nativeScanCode():
            return asked[1]
        kept = self._is_typed_here() and context.takes(stroke_of(event))
        if event.type() is QEvent.Type.ShortcutOverride:
            self._asked = (event.nativeScanCode(), kept)
            event.setAccepted(kept)
        return kept

    def _is_typed_here(self) -> bool:
        """Keys for a menu or a list that has come up are not typed into the place behind it."""
        if QApplication.activePopupWidget() is not None:
            return False
        self._tell_cursor()
        return takes_text(QGuiApplication.focusObject())

    def _commit(self, text: str) -> None:
        self._send("", 0, text)

    def _compose(self, letters: str, cursor: int) -> None:
        if letters or self._letters:
            self._send(letters, cursor, "")

    def _send(self, letters: str, cursor: int, text: str) -> None:
        place = self._place if self._letters else QGuiApplication.focusObject()
        if place is not None and isValid(place) and takes_text(place):
            self._place, self._letters = place, letters
            event = letters_event(letters, cursor)
            event.setCommitString(text)
            QGuiApplication.sendEvent(place, event)
            self._tell_cursor()

    def _forward(self, symbol: int, state: int, is_release: bool) -> None:  # noqa: FBT001
        place = QGuiApplication.focusObject()
        event = forwarded_key(symbol, state, is_release=is_release)
        if place is not None and event is not None:
            QGuiApplication.sendEvent(place, event)

    def _finish(self, context: Context) -> None:
        if self._letters:
            self._turn_letters_into_text()
            context.forget()

    def _turn_letters_into_text(self) -> None:
        place, letters = self._place, self._letters
        self._place, self._letters = None, ""
        if letters and place is not None and isValid(place):
            event = QInputMethodEvent()
            event.setCommitString(letters)
            QGuiApplication.sendEvent(place, event)

    def _watch(self, watched: QObject | None) -> None:
        """Qt keeps one filter of one kind for each, and forgets it with what it watches."""
        if watched is not None:
            watched.installEventFilter(self)

    def _follow_focus(self, place: QObject | None) -> None:
        if self._context is None:
            return
        self._watch(place)
        was_in, self._is_in = self._is_in, takes_text(place)
        if self._is_in:
            self._tell_cursor()
        if self._is_in and not was_in:
            self._context.come_in()
        elif was_in and not self._is_in:
            self._context.go_out()

    def _tell_cursor(self) -> None:
        place = QGuiApplication.focusObject()
        if self._context is not None and isinstance(place, QWidget) and takes_text(place):
            self._context.stand_at(cursor_on_screen(place))
