"""Quiet hours and digests: wall-clock times of a zone, also where daylight saving begins and ends."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from flows.hours import Digest, Quiet, due, next_digest, quiet_end
from flows.seeds import WatchSeed

BERLIN = "Europe/Berlin"
NIGHT = Quiet(time(22), time(7))
ZONES = ["UTC", BERLIN, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]

MINUTES = st.integers(0, 3 * 366 * 24 * 60)
moments = MINUTES.map(lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(BERLIN))


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-03-02T21:59", None),
        ("2026-03-02T22:00", "2026-03-03T07:00"),
        ("2026-03-03T03:00", "2026-03-03T07:00"),
        ("2026-03-03T06:59", "2026-03-03T07:00"),
        ("2026-03-03T07:00", None),
        ("2026-03-28T23:00", "2026-03-29T07:00"),  # the night in which summer time begins
        ("2026-10-24T23:00", "2026-10-25T07:00"),  # and the one in which it ends
    ],
)
def test_quiet_hours_over_midnight_end_in_the_morning(moment: str, end: str | None) -> None:
    assert quiet_end(NIGHT, BERLIN, berlin(moment)) == (berlin(end) if end else None)


def test_quiet_hours_within_a_day_end_the_same_day() -> None:
    siesta = Quiet(time(13), time(15, 30))
    assert quiet_end(siesta, BERLIN, berlin("2026-03-02T14:00")) == berlin("2026-03-02T15:30")
    assert quiet_end(siesta, BERLIN, berlin("2026-03-02T16:00")) is None


def test_a_digest_is_the_next_one_and_what_comes_at_its_minute_waits_for_another() -> None:
    daily, weekly = Digest(time(8)), Digest(time(8), weekday=0)
    assert next_digest(daily, BERLIN, berlin("2026-03-02T07:59")) == berlin("2026-03-02T08:00")
    assert next_digest(daily, BERLIN, berlin("2026-03-02T08:00")) == berlin("2026-03-03T08:00")
    assert next_digest(weekly, BERLIN, berlin("2026-03-02T09:00")) == berlin("2026-03-09T08:00")
    assert next_digest(daily, BERLIN, berlin("2026-03-28T09:00")) == berlin("2026-03-29T08:00"), "23 hours later"


def test_a_digest_that_falls_into_quiet_hours_comes_when_they_end() -> None:
    when = due(berlin("2026-03-02T12:00"), BERLIN, NIGHT, Digest(time(6)))
    assert (when.at, when.hold) == (berlin("2026-03-03T07:00"), "daily digest")


@given(moments, times, times, st.sampled_from(ZONES))
def test_quiet_hours_always_end_and_end_outside_themselves(moment: datetime, begin: time, end: time, zone: str) -> None:
    quiet = Quiet(begin, end)
    if begin == end:
        return
    over = quiet_end(quiet, zone, moment)
    if over is not None:
        assert moment < over <= moment + timedelta(hours=26)
        assert quiet_end(quiet, zone, over) is None


@given(moments, times, st.sampled_from([None, *range(7)]), st.sampled_from(ZONES))
def test_the_next_digest_is_ahead_and_within_its_period(
    moment: datetime, at: time, weekday: int | None, zone: str
) -> None:
    ahead = next_digest(Digest(at, weekday), zone, moment) - moment
    assert timedelta(0) < ahead <= timedelta(days=8 if weekday is not None else 2)


def test_a_watch_reads_its_hours() -> None:
    watch = WatchSeed.model_validate(
        {"name": "w", "quiet": "22:00-07:00", "zone": BERLIN, "digest": "weekly mon 08:00"}
    )
    assert (watch.quiet, watch.zone, watch.digest) == (NIGHT, BERLIN, Digest(time(8), 0))
    assert WatchSeed.model_validate({"name": "w", "digest": "daily 08:00"}).digest == Digest(time(8))


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("quiet", "10pm-7am", "22:00-07:00"),
        ("quiet", "07:00-07:00", "22:00-07:00"),
        ("quiet", "25:00-07:00", "22:00-07:00"),
        ("digest", "hourly", "daily 08:00"),
        ("digest", "weekly 08:00", "weekly mon 08:00"),
        ("zone", "Berlin", "Europe/Berlin"),
        ("zone", "../etc/passwd", "Europe/Berlin"),
    ],
)
def test_a_mistake_in_a_watch_says_how_it_is_written(key: str, value: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        WatchSeed.model_validate({"name": "w", key: value})
