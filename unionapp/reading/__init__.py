"""Running text: its numbers, which of them are figures, of what, and how they go together."""

from unionapp.reading.model import FoundNumber, Reading, Relation, RelationKind, Span, Why, Writing
from unionapp.reading.text import read_text

__all__ = [
    "FoundNumber",
    "Reading",
    "Relation",
    "RelationKind",
    "Span",
    "Why",
    "Writing",
    "read_text",
]
