"""What the operator, and whoever listens to events, was told: problems that are not over, so that each is told once,
and once more when it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from flows.store.schema import told


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A problem that the operator knows of."""

    key: str
    where: str
    mark: int
    told_at: datetime


def told_problems(connection: sa.Connection, scope: str) -> dict[str, ToldRow]:
    """Those that one flow looks for, by key."""
    query = sa.select(*(told.c[name] for name in ToldRow.__slots__)).where(told.c.scope == scope)
    return {row.key: ToldRow(*row) for row in connection.execute(query)}


def put_told(connection: sa.Connection, scope: str, rows: Collection[ToldRow]) -> None:
    forget_told(connection, scope, [row.key for row in rows])
    values = [
        {"scope": scope, "key": row.key, "where": row.where, "mark": row.mark, "told_at": row.told_at} for row in rows
    ]
    if values:
        connection.execute(told.insert(), values)


def forget_told(connection: sa.Connection, scope: str, keys: Collection[str]) -> None:
    """These are over."""
    connection.execute(told.delete().where(told.c.scope == scope, told.c.key.in_(list(keys))))
