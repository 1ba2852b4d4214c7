"""What the store is measured by: its size, how much it doubts, and how long the oldest alert has waited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from flows.store.outbox import WAITING
from flows.store.schema import alert, delivery, doubt, release


def database_bytes(connection: sa.Connection) -> int:
    """What the database takes on disk; on SQLite without its journal."""
    query = (
        "SELECT pg_database_size(current_database())"
        if connection.dialect.name == "postgresql"
        else "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    return int(connection.execute(sa.text(query)).scalar_one())


@dataclass(frozen=True, slots=True)
class Doubted:
    """Releases read in a span of time, and the doubts that they left."""

    releases: int
    doubts: int

    @property
    def rate(self) -> float:
        """Doubts a release; 0 where nothing was read."""
        return self.doubts / self.releases if self.releases else 0.0


def doubted(connection: sa.Connection, since: datetime, until: datetime) -> Doubted:
    """Of the releases seen then whose text is still kept."""
    seen = sa.and_(release.c.has_text, release.c.seen_at >= since, release.c.seen_at < until)
    read = connection.execute(sa.select(sa.func.count()).select_from(release).where(seen)).scalar_one()
    left = sa.select(sa.func.count()).select_from(doubt.join(release, release.c.id == doubt.c.release_id)).where(seen)
    return Doubted(read, connection.execute(left).scalar_one())


def oldest_undelivered(connection: sa.Connection) -> datetime | None:
    """When the oldest alert was made that still waits for a channel, whatever holds it."""
    query = sa.select(sa.func.min(alert.c.created_at)).join(delivery, delivery.c.alert_id == alert.c.id)
    oldest: datetime | None = connection.execute(query.where(delivery.c.state.in_(WAITING))).scalar()
    return oldest
