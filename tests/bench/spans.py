"""What a piece of work costs the UI thread, and what a clock showed beside it.

Times are of the UI thread, from the event until the loop has nothing left to do, painting and
saving included: what it worked, which the promises are about, and beside it what a clock showed,
with the waiting for the disk and for other programs.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ui.app import make_application

# Milliseconds after which all that waits for a pause in typing has run.
PAUSE = 700


class Span(NamedTuple):
    """Seconds that the thread worked, and seconds that passed."""

    worked: float
    passed: float


@dataclass(frozen=True)
class Measured:
    """One row of the report: work and time in seconds, beside the promise."""

    what: str
    span: Span
    promised: float

    def __str__(self) -> str:
        verdict = "ok" if self.span.worked <= self.promised else "OVER"
        worked, passed = self.span.worked * 1000, self.span.passed * 1000
        times = f"{worked:9.2f} ms  {passed:9.2f} ms"
        return f"{self.what:<58} {times}        (<= {self.promised * 1000:.0f} ms) {verdict}"


def running_application() -> QCoreApplication:
    """The application, made if there is none; it lives as long as somebody holds it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in os.environ else "offscreen")
    qInstallMessageHandler(_tell)
    return QApplication.instance() or make_application(sys.argv[:1])


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print what Qt has to say, but for what its plugin without a screen notes at every window."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def span(work: Callable[[], object]) -> Span:
    """What it takes until the loop is idle again."""
    worked, begun = thread_time(), perf_counter()
    work()
    settle()
    return Span(thread_time() - worked, perf_counter() - begun)


def middle(spans: list[Span]) -> Span:
    """The median."""
    return Span(*map(median, zip(*spans, strict=True)))


def slow(spans: list[Span]) -> Span:
    """The 95th percentile."""
    return Span(*(quantiles(times, n=20)[-1] for times in zip(*spans, strict=True)))


def longest_hold_up() -> Span:
    """The longest that the loop is held up at a time in a pause: a key would wait so long."""
    longest, end = Span(0, 0), perf_counter() + PAUSE / 1000
    while perf_counter() < end:
        longest = max(longest, span(QApplication.processEvents))
    return longest


def settle() -> None:
    """Let the loop do all that there is to do now; what a timer does later is not waited for."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def resident() -> float:
    """Megabytes of memory that the process holds; Linux's own count of pages of 4 KB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4 / 1024
