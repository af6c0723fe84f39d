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
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import Button, Message, show_message
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.system import data_folder, log

_SORRY = say("程序遇到了没有料到的问题")
_WHAT_TO_DO = say(
    "刚才这一步可能没有做成；写下的内容都在，可以接着写。\n"
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
    box = show_message(parent, _WHAT_TO_DO, _SORRY)
    if box is not None:
        copy = box.add_lasting(say("复制"))
        copy.clicked.connect(partial(_copy_notes, copy))
        box.add_lasting(say("打开日志文件夹")).clicked.connect(partial(_open_folder, box))


def _copy_notes(button: Button) -> None:
    QApplication.clipboard().setText(_report())
    button.setText(say("已复制"))


def _report() -> str:
    """What helps whoever is asked: program, system, and the last errors by kind and place."""
    system = f"{QSysInfo.prettyProductName()} {QSysInfo.currentCpuArchitecture()}"
    python = ".".join(map(str, sys.version_info[:3]))
    return "\n".join(
        (
            say("工会年度总结 {version}", version=log.program_version()),
            f"{system} · Python {python} · Qt {qVersion()}",
            *_notes,
        )
    )


def _open_folder(box: Message) -> None:
    """Open the folder of the log; where the system shows none, say where it is."""
    folder = data_folder()
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        box.add_note(say("系统没有打开文件夹，日志在“{file}”。", file=folder / log.NAME))


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
