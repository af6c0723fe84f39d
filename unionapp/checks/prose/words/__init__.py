"""Rules on words: what was not filled in, what contradicts its figures, what is of other years."""

from unionapp.checks.prose.words.completion import check_completion
from unionapp.checks.prose.words.frequency import check_frequency
from unionapp.checks.prose.words.gaps import check_missing_numbers
from unionapp.checks.prose.words.lists import check_lists, check_slogans
from unionapp.checks.prose.words.marks import (
    HALF_WIDTH,
    check_doubled_marks,
    check_pairs,
    check_spaces,
    check_widths,
)
from unionapp.checks.prose.words.masks import check_leftovers
from unionapp.checks.prose.words.ordinals import check_ordinals
from unionapp.checks.prose.words.periods import check_cut_offs, check_days, check_periods
from unionapp.checks.prose.words.qualifiers import check_qualifiers
from unionapp.checks.prose.words.remains import check_remains
from unionapp.checks.prose.words.repeats import (
    check_doubled_words,
    check_repeated_sentences,
    doubled_units,
)
from unionapp.checks.prose.words.stale import check_stale

__all__ = [
    "HALF_WIDTH",
    "check_completion",
    "check_cut_offs",
    "check_days",
    "check_doubled_marks",
    "check_doubled_words",
    "check_frequency",
    "check_leftovers",
    "check_lists",
    "check_missing_numbers",
    "check_ordinals",
    "check_pairs",
    "check_periods",
    "check_qualifiers",
    "check_remains",
    "check_repeated_sentences",
    "check_slogans",
    "check_spaces",
    "check_stale",
    "check_widths",
    "doubled_units",
]
