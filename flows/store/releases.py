"""Releases and their figures: what we already know of these actors, and writing down what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from flows.store.codec import from_json, to_json
from flows.store.schema import doubt, entry, figure, known, release, source
from parsers.addresses import canonical_url
from parsers.amounts import currency, quantities
from parsers.fingerprints import digest
from parsers.sameness import actor_keys
from parsers.types import TELLING, Actor, Change, Doubt, Entry, Figure, Known, Quantity, Release

LONGEST_HISTORY = 12  # figures of a plan that an alert shows
MOST_RECENT = 30  # figures by actor and metric, the newest: what a change without its old value may start from
MOST_NEAR = 60  # figures by actor that print about the same amount
NEAR = 1.2  # farther apart than this no two amounts are one


def lock_actors(connection: sa.Connection, keys: Iterable[str]) -> None:
    """Until this transaction ends nobody else compares figures of these actors. On SQLite nobody else writes anyway."""
    if connection.dialect.name != "postgresql":
        return
    for number in sorted({_lock_number(key) for key in keys}):  # one order for all: no deadlock
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def _lock_number(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)


def known_figures(
    connection: sa.Connection, keys: Collection[str], metrics: Collection[str], amounts: Collection[Quantity]
) -> list[Known]:
    """What earlier releases said of these actors and metrics, oldest first; repetitions are left out.

    Of each metric the latest, and all that print an amount near one of `amounts`: enough for every rule of comparison,
    and no more, however much is stored.
    """
    found: set[int] = set()
    near = [_near(quantity) for quantity in amounts]
    for key in sorted(keys):
        for metric in sorted(metrics):
            mine = sa.select(known.c.figure_id).where(known.c.actor_key == key, known.c.metric == metric)
            found |= set(connection.execute(mine.order_by(known.c.published.desc()).limit(MOST_RECENT)).scalars())
        if near:
            about = sa.select(known.c.figure_id).where(
                known.c.actor_key == key, sa.or_(*near), known.c.metric.in_(metrics)
            )
            found |= set(connection.execute(about.order_by(known.c.published.desc()).limit(MOST_NEAR)).scalars())
    return _known(connection, figure.c.id.in_(found)) if found else []


def _near(quantity: Quantity) -> sa.ColumnElement[bool]:
    low, high = float(quantity.low) / NEAR, float(quantity.high) * NEAR
    return sa.and_(known.c.unit == _unit(quantity), known.c.value.between(low, high))


def _unit(quantity: Quantity) -> str:
    return currency(quantity) or quantity.unit.code


def history_of(connection: sa.Connection, priors: Iterable[Known]) -> list[Known]:
    """What was told of these plans before: each prior figure, the one before it, and so on, oldest first."""
    found = {item.id: item for item in priors}
    step = set(found)
    while step and len(found) < LONGEST_HISTORY:
        query = sa.select(figure.c.prior_id).where(figure.c.id.in_(step), figure.c.prior_id.is_not(None))
        step = {row.prior_id for row in connection.execute(query)} - set(found)
        found |= {item.id: item for item in _known(connection, figure.c.id.in_(step))}
    return sorted(found.values(), key=lambda item: (item.published, item.id))


def recent_figures(
    connection: sa.Connection, keys: Collection[str], metrics: Collection[str], since: datetime, until: datetime
) -> list[Known]:
    """What releases of that time said of these actors and metrics."""
    if not keys or not metrics:
        return []
    ids = sa.select(known.c.figure_id).where(
        known.c.actor_key.in_(keys), known.c.metric.in_(metrics), known.c.published.between(since, until)
    )
    return _known(connection, figure.c.id.in_(ids))


def figures_of(connection: sa.Connection, release_id: int) -> list[Known]:
    """All figures of one release."""
    return _known(connection, figure.c.release_id == release_id)


def own_figures(connection: sa.Connection, url: str) -> list[Known]:
    """What earlier versions of the page at this address said."""
    return _known(connection, release.c.url_key == digest(canonical_url(url))) if url else []


def _known(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> list[Known]:
    query = (
        sa.select(figure, release.c.url, release.c.text_digest, source.c.slug)
        .join(release, release.c.id == figure.c.release_id)
        .join(source, source.c.id == release.c.source_id)
        .where(wanted)
        .order_by(figure.c.published, figure.c.id)
    )
    return [
        Known(
            id=row.id, figure=from_json(Figure, row.reading), published=row.published, url=row.url, source=row.slug,
            release=row.release_id, text_digest=row.text_digest, change=row.change,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def put_release(
    connection: sa.Connection, source_id: int, taken: Release, published: datetime, now: datetime, text_digest: str
) -> int:
    """Store a release; `published` is its place in time. Returns its id."""
    first = connection.execute(
        sa.select(release.c.id).where(release.c.text_digest == text_digest).order_by(release.c.id).limit(1)
    ).scalar()
    values = {
        "source_id": source_id, "url_key": digest(canonical_url(taken.url)), "url": taken.url, "title": taken.title,
        "language": taken.language, "site": taken.site, "published": published, "published_by": taken.published_by,
        "seen_at": now, "capture": taken.capture, "text_digest": text_digest, "reading": to_json(taken),
        "copy_of": first,
    }  # fmt: skip
    return int(connection.execute(release.insert().values(values).returning(release.c.id)).scalar_one())


def put_figures(
    connection: sa.Connection, release_id: int, changes: Sequence[Change], published: datetime
) -> list[int]:
    """Store what a release's figures were found to be. Those that tell something are remembered for their actors."""
    ids = []
    for place, change in enumerate(changes):
        values = {
            "release_id": release_id, "place": place, "metric": change.figure.metric,
            "actor": change.figure.actor.name if change.figure.actor else "", "change": change.kind,
            "reason": change.reason, "prior_id": change.prior.id if change.prior else None, "published": published,
            "reading": to_json(change.figure),
            "prior_quantity": to_json(change.prior_quantity) if change.prior_quantity else None,
        }  # fmt: skip
        number = int(connection.execute(figure.insert().values(values).returning(figure.c.id)).scalar_one())
        ids.append(number)
        if change.kind in TELLING:
            _remember(connection, number, change.figure, published)
    return ids


def _remember(connection: sa.Connection, number: int, item: Figure, published: datetime) -> None:
    """Make a figure known for its actors, under each amount that its release prints for it."""
    amounts = {(_unit(quantity), float(quantity.low)) for quantity in quantities(item)}
    rows = [
        {
            "actor_key": key, "metric": item.metric, "published": published, "figure_id": number, "unit": unit,
            "value": value,
        }
        for key in actor_keys(item.actor)
        for unit, value in amounts
    ]  # fmt: skip
    if rows:
        connection.execute(known.insert(), rows)


def put_doubts(connection: sa.Connection, release_id: int, doubts: Iterable[Doubt]) -> None:
    rows = [
        {"release_id": release_id, "exact": item.exact, "start": item.start, "end": item.end, "reason": item.reason}
        for item in doubts
    ]
    if rows:
        connection.execute(doubt.insert(), rows)


def carriers(connection: sa.Connection, figure_ids: Collection[int]) -> list[str]:
    """Addresses of the releases that repeat these figures."""
    query = (
        sa.select(release.c.url)
        .join(figure, figure.c.release_id == release.c.id)
        .where(figure.c.prior_id.in_(figure_ids), figure.c.change == "repeated")
        .distinct()
    )
    return [url for (url,) in connection.execute(query)]


def list_figures(
    connection: sa.Connection,
    *,
    actors: Collection[str] = (),
    metric: str = "",
    since: datetime | None = None,
    repeated: bool = False,
    limit: int = 200,
) -> list[tuple[Known, str]]:
    """What we know, newest first, each with the reason of its change; `actors` are keys."""
    query = sa.select(figure.c.id, figure.c.reason).order_by(figure.c.published.desc(), figure.c.id.desc()).limit(limit)
    if not repeated:
        query = query.where(figure.c.change.in_(TELLING))
    if metric:
        query = query.where(figure.c.metric == metric)
    if since:
        query = query.where(figure.c.published >= since)
    if actors:
        mine = sa.select(known.c.figure_id).where(known.c.actor_key.in_(actors))
        query = query.where(sa.or_(figure.c.id.in_(mine), figure.c.prior_id.in_(mine)))
    reasons = {row.id: row.reason for row in connection.execute(query)}
    rows = _known(connection, figure.c.id.in_(reasons))
    return [(row, reasons[row.id]) for row in reversed(rows)]


def get_release(connection: sa.Connection, release_id: int) -> Release | None:
    data = connection.execute(sa.select(release.c.reading).where(release.c.id == release_id)).scalar()
    return from_json(Release, data) if data is not None else None


def changes_of(connection: sa.Connection, release_id: int) -> list[Change]:
    """What the figures of a release were found to be, in the order of its text."""
    rows = connection.execute(sa.select(figure).where(figure.c.release_id == release_id).order_by(figure.c.place)).all()
    priors = {row.id: row for row in _known(connection, figure.c.id.in_([r.prior_id for r in rows if r.prior_id]))}
    return [
        Change(
            kind=row.change, figure=from_json(Figure, row.reading), reason=row.reason, prior=priors.get(row.prior_id),
            prior_quantity=from_json(Quantity, row.prior_quantity) if row.prior_quantity else None,
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """Where a release came from: enough to read it again."""

    id: int
    source_id: int
    seen_at: datetime
    capture: str  # digest; "" where the feed's own words were read
    entry: Entry
    baseline: bool


def stored_releases(connection: sa.Connection) -> list[StoredRelease]:
    """Every release that an entry led to and whose text is still kept, in the order in which they were seen."""
    query = (
        sa.select(
            release.c.id, release.c.source_id, entry.c.seen_at, release.c.capture, entry.c.feed_words, entry.c.baseline
        )
        .join(entry, sa.and_(entry.c.release_id == release.c.id, entry.c.source_id == release.c.source_id))
        .where(release.c.has_text)
        .order_by(release.c.seen_at, release.c.id)
    )
    return [
        StoredRelease(row.id, row.source_id, row.seen_at, row.capture, from_json(Entry, row.feed_words), row.baseline)
        for row in connection.execute(query)
    ]


def without_text(taken: Release) -> Release:
    """The release as an alert carries it: its text stays in the release's own row."""
    return replace(taken, text="", blocks=(), removed=())


def joint(actors: Iterable[Actor | None]) -> set[str]:
    """The keys of all these actors."""
    return {key for actor in actors for key in actor_keys(actor)}
