"""Values: read as people type them, printed as an office prints them."""

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

__all__ = [
    "BLANK",
    "NUMERIC",
    "Kind",
    "Measure",
    "Number",
    "Qualifier",
    "Reading",
    "Remark",
    "State",
    "Typed",
    "Value",
]
