"""Exchange rates that are newer than the bundled ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from flows.store.schema import rate


def put_rates(connection: sa.Connection, quotes: Iterable[tuple[date, str, Decimal]]) -> int:
    """Store (day, currency, units per euro); a day that is known stays as it is. Returns how many were new."""
    held = {(row.day, row.currency) for row in connection.execute(sa.select(rate.c.day, rate.c.currency))}
    new = {(day, code): str(value) for day, code, value in quotes if (day, code) not in held}
    if new:
        rows = [{"day": day, "currency": code, "per_euro": value} for (day, code), value in new.items()]
        connection.execute(rate.insert(), rows)
    return len(new)


def newer_rates(connection: sa.Connection) -> dict[str, dict[date, Decimal]]:
    """Units per euro by currency and day."""
    found: dict[str, dict[date, Decimal]] = {}
    for row in connection.execute(sa.select(rate)):
        found.setdefault(row.currency, {})[row.day] = Decimal(row.per_euro)
    return found
