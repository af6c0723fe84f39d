"""A dialog for files begins in a folder that is there."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.samples import filled
from ui.kit import dialogs
from ui.pages import output_options
from ui.pages.output_options import OutputFolder
from unionapp.paper import paper_of
from unionapp.system import Standing, is_there
from unionapp.writers import FileFormat


def test_without_a_folder_for_documents_a_dialog_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert dialogs.documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert dialogs.documents() == tmp_path / "Documents"


def test_a_folder_that_is_gone_gives_way_to_the_one_above_it(tmp_path: Path) -> None:
    assert dialogs.nearest(str(tmp_path / "文稿" / "2026")) == str(tmp_path)
    assert dialogs.nearest(str(tmp_path)) == str(tmp_path)


@pytest.mark.parametrize("typed", ["长" * 300, "文\0稿", "file/文稿"])
def test_a_name_that_no_disk_has_is_only_not_there(tmp_path: Path, typed: str) -> None:
    (tmp_path / "file").write_text("")
    assert dialogs.nearest(str(tmp_path / typed)) == str(tmp_path)
    assert not is_there(tmp_path / typed)


def test_a_folder_that_is_typed_is_looked_into_beside_the_work_and_after_a_pause(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[tuple[Path, bool]] = []

    def slow(paths: Sequence[Path], _papers: object) -> dict[Path, Standing]:
        looked.append((paths[0], threading.current_thread() is threading.main_thread()))
        return dict.fromkeys(paths, Standing.OURS)

    monkeypatch.setattr(output_options, "standings", slow)
    place = OutputFolder()
    qtbot.addWidget(place)
    with qtbot.waitActive(place):
        place.show()
    place.entry.setFocus()
    paper = paper_of(filled(unit="甲校工会", year="2022"))
    for typed in ("\\\\s", "\\\\server", "\\\\server\\share", str(tmp_path / ("长" * 300))):
        place.entry.setText(typed)
        place.show_names(paper, [FileFormat.DOCX], ())
    assert "将替换" not in place.names
    qtbot.waitUntil(lambda: "将替换" in place.names)
    assert [(path.parent, on_window) for path, on_window in looked] == [
        (tmp_path / ("长" * 300), False)
    ]
