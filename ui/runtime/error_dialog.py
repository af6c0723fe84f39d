"""Errors: each is shown as a sentence in a dialog, and a strange one is noted in the log.

Behind the dialog the window goes on working: what is typed is saved as before.
"""

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QSysInfo,
    Qt,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

from unionapp.errors import UnionAppError
from unionapp.system import data_folder, log

_SORRY = (
    "程序遇到了没有料到的问题，刚才这一步可能没有做成；写下的内容都在，可以接着写。\n"
    "请再试一次；如果还不行，请重新打开程序。\n\n"
    "要请人帮忙，点“复制”，把问题的种类和出处贴给他；里面没有草稿的内容，也没有姓名。"
)

# What was noted of the last errors, the newest last, for whoever asks for help.
_notes: deque[str] = deque(maxlen=5)


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error: its own sentence if it is ours, else a plain one and a note in the log."""
    if isinstance(error, UnionAppError):
        show_message(parent, str(error))
        return
    log_error(error)
    box = show_message(parent, _SORRY)
    if box is not None:
        copy = _add_lasting(box, "复制")
        copy.clicked.connect(partial(_copy_notes, copy))
        _add_lasting(box, "打开日志文件夹").clicked.connect(partial(_open_folder, box))


def show_message(parent: QWidget | None, sentence: str) -> QMessageBox | None:
    """Show one sentence, without holding anything up; one that is being shown is not repeated."""
    if sentence in {box.text() for box in _messages()}:
        return None
    box = message_box(parent, sentence)
    box.setDefaultButton(box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole))
    _shown.add(box)
    box.finished.connect(partial(_forget, box))
    box.open()
    return box


def message_box(parent: QWidget | None, sentence: str) -> QMessageBox:
    """Return a message without buttons, not yet open, that says a sentence as it stands."""
    box = QMessageBox(QMessageBox.Icon.Warning, "工会年度总结", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # it may hold what the person wrote
    box.setText(sentence)
    return box


def _forget(box: QMessageBox, _result: int) -> None:
    _shown.discard(box)
    box.deleteLater()


def _messages() -> Iterator[QMessageBox]:
    """The messages that are on the screen; one may have gone with the window behind it."""
    return (box for box in _shown if isValid(box) and box.isVisible())


# Keeps a message until it is closed: without a window behind it nothing else does.
_shown: set[QMessageBox] = set()


def _add_lasting(box: QMessageBox, words: str) -> QPushButton:
    """Add a button that leaves the message open."""
    button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
    button.clicked.disconnect()
    return button


def _copy_notes(button: QPushButton) -> None:
    QApplication.clipboard().setText(_report())
    button.setText("已复制")


def _report() -> str:
    """What helps whoever is asked: program, system, and the last errors by kind and place."""
    system = f"{QSysInfo.prettyProductName()} {QSysInfo.currentCpuArchitecture()}"
    python = ".".join(map(str, sys.version_info[:3]))
    return "\n".join(
        (
            f"工会年度总结 {log.program_version()}",
            f"{system} · Python {python} · Qt {qVersion()}",
            *_notes,
        )
    )


def _open_folder(box: QMessageBox) -> None:
    """Open the folder of the log; where the system shows none, say where it is."""
    folder = data_folder()
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        box.setInformativeText(f"系统没有打开文件夹，日志在“{folder / log.NAME}”。")


def log_error(error: BaseException) -> None:
    """Note in the log what kind of error came up and where in the program."""
    _notes.append(log.note_error(error))


@contextmanager
def catching_everything() -> Iterator[None]:
    """Show meanwhile every error that nobody catches, those in slots too.

    What Qt and Python complain of besides is noted; nothing of it ends in somebody's terminal.
    """
    before = sys.excepthook
    sys.excepthook = _show_uncaught
    try:
        with noting_messages(), log.noting_warnings():
            yield
    finally:
        sys.excepthook = before


@contextmanager
def noting_messages() -> Iterator[None]:
    """Have noted meanwhile what Qt would print."""
    before = qInstallMessageHandler(_note_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _show_uncaught(
    _type: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    show_error(QApplication.activeWindow(), error)


def _note_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Note what Qt complains of: in which of its functions, or about what; not its words."""
    about = getattr(context, "category", "") or "?"  # which its types leave out
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log.note_once(kind.name, log.function_named_in(message) or about)
    if kind is QtMsgType.QtFatalMsg and sys.stderr is not None:
        print(message, file=sys.stderr)  # the last word: Qt ends the program after it
