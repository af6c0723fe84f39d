"""A process that saves one edit after another until it is killed; prints each that is saved.

It turns a page after each, and a snapshot is due so often that many a kill meets one being kept.

python -m tests.soak.writer FOLDER DRAFT ID
"""

import sys
from itertools import count
from pathlib import Path

from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, log

log._EVERY, log._BEHIND = 3, 2


def main(folder: Path, draft: str, id_: str) -> None:
    """Save numbers, from the one after that which is there."""
    session = Session(open_store(folder), draft)
    path = EditPath(Slot.VALUE, id_)
    there = session.figures.draft.answers.get(path)
    for number in count(int(there) + 1 if isinstance(there, str) else 1):
        session.edit(Change(path, str(number)), joins=False)
        print(number, flush=True)
        session.leave_at(f"{number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
