"""Put a finished file in its place: whole, or not at all."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from unionapp.errors import WritingError
from unionapp.system.beside import (
    Kept,
    clear_left_over,
    fresh_name,
    kept_name,
    move_to_free,
)
from unionapp.system.fingerprint import Fingerprint, Standing, look_at
from unionapp.system.paths import remove

# Bytes for which a folder must have room: an edit with what SQLite keeps beside it.
_ROOM = 2**17

# Who may read a new file: whom the system allows, or its owner alone.
_USUAL, _PRIVATE = 0o666, 0o600

# What the system says where a disk has no room, or none for this person.
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

# How often a file is put into its place while others write there too.
_TRIES = 10

_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY})


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file that is to be written.

    Attributes:
        path: Where it is to stand.
        content: What is in it.
        private: Whether only its owner may read it.
        ours: What we have written there before, which it replaces; whatever else stands there is
            somebody's, and is kept beside it.
    """

    path: Path
    content: bytes
    private: bool = False
    ours: frozenset[Fingerprint] = frozenset()


def put(
    path: Path, content: bytes, *, private: bool = False, ours: Iterable[Fingerprint] = ()
) -> tuple[Kept, ...]:
    """Write a file, as `put_all` does, and return what stood there and is kept."""
    return put_all([FileContent(path, content, private, frozenset(ours))])


def put_all(files: Sequence[FileContent]) -> tuple[Kept, ...]:
    """Write files that belong together: all of them take their places, or none does.

    A reader finds the old content or the new one, never a part. None is moved before all of them
    are on disk, and where one can't be moved then (somebody has opened the old one meanwhile),
    those before it give their places back to what stood there. What stands there and is neither
    of ours nor the same is moved aside first; however the program ends, it is somewhere, whole.

    Returns:
        What was moved aside, in order.

    Raises:
        WritingError: One could not be written; the files that were there before are untouched,
            or the sentence says which are not.
    """
    with ExitStack() as leftovers:
        places = [_Place(file, leftovers) for file in files]
        for place in places:
            place.prepare()
        for each in {place.file.path.parent: place for place in places}.values():
            clear_left_over(each.fresh)
        with ExitStack() as taken:
            for place in places:
                taken.callback(place.give_back)
                place.take(may_go_back=place is not places[-1])
            taken.pop_all()  # all is well, and so nothing goes back
    return tuple(kept for place in places for kept in place.kept)


def obstacle_to_writing(folder: Path) -> OSError | None:
    """Return why nothing can be written into a folder, or None where something can: it is tried."""
    fresh = fresh_name(folder / "any")
    try:
        _write_through(fresh, bytes(_ROOM), _PRIVATE)
    except OSError as error:
        return error
    finally:
        remove(fresh)
    return None


class _Place:
    """Where a file is to stand, and how it comes there and gives the place back."""

    def __init__(self, file: FileContent, leftovers: ExitStack) -> None:
        self.file = file
        self.kept: list[Kept] = []
        self.fresh, self._former = fresh_name(file.path), fresh_name(file.path)
        for each in (self.fresh, self._former):
            leftovers.callback(remove, each)
        self._is_taken = self._has_former = False

    def prepare(self) -> None:
        """Put the content on disk, beside where it is to stand."""
        path = self.file.path
        with _translated_errors(path):
            _refuse_unless_replaceable(path)
            _write_through(self.fresh, self.file.content, _PRIVATE if self.file.private else _USUAL)
            if path.exists() and not self.file.private:
                with suppress(FileNotFoundError):  # somebody has moved it away meanwhile
                    shutil.copymode(path, self.fresh)

    def take(self, *, may_go_back: bool) -> None:
        """Have the file stand in its place; of ours a copy is made if it may be wanted again.

        Between a look and a move somebody may save there: what has come meanwhile is looked at.
        """
        with _translated_errors(self.file.path):
            for _ in range(_TRIES):
                if self._try_to_take(may_go_back=may_go_back):
                    self._is_taken = True
                    return
        raise WritingError(f"《{self.file.path.name}》没有写出：别的程序正在改它，请稍后再出稿。")

    def _try_to_take(self, *, may_go_back: bool) -> bool:
        path, ours = self.file.path, self.file.ours | {Fingerprint.of(self.file.content)}
        sight = look_at(path, ours)
        try:
            if sight.standing is Standing.OURS:
                if may_go_back:
                    shutil.copy2(path, self._former)
                    self._has_former = True
                if is_still := sight.is_still(path):
                    self.fresh.replace(path)
                return is_still
            if sight.standing is Standing.OTHER:
                self._keep()
            move_to_free(self.fresh, path)
        except (FileExistsError, FileNotFoundError):
            if not self.fresh.exists():
                raise
            return False
        return True

    def _keep(self) -> None:
        path = self.file.path
        with kept_name(path, corrected=bool(self.file.ours)) as kept:
            self.kept.append(kept)  # first, so that it is found again whatever comes
            try:
                path.rename(kept.beside)
            except OSError:
                self.kept.pop()
                raise

    def give_back(self) -> None:
        """Give the place back to what stood there.

        What prevents that is told, instead of a promise that is not kept.
        """
        name = self.file.path.name
        try:
            if self._is_taken:
                self._give_back()
            elif self.kept:
                with suppress(FileExistsError, FileNotFoundError):  # others work there meanwhile
                    move_to_free(self.kept[-1].beside, self.file.path)
        except OSError as error:
            what = "已经是新的" if self._is_taken else f"改名成了《{self.kept[-1].beside.name}》"
            raise WritingError(
                f"这一次没有写全：《{name}》{what}，同一次的其他文件没有写出；"
                f"请检查磁盘或网络位置，再出一次稿。"
            ) from error

    def _give_back(self) -> None:
        if self.kept:
            self.kept[-1].beside.replace(self.file.path)
        elif self._has_former:
            self._former.replace(self.file.path)
        else:
            self.file.path.unlink(missing_ok=True)


@contextmanager
def _translated_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WritingError(f"《{path.name}》没有写出：{_reason(path, error)}") from error


def _refuse_unless_replaceable(path: Path) -> None:
    """Meet a folder, a read-only file or one held open by Word before anything is written."""
    if path.exists():
        with suppress(FileNotFoundError):  # somebody has moved it away meanwhile
            if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
                raise WritingError(
                    f"《{path.name}》没有写出：那里的不是普通文件，请另起一个文件名。"
                )
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
