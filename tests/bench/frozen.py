"""The frozen program beside the source: its start, its size. Only where one was built."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.timing import Comparison, compare
from tests.support.places import HOUSE
from unionapp.system import HOME_VARIABLE

TREE = HOUSE / "build" / "deb" / "root" / "build" / "unionapp" / "debian" / "unionapp"
PROGRAM = TREE / "usr" / "lib" / "unionapp" / "unionapp"
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
# Bytes that the Debian package may have, and may take on the disk.
MOST_PACKED = 45e6
MOST_INSTALLED = 130e6

_LONGEST_START = 30.0
_COLD_STARTS = 9


def report_frozen(folder: Path) -> Iterator[str]:
    """One row for each promise about the frozen program; none where there is none."""
    if not PROGRAM.exists():
        return
    frozen = partial(_start, [str(PROGRAM)], folder)
    source = partial(_start, [sys.executable, "-m", "ui.app"], folder)
    yield str(compare("frozen start / start from source", frozen, source, promised=1.2, runs=11))
    if os.access(DROP_CACHES, os.W_OK):
        yield str(_cold_beside_warm(frozen))
    for package in sorted((HOUSE / "dist").glob("*.deb")):
        yield _size_row(package.name, package.stat().st_size, MOST_PACKED)
    yield _size_row("installed", _bytes_in(TREE), MOST_INSTALLED)
    yield f"{'memory of the frozen program, start window':<58} {frozen() / 1e6:9.1f} MB"


def _start(command: Sequence[str], home: Path) -> int:
    """Start, wait until the window stands, end it; returns the bytes of memory it took.

    The program takes requests of later starts once its window stands, so one is laid down for it.
    """
    requests = home / "requests"
    requests.mkdir(exist_ok=True)
    request = requests / f"{secrets.token_hex(8)}.request"
    request.touch()
    environment = {**os.environ, HOME_VARIABLE: str(home)}
    environment.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in os.environ else "offscreen")
    with subprocess.Popen(
        command, cwd=HOUSE, env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_until_gone(request)
            return _resident(process.pid)
        finally:
            process.kill()


def _wait_until_gone(file: Path) -> None:
    end = time.monotonic() + _LONGEST_START
    while file.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"no window after {_LONGEST_START} s")
        time.sleep(0.001)


def _resident(process: int) -> int:
    pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _cold_beside_warm(start: Callable[[], object]) -> Comparison:
    """In turn, so that a machine's moods fall on both."""
    pairs = [(_seconds_when_cold(start), _seconds(start)) for _ in range(_COLD_STARTS)]
    cold, warm = (median(times) for times in zip(*pairs, strict=True))
    return Comparison("frozen start from a cold disk cache / warm", cold, warm, promised=2.0)


def _seconds_when_cold(start: Callable[[], object]) -> float:
    os.sync()
    DROP_CACHES.write_text("3")
    return _seconds(start)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _bytes_in(folder: Path) -> int:
    files = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files)


def _size_row(what: str, size: float, most: float) -> str:
    verdict = "ok" if size <= most else "OVER"
    return f"{what:<58} {size / 1e6:9.1f} MB (<= {most / 1e6:.0f} MB) {verdict}"
