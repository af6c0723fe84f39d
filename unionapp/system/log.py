"""The log of the program: what went wrong that nobody foresaw, by its kind and place alone.

The window, the command line and what Python and the libraries warn of have one between them, in
the data folder and for its owner's eyes. Neither a message nor a path of the machine is kept: both
may name persons.
"""

import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path, PureWindowsPath
from traceback import walk_tb
from typing import Any

from unionapp.errors import UnionAppError
from unionapp.system.paths import data_folder

NAME = "problems.log"
FORMER_NAME = "problems.former.log"

# Bytes after which a log becomes the former one, and the lines that one error may fill.
LONGEST = 500_000
_MOST_PLACES = 30

# How a message of Qt names what it is about, before it says what.
_FUNCTION = re.compile(r"[A-Z]\w*(?:::~?\w+)+", re.ASCII)


def note_error(error: BaseException) -> str:
    """Note an error and what it came from; return what was noted, to be handed on."""
    entry = "\n".join((f"{datetime.now().isoformat(' ', 'seconds')} {_described(error)}", ""))
    _write(entry)
    return entry


def note_once(kind: str, place: str) -> None:
    """Note something that is no error, once in a run of the program: it may come up without end."""
    if (kind, place) not in _noted:
        _noted.add((kind, place))
        _write(f"{datetime.now().isoformat(' ', 'seconds')} {kind} {place}\n")


def function_named_in(message: str) -> str:
    """Return the function that a message of Qt names; the message itself may hold a text."""
    named = _FUNCTION.match(message)
    return named[0] if named else ""


@contextmanager
def noting_warnings() -> Iterator[None]:
    """Have noted meanwhile what Python would print: warnings, and errors that can't be raised."""
    before = warnings.showwarning, sys.unraisablehook, threading.excepthook
    warnings.showwarning = _note_warning
    sys.unraisablehook = lambda unraisable: _note_lost(unraisable.exc_value)
    threading.excepthook = lambda failed: _note_lost(failed.exc_value)
    try:
        yield
    finally:
        warnings.showwarning, sys.unraisablehook, threading.excepthook = before


@cache
def program_version() -> str:
    """Return the version of the program as it is installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("unionapp")
    except PackageNotFoundError:
        return "（没有安装，版本不明）"


# What was noted once already.
_noted: set[tuple[str, str]] = set()


def _described(error: BaseException) -> str:
    """The kind and places of an error, and those of what it came from, if anything."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return _placed(error) if cause is None else f"{_placed(error)}\nfrom {_placed(cause)}"


def _placed(error: BaseException) -> str:
    """The kind of an error and its places, the innermost last; of too many, those next to it."""
    codes = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    places = [f"  {_file(code.co_filename)}:{line} {code.co_name}" for code, line in codes]
    return "\n".join((type(error).__name__, *places[-_MOST_PLACES:]))


def _file(path: str) -> str:
    """The name of a file; frozen on either system, the program names it with its folders."""
    return PureWindowsPath(path).name


def _note_warning(*warning: Any, **_: Any) -> None:
    """Note a warning, given as `warnings.showwarning` has it: what it says stands first."""
    _message, category, filename, lineno, *_rest = warning
    note_once(category.__name__, f"{_file(filename)}:{lineno}")


def _note_lost(error: BaseException | None) -> None:
    if error is not None:
        note_error(error)


def _write(entry: str) -> None:
    """Put an entry at the end of the log; what can't be noted must not hide what is being told."""
    with suppress(OSError, UnionAppError):
        file = data_folder() / NAME
        _make_room(file)
        file.touch(mode=0o600)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(entry)


def _make_room(file: Path) -> None:
    """Let a long log become the former one; on Windows it can't while another program writes."""
    with suppress(OSError):
        if file.stat().st_size >= LONGEST:
            file.replace(file.with_name(FORMER_NAME))
