"""Dates as machines write them. In: text or a tuple of UTC. Out: an aware UTC moment, or None for what is no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RFC_822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ([0-3]?[0-9]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" ((?:19|20)[0-9]{2}) ([0-2][0-9]):([0-5][0-9]):([0-5][0-9]) (?:GMT|([+-])([01][0-9])([0-5][0-9]))"
)
_RFC_3339 = re.compile(
    r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:Z|[+-][01][0-9]:[0-5][0-9])"
)


def moment(text: object) -> datetime | None:
    """ISO 8601 (W3C's and RFC 3339's profiles) or RFC 5322; a time without a zone is UTC."""
    if not isinstance(text, str) or not 8 <= len(text.strip()) <= 40:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _utc(read(text.strip()))
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def rfc_822(text: str) -> datetime | None:
    """A date of RSS as RFC 822 has it, spelt out in full with four digits of year; None for any other."""
    found = _RFC_822.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        local = datetime(int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC)
    except ValueError:
        return None
    return local - offset


def rfc_3339(text: str) -> datetime | None:
    """A date of Atom in whole seconds (RFC 3339); None for any other."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if _RFC_3339.fullmatch(text) else None
    except ValueError:
        return None


def moment_of(parsed: Sequence[int] | None) -> datetime | None:
    """From a `time.struct_time` in UTC, as feedparser gives it."""
    if not parsed:
        return None
    year, month, day, hour, minute, second, *_ = parsed
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)  # a leap second has number 60
    except (ValueError, TypeError):
        return None


def _utc(when: datetime) -> datetime:
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
