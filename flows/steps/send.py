"""Deliveries that are owed in, messages out: each claimed, rendered, sent once, and its answer written down."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

from flows.alerts import Cause, Message, render, render_digest
from flows.alerts.channels import Channel
from flows.alerts.send import FailureKind, SendFailed, send
from flows.pacing import PROBE_WAIT, send_wait
from flows.steps.claim import LEASE, Delivered, claim
from flows.store.channels import channel_failed, channel_worked
from flows.store.claims import Owed, finish_delivery, lock_outbox, release_delivery
from flows.world import TERMINAL, World

SEND_SECONDS = 30.0
LEAST_LEASE = 60.0  # seconds of the lease that must be left when a send begins
AT_ONCE = 8  # channels that are sent to at the same time: a slow one holds up nobody

Show = Callable[[Message], None]
"""Puts a message before the eyes of whoever runs the command: the terminal channel."""


def deliver(world: World, worker: str, now: datetime, show: Show, limit: int = 100) -> list[Delivered]:
    """Send up to `limit` deliveries that are due. What fails is due again later; nothing here raises for a channel.

    Returns what became of each; nothing where nothing is due. Raises StoreError."""
    until = time.monotonic() + LEASE.total_seconds() - LEAST_LEASE
    claimed = claim(world, worker, now, limit)
    lanes: dict[str, list[Owed]] = {}
    for item in claimed.messages:
        lanes.setdefault(item.channel, []).append(item)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        done = pool.map(lambda lane: _send_lane(world, lane, now, show, until), lanes.values())
        return [*claimed.aside, *(result for lane in done for result in lane)]


def _send_lane(world: World, lane: Sequence[Owed], now: datetime, show: Show, until: float) -> list[Delivered]:
    """Send to one channel, one message after the other. The rest is given back when the channel needs a rest, or when
    the leases are about to run out: another worker may have them then, and nobody sends what he no longer holds."""
    done: list[Delivered] = []
    rest = False
    for place, owed in enumerate(lane):
        if rest or time.monotonic() > until:
            _give_back(world, lane[place:])
            break
        result, rest = _deliver_one(world, owed, now, show)
        done.append(result)
    return done


def _give_back(world: World, lane: Sequence[Owed]) -> None:
    with world.store.begin() as connection:
        for owed in lane:
            release_delivery(connection, owed)


def _deliver_one(world: World, owed: Owed, now: datetime, show: Show) -> tuple[Delivered, bool]:
    """What became of it, and whether the channel rests now."""
    channel = next((item for item in (*world.channels, TERMINAL) if item.name == owed.channel), None)
    message: Message | None = None
    try:
        message = write(world, owed, channel.schema if channel else "")
        answer = _send(channel, message, show)
    except SendFailed as failure:
        return _put_off(world, owed, message, failure, now)
    except Exception as error:  # a mistake of ours in one message must not hold up the others
        reason = f"could not be {'sent' if message else 'written'}: {type(error).__name__}"
        return _put_off(world, owed, message, SendFailed(FailureKind.RETRY, reason), now)
    with world.store.begin() as connection:
        if finish_delivery(connection, owed, "sent", answer, now, sent_at=now, error=""):
            channel_worked(connection, owed.channel)
    return Delivered(owed.channel, message.subject, "sent", answer), False


def write(world: World, owed: Owed, schema: str) -> Message:
    """The message of a delivery, in the form that a channel of this schema takes. The same whenever it is written."""
    if owed.notice:
        return Message(owed.notice.key, owed.notice.subject, owed.notice.body)
    base = world.settings.base_currency
    if len(owed.alerts) > 1:
        cause = Cause(owed.watch if owed.hold else "", owed.severity)  # a burst may be of several watches
        return render_digest(owed.alerts, schema, rate=world.rate, base_currency=base, cause=cause)
    (alert,) = owed.alerts
    if owed.round:  # a person wants it again: a receiver that drops what it has seen must take it for another
        again = f"{alert.fingerprint}/r{owed.round}"
        alert = replace(alert, fingerprint=again, thread=alert.thread or alert.fingerprint)
    cause = Cause(owed.watch, owed.severity)
    return render(alert, schema, rate=world.rate, base_currency=base, cause=cause)


def _send(channel: Channel | None, message: Message, show: Show) -> str:
    if channel is None:
        raise SendFailed(FailureKind.RETRY, "no longer configured", PROBE_WAIT.total_seconds())
    if channel == TERMINAL:
        show(message)
        return "shown"
    return send(channel, message, timeout=SEND_SECONDS).answer


def _put_off(
    world: World, owed: Owed, message: Message | None, failure: SendFailed, now: datetime
) -> tuple[Delivered, bool]:
    """Due again later, or dead: the service will never take it, or it was tried often enough.

    A refusal of us, and not of the message, costs it no try: it waits until the channel works again."""
    refused, asked = failure.kind is FailureKind.BROKEN, failure.retry_after or 0.0
    wait, rest = _wait(owed, failure), timedelta(0)
    state = "dead" if wait is None else "pending"
    with world.store.begin() as connection:
        lock_outbox(connection)
        due, tries = now + (wait or timedelta(0)), owed.tries - refused
        mine = finish_delivery(
            connection, owed, state, failure.reason, now, error=failure.reason, due_at=due, tries=tries
        )
        if mine and message and failure.kind is not FailureKind.DEAD:
            rest = channel_failed(connection, owed.channel, failure.reason, now, refused=refused, asked=asked)
    subject = message.subject if message else owed.alerts[0].release.title
    return Delivered(owed.channel, subject, state, failure.reason), bool(rest)


def _wait(owed: Owed, failure: SendFailed) -> timedelta | None:
    """How long until it is tried again; None: never."""
    if failure.kind is FailureKind.DEAD:
        return None
    if failure.kind is FailureKind.BROKEN:
        return PROBE_WAIT
    return send_wait(owed.tries, failure.retry_after or 0.0, random.random())


def troubled(results: Sequence[Delivered]) -> list[Delivered]:
    """The deliveries that did not arrive and should have."""
    return [item for item in results if item.state in ("pending", "dead")]
