"""`make soak`: what only shows after hours, one row each.

    python -m tests.soak [PART ...]     the parts of the table below; all of them if none is named

The chances are drawn from a seed that is printed; SOAK_SEED=… repeats a run, SOAK_TIMES=3 makes
it three times as long. Exit code 1 if something did not hold.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random, SystemRandom

from tests.soak.crowd import write_in_a_crowd
from tests.soak.damage import spoil_stores
from tests.soak.disks import fill_disks
from tests.soak.examples import look_for_examples
from tests.soak.hostile import read_hostile_files
from tests.soak.jobs import repeat_jobs
from tests.soak.kills import kill_writers
from tests.soak.openings import open_drafts
from tests.soak.pages import turn_pages
from tests.soak.power import cut_power
from tests.soak.reading import read_drawn_sentences
from tests.soak.refusals import refuse_one_by_one
from tests.soak.typing import kill_typists

Part = Callable[[Path, Random, int], str]

# Each takes an empty folder, its chances and how many times as long to go on.
# It returns what was done, and raises `AssertionError` when something did not hold.
PARTS: Mapping[str, Part] = {
    "pages": turn_pages,
    "openings": open_drafts,
    "kills": kill_writers,
    "crowd": write_in_a_crowd,
    "disks": fill_disks,
    "damage": spoil_stores,
    "power": cut_power,
    "refusals": refuse_one_by_one,
    "typing": kill_typists,
    "jobs": repeat_jobs,
    "hostile": read_hostile_files,
    "reading": read_drawn_sentences,
    "examples": look_for_examples,
}


def main(names: list[str]) -> int:
    """Run the parts; returns the exit code."""
    seed = os.environ.get("SOAK_SEED") or str(SystemRandom().randrange(10**6))
    times = int(os.environ.get("SOAK_TIMES", "1"))
    print(f"SOAK_SEED={seed} SOAK_TIMES={times}", flush=True)
    verdicts = [_run(name, _chance(seed, name), times) for name in names or PARTS]
    return 0 if all(verdicts) else 1


def _chance(seed: str, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311  # chances that can be drawn again


def _run(name: str, chance: Random, times: int) -> bool:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            done, verdict = PARTS[name](Path(folder), chance, times), "ok"
        except AssertionError as error:
            done, verdict = str(error), "FAILED"
    minutes = (time.monotonic() - begun) / 60
    print(f"{name:<10} {minutes:6.1f} min  {verdict:<6}  {done}", flush=True)
    return verdict == "ok"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
