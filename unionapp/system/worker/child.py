"""What runs in the process that reads: one function, one file, one reply.

It is loaded and fenced in before it is given anything of the file.
"""

import importlib
import os
import sys
from collections.abc import Callable
from typing import IO

import msgspec

from unionapp.errors import UnionAppError
from unionapp.system.worker.frames import (
    Call,
    Done,
    Exhausted,
    Failed,
    Given,
    Refused,
    Reply,
    packed,
    put,
    take,
)
from unionapp.system.worker.limits import MOST_MEMORY, confine

# With this alone the packaged command line is no command line, but such a process.
ARGUMENT = "--read-one-file"

# Sent when everything is loaded.
READY = b"ready"

_SHORT = 2**16


def serve() -> int:
    """Read one file for the program that started this process; return the exit code."""
    asked, answers = sys.stdin.buffer, _answers()
    call = take(asked, _SHORT)
    if call is None:
        return 1
    asked_for = msgspec.msgpack.decode(call, type=Call)
    read = _function(asked_for)
    confine(asked_for.seconds)
    put(answers, READY)
    given = take(asked, MOST_MEMORY)
    if given is None:  # no file was chosen, or the program has ended
        return 0
    put(answers, _reply(read, given))
    return 0


def _answers() -> IO[bytes]:
    """The way back, which nothing else can write to: what a library prints goes nowhere."""
    back = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return back


def _function(call: Call) -> Callable[[bytes, str], object]:
    found: Callable[[bytes, str], object] = getattr(importlib.import_module(call.module), call.name)
    return found


def _reply(read: Callable[[bytes, str], object], given: bytes) -> bytes:
    try:
        file = msgspec.msgpack.decode(given, type=Given)
        del given
        return packed(Done(packed(read(file.content, file.name))))
    except MemoryError:
        told: Reply = Exhausted()
    except UnionAppError as error:
        told = Refused(type(error).__name__, str(error))
    except Exception as error:  # whatever it is, the program must not fall with it
        told = Failed(_place(error))
    return packed(told)


def _place(error: Exception) -> str:
    """The kind of an error and where it came up; never its words, which may quote the file."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"
