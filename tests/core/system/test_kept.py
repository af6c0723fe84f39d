"""What is not as we wrote it is never written over: it is kept beside, whatever happens."""

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from unionapp.errors import WritingError
from unionapp.system import FileContent, Fingerprint, Kept, beside, files, fingerprint, put, put_all

OURS, CORRECTED, NEW = b"as we wrote it", b"a sentence was added to it", b"written anew"
LAST = datetime(2022, 12, 3, 15, 20)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper that somebody has corrected."""
    return corrected(tmp_path / "总结.docx")


def corrected(path: Path, content: bytes = CORRECTED, at: datetime = LAST) -> Path:
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def written(path: Path, content: bytes = NEW, *ours: bytes) -> tuple[Kept, ...]:
    return put(path, content, ours=list(map(Fingerprint.of, ours)))


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_corrected_paper_is_kept_beside_the_new_one_with_its_date(paper: Path) -> None:
    (kept,) = written(paper, NEW, OURS)
    name = "总结（改过的 2022年12月3日 15：20）.docx"
    assert contents(paper.parent) == {paper.name: NEW, name: CORRECTED}
    assert kept == Kept(paper, paper.with_name(name), corrected=True)
    assert kept.message == f"《总结.docx》写出后改过，没有覆盖，已改名保留为《{name}》。"
    assert datetime.fromtimestamp(kept.beside.stat().st_mtime) == LAST


def test_what_was_corrected_this_year_is_called_by_its_day(tmp_path: Path) -> None:
    today = datetime.now().replace(month=12, day=3, hour=15, minute=20)
    (kept,) = written(corrected(tmp_path / "总结.docx", at=today), NEW, OURS)
    assert kept.beside.name == "总结（改过的 12月3日 15：20）.docx"


def test_of_what_we_never_wrote_it_is_only_said_that_it_was_there(paper: Path) -> None:
    (kept,) = written(paper)
    assert kept.beside.name == "总结（原有的 2022年12月3日 15：20）.docx"
    assert kept.message == f"原有的《总结.docx》没有覆盖，已改名保留为《{kept.beside.name}》。"
    assert kept.beside.read_bytes() == CORRECTED


@pytest.mark.parametrize("before", [OURS, NEW])
def test_what_is_as_we_wrote_it_or_the_same_is_replaced(tmp_path: Path, before: bytes) -> None:
    path = corrected(tmp_path / "总结.docx", before)
    assert written(path, NEW, b"of the same length", OURS) == ()
    assert contents(tmp_path) == {path.name: NEW}


def test_of_the_same_size_and_yet_another_is_kept(tmp_path: Path) -> None:
    path = corrected(tmp_path / "总结.docx", OURS[::-1])
    (kept,) = written(path, NEW, OURS)
    assert kept.beside.read_bytes() == OURS[::-1]


def test_of_many_of_one_minute_each_has_a_name_of_its_own(paper: Path) -> None:
    for number in range(1, 4):
        corrected(paper, CORRECTED + bytes(number))
        written(paper, NEW, OURS)
    names = [
        f"总结（改过的 2022年12月3日 15：20）{number}.docx" for number in ("", "（2）", "（3）")
    ]
    kept = {name: CORRECTED + bytes(number) for number, name in enumerate(names, 1)}
    assert contents(paper.parent) == kept | {paper.name: NEW}


@pytest.mark.parametrize("stem", ["长" * 83, "a" * 250, "短"])
def test_a_long_name_stays_within_what_a_disk_takes(tmp_path: Path, stem: str) -> None:
    for content in (CORRECTED, CORRECTED * 2):
        path = corrected(tmp_path / f"{stem}.docx", content)
        (kept,) = written(path)
        assert len(kept.beside.name.encode()) <= max(140, len(path.name.encode()))
        assert kept.beside.name.startswith(stem[:20])
        assert kept.beside.read_bytes() == content
    assert len(contents(tmp_path)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="times of files")
@pytest.mark.parametrize(
    ("seconds", "name"),
    [
        (0, "（原有的 1970年1月1日"),
        (-(10**9), "（原有的 1938年"),
        (4_350_000_000, "（原有的 2107年"),
        (7_258_118_400, "（原有的 22"),
    ],
)
def test_whatever_the_time_of_a_file_it_is_kept(tmp_path: Path, seconds: int, name: str) -> None:
    path = corrected(tmp_path / "总结.docx")
    os.utime(path, (seconds, seconds))
    (kept,) = written(path)
    assert name in kept.beside.name
    assert kept.beside.read_bytes() == CORRECTED


def test_a_time_that_no_calendar_has_is_left_out(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoCalendar(datetime):
        @classmethod
        def fromtimestamp(cls, *_: object) -> "NoCalendar":
            raise OverflowError

    monkeypatch.setattr(beside, "datetime", NoCalendar)
    assert [kept.beside.name for kept in written(paper)] == ["总结（原有的）.docx"]


def without_second_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk as most sticks are: a file has one name there."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


def test_it_is_the_same_on_a_disk_where_a_file_has_one_name(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_second_names(monkeypatch)
    (kept,) = written(paper, NEW, OURS)
    assert contents(paper.parent) == {paper.name: NEW, kept.beside.name: CORRECTED}
    assert written(paper, NEW * 2, NEW) == ()
    assert contents(paper.parent) == {paper.name: NEW * 2, kept.beside.name: CORRECTED}


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_is_kept_and_what_it_leads_to_is_untouched(tmp_path: Path) -> None:
    far = tmp_path / "far"
    far.mkdir()
    path = tmp_path / "总结.docx"
    for leads_to in (corrected(far / "总结.docx"), far / "没有"):
        path.symlink_to(leads_to)
        (kept,) = written(path)
        assert kept.beside.readlink() == leads_to
        assert path.read_bytes() == NEW
        path.unlink()
    assert contents(far) == {"总结.docx": CORRECTED}


def saving(path: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> list[bytes]:
    """Have somebody save there after each look and before each move of ours, so many times."""
    look_at, move_to_free, saved = fingerprint.look_at, beside.move_to_free, list[bytes]()

    def save() -> None:
        if len(saved) < times:
            saved.append(CORRECTED + bytes(len(saved)))
            corrected(path.with_name("saved"), saved[-1]).replace(path)

    def look(place: Path, ours: frozenset[Fingerprint]) -> fingerprint.Sight:
        sight = look_at(place, ours)
        save()
        return sight

    def move(file: Path, place: Path) -> None:
        save()
        move_to_free(file, place)

    monkeypatch.setattr(files, "look_at", look)
    monkeypatch.setattr(files, "move_to_free", move)
    return saved


def moving_away(path: Path, monkeypatch: pytest.MonkeyPatch, looks: int) -> Path:
    """Have somebody move it away after so many looks of ours, and return where to."""
    stat, look_at, left = Path.stat, fingerprint.look_at, [path] * looks
    moved = path.with_name("moved")

    def looked(place: Path) -> None:
        if place == path and left:
            left.pop()
            if not left:
                path.rename(moved)

    def see(place: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        seen = stat(place, follow_symlinks=follow_symlinks)
        looked(place)
        return seen

    def look(place: Path, ours: frozenset[Fingerprint]) -> fingerprint.Sight:
        sight = look_at(place, ours)
        looked(place)
        return sight

    monkeypatch.setattr(Path, "stat", see)
    monkeypatch.setattr(files, "look_at", look)
    return moved


@pytest.mark.parametrize("before", [None, OURS, CORRECTED])
@pytest.mark.parametrize("second_names", [True, False])
@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_what_somebody_saves_while_we_write_is_kept_too(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: bytes | None,
    times: int,
    *,
    second_names: bool,
) -> None:
    path = tmp_path / "总结.docx"
    if before is not None:
        corrected(path, before)
    if not second_names:
        without_second_names(monkeypatch)
    saved = saving(path, monkeypatch, times)
    kept = written(path, NEW, OURS)
    found = contents(tmp_path)
    assert len(saved) == times
    assert found.pop(path.name) == NEW
    assert found[kept[-1].beside.name] == saved[-1]
    assert found.keys() == {each.beside.name for each in kept}


def test_where_somebody_saves_without_end_nothing_is_written_and_nothing_lost(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = saving(paper, monkeypatch, 1000)
    with pytest.raises(WritingError, match="别的程序正在改它"):
        written(paper)
    found = contents(paper.parent)
    assert NEW not in found.values()
    assert found[paper.name] == saved[-1]


def test_what_somebody_moves_away_after_any_look_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for looks in count(1):
        folder = tmp_path / str(looks)
        folder.mkdir()
        paper, attachment = corrected(folder / "总结.docx", OURS), folder / "附件.xlsx"
        ours = frozenset({Fingerprint.of(OURS)})
        with monkeypatch.context() as patch:
            moved = moving_away(paper, patch, looks)
            put_all([FileContent(paper, NEW, ours=ours), FileContent(attachment, NEW)])
        found = contents(folder)
        if moved.name not in found:
            break
        assert found == {paper.name: NEW, attachment.name: NEW, moved.name: OURS}
    assert looks > 5


def test_many_that_write_there_at_once_lose_nothing_of_each_other(paper: Path) -> None:
    new = [NEW + bytes([number]) for number in range(12)]
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda content: written(paper, content), new))
    assert sorted(contents(paper.parent).values()) == sorted([CORRECTED, *new])


# Writes a paper and its attachment again and again: at each step that the system is asked for it is
# interrupted, one later every time. What is in the folder then goes to standard output.
CUT = """
import json, os, signal, sys
from pathlib import Path
from unionapp.system import FileContent, Fingerprint, put_all

folder, how, names = Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
asked = {"open", "os.rename", "os.link", "os.remove", "os.chmod", "shutil.copyfile", "os.utime"}
left = 0

def watch(event, arguments):
    global left
    if event in asked and left:
        left -= 1
        if not left and how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if not left:
            raise KeyboardInterrupt

def attempt(step):
    global left
    ours = frozenset({Fingerprint.of(b"as we wrote it")})
    left = step
    put_all([FileContent(folder / name, b"written anew", ours=ours) for name in names])

if how == "without second names":
    import pathlib
    def refuse(*_):
        raise PermissionError
    pathlib.Path.hardlink_to = refuse
    how = "killed"
sys.addaudithook(watch)
for step in range(1, 200):
    for each in folder.iterdir():
        each.unlink()
    for name, content in names.items():
        (folder / name).write_text(content)
    child = os.fork()
    if not child:
        try:
            attempt(step)
        except BaseException:
            os._exit(1)
        os._exit(0)
    over = os.waitpid(child, 0)[1] == 0
    print(json.dumps({each.name: each.read_text() for each in folder.iterdir()}))
    if over:
        break
"""

TEXTS = {OURS.decode(), CORRECTED.decode(), NEW.decode()}


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
@pytest.mark.parametrize(
    ("how", "corrected_one"),
    [
        ("killed", "总结.docx"),
        ("killed", "总结附件.xlsx"),
        ("without second names", "总结.docx"),
        ("interrupted", "总结.docx"),
    ],
)
def test_a_corrected_paper_survives_whatever_step_is_the_last(
    tmp_path: Path, how: str, corrected_one: str
) -> None:
    names = dict.fromkeys(("总结.docx", "总结附件.xlsx"), OURS.decode())
    names[corrected_one] = CORRECTED.decode()
    told = subprocess.run(
        [sys.executable, "-c", CUT, tmp_path, how, json.dumps(names)],
        capture_output=True,
        check=True,
        cwd=HOUSE,
        env=os.environ | {"PYTHONUTF8": "1"},
        text=True,
    )
    found = list(map(json.loads, told.stdout.splitlines()))
    assert len(found) > 12
    for state in found:
        temporary = [name for name in state if name.startswith(".unionapp-")]
        papers = {name: text for name, text in state.items() if name not in temporary}
        assert CORRECTED.decode() in papers.values()
        assert set(papers.values()) <= TEXTS
        assert len(temporary) <= (4 if how != "interrupted" else 1)
        if how == "interrupted" and NEW.decode() not in papers.values():
            assert papers == names
    assert list(found[-1].values()).count(NEW.decode()) == 2
    assert len(found[-1]) == 3


def test_where_another_file_fails_the_corrected_one_goes_back_to_its_place(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = beside.move_to_free

    def refuse(file: Path, path: Path) -> None:
        if path.name == "附件.xlsx":
            raise PermissionError(errno.EACCES, "Permission denied")
        move(file, path)

    monkeypatch.setattr(files, "move_to_free", refuse)
    with pytest.raises(WritingError, match=r"《附件.xlsx》没有写出"):
        put_all([FileContent(paper, NEW), FileContent(paper.with_name("附件.xlsx"), NEW)])
    assert contents(paper.parent) == {paper.name: CORRECTED}


def test_where_the_new_one_can_not_take_its_place_the_corrected_one_has_it_again(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, path: Path) -> None:
        monkeypatch.undo()
        raise OSError(errno.EIO, f"{file} {path}")

    monkeypatch.setattr(files, "move_to_free", refuse)
    with pytest.raises(WritingError, match=r"《总结.docx》没有写出"):
        written(paper)
    assert contents(paper.parent) == {paper.name: CORRECTED}


def test_what_can_not_be_moved_aside_stays_and_nothing_is_written(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(WritingError, match=r"《总结.docx》没有写出"):
        written(paper)
    assert contents(paper.parent) == {paper.name: CORRECTED}
