"""Write the drafts' files that the proofs double-click, and a data folder of a newer program.

Usage: PYTHONPATH=SOURCE python -P packaging/proof_drafts.py FOLDER, where SOURCE was built.
Of the cases: school.ghzj and subdistrict.ghzj. Not to be opened: damaged.ghzj, newer.ghzj, and
newer/, a data folder.
"""

import gzip
import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import begin, exchange
from unionapp.system import HOME_VARIABLE, data_folder

_TESTS = Path(__file__).parents[1] / "tests"
_CASES = ("school", "subdistrict")
# Bytes that are left of a file that was cut off while it was copied.
_CUT = 500


def main(folder: Path) -> None:
    """Write them all."""
    home = folder / "newer"
    os.environ[HOME_VARIABLE] = str(home)
    store = open_store(data_folder())
    for case in _CASES:
        given = answers.load(_TESTS / "cases" / f"{case}.toml")
        draft = begin(store, given.template.id, given.changes)
        exchange.save(store, draft, folder / f"{case}.ghzj")
    store.close()
    _of_a_newer_program(next(home.glob("*.sqlite*")))
    whole = (folder / "school.ghzj").read_bytes()
    (folder / "damaged.ghzj").write_bytes(whole[:_CUT])
    (folder / "newer.ghzj").write_bytes(_newer(whole))


def _newer(packed: bytes) -> bytes:
    """A draft as a later program may write it, with a thing that is unknown here."""
    content = json.loads(gzip.decompress(packed))
    content |= {"format": content["format"] + 1, "pictures": []}
    return gzip.compress(json.dumps(content).encode())


def _of_a_newer_program(drafts: Path) -> None:
    with closing(sqlite3.connect(drafts)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("ALTER TABLE draft ADD COLUMN of_later TEXT")
        connection.execute(f"PRAGMA user_version = {version + 1}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
