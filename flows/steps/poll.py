"""Sources that are due in, entries in the store out: fetched together, read in a child process, written one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from flows.child import Children
from flows.errors import FetchError, Gone, Throttled
from flows.fetch import Fetcher
from flows.steps.tempo import Tempo, read_tempo
from flows.store.captures import FEED, put_capture
from flows.store.entries import record_entries
from flows.store.sources import SourceRow, finish_poll, rest_host
from flows.world import World
from parsers.errors import ReadError
from parsers.feed import read_feed, read_list
from parsers.types import Capture, Feed

NOT_MODIFIED = 304
BELIEVED = 3  # equal permanent redirects in a row until the new address is kept


@dataclass(frozen=True, slots=True)
class Polled:
    """How the poll of one source went."""

    slug: str
    entries: int  # listed
    unread: int  # new or edited since the last poll
    fault: str  # why it failed, or what was broken though it could be read; "" where all was well
    failed: bool


async def poll(
    world: World, fetcher: Fetcher, children: Children, rows: Sequence[SourceRow], worker: str, now: datetime
) -> list[Polled]:
    """Poll these sources. One that fails is written down and backs off; it harms no other."""
    tempo = read_tempo(world, rows, now)
    results = await asyncio.gather(*(_poll_one(world, fetcher, children, row, worker, tempo) for row in rows))
    polled = list(zip(rows, results, strict=True))
    _unchanged(world, [(row, result) for row, result in polled if isinstance(result, Capture)], worker, tempo)
    return [Polled(row.slug, 0, 0, "", False) if isinstance(result, Capture) else result for row, result in polled]


async def _poll_one(
    world: World, fetcher: Fetcher, children: Children, row: SourceRow, worker: str, tempo: Tempo
) -> Polled | Capture:
    """How it went; where nothing has changed, only the answer: those are written down together."""
    try:
        capture = await fetcher.fetch(row.url, etag=row.etag, last_modified=row.last_modified, cut=True)
        if capture.status == NOT_MODIFIED or capture.digest == row.digest:
            return capture
        feed = await _read(world, children, row, capture)
    except (FetchError, ReadError) as error:
        return _failed(world, row, error, worker, tempo)
    return _record(world, row, capture, feed, worker, tempo)


async def _read(world: World, children: Children, row: SourceRow, capture: Capture) -> Feed:
    seed = world.seeds.source(row.slug)
    if row.kind == "list" and seed is not None:
        return await children.run_async(read_list, capture, seed.selector)
    return await children.run_async(read_feed, capture)


def _record(world: World, row: SourceRow, capture: Capture, feed: Feed, worker: str, tempo: Tempo) -> Polled:
    with world.store.begin() as connection:
        unread = record_entries(connection, row.id, feed.entries, tempo.now, baseline=row.good_at is None)
        put_capture(connection, capture, FEED)
        hints = {} if feed.fault.startswith("cut off") else dict(capture.headers)  # what was cut is asked for again
        finish_poll(
            connection, row.id, worker,
            etag=hints.get("etag", ""), last_modified=hints.get("last-modified", ""), digest=capture.digest,
            **_moved(row, capture), **_well(tempo), **tempo.after(row, unread), error=feed.fault,
        )  # fmt: skip
    return Polled(row.slug, len(feed.entries), len(unread), feed.fault, failed=False)


def _unchanged(world: World, found: Sequence[tuple[SourceRow, Capture]], worker: str, tempo: Tempo) -> None:
    """Nothing new: the hints stay, also where a 304 does not repeat them. One transaction for all, for most polls end
    here, and a disk takes longer to confirm a transaction than we to poll."""
    with world.store.begin() as connection:
        for row, capture in found:
            known = _moved(row, capture) | _well(tempo) | tempo.after(row, [])
            finish_poll(connection, row.id, worker, **known, error="")


def _failed(world: World, row: SourceRow, error: FetchError | ReadError, worker: str, tempo: Tempo) -> Polled:
    """Back off, up to a day; a source that the server says is gone for good stops, and people are told."""
    asked = error.retry_after if isinstance(error, FetchError) else 0.0
    failures, now = row.failures + 1, tempo.now
    due_at = now + tempo.wait_failed(row, failures, asked)
    state = {"state": "gone"} if isinstance(error, Gone) else {}
    with world.store.begin() as connection:
        finish_poll(
            connection, row.id, worker, failures=failures, error=error.reason, polled_at=now, due_at=due_at, **state
        )
        if isinstance(error, Throttled) and asked:
            rest_host(connection, urlsplit(row.url).hostname or "", now + timedelta(seconds=asked))
    return Polled(row.slug, 0, 0, error.reason, failed=True)


def _well(tempo: Tempo) -> dict[str, object]:
    return {"failures": 0, "polled_at": tempo.now, "good_at": tempo.now}


def _moved(row: SourceRow, capture: Capture) -> dict[str, object]:
    """Count equal permanent redirects; the third in a row is the source's address from then on."""
    moved_to = capture.moved_to
    if not moved_to:
        return {"moved_to": "", "moved_times": 0}
    times = row.moved_times + 1 if moved_to == row.moved_to else 1
    if times >= BELIEVED:
        return {"url": moved_to, "moved_to": "", "moved_times": 0}
    return {"moved_to": moved_to, "moved_times": times}
