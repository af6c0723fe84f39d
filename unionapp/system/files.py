"""Put a finished file in its place: whole, or not at all."""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from unionapp.errors import WritingError

# How the name of a file begins and ends until it has its place.
_OURS, _TEMPORARY = ".unionapp-", ".tmp"

# Seconds after which such a file was left by a program that was killed.
_LEFT_OVER = 3600

# Bytes for which a folder must have room: an edit with what SQLite keeps beside it.
_ROOM = 2**17

# Who may read a new file: whom the system allows, or its owner alone.
_USUAL, _PRIVATE = 0o666, 0o600

# What the system says where a disk has no room, or none for this person.
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY})


@dataclass(frozen=True, slots=True)
class FileContent:
    """The content of a file, where it is to stand, and whether only its owner may read it."""

    path: Path
    content: bytes
    private: bool = False


def put(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file so that its reader finds the old content or the new one, never a part.

    Raises:
        WritingError: It could not be written; the file that was there before is untouched.
    """
    put_all([FileContent(path, content, private)])


def put_all(files: Sequence[FileContent]) -> None:
    """Write files that belong together: all of them take their places, or none does.

    None is moved before all of them are on disk, and where one can't be moved then (somebody has
    opened the old one meanwhile), those before it give their places back to what stood there.

    Raises:
        WritingError: One could not be written; the files that were there before are untouched,
            or the sentence says which are not.
    """
    for folder in {file.path.parent for file in files}:
        _clear_left_over(folder)
    with ExitStack() as leftovers:
        ready = [_on_disk(file, leftovers, keep=file is not files[-1]) for file in files]
        with ExitStack() as moved:
            for each in ready:
                with _translated_errors(each.path):
                    each.fresh.replace(each.path)
                moved.callback(_put_back, each)
            moved.pop_all()  # all is well, and so nothing goes back


def obstacle_to_writing(folder: Path) -> OSError | None:
    """Return why nothing can be written into a folder, or None where something can: it is tried."""
    with ExitStack() as leftovers:
        try:
            _write_through(_beside(folder / "any", leftovers), bytes(_ROOM), _PRIVATE)
        except OSError as error:
            return error
    return None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file beside its place, and a copy of what stands there, if that may be wanted again."""

    path: Path
    fresh: Path
    former: Path | None


def _on_disk(file: FileContent, leftovers: ExitStack, *, keep: bool) -> _Ready:
    """The content beside its place, ready to take it; whatever comes, it is cleared away.

    What stands there is copied if others follow this file, which may fail.
    """
    fresh, former = _beside(file.path, leftovers), _beside(file.path, leftovers)
    with _translated_errors(file.path):
        _refuse_unless_replaceable(file.path)
        _write_through(fresh, file.content, _PRIVATE if file.private else _USUAL)
        if not file.path.exists():
            return _Ready(file.path, fresh, None)
        if not file.private:
            shutil.copymode(file.path, fresh)
        if keep:
            shutil.copy2(file.path, former)
        return _Ready(file.path, fresh, former if keep else None)


def _beside(path: Path, leftovers: ExitStack) -> Path:
    """A place in the same folder, of its own length: a long name does not become too long."""
    place = path.with_name(f"{_OURS}{secrets.token_hex(8)}{_TEMPORARY}")
    leftovers.callback(_remove, place)
    return place


def _put_back(moved: _Ready) -> None:
    """Give a place back; what prevents that is told, instead of a promise that is not kept."""
    try:
        if moved.former is None:
            moved.path.unlink(missing_ok=True)
        else:
            moved.former.replace(moved.path)
    except OSError as error:
        raise WritingError(
            f"这一次没有写全：《{moved.path.name}》已经是新的，同一次的其他文件没有写出；"
            f"请检查磁盘或网络位置，再出一次稿。"
        ) from error


def _clear_left_over(folder: Path) -> None:
    """Take away what an export that was killed left here; what can't be is no misfortune."""
    with suppress(OSError):
        for left in folder.glob(f"{_OURS}*{_TEMPORARY}"):
            if time.time() - left.lstat().st_mtime > _LEFT_OVER:
                _remove(left)


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


@contextmanager
def _translated_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WritingError(f"《{path.name}》没有写出：{_reason(path, error)}") from error


def _refuse_unless_replaceable(path: Path) -> None:
    """Meet a folder, a read-only file or one held open by Word before anything is written."""
    if path.exists():
        path.open("r+b").close()


def _write_through(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _reason(path: Path, error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长，请改短一些再出稿。"
    if error.errno in NO_SPACE:
        return f"“{path.parent}”所在的磁盘空间不足，请清理后再出稿，或换一个位置。"
    # Unlike those of Path, these never raise an error of their own.
    if os.path.isdir(path):  # noqa: PTH112
        return f"“{path}”是一个文件夹，请另起一个文件名。"
    if error.errno in _NO_RIGHT:
        return _reason_of_no_right(path)
    if not os.path.exists(path.parent):  # noqa: PTH110
        return f"文件夹“{path.parent}”不存在，请先建好这个文件夹，或换一个位置。"
    if not os.path.isdir(path.parent):  # noqa: PTH112
        return f"“{path.parent}”不是文件夹，请换一个位置。"
    return f"“{path.parent}”写入时出错，请检查磁盘或网络位置，或换一个位置。"


def _reason_of_no_right(path: Path) -> str:
    if os.path.exists(path):  # noqa: PTH110
        return "原文件设为只读，或正在 Word、WPS 等处打开，请关闭它后再出稿，或另起一个文件名。"
    return f"没有在“{path.parent}”写入的权限，请换一个位置。"
