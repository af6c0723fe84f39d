"""Prose: what is wrong in a text by the text alone, whosever it is, with its place.

A new rule is a function in the file of what it looks at, and its line in `rules`; what it finds
and what it must let pass stand in `resources/rules.toml`, of which the manual's page is made.
"""

from unionapp.checks.prose.apart import proofread_apart
from unionapp.checks.prose.document import Document, Remark, document_of
from unionapp.checks.prose.rules import proofread
from unionapp.checks.prose.words import HALF_WIDTH, doubled_units

__all__ = [
    "HALF_WIDTH",
    "Document",
    "Remark",
    "document_of",
    "doubled_units",
    "proofread",
    "proofread_apart",
]
