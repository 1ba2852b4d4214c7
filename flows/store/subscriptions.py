"""Push (WebSub): at which hub which source is subscribed, what the hub said, and what it pushed."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.pacing import hub_wait
from flows.store.captures import FEED, capture_id, captures_by_id, put_captures
from flows.store.schema import push, source, subscription
from parsers.types import Capture

MOST_WAITING = 20  # pushes of one source that wait to be read; a hub that pushes more is not heard until they are
LONGEST_LEASE = timedelta(days=30)  # that a hub is believed


@dataclass(frozen=True, slots=True)
class SubscriptionRow:
    """A subscription, and the source that it serves."""

    source_id: int
    slug: str
    url: str  # of the source
    hub: str
    topic: str
    token: str
    secret: str
    error: str
    until: datetime | None
    pushed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Push:
    """A push that waits to be read."""

    id: int
    capture: Capture


_COLUMNS = [source.c.slug if name == "slug" else source.c.url if name == "url" else subscription.c[name] for name in
            SubscriptionRow.__slots__]  # fmt: skip
_ROWS = sa.select(*_COLUMNS).join(source, source.c.id == subscription.c.source_id).where(source.c.state == "active")


def put_hubs(connection: sa.Connection, hubs: Mapping[int, tuple[str, str]], now: datetime) -> None:
    """The hub and topic that each feed names, by its source's id. A feed that moved to another hub starts anew, with
    another path and secret."""
    query = sa.select(subscription.c.source_id, subscription.c.hub, subscription.c.topic)
    held = {row[0]: (row[1], row[2]) for row in connection.execute(query.where(subscription.c.source_id.in_(hubs)))}
    changed = {source_id: named for source_id, named in hubs.items() if held.get(source_id) != named}
    connection.execute(subscription.delete().where(subscription.c.source_id.in_(changed)))
    rows = [
        {"source_id": source_id, "hub": hub, "topic": topic, "ask_at": now}
        | {"token": secrets.token_urlsafe(32), "secret": secrets.token_urlsafe(32)}
        for source_id, (hub, topic) in changed.items()
    ]
    if rows:
        connection.execute(subscription.insert(), rows)


def take_unasked(connection: sa.Connection, now: datetime, limit: int) -> list[SubscriptionRow]:
    """Subscriptions whose hub is to be asked now. Each counts as asked from here on, so that no other worker asks too;
    one that is not answered comes again, later each time."""
    chosen = (
        sa.select(subscription.c.source_id, subscription.c.tries)
        .join(source, source.c.id == subscription.c.source_id)
        .where(source.c.state == "active", subscription.c.ask_at <= now)
        .order_by(subscription.c.ask_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=subscription)
    )
    taken = connection.execute(chosen).all()
    for source_id, tries in taken:
        asked = subscription.update().where(subscription.c.source_id == source_id)
        connection.execute(asked.values(tries=tries + 1, ask_at=now + hub_wait(tries)))
    return _rows(connection, subscription.c.source_id.in_([row[0] for row in taken]))


def subscription_at(connection: sa.Connection, token: str) -> SubscriptionRow | None:
    """The subscription that the hub calls at this path, while its source is polled."""
    return next(iter(_rows(connection, subscription.c.token == token)), None)


def all_subscriptions(connection: sa.Connection) -> dict[int, SubscriptionRow]:
    return {row.source_id: row for row in _rows(connection, sa.true())}


def confirm(connection: sa.Connection, row: SubscriptionRow, lease: timedelta, now: datetime) -> None:
    """The hub pushes for so long. It is asked again when three quarters of that are over."""
    length = min(lease, LONGEST_LEASE)
    _note(connection, row.source_id, until=now + length, ask_at=now + length * 0.75, tries=0, error="")


def mark_refused(connection: sa.Connection, source_id: int, error: str) -> None:
    """Why the hub does not push, or was not reached."""
    _note(connection, source_id, error=error)


def end(connection: sa.Connection, source_id: int, error: str) -> None:
    """The hub pushes no longer."""
    _note(connection, source_id, error=error, until=None)


def record_push(connection: sa.Connection, row: SubscriptionRow, capture: Capture, now: datetime) -> bool:
    """Keep a push until it is read, which makes its source due. False where too many wait already."""
    waiting = sa.select(sa.func.count()).where(push.c.source_id == row.source_id)
    if connection.execute(waiting).scalar_one() >= MOST_WAITING:
        return False
    put_captures(connection, [capture], FEED)
    values = {"source_id": row.source_id, "capture_id": capture_id(connection, capture), "received_at": now}
    connection.execute(push.insert().values(values))
    _note(connection, row.source_id, pushed_at=now)
    return True


def waiting_pushes(connection: sa.Connection, sources: Collection[int]) -> dict[int, list[Push]]:
    """What waits for these sources (ids), the oldest first."""
    query = sa.select(push).where(push.c.source_id.in_(sources)).order_by(push.c.id)
    rows = connection.execute(query).all()
    captures = captures_by_id(connection, {row.capture_id for row in rows}) if rows else {}
    found: dict[int, list[Push]] = {}
    for row in rows:
        found.setdefault(row.source_id, []).append(Push(row.id, captures[row.capture_id]))
    return found


def drop_pushes(connection: sa.Connection, ids: Collection[int]) -> None:
    """These were read."""
    if ids:
        connection.execute(push.delete().where(push.c.id.in_(ids)))


def mark_missed(connection: sa.Connection, ids: Collection[int], now: datetime) -> None:
    """A poll of these sources found what was not pushed."""
    if ids:
        connection.execute(subscription.update().where(subscription.c.source_id.in_(ids)).values(missed_at=now))


def relied_on(connection: sa.Connection, now: datetime) -> set[int]:
    """Sources (ids) whose hub has shown that it pushes: it did, and no poll since then found what it had left out."""
    shown = sa.or_(subscription.c.missed_at.is_(None), subscription.c.pushed_at > subscription.c.missed_at)
    query = sa.select(subscription.c.source_id).where(
        subscription.c.until > now, subscription.c.pushed_at.is_not(None), shown
    )
    return set(connection.execute(query).scalars())


def _rows(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> list[SubscriptionRow]:
    return [SubscriptionRow(*tuple(row)) for row in connection.execute(_ROWS.where(wanted))]


def _note(connection: sa.Connection, source_id: int, **values: object) -> None:
    connection.execute(subscription.update().where(subscription.c.source_id == source_id).values(values))
