"""Drafts that are kept: the store, the list of drafts; `sessions`, `backup`, `starting` within."""

from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.listing import DraftListing, Stage, WrittenPaper
from unionapp.storage.listing_text import (
    draft_name,
    kind_line,
    matches_words,
    origin_line,
    percent_filled,
    progress_line,
    screen_reader_text,
    stage_line,
    sudden_end,
    time_line,
    union_and_year,
)
from unionapp.storage.opening import open_drafts, open_store
from unionapp.storage.papers import PaperRecord, last_written, record_of, standings

__all__ = [
    "DraftListing",
    "DraftStore",
    "PaperRecord",
    "Renewal",
    "Stage",
    "WrittenPaper",
    "draft_name",
    "kind_line",
    "last_written",
    "matches_words",
    "open_drafts",
    "open_store",
    "origin_line",
    "percent_filled",
    "progress_line",
    "record_of",
    "screen_reader_text",
    "stage_line",
    "standings",
    "sudden_end",
    "time_line",
    "union_and_year",
]
