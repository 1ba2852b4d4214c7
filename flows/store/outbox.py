"""The outbox: alerts that were decided and the deliveries that are owed. Written with the figures, sent afterwards.

States of a delivery: pending -> sending -> sent; or back to pending with a later `due_at`; or dead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.store.codec import from_json, to_json
from flows.store.leases import lease
from flows.store.releases import without_text
from flows.store.schema import alert, delivery
from parsers.types import Alert


@dataclass(frozen=True, slots=True)
class Owed:
    """A delivery that this worker is to send now."""

    id: int
    alert_id: int
    alert: Alert
    channel: str
    tries: int
    token: int


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert and where its deliveries stand."""

    id: int
    fingerprint: str
    actor: str
    subject: str
    created_at: datetime
    deliveries: tuple[DeliveryRow, ...]


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    channel: str
    state: str
    tries: int
    error: str
    due_at: datetime
    sent_at: datetime | None


def put_alert(
    connection: sa.Connection, release_id: int, told: Alert, subject: str, channels: Iterable[str], now: datetime
) -> int | None:
    """Write an alert and what is owed for it. None, and nothing written, where the same news was alerted before."""
    if connection.execute(sa.select(alert.c.id).where(alert.c.fingerprint == told.fingerprint)).first():
        return None
    reading = to_json(_light(told))
    values = {
        "fingerprint": told.fingerprint, "release_id": release_id, "actor": told.actor.name if told.actor else "",
        "subject": subject, "created_at": now, "reading": reading,
    }  # fmt: skip
    number = int(connection.execute(alert.insert().values(values).returning(alert.c.id)).scalar_one())
    rows = [{"alert_id": number, "channel": channel, "due_at": now} for channel in sorted(set(channels))]
    if rows:
        connection.execute(delivery.insert(), rows)
    return number


def _light(told: Alert) -> Alert:
    return replace(told, release=without_text(told.release))


def lease_deliveries(
    connection: sa.Connection, worker: str, now: datetime, limit: int, lease_for: timedelta
) -> list[Owed]:
    """Take up to `limit` deliveries that are due. One whose sender died comes back when its lease has run out."""
    wanted = sa.and_(delivery.c.state.in_(("pending", "sending")), delivery.c.due_at <= now)
    columns = [delivery.c.id, delivery.c.alert_id, delivery.c.channel, delivery.c.tries, delivery.c.token]
    rows = lease(
        connection, delivery, wanted, delivery.c.due_at, worker, now, limit, lease_for, columns,
        state="sending", tries=delivery.c.tries + 1, token=delivery.c.token + 1,
    )  # fmt: skip
    ids = {row.alert_id for row in rows}
    readings = {
        number: from_json(Alert, data)
        for number, data in connection.execute(sa.select(alert.c.id, alert.c.reading).where(alert.c.id.in_(ids)))
    }
    owed = [Owed(row.id, row.alert_id, readings[row.alert_id], row.channel, row.tries, row.token) for row in rows]
    return sorted(owed, key=lambda item: item.id)


def finish_delivery(connection: sa.Connection, owed: Owed, **values: object) -> bool:
    """Write how a sending went. False where the lease had been lost: another worker writes then."""
    mine = sa.and_(delivery.c.id == owed.id, delivery.c.token == owed.token)
    done = connection.execute(delivery.update().where(mine).values(leased_by="", leased_until=None, **values))
    return done.rowcount == 1


def retry_dead(connection: sa.Connection, now: datetime, alert_ids: Sequence[int] = ()) -> int:
    """Owe dead deliveries again (all, or those of some alerts). Returns how many."""
    wanted = delivery.c.state == "dead"
    if alert_ids:
        wanted = sa.and_(wanted, delivery.c.alert_id.in_(alert_ids))
    values = {"state": "pending", "tries": 0, "due_at": now, "error": ""}
    return connection.execute(delivery.update().where(wanted).values(values)).rowcount


def list_alerts(connection: sa.Connection, *, since: datetime | None = None, limit: int = 50) -> list[AlertRow]:
    """Alerts, newest first, each with its deliveries."""
    query = sa.select(alert).order_by(alert.c.created_at.desc(), alert.c.id.desc()).limit(limit)
    if since:
        query = query.where(alert.c.created_at >= since)
    rows = connection.execute(query).all()
    owed: dict[int, list[DeliveryRow]] = {}
    found = sa.select(delivery).where(delivery.c.alert_id.in_([row.id for row in rows])).order_by(delivery.c.channel)
    for row in connection.execute(found):
        item = DeliveryRow(row.channel, row.state, row.tries, row.error, row.due_at, row.sent_at)
        owed.setdefault(row.alert_id, []).append(item)
    return [
        AlertRow(row.id, row.fingerprint, row.actor, row.subject, row.created_at, tuple(owed.get(row.id, ())))
        for row in rows
    ]


def get_alert(connection: sa.Connection, alert_id: int) -> Alert | None:
    data = connection.execute(sa.select(alert.c.reading).where(alert.c.id == alert_id)).scalar()
    return from_json(Alert, data) if data is not None else None


def delivery_counts(connection: sa.Connection) -> dict[str, int]:
    """Deliveries by state."""
    rows = connection.execute(sa.select(delivery.c.state, sa.func.count()).group_by(delivery.c.state))
    return {row[0]: row[1] for row in rows}


def oldest_owed(connection: sa.Connection) -> datetime | None:
    """When the oldest alert was made that has not reached all its channels."""
    waiting = delivery.c.state.in_(("pending", "sending"))
    query = sa.select(sa.func.min(alert.c.created_at)).join(delivery, delivery.c.alert_id == alert.c.id).where(waiting)
    oldest: datetime | None = connection.execute(query).scalar()
    return oldest
