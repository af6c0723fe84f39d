"""Where rows of a file are to go."""

from dataclasses import dataclass

from unionapp.importing import Cells
from unionapp.template import Column


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """The table that rows are imported to: its name, its columns, and the rows that stand there.

    `most` is the number of rows that there is room for, those that stand there too.
    """

    name: str
    columns: tuple[Column, ...]
    standing: Cells
    most: int
