"""What a run costs by the number of sources. In: nothing. Out: CPU of each part that touches them all, and of a page.

    python -m tests.bench.bench_million [--sources 10000 40000] [--pages FOLDER]

deploy/ARITHMETIC.md multiplies these figures. `--pages`: a folder of saved pages, *.html or *.html.gz; without it the
small pages of the tests.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import flows.engine  # noqa: F401 - before Prefect
from flows.health import read_health
from flows.seeds import read_seeds
from flows.settings import read_settings
from flows.steps.tempo import read_budget
from flows.store.codec import to_json
from flows.store.sources import lease_sources, put_sources
from flows.world import open_world
from parsers.actors import Companies
from parsers.errors import ReadError
from parsers.figures import read_figures
from parsers.release import read_release
from parsers.types import Capture
from tests.bench.bench_scale import fresh, postgres

ROOT = Path(__file__).parents[2]
NOW = datetime.now(UTC)
MOST_PAGES = 120


def cpu_of(work: Callable[[], object], times: int = 1) -> float:
    """CPU milliseconds of this process, once."""
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) * 1000 / times


def by_sources(number: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        rows = (
            f'[[source]]\nslug = "s{n}"\nname = "S {n}"\nurl = "https://s{n}.example/feed"\n' for n in range(number)
        )
        (Path(folder) / "sources.toml").write_text("\n".join(rows), encoding="utf-8")
        for name in ("companies.toml", "watches.toml", "rates.toml"):
            (Path(folder) / name).write_bytes((ROOT / "seeds" / name).read_bytes())
        patch.setenv("OUTLAY_SEEDS", folder)
        patch.setenv("OUTLAY_DATABASE", url)
        fresh(url)
        seeds = cpu_of(lambda: read_seeds(Path(folder)))
        with open_world(read_settings(), NOW) as world:
            known = [(item.slug, item.name, item.url, item.kind) for item in world.seeds.sources]
            with world.store.begin() as connection:
                again = cpu_of(lambda: put_sources(connection, known, NOW))
                lease_sources(connection, "w", NOW, 200, timedelta(minutes=15))
                health = cpu_of(lambda: read_health(connection, NOW))
            tempo = cpu_of(lambda: read_budget(world, NOW))
        print(f"{number} sources: seeds read {seeds:.0f} ms, put {again:.0f} ms a run; pacing {tempo:.0f} ms a run; "
              f"health {health:.0f} ms", flush=True)  # fmt: skip


def by_page(folder: Path) -> None:
    companies = Companies(read_seeds(ROOT / "seeds").companies)
    captures = []
    for path in sorted(folder.glob("**/*.html*"))[:MOST_PAGES]:
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        url = f"https://{path.stem.lower().replace('_', '-')}.example/a"
        captures.append(Capture(url, url, NOW, 200, (), "text/html", "utf-8", body, path.name))
    releases = []

    def read() -> None:
        for capture in captures:
            try:
                releases.append(read_release(capture, now=NOW))
            except ReadError:
                continue

    page = cpu_of(read) / len(captures)
    figures = cpu_of(lambda: [read_figures(item, companies) for item in releases]) / max(1, len(releases))
    size, packed = (
        sum(len(shape(item.body)) for item in captures) / len(captures) / 1000 for shape in (bytes, zlib.compress)
    )
    text = sum(len(to_json(item)["text"].encode()) for item in releases) / max(1, len(releases)) / 1000
    print(f"{len(captures)} pages of {size:.0f} kB, {packed:.0f} kB packed, {text:.1f} kB of text: {page:.0f} ms to "
          f"clean, {figures:.1f} ms to read figures", flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, nargs="+", default=[10_000, 40_000])
    parser.add_argument("--pages", type=Path, default=ROOT / "tests" / "cases")
    chosen = parser.parse_args()
    by_page(chosen.pages)
    with postgres() as url:
        for number in chosen.sources:
            by_sources(number, url)


if __name__ == "__main__":
    main()
