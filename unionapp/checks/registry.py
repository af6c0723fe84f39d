"""All checks of a draft, in order; a new one is added to `CHECKS`."""

from collections.abc import Callable, Iterator

from unionapp.checks.carried import check_carried
from unionapp.checks.doubled import check_doubled_units
from unionapp.checks.entries import check_entries, check_year
from unionapp.checks.finding import Finding, Severity
from unionapp.checks.privacy import check_unmarked
from unionapp.checks.rates import check_rates
from unionapp.checks.relations import check_relations
from unionapp.checks.seams import check_seams
from unionapp.checks.sizes import check_sizes
from unionapp.checks.tables import check_repeated
from unionapp.checks.texts import check_prose
from unionapp.checks.total_rows import check_total_rows
from unionapp.checks.totals import check_totals
from unionapp.checks.unfinished import check_unfinished
from unionapp.checks.units import check_units
from unionapp.checks.wording import check_half_width
from unionapp.checks.years import check_past_years, check_signed_before, check_year_ahead
from unionapp.figures import Figures

CHECKS: tuple[Callable[[Figures], Iterator[Finding]], ...] = (
    check_entries,
    check_year,
    check_units,
    check_relations,
    check_rates,
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
    check_seams,
    check_repeated,
    check_half_width,
)
_ORDER = tuple(Severity)


def check(figures: Figures) -> tuple[Finding, ...]:
    """All findings of a draft, errors first, then in the order of the checks."""
    findings = [finding for each in CHECKS for finding in each(figures)]
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))
