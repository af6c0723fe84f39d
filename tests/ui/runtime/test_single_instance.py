import errno
import os
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core.refusals.disk import refusing
from tests.core.refusals.trying import ERRORS
from tests.support.patience import PATIENCE
from tests.support.places import HOUSE
from ui.runtime import Instance
from unionapp.errors import StoreError

LATER = f"""
import sys
from pathlib import Path
from ui.runtime import single_instance
from ui.runtime.single_instance import Instance

single_instance._PATIENCE = {PATIENCE}
file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
instance = Instance(Path(sys.argv[1]))
print(instance.is_first(file))
"""


@pytest.fixture
def first(tmp_path: Path) -> Instance:
    first = Instance(tmp_path)
    assert first.is_first(None)
    return first


def start_later(home: Path, *file: Path | str) -> subprocess.Popen[str]:
    """A later start, in a process of its own and from another folder."""
    return subprocess.Popen(
        [sys.executable, "-c", LATER, str(home), *map(str, file)],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
    )


def heard(first: Instance) -> list[str]:
    files: list[str] = []
    first.asked.connect(files.append)
    first.listen()
    return files


def test_a_later_start_hands_its_file_to_the_first(
    qtbot: QtBot, tmp_path: Path, first: Instance
) -> None:
    files = heard(first)
    with start_later(tmp_path, tmp_path / "某 工会.ghzj") as later:
        qtbot.waitUntil(lambda: bool(files))
        assert later.communicate(timeout=PATIENCE)[0].strip() == "False"
    assert files == [str(tmp_path / "某 工会.ghzj")]


def test_a_name_is_told_with_the_folder_it_was_said_in(
    qtbot: QtBot, tmp_path: Path, first: Instance
) -> None:
    files = heard(first)
    with start_later(tmp_path, "a.ghzj") as later:
        qtbot.waitUntil(lambda: bool(files))
        later.communicate(timeout=PATIENCE)
    assert files == [str(tmp_path / "a.ghzj")]


def test_without_a_file_the_first_is_only_called(
    qtbot: QtBot, tmp_path: Path, first: Instance
) -> None:
    files = heard(first)
    with start_later(tmp_path) as later:
        qtbot.waitUntil(lambda: bool(files))
        later.communicate(timeout=PATIENCE)
    assert files == [""]


def test_two_at_once_are_both_taken(qtbot: QtBot, tmp_path: Path, first: Instance) -> None:
    files = heard(first)
    with start_later(tmp_path, "a.ghzj") as one, start_later(tmp_path, "b.ghzj") as two:
        qtbot.waitUntil(lambda: len(files) == 2)
        one.communicate(timeout=PATIENCE)
        two.communicate(timeout=PATIENCE)
    assert {Path(file).name for file in files} == {"a.ghzj", "b.ghzj"}


def test_a_request_made_while_the_first_is_still_starting_is_not_lost(
    qtbot: QtBot, tmp_path: Path, first: Instance
) -> None:
    with start_later(tmp_path, "a.ghzj") as later:
        qtbot.waitUntil(lambda: any((tmp_path / "requests").glob("*.request")))
        assert [Path(file).name for file in heard(first)] == ["a.ghzj"]
        assert later.communicate(timeout=PATIENCE)[0].strip() == "False"


@pytest.mark.usefixtures("first")
def test_a_first_that_does_not_answer_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.runtime.single_instance._PATIENCE", 0.1)
    with pytest.raises(StoreError, match="没有回应"):
        Instance(tmp_path).is_first(None)
    assert not any((tmp_path / "requests").iterdir())


def test_a_first_that_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    dies = LATER + "import os, signal; sys.stdout.flush(); os.kill(os.getpid(), signal.SIGKILL)"
    command = [sys.executable, "-c", dies, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    killed = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert killed.stdout.strip() == "True"
    assert (tmp_path / "running.lock").exists()
    next_ = Instance(tmp_path)
    assert next_.is_first(None)
    assert next_.cut_short is not None
    assert abs(next_.cut_short.timestamp() - time.time()) < PATIENCE


def test_one_that_came_to_its_end_was_not_cut_short(tmp_path: Path, first: Instance) -> None:
    first.release()
    next_ = Instance(tmp_path)
    assert next_.is_first(None)
    assert next_.cut_short is None


@pytest.mark.usefixtures("first")
def test_one_that_is_still_at_work_was_not_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.runtime.single_instance._PATIENCE", 0.1)
    later = Instance(tmp_path)
    with pytest.raises(StoreError, match="没有回应"):
        later.is_first(None)
    assert later.cut_short is None


def test_what_a_killed_start_left_behind_is_not_opened_days_later(
    tmp_path: Path, first: Instance
) -> None:
    left = tmp_path / "requests" / "left.request"
    left.parent.mkdir()
    left.write_text("/old.ghzj")
    long_ago = time.time() - 86_400
    os.utime(left, (long_ago, long_ago))
    assert heard(first) == []
    assert not left.exists()


@pytest.mark.parametrize("verb", ["stat", "read_bytes", "unlink"])
def test_a_request_that_is_taken_away_meanwhile_spoils_no_other(
    tmp_path: Path, first: Instance, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    for name in "ab":
        (tmp_path / "requests").mkdir(exist_ok=True)
        (tmp_path / "requests" / f"{name}.request").write_text(f"/{name}.ghzj")
    real = getattr(Path, verb)

    def gone(path: Path, **rest: object) -> object:
        if path.name == "a.request":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        return real(path, **rest)

    monkeypatch.setattr(Path, verb, gone)
    assert heard(first) == ["/b.ghzj"]


def test_without_a_place_for_requests_the_first_works_on(tmp_path: Path, first: Instance) -> None:
    (tmp_path / "requests").write_text("a file is in the way")
    assert heard(first) == []


def test_two_data_folders_do_not_know_of_each_other(
    qtbot: QtBot, tmp_path: Path, first: Instance
) -> None:
    files = heard(first)
    (tmp_path / "another").mkdir()
    another = Instance(tmp_path / "another")
    assert another.is_first(None)
    others = heard(another)
    with start_later(tmp_path / "another", "a.ghzj") as later:
        qtbot.waitUntil(lambda: bool(others))
        later.communicate(timeout=PATIENCE)
    assert files == []


@pytest.mark.usefixtures("first")
def test_on_a_full_disk_one_that_runs_is_asked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("ui.runtime.single_instance.obstacle_to_writing", lambda _: full)
    monkeypatch.setattr("ui.runtime.single_instance._PATIENCE", 0.1)
    with pytest.raises(StoreError, match="没有回应"):
        Instance(tmp_path).is_first(None)


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_whatever_the_disk_refuses_a_later_start_says_so_or_goes_on_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr("ui.runtime.single_instance._PATIENCE", 0)
    for first in count(1):
        with refusing(tmp_path, first, number) as disk:
            later = Instance(tmp_path)
            with suppress(StoreError):
                assert later.is_first(None)
                later.listen()
        left = [each for each in tmp_path.rglob("*") if each.is_file()]
        left.remove(tmp_path / "running.lock")
        assert not left or disk.may_leave
        for each in left:
            each.unlink()
        if not disk.is_hit:
            break
    assert first > 1


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_requests_that_the_disk_does_not_give_now_spoil_nothing(
    tmp_path: Path, first: Instance, number: int
) -> None:
    files = heard(first)
    for refused in count(1):
        (tmp_path / "requests" / "a.request").write_text("/a.ghzj")
        with refusing(tmp_path, refused, number) as disk:
            first._take()
        if not disk.is_hit:
            break
    assert files[-1] == "/a.ghzj"
