"""Rules for plain text: cleaning what enters, widths, numerals, quotation marks, times."""

from unionapp.text.cleaning import BULLET, ORDINAL, Cleaned, clean, tidied
from unionapp.text.numerals import chinese_number
from unionapp.text.quoting import (
    excerpt,
    folded,
    inner_quotes,
    one_line,
    quoted,
    refusal,
    sentence_around,
    shortened,
)
from unionapp.text.times import (
    day_and_time,
    day_in_words,
    instant,
    local_time,
    month_and_day,
    recent_time_in_words,
    sortable_time,
    time_in_words,
)
from unionapp.text.width import cells, cells_in_print

__all__ = [
    "BULLET",
    "ORDINAL",
    "Cleaned",
    "cells",
    "cells_in_print",
    "chinese_number",
    "clean",
    "day_and_time",
    "day_in_words",
    "excerpt",
    "folded",
    "inner_quotes",
    "instant",
    "local_time",
    "month_and_day",
    "one_line",
    "quoted",
    "recent_time_in_words",
    "refusal",
    "sentence_around",
    "shortened",
    "sortable_time",
    "tidied",
    "time_in_words",
]
