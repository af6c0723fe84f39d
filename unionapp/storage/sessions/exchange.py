"""One draft as one file (.ghzj), to hand to a colleague.

The file is JSON in a gzip wrapper (RFC 1952, whose checksum tells of damage): its format, the
template's source, the draft's own name and its edits, without who made them. A file from
elsewhere is never trusted: it is measured before and after it is unpacked, its template is
checked like any other, its texts are cleaned as if they were typed, and it never changes a draft
that is there: it becomes a new one, unless the very same file has become one before.
"""

import errno
import zlib
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import cast

import msgspec

from unionapp import template as templates
from unionapp.draft import BEGINNING, Action, Change, Edit, EditPath, History
from unionapp.errors import StoreError, TemplateError, reason_of
from unionapp.figures import figures
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions.session import summary_of
from unionapp.system import Fingerprint, Kept, put, read_whole
from unionapp.system.worker import BrokenOffError, Reader, read_apart
from unionapp.template import Template
from unionapp.text import clean, instant
from unionapp.values import Typed, entered

SUFFIX = ".ghzj"

# The format of the file; one with a higher format is of a newer program.
FORMAT = 1

# Bytes that a file may have, and may have once unpacked; a draft of a year has some 100 KB.
MOST_PACKED = 16 * 2**20
MOST_UNPACKED = 64 * 2**20

# Edits that a file may have; one that is typed at all day gathers some thousands a week.
MOST_EDITS = 100_000

_LONGEST_TEMPLATE = 2**20
_LONGEST_LABEL = 100

# What zlib calls a gzip wrapper with the largest window.
_GZIP = 31


class _Version(msgspec.Struct, frozen=True):
    format: int


class _Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    seq: int
    step: int
    action: Action
    path: str
    typed: str | tuple[str | tuple[str, ...], ...] | None
    by: str
    at: str


class _Packed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    label: str
    template: str
    edits: tuple[_Edit, ...]


class _Unpacked(msgspec.Struct, frozen=True):
    """What was found good of a file: its name, template and edits, and what the list shows."""

    label: str
    template: str
    edits: tuple[_Edit, ...]
    summary: DraftSummary


class _DamagedError(Exception):
    """Something in the file is not what we write."""


# What has a process made ready for the file of a draft, and unpacks it there.
DRAFT_FILES = Reader("unionapp.storage.sessions.exchange", "unpacked", _Unpacked)


@dataclass(frozen=True, slots=True)
class DraftFile:
    """The file of a draft as it was read: its name, its digest, and what is in it.

    There is nothing in one that is known: what it once became is gone on with.
    """

    name: str
    digest: str
    content: _Unpacked | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The draft of a file; `known` if the file had become that draft before."""

    id: str
    known: bool


def save(
    store: DraftStore, draft: str, path: Path, held: Iterable[Change] = ()
) -> tuple[Kept, ...]:
    """Write a draft to a file, whole or not at all; raises `StoreError` or `WritingError`.

    It names people in hardship, so only its owner can read it until they hand it over. Whoever
    opens it here again goes on in this draft; with changes that a window still holds, because they
    could not be saved, it becomes another one.

    Returns:
        What stood there and is kept: it may be what a colleague sent back. The file that this
        draft was put into last, or was taken from, is replaced.
    """
    unsaved = tuple(held)
    content = pack(store, draft, unsaved)
    kept = put(path, content, private=True, ours=_file_of(store.listing(draft).origin, path))
    if not unsaved:  # else the draft of the store is not what the file has
        with suppress(StoreError):  # the file is there: a full disk takes nothing of that away
            store.note_origin(draft, sha256(content).hexdigest())
    return kept


def save_as_it_stands(
    source: str, answers: Mapping[EditPath, Typed | None], path: Path
) -> tuple[Kept, ...]:
    """Write a draft to a file without its history, where the store can't be read either.

    Args:
        source: The template that it was begun with, as TOML.
        answers: What stands in it; None is no answer.
        path: Where the file is to stand.

    Returns:
        What stood there and is kept.

    Raises:
        StoreError: It is too large for a file.
        WritingError: The file can't be written.
    """
    given = [Change(*each) for each in answers.items() if each[1] is not None]
    edits = (replace(edit, step=BEGINNING) for edit in _edits_of(given, 0))
    return put(path, _compressed(_encoded("", source, edits)), private=True)


def _file_of(origin: str, path: Path) -> Iterator[Fingerprint]:
    """By what a file that stands there would be known as that of a draft."""
    with suppress(OSError):
        size = path.stat().st_size
        if origin and size <= MOST_PACKED:
            yield Fingerprint(size, origin)


def read(
    path: Path, known: Container[str] = (), tick: Callable[[], object] = lambda: None
) -> DraftFile:
    """Read the file of a draft, in a process of its own; it needs no store and takes its time.

    Args:
        path: The file.
        known: The digests of files that need no reading, since drafts were made of them.
        tick: Called many times a second; what it raises stops the reading.

    Raises:
        StoreError: It can't be read, or is no draft.
    """
    try:
        content = read_whole(path, MOST_PACKED)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise _too_large(path.name) from error
        raise StoreError(
            f"打不开文件“{path.name}”（{reason_of(error)}），请检查文件是否还在、能不能读取。"
        ) from error
    digest = sha256(content).hexdigest()
    if digest in known:
        return DraftFile(path.name, digest, None)
    try:
        return DraftFile(path.name, digest, read_apart(DRAFT_FILES, content, path.name, tick))
    except BrokenOffError as error:
        why = error.why("请让对方重新导出一份再打开")
        raise StoreError(f"文件“{path.name}”没有打开：{why}。") from error


def known_files(store: DraftStore) -> frozenset[str]:
    """Return the digests of files of which there are drafts."""
    return frozenset(row.origin for row in store.drafts() if row.origin)


def handed_over(store: DraftStore, draft: str, name: str) -> DraftFile:
    """Return a draft as its file would be read, under a name and with the origin that it has.

    Raises:
        StoreError: there is no such draft, or it is too large for a file.
    """
    content = unpacked(pack(store, draft), name)
    return DraftFile(name, store.listing(draft).origin, content)


def take_in(store: DraftStore, file: DraftFile, label: str = "") -> TakenIn:
    """Take in the draft of a file: the one that it became before, if it was not read, or a new one.

    Whoever opens "their" file day by day so goes on in one draft. Of several, it is the one that
    was edited last. A new one is called `label`, or by the name that it has in the file.

    Raises:
        StoreError: It can't be taken in; the store is as it was.
    """
    if file.content is not None:
        return TakenIn(_begun(store, file.content, file.name, label, file.digest), known=False)
    for row in store.drafts():
        if row.origin == file.digest:
            return TakenIn(row.id, known=True)
    raise StoreError(f"文件“{file.name}”的草稿刚被移走，请再打开一次这个文件。")


def pack(store: DraftStore, draft: str, held: Iterable[Change] = ()) -> bytes:
    """Return a draft as the content of a file, with changes that could not be saved, if any.

    One whose history is too long for a file is packed as it stands now, without the history.

    Raises:
        StoreError: there is no such draft, or even as it stands it is too large.
    """
    known = store.edits(draft)
    source, edits = store.template_source(draft), (*known, *_edits_of(held, len(known)))
    label = store.listing(draft).label
    content = _encoded(label, source, edits)
    if len(edits) > MOST_EDITS or len(content) > MOST_UNPACKED:
        content = _encoded(label, source, tuple(_as_it_stands(edits)))
    return _compressed(content)


def _compressed(content: bytes) -> bytes:
    packed = zlib.compress(content, wbits=_GZIP)
    if len(content) > MOST_UNPACKED or len(packed) > MOST_PACKED:
        raise StoreError("这份草稿的内容太多，一个文件放不下，请先删去用不着的大表格再导出。")
    return packed


def unpacked(content: bytes, name: str) -> _Unpacked:
    """Return what a file's content holds, once all of it was tried; raises `StoreError`."""
    try:
        packed = _decoded(_inflated(content, name), name)
        edits = tuple(_edits(packed.edits))
        summary = summary_of(figures(History(_template(packed.template), edits).draft))
    except (_DamagedError, TemplateError, RecursionError) as error:
        raise _damaged(name) from error
    rows = tuple(_row(each, each.by) for each in edits)
    return _Unpacked(_label(packed.label), packed.template, rows, summary)


def _begun(store: DraftStore, found: _Unpacked, name: str, label: str, origin: str) -> str:
    """A draft of what was unpacked; its edits are looked at here too, wherever that was done."""
    try:
        edits = tuple(_edits(found.edits))
    except _DamagedError as error:
        raise _damaged(name) from error
    begun = edits[0].at if edits else datetime.now().astimezone().isoformat()
    return store.begin(found.template, found.summary, begun, edits, label or found.label, origin)


def _damaged(name: str) -> StoreError:
    return StoreError(
        f"文件“{name}”不是本程序导出的草稿，或者已经损坏，请让对方重新导出一份再打开。"
    )


def _edits_of(held: Iterable[Change], known: int) -> Iterator[Edit]:
    """What a window still holds, each a step of its own."""
    at = datetime.now(UTC).isoformat()
    for seq, change in enumerate(held, known + 1):
        yield Edit(seq, seq, Action.DO, change, "", at)


def _encoded(label: str, source: str, edits: Iterable[Edit]) -> bytes:
    # The account of a PC tells the colleague nothing, and is nobody else's business.
    rows = tuple(_row(each, by="") for each in edits)
    return msgspec.json.encode(_Packed(FORMAT, label, source, rows))


def _row(edit: Edit, by: str) -> _Edit:
    path, typed = edit.change
    return _Edit(edit.seq, edit.step, edit.action, str(path), typed, by, edit.at)


def _as_it_stands(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    """The last edit at each path that leaves something there, all as one step."""
    last = {edit.change.path: edit for edit in edits}
    kept = [edit for edit in edits if last[edit.change.path] is edit]
    given = [edit for edit in kept if edit.change.typed is not None]
    for seq, edit in enumerate(given, 1):
        yield replace(edit, seq=seq, step=BEGINNING, action=Action.DO)


def _inflated(content: bytes, name: str) -> bytes:
    if len(content) > MOST_PACKED:
        raise _too_large(name)
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        inflated = unpacker.decompress(content, MOST_UNPACKED + 1)
    except zlib.error as error:
        raise _DamagedError from error
    if len(inflated) > MOST_UNPACKED:
        raise _too_large(name)
    if not unpacker.eof or unpacker.unused_data:
        raise _DamagedError
    return inflated


def _too_large(name: str) -> StoreError:
    return StoreError(f"文件“{name}”太大，不像一份草稿，没有打开；请核对是不是选错了文件。")


def _decoded(content: bytes, name: str) -> _Packed:
    try:
        version = msgspec.json.decode(content, type=_Version).format
        if version > FORMAT:
            raise StoreError(
                f"文件“{name}”是用更新版本的程序导出的，请升级本程序后再打开；草稿没有改动。"
            )
        if version < 1:
            raise _DamagedError
        return msgspec.json.decode(content, type=_Packed)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _DamagedError from error


def _template(source: str) -> Template:
    if len(source) > _LONGEST_TEMPLATE:
        raise _DamagedError
    try:
        return templates.decode(source, "")
    except TemplateError as error:
        raise _DamagedError from error


def _edits(rows: Collection[_Edit]) -> Iterator[Edit]:
    if len(rows) > MOST_EDITS:
        raise _DamagedError
    for seq, row in enumerate(rows, 1):
        if row.seq != seq or not BEGINNING <= row.step <= seq or not _is_time(row.at):
            raise _DamagedError
        change = Change(_path(row.path), _typed(row.typed))
        at = instant(row.at).isoformat()  # the clock of the other PC may have been anywhere
        yield Edit(seq, row.step, row.action, change, clean(row.by).text, at)


def _path(text: str) -> EditPath:
    try:
        path = EditPath.parse(text)
    except ValueError as error:
        raise _DamagedError from error
    if str(path) != text:
        raise _DamagedError
    return path


def _typed(typed: str | tuple[str | tuple[str, ...], ...] | None) -> Typed | None:
    """The content, cleaned; rows and lone entries side by side are nothing that we write."""
    if typed is None:
        return None
    if not isinstance(typed, str) and len({type(entry) for entry in typed}) > 1:
        raise _DamagedError
    return entered(cast("Typed", typed)).typed


def _is_time(text: str) -> bool:
    """Whether it is a time that can be set against our own clock."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _label(text: str) -> str:
    return " ".join(clean(text[: 10 * _LONGEST_LABEL]).text.split())[:_LONGEST_LABEL]
