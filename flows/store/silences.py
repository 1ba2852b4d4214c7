"""Silences: what a person asked not to hear for a while. They match when a delivery is claimed, and leave a trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from flows.store.schema import silence
from parsers.sameness import actor_keys
from parsers.types import Alert


@dataclass(frozen=True, slots=True)
class Silence:
    """Alerts of a company, of a metric, or of both together are not sent until a moment."""

    id: int
    company: str  # a slug; "" is every company
    metric: str  # "" is every metric
    note: str
    created_at: datetime
    until: datetime
    lifted_at: datetime | None

    def covers(self, alert: Alert) -> bool:
        """Whether all that the alert tells is silenced: one figure of another metric, and it is told."""
        if self.company and self.company not in actor_keys(alert.actor):
            return False
        return not self.metric or all(change.figure.metric == self.metric for change in alert.changes)

    @property
    def words(self) -> str:
        """For `alerts list`: "silence 3: xiaomi, investment, until 2026-12-01 08:00 UTC (a fair)"."""
        what = ", ".join(filter(None, (self.company, self.metric))) or "everything"
        note = f" ({self.note})" if self.note else ""
        return f"silence {self.id}: {what}, until {self.until:%Y-%m-%d %H:%M} UTC{note}"


def put_silence(
    connection: sa.Connection, company: str, metric: str, note: str, until: datetime, now: datetime
) -> Silence:
    values = {"company": company, "metric": metric, "note": note, "created_at": now, "until": until}
    number = int(connection.execute(silence.insert().values(values).returning(silence.c.id)).scalar_one())
    return Silence(number, company, metric, note, now, until, None)


def list_silences(connection: sa.Connection, now: datetime | None = None) -> list[Silence]:
    """All silences, newest first; those in force at `now`, if it is given."""
    query = sa.select(*(silence.c[name] for name in Silence.__slots__)).order_by(silence.c.id.desc())
    if now is not None:
        query = query.where(silence.c.until > now, silence.c.lifted_at.is_(None))
    return [Silence(*row) for row in connection.execute(query)]


def lift_silence(connection: sa.Connection, number: int, now: datetime) -> bool:
    """End a silence early. False where none of this number is in force."""
    mine = sa.and_(silence.c.id == number, silence.c.until > now, silence.c.lifted_at.is_(None))
    return connection.execute(silence.update().where(mine).values(lifted_at=now)).rowcount == 1
