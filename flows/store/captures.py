"""Captures: the bytes as they came, compressed, one copy a digest."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable
from datetime import datetime

import sqlalchemy as sa

from flows.store.engine import insert_missing
from flows.store.schema import body, capture
from parsers.types import Capture

PAGE, FEED = "page", "feed"


def put_captures(connection: sa.Connection, taken: Iterable[Capture], kind: str = PAGE) -> None:
    """Store what is not stored yet: a body once, and a capture once for each address that had it. Its kind says for how
    long it is kept.

    Two workers may store the same bodies at the same moment: both go by the digests, so neither waits for the other."""
    wanted = {(capture.digest, capture.url): capture for capture in sorted(taken, key=lambda item: item.digest)}
    digests = sa.select(body.c.digest).where(body.c.digest.in_({digest for digest, _ in wanted}))
    held = set(connection.execute(digests).scalars())
    bodies = {one.digest: one.body for one in wanted.values() if one.digest not in held}
    if bodies:
        insert_missing(
            connection,
            body,
            [{"digest": name, "size": len(data), "zlib": zlib.compress(data, 6)} for name, data in bodies.items()],
        )
    same = sa.select(capture.c.digest, capture.c.url).where(capture.c.digest.in_(held))
    known = {(row.digest, row.url) for row in connection.execute(same)} if held else set()
    new = [
        {
            "url": one.url, "final_url": one.final_url, "kind": kind, "fetched_at": one.fetched_at,
            "status": one.status, "headers": [list(pair) for pair in one.headers], "media_type": one.media_type,
            "charset": one.charset, "digest": one.digest,
        }
        for key, one in wanted.items()
        if key not in known
    ]  # fmt: skip
    if new:
        connection.execute(capture.insert(), new)


def capture_id(connection: sa.Connection, taken: Capture) -> int:
    """The number of a stored capture."""
    same = sa.and_(capture.c.digest == taken.digest, capture.c.url == taken.url)
    number: int = connection.execute(sa.select(sa.func.min(capture.c.id)).where(same)).scalar_one()
    return number


def captures_by_id(connection: sa.Connection, ids: Collection[int]) -> dict[int, Capture]:
    query = sa.select(capture, body.c.zlib).join(body, body.c.digest == capture.c.digest).where(capture.c.id.in_(ids))
    return {row.id: _capture(row) for row in connection.execute(query)}


def get_capture(connection: sa.Connection, digest: str, url: str = "") -> Capture | None:
    """The capture with this body, of this address where one is given; None where it is not stored (any more)."""
    wanted = sa.and_(capture.c.digest == digest, capture.c.url == url) if url else capture.c.digest == digest
    query = sa.select(capture, body.c.zlib).join(body, body.c.digest == capture.c.digest).where(wanted)
    row = connection.execute(query.order_by(capture.c.id).limit(1)).first()
    return _capture(row) if row else None


def _capture(row: sa.Row[tuple[object, ...]]) -> Capture:
    return Capture(
        row.url, row.final_url, row.fetched_at, row.status, tuple((name, value) for name, value in row.headers),
        row.media_type, row.charset, zlib.decompress(row.zlib), row.digest,
    )  # fmt: skip


def drop_captures(connection: sa.Connection, kind: str, before: datetime, limit: int) -> int:
    """Let up to `limit` captures of this kind that are older go, the oldest first, and the bodies that only they
    needed. Returns how many captures went."""
    old = (
        sa.select(capture.c.id)
        .where(capture.c.kind == kind, capture.c.fetched_at < before)
        .order_by(capture.c.fetched_at)
        .limit(limit)
    )
    gone = connection.execute(capture.delete().where(capture.c.id.in_(old)).returning(capture.c.digest)).scalars().all()
    used = sa.select(capture.c.digest).where(capture.c.digest == body.c.digest).exists()
    connection.execute(body.delete().where(body.c.digest.in_(set(gone)), ~used))
    return len(gone)


def captures_after(
    connection: sa.Connection, number: int, limit: int, since: datetime | None = None, url: str = ""
) -> list[tuple[int, Capture]]:
    """The next captures behind the one of this number (0: from the first), each with its own: those fetched since then,
    of addresses that begin with `url`."""
    full = sa.select(capture, body.c.zlib).join(body, body.c.digest == capture.c.digest)
    query = full.where(capture.c.id > number, capture.c.url.startswith(url, autoescape=True))
    if since:
        query = query.where(capture.c.fetched_at >= since)
    return [(row.id, _capture(row)) for row in connection.execute(query.order_by(capture.c.id).limit(limit))]
