"""What a disk would hold if the power went: what was synced for certain, of the rest anything."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random

from tests.core.storage.power.layer import Watcher

# What is left, whole, of what a disk was just writing: a sector, of an old disk or a new one.
_SECTORS = (512, 4096)

Files = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some bytes that were put into a file, or, where there are none, the size it was given."""

    offset: int
    content: bytes | None


@dataclass(frozen=True, slots=True)
class _Move:
    """A file that got a name, or lost one, or both."""

    file: int
    old: Path | None
    new: Path | None


@dataclass(frozen=True, slots=True)
class _Content:
    """A file as it is on the disk for certain, and what has come since."""

    synced: bytes = b""
    since: tuple[_Piece, ...] = ()

    def whole(self) -> bytes:
        content = bytearray(self.synced)
        for piece in self.since:
            _put(content, piece)
        return bytes(content)

    def torn(self, chance: Random) -> bytes:
        """The file with some sectors of some pieces; where others would be is nothing."""
        content, sector = bytearray(self.synced), chance.choice(_SECTORS)
        for piece in self.since:
            for part in _parts(piece, sector):
                if chance.random() < 0.5:
                    _put(content, part)
        if chance.random() < 0.5:  # the size may be there before what belongs there
            content.extend(bytes(max(0, len(self.whole()) - len(content))))
        return bytes(content)


def _put(content: bytearray, piece: _Piece) -> None:
    content.extend(bytes(max(0, piece.offset - len(content))))
    if piece.content is None:
        del content[piece.offset :]
    else:
        content[piece.offset : piece.offset + len(piece.content)] = piece.content


def _parts(piece: _Piece, sector: int) -> Iterator[_Piece]:
    """What of a piece lies in one sector each."""
    if piece.content is None:
        yield piece
        return
    start, end = piece.offset, piece.offset + len(piece.content)
    while start < end:
        stop = min(end, (start // sector + 1) * sector)
        yield _Piece(start, piece.content[start - piece.offset : stop - piece.offset])
        start = stop


@dataclass(frozen=True, slots=True)
class Moment:
    """A disk at a moment at which the power may go; `told` is what its disk was told before."""

    told: int
    names: Mapping[Path, int]
    moves: tuple[_Move, ...]
    files: Mapping[int, _Content]

    def outcomes(self, chance: Random, drawn: int) -> Iterator[Files]:
        """What may stand there afterwards: of what was not synced none, all, some and torn."""
        none, all_ = (), self.moves
        for moves in dict.fromkeys((none, all_)):
            yield self._files(moves, lambda file: file.synced)
            yield self._files(moves, _Content.whole)
        for _ in range(drawn):
            yield self._files(self._drawn(chance), partial(_torn, chance))

    def _drawn(self, chance: Random) -> tuple[_Move, ...]:
        """The first few moves, as with a file system that keeps a journal; or just any of them."""
        if chance.random() < 0.5:
            return self.moves[: chance.randint(0, len(self.moves))]
        return tuple(move for move in self.moves if chance.random() < 0.5)

    def _files(self, moves: tuple[_Move, ...], content_of: Callable[[_Content], bytes]) -> Files:
        names = dict(self.names)
        for move in moves:
            if move.old:
                names.pop(move.old, None)
            if move.new:
                names[move.new] = move.file
        contents = {file: content_of(self.files[file]) for file in sorted(set(names.values()))}
        return {path: contents[file] for path, file in names.items()}


def _torn(chance: Random, content: _Content) -> bytes:
    return content.torn(chance)


@dataclass
class Disk(Watcher):
    """A folder whose files are followed through what is written, synced, named and removed.

    `moments` are those at which the power may go: before each sync, when all that is to come is
    still held back, and wherever `note` is called. `told` counts what somebody was told as saved.
    """

    root: Path
    told: int = 0
    moments: list[Moment] = field(default_factory=list)
    _names: dict[Path, int] = field(default_factory=dict)
    _certain: dict[Path, int] = field(default_factory=dict)
    _moves: tuple[_Move, ...] = ()
    _files: dict[int, _Content] = field(default_factory=dict)

    def note(self) -> None:
        """Have the power go at this moment too."""
        self.moments.append(Moment(self.told, dict(self._certain), self._moves, dict(self._files)))

    def settle(self) -> None:
        """Take all that is there for synced: somebody else has done something, long ago."""
        for path in [path for path in self._names if not path.exists()]:
            self.removes(path)
        for path in [path for path in self.root.rglob("*") if path.is_file()]:
            self.opens(path)
        self._files = {file: _Content(each.whole()) for file, each in self._files.items()}
        self._sync_names(lambda _: True)

    def opens(self, path: Path) -> int:
        if not self._is_here(path):
            return 0
        if path not in self._names:
            self._named(path, _Content())
        self._look_at(path)
        return self._names[path]

    def rewrites(self, path: Path) -> int:
        return self.opens(path)

    def writes(self, file: int, offset: int, content: bytes) -> None:
        self._put(file, _Piece(offset, content))

    def cuts(self, file: int, size: int) -> None:
        self._put(file, _Piece(size, None))

    def syncs(self, file: int) -> None:
        self.note()
        if file:
            self._files[file] = _Content(self._files[file].whole())

    def syncs_names(self, folder: Path) -> None:
        self.note()
        self._sync_names(lambda path: path is None or path.parent == folder)

    def removes(self, path: Path) -> None:
        if path in self._names:
            self._move(_Move(self._names.pop(path), path, None))

    def moves(self, path: Path, to: Path) -> None:
        if self._is_here(path):
            file = self.opens(path)
            del self._names[path]
            self._names[to] = file
            self._move(_Move(file, path, to))

    def _is_here(self, path: Path) -> bool:
        return path.is_relative_to(self.root)

    def _named(self, path: Path, content: _Content) -> None:
        file = max(self._files, default=0) + 1
        self._files[file] = content
        self._names[path] = file
        self._move(_Move(file, None, path))

    def _move(self, move: _Move) -> None:
        self._moves += (move,)

    def _put(self, file: int, piece: _Piece) -> None:
        if file:
            content = self._files[file]
            self._files[file] = replace(content, since=(*content.since, piece))

    def _look_at(self, path: Path) -> None:
        """See what Python has written into a file itself: another one, or some bytes of it."""
        file = self._names[path]
        before, now = self._files[file].whole(), path.read_bytes() if path.is_file() else b""
        if len(before) != len(now):
            self._put(file, _Piece(0, None))
            self._put(file, _Piece(0, now))
        elif before != now:
            other = [
                n for n, pair in enumerate(zip(before, now, strict=True)) if pair[0] != pair[1]
            ]
            self._put(file, _Piece(other[0], now[other[0] : other[-1] + 1]))

    def _sync_names(self, of_folder: Callable[[Path | None], bool]) -> None:
        left = []
        for move in self._moves:
            if of_folder(move.old) and of_folder(move.new):
                if move.old:
                    self._certain.pop(move.old, None)
                if move.new:
                    self._certain[move.new] = move.file
            else:
                left.append(move)
        self._moves = tuple(left)
