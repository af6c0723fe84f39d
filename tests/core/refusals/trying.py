"""Jobs that are done again and again, each time with the next of their reads and writes refused.

What a job ends in is a success or one sentence; all of it is done or nothing; what was there is
there; nothing half done lies about; and the same done once more, on a disk that refuses nothing,
succeeds.
"""

import errno
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest

from tests.core.refusals.disk import Refusing, refusing
from tests.support.samples import value
from unionapp.draft import Edit
from unionapp.errors import UnionAppError
from unionapp.storage import open_drafts
from unionapp.storage.backup import restoring
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.system import data_folder
from unionapp.system.worker import Reader

Result = TypeVar("Result")

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)

# A sentence of ours: Chinese, to its end, and nothing of what the system itself says.
_SENTENCE = re.compile(r"[^A-Za-z]*[\u4e00-\u9fff].*[。？！]", re.DOTALL)
_FOREIGN = re.compile(r"Errno|Error|Traceback|\[|denied|No such")

# What tells that some papers are new and others are not, where none can be moved any more.
_TORN = "没有写全"

# Where nobody waits for a disk, if there is such a place.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there

# What is called so has not become what it was to be.
_HALF_DONE = re.compile(
    r"\.unionapp-.*|.*\.(?:tmp|part|new)|(?:unionapp-)?backup-[0-9a-z_]+|kept-.*|drafts\.rescued-part.*"
)

Action = Callable[[], object]

# Drafts by their ids, and their edits.
Kept: TypeAlias = Mapping[str, tuple[Edit, ...]]


def is_half_done(file: Path) -> bool:
    """Whether a file has not become what it was to be."""
    return _HALF_DONE.fullmatch(file.name) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of a job, all in one."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def papers(self) -> Path:
        return self.folder / "文稿"

    def files(self) -> Mapping[str, bytes]:
        """What is in the folder of the papers, by its names."""
        found = self.papers.iterdir() if self.papers.exists() else ()
        return {each.name: each.read_bytes() for each in found if not is_half_done(each)}


def _look_at_nothing(_place: Place, _done: bool, _before: Mapping[str, bytes]) -> None:
    return


@dataclass(frozen=True, slots=True)
class Job:
    """Something that the program does with files.

    Attributes:
        name: What it is called.
        ready: Makes ready for it in a place, unhindered, and returns what is to be tried.
        prepare: Lays down once what it finds there.
        look: Looks, afterwards, at whether all of it was done or nothing, given what was in the
            folder of the papers before.
        is_long: Whether it is left to the long runs: it takes its time, or is much like another.
    """

    name: str
    ready: Callable[[Place, ExitStack], Action]
    prepare: Callable[[Place], object] = lambda _place: None
    look: Callable[[Place, bool, Mapping[str, bytes]], object] = _look_at_nothing
    is_long: bool = False


@dataclass(slots=True)
class Tried:
    """How often a job was tried, and what came of it."""

    refused: int = 0
    told: int = 0


def try_job(job: Job, errors: tuple[int, ...], *, for_good: bool = False) -> Tried:
    """Do a job with its first, its second … operation refused, until nothing is.

    Args:
        job: The job.
        errors: What the system says; one after the other, as often as there are operations.
        for_good: Whether the disk refuses everything from then on.

    Raises:
        AssertionError: something was lost, left half done or told in no sentence of ours.
    """
    with (
        tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder,
        pytest.MonkeyPatch.context() as surroundings,
    ):
        place, sound = Place(Path(folder) / "place"), Path(folder) / "sound"
        surroundings.setenv("UNIONAPP_HOME", str(place.home))
        surroundings.setattr(tempfile, "tempdir", str(place.folder / "tmp"))
        for room in (exchange, restoring):  # what others gave is read right here
            surroundings.setattr(room, "read_apart", _read_here)
        (place.folder / "tmp").mkdir(parents=True)
        kept = _prepare(job, place)
        shutil.copytree(place.folder, sound)
        return _try_in(place, sound, job, kept, _Disks(place.folder, errors, for_good))


@dataclass(frozen=True, slots=True)
class _Disks:
    """The disks, each of which refuses one operation later."""

    folder: Path
    errors: tuple[int, ...]
    for_good: bool

    def error(self, first: int) -> int:
        return self.errors[first % len(self.errors)]

    def refusing(self, first: int) -> AbstractContextManager[Refusing]:
        return refusing(self.folder, first, self.error(first), for_good=self.for_good)


def _try_in(place: Place, sound: Path, job: Job, kept: Kept, disks: _Disks) -> Tried:
    tried, wrong = Tried(), list[str]()
    for first in count(1):
        shutil.rmtree(place.folder)
        shutil.copytree(sound, place.folder)
        with disks.refusing(first) as disk:
            disk.pause()
            try:
                tried.told += bool(_once(job, place, kept, disk))
            except Exception as error:
                name = errno.errorcode[disks.error(first)]
                wrong.append(f"{job.name}, {first}: {name} at {disk.refused[:3]}: {error!r}")
        if not disk.is_hit:
            break
        tried.refused += 1
    assert not wrong, "\n".join(wrong)
    return tried


def _read_here(
    reader: Reader[Result], content: bytes, name: str, *_: object, **__: object
) -> Result:
    return reader(content, name)


def _prepare(job: Job, place: Place) -> Kept:
    """Lay down drafts, and what the job finds beside them; the edits of each."""
    with closing(open_drafts(data_folder())) as store:
        for unit in ("甲校工会", "乙校工会"):
            id_ = begin(store, "school", [value("unit", unit), value("year", "2022")])
            Session(store, id_).edit(value("teachers", "120"))
        edits = {row.id: store.edits(row.id) for row in store.drafts()}
    job.prepare(place)
    return edits


def _once(job: Job, place: Place, kept: Kept, disk: Refusing) -> str:
    """Try it once and then again, and look each time; the sentence that was told at first."""
    before = place.files()
    with ExitStack() as ending:
        action = job.ready(place, ending)
        disk.go_on()
        told = _told(action)
        disk.pause()
        _look_for_half_done(place, disk)
        assert disk.is_hit or not told, told
        if not (_TORN in told and len(disk.refused) > 1):  # nothing could be taken back either
            job.look(place, not told, before)
        again = _told(action)
        assert not again, f"the second time: {again}"
    job.look(place, True, before)
    with closing(open_drafts(data_folder())) as store:
        for id_, edits in kept.items():
            assert store.edits(id_)[: len(edits)] == edits, "edits are lost"
    return told


def _told(action: Action) -> str:
    """The sentence in which an action ends, if it does not succeed."""
    try:
        action()
    except UnionAppError as error:
        sentence = str(error)
        assert _SENTENCE.fullmatch(sentence), sentence
        assert not _FOREIGN.search(re.sub("“.*?”|《.*?》", "", sentence)), sentence
        return sentence
    return ""


def _look_for_half_done(place: Place, disk: Refusing) -> None:
    found = [
        str(each.relative_to(place.folder))
        for each in place.folder.rglob("*")
        if is_half_done(each)
    ]
    assert not found or disk.may_leave, f"left half done: {found}"
