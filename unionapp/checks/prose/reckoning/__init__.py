"""Reckoning: what the figures of a text say of one another, and what does not agree.

Each rule walks once through the figures and looks at no more than a few beside each.
"""

from unionapp.checks.prose.reckoning.averages import check_averages, check_units
from unionapp.checks.prose.reckoning.growth import check_growth
from unionapp.checks.prose.reckoning.parts import check_parts
from unionapp.checks.prose.reckoning.rates import check_rates
from unionapp.checks.prose.reckoning.repeats import check_repeats
from unionapp.checks.prose.reckoning.running import check_balance, check_running
from unionapp.checks.prose.reckoning.sums import check_sums

__all__ = [
    "check_averages",
    "check_balance",
    "check_growth",
    "check_parts",
    "check_rates",
    "check_repeats",
    "check_running",
    "check_sums",
    "check_units",
]
