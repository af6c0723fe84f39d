"""However often drafts are opened and pages turned, nothing of them is left in memory."""

import gc
from collections.abc import Callable, Sequence
from itertools import pairwise
from weakref import ref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.left import held, let_go, objects, widgets
from tests.ui.support.started import shown, wizard_of
from ui.runtime import run_quietly
from ui.section import SectionPage
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.figures.progress import page_ids
from unionapp.storage import DraftStore
from unionapp.storage.starting import begin_example, begin_next_year

# Bytes; tables that grow and shrink make more of a difference now and then, never each time.
LITTLE = 8192


def least_growth(work: Callable[[], object], times: int) -> int:
    """The bytes by which what is held grows each time at least: what is leaked, and no more."""
    sizes = [held()]
    for _ in range(times):
        work()
        sizes.append(held())
    return min(after - before for before, after in pairwise(sizes))


def open_and_close(qtbot: QtBot, window: StartWindow, draft: str) -> None:
    """Open a draft, build three sections and the last pages, and close it."""
    window.open_draft(draft)
    wizard = wizard_of(qtbot)
    pages = page_ids(wizard.desk.template)
    for page in (*pages[1:4], *pages[-2:]):
        turn_to(wizard, page)
    wizard.close()
    let_go()


def turn_all(wizard: SummaryWizard, pages: Sequence[str]) -> None:
    for page in pages:
        turn_to(wizard, page)


def turn_to(wizard: SummaryWizard, page: str) -> None:
    """Turn to a page; it and the one that is built ahead of it are whole, however busy it is."""
    wizard.go_to_page(page)
    let_go()
    for section in (wizard.currentPage(), wizard.page(wizard.nextId())):
        while isinstance(section, SectionPage) and section.prepare():
            pass


def test_a_draft_that_is_closed_leaves_nothing(qtbot: QtBot, store: DraftStore) -> None:
    window = shown(qtbot, store)
    example = begin_example(store, "school")
    draft = begin_next_year(store, example).id  # with marks and figures of last year
    open_and_close(qtbot, window, draft)
    before = widgets(), objects()
    growth = least_growth(lambda: open_and_close(qtbot, window, draft), 4)
    assert (widgets(), objects()) == before
    assert growth < LITTLE


def test_pages_that_are_turned_leave_nothing(qtbot: QtBot, store: DraftStore) -> None:
    window = shown(qtbot, store)
    window.open_draft(begin_example(store, "school"))
    wizard = wizard_of(qtbot)
    pages = page_ids(wizard.desk.template)[1:4]
    turn_all(wizard, pages * 2)
    before = widgets(), objects()
    growth = least_growth(lambda: turn_all(wizard, pages), 5)
    assert (widgets(), objects()) == before
    assert growth < LITTLE


def test_work_that_is_over_keeps_hold_of_nothing(qtbot: QtBot) -> None:
    class Result:
        """What the work found."""

    owner, found = QWidget(), list[ref[Result]]()
    qtbot.addWidget(owner)
    run_quietly(owner, Result, lambda result: found.append(ref(result)), print)
    qtbot.waitUntil(lambda: bool(found))
    let_go()
    gc.collect()
    assert found[0]() is None
