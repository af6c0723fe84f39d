"""All checks of a draft, in the order in which their findings are told."""

from collections.abc import Callable, Iterator

from unionapp.checks.entries import check_carried, check_entries, check_sizes, check_year
from unionapp.checks.finding import Finding, Severity
from unionapp.checks.privacy import check_unmarked
from unionapp.checks.relations import check_rates, check_relations
from unionapp.checks.tables import check_repeated, check_total_rows, check_totals
from unionapp.checks.texts import check_prose, check_unfinished
from unionapp.checks.typed_totals import check_typed_totals
from unionapp.checks.units import check_units
from unionapp.checks.wording import check_doubled_units, check_doubled_words, check_half_width
from unionapp.checks.years import check_past_years, check_signed_before, check_year_ahead
from unionapp.figures import Figures

# Each draft is looked through by these; a new check is one line more.
CHECKS: tuple[Callable[[Figures], Iterator[Finding]], ...] = (
    check_entries,
    check_year,
    check_units,
    check_relations,
    check_rates,
    check_typed_totals,
    check_totals,
    check_total_rows,
    check_prose,
    check_doubled_units,
    check_unfinished,
    check_carried,
    check_unmarked,
    check_past_years,
    check_year_ahead,
    check_signed_before,
    check_sizes,
    check_doubled_words,
    check_repeated,
    check_half_width,
)
_ORDER = tuple(Severity)


def check(figures: Figures) -> tuple[Finding, ...]:
    """Return all findings of a draft, errors first, then in the order of the checks."""
    findings = [finding for each in CHECKS for finding in each(figures)]
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))
