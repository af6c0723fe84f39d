"""Paths at which there is no file to be read, whatever they are called."""

import os
import socket
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path


def hostile_paths(folder: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    """Yield what is wrong, and a path in a folder with a name of a kind; nothing is left open."""
    made = _kinds()
    for at, (name, make) in enumerate(made.items()):
        path = folder / f"{at}{suffix}"
        make(path)
        yield name, path
    yield "nothing", folder / f"没有{suffix}"
    yield "a file within a file", folder / f"11{suffix}" / f"x{suffix}"
    yield "a name of 4,000 characters", folder / ("名" * 4_000 + suffix)
    yield "a path of 100,000 characters", folder / ("a/" * 50_000 + suffix)
    yield "a name with a null character", folder / f"a\0{suffix}"
    yield "half of a character", folder / f"\ud800{suffix}"
    yield "a list that the system keeps", Path("/proc/self/mem")
    yield "what the kernel tells", Path("/proc/kmsg")
    for odd in ("a\nb", "‮exe", "<b>", "%s%n", " ", "-rf", "😀", "a'\"b"):
        path = folder / f"{odd}{suffix}"
        path.write_bytes(b"\x01\x02\x03 not at all")
        yield f"a file called {odd!r}", path


def _kinds() -> dict[str, Callable[[Path], None]]:
    return {
        "a pipe": _pipe,
        "a folder": Path.mkdir,
        "a socket": _bind,
        "a link to a device without an end": partial(_link, to="/dev/zero"),
        "a link to a full device": partial(_link, to="/dev/full"),
        "a link to nothing": partial(_link, to="/dev/null"),
        "a link to a terminal": partial(_link, to="/dev/tty"),
        "a link to itself": lambda path: _link(path, str(path)),
        "a link that is broken": partial(_link, to="nowhere"),
        "a link to a pipe": _link_to_pipe,
        "10 GB of nothing": _spread,
        "a file of 0 bytes": Path.touch,
    }


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path, to: str) -> None:
    path.symlink_to(to)


def _link_to_pipe(path: Path) -> None:
    pipe = path.with_suffix(".pipe")
    os.mkfifo(pipe)
    path.symlink_to(pipe)


def _bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


def _spread(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(10 * 2**30)
