"""Backups of the drafts: whole copies in another folder, dated, read back, thinned.

A file with a name of ours is always a good one: it gets that name when it has been read back.

The name holds the time, by the clock on the wall, and the mark of the data folder: several PCs
may share a folder, and each thins only its own.
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Lock

from unionapp.errors import DamagedStoreError, StoreError, reason_of
from unionapp.storage.backup.copying import PART, carry, is_left_over, scratch
from unionapp.storage.backup.retention import superfluous
from unionapp.storage.sqlite import (
    FILE_NAME,
    Counted,
    DamagedCopyError,
    UnusableFileError,
    copied,
    copied_in_memory,
    counted,
)
from unionapp.system import (
    BACKUPS_NAME,
    data_folder,
    obstacle_to_writing,
    settings,
    usual_backup_folder,
    write_for_owner,
)

SUFFIX = ".ghbak"

# The backup of the day and one that is asked for meet in names that tell seconds apart.
_ONE_AT_A_TIME = Lock()

# Why a folder can't be looked into that is not there.
_NOT_THERE = "没有这个文件夹，在U盘、移动硬盘或者共享文件夹上的，请先插上、连上"

_MARK_FILE = "backups.mark"
_LAST_FILE = "backups.last"
_TIME = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(rf"{BACKUPS_NAME}-(\d{{4}}-\d\d-\d\d-\d{{6}})-([0-9a-f]{{6}}){SUFFIX}")


@dataclass(frozen=True, slots=True)
class Backup:
    """A good backup; `made` is the time on the clock on the wall."""

    path: Path
    made: datetime
    mark: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was just made; `notice` says why it is not where it was wished, or nothing."""

    backup: Backup
    notice: str = ""


def choose_folder(place: Path) -> None:
    """Have backups go to a folder of ours in this place; raises `StoreError`."""
    settings.remember_backup_folder(folder_in(place))


def folder_in(place: Path) -> Path:
    """Make the folder of ours in a place, if it is not there; raises `StoreError`."""
    chosen = place if place.name == BACKUPS_NAME else place / BACKUPS_NAME
    _refuse_inside_data(chosen)
    with _translated_errors(chosen):
        chosen.mkdir(mode=0o700, exist_ok=True)
    return chosen


def found(now: datetime | None = None) -> tuple[Backup, ...]:
    """Return all backups where they go and where they usually go, also another PC's; newest first.

    Those from what is still to come stand last: a clock was wrong, and nobody knows by how much.
    """
    today = (now or datetime.now()).date()
    both = {settings.backup_folder(): None, usual_backup_folder(): None}
    newest = sorted((each for place in both for each in _in(place)), key=_made, reverse=True)
    return tuple(sorted(newest, key=lambda each: each.made.date() > today))


def out_of_sight() -> str:
    """Return which folders of backups can't be looked into now, and why, as a sentence.

    It is empty where all can be; the usual folder is made with the first backup.
    """
    usual = usual_backup_folder()
    reasons = {place: _why_unseen(place) for place in (settings.backup_folder(), usual)}
    if reasons[usual] == _NOT_THERE:
        reasons.pop(usual)
    told = (f"备份文件夹“{place}”现在看不了：{why}" for place, why in reasons.items() if why)
    sentence = "；".join(told)
    return f"{sentence}。能看了，里面的备份就会列出来。" if sentence else ""


def _why_unseen(place: Path) -> str:
    try:
        next(place.iterdir(), None)
    except FileNotFoundError:
        return _NOT_THERE
    except OSError as error:
        return f"{reason_of(error)}，请检查磁盘和权限"
    return ""


def made_at(file: Path) -> datetime | None:
    """Return when a backup was made, by its name; None if it was given another name."""
    match = _NAME.fullmatch(file.name)
    return datetime.strptime(match[1], _TIME) if match else None


def last(now: datetime | None = None) -> Backup | None:
    """Return the newest backup of these drafts; raises `StoreError` if that can't be known."""
    return next(iter(_ours(now)), None)


def _ours(now: datetime | None) -> tuple[Backup, ...]:
    with _translated_errors(settings.backup_folder()):
        mark = _mark()
    return tuple(each for each in found(now) if each.mark == mark)


def has_mark() -> bool:
    """Tell whether the program was at work in the data folder before; raises `StoreError`."""
    with _translated_errors(settings.backup_folder()):
        return _is_mark(data_folder() / _MARK_FILE)


def take_daily(now: datetime | None = None) -> Taken | None:
    """Make the backup of today unless it is there, or there is nothing to keep.

    Raises:
        StoreError: it could not be made; the sentence says why.
    """
    now = now or datetime.now()
    return take_somewhere(now) if _is_due(now) and _has_drafts() else None


def _is_due(now: datetime) -> bool:
    """Tell whether the backup of today is still to be made.

    A clock that was set back comes by the same days again, and one whose battery is flat by the
    same one every morning: that there is one of today counts only if it was the last that was
    made, and where there are later ones, only as long as nothing was edited since.
    """
    ours = _ours(now)
    if all(each.made.date() != now.date() for each in ours):
        return True
    day, _, edits = _last_note().partition(" ")
    if day != _day(now):
        return bool(day) and obstacle_to_writing(data_folder()) is None  # else none is ever noted
    is_behind = any(each.made.date() > now.date() for each in ours)
    return is_behind and edits != f"{_counted().edits}"


def take_before_upgrade() -> None:
    """Make a backup of drafts that a newer program is about to change the format of.

    Raises:
        StoreError: it could not be made, and so the format must not be changed.
    """
    try:
        take_somewhere()
    except StoreError as error:
        kind = type(error)
        raise kind(f"升级草稿的格式以前要先备份。{error}请解决后再打开本程序。") from error


def take_before_restoring() -> None:
    """Make a backup of what is there; one that can't be made is no reason not to restore.

    What is brought back stands beside the others and does them no harm.
    """
    with suppress(StoreError):
        if _has_drafts():
            take_somewhere()


def take_somewhere(now: datetime | None = None) -> Taken:
    """Make a backup where it is wished, or else in the usual folder; raises `StoreError`."""
    try:
        return Taken(take(now=now))
    except StoreError as error:
        if settings.backup_folder() == usual_backup_folder():
            raise
        backup = take(usual_backup_folder(), now)
        return Taken(backup, f"{error} 这一次先备份到了“{backup.path.parent}”。")


def take(to: Path | None = None, now: datetime | None = None) -> Backup:
    """Make a backup now, and thin out the old ones beside it.

    Args:
        to: The folder; where backups go, if it is not given. It is made, those above it are not.
        now: The time for its name.

    Raises:
        StoreError: it could not be made; there is no half of one.
    """
    place = settings.backup_folder() if to is None else to
    _refuse_inside_data(place)
    with _ONE_AT_A_TIME, _translated_errors(place):
        mark = _mark()
        made = _free_second(now or datetime.now(), place, mark)
        path = _path(place, made, mark)
        place.mkdir(mode=0o700, exist_ok=True)
        _clear_left_over(place, mark)
        carry(_drafts_now(), path)
        if place in (settings.backup_folder(), usual_backup_folder()):
            _note_last(made)
    _thin(place, mark, made)
    return Backup(path, made, mark)


def _free_second(now: datetime, place: Path, mark: str) -> datetime:
    """The time for the name: where the clock comes by it again, the next one that none has."""
    made = now.replace(microsecond=0)
    while _path(place, made, mark).exists():
        made += timedelta(seconds=1)
    return made


def _path(place: Path, made: datetime, mark: str) -> Path:
    return place / f"{BACKUPS_NAME}-{made:{_TIME}}-{mark}{SUFFIX}"


def _day(now: datetime) -> str:
    return f"{now:%Y-%m-%d}"


def _last_note() -> str:
    """The day of the last backup by the clock of then, and its edits; empty where nobody knows."""
    try:
        return (data_folder() / _LAST_FILE).read_text("ascii")
    except (OSError, ValueError):
        return ""


def _note_last(made: datetime) -> None:
    with suppress(OSError):
        note = f"{_day(made)} {_counted().edits}"
        write_for_owner(data_folder() / _LAST_FILE, note.encode("ascii"))


def _drafts_now() -> bytes:
    """The drafts of this moment, checked; where there is no room for a copy, out of memory."""
    file = data_folder() / FILE_NAME
    try:
        with scratch() as desk:
            return copied(file, desk / FILE_NAME)
    except OSError:
        return copied_in_memory(file)
    except UnusableFileError as error:
        if error.damaged:
            raise
        return copied_in_memory(file)


def _thin(place: Path, mark: str, now: datetime) -> None:
    """Take away, once a day, some that younger ones stand for; what can't be is no misfortune."""
    ours = {each.made: each.path for each in _in(place) if each.mark == mark}
    if any(made.date() == now.date() for made in ours.keys() - {now}):
        return
    for made in superfluous(ours, now):
        with suppress(OSError):
            ours[made].unlink()


def _in(place: Path) -> Iterator[Backup]:
    """The backups in a folder; none where it can't be read."""
    for path in _files(place):
        if match := _NAME.fullmatch(path.name):
            with suppress(ValueError, OSError):
                made = datetime.strptime(match[1], _TIME)
                if path.is_file() and not path.is_symlink():
                    yield Backup(path, made, match[2])


def _files(place: Path) -> Iterable[Path]:
    try:
        return sorted(place.iterdir())
    except OSError:
        return ()


def _made(backup: Backup) -> datetime:
    return backup.made


def _clear_left_over(place: Path, mark: str) -> None:
    for path in _files(place):
        match = _NAME.fullmatch(path.name.removesuffix(PART))
        if match and match[2] == mark and path.suffix == PART and is_left_over(path):
            path.unlink(missing_ok=True)


def _mark() -> str:
    """The mark of the data folder, made once, and anew where a full disk left half of one.

    Where none can be made it follows from the folder's name, until one can.
    """
    file = data_folder() / _MARK_FILE
    if not _is_mark(file):
        if obstacle_to_writing(file.parent) is not None:
            return sha256(os.fsencode(file.parent)).hexdigest()[:6]
        with scratch() as desk:
            fresh = desk / _MARK_FILE
            write_for_owner(fresh, secrets.token_hex(3).encode("ascii"))
            fresh.replace(file)
    return file.read_text("ascii")


def _is_mark(file: Path) -> bool:
    return file.exists() and re.fullmatch(rb"[0-9a-f]{6}", file.read_bytes()) is not None


def _has_drafts() -> bool:
    return _counted().drafts > 0


def _counted() -> Counted:
    with _translated_errors(settings.backup_folder()):
        return counted(data_folder() / FILE_NAME)


def _refuse_inside_data(place: Path) -> None:
    """A backup beside the drafts goes when they go."""
    if place.resolve().is_relative_to(data_folder().resolve()):
        raise StoreError(f"备份要和草稿分开放，“{place}”就在草稿的文件夹里，请换一个文件夹。")


@contextmanager
def _translated_errors(place: Path) -> Iterator[None]:
    """Turn what went wrong into one sentence."""
    try:
        yield
    except OSError as error:
        raise _failed(reason_of(error), place) from error
    except UnusableFileError as error:
        if error.damaged:
            raise DamagedStoreError(_damaged("草稿文件有损坏", place)) from error
        raise _failed(error.reason, place) from error
    except DamagedCopyError as error:
        raise StoreError(_damaged("复制出来的内容和草稿对不上", place)) from error


def _failed(reason: str, place: Path) -> StoreError:
    return StoreError(f"备份没有做成：{reason}（备份文件夹“{place}”）；草稿都在，不受影响。")


def _damaged(reason: str, place: Path) -> str:
    """Nothing is promised of the drafts here: they may be what is damaged."""
    return (
        f"备份没有做成：{reason}（备份文件夹“{place}”）；"
        "请检查磁盘，打不开的草稿可以从以前的备份找回。"
    )
