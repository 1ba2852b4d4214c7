"""Dates as machines write them. In: text or a tuple of UTC. Out: an aware UTC moment, or None for what is no date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


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
