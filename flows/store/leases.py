"""A lease: rows that one worker holds for a while. A worker that dies holds them no longer than that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa


def lease(
    connection: sa.Connection,
    table: sa.Table,
    wanted: sa.ColumnElement[bool],
    order: sa.ColumnElement[Any],
    worker: str,
    now: datetime,
    limit: int,
    lease_for: timedelta,
    columns: Sequence[sa.Column[Any]],
    **also: Any,
) -> Sequence[sa.Row[Any]]:
    """Mark up to `limit` wanted rows that nobody holds as held by `worker`, and return their columns.

    A lease that ends further away than twice its length was taken before the clock jumped back: it counts as run out.
    PostgreSQL skips rows that another transaction is about to take; SQLite has one writer at a time.
    """
    free = sa.or_(
        table.c.leased_until.is_(None), table.c.leased_until < now, table.c.leased_until > now + 2 * lease_for
    )
    chosen = (
        sa.select(table.c.id)
        .where(wanted, free)
        .order_by(order, table.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    taken = (
        table.update()
        .where(table.c.id.in_(chosen))
        .values(leased_by=worker, leased_until=now + lease_for, **also)
        .returning(*columns)
    )
    return connection.execute(taken).all()
