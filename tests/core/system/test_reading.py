"""The one door for files that others made."""

import errno
import os
from pathlib import Path, PureWindowsPath

import pytest

from tests.hostile.paths import hostile_paths
from unionapp.errors import reason_of
from unionapp.system import data_folder, read_whole, settings
from unionapp.system.reading import is_device_name

MOST = 1000


def test_a_file_is_read_whole_up_to_its_bound(tmp_path: Path) -> None:
    file = tmp_path / "表"
    for size in (0, 1, MOST):
        file.write_bytes(bytes(size))
        assert read_whole(file, MOST) == bytes(size)
    file.write_bytes(bytes(MOST + 1))
    with pytest.raises(OSError, match="too large") as caught:
        read_whole(file, MOST)
    assert caught.value.errno == errno.EFBIG


def outcome(path: Path) -> str:
    try:
        content = read_whole(path, MOST)
    except OSError as error:
        return "refused in words" if "系统错误" not in reason_of(error) else str(error)
    return "read" if len(content) < 20 else "read without end"


def test_what_is_no_file_neither_holds_anybody_up_nor_gives_anything(tmp_path: Path) -> None:
    for what, path in hostile_paths(tmp_path, ".ghzj"):
        assert outcome(path) in ("read", "refused in words"), what


def test_a_file_that_is_longer_than_the_system_says_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "表"
    file.write_bytes(bytes(10 * MOST))
    said = os.stat_result((0o100600, *[0] * 9))
    monkeypatch.setattr(os, "fstat", lambda _opened: said)
    with pytest.raises(OSError, match="too large"):
        read_whole(file, MOST)


def test_what_became_a_pipe_between_two_looks_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "管道")
    regular = Path(__file__).stat()
    monkeypatch.setattr(Path, "stat", lambda _path: regular)
    with pytest.raises(OSError, match="device"):
        read_whole(tmp_path / "管道", MOST)


@pytest.mark.parametrize(
    ("path", "is_device"),
    [
        ("NUL", True),
        (r"C:\资料\con.xlsx", True),
        (r"C:\资料\COM1:", True),
        (r"\\.\PhysicalDrive0", True),
        (r"\\?\GLOBALROOT\Device\Harddisk0", True),
        ("//./pipe/x", True),
        (r"\\?\C:\资料\表.xlsx", False),
        (r"\\?\UNC\server\share\表.xlsx", False),
        (r"\\server\share\表.xlsx", False),
        (r"C:\资料\console.xlsx", False),
        (r"C:\资料\COM10.xlsx", False),
    ],
)
def test_windows_keeps_devices_in_every_folder(path: str, is_device: bool) -> None:
    assert is_device_name(PureWindowsPath(path), "win32") is is_device
    assert not is_device_name(Path(path), "linux")


def test_settings_that_are_a_pipe_are_the_usual_ones() -> None:
    os.mkfifo(data_folder() / settings.FILE_NAME)
    assert settings.load() == settings.Settings()
