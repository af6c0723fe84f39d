"""The real window, killed while somebody types into every kind of editor without a pause."""

import sys
from pathlib import Path

import pytest

from tests.ui.support.steady import (
    LONG,
    MOST_LOST,
    SHORT,
    Rhythm,
    killed_again_and_again,
)
from unionapp.draft import Slot

KILLS = 20
# Fewer keys in the same time: what counts is how long one types without a pause.
STEADY = Rhythm(pause=(30, 90), in_one_place=(3, 60), rests=1, most_keys=40)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
@pytest.mark.parametrize("rows", [SHORT, LONG], ids=["short tables", "long tables"])
def test_killed_while_typing_loses_nothing_told_as_saved_and_a_second_at_most(
    tmp_path: Path, rows: int
) -> None:
    seeds = [f"{rows} {number}" for number in range(KILLS)]
    runs = killed_again_and_again(tmp_path, rows, seeds, STEADY)
    for seed, told in zip(seeds, runs, strict=True):
        assert not [*told.lies()], seed
        assert told.seconds_lost() <= MOST_LOST, seed
    typed = {key.place.path.slot for told in runs for key in told.keys}
    assert typed >= {Slot.VALUE, Slot.PREVIOUS, Slot.NOTE, Slot.NARRATIVE, Slot.TITLE}
