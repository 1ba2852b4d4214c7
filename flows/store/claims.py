"""Claims: which deliveries a worker sends now, which go together in one message, and how a sending went.

All of it happens under one lock, so that two workers never split what belongs together. Claims are short: the sending
itself holds no lock and no transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.pacing import LONGEST_SEND_WAIT
from flows.severity import Severity, highest
from flows.store.codec import from_json
from flows.store.leases import lease
from flows.store.outbox import WAITING
from flows.store.schema import alert, attempt, delivery, notice
from parsers.types import Alert

OUTBOX_LOCK = 7_204_617_005  # any number that no other advisory lock of ours has
LONGEST_HOLD = timedelta(days=8)  # a weekly digest, and the quiet hours after it


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to the operator."""

    key: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A delivery that this worker holds, with all that its message tells."""

    id: int
    channel: str
    watch: str
    hold: str
    round: int
    tries: int  # this one counted
    token: int
    due_at: datetime
    severity: Severity
    alerts: tuple[Alert, ...] = ()  # its own, and of those that joined it, in the order of their deliveries
    notice: Notice | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether it was never sent nor joined by others: only then may its message still change."""
        return self.tries == 1 and self.round == 0 and self.notice is None and len(self.alerts) == 1


def lock_outbox(connection: sa.Connection) -> None:
    """Until this transaction ends nobody else claims. On SQLite nobody else writes anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": OUTBOX_LOCK})


def is_due(now: datetime) -> sa.ColumnElement[bool]:
    """Due; or so far ahead that the moment was written by a clock that has since been put back."""
    put_off, held = now + 2 * LONGEST_SEND_WAIT, now + 2 * LONGEST_HOLD
    due = delivery.c.due_at
    return sa.or_(due <= now, sa.and_(delivery.c.hold == "", due > put_off), due > held)


def take_deliveries(
    connection: sa.Connection,
    worker: str,
    now: datetime,
    limit: int,
    lease_for: timedelta,
    *also: sa.ColumnElement[bool],
) -> list[Owed]:
    """Lease up to `limit` deliveries that are due and of which `also` is true, the oldest first."""
    wanted = sa.and_(delivery.c.state.in_(WAITING), is_due(now), *also)
    rows = lease(
        connection, delivery, wanted, delivery.c.due_at, worker, now, limit, lease_for, list(delivery.c),
        state="sending", tries=delivery.c.tries + 1, token=delivery.c.token + 1,
    )  # fmt: skip
    alerts = _alerts_of(connection, [row.id for row in rows])
    notices = _notices(connection, {row.notice_id for row in rows if row.notice_id is not None})
    owed = (
        Owed(
            row.id, row.channel, row.watch, row.hold, row.round, row.tries, row.token, row.due_at,
            Severity(row.severity), alerts.get(row.id, ()), notices.get(row.notice_id),
        )
        for row in rows
    )  # fmt: skip
    return sorted(owed, key=lambda item: item.id)


def not_of(channels: Collection[str]) -> sa.ColumnElement[bool]:
    """A condition of `take_deliveries`: for none of these channels."""
    return delivery.c.channel.not_in(list(channels))


def of(channel: str) -> sa.ColumnElement[bool]:
    """A condition of `take_deliveries`: for this channel."""
    return delivery.c.channel == channel


def held_like(owed: Owed) -> sa.ColumnElement[bool]:
    """A condition of `take_deliveries`: goes in the same message as this held one."""
    same = (delivery.c.channel == owed.channel, delivery.c.watch == owed.watch, delivery.c.hold == owed.hold)
    return sa.and_(*same, delivery.c.tries == 0, delivery.c.round == 0)


def _alerts_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, tuple[Alert, ...]]:
    """The alerts of each delivery, those of its members included."""
    lead = sa.func.coalesce(delivery.c.lead_id, delivery.c.id)
    query = (
        sa.select(lead, alert.c.reading)
        .join(alert, alert.c.id == delivery.c.alert_id)
        .where(sa.or_(delivery.c.id.in_(ids), delivery.c.lead_id.in_(ids)))
        .order_by(delivery.c.id)
    )
    found: dict[int, list[Alert]] = {}
    for number, reading in connection.execute(query):
        found.setdefault(number, []).append(from_json(Alert, reading))
    return {number: tuple(alerts) for number, alerts in found.items()}


def _notices(connection: sa.Connection, ids: Iterable[int]) -> dict[int | None, Notice]:
    rows = connection.execute(sa.select(notice).where(notice.c.id.in_(list(ids))))
    return {row.id: Notice(row.key, row.subject, row.body) for row in rows}


def join(connection: sa.Connection, lead: Owed, members: Sequence[Owed]) -> Owed:
    """From now on these go in the message of `lead`, however often it is tried. All of them are held by us.

    Returns the lead as it is now: with the alerts of all, as urgent as the most urgent."""
    values = {"state": "joined", "lead_id": lead.id, "leased_by": "", "leased_until": None, "tries": 0, "error": ""}
    connection.execute(delivery.update().where(delivery.c.id.in_([item.id for item in members])).values(values))
    severity = highest(item.severity for item in (lead, *members))
    if severity is not lead.severity:
        connection.execute(delivery.update().where(delivery.c.id == lead.id).values(severity=severity.value))
    alerts = tuple(alert for item in (lead, *members) for alert in item.alerts)
    return replace(lead, alerts=alerts, severity=severity)


def finish_delivery(
    connection: sa.Connection, owed: Owed, state: str, answer: str, now: datetime, **values: object
) -> bool:
    """Write how a sending went, for all that the message tells. False where the lease was lost: who has it writes."""
    mine = sa.and_(delivery.c.id == owed.id, delivery.c.token == owed.token, delivery.c.state == "sending")
    values |= {"state": state, "leased_by": "", "leased_until": None}
    if connection.execute(delivery.update().where(mine).values(values)).rowcount != 1:
        return False
    if state in ("sent", "dead"):
        members = delivery.update().where(delivery.c.lead_id == owed.id)
        connection.execute(members.values(state=state, sent_at=values.get("sent_at"), error=values.get("error", "")))
    connection.execute(attempt.insert().values(delivery_id=owed.id, at=now, state=state, answer=answer))
    return True


def release_delivery(connection: sa.Connection, owed: Owed) -> None:
    """Give a delivery back that was not tried, as it was."""
    mine = sa.and_(delivery.c.id == owed.id, delivery.c.token == owed.token, delivery.c.state == "sending")
    values = {"state": "pending", "leased_by": "", "leased_until": None, "tries": owed.tries - 1}
    connection.execute(delivery.update().where(mine).values(values))


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of a delivery, once."""

    at: datetime
    channel: str
    state: str
    answer: str


def attempts_of(connection: sa.Connection, alert_id: int) -> list[Attempt]:
    """The history of an alert's deliveries, oldest first; what happened to a message happened to all that it tells."""
    lead = sa.func.coalesce(delivery.c.lead_id, delivery.c.id)
    query = (
        sa.select(attempt.c.at, delivery.c.channel, attempt.c.state, attempt.c.answer)
        .join(attempt, attempt.c.delivery_id == lead)
        .where(delivery.c.alert_id == alert_id)
        .order_by(attempt.c.at, attempt.c.id)
    )
    return [Attempt(*row) for row in connection.execute(query)]
