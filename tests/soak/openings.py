"""Five hundred openings of a draft, each with other pages: the memory must stand still.

Nobody opens drafts one upon the other as it is done here, five a second. The collector, which
looks twice a second, would come round after a few of them or after a dozen, and the process would
be as large as chance had it: so all that is forgotten is collected after each of them.

Two things are measured. What the allocator has given out stands nearly still, and so shows a small
leak. The size of the process holds Python's own objects too, but goes up and down by 4 MB and more
with the free memory at the end of the heap; so the smallest of the last three sizes counts, which
a leak raises as well.
"""

import gc
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from tests.bench.spans import resident, running_application, settle
from tests.ui.support.left import held, let_go
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.figures.progress import page_ids
from unionapp.storage import open_store
from unionapp.storage.sessions import Session
from unionapp.storage.starting import begin_example, begin_next_year

OPENINGS = 500
# Openings after which everything that is kept on purpose is there.
WARM = 50
# Pages that are turned to in each of them; the next opening goes on with those after them.
TURNS = 3
# Megabytes by which the process may grow after them.
MOST = 8.0
# Bytes by which what the allocator has given out may grow with each. About 1,800 are left, most
# of them given out where PySide connects signals.
MOST_EACH = 4096


def open_drafts(folder: Path, _chance: Random, times: int) -> str:
    """Open a draft with figures of last year, turn pages, and close it, again and again."""
    application = running_application()
    store = open_store(folder)
    draft = begin_next_year(store, begin_example(store)).id
    start = StartWindow(store)
    start.show()
    pages = cycle(page_ids(Session(store, draft).template))
    sizes, given_out = [resident()], [held()]
    for count in (WARM, *[OPENINGS * times // 10] * 10):
        for _ in range(count):
            _open_and_close(start, draft, pages)
        sizes.append(resident())
        given_out.append(held())
    start.close()
    store.close()
    del application
    each = (given_out[-1] - given_out[1]) / (OPENINGS * times)
    told = f"memory {' '.join(f'{size:.0f}' for size in sizes)} MB, {each:.0f} bytes with each"
    assert min(sizes[-3:]) - sizes[1] <= MOST, f"the memory grows: {told}"
    assert each <= MOST_EACH, f"what is given out grows: {told}"
    return f"{OPENINGS * times:,} openings of a draft, {told}"


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
    gc.collect()
