"""Which backups are kept as they grow old."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from unionapp.storage.backup.retention import superfluous

NOW = datetime(2022, 12, 5, 10, 31)
MINUTES = 60 * 24 * 365 * 6

moments = st.integers(-MINUTES // 50, MINUTES).map(lambda minutes: NOW - timedelta(minutes=minutes))
many = st.sets(moments, max_size=150)


def kept(made: set[datetime], now: datetime = NOW) -> set[datetime]:
    return made - set(superfluous(made, now))


def daily(days: int) -> set[datetime]:
    return {NOW - timedelta(days=day) for day in range(days)}


@given(many)
def test_only_what_is_there_can_go_and_never_the_newest(made: set[datetime]) -> None:
    assert set(superfluous(made, NOW)) <= made
    assert not made or max(made) in kept(made)


@given(many)
def test_thinning_again_takes_nothing_more(made: set[datetime]) -> None:
    assert superfluous(kept(made), NOW) == ()


@given(many, st.integers(0, 400))
def test_thinning_every_day_or_seldom_leaves_the_same(made: set[datetime], days: int) -> None:
    later = NOW + timedelta(days=days)
    assert kept(kept(made), later) == kept(made, later)


@given(many)
def test_what_is_older_than_a_week_is_few(made: set[datetime]) -> None:
    old = {each for each in kept(made) if (NOW.date() - each.date()).days >= 7}
    years = {each.year for each in made}
    assert len(old) <= 9 + 13 + len(years)


@given(many)
def test_all_of_the_last_seven_days_stay_and_all_of_a_wrong_clock(made: set[datetime]) -> None:
    young = {each for each in made if (NOW.date() - each.date()).days < 7}
    assert young <= kept(made)


@given(many)
def test_every_year_keeps_one(made: set[datetime]) -> None:
    assert {each.year for each in kept(made)} == {each.year for each in made}


def test_a_backup_a_day_for_three_years_leaves_some_thirty() -> None:
    stays = sorted(kept(daily(3 * 365)), reverse=True)
    assert len(stays) <= 7 + 9 + 13 + 4
    assert [(NOW - each).days for each in stays[:7]] == list(range(7))
    weeks = {each.isocalendar()[:2] for each in stays if (NOW - each).days < 56}
    assert len(weeks) >= 8
    months = {(each.year, each.month) for each in stays if (NOW - each).days < 365}
    assert len(months) >= 12
    assert {each.year for each in stays} == {2019, 2020, 2021, 2022}
