"""Several programs at work on one draft at the same time, each as its window is: over a desk.

    python -m tests.ui.support.colleagues FOLDER DRAFT NAME EDITS

One of them puts its edits down one after another without a pause, and ends when all are saved.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from tests.support.places import HOUSE
from ui.desk import Desk
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

# Where they all write: now one, now another of these.
PLACES = tuple(EditPath(Slot.NOTE, id_) for id_ in ("unit", "members", "hazards_found"))


def at_work(folder: Path, names: Sequence[str], edits: int) -> tuple[Change, ...]:
    """Have so many programs make so many edits each in a new draft; return what is in the store.

    Raises `AssertionError` where one of them failed or the edits are not one history.
    """
    store = open_store(folder)
    draft = begin(store, "enterprise", ())
    command = [sys.executable, "-m", "tests.ui.support.colleagues", str(folder), draft]
    programs = [
        subprocess.Popen([*command, name, str(edits)], cwd=HOUSE, stderr=subprocess.PIPE, text=True)
        for name in names
    ]
    for program in programs:
        _, errors = program.communicate()
        assert program.returncode == 0, errors
    found = store.edits(draft)
    assert [edit.seq for edit in found] == list(range(1, len(found) + 1))
    assert not Session(store, draft).is_behind
    store.close()
    return tuple(edit.change for edit in found)


def wanted(names: Sequence[str], edits: int) -> set[Change]:
    """What they have put down, each of them."""
    return {_change(name, number) for name in names for number in range(edits)}


def _change(name: str, number: int) -> Change:
    return Change(PLACES[number % len(PLACES)], f"{name} {number}")


def _work(folder: Path, draft: str, name: str, edits: int) -> int:
    application = QCoreApplication([])
    desk = Desk(Session(open_store(folder), draft))
    numbers = iter(range(edits))
    timer = QTimer(interval=0)

    def go_on() -> None:
        number = next(numbers, None)
        if number is not None:
            desk.put_all([_change(name, number)], joins=False)
        elif desk.settle():
            application.quit()

    timer.timeout.connect(go_on)
    timer.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(_work(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])))
