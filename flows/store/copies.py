"""Copies: prints of one press release in many places are one release with many sources."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.store.codec import from_json
from flows.store.releases import figures_of
from flows.store.schema import release, release_piece
from parsers.fingerprints import near_copies, sketch
from parsers.types import Known, Release

WHILE_WARM = timedelta(days=10)  # a copy comes soon; the same words next year are a new release from an old template
IN_COMMON = 3  # pieces that make it worth comparing the texts
MOST = 5  # texts that are compared


def put_pieces(connection: sa.Connection, release_id: int, text: str) -> None:
    """Remember a release's pieces, so that its copies are found."""
    rows = [{"piece": piece, "release_id": release_id} for piece in sketch(text)]
    if rows:
        connection.execute(release_piece.insert(), rows)


def copied_from(connection: sa.Connection, taken: Release, published: datetime) -> list[Known]:
    """The figures of the release that this one is a print of; none where it is none, or stands at the same address."""
    likely = (
        sa.select(release_piece.c.release_id)
        .join(release, release.c.id == release_piece.c.release_id)
        .where(
            release_piece.c.piece.in_(sketch(taken.text)),
            release.c.published.between(published - WHILE_WARM, published + WHILE_WARM),
            release.c.url != taken.url,
        )
        .group_by(release_piece.c.release_id)
        .having(sa.func.count() >= IN_COMMON)
        .order_by(release_piece.c.release_id)
        .limit(MOST)
    )
    for number in connection.execute(likely).scalars().all():
        data = connection.execute(sa.select(release.c.reading).where(release.c.id == number)).scalar_one()
        if near_copies(taken.text, from_json(Release, data).text):
            return figures_of(connection, number)
    return []
