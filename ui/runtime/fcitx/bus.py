"""Fcitx 4 on the session bus: whether it is there, and the program's context in it."""

import os
import re

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QCoreApplication,
    QEvent,
    QMetaObject,
    QObject,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusPendingCallWatcher,
)

from ui.runtime.fcitx.context import Context, Stroke

# Milliseconds that a key waits for Fcitx; it answers in less than one.
PATIENCE = 500

_FOR_EVER = 0x7FFFFFFF

_DAEMON = "org.freedesktop.DBus"
_NEWER = "org.fcitx.Fcitx5"
_METHOD = "org.fcitx.Fcitx.InputMethod"
_CONTEXT = "org.fcitx.Fcitx.InputContext"
_SHOWS_LETTERS, _COMMITS_WHAT_IT_LEAVES = 1 << 1, 1 << 5
_PRESSED, _RELEASED = 0, 1


def service_name() -> str:
    """Return the name of Fcitx 4 on the bus, which bears the number of its screen."""
    number = re.search(r":(\d+)", os.environ.get("DISPLAY", ""))
    return f"org.fcitx.Fcitx-{number[1] if number else 0}"


class FcitxBus(QObject):
    """The watch over a Fcitx 4 that comes, goes or is started anew."""

    came = Signal(Context)
    went = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._owner = ""
        self._asked: QDBusPendingCallWatcher | None = None
        # No QDBusServiceWatcher: set up from Python, it waits for Qt's own thread of the bus, and
        # that thread for Python.
        for name in (service_name(), _NEWER):
            self._bus.connect(
                _DAEMON, "/org/freedesktop/DBus", _DAEMON, "NameOwnerChanged", [name], "sss",
                self, SLOT("look()"),  # type: ignore[call-overload]
            )  # fmt: skip

    @Slot()
    def look(self) -> None:
        """Look who is there; of two generations the newer is left to Qt's own plugin."""
        owner = "" if self._owner_of(_NEWER) else self._owner_of(service_name())
        if owner == self._owner:
            return
        self._owner, self._asked = owner, None
        self.went.emit()
        if owner:
            self._ask_for_context(owner)

    def _owner_of(self, name: str) -> str:
        if not self._bus.isConnected():
            return ""
        owner: str = self._bus.interface().serviceOwner(name).value() or ""
        return owner

    def _ask_for_context(self, owner: str) -> None:
        message = QDBusMessage.createMethodCall(owner, "/inputmethod", _METHOD, "CreateICv3")
        message.setArguments([QCoreApplication.applicationName(), os.getpid()])
        self._asked = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        self._asked.finished.connect(self._give_context)

    def _give_context(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        if watcher is self._asked and not watcher.isError():
            path = f"/inputcontext_{watcher.reply().arguments()[0]}"
            self.came.emit(_BusContext(self._bus, self._owner, path, self))


class _BusContext(Context):
    """A context in one Fcitx; of no use once that has gone.

    Its numbers are unsigned on the bus, which Python's are not: hence the calls through the slots
    that Qt makes of what Fcitx says of itself.
    """

    def __init__(self, bus: QDBusConnection, owner: str, path: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._silent = False
        self._cursor = QRect()
        self._remote = QDBusInterface(owner, path, _CONTEXT, bus, self)
        self._remote.setTimeout(PATIENCE)
        every = ""
        heard = SLOT("_hear(QDBusMessage)")
        bus.connect(owner, path, _CONTEXT, every, self, heard)  # type: ignore[call-overload]
        self._call("SetCapacity", Q_ARG("uint", _SHOWS_LETTERS | _COMMITS_WHAT_IT_LEAVES))

    def takes(self, stroke: Stroke) -> bool:
        """Ask Fcitx, and hear what it committed before the key or the next one goes on."""
        if self._silent:
            return False
        answer = self._call(
            "ProcessKeyEvent",
            Q_RETURN_ARG("int"),
            Q_ARG("uint", stroke.symbol),
            Q_ARG("uint", stroke.code),
            Q_ARG("uint", stroke.state),
            Q_ARG("int", _RELEASED if stroke.is_release else _PRESSED),
            Q_ARG("uint", stroke.time & 0xFFFFFFFF),
        )
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        if self._remote.lastError().isValid():
            self._wait_until_it_answers()
            return False
        return bool(answer)

    def come_in(self) -> None:
        """Tell Fcitx that a place for text has the keys; nobody waits for an answer."""
        self._remote.asyncCall("FocusIn")

    def go_out(self) -> None:
        """Tell Fcitx that no place for text has the keys any more."""
        self._remote.asyncCall("FocusOut")

    def forget(self) -> None:
        """Tell Fcitx to drop the letters that are composed."""
        self._remote.asyncCall("Reset")

    def stand_at(self, cursor: QRect) -> None:
        """Tell Fcitx where the cursor is, if it has moved."""
        if cursor != self._cursor:
            self._cursor = cursor
            x, y, width, height = cursor.x(), cursor.y(), cursor.width(), cursor.height()
            self._remote.asyncCallWithArgumentList("SetCursorRect", [x, y, width, height])

    def _call(self, method: str, *arguments: object) -> object:
        direct = Qt.ConnectionType.DirectConnection
        invoke = QMetaObject.invokeMethod
        return invoke(self._remote, method, direct, *arguments)  # type: ignore[call-overload]

    def _wait_until_it_answers(self) -> None:
        """It may yet deal with the keys that were typed without it: they are to be forgotten."""
        self._silent = True
        self.fell_silent.emit()
        message = QDBusMessage.createMethodCall(
            self._remote.service(), self._remote.path(), _CONTEXT, "Reset"
        )
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message, _FOR_EVER), self)
        watcher.finished.connect(self._hear_it_answer)

    def _hear_it_answer(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        self._silent = watcher.isError()  # then it has gone, and the next one gets a new context

    @Slot(QDBusMessage)
    def _hear(self, message: QDBusMessage) -> None:
        if self._silent:
            return
        match message.member(), message.arguments():
            case "CommitString", [str(text)]:
                self.committed.emit(text)
            case "UpdatePreedit", [str(letters), int(cursor)]:
                self.composing.emit(letters, cursor)
            case "ForwardKey", [int(symbol), int(state), int(kind)]:
                self.forwarded.emit(symbol, state, kind == _RELEASED)
