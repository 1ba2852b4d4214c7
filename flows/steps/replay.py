"""Stored releases in, what today's rules make of them out: the same steps, against an empty store."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flows.child import Children
from flows.steps.record import record
from flows.store.blocks import learn_blocks, site_memory
from flows.store.captures import get_capture
from flows.store.entries import EntryRow, lease_entries, record_entries
from flows.store.outbox import list_alerts
from flows.store.releases import StoredRelease, get_release, stored_releases
from flows.store.sources import all_sources, put_sources
from flows.world import World
from parsers.errors import ReadError
from parsers.figures import read_figures
from parsers.release import read_release, release_from_entry, site_of
from parsers.types import Capture, Release

WORKER = "replay"
LEASE = timedelta(hours=1)
EVERY_ALERT = 1_000_000


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of it."""

    releases: int
    unreadable: int
    only_now: tuple[str, ...]  # subjects of alerts that only today's rules make
    only_then: tuple[str, ...]  # subjects of alerts that only the store has


def replay_all(world: World, scratch: World) -> Replayed:
    """Read the releases of `world` again, in the order in which they were seen, into the empty store of `scratch`.
    What retention has let go is not read, nor are its alerts counted."""
    with world.store.begin() as connection:
        sources = {row.id: row for row in all_sources(connection)}
        kept = list(stored_releases(connection))
        first = min((item.seen_at for item in kept), default=None)
        then = Counter(row.subject for row in list_alerts(connection, since=first, limit=EVERY_ALERT))
    with scratch.store.begin() as connection:
        put_sources(
            connection,
            [(row.slug, row.name, row.url, row.kind) for row in sources.values()],
            first or datetime.now(UTC),
        )
        ids = {row.slug: row.id for row in all_sources(connection)}
    unreadable = 0
    with Children(most=1) as children:
        for item in kept:
            if item.source_id not in sources:
                continue
            try:
                _again(world, scratch, children, item, ids[sources[item.source_id].slug])
            except ReadError:
                unreadable += 1
    with scratch.store.begin() as connection:
        now = Counter(row.subject for row in list_alerts(connection, limit=EVERY_ALERT))
    return Replayed(len(kept), unreadable, tuple((now - then).elements()), tuple((then - now).elements()))


def _again(world: World, scratch: World, children: Children, item: StoredRelease, source_id: int) -> None:
    with world.store.begin() as connection:
        capture = get_capture(connection, item.capture) if item.capture else None
        stored = get_release(connection, item.id) if item.capture and capture is None else None
    with scratch.store.begin() as connection:
        record_entries(connection, source_id, [item.entry], item.seen_at, baseline=item.baseline)
        rows = lease_entries(connection, WORKER, item.seen_at, 1, LEASE)
    for row in rows:
        release = stored or _release(scratch, children, capture, row, item.seen_at)
        done = record(scratch, row, WORKER, capture, release, read_figures(release, world.companies), item.seen_at)
        if done and capture:
            with scratch.store.begin() as connection:
                learn_blocks(connection, release, item.seen_at)


def _release(scratch: World, children: Children, capture: Capture | None, row: EntryRow, now: datetime) -> Release:
    if capture is None:
        return release_from_entry(row.entry, now=now)
    with scratch.store.begin() as connection:
        memory = site_memory(connection, site_of(capture.final_url))
    return children.run(read_release, capture, entry=row.entry, known_blocks=memory, now=now)
