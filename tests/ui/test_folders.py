"""A dialog for files begins in a folder that is there."""

from pathlib import Path

import pytest

from ui import folders


def test_without_a_folder_for_documents_a_dialog_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert folders.documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert folders.documents() == tmp_path / "Documents"


def test_a_folder_that_is_gone_gives_way_to_the_one_above_it(tmp_path: Path) -> None:
    assert folders.nearest(str(tmp_path / "文稿" / "2026")) == str(tmp_path)
    assert folders.nearest(str(tmp_path)) == str(tmp_path)
