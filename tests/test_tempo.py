"""How often a source is polled: within bounds and budget, more often where news is likely and matters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.tempo import (
    LONGEST,
    SHORTEST,
    SHORTEST_PINNED,
    Habit,
    bounds,
    drive,
    is_odd,
    learn,
    pace,
    poll_interval,
)

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
chances = st.floats(min_value=0, max_value=1)
counts = st.floats(min_value=0, max_value=10_000)
habits = st.builds(
    Habit,
    news=counts,
    watched=counts,
    hours=st.lists(counts, min_size=24, max_size=24).map(tuple),
    days=st.lists(counts, min_size=7, max_size=7).map(tuple),
)


def office_habit(weeks: int = 8) -> Habit:
    """One item each working day at ten."""
    dates = [MONDAY + n * DAY + 10 * HOUR + timedelta(minutes=5) for n in range(7 * weeks) if n % 7 < 5]
    return learn(Habit(), dates, MONDAY, MONDAY + 7 * weeks * DAY)


def interval(habit: Habit, now: datetime, alerts: int = 0, silent: timedelta = timedelta()) -> timedelta:
    return poll_interval(drive(habit, alerts, False, silent), 20.0, bounds(None, False), now, 0.5)


@given(habits, st.integers(0, 1000), st.floats(0, 1e6), chances, st.booleans(), st.integers(0, 10**7))
def test_no_wait_is_out_of_its_bounds(
    habit: Habit, alerts: int, at_pace: float, chance: float, pinned: bool, seconds: int
) -> None:
    limits = bounds(None, pinned)
    now = MONDAY + timedelta(seconds=seconds)
    wait = poll_interval(drive(habit, alerts, pinned, DAY), at_pace, limits, now, chance)
    assert (SHORTEST_PINNED if pinned else SHORTEST) <= wait <= LONGEST


@given(st.lists(st.floats(0.001, 10), min_size=1, max_size=50), st.floats(0.01, 1000))
def test_the_pace_takes_the_budget_as_far_as_the_bounds_let_it(strengths: list[float], budget: float) -> None:
    limits = bounds(None, False)
    found = pace([(strength, limits) for strength in strengths], budget)
    taken = sum(HOUR / limits.clamp(HOUR / max(found * strength, 1e-9)) for strength in strengths)
    least, most = (len(strengths) * (HOUR / wait) for wait in (LONGEST, SHORTEST))
    assert taken == pytest.approx(min(max(budget, least), most), rel=0.01)


def test_an_editor_s_own_interval_is_never_exceeded_even_without_a_budget() -> None:
    limits = bounds(timedelta(minutes=15), pinned=False)
    assert pace([(1.0, limits)], 0.0) == 0.0
    assert poll_interval(drive(Habit(), 0, False, DAY), 0.0, limits, MONDAY, 1.0) == timedelta(minutes=15)


def test_no_sources_need_no_pace() -> None:
    assert pace([], 100.0) == 0.0


def test_a_source_is_polled_most_in_the_hours_and_on_the_days_when_it_publishes() -> None:
    habit = office_habit()
    at_ten, at_night = interval(habit, MONDAY + 10 * HOUR), interval(habit, MONDAY + 20 * HOUR)
    on_sunday = interval(habit, MONDAY + 6 * DAY + 10 * HOUR)
    assert at_ten < at_night
    assert at_ten < on_sunday


def test_a_wait_that_begins_in_a_quiet_hour_ends_soon_after_the_busy_one_begins() -> None:
    habit = office_habit()
    wait = interval(habit, MONDAY + 8 * HOUR + timedelta(minutes=30))
    assert timedelta(minutes=30) < wait < timedelta(minutes=30) + interval(habit, MONDAY + 8 * HOUR)


def test_a_source_whose_news_alerts_is_polled_more_often_than_one_whose_news_does_not() -> None:
    habit, noon = office_habit(), MONDAY + 12 * HOUR
    waits = [interval(habit, noon, alerts) for alerts in (10, 2, 0)]
    assert waits == sorted(waits)
    assert waits[0] < waits[2] / 2


def test_a_source_with_twice_the_news_gets_less_than_twice_the_polls() -> None:
    once = Habit(news=100, watched=1000)
    twice = Habit(news=200, watched=1000)
    more = interval(once, MONDAY) / interval(twice, MONDAY)
    assert 1 < more < 2


def test_a_source_that_went_quiet_is_polled_less_and_keeps_its_habit() -> None:
    habit = office_habit()
    assert interval(habit, MONDAY + 10 * HOUR, silent=60 * DAY) > interval(habit, MONDAY + 10 * HOUR)


def test_what_was_learnt_fades() -> None:
    old = learn(Habit(), [MONDAY + HOUR] * 10, MONDAY, MONDAY + DAY)
    later = learn(old, [], MONDAY + DAY, MONDAY + 61 * DAY)
    assert later.news == pytest.approx(5)
    assert later.hours[1] == pytest.approx(5)


def test_a_date_without_a_time_tells_the_day_alone_and_a_wrong_clock_tells_nothing() -> None:
    now = MONDAY + 2 * DAY + 15 * HOUR
    dated, astray = MONDAY + DAY, now + 400 * DAY
    habit = learn(Habit(), [dated, astray], MONDAY, now)
    assert habit.news == 2
    assert [day for day, count in enumerate(habit.days) if count] == [1, 2]
    assert [hour for hour, count in enumerate(habit.hours) if count] == [15]


@pytest.mark.parametrize(("days", "odd"), [(1, False), (10, False), (13, True)])
def test_a_source_is_oddly_silent_after_eight_of_its_usual_gaps(days: int, odd: bool) -> None:
    assert is_odd(office_habit(), days * DAY) == odd


def test_a_busy_source_may_rest_over_a_holiday() -> None:
    busy = Habit(news=500, watched=500)
    assert not is_odd(busy, 3 * DAY)
    assert is_odd(busy, 5 * DAY)


def test_a_source_without_a_habit_is_never_oddly_silent() -> None:
    assert not is_odd(Habit(news=4, watched=10), 1000 * DAY)
