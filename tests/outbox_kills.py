"""Two workers poll, read, record and deliver; one of them is killed (SIGKILL) at a random moment, again and again.

Each round has a clock of its own, later than all leases of the round before, so what a dead worker held comes back. At
the end everything must have arrived once, and at most once more for each kill, with the same key.
"""

from __future__ import annotations

import asyncio
import os
import random
import select
import shutil
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from flows.alerts import render
from flows.alerts.channels import read_channels
from flows.alerts.content import message_key
from flows.alerts.sample import sample_alert
from flows.alerts.send import send
from flows.seeds import read_seeds
from flows.store.engine import Store
from flows.store.outbox import get_alert
from tests.newswire import open_newswire, publish
from tests.one_pass import Passed, deliver_once, watch_once
from tests.outbox_room import open_room

SEEDS = Path(__file__).parents[1] / "seeds"
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
ROUND = timedelta(minutes=25)  # longer than every lease
WORKERS = 2
QUEUE = 60  # alerts that are added in each round: about what two workers send before they are killed
QUIET_ROUNDS = 2  # without kills, at the end: waits and leases run out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    kills: int
    kills_in_delivery: int
    alerts: frozenset[str]  # fingerprints
    duplicates: int
    lost: int  # alerts whose message did not arrive
    strange: int  # keys that arrived and belong to no alert
    states: frozenset[str]  # of all deliveries
    twice: int  # releases, or deliveries, that were written more than once
    unread: int
    seconds: float


def run(folder: Path, database: str, kills: int, stories: int, seed: int = 1) -> Outcome:
    """Rounds until so many workers were killed and so many stories told. Without kills it is what is compared with."""
    chance, began = random.Random(seed), time.monotonic()
    with open_newswire(folder) as port:
        prepare(folder, database, port)
        names = [company.name for company in read_seeds(SEEDS).companies]
        killed, in_delivery, number = 0, 0, 0
        while killed < kills or number < stories:
            now = START + number * ROUND
            if number < stories:
                publish(folder, story(names, number), now - timedelta(minutes=1))
            for died in round_of(now, chance if killed < kills else None):
                killed += 1
                in_delivery += died == "delivering"
            number += 1
        for _ in range(QUIET_ROUNDS):
            list(round_of(START + number * ROUND, None))
            number += 1
        return read_outcome(folder, database, killed, in_delivery, time.monotonic() - began)


def told_at_once(folder: Path, database: str, stories: int) -> Outcome:
    """All stories in one pass of one worker that nobody kills: what the others are compared with."""
    began = time.monotonic()
    with open_newswire(folder, calm=True) as port:
        prepare(folder, database, port)
        names = [company.name for company in read_seeds(SEEDS).companies]
        for number in range(stories):
            publish(folder, story(names, number), START + number * ROUND - timedelta(minutes=1))
        child, phase = start(START + stories * ROUND)
        assert os.waitpid(child, 0)[1] == 0
        os.close(phase)
        return read_outcome(folder, database, 0, 0, time.monotonic() - began)


def deliver_under_fire(folder: Path, database: str, kills: int, seed: int = 1) -> Outcome:
    """The same for the outbox alone: the queue is always full, and all workers are killed while they send."""
    chance, began, killed, number = random.Random(seed), time.monotonic(), 0, 0
    with open_newswire(folder, calm=True) as port:
        prepare(folder, database, port)
        while killed < kills:
            fill(database, port, range(number * QUEUE, (number + 1) * QUEUE), START + number * ROUND)
            workers = [start(START + number * ROUND, deliver_only) for _ in range(WORKERS)]
            killed += kill_all(workers, folder / "arrived", chance)
            number += 1
        for _ in range(QUIET_ROUNDS):
            number += 5  # later than every wait
            deliver_once(Passed(), START + number * ROUND)
        return read_outcome(folder, database, killed, killed, time.monotonic() - began)


def fill(database: str, port: int, numbers: range, now: datetime) -> None:
    store = Store(database)
    open_room(store, f"json://127.0.0.1:{port}/hook").queue(numbers, now)
    store.close()


def kill_all(workers: list[tuple[int, int]], arrived: Path, chance: random.Random) -> int:
    """Kill each at a moment of its own while messages arrive. Returns how many had not ended before."""
    died = 0
    for child, phase in workers:
        before, until = arrived.stat().st_size, time.monotonic() + 10
        while arrived.stat().st_size == before and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.2))
        os.kill(child, signal.SIGKILL)
        died += os.waitpid(child, 0)[1] == signal.SIGKILL
        os.close(phase)
    return died


def deliver_only(now: datetime, delivers: Callable[[], object]) -> None:
    """One pass of `deliver`."""
    delivers()
    deliver_once(Passed(), now)


def story(names: list[str], number: int) -> str:
    """News that alert: each company in turn, and another plan each time.

    A killed worker's story is recorded after later ones, so what it alerts must not depend on them: companies of one
    group stand side by side here (Huawei, Yinwang), and a plan of the one is never taken for a change of the other's.
    """
    name, times = names[number % len(names)], number // len(names)
    place = ("Ohio", "Saxony", "Jalisco", "Gujarat", "Ontario")[times % 5]
    return f"{name} will invest {3 + number % 40 + 11 * times} billion euros in a new electric car plant in {place}"


VARIABLES = tuple(f"OUTLAY_{name}" for name in ("DATABASE", "SEEDS", "HOME", "TRUST_HOSTS", "CHANNELS", "GROUP_ABOVE"))


def prepare(folder: Path, database: str, port: int) -> None:
    """The settings of all workers, in the environment that they inherit, and the slow imports, done once for them."""
    send(read_channels(f"json://127.0.0.1:{port}/warm")[0], render(sample_alert(START), "json"))
    (folder / "arrived").write_text("", encoding="utf-8")
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for name in ("companies.toml", "watches.toml", "rates.toml"):
        shutil.copy(SEEDS / name, seeds / name)
    source = f'slug = "wire"\nname = "Wire"\nurl = "http://127.0.0.1:{port}/feed"\npoll = "1m"\n'
    (seeds / "sources.toml").write_text(f"[[source]]\n{source}", encoding="utf-8")
    os.environ |= {
        "OUTLAY_DATABASE": database, "OUTLAY_SEEDS": str(seeds), "OUTLAY_HOME": str(folder),
        "OUTLAY_TRUST_HOSTS": f"127.0.0.1:{port}", "OUTLAY_CHANNELS": f"json://127.0.0.1:{port}/hook",
        "OUTLAY_GROUP_ABOVE": "100000",
    }  # fmt: skip


def round_of(now: datetime, chance: random.Random | None) -> list[str]:
    """One pass of all workers at once. With a chance, one of them is killed; returns what it was doing, if it was."""
    workers = [start(now) for _ in range(WORKERS)]
    died = []
    if chance:
        child, phase = chance.choice(workers)
        doing = wait_for_moment(phase, chance)
        os.kill(child, signal.SIGKILL)
        workers.remove((child, phase))
        if os.waitpid(child, 0)[1] == signal.SIGKILL:
            died.append(doing)
        os.close(phase)
    for child, phase in workers:
        assert os.waitpid(child, 0)[1] == 0, "a worker that nobody killed ends well"
        os.close(phase)
    return died


def wait_for_moment(phase: int, chance: random.Random) -> str:
    """Sleep until a random moment of a pass: half of them while it polls and records, half while it delivers."""
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, 0.6))
        return "watching"
    select.select([phase], [], [], 30)
    time.sleep(chance.uniform(0, 0.5))
    return "delivering"


def work(now: datetime, delivers: Callable[[], object]) -> None:
    """One pass, as `watch` and `deliver` do it."""
    done = Passed()
    asyncio.run(watch_once(done, now))
    delivers()
    deliver_once(done, now)


def start(now: datetime, work: Callable[[datetime, Callable[[], object]], None] = work) -> tuple[int, int]:
    """A worker in a process of its own: its number, and a pipe that speaks when it begins to deliver."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 1
    try:
        work(now, lambda: os.write(writer, b"d"))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def read_outcome(folder: Path, database: str, kills: int, in_delivery: int, seconds: float) -> Outcome:
    arrived = Counter((folder / "arrived").read_text(encoding="utf-8").split())
    store = Store(database)
    with store.begin() as connection:
        rows = connection.execute(sa.text("SELECT id, fingerprint FROM alert")).all()
        alerts = [get_alert(connection, row[0]) for row in rows]
        states = {row[0] for row in connection.execute(sa.text("SELECT DISTINCT state FROM delivery"))}
        twice = sum(
            len(connection.execute(sa.text(f"SELECT {key} FROM {table} GROUP BY {key} HAVING count(*) > 1")).all())
            for table, key in (("release", "url"), ("delivery", "alert_id"))
        )
        unread = connection.execute(sa.text("SELECT count(*) FROM entry WHERE state <> 'read'")).scalar_one()
    store.close()
    keys = {message_key(alert) for alert in alerts if alert}
    return Outcome(
        kills, in_delivery, frozenset(row[1] for row in rows), arrived.total() - len(arrived), len(keys - set(arrived)),
        len(set(arrived) - keys), frozenset(states), twice, unread, seconds,
    )  # fmt: skip


def check(outcome: Outcome, undisturbed: Outcome) -> None:
    """The promises."""
    missing, added = undisturbed.alerts - outcome.alerts, outcome.alerts - undisturbed.alerts
    assert not missing, f"{len(missing)} alerts are lost: {outcome}"
    assert not added, f"{len(added)} alerts are made that nobody should have: {outcome}"
    assert outcome.lost == outcome.strange == outcome.twice == outcome.unread == 0
    assert outcome.states == {"sent"}
    assert undisturbed.duplicates == 0
    assert outcome.duplicates <= outcome.kills, "at most one duplicate a kill"
