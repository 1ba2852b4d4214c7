"""Captures: the bytes as they came, compressed, one copy a digest."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

import sqlalchemy as sa

from flows.store.engine import insert_missing
from flows.store.schema import body, capture
from parsers.types import Capture


def put_captures(connection: sa.Connection, taken: Iterable[Capture]) -> None:
    """Store what is not stored yet: a body once, and a capture once for each address that had it.

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
            "url": one.url, "final_url": one.final_url, "fetched_at": one.fetched_at, "status": one.status,
            "headers": [list(pair) for pair in one.headers], "media_type": one.media_type, "charset": one.charset,
            "digest": one.digest,
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


def drop_captures(connection: sa.Connection, before: datetime) -> int:
    """Let captures older than that go, and the bodies that nothing needs any more. Returns how many captures went."""
    gone = connection.execute(capture.delete().where(capture.c.fetched_at < before)).rowcount
    used = sa.select(capture.c.digest).where(capture.c.digest == body.c.digest).exists()
    connection.execute(body.delete().where(~used))
    return gone


def captures_since(connection: sa.Connection, since: datetime) -> Iterator[Capture]:
    """Every capture fetched since then, oldest first, one in memory at a time."""
    query = sa.select(capture.c.id).where(capture.c.fetched_at >= since).order_by(capture.c.fetched_at, capture.c.id)
    for (number,) in connection.execute(query).all():
        full = (
            sa.select(capture, body.c.zlib).join(body, body.c.digest == capture.c.digest).where(capture.c.id == number)
        )
        yield _capture(connection.execute(full).one())
