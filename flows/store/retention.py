"""What is let go with time. What keeps the same news from alerting twice never is: figures, what is known of whom,
alerts, and the addresses and fingerprints of releases and entries.

Each function lets at most `limit` rows go and says how many went: a writer never holds the database for long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from flows.store.codec import from_json, to_json
from flows.store.outbox import WAITING
from flows.store.releases import without_text
from flows.store.schema import attempt, delivery, doubt, entry, notice, release, release_piece
from parsers.types import Entry, Release


def drop_texts(connection: sa.Connection, before: datetime, limit: int) -> int:
    """Let the texts of releases seen before then go, with all that only points into them: doubts, pieces, and what the
    feed said beyond its headline."""
    old = (
        sa.select(release.c.id, release.c.reading)
        .where(release.c.has_text, release.c.seen_at < before)
        .order_by(release.c.seen_at)
        .limit(limit)
    )
    rows = connection.execute(old).all()
    for row in rows:
        light = to_json(without_text(from_json(Release, row.reading)))
        connection.execute(release.update().where(release.c.id == row.id).values(reading=light, has_text=False))
    ids = [row.id for row in rows]
    for table in (doubt, release_piece):
        connection.execute(table.delete().where(table.c.release_id.in_(ids)))
    _shorten_entries(connection, ids)
    return len(rows)


def _shorten_entries(connection: sa.Connection, release_ids: Sequence[int]) -> None:
    """The entry's fingerprint stays: an edit is still seen. What waits to be read again keeps its words."""
    mine = sa.and_(entry.c.release_id.in_(release_ids), entry.c.state != "unread")
    query = sa.select(entry.c.id, entry.c.feed_words).where(mine)
    for row in connection.execute(query).all():
        light = to_json(replace(from_json(Entry, row.feed_words), summary="", content=""))
        connection.execute(entry.update().where(entry.c.id == row.id).values(feed_words=light))


def drop_attempts(connection: sa.Connection, before: datetime, limit: int) -> int:
    """Let the tries of deliveries that are over go; what still waits keeps its history."""
    waits = sa.select(delivery.c.id).where(delivery.c.id == attempt.c.delivery_id, delivery.c.state.in_(WAITING))
    old = sa.select(attempt.c.id).where(attempt.c.at < before, ~waits.exists()).order_by(attempt.c.at).limit(limit)
    return connection.execute(attempt.delete().where(attempt.c.id.in_(old))).rowcount


def drop_notices(connection: sa.Connection, before: datetime, limit: int) -> int:
    """Let what the operator was told go, with its deliveries; what is still owed stays."""
    waits = sa.select(delivery.c.id).where(delivery.c.notice_id == notice.c.id, delivery.c.state.in_(WAITING))
    old = sa.select(notice.c.id).where(notice.c.created_at < before, ~waits.exists()).order_by(notice.c.id).limit(limit)
    return connection.execute(notice.delete().where(notice.c.id.in_(old))).rowcount
