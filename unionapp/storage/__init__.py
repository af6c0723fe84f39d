"""Drafts that are kept: stores, sessions, files of single drafts, the list of drafts."""

from unionapp.storage import exchange
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.exchange import TakenIn
from unionapp.storage.listing import DraftListing, Stage
from unionapp.storage.listing_text import (
    draft_name,
    kind_line,
    matches_words,
    origin_line,
    percent_filled,
    progress_line,
    screen_reader_text,
    time_line,
    union_and_year,
)
from unionapp.storage.opening import Opened, open_drafts, open_store
from unionapp.storage.session import HistoryEntry, Session, begin, begin_from

__all__ = [
    "DraftListing",
    "DraftStore",
    "HistoryEntry",
    "Opened",
    "Session",
    "Stage",
    "TakenIn",
    "begin",
    "begin_from",
    "draft_name",
    "exchange",
    "kind_line",
    "matches_words",
    "open_drafts",
    "open_store",
    "origin_line",
    "percent_filled",
    "progress_line",
    "screen_reader_text",
    "time_line",
    "union_and_year",
]
