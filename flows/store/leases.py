"""A lease: rows that one worker holds for a while. A worker that dies holds them no longer than that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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


def renew(connection: sa.Connection, table: sa.Table, ids: Collection[int], worker: str, until: datetime) -> None:
    """Let the worker hold on to these rows until then, those that are still its own. On PostgreSQL rows that another
    transaction writes just now are skipped: it is this worker's own, which gives them back."""
    held = sa.select(table.c.id).where(table.c.id.in_(ids), table.c.leased_by == worker)
    mine = table.c.id.in_(held.with_for_update(skip_locked=True))
    connection.execute(table.update().where(mine).values(leased_until=until))
