"""What goes between the program and the process that reads: pieces of bytes with their length."""

from collections.abc import Mapping
from typing import IO, Any

import msgspec

_LENGTH = 8


class Call(msgspec.Struct, frozen=True, array_like=True):
    """Which function reads, by its module and its name there, and the seconds that it has."""

    module: str
    name: str
    seconds: float


class Given(msgspec.Struct, frozen=True, array_like=True):
    """What is read: the bytes of a file, and what sentences call it."""

    content: bytes
    name: str


class Done(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """The file was read; the result is packed once more, to be decoded by its own type."""

    packed: bytes


class Refused(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """The file was refused by an error of ours: which, and its sentence."""

    error: str
    sentence: str


class Exhausted(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """The memory was used up."""


class Failed(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Something else went wrong: the kind of error and its place, and nothing of the file."""

    place: str


Reply = Done | Refused | Exhausted | Failed


def put(stream: IO[bytes], body: bytes) -> None:
    """Send a piece."""
    stream.write(len(body).to_bytes(_LENGTH, "big"))
    stream.write(body)
    stream.flush()


def take(stream: IO[bytes], most: int) -> bytes | None:
    """Return the next piece; None when there is none, or it would be larger than that."""
    length = int.from_bytes(stream.read(_LENGTH).ljust(_LENGTH, b"\xff"), "big")
    if length > most:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def packed(value: object) -> bytes:
    """Return a value of plain data and frozen objects as bytes."""
    return msgspec.msgpack.encode(value, enc_hook=_plain)


def _plain(value: Any) -> dict[Any, Any]:
    """Return a mapping that can't be changed as one that msgpack has a form for."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))
