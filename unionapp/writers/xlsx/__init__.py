"""Tables of a document as .xlsx files; whoever enters loads openpyxl."""

from unionapp.writers.xlsx.write import packed

__all__ = [
    "packed",
]
