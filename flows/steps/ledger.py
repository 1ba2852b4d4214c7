"""How polls went in, the store brought up to date out: many outcomes in one transaction.

What a poll learnt (its hints for the next one) is written together with the entries that it brought, so that a worker
that is killed in between has not polled at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import sqlalchemy as sa

from flows.errors import FetchError, Gone, Throttled
from flows.steps.outage import OUTAGE_WAIT, is_unanswered, spared
from flows.steps.tempo import Tempo, Values
from flows.store.captures import FEED, put_captures
from flows.store.entries import record_entries
from flows.store.sources import SourceRow, finish_polls, rest_hosts
from flows.store.subscriptions import Push, drop_pushes, mark_missed, put_hubs
from flows.world import World
from parsers.errors import ReadError
from parsers.types import Capture, Feed

BELIEVED = 3  # equal permanent redirects in a row until the new address is kept


@dataclass(frozen=True, slots=True)
class Answered:
    """A poll that brought an answer, and the feed in it where that is another than last time."""

    row: SourceRow
    capture: Capture
    feed: Feed | None = None
    pushes: tuple[Push, ...] = ()  # that held no feed


@dataclass(frozen=True, slots=True)
class Failed:
    """A poll that brought none, or one that holds no feed."""

    row: SourceRow
    error: FetchError | ReadError
    pushes: tuple[Push, ...] = ()  # that held no feed


@dataclass(frozen=True, slots=True)
class Pushed:
    """No poll at all: the source's hub had pushed these feeds."""

    row: SourceRow
    feeds: tuple[Feed, ...]
    pushes: tuple[Push, ...]


Outcome = Answered | Failed | Pushed


@dataclass(frozen=True, slots=True)
class Polled:
    """How the poll of one source went."""

    slug: str
    entries: int  # listed
    unread: int  # new or edited since the last poll
    fault: str  # why it failed, or what was broken though it could be read; "" where all was well
    failed: bool


def write(world: World, outcomes: Sequence[Outcome], worker: str, tempo: Tempo) -> dict[str, Polled]:
    """Write all of these down; in words, by the source's slug, how each went."""
    polled: dict[str, Polled] = {}
    values: dict[int, Values] = {}
    with world.store.begin() as connection:
        innocent = _spared(connection, outcomes, tempo.now)
        for outcome in outcomes:
            polled[outcome.row.slug], values[outcome.row.id] = _settled(connection, outcome, tempo)
        values |= {row.id: values[row.id] | _not_held_against(row, tempo) for row in innocent}
        put_captures(connection, (one.capture for one in outcomes if isinstance(one, Answered) and one.feed), FEED)
        finish_polls(connection, worker, values)
        rest_hosts(connection, _resting(world, outcomes, tempo))
        drop_pushes(connection, [push.id for one in outcomes for push in one.pushes])
        if world.settings.push_url:
            _note_hubs(connection, outcomes, polled, tempo)
    return polled


def _settled(connection: sa.Connection, outcome: Outcome, tempo: Tempo) -> tuple[Polled, Values]:
    """How it went, and what is to be known of the source from now on. New entries are stored."""
    row = outcome.row
    if isinstance(outcome, Failed):
        return Polled(row.slug, 0, 0, outcome.error.reason, failed=True), _failed(row, outcome.error, tempo)
    well: Values = {"failures": 0, "polled_at": tempo.now, "good_at": tempo.now}
    if isinstance(outcome, Pushed):
        entries = [entry for feed in outcome.feeds for entry in feed.entries]
        unread = record_entries(connection, row.id, entries, tempo.now)
        return Polled(row.slug, len(entries), len(unread), "", failed=False), well | tempo.after(row, unread)
    capture, feed = outcome.capture, outcome.feed
    well |= _moved(row, capture)
    if feed is None:  # nothing new: the hints stay, also where a 304 does not repeat them
        return Polled(row.slug, 0, 0, "", failed=False), well | tempo.after(row, []) | {"error": ""}
    unread = record_entries(connection, row.id, feed.entries, tempo.now, baseline=row.good_at is None)
    known = well | tempo.after(row, unread) | _hints(capture, feed)
    return Polled(row.slug, len(feed.entries), len(unread), feed.fault, failed=False), known


def _spared(connection: sa.Connection, outcomes: Sequence[Outcome], now: datetime) -> list[SourceRow]:
    """The sources whose failure is not theirs, for nothing answers: those that were well until then."""
    silent = [one.row for one in outcomes if isinstance(one, Failed) and is_unanswered(one.error)]
    return spared(connection, silent, now) if len(silent) == len(outcomes) else []


def _not_held_against(row: SourceRow, tempo: Tempo) -> Values:
    return {"failures": 1, "due_at": tempo.now + min(tempo.wait(row), OUTAGE_WAIT)}


def _note_hubs(
    connection: sa.Connection, outcomes: Sequence[Outcome], polled: Mapping[str, Polled], tempo: Tempo
) -> None:
    """The hubs that feeds name; and what a poll found although a hub that we relied on had not pushed it."""
    answered = [one for one in outcomes if isinstance(one, Answered) and one.feed]
    hubs = {one.row.id: (one.feed.hub, one.feed.hub_topic) for one in answered if one.feed and one.feed.hub}
    put_hubs(connection, hubs, tempo.now)
    late = [one.row.id for one in answered if one.row.id in tempo.budget.pushed and polled[one.row.slug].unread]
    mark_missed(connection, late, tempo.now)


def _hints(capture: Capture, feed: Feed) -> Values:
    """What makes the next poll a cheap one, unless this one was cut off: that is asked for again."""
    hints = {} if feed.fault.startswith("cut off") else dict(capture.headers)
    return {
        "etag": hints.get("etag", ""),
        "last_modified": hints.get("last-modified", ""),
        "digest": capture.digest,
        "error": feed.fault,
    }


def _failed(row: SourceRow, error: FetchError | ReadError, tempo: Tempo) -> Values:
    """Back off, up to a day; a source that the server says is gone for good stops, and people are told."""
    asked = error.retry_after if isinstance(error, FetchError) else 0.0
    failures = row.failures + 1
    known: Values = {"failures": failures, "error": error.reason, "polled_at": tempo.now}
    known["due_at"] = tempo.now + tempo.wait_failed(row, failures, asked)
    return known | ({"state": "gone"} if isinstance(error, Gone) else {})


def _moved(row: SourceRow, capture: Capture) -> Values:
    """Count equal permanent redirects; the third in a row is the source's address from then on."""
    moved_to = capture.moved_to
    if not moved_to:
        return {"moved_to": "", "moved_times": 0}
    times = row.moved_times + 1 if moved_to == row.moved_to else 1
    if times >= BELIEVED:
        return {"url": moved_to, "moved_to": "", "moved_times": 0}
    return {"moved_to": moved_to, "moved_times": times}


def _resting(world: World, outcomes: Sequence[Outcome], tempo: Tempo) -> Mapping[str, datetime]:
    """Hosts that asked for rest, and its end. A private bridge stands for many sites: one of them does not speak for
    the others."""
    rests: dict[str, datetime] = {}
    for outcome in outcomes:
        if isinstance(outcome, Failed) and isinstance(outcome.error, Throttled) and outcome.error.retry_after:
            place = urlsplit(outcome.row.url)
            host = place.hostname or ""
            if f"{host}:{place.port or _PORTS[place.scheme]}" not in world.settings.trust_hosts:
                rests[host] = tempo.now + timedelta(seconds=outcome.error.retry_after)
    return rests


_PORTS = {"http": 80, "https": 443}
