"""The outbox: alerts that were decided, notices to the operator, and the deliveries that are owed for them.

An alert is written in the transaction of its figures. States of a delivery, and who moves it:

    pending     owed from `due_at` on; `hold` says why it waits where nothing failed
    sending     leased by a worker (flows.store.claims); a dead worker's lease runs out
    joined      goes in the message of the delivery `lead_id`, whose state counts
    sent        accepted by the service
    suppressed  a silence matched when it was claimed
    dead        the service will never take it, or it was tried often enough
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from flows.severity import Severity, highest
from flows.store.codec import from_json, to_json
from flows.store.releases import without_text
from flows.store.schema import alert, channel, delivery, notice
from parsers.types import Alert, Known

WAITING = ("pending", "sending")
LEAST_FINGERPRINT = 12  # letters of one that name an alert; no number has so many


@dataclass(frozen=True, slots=True)
class Addressee:
    """A channel that is owed a message, and from when on."""

    channel: str
    due_at: datetime
    watch: str = ""
    hold: str = ""  # why not at once: "quiet hours", "daily digest"
    severity: Severity = Severity.NORMAL


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
    id: int
    channel: str
    state: str  # of the message: that of its lead, where it goes in another's message
    tries: int
    error: str
    due_at: datetime
    sent_at: datetime | None
    round: int
    watch: str
    hold: str
    with_alert: int | None  # in whose message it goes


def put_alert(
    connection: sa.Connection,
    release_id: int,
    told: Alert,
    subject: str,
    addressees: Iterable[Addressee],
    now: datetime,
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
    _owe(connection, addressees, alert_id=number)
    return number


def thread_of(connection: sa.Connection, history: Collection[Known]) -> str:
    """The fingerprint of the first alert that told one of these figures; "" where none was told."""
    actors = {item.figure.actor.name for item in history if item.figure.actor}
    query = (
        sa.select(alert.c.fingerprint, alert.c.reading)
        .where(alert.c.release_id.in_({item.release for item in history}), alert.c.actor.in_(actors))
        .order_by(alert.c.created_at, alert.c.id)
        .limit(1)
    )
    row = connection.execute(query).first()
    return (from_json(Alert, row.reading).thread or row.fingerprint) if row else ""


def _light(told: Alert) -> Alert:
    return replace(told, release=without_text(told.release))


def put_notice(
    connection: sa.Connection, key: str, subject: str, body: str, channels: Iterable[str], now: datetime
) -> None:
    """Owe a message about the watching itself to these channels. Writing the same key again changes nothing."""
    if connection.execute(sa.select(notice.c.id).where(notice.c.key == key)).first():
        return
    values = {"key": key, "subject": subject, "body": body, "created_at": now}
    number = int(connection.execute(notice.insert().values(values).returning(notice.c.id)).scalar_one())
    _owe(connection, (Addressee(channel, now) for channel in channels), notice_id=number)


def _owe(connection: sa.Connection, addressees: Iterable[Addressee], **what: int) -> None:
    unique = {item.channel: item for item in addressees}
    rows = [
        {
            **what, "channel": name, "due_at": item.due_at, "watch": item.watch, "hold": item.hold,
            "severity": item.severity.value,
        }
        for name, item in sorted(unique.items())
    ]  # fmt: skip
    if rows:
        connection.execute(delivery.insert(), rows)


def retry_dead(connection: sa.Connection, now: datetime, alert_ids: Sequence[int] = ()) -> int:
    """Owe dead deliveries again (all, or those of some alerts), as the same messages. Returns how many."""
    wanted = delivery.c.state == "dead"
    if alert_ids:
        leads = sa.select(sa.func.coalesce(delivery.c.lead_id, delivery.c.id)).where(delivery.c.alert_id.in_(alert_ids))
        wanted = sa.and_(wanted, sa.func.coalesce(delivery.c.lead_id, delivery.c.id).in_(leads))
    state = sa.case((delivery.c.lead_id.is_(None), "pending"), else_="joined")
    values = {"state": state, "tries": 0, "due_at": now, "error": "", "hold": ""}
    return connection.execute(delivery.update().where(wanted).values(values)).rowcount


def resend(connection: sa.Connection, alert_id: int, channels: Iterable[str], now: datetime) -> list[str]:
    """Owe an alert once more, as a message with a key of its own and as urgent as before. Without channels to all that
    it was owed to.

    Returns the channels, none where there is no such alert or it was owed to nobody."""
    before = sa.select(delivery.c.channel, delivery.c.round, delivery.c.watch, delivery.c.severity)
    query = before.where(delivery.c.alert_id == alert_id).order_by(delivery.c.round)
    newest = {row.channel: row for row in connection.execute(query)}
    to = sorted(set(channels) or newest)
    if to and connection.execute(sa.select(alert.c.id).where(alert.c.id == alert_id)).first():
        urgent = highest(Severity(row.severity) for row in newest.values())
        what = {"alert_id": alert_id, "due_at": now}
        rows = [{**what, "channel": name, **_once_more(newest.get(name), urgent)} for name in to]
        connection.execute(delivery.insert(), rows)
        return to
    return []


def _once_more(before: sa.Row[Any] | None, urgent: Severity) -> dict[str, Any]:
    if before is None:  # it was not owed to this channel
        return {"round": 1, "watch": "", "severity": urgent.value}
    return {"round": before.round + 1, "watch": before.watch, "severity": before.severity}


def list_alerts(connection: sa.Connection, *, since: datetime | None = None, limit: int = 50) -> list[AlertRow]:
    """Alerts, newest first, each with its deliveries."""
    query = sa.select(alert).order_by(alert.c.created_at.desc(), alert.c.id.desc()).limit(limit)
    if since:
        query = query.where(alert.c.created_at >= since)
    rows = connection.execute(query).all()
    owed = deliveries_of(connection, [row.id for row in rows])
    return [
        AlertRow(row.id, row.fingerprint, row.actor, row.subject, row.created_at, tuple(owed.get(row.id, ())))
        for row in rows
    ]


def deliveries_of(connection: sa.Connection, alert_ids: Sequence[int]) -> dict[int, list[DeliveryRow]]:
    """The deliveries of each of these alerts."""
    lead = delivery.alias("lead")
    query = (
        sa.select(delivery, lead.c.state.label("lead_state"), lead.c.alert_id.label("with_alert"))
        .join(lead, lead.c.id == delivery.c.lead_id, isouter=True)
        .where(delivery.c.alert_id.in_(alert_ids))
        .order_by(delivery.c.channel, delivery.c.round)
    )
    owed: dict[int, list[DeliveryRow]] = {}
    for row in connection.execute(query):
        state = (row.lead_state or row.state) if row.state == "joined" else row.state
        values = {name: getattr(row, name) for name in DeliveryRow.__slots__} | {"state": state}
        owed.setdefault(row.alert_id, []).append(DeliveryRow(**values))
    return owed


def alert_number(connection: sa.Connection, said: str) -> int:
    """The number of an alert by what people say of it: the number, or the beginning of its fingerprint; 0: none."""
    if len(said) >= LEAST_FINGERPRINT:
        mine = alert.c.fingerprint.startswith(said.lower(), autoescape=True)
        return connection.execute(sa.select(sa.func.max(alert.c.id)).where(mine)).scalar_one() or 0
    return int(said) if said.isdecimal() else 0


def get_alert(connection: sa.Connection, alert_id: int) -> Alert | None:
    data = connection.execute(sa.select(alert.c.reading).where(alert.c.id == alert_id)).scalar()
    return from_json(Alert, data) if data is not None else None


def delivery_counts(connection: sa.Connection) -> dict[str, int]:
    """Deliveries by state."""
    rows = connection.execute(sa.select(delivery.c.state, sa.func.count()).group_by(delivery.c.state))
    return {row[0]: row[1] for row in rows}


def overdue_since(connection: sa.Connection, now: datetime) -> datetime | None:
    """Since when the oldest delivery waits that should have been sent: nothing holds it, and its channel works."""
    waits = (delivery.c.state.in_(WAITING), delivery.c.due_at <= now)
    works = delivery.c.channel.not_in(sa.select(channel.c.name))
    oldest: datetime | None = connection.execute(
        sa.select(sa.func.min(delivery.c.due_at)).where(*waits, works)
    ).scalar()
    return oldest


@dataclass(frozen=True, slots=True)
class DeadRow:
    """What was given up on a channel."""

    channel: str
    count: int
    newest: int  # the highest number of such a delivery: it rises with each


def dead_deliveries(connection: sa.Connection) -> list[DeadRow]:
    """Messages that were given up, by channel."""
    query = (
        sa.select(delivery.c.channel, sa.func.count(), sa.func.max(delivery.c.id))
        .where(delivery.c.state == "dead", delivery.c.lead_id.is_(None))
        .group_by(delivery.c.channel)
        .order_by(delivery.c.channel)
    )
    return [DeadRow(*row) for row in connection.execute(query)]
