"""A release and its reading in; release, figures, changes, alerts and deliveries in the store, in one transaction.

Either all of it is written or nothing: a process that is killed leaves the entry unread, and it is read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.addressing import addressed
from flows.alerts import subject
from flows.routing import Routed, route
from flows.store.captures import put_captures
from flows.store.copies import copied_from, put_pieces
from flows.store.entries import EntryRow, holds, mark_read
from flows.store.outbox import put_alert, thread_of
from flows.store.releases import (
    carriers,
    history_of,
    known_figures,
    lock_actors,
    own_figures,
    put_doubts,
    put_figures,
    put_release,
    recent_figures,
)  # fmt: skip
from flows.world import World
from parsers.amounts import less, quantities
from parsers.compare import compare
from parsers.fingerprints import text_digest
from parsers.sameness import PLANS, SAME_DEAL, actor_keys
from parsers.types import Capture, Change, Doubt, Part, Quantity, Reading, Release

CLOCKS_DIFFER = timedelta(minutes=10)  # a release dated further ahead than this is placed at the moment we saw it


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a release."""

    release_id: int
    source: str
    release: Release
    published: datetime
    changes: tuple[Change, ...]
    doubts: tuple[Doubt, ...]
    alerts: tuple[str, ...]  # the subjects of the alerts it made
    silent: str  # why what is telling did not alert: "published more than 48 hours before we saw it"; else ""


def record(
    world: World, row: EntryRow, worker: str, capture: Capture | None, release: Release, reading: Reading, now: datetime
) -> Recorded | None:
    """Write what a release says. None where another worker took the entry over meanwhile: it writes then."""
    published = placed(release, row, now)
    with world.store.begin() as connection:
        if not holds(connection, row.id, worker):
            return None
        if capture is not None:
            put_captures(connection, [capture])
        changes = judge(world, connection, release, reading, published)
        digest = text_digest(release.text)
        release_id = put_release(connection, row.source_id, release, published, now, digest)
        put_figures(connection, release_id, changes, published)
        put_doubts(connection, release_id, reading.doubts)
        if changes:
            put_pieces(connection, release_id, release.text)
        silent = why_silent(world, row, release, published)
        routed = () if silent else _routed(world, changes, release, row.slug, published, now)
        alerts = [_alert(world, connection, release_id, item, now) for item in routed]
        mark_read(connection, row.id, release_id)
    told = tuple(text for text in alerts if text)
    return Recorded(release_id, row.slug, release, published, changes, reading.doubts, told, silent)


def judge(
    world: World, connection: sa.Connection, release: Release, reading: Reading, published: datetime
) -> tuple[Change, ...]:
    """Compare a release's figures with what the store knows of their actors, under a lock for each of them."""
    keys = {key for figure in reading.figures for key in actor_keys(figure.actor)}
    keys |= {other for key in keys for other in world.kin.get(key, ())}
    lock_actors(connection, keys)
    metrics = {figure.metric for figure in reading.figures}
    if metrics & PLANS:
        metrics |= PLANS
    known = known_figures(connection, keys, metrics, _amounts(reading))
    named = frozenset(slug for name in world.companies.find(release.text) if name.actor for slug in name.actor.slugs)
    beside = (named | _namesakes(world, reading)) - keys
    known += recent_figures(connection, beside, metrics & PLANS, published - SAME_DEAL, published + SAME_DEAL)
    return compare(
        reading.figures,
        known,
        own=own_figures(connection, release.url),
        copied=copied_from(connection, release, published),
        published=published,
        url=release.url,
        rate=world.rate,
        kin=world.kin,
        named=named,
    )


def _namesakes(world: World, reading: Reading) -> set[str]:
    """Companies that an unknown actor may be short for: "Tata" for Tata Motors and its unit for electric cars."""
    short = tuple(f"{figure.actor.name} " for figure in reading.figures if figure.actor and not figure.actor.slugs)
    return {
        company.slug for company in world.seeds.companies for name in company.names if short and name.startswith(short)
    }


def _amounts(reading: Reading) -> list[Quantity]:
    """Every amount of a release that a known figure may share: printed, stated as old, or what a total was before."""
    figures = reading.figures
    told = [quantity for item in figures for quantity in quantities(item)]
    told += [item.prior.quantity for item in figures if item.prior]
    added = [item.mention.quantity for item in figures if item.part is Part.ADDITIONAL]
    totals = [item.mention.quantity for item in figures if item.part is Part.TOTAL]
    return told + [less(total, more) for total in totals for more in added if total.unit == more.unit]


def placed(release: Release, row: EntryRow, now: datetime) -> datetime:
    """A release's place in time: when it says it was published, never in the future; else when we saw it."""
    said = release.published or row.entry.published
    return said if said is not None and said <= now + CLOCKS_DIFFER else row.seen_at


def why_silent(world: World, row: EntryRow, release: Release, published: datetime) -> str:
    """Why nothing of this release may alert; "" where it may. What was seen in time and read late still alerts."""
    if row.seen_at - published > world.settings.fresh_for:
        return f"published more than {_hours(world.settings.fresh_for)} before we saw it"
    if row.baseline and release.published is None and row.entry.published is None:
        return "undated, and listed at the source's first poll"
    return ""


def _hours(span: timedelta) -> str:
    return f"{int(span.total_seconds() // 3600)} hours"


def _routed(
    world: World, changes: Sequence[Change], release: Release, source: str, published: datetime, now: datetime
) -> tuple[Routed, ...]:
    return route(
        changes, world.seeds.watches, release=release, source=source, published=published, seen_at=now,
        rate=world.rate, kin=world.kin,
    )  # fmt: skip


def _alert(world: World, connection: sa.Connection, release_id: int, routed: Routed, now: datetime) -> str:
    """Write the alert and what is owed for it. Its subject, or "" where the same news was told before."""
    history = tuple(history_of(connection, routed.alert.history))
    sources = tuple(carriers(connection, [item.id for item in routed.alert.history])) if history else ()
    thread = thread_of(connection, history) if history else ""
    told = replace(routed.alert, history=history, sources=sources, thread=thread)
    text = subject(told)
    addressees = addressed(world.channels, routed.watches, now)
    return text if put_alert(connection, release_id, told, text, addressees, now) is not None else ""
