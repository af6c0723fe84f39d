"""Ten thousand turns of a page on a big draft: the memory must stand still."""

from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.bench.big_draft import SECTIONS, begin_big_draft
from tests.bench.spans import resident, running_application, settle
from ui.window import SummaryWizard
from unionapp.storage import open_store
from unionapp.storage.sessions import Session

TURNS = 10_000
# Turns after which everything that is kept on purpose is there.
WARM = 1000
# Megabytes by which the process may grow after them.
MOST = 8.0


def turn_pages(folder: Path, _chance: Random, times: int) -> str:
    """Turn them to and fro."""
    application = running_application()
    store = open_store(folder)
    wizard = SummaryWizard(Session(store, begin_big_draft(store)))
    wizard.show()
    turns = cycle([wizard.go_on] * (SECTIONS - 1) + [wizard.go_back] * (SECTIONS - 1))
    sizes = [resident()]
    for count in (WARM, *[TURNS * times // 10] * 10):
        for turn in islice(turns, count):
            turn()
            settle()
        sizes.append(resident())
    wizard.close()
    settle()
    store.close()
    del application
    told = " ".join(f"{size:.0f}" for size in sizes)
    assert sizes[-1] - sizes[1] <= MOST, f"the memory grows: {told} MB"
    return f"{TURNS * times:,} turns of a page, memory {told} MB"
