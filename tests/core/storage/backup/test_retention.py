"""Which backups are kept as they grow old."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionapp.storage.backup.retention import superfluous

NOW = datetime(2022, 12, 5, 10, 31)
MINUTES = 60 * 24 * 365 * 6

moments = st.integers(-MINUTES // 50, MINUTES).map(lambda minutes: NOW - timedelta(minutes=minutes))
many = st.sets(moments, max_size=150)


def kept(made: set[datetime], now: datetime = NOW) -> set[datetime]:
    """What is left when backups are thinned at one time as often as anything goes."""
    left = set(made)
    while gone := superfluous(left, now):
        left -= set(gone)
    return left


def thinned_daily(days: int, left: set[datetime], first: datetime = NOW) -> set[datetime]:
    """What is left when on each of so many days one is made, and some go."""
    for day in range(days):
        now = first + timedelta(days=day)
        left.add(now)
        left -= set(superfluous(left, now))
    return left


def daily(days: int) -> set[datetime]:
    return {NOW - timedelta(days=day) for day in range(days)}


@given(many)
def test_only_what_is_there_can_go_and_never_the_newest(made: set[datetime]) -> None:
    assert set(superfluous(made, NOW)) <= made
    assert not made or max(made) in kept(made)


@given(many)
def test_few_go_at_a_time_and_the_oldest_first(made: set[datetime]) -> None:
    gone = superfluous(made, NOW)
    assert len(gone) <= 3
    assert list(gone) == sorted(made - kept(made))[: len(gone)]


@given(many)
def test_all_of_the_last_seven_days_stay_and_all_of_a_wrong_clock(made: set[datetime]) -> None:
    young = {each for each in made if (NOW.date() - each.date()).days < 7}
    assert young <= kept(made)


@given(many)
def test_every_year_keeps_one(made: set[datetime]) -> None:
    assert {each.year for each in kept(made)} == {each.year for each in made}


def test_a_backup_a_day_for_three_years_leaves_some_thirty() -> None:
    now = NOW + timedelta(days=3 * 365 - 1)
    stays = sorted(thinned_daily(3 * 365, set()), reverse=True)
    assert len(stays) <= 7 + 9 + 13 + 4
    assert [(now - each).days for each in stays[:7]] == list(range(7))
    weeks = {each.isocalendar()[:2] for each in stays if (now - each).days < 56}
    assert len(weeks) >= 8
    months = {(each.year, each.month) for each in stays if (now - each).days < 365}
    assert len(months) >= 12
    assert {each.year for each in stays} == {2022, 2023, 2024, 2025}


def test_many_of_one_day_are_thinned_too_a_few_every_day() -> None:
    many_of_today = {NOW - timedelta(days=30, minutes=minute) for minute in range(60)}
    assert len(thinned_daily(30, many_of_today | {NOW - timedelta(days=1)})) < 7 + 9 + 5


@pytest.mark.parametrize("year", [2023, 2030, 2100, 9998])
def test_right_after_the_clock_has_leapt_nothing_goes(year: int) -> None:
    made, now = daily(25), NOW.replace(year=year)
    assert superfluous(made | {now}, now) == ()
    assert superfluous(made | {now, now - timedelta(hours=1)}, now) == ()


@pytest.mark.parametrize("year", [2023, 2030, 2100, 9998])
@pytest.mark.parametrize("days", [1, 10, 40])
def test_a_clock_that_stays_where_it_leapt_costs_no_more_than_as_many_days(
    year: int, days: int
) -> None:
    made = daily(25)
    there = thinned_daily(days, set(made), NOW.replace(year=year))
    usual = thinned_daily(days, set(made), NOW + timedelta(days=1))
    assert there & made >= usual & made


def test_after_a_real_holiday_thinning_goes_on_the_next_day() -> None:
    back = NOW + timedelta(days=60)
    made = daily(25) | {back}
    assert superfluous(made, back) == ()
    assert superfluous(made | {back + timedelta(days=1)}, back + timedelta(days=1)) != ()


@pytest.mark.parametrize("year", [1970, 2000, 2021])
def test_a_clock_that_was_set_back_takes_nothing_away(year: int) -> None:
    made, now = daily(25), NOW.replace(year=year)
    assert superfluous(made | {now}, now) == ()
    assert kept(made | {now}) == kept(made) | {now}
