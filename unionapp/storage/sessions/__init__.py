"""Drafts that are worked on: a session through which every edit enters, drafts as files.

A list of drafts needs none of it, and so the start window does not load it.
"""

from unionapp.storage.sessions import exchange
from unionapp.storage.sessions.contests import Contest
from unionapp.storage.sessions.exchange import DraftFile, TakenIn
from unionapp.storage.sessions.session import HistoryEntry, Session, begin, begin_from, summary_of

__all__ = [
    "Contest",
    "DraftFile",
    "HistoryEntry",
    "Session",
    "TakenIn",
    "begin",
    "begin_from",
    "exchange",
    "summary_of",
]
