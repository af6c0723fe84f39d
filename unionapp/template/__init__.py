"""Templates: what a kind of union is asked, and how its file is read and checked."""

from unionapp.template.catalogue import available, union_kinds
from unionapp.template.clauses import (
    YEAR_AFTER,
    Narrative,
    Piece,
    Placeholder,
    Words,
    complete_sentences,
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
    Personal,
    Relation,
    Section,
    Template,
    Total,
)

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
    "Placeholder",
    "Relation",
    "Section",
    "Template",
    "Total",
    "Words",
    "available",
    "complete_sentences",
    "decode",
    "live",
    "load",
    "source",
    "suggest",
    "syntax_problem",
    "union_kinds",
]
