"""Releases of plain text through the product's own path: entry, reading, comparison, one transaction, a real store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.rates import make_rate
from flows.seeds import read_seeds
from flows.settings import Settings
from flows.steps.record import Recorded, record
from flows.store.engine import Store
from flows.store.entries import lease_entries, record_entries
from flows.store.migrate import upgrade
from flows.store.outbox import get_alert, list_alerts
from flows.store.sources import all_sources, put_sources
from flows.world import World, groups
from parsers.actors import Companies
from parsers.figures import read_figures
from parsers.release import release_from_text
from parsers.types import Alert, Entry

SEEDS = Path(__file__).parents[1] / "seeds"
SEEN_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Told:
    """A release as a story has it."""

    id: str
    date: str  # "2021-03-30" or "2021-03-30T18:02", UTC
    source: str
    lang: str
    title: str
    body: str


def bare_world(store: Store) -> World:
    """A world with the seeds' companies and watches, and nobody to send to."""
    seeds = read_seeds(SEEDS)
    return World(Settings(), seeds, Companies(seeds.companies), groups(seeds), make_rate(SEEDS), store, ())


@contextmanager
def scratch_world() -> Iterator[World]:
    """One on an empty SQLite file, gone at the end of the block."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'story.db'}")
        upgrade(store)
        yield bare_world(store)
        store.close()


def tell(world: World, told: Told) -> tuple[Recorded, list[Alert]]:
    """Put one release through, some minutes after its publication. What became of it, and the alerts that it made."""
    published = datetime.fromisoformat(told.date).replace(tzinfo=UTC)
    now = published + SEEN_AFTER
    url = f"https://{told.source.replace(' ', '-')}.example/{told.id}"
    entry = Entry(id=told.id, url=url, title=told.title, published=published, language=told.lang)
    with world.store.begin() as connection:
        held = {row.slug: (row.slug, row.name, row.url, row.kind) for row in all_sources(connection)}
        put_sources(connection, [*(held | {told.source: (told.source, told.source, url, "feed")}).values()], now)
        source = next(row.id for row in all_sources(connection) if row.slug == told.source)
        record_entries(connection, source, [entry], now)
        before = {row.id for row in list_alerts(connection, limit=1000)}
        (row,) = lease_entries(connection, "story", now, 1, timedelta(hours=1))
    release = release_from_text(told.body, url=url, title=told.title, language=told.lang, published=published)
    done = record(world, row, "story", None, release, read_figures(release, world.companies), now)
    assert done is not None
    with world.store.begin() as connection:
        made = [row.id for row in list_alerts(connection, limit=1000) if row.id not in before]
        return done, [alert for number in made if (alert := get_alert(connection, number))]


def tell_all(releases: Iterable[Told]) -> list[tuple[Recorded, list[Alert]]]:
    """A whole story against an empty store."""
    with scratch_world() as world:
        return [tell(world, told) for told in releases]
