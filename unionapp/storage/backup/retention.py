"""Which of many backups are kept: all of the last week, then ever fewer the older they are.

Backups are the last thing that a wrong clock may cost. So a leap of it ages none, right after one
nothing goes at all, and at any time only a few do.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise

# Days for which all are kept, one a week, and one a month; older ones are kept one a year.
_ALL = 7
_WEEKLY = 8 * 7
_MONTHLY = 366

# Days without a backup that can be a holiday. Where it was longer nobody knows whether the clock
# leapt, so it counts as a day: what is kept for too long does no harm.
_HOLIDAY = 35

# How many go at a time.
_FEW = 3


def superfluous(made: Collection[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return the backups that can go now, by the times at which they were made: a few, the oldest.

    Periods are those of the calendar, and the newest of each is kept. The newest of all is never
    among those that go, nor is any from what is still to come: the clock was wrong, not the backup.
    """
    past = sorted(each for each in made if each.date() <= now.date())
    if _has_leapt(past, now):
        return ()
    ages = _ages(past, now)
    kept = {each for each in past if ages[each] < _ALL} | set(_newest_of_periods(ages))
    return tuple(each for each in past if each not in kept)[:_FEW]


def _has_leapt(past: Collection[datetime], now: datetime) -> bool:
    """Tell whether the clock may have been set forward: nothing was made for longer than a holiday.

    After a real one thinning goes on the next day.
    """
    before = [each for each in past if each.date() < now.date()]
    return bool(before) and _days(before[-1], now) > _HOLIDAY


def _ages(past: Collection[datetime], now: datetime) -> Mapping[datetime, int]:
    """The days since each was made, as far as they can be believed."""
    ages, age = {}, 0
    for later, each in pairwise((now, *reversed(tuple(past)))):
        days = _days(each, later)
        age += days if days <= _HOLIDAY else 1
        ages[each] = age
    return ages


def _newest_of_periods(ages: Mapping[datetime, int]) -> Iterator[datetime]:
    for period, days in _PERIODS:
        newest = {period(each.date()): each for each in sorted(ages)}
        yield from (each for each in newest.values() if days is None or ages[each] <= days)


def _days(one: datetime, other: datetime) -> int:
    return (other.date() - one.date()).days


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month


def _year(day: date) -> Hashable:
    return day.year


_PERIODS: tuple[tuple[Callable[[date], Hashable], int | None], ...] = (
    (_week, _WEEKLY),
    (_month, _MONTHLY),
    (_year, None),
)
