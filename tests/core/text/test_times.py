"""Times as an office says and writes them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from unionapp.text import (
    day_and_time,
    day_in_words,
    instant,
    local_time,
    recent_time_in_words,
    sortable_time,
    time_in_words,
)

NOW = datetime(2022, 12, 7, 18, 0)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2022, 12, 7, 10, 31), "今天 10:31"),
        (datetime(2022, 12, 6, 23, 59), "昨天 23:59"),
        (datetime(2022, 11, 20, 8, 0), "11月20日"),
        (datetime(2021, 12, 7, 8, 0), "2021年12月7日"),
    ],
)
def test_a_time_is_told_as_in_an_office(at: datetime, words: str) -> None:
    assert recent_time_in_words(at, NOW) == words


def test_a_day_that_is_still_to_come_is_called_by_its_date() -> None:
    assert day_in_words(date(2022, 12, 8), NOW.date()) == "12月8日"


def test_a_time_to_the_minute_has_its_day_before_it_however_long_ago() -> None:
    assert time_in_words(datetime(2021, 12, 7, 8, 5)) == "2021年12月7日 08:05"


def test_what_is_kept_in_another_zone_is_told_by_the_clock_on_the_wall() -> None:
    wall = datetime(2022, 12, 7, 9, 5).astimezone()
    kept = wall.astimezone(timezone(timedelta(hours=-9))).isoformat()
    assert day_and_time(local_time(kept)) == "12月7日 09:05"
    assert sortable_time(local_time(kept)) == "2022-12-07 09:05"


@pytest.mark.parametrize(
    ("kept", "day"),
    [
        ("0001-01-01T00:00:00+14:00", date(1970, 1, 2)),
        ("9999-12-31T23:59:59-14:00", date(2999, 12, 31)),
        ("1969-07-20T20:17:40+00:00", date(1970, 1, 2)),
        ("2200-01-01T00:00:00+00:00", date(2200, 1, 1)),
        ("2022-12-07T00:30:00", date(2022, 12, 7)),
        ("2022-13-07", date(1970, 1, 2)),
        ("上周", date(1970, 1, 2)),
        ("", date(1970, 1, 2)),
    ],
)
def test_whatever_is_kept_as_a_time_is_one_that_every_clock_can_show(kept: str, day: date) -> None:
    assert instant(kept).date() == day
    assert instant(kept).tzinfo is UTC
    assert local_time(kept) == instant(kept)
    assert sortable_time(local_time(kept))
