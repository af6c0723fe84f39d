"""Times by the clock on the wall, each of the ways in which an office says or writes them."""

from datetime import UTC, date, datetime

_LATELY = ("今天", "昨天")

# What every system can set by the clock on the wall: Windows knows nothing before 1970 or from
# 3001 on (_localtime64), and a zone is never a day away.
_EARLIEST, _LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)


def instant(at: str) -> datetime:
    """Return a time that is kept in ISO 8601, in UTC, whatever stands there.

    A file may come from a PC whose clock was wrong, or from nobody's program. What is too early
    or too late for a clock is as near to it as can be, and what is no time at all is the earliest.
    """
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        return _EARLIEST
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return min(max(aware, _EARLIEST), _LATEST).astimezone(UTC)


def local_time(at: str) -> datetime:
    """Return a time that is kept in ISO 8601 by the clock on the wall, whatever stands there."""
    return instant(at).astimezone()


def time_in_words(at: datetime) -> str:
    """Return the day as it is called today, and the time: 今天 10:31, 12月7日 09:00."""
    return f"{day_in_words(at.date(), datetime.now().date())} {at:%H:%M}"


def recent_time_in_words(at: datetime, now: datetime) -> str:
    """Return the time of yesterday and today, and of others the day: 昨天 16:02, 11月20日."""
    day = day_in_words(at.date(), now.date())
    return f"{day} {at:%H:%M}" if day in _LATELY else day


def day_in_words(day: date, today: date) -> str:
    """Return a day as it is called today: 昨天, 12月7日, 2025年12月7日."""
    distance = (today - day).days
    if 0 <= distance < len(_LATELY):
        return _LATELY[distance]
    return month_and_day(day) if day.year == today.year else f"{day.year}年{month_and_day(day)}"


def month_and_day(day: date) -> str:
    """Return a day as it is called in its year: 12月7日."""
    return f"{day.month}月{day.day}日"


def day_and_time(at: datetime) -> str:
    """Return a time as it is called on whatever day it is read: 12月7日 09:00."""
    return f"{month_and_day(at)} {at:%H:%M}"


def sortable_time(at: datetime) -> str:
    """Return a time as lists of many years are sorted by it: 2025-12-07 09:00."""
    return f"{at:%Y-%m-%d %H:%M}"
