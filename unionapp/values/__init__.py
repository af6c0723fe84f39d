"""Values: read as people type them, printed as an office prints them."""

from unionapp.values.change import MANIFOLD, is_manifold, percent_of_change
from unionapp.values.chinese import amount_of, in_ordinary_numerals, mixed_amount
from unionapp.values.dates import (
    YEARS,
    dated_in_full,
    order_of_date,
    with_whole_example,
    year_after,
)
from unionapp.values.entering import Entered, entered
from unionapp.values.entries import is_total, is_total_entry, is_total_row, join_entries
from unionapp.values.formatting import printed, printed_in_column, printed_unit, shown_as
from unionapp.values.kinds import Kind, Traits
from unionapp.values.model import (
    BLANK,
    Measure,
    Number,
    Qualifier,
    Reading,
    Remark,
    State,
    Typed,
    Value,
)
from unionapp.values.parsing import read, read_what_can_be
from unionapp.values.remedies import OtherUnit, other_unit
from unionapp.values.units import KNOWN, are_alike, from_base, in_base, unit_of, words_of

__all__ = [
    "BLANK",
    "KNOWN",
    "MANIFOLD",
    "YEARS",
    "Entered",
    "Kind",
    "Measure",
    "Number",
    "OtherUnit",
    "Qualifier",
    "Reading",
    "Remark",
    "State",
    "Traits",
    "Typed",
    "Value",
    "amount_of",
    "are_alike",
    "dated_in_full",
    "entered",
    "from_base",
    "in_base",
    "in_ordinary_numerals",
    "is_manifold",
    "is_total",
    "is_total_entry",
    "is_total_row",
    "join_entries",
    "mixed_amount",
    "order_of_date",
    "other_unit",
    "percent_of_change",
    "printed",
    "printed_in_column",
    "printed_unit",
    "read",
    "read_what_can_be",
    "shown_as",
    "unit_of",
    "with_whole_example",
    "words_of",
    "year_after",
]
