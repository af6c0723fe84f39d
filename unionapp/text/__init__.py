"""Rules for plain text: cleaning what enters, likeness, widths, numerals, quoting, times."""

from unionapp.text.cleaning import Cleaned, clean, clean_cell
from unionapp.text.likeness import ORDINARY_LETTERS, POINTS, Span, letters_of, spans_of
from unionapp.text.numerals import chinese_number
from unionapp.text.pasting import BULLET, ORDINAL, joined, tidied
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
    "ORDINARY_LETTERS",
    "POINTS",
    "Cleaned",
    "Span",
    "cells",
    "cells_in_print",
    "chinese_number",
    "clean",
    "clean_cell",
    "day_and_time",
    "day_in_words",
    "excerpt",
    "folded",
    "inner_quotes",
    "instant",
    "joined",
    "letters_of",
    "local_time",
    "month_and_day",
    "one_line",
    "quoted",
    "recent_time_in_words",
    "refusal",
    "sentence_around",
    "shortened",
    "sortable_time",
    "spans_of",
    "tidied",
    "time_in_words",
]
