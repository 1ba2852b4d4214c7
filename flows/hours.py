"""When people may be told: quiet hours and digests of a watch and a moment in, the moment of sending out. Pure.

Times of day are wall-clock times of an IANA zone, so a window keeps its hours when daylight saving begins or ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = timedelta(days=1)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9])"
_QUIET = re.compile(rf"{_TIME} ?- ?{_TIME}")
_DIGEST = re.compile(rf"(?:daily|weekly ({'|'.join(DAYS)})) {_TIME}")


@dataclass(frozen=True, slots=True)
class Quiet:
    """A window of the day in which nothing is sent. It may reach over midnight: 22:00-07:00."""

    begin: time
    end: time


@dataclass(frozen=True, slots=True)
class Digest:
    """When the alerts of a watch come as one message."""

    at: time
    weekday: int | None = None  # Monday is 0; None is every day

    @property
    def words(self) -> str:
        return "daily digest" if self.weekday is None else "weekly digest"


@dataclass(frozen=True, slots=True)
class Due:
    """When a delivery is to be sent, and why not before."""

    at: datetime
    hold: str = ""  # "quiet hours", "daily digest", "weekly digest"; "" where nothing holds it


def read_quiet(value: object) -> object:
    """ "22:00-07:00" as a window; anything else that is no text as it came. Raises ValueError."""
    if not isinstance(value, str):
        return value
    match = _QUIET.fullmatch(value.strip().lower())
    if match is None or match.group(1, 2) == match.group(3, 4):
        raise ValueError(f'write quiet hours such as "22:00-07:00", not {value!r}')
    return Quiet(time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4])))


def read_digest(value: object) -> object:
    """ "daily 08:00" or "weekly mon 08:00" as a digest; anything else that is no text as it came. Raises ValueError."""
    if not isinstance(value, str):
        return value
    match = _DIGEST.fullmatch(" ".join(value.lower().split()))
    if match is None:
        raise ValueError(f'write a digest such as "daily 08:00" or "weekly mon 08:00", not {value!r}')
    return Digest(time(int(match[2]), int(match[3])), DAYS.index(match[1]) if match[1] else None)


def read_zone(value: object) -> object:
    """The name of an IANA zone ("Europe/Berlin") as it came. Raises ValueError for any other text."""
    try:
        return ZoneInfo(value).key if isinstance(value, str) else value
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'write a time zone such as "Europe/Berlin" or "UTC", not {value!r}') from None


def due(moment: datetime, zone: str, quiet: Quiet | None, digest: Digest | None) -> Due:
    """When something made at `moment` is sent: at the next digest, and never in quiet hours."""
    at = next_digest(digest, zone, moment) if digest else moment
    end = quiet_end(quiet, zone, at)
    return Due(end or at, digest.words if digest else "quiet hours" if end else "")


def quiet_end(quiet: Quiet | None, zone: str, moment: datetime) -> datetime | None:
    """When the quiet hours end in which `moment` lies; None where it lies in none."""
    if quiet is None:
        return None
    today = moment.astimezone(ZoneInfo(zone)).date()
    for day in (today - DAY, today):  # yesterday's window may reach into today
        begin = _instant(datetime.combine(day, quiet.begin), zone)
        last = day if quiet.begin < quiet.end else day + DAY
        end = _instant(datetime.combine(last, quiet.end), zone)
        if begin <= moment < end:
            return end
    return None


def next_digest(digest: Digest, zone: str, moment: datetime) -> datetime:
    """The first digest after `moment`: what is made at its very minute waits for the next."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    while True:
        at = _instant(datetime.combine(day, digest.at), zone)
        if at > moment and digest.weekday in (None, day.weekday()):
            return at
        day += DAY


def _instant(wall: datetime, zone: str) -> datetime:
    """The moment at which the zone's clocks show this time; one that a leap skips is as far into the next hour."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
