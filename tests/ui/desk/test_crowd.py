"""Several programs at work on one draft at once: each edit of each is there, in one history."""

from pathlib import Path

from tests.ui.support.colleagues import at_work, wanted

NAMES, EDITS = ("甲", "乙", "丙"), 30


def test_each_edit_of_each_program_is_there_once_in_one_history(tmp_path: Path) -> None:
    found = at_work(tmp_path, NAMES, EDITS)
    assert len(found) == len(NAMES) * EDITS
    assert set(found) == wanted(NAMES, EDITS)
