"""Days that people type."""

from __future__ import annotations

from datetime import UTC, datetime

import typer


def read_day(text: str) -> datetime | None:
    """ "2025-01-31" as the beginning of that day, UTC; None for ""."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2025-01-31") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
