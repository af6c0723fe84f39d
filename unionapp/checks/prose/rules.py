"""All rules of prose, and what they remark of a text."""

from collections.abc import Callable, Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose import words
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.reckoning import (
    check_averages,
    check_balance,
    check_growth,
    check_parts,
    check_rates,
    check_repeats,
    check_running,
    check_sums,
    check_units,
)

# Each text is looked through by these; a new rule is one line more.
RULES: tuple[Callable[[Document], Iterator[Remark]], ...] = (
    check_sums,
    check_parts,
    check_rates,
    check_growth,
    check_running,
    check_balance,
    check_averages,
    check_units,
    check_repeats,
    words.check_completion,
    words.check_cut_offs,
    words.check_days,
    words.check_doubled_marks,
    words.check_doubled_words,
    words.check_frequency,
    words.check_leftovers,
    words.check_lists,
    words.check_missing_numbers,
    words.check_ordinals,
    words.check_pairs,
    words.check_periods,
    words.check_qualifiers,
    words.check_remains,
    words.check_repeated_sentences,
    words.check_slogans,
    words.check_spaces,
    words.check_stale,
    words.check_widths,
)
_ORDER = tuple(Severity)


def proofread(document: Document) -> tuple[Remark, ...]:
    """Return what is wrong with a text in the order of its places, of one place the worst first."""
    remarks = (remark for rule in RULES for remark in rule(document))
    return tuple(sorted(remarks, key=lambda each: (each.span, _ORDER.index(each.severity))))
