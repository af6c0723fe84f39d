"""What is read of damaged rows: an edit that its chain proves stays, whatever is beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.core.storage.damage import small_store
from unionapp.storage import open_drafts
from unionapp.storage.sqlite import FILE_NAME

# A text that is marked as bytes, and bytes that are marked as a text: one bit in the file.
TURNED = [
    "UPDATE edit SET at = CAST(at AS BLOB) WHERE seq = 11",
    "UPDATE edit SET typed = CAST(typed AS BLOB) WHERE seq = 11",
    "UPDATE edit SET draft = CAST(draft AS BLOB) WHERE seq = 11",
    "UPDATE edit SET chain = CAST(chain AS TEXT) WHERE seq = 11",
]


@pytest.mark.parametrize("turned", TURNED)
def test_an_edit_is_whole_in_which_only_the_kind_of_a_column_has_turned(
    tmp_path: Path, turned: str
) -> None:
    kept = small_store(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as file:
        file.execute("UPDATE edit SET typed = '\"1\"' WHERE seq = 4")
        file.execute(turned)
    with closing(open_drafts(tmp_path)) as store:
        found = [[(edit.change, edit.at) for edit in store.edits(draft)] for draft in kept]
    assert found == [
        [(edit.change, edit.at) for edit in edits if edit.seq != 4] for edits in kept.values()
    ]


def test_an_edit_that_was_changed_is_left_out_also_where_the_one_before_it_is_missing(
    tmp_path: Path,
) -> None:
    kept = small_store(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as file:
        file.execute("DELETE FROM edit WHERE seq = 9")
        file.execute("UPDATE edit SET typed = '\"又一句\"' WHERE seq = 10")
    with closing(open_drafts(tmp_path)) as store:
        found = [[(edit.change, edit.at) for edit in store.edits(draft)] for draft in kept]
    assert found == [
        [(edit.change, edit.at) for edit in edits if edit.seq not in {9, 10}]
        for edits in kept.values()
    ]
