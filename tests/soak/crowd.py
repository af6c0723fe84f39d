"""Ten programs write into one draft at once, as fast as they can."""

from pathlib import Path
from random import Random

from tests.ui.support.colleagues import at_work, wanted

NAMES = tuple("甲乙丙丁戊己庚辛壬癸")
EDITS = 2000


def write_in_a_crowd(folder: Path, _chance: Random, times: int) -> str:
    """Each edit of each is there once, in one history."""
    edits = EDITS * times
    found, put_down = at_work(folder, NAMES, edits), wanted(NAMES, edits)
    assert len(found) == len(put_down), f"{len(found)} edits are there of {len(put_down)}"
    assert set(found) == put_down
    return f"{len(NAMES)} programs × {edits:,} edits in one history, none lost"
