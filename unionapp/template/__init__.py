"""Templates: what a kind of union is asked, and how its file is read and checked."""

from unionapp.template.catalogue import available, union_kinds
from unionapp.template.clauses import (
    YEAR_AFTER,
    Narrative,
    Piece,
    Place,
    Words,
    complete_sentences,
    ids_in,
    live,
    suggest,
)
from unionapp.template.loading import decode, load, source
from unionapp.template.messages import syntax_problem
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
    "YEAR_AFTER",
    "AtMost",
    "Clause",
    "Column",
    "ColumnSum",
    "CountOf",
    "Derive",
    "Field",
    "Indicator",
    "Item",
    "Narrative",
    "Pair",
    "Personal",
    "Piece",
    "Place",
    "Relation",
    "Section",
    "Template",
    "Total",
    "Words",
    "available",
    "complete_sentences",
    "decode",
    "ids_in",
    "live",
    "load",
    "source",
    "suggest",
    "syntax_problem",
    "union_kinds",
]
