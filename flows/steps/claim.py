"""What is due in, the messages to send now out: silenced and held deliveries put aside, what goes together joined.

What joins a message is written down in the transaction of the claim, so a later try sends the same message, whoever
makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.alerts.wording import subject
from flows.hours import quiet_end
from flows.store.channels import failing_channels, rest_until
from flows.store.claims import (
    Owed,
    finish_delivery,
    held_like,
    join,
    lock_outbox,
    not_of,
    of,
    take_deliveries,
)  # fmt: skip
from flows.store.silences import Silence, list_silences
from flows.world import World

LEASE = timedelta(minutes=5)  # far more than a send may take; a dead worker's deliveries come back after it
MOST_TOGETHER = 500  # alerts in one message


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one delivery."""

    channel: str
    subject: str
    state: str  # "sent", "pending" (it will be tried again), "dead", "held" or "suppressed"
    answer: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What this worker is to send, and what was put aside."""

    messages: tuple[Owed, ...]
    aside: tuple[Delivered, ...]


def claim(world: World, worker: str, now: datetime, limit: int) -> Claimed:
    """Lease up to `limit` deliveries that are due, and all that goes in one message with one of them."""
    with world.store.begin() as connection:
        lock_outbox(connection)
        taken = _take(connection, worker, now, limit)
        silences = list_silences(connection, now)
        aside = {item.id: done for item in taken if (done := _put_aside(world, connection, item, silences, now))}
        kept = [item for item in taken if item.id not in aside]
        return Claimed(tuple(_together(world, connection, kept)), tuple(aside.values()))


def _take(connection: sa.Connection, worker: str, now: datetime, limit: int) -> list[Owed]:
    """Deliveries of channels that work, and one of each that is ill and has rested: its probe."""
    apart = {name: row for name, row in failing_channels(connection).items() if row.is_ill or row.rests(now)}
    taken = take_deliveries(connection, worker, now, limit, LEASE, not_of(apart))
    for name, row in apart.items():
        if not row.rests(now) and (probe := take_deliveries(connection, worker, now, 1, LEASE, of(name))):
            rest_until(connection, name, now + LEASE)
            taken += probe
    held = {(item.channel, item.watch, item.hold): item for item in taken if item.hold and item.is_fresh}
    for item in held.values():
        taken += take_deliveries(connection, worker, now, MOST_TOGETHER, LEASE, held_like(item))
    return taken


def _put_aside(
    world: World, connection: sa.Connection, owed: Owed, silences: Sequence[Silence], now: datetime
) -> Delivered | None:
    """Suppress what is silenced and hold what falls into quiet hours; None: to be sent.

    What a person sends again, and what the operator is told, goes at once. A message of several alerts was decided on
    when they joined, and is not taken apart."""
    if owed.notice or owed.round:
        return None
    silence = next((item for item in silences if len(owed.alerts) == 1 and item.covers(owed.alerts[0])), None)
    if silence:
        finish_delivery(connection, owed, "suppressed", silence.words, now, error=silence.words)
        return _aside(owed, "suppressed", silence.words)
    watch = next((item for item in world.seeds.watches if item.name == owed.watch), None)
    end = quiet_end(watch.quiet, watch.zone, now) if watch else None
    if end is None:
        return None
    answer = f"quiet hours until {end:%Y-%m-%d %H:%M} UTC"
    finish_delivery(
        connection, owed, "pending", answer, now, due_at=end, hold=owed.hold or "quiet hours", tries=owed.tries - 1
    )
    return _aside(owed, "held", answer)


def _aside(owed: Owed, state: str, answer: str) -> Delivered:
    return Delivered(owed.channel, subject(owed.alerts[0]), state, answer)


def _together(world: World, connection: sa.Connection, kept: Sequence[Owed]) -> Iterator[Owed]:
    """Each message once: what was held alike as one, a burst as one, all else by itself."""
    held: dict[tuple[str, str, str], list[Owed]] = {}
    prompt: dict[str, list[Owed]] = {}
    for item in kept:
        if not item.is_fresh:
            yield item
        elif item.hold:
            held.setdefault((item.channel, item.watch, item.hold), []).append(item)
        else:
            prompt.setdefault(item.channel, []).append(item)
    for items in held.values():
        yield _joined(connection, items)
    for items in prompt.values():
        for burst in _bursts(items, world.settings.group_wait):
            if len(burst) > world.settings.group_above:
                yield _joined(connection, burst)
            else:
                yield from burst


def _bursts(items: Sequence[Owed], wait: timedelta) -> Iterator[list[Owed]]:
    """Deliveries of a channel, cut where one is due later than `wait` after the first of its burst."""
    burst: list[Owed] = []
    for item in sorted(items, key=lambda item: (item.due_at, item.id)):
        if burst and item.due_at - burst[0].due_at > wait:
            yield burst
            burst = []
        burst.append(item)
    if burst:
        yield burst


def _joined(connection: sa.Connection, items: Sequence[Owed]) -> Owed:
    """One message of these deliveries, in the order in which they were made."""
    lead, *members = sorted(items, key=lambda item: item.id)
    return join(connection, lead, members) if members else lead
