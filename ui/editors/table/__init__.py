"""The editor of a table, and its import from a file."""

from ui.editors.table.table import TableEditor

__all__ = [
    "TableEditor",
]
