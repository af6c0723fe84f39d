"""The window on a big draft: opening it, a page, a key, and the memory of a thousand pages.

Times are of the UI thread, from the event until the loop has nothing left to do, painting and
saving included: what it worked, which the promises are about, and beside it what a clock showed,
with the waiting for the disk and for other programs.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget, QWizard, QWizardPage

from tests.bench.big_draft import SECTIONS, begin_big_draft
from tests.bench.finding import report_finding
from ui.app import make_application
from ui.wizard import SummaryWizard
from unionapp.session import Session
from unionapp.store import Store

_OPENINGS = 7
_TURNS = 100
_PAGES = 1000
_KEYS = 300
_PAUSES = 20
_PAUSE = 700
"""Milliseconds after which all that waits for a pause in typing has run."""

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_4)
_TYPED = (*_DIGITS, *[Qt.Key.Key_Backspace] * len(_DIGITS))


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


def measure_windows(folder: Path) -> Iterator[str]:
    """The rows, one after another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in os.environ else "offscreen")
    application = QApplication.instance() or make_application(sys.argv[:1])
    store = Store(folder)
    draft = begin_big_draft(store)
    ours, bare = _opening(lambda: SummaryWizard(Session(store, draft))), _opening(_bare_wizard)
    beyond = Span(ours.worked - bare.worked, ours.passed - bare.passed)
    yield str(Measured("opening a big draft, beyond a bare window", beyond, 0.150))
    wizard = SummaryWizard(Session(store, draft))
    wizard.show()
    _settle()
    yield str(Measured("turning to a page never seen, median", _first_turns(wizard), 0.100))
    yield str(Measured("turning to a page seen before, 95th", _turns(wizard), 0.100))
    yield str(Measured("a key in a figure, 95th", _keys(wizard, "i7_done"), 0.008))
    yield report_finding(wizard)
    yield str(Measured("what waits for a pause in typing, median", _pauses(wizard), 0.016))
    yield _memory(wizard)
    wizard.close()
    _settle()
    store.close()
    del application


def _bare_wizard() -> QWizard:
    wizard = QWizard()
    wizard.addPage(QWizardPage())
    return wizard


def _opening(make: Callable[[], QWidget]) -> Span:
    """From what is stored to a painted window."""
    return _middle([_span_of_opening(make) for _ in range(_OPENINGS)])


def _span_of_opening(make: Callable[[], QWidget]) -> Span:
    opened: list[QWidget] = []

    def open_() -> None:
        opened.append(make())
        opened[0].show()

    span = _span(open_)
    opened[0].close()
    opened[0].deleteLater()
    _settle()
    return span


def _first_turns(wizard: SummaryWizard) -> Span:
    """Until what is in sight is painted; the cards below are built while the window answers."""
    times = []
    for _ in range(SECTIONS):
        times.append(_span(wizard.go_on))
        QTest.qWait(_PAUSE)
    return _middle(times)


def _turns(wizard: SummaryWizard) -> Span:
    turns = [wizard.go_back] * (SECTIONS - 1) + [wizard.go_on] * (SECTIONS - 1)
    return _slow([_span(turn) for turn in islice(cycle(turns), _TURNS)])


def _keys(wizard: SummaryWizard, id_: str) -> Span:
    wizard.go_to(id_)
    QTest.qWait(_PAUSE)
    entry = cast("QLineEdit", wizard.focusWidget())
    entry.selectAll()  # a figure of four digits is typed anew, taken out, and typed again
    keys = islice(cycle(_TYPED), _KEYS)
    return _slow([_span(partial(QTest.keyClick, entry, key)) for key in keys])


def _pauses(wizard: SummaryWizard) -> Span:
    """The longest that the loop is held up at a time after a key: a further key would wait so."""
    entry = wizard.focusWidget()
    return _middle([_longest_hold_up(entry) for _ in range(_PAUSES)])


def _longest_hold_up(entry: QWidget) -> Span:
    QTest.keyClick(entry, Qt.Key.Key_3)
    _settle()
    QTest.keyClick(entry, Qt.Key.Key_Backspace)
    _settle()
    longest, end = Span(0, 0), perf_counter() + _PAUSE / 1000
    while perf_counter() < end:
        longest = max(longest, _span(QApplication.processEvents))
    return longest


def _memory(wizard: SummaryWizard) -> str:
    """Memory that the process holds before and after a thousand turns of a page."""
    turns = [wizard.go_back] * (SECTIONS - 1) + [wizard.go_on] * (SECTIONS - 1)
    before = _resident()
    for turn in islice(cycle(turns), _PAGES):
        turn()
        _settle()
    after = _resident()
    what = f"memory before and after {_PAGES} turns of a page"
    return f"{what:<58} {before:9.1f} MB  {after:9.1f} MB"


def _resident() -> float:
    """Megabytes of memory that the process holds; Linux's own count of pages of 4 KB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4 / 1024


def _span(work: Callable[[], object]) -> Span:
    worked, begun = thread_time(), perf_counter()
    work()
    _settle()
    return Span(thread_time() - worked, perf_counter() - begun)


def _middle(spans: list[Span]) -> Span:
    return Span(*map(median, zip(*spans, strict=True)))


def _slow(spans: list[Span]) -> Span:
    """The 95th percentile."""
    return Span(*(quantiles(times, n=20)[-1] for times in zip(*spans, strict=True)))


def _settle() -> None:
    """Let the loop do all that there is to do now; what a timer does later is not waited for."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
