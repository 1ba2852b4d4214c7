"""Unread entries in, recorded releases out.

Pages are fetched together, read in child processes, and recorded in the order of their publication: what came first is
known first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.child import Children
from flows.errors import FetchError
from flows.fetch import PAGE, Fetcher
from flows.pacing import read_wait
from flows.steps.outage import OUTAGE_WAIT, is_outage, is_unanswered
from flows.steps.record import Recorded, record
from flows.store.blocks import learn_blocks, site_memory
from flows.store.entries import EntryRow, holds, mark_failed, mark_read, put_off, read_pages
from flows.world import World
from parsers.addresses import canonical_url
from parsers.errors import ReadError
from parsers.figures import read_figures
from parsers.release import read_release, release_from_entry, site_of
from parsers.types import Capture, Entry, Release


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry whose page could not be read, and what happens next."""

    source: str
    url: str
    reason: str
    next: str  # "again at 14:20", "read from the feed's own words", "given up"


Page = tuple[Capture | None, Release] | FetchError | ReadError


async def read(
    world: World, fetcher: Fetcher, children: Children, rows: Sequence[EntryRow], worker: str, now: datetime
) -> list[Recorded | Unread]:
    """Read these entries. One that fails is written down with its reason and tried again later; it harms no other."""
    rows = _without_known(world, rows, worker)
    first = {_address(row): row for row in reversed(rows)}
    found = await asyncio.gather(*(_page(world, fetcher, children, row, now) for row in first.values()))
    pages = dict(zip(first, found, strict=True))
    settled = [await asyncio.to_thread(_settle, world, row, pages[_address(row)], worker, now) for row in rows]
    return [result for result in settled if result is not None]


def _address(row: EntryRow) -> str:
    """What entries share whose page is one."""
    return canonical_url(row.entry.url) if row.entry.url else f"entry {row.id}"


def _without_known(world: World, rows: Sequence[EntryRow], worker: str) -> list[EntryRow]:
    """The rows whose page was not read for another feed before; the others are linked to its release. What a feed has
    edited is read again."""
    with world.store.begin() as connection:
        known = read_pages(connection, (_address(row) for row in rows if not row.edited))
        found = {row.id: known[_address(row)] for row in rows if not row.edited and _address(row) in known}
        for row_id, release_id in found.items():
            if holds(connection, row_id, worker):
                mark_read(connection, row_id, release_id)
    return [row for row in rows if row.id not in found]


async def _page(world: World, fetcher: Fetcher, children: Children, row: EntryRow, now: datetime) -> Page:
    """The page behind an entry as a release; where the entry has no page, the feed's own words."""
    if not row.entry.url:
        return None, release_from_entry(row.entry, now=now)
    try:
        capture = await fetcher.fetch(row.entry.url, accept=PAGE, robots=True)
        with world.store.begin() as connection:
            memory = site_memory(connection, site_of(capture.final_url))
        return capture, await children.run_async(read_release, capture, entry=row.entry, known_blocks=memory, now=now)
    except (FetchError, ReadError) as error:
        return error


def _settle(world: World, row: EntryRow, page: Page, worker: str, now: datetime) -> Recorded | Unread | None:
    if isinstance(page, (FetchError, ReadError)):
        return _without_page(world, row, page, worker, now)
    if not _without_known(world, [row], worker):  # just now, for another feed
        return None
    return _record(world, row, worker, *page, now)


def _record(
    world: World, row: EntryRow, worker: str, capture: Capture | None, release: Release, now: datetime
) -> Recorded | None:
    reading = read_figures(release, world.companies)
    done = record(world, row, worker, capture, release, reading, now)
    if done is not None and capture is not None:
        with world.store.begin() as connection:
            learn_blocks(connection, release, now)
    return done


def _without_page(
    world: World, row: EntryRow, error: FetchError | ReadError, worker: str, now: datetime
) -> Recorded | Unread | None:
    """Try again later; after that, or where asking again is no use, read what the feed itself says: a headline with a
    figure is better than silence."""
    if is_unanswered(error):
        with world.store.begin() as connection:
            if is_outage(connection):
                put_off(connection, row.id, now + OUTAGE_WAIT)
                return Unread(row.slug, row.entry.url, error.reason, _again(now + OUTAGE_WAIT))
    wait = read_wait(row.tries + 1)
    again = wait is not None and not (isinstance(error, FetchError) and not error.transient)
    if not again and says_something(row.entry):
        return _record(world, row, worker, None, release_from_entry(row.entry, now=now), now)
    retry_at = now + wait if again and wait else None
    with world.store.begin() as connection:
        mark_failed(connection, row.id, error.reason, retry_at)
    return Unread(row.slug, row.entry.url, error.reason, _again(retry_at) if retry_at else "given up")


def _again(moment: datetime) -> str:
    return f"again at {moment:%d %b %H:%M} UTC"


def says_something(entry: Entry) -> bool:
    return bool(entry.title.strip() or entry.summary.strip())
