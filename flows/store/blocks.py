"""What each site repeats on its pages: which blocks stood on which pages, and which of them a person has cleared."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from flows.store.schema import site_block, spared_block
from parsers.site_memory import ENOUGH, SiteMemory, fingerprint, learn
from parsers.types import Release

SHOWN = 200  # characters of a block that are kept for people


def site_memory(connection: sa.Connection, site: str) -> SiteMemory:
    """What the cleaning of the site's next page needs: the blocks that it repeats, less those a person has cleared."""
    often = (
        sa.select(site_block.c.fingerprint)
        .where(site_block.c.site == site)
        .group_by(site_block.c.fingerprint)
        .having(sa.func.count() >= ENOUGH)
    )
    return _memory(connection, site, site_block.c.fingerprint.in_(often))


def learn_blocks(connection: sa.Connection, release: Release, now: datetime) -> None:
    """Remember this page's blocks for its site."""
    texts = {fingerprint(block.text): block.text[:SHOWN] for block in release.blocks}
    known = _memory(connection, release.site, site_block.c.fingerprint.in_(texts))
    fresh = learn(known, release).pages_of
    rows = [
        {"site": release.site, "fingerprint": print_, "page": page, "text": texts.get(print_, ""), "seen_at": now}
        for print_, pages in fresh.items()
        for page in pages - known.pages_of.get(print_, frozenset())
    ]
    for row in rows:
        same = sa.and_(*(site_block.c[name] == row[name] for name in ("site", "fingerprint", "page")))
        if connection.execute(sa.select(site_block.c.page).where(same)).first() is None:
            connection.execute(site_block.insert().values(row))


def learnt_blocks(connection: sa.Connection, site: str) -> list[tuple[str, str, bool]]:
    """(fingerprint, text, spared) of what a site was learnt to repeat."""
    spared = _spared(connection, site)
    rows = connection.execute(
        sa.select(site_block.c.fingerprint, sa.func.min(site_block.c.text))
        .where(site_block.c.site == site)
        .group_by(site_block.c.fingerprint)
        .having(sa.func.count() >= ENOUGH)
        .order_by(sa.func.min(site_block.c.text))
    )
    return [(print_, text, print_ in spared) for print_, text in rows]


def spare_block(connection: sa.Connection, site: str, print_: str) -> None:
    """A person says that this block is no furniture; it stays so."""
    if print_ not in _spared(connection, site):
        connection.execute(spared_block.insert().values(site=site, fingerprint=print_))


def forget_rare_blocks(connection: sa.Connection, before: datetime) -> int:
    """Forget blocks that were last seen before then and never repeated enough to count. Returns how many rows went."""
    block = site_block.alias()
    pages = (
        sa.select(sa.func.count())
        .where(block.c.site == site_block.c.site, block.c.fingerprint == site_block.c.fingerprint)
        .scalar_subquery()
    )
    return connection.execute(site_block.delete().where(site_block.c.seen_at < before, pages < ENOUGH)).rowcount


def _memory(connection: sa.Connection, site: str, wanted: sa.ColumnElement[bool]) -> SiteMemory:
    pages: dict[str, set[str]] = {}
    query = sa.select(site_block.c.fingerprint, site_block.c.page).where(site_block.c.site == site, wanted)
    for print_, page in connection.execute(query):
        pages.setdefault(print_, set()).add(page)
    found = {print_: frozenset(stood_on) for print_, stood_on in pages.items()}
    return SiteMemory(found, _spared(connection, site))


def _spared(connection: sa.Connection, site: str) -> frozenset[str]:
    rows: Collection[str] = (
        connection.execute(sa.select(spared_block.c.fingerprint).where(spared_block.c.site == site)).scalars().all()
    )
    return frozenset(rows)
