"""Drafts kept on this machine: store, session, exchange of single drafts, listing."""

from unionapp.storage import exchange
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
from unionapp.storage.session import HistoryEntry, Session, begin, begin_from
from unionapp.storage.sqlite import Opened, Store, open_drafts

__all__ = [
    "DraftListing",
    "HistoryEntry",
    "Opened",
    "Session",
    "Stage",
    "Store",
    "TakenIn",
    "begin",
    "begin_from",
    "draft_name",
    "exchange",
    "kind_line",
    "matches_words",
    "open_drafts",
    "origin_line",
    "percent_filled",
    "progress_line",
    "screen_reader_text",
    "time_line",
    "union_and_year",
]
