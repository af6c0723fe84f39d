"""All rules of prose, and what they remark of a text."""

from collections.abc import Callable, Iterator

from unionapp.checks.finding import Severity
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
)
_ORDER = tuple(Severity)


def proofread(document: Document) -> tuple[Remark, ...]:
    """Return what is wrong with a text in the order of its places, of one place the worst first."""
    remarks = (remark for rule in RULES for remark in rule(document))
    return tuple(sorted(remarks, key=lambda each: (each.span, _ORDER.index(each.severity))))
