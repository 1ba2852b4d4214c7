"""Entries: what the feeds listed, which of it is unread, and why something could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from flows.store.codec import from_json, to_json
from flows.store.leases import lease, renew
from flows.store.schema import entry, release, source
from parsers.addresses import canonical_url
from parsers.fingerprints import digest
from parsers.types import Entry


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry that is to be read: the feed's words for it, and where it stands."""

    id: int
    source_id: int
    slug: str
    entry: Entry
    seen_at: datetime
    tries: int
    baseline: bool  # listed when its source was polled for the first time
    edited: bool  # read before, and changed since


def record_entries(
    connection: sa.Connection, source_id: int, entries: Iterable[Entry], now: datetime, *, baseline: bool = False
) -> list[Entry]:
    """Store what a feed lists: new entries become unread, edited ones unread again. Returns those that are to be read.

    An entry whose page was already read for another source is linked to that release and not read twice.
    """
    wanted = {digest(item.id): item for item in entries}
    query = sa.select(entry.c.key, entry.c.id, entry.c.fingerprint).where(
        entry.c.source_id == source_id, entry.c.key.in_(wanted)
    )
    held = {row.key: row for row in connection.execute(query)}
    releases = _releases_of(connection, (item.url for key, item in wanted.items() if key not in held))
    unread: list[Entry] = []
    new: list[dict[str, Any]] = []
    for key, item in wanted.items():
        said = digest("\n".join((item.title, item.url, item.summary, item.content)))
        row = held.get(key)
        if row is not None and row.fingerprint == said:
            continue
        values = {
            "url": item.url, "title": item.title, "published": item.published or item.updated, "fingerprint": said,
            "feed_words": to_json(item), "state": "unread", "tries": 0, "error": "", "due_at": now,
        }  # fmt: skip
        if row is not None:
            connection.execute(entry.update().where(entry.c.id == row.id).values(values))
        else:
            known = releases.get(digest(canonical_url(item.url))) if item.url else None
            values |= {"release_id": known, "state": "read" if known else "unread"}
            new.append(values | {"source_id": source_id, "key": key, "seen_at": now, "baseline": baseline})
        if values["state"] == "unread":
            unread.append(item)
    if new:
        connection.execute(entry.insert(), new)
    return unread


def _releases_of(connection: sa.Connection, urls: Iterable[str]) -> dict[str, int]:
    keys = [digest(canonical_url(url)) for url in urls if url]
    rows = connection.execute(
        sa.select(release.c.url_key, sa.func.max(release.c.id))
        .where(release.c.url_key.in_(keys))
        .group_by(release.c.url_key)
    )
    return {row[0]: row[1] for row in rows}


def lease_entries(
    connection: sa.Connection, worker: str, now: datetime, limit: int, lease_for: timedelta
) -> list[EntryRow]:
    """Take up to `limit` unread entries for this worker, in order of publication: what came first is known first."""
    due = sa.and_(entry.c.state == "unread", entry.c.due_at <= now)
    first = sa.func.coalesce(entry.c.published, entry.c.seen_at)
    columns = [
        entry.c.id,
        entry.c.source_id,
        entry.c.feed_words,
        entry.c.seen_at,
        entry.c.tries,
        entry.c.published,
        entry.c.baseline,
        entry.c.release_id,
    ]
    rows: Sequence[sa.Row[Any]] = lease(connection, entry, due, first, worker, now, limit, lease_for, columns)
    slugs = {row.id: row.slug for row in connection.execute(sa.select(source.c.id, source.c.slug))} if rows else {}
    rows = sorted(rows, key=lambda row: (row.published or row.seen_at, row.id))
    return [
        EntryRow(
            row.id,
            row.source_id,
            slugs[row.source_id],
            from_json(Entry, row.feed_words),
            row.seen_at,
            row.tries,
            row.baseline,
            row.release_id is not None,
        )
        for row in rows
    ]


def renew_entries(connection: sa.Connection, ids: Collection[int], worker: str, until: datetime) -> None:
    """What this worker still holds of these, it holds until then."""
    renew(connection, entry, ids, worker, until)


def read_pages(connection: sa.Connection, urls: Iterable[str]) -> dict[str, int]:
    """Of these addresses, those whose page was read already, with the release (id) that it became."""
    keys = {digest(canonical_url(url)): url for url in urls if url}
    query = sa.select(release.c.url_key, sa.func.max(release.c.id)).where(
        release.c.url_key.in_(keys), release.c.capture != ""
    )
    return {keys[row[0]]: row[1] for row in connection.execute(query.group_by(release.c.url_key))}


def holds(connection: sa.Connection, entry_id: int, worker: str) -> bool:
    """Whether the entry is still this worker's to read."""
    query = (
        sa.select(entry.c.id)
        .where(entry.c.id == entry_id, entry.c.leased_by == worker, entry.c.state == "unread")
        .with_for_update()
    )
    return connection.execute(query).first() is not None


def mark_read(connection: sa.Connection, entry_id: int, release_id: int) -> None:
    _give_back(connection, entry_id, state="read", release_id=release_id, error="")


def mark_failed(connection: sa.Connection, entry_id: int, error: str, retry_at: datetime | None) -> None:
    """Write why an entry could not be read, and when to try again (None: never)."""
    again = {"state": "unread", "due_at": retry_at} if retry_at else {"state": "failed"}
    _give_back(connection, entry_id, error=error, tries=entry.c.tries + 1, **again)


def put_off(connection: sa.Connection, entry_id: int, until: datetime) -> None:
    """Leave an entry for later, which does not count as a try."""
    _give_back(connection, entry_id, due_at=until)


def release_entries(connection: sa.Connection, worker: str = "") -> None:
    """Give back what workers whose names begin so still hold, unread as it is; "": what anybody holds."""
    mine = sa.and_(entry.c.leased_by != "", entry.c.leased_by.startswith(worker, autoescape=True))
    connection.execute(entry.update().where(entry.c.state == "unread", mine).values(leased_by="", leased_until=None))


def _give_back(connection: sa.Connection, entry_id: int, **values: object) -> None:
    connection.execute(entry.update().where(entry.c.id == entry_id).values(leased_by="", leased_until=None, **values))


def unread_count(connection: sa.Connection) -> int:
    return connection.execute(sa.select(sa.func.count()).where(entry.c.state == "unread")).scalar_one()


def unreadable_sources(connection: sa.Connection, last: int) -> set[int]:
    """Sources (ids) of whose `last` entries with a page not one page could be read: given up, or read from the feed's
    own words. Sources with fewer entries are left out."""
    nth = sa.func.row_number().over(partition_by=entry.c.source_id, order_by=entry.c.id.desc())
    readable = sa.case((release.c.capture != "", 1), else_=0)
    tried = (
        sa.select(entry.c.source_id, readable.label("readable"), nth.label("nth"))
        .outerjoin(release, release.c.id == entry.c.release_id)
        .where(entry.c.state != "unread", entry.c.url != "")
        .subquery()
    )
    query = (
        sa.select(tried.c.source_id)
        .where(tried.c.nth <= last)
        .group_by(tried.c.source_id)
        .having(sa.func.count() >= last, sa.func.sum(tried.c.readable) == 0)
    )
    return set(connection.execute(query).scalars())


def failed_entries(connection: sa.Connection, since: datetime) -> list[tuple[str, str, str]]:
    """(source, address, reason) of what could not be read since then."""
    query = (
        sa.select(source.c.slug, entry.c.url, entry.c.error)
        .join(source, source.c.id == entry.c.source_id)
        .where(entry.c.error != "", entry.c.seen_at >= since)
        .order_by(entry.c.id)
    )
    return [(row.slug, row.url, row.error) for row in connection.execute(query)]
