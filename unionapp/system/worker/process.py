"""The process that reads, as the program sees it: started, given a file, killed when it is time."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from unionapp import errors
from unionapp.errors import UnionAppError
from unionapp.system.worker.child import ARGUMENT, READY
from unionapp.system.worker.frames import (
    Call,
    Done,
    Exhausted,
    Given,
    Refused,
    Reply,
    packed,
    put,
    take,
)
from unionapp.system.worker.limits import (
    MOST_MEMORY,
    MOST_SECONDS,
    QUIETLY,
    TIME_IS_UP,
    Fence,
)

if TYPE_CHECKING:
    import subprocess

Result = TypeVar("Result")

# Bytes of a reply; the largest workbook that is read gives some 30 MB.
MOST_REPLY = 64 * 2**20

# Seconds by the clock after which nobody waits any longer, however busy the machine is; a reader
# that may compute for longer is waited for longer.
LONGEST = 30.0

# Seconds that a process has for its own start. One that takes longer is kept from starting by
# something on this machine, and no fault of the file.
PATIENCE = 30.0

# Seconds between two looks whether it is done.
_GLANCE = 0.02

_HOUSE = Path(__file__).parents[3]
_PACKAGED = frozenset({"unionapp", "unionapp-cli"})


@dataclass(frozen=True, slots=True)
class Reader(Generic[Result]):
    """What understands a kind of file: a function from its bytes and its name.

    It is named, not imported: the process of the file loads it, and the program need not. What it
    `gives` is plain data or frozen objects. It has so many `seconds` of computing.
    """

    module: str
    function: str
    gives: type[Result]
    seconds: float = MOST_SECONDS

    def __call__(self, content: bytes, name: str) -> Result:
        """Read a file right here."""
        result: Result = getattr(import_module(self.module), self.function)(content, name)
        return result


class Reason(Enum):
    """Why reading was broken off, in the words of a sentence."""

    TIME = f"读了{MOST_SECONDS:.0f}秒还没有读完"
    MEMORY = f"读它要用的内存超过{MOST_MEMORY >> 20}兆"
    # The process has died, or something came up that its reader does not know.
    FAULT = "读到一半停下了，它的内部结构不正常"


class BrokenOffError(Exception):
    """Reading was broken off; every room makes a sentence of its own of it.

    `place` is the kind of error and where it came up, when that is known.
    """

    def why(self, way_out: str) -> str:
        """Return why, and the way out."""
        return f"{self.reason.value}；{way_out}"

    def __init__(self, reason: Reason, place: str = "") -> None:
        super().__init__(reason.name, place)
        self.reason = reason
        self.place = place


class _NotStartedError(Exception):
    """This machine lets no such process start."""


def command() -> list[str]:
    """Return what starts such a process.

    A packaged program has no Python besides itself: its command line, which loads no Qt, stands in.
    """
    own = Path(sys.executable)
    if own.stem in _PACKAGED:
        return [str(own.with_name(f"unionapp-cli{own.suffix}")), ARGUMENT]
    script = (
        f"import sys; sys.path.insert(0, {str(_HOUSE)!r}); "
        "from unionapp.system.worker import serve; sys.exit(serve())"
    )
    return [sys.executable, "-I", "-X", "utf8", "-c", script]


def read_apart(
    reader: Reader[Result],
    content: bytes,
    name: str,
    tick: Callable[[], object] = lambda: None,
) -> Result:
    """Read a file in a process of its own.

    Where no such process can be started, another one is tried once. Where the machine lets none
    start, the file is read here: every reader has bounds too.

    Args:
        reader: What understands it.
        content: The bytes of the file.
        name: What sentences call it.
        tick: Called many times a second; what it raises ends the reading.

    Raises:
        UnionAppError: What the reader says of the file.
        BrokenOffError: It took too long or too much memory, or the process died of it.
    """
    given = Given(content, _as_text(name))
    for start in (_worker_for, Worker):
        worker = start(reader)
        try:
            return _result(worker.reply_to(given, tick), reader.gives)
        except _NotStartedError:
            continue
        finally:
            worker.end()
    return reader(content, name)


def _as_text(name: str) -> str:
    """A name as a sentence can call it: of a file that another system has named it may be none."""
    return name.encode(errors="replace").decode()


def _result(reply: bytes | None, gives: type[Result]) -> Result:
    """What a reply says; it comes from a process that may be another's by now."""
    try:
        told = None if reply is None else msgspec.msgpack.decode(reply, type=Reply)
        match told:
            case Done():
                return msgspec.msgpack.decode(told.packed, type=gives)
            case Refused():
                raise _error(told.error)(told.sentence)
            case Exhausted():
                raise BrokenOffError(Reason.MEMORY)
            case _:
                raise BrokenOffError(Reason.FAULT, told.place if told else "")
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BrokenOffError(Reason.FAULT) from error


def _error(kind: str) -> type[UnionAppError]:
    found = getattr(errors, kind, None)
    if isinstance(found, type) and issubclass(found, UnionAppError):
        return found
    return UnionAppError


# The process that was made ready, if any was, and what it is to read with.
_spare: "list[tuple[Reader[Any], Worker]]" = []
_one_at_a_time = Lock()


def make_ready(reader: Reader[Any]) -> None:
    """Have a process started that can read such files soon; return at once."""
    with _one_at_a_time:
        if _spare and _spare[0][0] == reader:
            return
        _drop()
        _spare.append((reader, Worker(reader)))


def dismiss() -> None:
    """End what was made ready and is not needed after all."""
    with _one_at_a_time:
        _drop()


def _drop() -> None:
    while _spare:
        _spare.pop()[1].end()


def _worker_for(reader: Reader[Any]) -> "Worker":
    """The process that was made ready for this, or a new one."""
    with _one_at_a_time:
        if _spare and _spare[0][0] == reader:
            return _spare.pop()[1]
    return Worker(reader)


class Worker:
    """A process that reads one file; it is started in the background."""

    def __init__(self, reader: Reader[Any]) -> None:
        self._call = packed(Call(reader.module, reader.function, reader.seconds))
        self._seconds = reader.seconds
        self._asked: SimpleQueue[bytes | None] = SimpleQueue()
        self._guard = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._is_ready = False
        self._is_out_of_time = False
        self._reply: bytes | None = None
        self._thread = Thread(target=self._talk, name="reading", daemon=True)
        self._thread.start()

    def reply_to(self, given: Given, tick: Callable[[], object]) -> bytes | None:
        """Return what it replies to a file; None if it died of it.

        Raises:
            BrokenOffError: It took too long.
            _NotStartedError: It could not be started.
        """
        self._asked.put(packed(given))
        end = time.monotonic() + PATIENCE
        was_ready = False
        while self._thread.is_alive() and time.monotonic() < end:
            if self._is_ready and not was_ready:
                was_ready = True
                end = time.monotonic() + LONGEST * self._seconds / MOST_SECONDS
            self._thread.join(_GLANCE)
            tick()
        if not self._is_ready:
            raise _NotStartedError
        if self._thread.is_alive() or self._is_out_of_time:
            raise BrokenOffError(Reason.TIME)
        return self._reply

    def end(self) -> None:
        """Kill it, whatever it does."""
        self._asked.put(None)
        with self._guard:
            self._is_over = True
            if self._process is not None:
                self._process.kill()

    def _talk(self) -> None:
        """Start it, give it the file when there is one, and take its reply."""
        try:
            with self._guard:
                if self._is_over:
                    return
                self._process = _started()
        except OSError:
            return
        fence = Fence(self._process, self._seconds)
        try:
            self._exchange(self._process)
        except OSError:  # it has died, or was killed
            pass
        finally:
            self._process.kill()
            self._process.communicate()
            self._is_out_of_time = self._process.returncode == TIME_IS_UP
            fence.close()

    def _exchange(self, process: "subprocess.Popen[bytes]") -> None:
        to, back = process.stdin, process.stdout
        if to is None or back is None:
            return
        put(to, self._call)
        self._is_ready = take(back, len(READY)) == READY
        given = self._asked.get() if self._is_ready else None
        if given is not None:
            put(to, given)
            self._reply = take(back, MOST_REPLY)


def _started() -> "subprocess.Popen[bytes]":
    import subprocess  # most commands of the command line start no process

    return subprocess.Popen(  # noqa: S603 - it is this program itself
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=QUIETLY,
    )
