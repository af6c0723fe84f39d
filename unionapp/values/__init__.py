"""Values: read as people type them, printed as an office prints them."""

from unionapp.values.dates import order_of_date
from unionapp.values.entries import join_entries
from unionapp.values.formatting import printed, printed_in_column, shown_as
from unionapp.values.model import (
    BLANK,
    NUMERIC,
    Kind,
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
from unionapp.values.signature import dated_in_full, with_whole_example
from unionapp.values.years import YEARS, year_after

__all__ = [
    "BLANK",
    "NUMERIC",
    "YEARS",
    "Kind",
    "Measure",
    "Number",
    "Qualifier",
    "Reading",
    "Remark",
    "State",
    "Typed",
    "Value",
    "dated_in_full",
    "join_entries",
    "order_of_date",
    "printed",
    "printed_in_column",
    "read",
    "read_what_can_be",
    "shown_as",
    "with_whole_example",
    "year_after",
]
