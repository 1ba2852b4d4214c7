"""Captures: the bytes as they came, compressed, one copy a digest."""

from __future__ import annotations

import zlib
from datetime import datetime

import sqlalchemy as sa

from flows.store.schema import body, capture
from parsers.types import Capture

PAGE, FEED = "page", "feed"


def put_capture(connection: sa.Connection, taken: Capture, kind: str = PAGE) -> None:
    """Store it once; `kind` says for how long it is kept."""
    held = connection.execute(sa.select(body.c.digest).where(body.c.digest == taken.digest)).first()
    if held is None:
        packed = zlib.compress(taken.body, 6)
        values = {"digest": taken.digest, "size": len(taken.body), "zlib": packed}
        # Two workers may store the same body at the same moment: the savepoint lets the second one go on.
        try:
            with connection.begin_nested():
                connection.execute(body.insert().values(values))
        except sa.exc.IntegrityError:
            pass
    same = sa.and_(capture.c.digest == taken.digest, capture.c.url == taken.url)
    if connection.execute(sa.select(capture.c.id).where(same)).first() is None:
        connection.execute(
            capture.insert().values(
                url=taken.url, final_url=taken.final_url, kind=kind, fetched_at=taken.fetched_at, status=taken.status,
                headers=[list(pair) for pair in taken.headers], media_type=taken.media_type, charset=taken.charset,
                digest=taken.digest,
            )
        )  # fmt: skip


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
