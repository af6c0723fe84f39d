"""The window on a big draft: opening it, a page, a key, and the memory of a thousand pages."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget, QWizard, QWizardPage

from tests.bench.big_draft import SECTIONS, begin_big_draft
from tests.bench.finding import report_finding
from tests.bench.spans import (
    PAUSE,
    Measured,
    Span,
    longest_hold_up,
    middle,
    resident,
    running_application,
    settle,
    slow,
    span,
)
from ui.window import SummaryWizard
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

_OPENINGS = 7
_TURNS = 100
_PAGES = 1000
_KEYS = 300
_PAUSES = 20
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_4)
_TYPED = (*_DIGITS, *[Qt.Key.Key_Backspace] * len(_DIGITS))


def measure_windows(folder: Path, example: Path) -> Iterator[str]:
    """The rows, one after another; `example` holds the answers of a draft of usual size."""
    application = running_application()
    store = open_store(folder)
    given = answers.load(example)
    usual = begin(store, given.template.id, given.changes)
    first = _opening(lambda: _opened_at_a_section(Session(store, usual)))
    yield str(Measured("the first page of a draft, window and all, median", first, 0.120))
    draft = begin_big_draft(store)
    ours, bare = _opening(lambda: SummaryWizard(Session(store, draft))), _opening(_bare_wizard)
    beyond = Span(ours.worked - bare.worked, ours.passed - bare.passed)
    yield str(Measured("opening a big draft, beyond a bare window", beyond, 0.150))
    jumps = _jumps(lambda: SummaryWizard(Session(store, draft)))
    yield str(Measured("jumping to a page never seen, median", jumps, 0.100))
    wizard = SummaryWizard(Session(store, draft))
    wizard.show()
    settle()
    yield str(Measured("turning on to a page never seen, median", _first_turns(wizard), 0.100))
    yield str(Measured("turning to a page seen before, 95th", _turns(wizard), 0.080))
    yield str(Measured("a key in a figure, 95th", _keys(wizard, "i7_done"), 0.006))
    yield report_finding(wizard)
    yield str(Measured("what waits for a pause in typing, median", _pauses(wizard), 0.016))
    yield _memory(wizard)
    wizard.close()
    settle()
    store.close()
    del application


def _opened_at_a_section(session: Session) -> SummaryWizard:
    wizard = SummaryWizard(session)
    wizard.go_to_page(session.template.sections[1].id)
    return wizard


def _bare_wizard() -> QWizard:
    wizard = QWizard()
    wizard.addPage(QWizardPage())
    return wizard


def _opening(make: Callable[[], QWidget]) -> Span:
    """From what is stored to a painted window."""
    return middle([_span_of_opening(make) for _ in range(_OPENINGS)])


def _span_of_opening(make: Callable[[], QWidget]) -> Span:
    opened: list[QWidget] = []

    def open_() -> None:
        opened.append(make())
        opened[0].show()

    taken = span(open_)
    opened[0].close()
    opened[0].deleteLater()
    settle()
    return taken


def _jumps(open_: Callable[[], SummaryWizard]) -> Span:
    """Backwards through a draft just opened, where no page has been built ahead."""
    wizard = open_()
    wizard.show()
    wizard.go_to_page(f"s{SECTIONS - 1}")  # what any page needs comes with the first
    settle()
    times = [
        span(partial(wizard.go_to_page, f"s{section}")) for section in range(SECTIONS - 2, 0, -1)
    ]
    wizard.close()
    wizard.deleteLater()
    settle()
    return middle(times)


def _first_turns(wizard: SummaryWizard) -> Span:
    """Until what is in sight is painted; the cards below are built while the window answers."""
    times = []
    for _ in range(SECTIONS):
        times.append(span(wizard.go_on))
        QTest.qWait(PAUSE)
    return middle(times)


def _turns(wizard: SummaryWizard) -> Span:
    turns = [wizard.go_back] * (SECTIONS - 1) + [wizard.go_on] * (SECTIONS - 1)
    return slow([span(turn) for turn in islice(cycle(turns), _TURNS)])


def _keys(wizard: SummaryWizard, id_: str) -> Span:
    wizard.go_to(id_)
    QTest.qWait(PAUSE)
    entry = cast("QLineEdit", wizard.focusWidget())
    entry.selectAll()  # a figure of four digits is typed anew, taken out, and typed again
    keys = islice(cycle(_TYPED), _KEYS)
    return slow([span(partial(QTest.keyClick, entry, key)) for key in keys])


def _pauses(wizard: SummaryWizard) -> Span:
    """The longest that the loop is held up at a time after a key: a further key would wait so."""
    entry = wizard.focusWidget()
    return middle([_hold_up_after_a_key(entry) for _ in range(_PAUSES)])


def _hold_up_after_a_key(entry: QWidget) -> Span:
    QTest.keyClick(entry, Qt.Key.Key_3)
    settle()
    QTest.keyClick(entry, Qt.Key.Key_Backspace)
    settle()
    return longest_hold_up()


def _memory(wizard: SummaryWizard) -> str:
    """Memory that the process holds before and after a thousand turns of a page."""
    turns = [wizard.go_back] * (SECTIONS - 1) + [wizard.go_on] * (SECTIONS - 1)
    before = resident()
    for turn in islice(cycle(turns), _PAGES):
        turn()
        settle()
    after = resident()
    what = f"memory before and after {_PAGES} turns of a page"
    return f"{what:<58} {before:9.1f} MB  {after:9.1f} MB"
