"""Errors: each is shown as a sentence in a dialog, and a strange one is noted in the log."""

import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from unionapp.errors import UnionAppError
from unionapp.system import data_folder

LOG_NAME = "problems.log"
_LONGEST_LOG = 1_000_000

_SORRY = (
    "程序遇到了没有料到的问题，刚才这一步可能没有做成；已保存的内容都在。\n"
    "请再试一次；如果还不行，请重新打开程序。"
)


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error: its own sentence if it is ours, else a plain one and a line in the log."""
    if isinstance(error, UnionAppError):
        show_message(parent, str(error))
        return
    log_error(error)
    show_message(parent, _SORRY)


def show_message(parent: QWidget | None, sentence: str) -> None:
    """Show one sentence, without holding anything up; one that is being shown is not repeated."""
    if sentence in {box.text() for box in _messages()}:
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "工会年度总结", sentence, parent=parent)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    _shown.add(box)
    box.finished.connect(partial(_forget, box))
    box.open()


def _forget(box: QMessageBox, _result: int) -> None:
    _shown.discard(box)
    box.deleteLater()


def _messages() -> Iterator[QMessageBox]:
    """The messages that are on the screen; one may have gone with the window behind it."""
    return (box for box in _shown if isValid(box) and box.isVisible())


# Keeps a message until it is closed: without a window behind it nothing else does.
_shown: set[QMessageBox] = set()


def log_error(error: BaseException) -> None:
    """Write into the log what kind of error came up and where in the program.

    Neither its message nor a path of the machine is kept: both may name persons.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    lines = [f"{datetime.now().isoformat(' ', 'seconds')} {type(error).__name__}", *places, ""]
    try:
        _append(data_folder() / LOG_NAME, "\n".join(lines))
    except (OSError, UnionAppError):  # what can't be noted must not hide what is being told
        traceback.print_exception(error)


def _append(file: Path, text: str) -> None:
    file.touch(mode=0o600)
    mode = "a" if file.stat().st_size < _LONGEST_LOG else "w"
    with file.open(mode, encoding="utf-8") as stream:
        stream.write(text)


def catch_everything() -> None:
    """Show every error that nobody catches, those in slots too."""
    sys.excepthook = _show_uncaught


def _show_uncaught(
    _type: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    show_error(QApplication.activeWindow(), error)
