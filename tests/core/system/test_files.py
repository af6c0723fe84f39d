"""A file comes whole or not at all, and the one before it is kept when it does not come."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.papers import whole
from tests.support.places import HOUSE
from unionapp.errors import WritingError
from unionapp.paper import Document
from unionapp.system import FileContent, Fingerprint, beside, files, put, put_all
from unionapp.writers import docx, xlsx

NOBODY = 65534

Packed = Callable[[Document], bytes]
both = pytest.mark.parametrize(
    ("packed", "name"), [(docx.packed, "总结.docx"), (xlsx.packed, "附件.xlsx")]
)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter: those of pytest are shut to all but their owner."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Permission bits mean nothing to root, so for a while it is nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


# No file may grow beyond a thousand bytes, as on a disk that is nearly full. That cannot be taken
# back, so it happens in a process of its own.
WITHOUT_ROOM = """
import importlib, pathlib, resource, sys
from tests.support.papers import whole
from unionapp.errors import WritingError
from unionapp.system.files import put
writer = importlib.import_module(sys.argv[1])
import docx, openpyxl
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
try:
    put(pathlib.Path(sys.argv[2]), writer.packed(whole()))
except WritingError as error:
    print(error)
"""


def refusal(path: Path) -> str:
    with pytest.raises(WritingError) as raised:
        put(path, b"new")
    return str(raised.value)


@both
def test_a_paper_replaces_the_one_before_it(tmp_path: Path, packed: Packed, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    assert put(path, packed(whole()), ours=[Fingerprint.of(b"old")]) == ()
    assert path.read_bytes().startswith(b"PK")
    assert [each.name for each in tmp_path.iterdir()] == [name]


@both
def test_a_paper_is_nowhere_but_in_its_place(
    tmp_path: Path, packed: Packed, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    put(tmp_path / name, packed(whole()))
    assert [each.name for each in tmp_path.iterdir()] == [name]


@both
def test_a_full_disk_leaves_the_old_paper_and_nothing_half_written(
    tmp_path: Path, packed: Packed, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_ROOM, packed.__module__, path],
        capture_output=True,
        cwd=HOUSE,
        env=os.environ | {"PYTHONUTF8": "1"},
        text=True,
    )
    assert told.stdout.startswith(f"《{name}》没有写出：")
    assert "空间不足" in told.stdout
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [name]


def refusing(name: str, monkeypatch: pytest.MonkeyPatch, times: int = 1) -> None:
    """Have the system refuse to give a name to another file, as while Word has it open."""
    real, move_to_free, left = Path.replace, beside.move_to_free, [None] * times

    def refuse(target: Path) -> None:
        if left and target.name == name:
            left.pop()
            raise PermissionError(errno.EACCES, "Permission denied")

    def replace(path: Path, target: Path) -> Path:
        refuse(target)
        return real(path, target)

    def move(path: Path, target: Path) -> None:
        refuse(target)
        move_to_free(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(files, "move_to_free", move)


def new(folder: Path, names: str, *ours: bytes) -> list[FileContent]:
    """New files of these names, which replace what we once wrote there."""
    written = frozenset(map(Fingerprint.of, ours))
    return [FileContent(folder / name, b"new", ours=written) for name in names]


@pytest.mark.parametrize("ours", [(), (b"old a", b"old b"), (b"old b",)])
@pytest.mark.parametrize("before", [{}, {"a": b"old a"}, {"a": b"old a", "b": b"old b"}])
def test_when_the_second_can_not_take_its_place_the_first_gives_its_own_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: dict[str, bytes],
    ours: tuple[bytes, ...],
) -> None:
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    refusing("b", monkeypatch)
    with pytest.raises(WritingError, match="《b》没有写出"):
        put_all(new(tmp_path, "abc", *ours))
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_place_that_can_not_be_given_back_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    refusing("b", monkeypatch)
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == "a" and target.read_bytes() == b"new":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WritingError, match="没有写全：《a》已经是新的"):
        put_all(new(tmp_path, "ab", b"old"))
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


DIE = """
import os, pathlib, signal, sys
from unionapp.system import files
files.move_to_free = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
files.put(pathlib.Path(sys.argv[1]), b"half")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_a_killed_export_left_is_cleared_away_later_and_nothing_else_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "总结.docx"
    killed = subprocess.run([sys.executable, "-c", DIE, path], cwd=HOUSE)
    assert killed.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    others = [tmp_path / ".0123456789abcdef.tmp", tmp_path / "别人的.tmp"]
    for each in others:
        each.write_bytes(b"")
        os.utime(each, (0, 0))
    put(path, b"whole")
    assert left.exists()  # another program may be at it just now
    for time in (0, path.stat().st_mtime + 4000):  # by a clock that has been set back since, too
        left.touch()
        os.utime(left, (time, time))
        put(path, b"whole")
        assert not left.exists()
    assert sorted(tmp_path.iterdir()) == sorted([*others, path])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "没有"
    assert refusal(folder / "总结.docx") == (
        f"《总结.docx》没有写出：文件夹“{folder}”不存在，请先建好这个文件夹，或换一个位置。"
    )


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "文件"
    file.write_bytes(b"old")
    assert refusal(file / "总结.docx") == (
        f"《总结.docx》没有写出：“{file}”不是文件夹，请换一个位置。"
    )
    assert file.read_bytes() == b"old"


def test_a_folder_in_the_place_of_the_file_is_named_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "总结.docx"
    folder.mkdir()
    assert refusal(folder) == (f"《总结.docx》没有写出：“{folder}”是一个文件夹，请另起一个文件名。")
    assert folder.is_dir()
    assert [each.name for each in tmp_path.iterdir()] == ["总结.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_what_is_no_common_file_is_refused_without_looking_into_it(tmp_path: Path) -> None:
    path = tmp_path / "总结.docx"
    os.mkfifo(path)
    assert refusal(path) == "《总结.docx》没有写出：那里的不是普通文件，请另起一个文件名。"
    path.unlink()
    path.symlink_to("/dev/zero")
    assert "不是普通文件" in refusal(path)


def test_a_folder_without_the_right_to_write_is_named(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_privileges():
        sentence = refusal(open_folder / "总结.docx")
    assert sentence == (f"《总结.docx》没有写出：没有在“{open_folder}”写入的权限，请换一个位置。")


def test_a_folder_that_may_not_be_entered_is_refused_in_a_sentence(open_folder: Path) -> None:
    shut = open_folder / "内部"
    shut.mkdir()
    shut.chmod(0o600)
    with without_privileges():
        sentence = refusal(shut / "总结.docx")
    shut.chmod(0o700)
    assert sentence == f"《总结.docx》没有写出：没有在“{shut}”写入的权限，请换一个位置。"


def test_a_file_that_is_read_only_is_kept(open_folder: Path) -> None:
    path = open_folder / "总结.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with without_privileges():
        sentence = refusal(path)
    assert "只读" in sentence
    assert "请关闭它后再出稿" in sentence
    assert path.read_bytes() == b"old"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert "文件名太长" in refusal(tmp_path / ("长" * 100 + ".docx"))
    assert not list(tmp_path.iterdir())


def test_a_new_file_may_be_read_by_whom_the_system_allows(tmp_path: Path) -> None:
    (tmp_path / "先").write_bytes(b"")
    put(tmp_path / "后", b"new")
    assert (tmp_path / "后").stat().st_mode == (tmp_path / "先").stat().st_mode


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "总结.docx"
    path.write_bytes(b"old")
    path.chmod(0o660)
    put(path, b"new", ours=[Fingerprint.of(b"old")])
    assert path.stat().st_mode & 0o777 == 0o660
