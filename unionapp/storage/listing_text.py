"""A draft of the list in words."""

from collections.abc import Iterator
from datetime import datetime

from unionapp.storage.listing import DraftListing, DraftSummary, Stage
from unionapp.text import local_time, recent_time_in_words, time_in_words


def draft_name(row: DraftListing) -> str:
    """Return the name that its owner gave a draft, or else the union and the year."""
    return row.label or union_and_year(row.summary)


def union_and_year(summary: DraftSummary) -> str:
    """Return the union and the year as one name: 翠竹街道总工会 2022年."""
    return f"{summary.unit or '（还没填工会名称）'} {summary.year}".rstrip()


def percent_filled(summary: DraftSummary) -> int:
    """Return the share filled in whole percent; 100 only when nothing is left."""
    return summary.filled * 100 // summary.asked if summary.asked else 0


def origin_line(row: DraftListing) -> str:
    """Return whose draft it is and when it was last worked on, in one line."""
    return f"{kind_line(row)} · {time_line(row)}"


def kind_line(row: DraftListing) -> str:
    """Return the kind of union; before it the union, where its owner named the draft otherwise."""
    union = (union_and_year(row.summary),) if row.label else ()
    return " · ".join((*union, row.summary.kind))


def stage_line(row: DraftListing) -> str:
    """Return the stage in a word; of a draft at fault, how many findings it has."""
    return _found(row) if row.stage is Stage.FAULTY else row.stage


def progress_line(row: DraftListing) -> str:
    """Return how much is filled in; of a draft that is written, when it was."""
    if row.stage is Stage.WRITTEN:
        return recent_time_in_words(local_time(row.written_at), datetime.now())
    share = f"{percent_filled(row.summary)}%"
    return f"已填{share}" if row.stage is Stage.READY else share


def time_line(row: DraftListing) -> str:
    """Return when a draft was last worked on, or put in the bin."""
    at = local_time(row.binned_at or row.edited_at)
    when = recent_time_in_words(at, datetime.now())
    return f"{when}移到回收站" if row.binned_at else when


def sudden_end(row: DraftListing, *, written: bool) -> str:
    """Return what there is after the program was cut short.

    Args:
        row: The draft that was edited last.
        written: Whether it was edited while that program ran.
    """
    if not written:
        return "上次没有正常关闭（断电、死机或者被强行结束）；草稿都在，没有缺少。"
    when = time_in_words(local_time(row.edited_at))
    return (
        "上次没有正常关闭（断电、死机或者被强行结束）。"
        f"“{draft_name(row)}”最后一次修改是{when}，那以前写下的都在。"
    )


def screen_reader_text(row: DraftListing) -> str:
    """Return all that a row of the list shows, to be read out."""
    return "，".join(_parts(row))


def matches_words(row: DraftListing, words: str) -> bool:
    """Tell whether a draft has all these words in its name, union, year, kind or stage."""
    shown = (row.label, union_and_year(row.summary), row.summary.kind, row.stage)
    text = " ".join(shown).casefold()
    return all(word in text for word in words.casefold().split())


def _parts(row: DraftListing) -> Iterator[str]:
    yield draft_name(row)
    if row.label:
        yield union_and_year(row.summary)
    yield row.summary.kind
    yield row.stage
    if row.findings:
        yield _found(row)
    yield f"已填{percent_filled(row.summary)}%"
    if row.stage is Stage.WRITTEN:
        yield f"{progress_line(row)}出稿"
    yield time_line(row)


def _found(row: DraftListing) -> str:
    return f"{row.findings} 处问题"
