"""Five hundred openings of a draft, each with other pages: the memory must stand still."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from tests.bench.spans import resident, running_application, settle
from tests.ui.support.left import let_go
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.figures.progress import page_ids
from unionapp.starting import begin_example, begin_next_year
from unionapp.storage import open_store
from unionapp.storage.sessions import Session

OPENINGS = 500
# Openings after which everything that is kept on purpose is there.
WARM = 50
# Pages that are turned to in each of them; the next opening goes on with those after them.
TURNS = 3
# Megabytes by which the process may grow after them.
MOST = 8.0


def open_drafts(folder: Path, _chance: Random, times: int) -> str:
    """Open a draft with figures of last year, turn pages, and close it, again and again."""
    application = running_application()
    store = open_store(folder)
    draft = begin_next_year(store, begin_example(store)).id
    start = StartWindow(store)
    start.show()
    pages = cycle(page_ids(Session(store, draft).template))
    sizes = [resident()]
    for count in (WARM, *[OPENINGS * times // 10] * 10):
        for _ in range(count):
            _open_and_close(start, draft, pages)
        sizes.append(resident())
    start.close()
    store.close()
    del application
    told = " ".join(f"{size:.0f}" for size in sizes)
    assert sizes[-1] - sizes[1] <= MOST, f"the memory grows: {told} MB"
    return f"{OPENINGS * times:,} openings of a draft, memory {told} MB"


def _open_and_close(start: StartWindow, draft: str, pages: Iterator[str]) -> None:
    start.open_draft(draft)
    settle()
    windows = QApplication.topLevelWidgets()
    wizard = next(each for each in windows if isinstance(each, SummaryWizard) and each.isVisible())
    for page in islice(pages, TURNS):
        wizard.go_to_page(page)
        settle()
    wizard.close()
    let_go()
