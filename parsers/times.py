"""Times as pages write them for machines, and near to it. In: text. Out: a moment in UTC, or None."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

_TIME = re.compile(
    r"([0-9]{4})[-/.年][\s]?([0-9]{1,2})[-/.月][\s]?([0-9]{1,2})日?"
    r"(?:[T,\s]{1,3}([0-9]{1,2})[:時时点]([0-9]{1,2})(?:[:分]([0-9]{1,2}))?(?:\.[0-9]{1,9})?\s?([+-][0-9]{2}:?[0-9]{2})?)?"
)


def read_time(value: object, zone: tzinfo = UTC) -> datetime | None:
    """A time as pages write it, aware, in UTC: ISO 8601 and what is near it, "2021/3/30 9:10", "2021年3月30日".

    One without a zone counts as in `zone`.
    """
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not 8 <= len(text) <= 60:
        return None
    try:
        moment = datetime.fromisoformat(text if "T" in text else _as_iso(text))
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _as_iso(text: str) -> str:
    """The first time in a text, as ISO 8601 has it; "" where there is none, which is no time either."""
    found = _TIME.search(text)
    if not found:
        return ""
    year, month, day, hour, minute, second = (part or "0" for part in found.groups()[:6])
    clock = ":".join(part.zfill(2) for part in (hour, minute, second))
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}T{clock}{found.group(7) or ''}"
