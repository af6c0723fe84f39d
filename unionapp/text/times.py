"""When something was, as one says it: 今天 10:31, 昨天 16:02, 12月7日 09:00."""

from datetime import date, datetime


def moment_in_words(at: str) -> str:
    """A time in UTC in ISO 8601 as the clock on the wall tells it."""
    time = datetime.fromisoformat(at).astimezone()
    return f"{day_in_words(time.date(), datetime.now().date())} {time:%H:%M}"


def day_in_words(day: date, today: date) -> str:
    """A day as it is called today; the year is left out of days in this one."""
    distance = (today - day).days
    if distance in (0, 1):
        return ("今天", "昨天")[distance]
    short = f"{day.month}月{day.day}日"
    return short if day.year == today.year else f"{day.year}年{short}"
