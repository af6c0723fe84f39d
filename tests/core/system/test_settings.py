import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from unionapp.errors import StoreError
from unionapp.system import Appearance, Office, Theme, settings
from unionapp.system.settings import Settings


def test_without_a_file_nothing_is_remembered(home: Path) -> None:
    assert settings.load() == Settings()
    assert not (home / settings.FILE_NAME).exists()


def test_each_habit_is_remembered_beside_the_others() -> None:
    settings.remember_folder(Path("文稿"))
    settings.remember_size(1200, 720)
    assert settings.load() == Settings("文稿", 1200, 720)


def test_how_the_window_looks_is_remembered_beside_the_others() -> None:
    settings.remember_size(1200, 720)
    settings.remember_preview(330, folded=True)
    settings.remember_appearance(Appearance(150, Theme.DARK, guides_folded=True))
    assert settings.load().appearance == Appearance(150, Theme.DARK, guides_folded=True)
    assert settings.load().window_width == 1200
    assert (settings.load().preview_width, settings.load().preview_folded) == (330, True)


def test_the_file_is_closed_to_others(home: Path) -> None:
    settings.remember_size(1200, 720)
    assert (home / settings.FILE_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"[" * 99999,
    ],
)
def test_a_damaged_file_is_put_aside_and_not_lost(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / settings.FILE_NAME).write_bytes(damage)
    assert settings.load() == Settings()
    assert (home / settings.DAMAGED_NAME).read_bytes() == damage
    settings.remember_size(800, 600)
    assert settings.load().window_width == 800


def test_a_habit_of_a_newer_program_does_no_harm(home: Path) -> None:
    home.mkdir()
    (home / settings.FILE_NAME).write_text('{"export_folder": "文稿", "novelty": 1}', "utf-8")
    assert settings.load() == Settings("文稿")


@pytest.mark.parametrize(
    "strange",
    [
        {"window_width": "wide"},
        {"office": 1},
        {"office": {"kind": "school", "unit": 7}},
        {"appearance": {"theme": "pink", "text_percent": 150}},
        {"asked_who": 1},
    ],
)
def test_a_part_that_can_not_be_understood_takes_no_other_with_it(
    home: Path, strange: dict[str, object]
) -> None:
    home.mkdir()
    (home / settings.FILE_NAME).write_text(
        json.dumps({"export_folder": "文稿", "backup_folder": "U盘", **strange}), "utf-8"
    )
    found = settings.load()
    assert (found.export_folder, found.backup_folder) == ("文稿", "U盘")
    assert (found.window_width, found.office.unit, found.asked_who) == (0, "", False)
    assert found.office.kind == ("school" if "kind" in str(strange) else "")
    assert found.appearance.theme is Theme.SYSTEM
    assert found.appearance.text_percent == (150 if "appearance" in strange else 100)
    assert not (home / settings.DAMAGED_NAME).exists()


def failing(times: int, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    """Have a file refuse itself some times, as on Windows while another has it."""
    real, left = getattr(Path, verb), [None] * times

    def do(path: Path, *rest: object) -> object:
        if left and path.name.startswith("settings."):
            left.pop()
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *rest)

    monkeypatch.setattr(Path, verb, do)


@pytest.mark.parametrize("verb", ["stat", "replace"])
def test_a_file_that_can_not_be_had_for_a_moment_keeps_what_it_knew(
    monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    settings.remember_office(Office("school", "甲校工会"))
    failing(1, monkeypatch, verb)
    settings.remember_size(800, 600)
    assert (settings.load().office.unit, settings.load().window_width) == ("甲校工会", 800)


def test_a_file_that_can_not_be_read_is_never_written_over(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    settings.remember_office(Office("school", "甲校工会"))
    with monkeypatch.context() as patched:
        failing(99, patched, "stat")
        with pytest.raises(StoreError, match="不能保存设置（没有权限）"):
            settings.remember_size(800, 600)
        assert settings.load() == Settings()
    assert settings.load().office.unit == "甲校工会"
    assert not (home / settings.DAMAGED_NAME).exists()


def test_what_a_crash_left_behind_does_not_stop_the_next_saving(home: Path) -> None:
    home.mkdir()
    (home / "settings.new").write_text("half")
    settings.remember_size(800, 600)
    assert settings.load().window_height == 600


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(home: Path) -> None:
    (home / "settings.new").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"不能保存设置.*草稿不受影响。"):
        settings.remember_size(800, 600)


def test_who_the_union_is_is_asked_once_and_kept() -> None:
    settings.remember_size(800, 600)
    settings.remember_office(Office("school", "甲校工会", "县总工会", "校党总支", "学校"))
    assert settings.load().office.unit == "甲校工会"
    assert settings.load().asked_who
    assert settings.load().window_width == 800


def test_a_start_reads_the_settings_without_loading_a_large_library(home: Path) -> None:
    settings.remember_size(800, 600)
    script = "import sys; from unionapp.system import settings; print(settings.load().window_width)"
    finished = subprocess.run(
        [sys.executable, "-c", f"{script}; print('msgspec' in sys.modules)"],
        env={**os.environ, "UNIONAPP_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout.split() == ["800", "False"]
