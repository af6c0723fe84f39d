"""Drafts kept on this machine: store, session, exchange of single drafts, listing."""

from unionapp.storage import exchange
from unionapp.storage.exchange import TakenIn
from unionapp.storage.listing import DraftListing, Stage
from unionapp.storage.listing_text import (
    kind_of,
    matches,
    name_of,
    origin_of,
    share_of,
    standing_of,
    time_of,
    told,
    union_of,
)
from unionapp.storage.recovery import Opened, open_drafts
from unionapp.storage.session import HistoryEntry, Session, begin, begin_from
from unionapp.storage.store import Store

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
    "exchange",
    "kind_of",
    "matches",
    "name_of",
    "open_drafts",
    "origin_of",
    "share_of",
    "standing_of",
    "time_of",
    "told",
    "union_of",
]
