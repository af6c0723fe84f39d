"""A draft of the list in words."""

from collections.abc import Iterator
from datetime import datetime

from unionapp.storage.listing import DraftListing, DraftSummary
from unionapp.text import local_time, recent_time_in_words


def name_of(row: DraftListing) -> str:
    """What a draft is called: the name that its owner gave it, or the union and the year."""
    return row.label or union_of(row.summary)


def union_of(summary: DraftSummary) -> str:
    """The union and the year: 翠竹街道总工会 2022年."""
    return f"{summary.unit or '（还没填工会名称）'} {summary.year}".rstrip()


def share_of(summary: DraftSummary) -> int:
    """The share filled in whole percent; 100 only when nothing is left."""
    return summary.filled * 100 // summary.asked if summary.asked else 0


def origin_of(row: DraftListing) -> str:
    """Whose draft it is and when it was last worked on, in one line."""
    return f"{kind_of(row)} · {time_of(row)}"


def kind_of(row: DraftListing) -> str:
    """Whose draft it is: the union, where its owner named it otherwise, and the kind."""
    union = (union_of(row.summary),) if row.label else ()
    return " · ".join((*union, row.summary.kind))


def standing_of(row: DraftListing) -> str:
    """How much is filled in and how much was found."""
    found = f"{row.findings} 处问题 · " if row.findings else ""
    return f"{found}已填 {share_of(row.summary)}%"


def told(row: DraftListing) -> str:
    """All that a row shows, to be read out."""
    return "，".join(_parts(row))


def matches(row: DraftListing, words: str) -> bool:
    """Whether a draft has all these words in its name, union, year, kind or stage."""
    text = " ".join((row.label, union_of(row.summary), row.summary.kind, row.stage)).casefold()
    return all(word in text for word in words.casefold().split())


def time_of(row: DraftListing) -> str:
    """When it was last worked on, or put in the bin."""
    at = local_time(row.binned_at or row.edited_at)
    when = recent_time_in_words(at, datetime.now())
    return f"{when}移到回收站" if row.binned_at else when


def _parts(row: DraftListing) -> Iterator[str]:
    yield name_of(row)
    if row.label:
        yield union_of(row.summary)
    yield row.summary.kind
    yield row.stage
    if row.findings:
        yield f"{row.findings} 处问题"
    yield f"已填{share_of(row.summary)}%"
    yield time_of(row)
