"""Drafts put together again from the rows of a damaged file; loaded when there is one.

What is told twice, by an edit and by its chain, by a draft and by its edits, stands in for what is
lost: the chain tells which edits are as they were written, whose they are and of which template.
An edit that is not as it was written is left out: a gap is seen and filled, a wrong figure is not.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from itertools import islice
from typing import NamedTuple, TypeAlias

from unionapp import template as templates
from unionapp.draft import BEGINNING, Edit, History
from unionapp.errors import TemplateError
from unionapp.figures import figures
from unionapp.storage.listing import DraftSummary
from unionapp.storage.listing_text import union_and_year
from unionapp.storage.sessions import summary_of
from unionapp.storage.sqlite.chain import (
    Columns,
    SpoiledError,
    bears_out,
    beginning,
    digest_of,
    link,
)
from unionapp.storage.sqlite.pages import Row, Rows
from unionapp.storage.sqlite.rows import edit_of

# No draft has more edits: what says so is spoiled itself.
_MOST_EDITS = 10**6

# Chains on which an edit may follow, where the one before it is spoiled.
_MOST_CHAINS = 4

_EDIT_TYPES = (str, int, int, str, str, str, str, str, bytes)
_TEMPLATE_TYPES = (str, str)


class DraftRow(NamedTuple):
    """What the file says of a draft, in the order of its columns."""

    id: str
    template: str
    kind: str
    unit: str
    year: str
    filled: int
    asked: int
    last_seq: int
    last_at: str
    chain: bytes
    label: str
    origin: str
    page: str
    findings: int
    written_at: str
    written_seq: int
    binned_at: str


_DRAFT_TYPES = tuple(DraftRow.__annotations__.values())


class _EditRow(NamedTuple):
    """An edit as it stands in the file, and its chain."""

    columns: Columns
    chain: bytes


class _Kept(NamedTuple):
    """An edit that was as it was written, and its chain."""

    edit: Edit
    chain: bytes


# What is known of a draft of which only edits are there.
_UNKNOWN = DraftRow("", "", "", "", "", 0, 0, 0, "", b"", "", "", "", 0, "", 0, "")

# The edits of a draft by their seq; more than one where a page was written anew since.
_EditRows: TypeAlias = Mapping[int, Collection[_EditRow]]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A draft as far as it could be read; its edits are numbered anew.

    `name` is what its owner knows it by. `lost` counts the edits that are known to be missing.
    Where it is not `known`, what the file said of the draft itself is lost: its own name, or the
    template that it was begun with.
    """

    name: str
    row: DraftRow
    source: str
    edits: tuple[Edit, ...]
    lost: int
    known: bool


def salvage(file: bytes, journal: bytes = b"") -> tuple[Salvaged, ...]:
    """Return the drafts of a file and of the journal beside it, as far as they can be read."""
    found = _Found()
    rows = Rows(file, journal)
    for row in rows.current():
        found.put(row)
    found.put_former(rows.former())
    found.join_strays()
    return tuple(found.drafts())


@dataclass
class _Found:
    """The rows that were found: drafts, their edits, templates."""

    rows: dict[str, DraftRow] = field(default_factory=dict)
    edits: dict[str, dict[int, set[_EditRow]]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    spoiled_sources: list[str] = field(default_factory=list)

    def put(self, row: Row) -> None:
        """Take in a row, if it is one of a table of ours."""
        if columns := _of(row, _EDIT_TYPES, exactly=True):
            self._put_edit(columns)
        elif columns := _of(row, _TEMPLATE_TYPES, exactly=True):
            self._put_template(str(columns[0]), str(columns[1]))
        elif columns := _of(row, _DRAFT_TYPES):
            self.rows[str(columns[0])] = DraftRow._make(columns)

    def put_former(self, rows: Iterable[Row]) -> None:
        """Take in what stood on pages before, but nothing of drafts that were deleted since."""
        kept, current = {*self.rows, *self.edits}, dict(self.rows)
        for row in rows:
            if _typed(row[0], str) in kept or _of(row, _TEMPLATE_TYPES, exactly=True):
                self.put(row)
        self.rows |= current

    def join_strays(self) -> None:
        """Give edits the draft whose id is spoiled, by its chain; a lone edit of none is none."""
        strays = {
            row.chain: id_
            for id_, row in self.rows.items()
            if row.last_seq and id_ not in self.edits
        }
        for id_, edits in list(self.edits.items()):
            if id_ in self.rows:
                continue
            ends = {row.chain for rows in edits.values() for row in rows} & strays.keys()
            for end in ends:
                self.rows[id_] = self.rows.pop(strays.pop(end))._replace(id=id_)
            if not ends and len(edits) == 1 and not self._is_begun(id_, edits):
                del self.edits[id_]

    def drafts(self) -> Iterator[Salvaged]:
        """Give the drafts, each put together."""
        for id_ in {**self.rows, **self.edits}:
            row, edits = self.rows.get(id_), self.edits.get(id_, {})
            source, is_own = self._source(id_, row, edits)
            digest = row.template if row and not is_own else digest_of(source)
            kept = tuple(_as_written(beginning(id_, digest), edits, row))
            if row or kept:
                yield _draft(id_, row, source, kept, known=is_own and row is not None)

    def _put_edit(self, row: tuple[object, ...]) -> None:
        id_, *columns, chain = row
        edit = _EditRow(tuple(columns), chain)  # type: ignore[arg-type]  # by `_EDIT_TYPES`
        self.edits.setdefault(str(id_), {}).setdefault(edit.columns[0], set()).add(edit)

    def _put_template(self, digest: str, source: str) -> None:
        if digest_of(source) == digest:
            self.sources[digest] = source
        else:
            self.spoiled_sources.append(source)

    def _is_begun(self, id_: str, edits: _EditRows) -> bool:
        return any(_begins(id_, digest, edits) for digest in {**_bundled(), **self.sources})

    def _source(self, id_: str, row: DraftRow | None, edits: _EditRows) -> tuple[str, bool]:
        """The template of a draft, and whether it is surely its own."""
        sources = {**_bundled(), **self.sources}
        for digest, source in sources.items():
            if _begins(id_, digest, edits):
                return source, True
        if row and row.template in sources:
            return sources[row.template], True
        others = [*filter(_is_usable, self.spoiled_sources), *sources.values()]
        return max(others, key=lambda source: _fit(source, row, edits)), False


def _of(row: Row, types: tuple[type, ...], *, exactly: bool = False) -> tuple[object, ...]:
    """The columns of a row as a table of these types has them; none if it is not of that table.

    A spoiled text has U+FFFD in it.
    """
    if len(row) < len(types) or (exactly and len(row) > len(types)):
        return ()
    columns = tuple(map(_typed, row, types))
    return columns if all(map(isinstance, columns, types)) else ()


def _typed(column: object, type_: type) -> object:
    return column.decode(errors="replace") if type_ is str and isinstance(column, bytes) else column


@cache
def _bundled() -> Mapping[str, str]:
    """The templates that come with the program, by their digests."""
    sources = map(templates.source, templates.available())
    return {digest_of(source): source for source in sources}


def _is_usable(source: str) -> bool:
    try:
        templates.decode(source, "")
    except TemplateError:
        return False
    return True


def _begins(id_: str, digest: str, edits: _EditRows) -> bool:
    """Tell whether the first edit follows on this draft with this template."""
    before = beginning(id_, digest)
    return any(link(before, columns) == chain for columns, chain in edits.get(1, ()))


def _fit(source: str, row: DraftRow | None, edits: _EditRows) -> tuple[bool, int]:
    """How well a template fits what is known of a draft: its kind, and where its edits go."""
    places = {
        columns[3].partition("/")[2].partition(".")[0]
        for rows in edits.values()
        for columns, _ in rows
    }
    kind = row.kind if row else ""
    return bool(kind) and f'"{kind}"' in source, sum(place in source for place in places)


def _as_written(before: bytes, edits: _EditRows, row: DraftRow | None) -> Iterator[_Kept]:
    """The edits that are as they were written."""
    chains, expected = {before}, 1
    for seq in sorted(edits):
        if seq != expected:
            chains = set()  # those before are missing: the chain is taken up again here
        expected = seq + 1
        chosen = next((each for each in edits[seq] if _holds(each, chains, edits, row)), None)
        links = {link(chain, each.columns) for chain in chains for each in edits[seq]}
        if chosen is None:
            chains = {*links, *(each.chain for each in edits[seq])}
        else:
            chains = {chosen.chain, *links} if chosen.chain not in links else {chosen.chain}
            yield _Kept(edit_of(chosen.columns), chosen.chain)
        chains = set(islice(chains, _MOST_CHAINS))


def _holds(edit: _EditRow, chains: set[bytes], edits: _EditRows, row: DraftRow | None) -> bool:
    """Tell whether an edit can be taken for what was written.

    It follows on the chain, or what comes after follows on it; where those before are missing, it
    is enough that it says what its own chain tells, and that the draft may have so many.
    """
    try:
        edit_of(edit.columns)
    except SpoiledError:
        return False
    links = {link(chain, edit.columns) for chain in chains}
    if edit.chain in links:
        return True
    seq = edit.columns[0]
    if not chains:
        last = row.last_seq if row else _MOST_EDITS
        return bears_out(edit.chain, edit.columns) and (
            seq <= last or _goes_on(edit.chain, seq, edits, row)
        )
    return any(_goes_on(chain, seq, edits, row) for chain in links)


def _goes_on(chain: bytes, seq: int, edits: _EditRows, row: DraftRow | None) -> bool:
    """Tell whether the next edit follows on this chain, or the draft says that it ends so."""
    if row is not None and chain == row.chain:
        return True
    return any(link(chain, after.columns) == after.chain for after in edits.get(seq + 1, ()))


def _draft(
    id_: str, row: DraftRow | None, source: str, kept: Sequence[_Kept], *, known: bool
) -> Salvaged:
    """A draft of the edits that were kept, with what the list shows of them."""
    last = kept[-1].edit.seq if kept else 0
    lost = max(last, _told(row, kept)) - len(kept)
    edits = tuple(_numbered(kept)) if lost else tuple(each.edit for each in kept)
    before, row = row, row or _UNKNOWN
    if before is None or lost:
        row = _shown(row, source, edits)
    written = sum(each.edit.seq <= row.written_seq for each in kept)
    at = edits[-1].at if edits else row.last_at
    row = row._replace(id=id_, last_seq=len(edits), last_at=at, written_seq=written)
    return Salvaged(_name(before or row), row, source, edits, lost, known)


def _name(row: DraftRow) -> str:
    summary = DraftSummary(row.kind, row.unit, row.year, row.filled, row.asked)
    return row.label or union_and_year(summary)


def _told(row: DraftRow | None, kept: Sequence[_Kept]) -> int:
    """The seq of the last edit that the draft knows of, unless that number itself is spoiled."""
    is_there = row and kept and kept[-1].chain == row.chain
    return row.last_seq if row and not is_there and row.last_seq <= _MOST_EDITS else 0


def _numbered(kept: Iterable[_Kept]) -> Iterator[Edit]:
    """The edits numbered anew; a step is named by the first edit of it that is left."""
    steps = {BEGINNING: BEGINNING}
    for seq, (edit, _) in enumerate(kept, 1):
        yield replace(edit, seq=seq, step=steps.setdefault(edit.step, seq))


def _shown(row: DraftRow, source: str, edits: tuple[Edit, ...]) -> DraftRow:
    """The draft with the summary of these edits, if they can be read by a template."""
    try:
        summary = summary_of(figures(History(templates.decode(source, ""), edits).draft))
    except TemplateError:
        return row
    return row._replace(**asdict(summary))
