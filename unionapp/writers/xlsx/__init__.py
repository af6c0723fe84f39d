"""Tables of a document as .xlsx files."""

from unionapp.writers.xlsx import write

__all__ = [
    "write",
]
