"""Rules for plain text: cleaning what enters, widths, numerals, quotation marks, times."""

from unionapp.text.cleaning import BULLET, ORDINAL, Cleaned, clean
from unionapp.text.numerals import chinese_number
from unionapp.text.pasting import tidied
from unionapp.text.quoting import folded, one_line, quoted, refusal
from unionapp.text.times import day_in_words, moment_in_words
from unionapp.text.width import cells, cells_in_print

__all__ = [
    "BULLET",
    "ORDINAL",
    "Cleaned",
    "cells",
    "cells_in_print",
    "chinese_number",
    "clean",
    "day_in_words",
    "folded",
    "moment_in_words",
    "one_line",
    "quoted",
    "refusal",
    "tidied",
]
