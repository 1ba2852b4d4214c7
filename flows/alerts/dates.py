"""Moments and days in, the words for them out."""

from __future__ import annotations

from datetime import UTC, date, datetime

NOT_STATED = "not stated"


def write_time(moment: datetime | None) -> str:
    """A time in UTC: "30 March 2021, 11:05 UTC"."""
    if moment is None:
        return NOT_STATED
    universal = moment.astimezone(UTC)
    return f"{write_day(universal.date())}, {universal:%H:%M} UTC"


def write_day(day: date) -> str:
    """A day: "30 March 2021"."""
    return f"{day.day} {day:%B %Y}"


def write_short_day(day: date) -> str:
    """A day where there is little room: "30 Mar 2021"."""
    return f"{day.day} {day:%b %Y}"
