"""Deliveries that are owed in, messages out: each leased, rendered, sent once, and its answer written down."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.alerts import render
from flows.alerts.channels import Channel
from flows.alerts.message import Message
from flows.alerts.send import FailureKind, SendFailed, send
from flows.pacing import send_wait
from flows.store.outbox import Owed, finish_delivery, lease_deliveries
from flows.world import TERMINAL, World

LEASE = timedelta(minutes=5)  # far more than a send may take; a dead worker's deliveries come back after it
SEND_SECONDS = 30.0
AT_ONCE = 8  # channels that are sent to at the same time: a slow one holds up nobody
BROKEN_WAIT = timedelta(minutes=15)  # a channel that refuses us altogether is probed this often

Show = Callable[[Message], None]
"""Puts a message before the eyes of whoever runs the command: the terminal channel."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of one delivery."""

    channel: str
    subject: str
    state: str  # "sent", "pending" (it will be tried again) or "dead"
    answer: str


def deliver(world: World, worker: str, now: datetime, show: Show, limit: int = 100) -> list[Delivered]:
    """Send up to `limit` deliveries that are due. What fails is due again later; nothing here raises for a channel."""
    with world.store.begin() as connection:
        owed = lease_deliveries(connection, worker, now, limit, LEASE)
    lanes: dict[str, list[Owed]] = {}
    for item in owed:
        lanes.setdefault(item.channel, []).append(item)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        done = pool.map(lambda lane: [_deliver_one(world, item, now, show) for item in lane], lanes.values())
        return [result for lane in done for result in lane]


def _deliver_one(world: World, owed: Owed, now: datetime, show: Show) -> Delivered:
    channel = next((item for item in (*world.channels, TERMINAL) if item.name == owed.channel), None)
    schema = channel.schema if channel else ""
    message = render(owed.alert, schema, rate=world.rate, base_currency=world.settings.base_currency)
    if channel is None:
        return _put_off(world, owed, message, SendFailed(FailureKind.BROKEN, "no longer configured"), now)
    try:
        answer = _send(channel, message, show)
    except SendFailed as failure:
        return _put_off(world, owed, message, failure, now)
    with world.store.begin() as connection:
        finish_delivery(connection, owed, state="sent", sent_at=now, error="")
    return Delivered(owed.channel, message.subject, "sent", answer)


def _send(channel: Channel, message: Message, show: Show) -> str:
    if channel == TERMINAL:
        show(message)
        return "shown"
    return send(channel, message, timeout=SEND_SECONDS).answer


def _put_off(world: World, owed: Owed, message: Message, failure: SendFailed, now: datetime) -> Delivered:
    """Due again later, or dead: the service will never take it, or it was tried often enough."""
    wait = (
        None if failure.kind is FailureKind.DEAD else send_wait(owed.tries, failure.retry_after or 0, random.random())
    )
    if wait is not None and failure.kind is FailureKind.BROKEN:
        wait = max(wait, BROKEN_WAIT)
    state = "dead" if wait is None else "pending"
    with world.store.begin() as connection:
        finish_delivery(connection, owed, state=state, error=failure.reason, due_at=now + (wait or timedelta(0)))
    return Delivered(owed.channel, message.subject, state, failure.reason)


def troubled(results: Sequence[Delivered]) -> list[Delivered]:
    """The deliveries that did not arrive."""
    return [item for item in results if item.state != "sent"]
