"""Sources: which are due, who polls them, and how the poll went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from flows.store.engine import insert_missing
from flows.store.leases import lease, renew
from flows.store.schema import alert, entry, host, push, release, source


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the store remembers it."""

    id: int
    slug: str
    name: str
    url: str
    kind: str
    state: str
    etag: str
    last_modified: str
    digest: str
    moved_to: str
    moved_times: int
    failures: int
    error: str
    polled_at: datetime | None
    good_at: datetime | None
    due_at: datetime
    news_at: datetime | None
    habit: Any
    drive: float | None


SEEDING = 7215340  # the lock of whoever makes the store's sources those of the seeds
COLUMNS = [source.c[name] for name in SourceRow.__slots__]


def put_sources(connection: sa.Connection, seeds: Iterable[tuple[str, str, str, str]], now: datetime) -> None:
    """Make the store's sources those of the seeds: (slug, name, url, kind). What is gone from the seeds is no longer
    polled, and keeps its history. Workers that start together take turns; what is as it should be is not written."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": SEEDING})
    columns = (source.c.slug, source.c.name, source.c.url, source.c.kind, source.c.state)
    held = {row.slug: row for row in connection.execute(sa.select(*columns))}
    seen = set()
    new = []
    for slug, name, url, kind in seeds:
        seen.add(slug)
        if slug not in held:
            new.append({"slug": slug, "name": name, "url": url, "kind": kind, "due_at": now})
            continue
        fresh: dict[str, object] = {}
        if (held[slug].name, held[slug].kind) != (name, kind):
            fresh |= {"name": name, "kind": kind}
        if held[slug].url != url:  # an editor gave it another address: everything learnt of the old one goes
            fresh |= {"url": url, "etag": "", "last_modified": "", "digest": "", "moved_to": "", "moved_times": 0}
            fresh |= {"state": "active", "failures": 0, "error": "", "due_at": now}
        elif held[slug].state == "removed":
            fresh |= {"state": "active", "due_at": now}
        if fresh:
            connection.execute(source.update().where(source.c.slug == slug).values(fresh))
    if new:
        connection.execute(source.insert(), new)
    gone = [slug for slug, row in held.items() if slug not in seen and row.state != "removed"]
    if gone:
        connection.execute(source.update().where(source.c.slug.in_(gone)).values(state="removed"))


def lease_sources(
    connection: sa.Connection, worker: str, now: datetime, limit: int, lease_for: timedelta, only: Sequence[str] = ()
) -> list[SourceRow]:
    """Take up to `limit` due sources for this worker; nobody else gets them before the lease runs out. One for which a
    push waits is due."""
    pushed = sa.select(push.c.id).where(push.c.source_id == source.c.id).exists()
    due = sa.and_(source.c.state == "active", sa.or_(source.c.due_at <= now, pushed))
    if only:
        due = sa.and_(source.c.state == "active", source.c.slug.in_(only))
    rows = lease(connection, source, due, source.c.due_at, worker, now, limit, lease_for, COLUMNS)
    return sorted((SourceRow(*tuple(row)) for row in rows), key=lambda row: (row.due_at, row.id))


def renew_sources(connection: sa.Connection, ids: Collection[int], worker: str, until: datetime) -> None:
    """What this worker still holds of these, it holds until then."""
    renew(connection, source, ids, worker, until)


def finish_polls(connection: sa.Connection, worker: str, polls: Mapping[int, Mapping[str, object]]) -> int:
    """Write how polls went (columns by the source's id) and give the sources back. Returns how many were written: a
    source whose lease was lost to another worker is left as that one has it.

    Sources of which the same columns are written go in one statement: most polls of a batch end alike."""
    alike: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for source_id, values in polls.items():
        alike.setdefault(tuple(values), []).append({"its_id": source_id, **values})
    mine = sa.and_(source.c.id == sa.bindparam("its_id"), source.c.leased_by == worker)
    given_back = source.update().where(mine).values(leased_by="", leased_until=None)
    return sum(
        connection.execute(given_back.values({name: sa.bindparam(name) for name in names}), rows).rowcount
        for names, rows in alike.items()
    )


def last_answer(connection: sa.Connection) -> datetime | None:
    """When any source last answered well."""
    last: datetime | None = connection.execute(sa.select(sa.func.max(source.c.good_at))).scalar_one()
    return last


def fallen_silent(connection: sa.Connection, but: Collection[int] = ()) -> int:
    """How many sources failed, for the first time in a row, since any source last answered; `but` these (ids)."""
    last = sa.select(sa.func.max(source.c.good_at)).scalar_subquery()
    since = sa.or_(last.is_(None), source.c.polled_at > last)
    first = sa.and_(source.c.state == "active", source.c.failures == 1, since, source.c.id.not_in(but))
    return connection.execute(sa.select(sa.func.count()).select_from(source).where(first)).scalar_one()


def release_sources(connection: sa.Connection, worker: str = "") -> None:
    """Give back what workers whose names begin so still hold, due as it was; "": what anybody holds."""
    mine = sa.and_(source.c.leased_by != "", source.c.leased_by.startswith(worker, autoescape=True))
    connection.execute(source.update().where(mine).values(leased_by="", leased_until=None))


def all_sources(connection: sa.Connection) -> list[SourceRow]:
    query = sa.select(*COLUMNS).where(source.c.state != "removed").order_by(source.c.slug)
    return [SourceRow(*tuple(row)) for row in connection.execute(query)]


def drives(connection: sa.Connection) -> list[tuple[int, str, float | None]]:
    """Of every source that is polled: id, slug, and how much of the budget it draws (None: nothing is known of it)."""
    query = sa.select(source.c.id, source.c.slug, source.c.drive).where(source.c.state == "active")
    return list(connection.execute(query).tuples())


def alerts_by_source(connection: sa.Connection, ids: Sequence[int], since: datetime) -> dict[int, int]:
    """How many alerts came from these sources since then; one that made none is left out."""
    query = (
        sa.select(release.c.source_id, sa.func.count())
        .join(alert, alert.c.release_id == release.c.id)
        .where(release.c.source_id.in_(ids), alert.c.created_at >= since)
        .group_by(release.c.source_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def rest_hosts(connection: sa.Connection, until: Mapping[str, datetime]) -> None:
    """Remember the hosts that asked for quiet, each with the end of its rest."""
    rows = [{"name": name, "rest_until": moment} for name, moment in sorted(until.items())]
    if rows:
        insert_missing(connection, host, rows)
        later = host.update().where(host.c.name == sa.bindparam("its_name")).values(rest_until=sa.bindparam("until"))
        connection.execute(later, [{"its_name": row["name"], "until": row["rest_until"]} for row in rows])


def resting_hosts(connection: sa.Connection, now: datetime) -> dict[str, datetime]:
    rows = connection.execute(sa.select(host.c.name, host.c.rest_until).where(host.c.rest_until > now))
    return {row[0]: row[1] for row in rows}


def entry_counts(connection: sa.Connection) -> dict[int, dict[str, int]]:
    """Entries by source and state."""
    counts: dict[int, dict[str, int]] = {}
    query = sa.select(entry.c.source_id, entry.c.state, sa.func.count()).group_by(entry.c.source_id, entry.c.state)
    for source_id, state, number in connection.execute(query):
        counts.setdefault(source_id, {})[state] = number
    return counts
