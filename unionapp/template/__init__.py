"""Templates: what a kind of union is asked, and how its file is read and checked."""

from unionapp.template.catalogue import available
from unionapp.template.loading import decode, load, source
from unionapp.template.model import (
    AtMost,
    Clause,
    Column,
    ColumnSum,
    CountOf,
    Derive,
    Field,
    Indicator,
    Item,
    Pair,
    Relation,
    Section,
    Template,
    Total,
)
from unionapp.template.personal import Personal

__all__ = [
    "AtMost",
    "Clause",
    "Column",
    "ColumnSum",
    "CountOf",
    "Derive",
    "Field",
    "Indicator",
    "Item",
    "Pair",
    "Personal",
    "Relation",
    "Section",
    "Template",
    "Total",
    "available",
    "decode",
    "load",
    "source",
]
