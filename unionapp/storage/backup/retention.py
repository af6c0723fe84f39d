"""Which of many backups are kept: all of the last week, then ever fewer the older they are."""

from collections.abc import Callable, Collection, Hashable, Iterator
from datetime import date, datetime

# Days for which all are kept, one a week, and one a month; older ones are kept one a year.
_ALL = 7
_WEEKLY = 8 * 7
_MONTHLY = 366


def superfluous(made: Collection[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return the backups that can go, by the times at which they were made.

    Periods are those of the calendar, and the newest of each is kept, so that what is kept today
    does not depend on how often backups were thinned before. The newest of all is never among
    those that go, nor is any from what is still to come: the clock was wrong, not the backup.
    """
    kept = {each for each in made if _age(each, now) < _ALL} | set(_newest_of_periods(made, now))
    return tuple(sorted(set(made) - kept))


def _newest_of_periods(made: Collection[datetime], now: datetime) -> Iterator[datetime]:
    for period, days in _PERIODS:
        newest = {period(each.date()): each for each in sorted(made)}
        yield from (each for each in newest.values() if days is None or _age(each, now) <= days)


def _age(made: datetime, now: datetime) -> int:
    return (now.date() - made.date()).days


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
