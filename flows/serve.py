"""One command, one process tree: Prefect's server (unless one is already named), and the flows on their schedules.

It starts over by itself when Prefect's server dies or is away, when the clock jumps, and when runs show no life. It
ends on SIGTERM or Ctrl-C: what runs is told to end, gives back what it holds, and the next start goes on from there.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx

from flows.engine import SERVING  # first: it speaks to Prefect before it is imported

from flows.errors import StoreError  # isort: skip
from flows.heartbeat import beat, last_beat
from flows.prefect_server import Server, free_port, open_server, tidy
from flows.settings import Settings, read_settings
from flows.show import CONSOLE
from flows.store.clock import mend_clock
from flows.store.engine import Store
from flows.store.entries import release_entries
from flows.store.sources import release_sources
from flows.world import open_store, open_world

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment
    from prefect.runner import Runner

DELIVER_EVERY = timedelta(seconds=60)
UPKEEP_EVERY = timedelta(hours=6)
STOP_SECONDS = 5  # for what runs to end by itself
LAST_SECONDS = 1  # for what then is cut short, and for the last lines of the log
START_OVER_SECONDS = 5
SERVER_MOST = 700_000_000  # bytes that Prefect's server may hold, about three times what it starts with
STUCK_SECONDS = 600  # far longer than a batch takes; a run that Prefect believes to run, and does not, stops the others
JUMP = 60.0  # seconds by which the clock may be put right without a new start
ENDING = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What runs how often."""

    watch: timedelta
    deliver: timedelta = DELIVER_EVERY
    upkeep: timedelta = UPKEEP_EVERY

    @property
    def words(self) -> str:
        said = (("watch", self.watch), ("deliver", self.deliver), ("upkeep", self.upkeep))
        return ", ".join(f"{name} every {_span(wait)}" for name, wait in said)


def _span(wait: timedelta) -> str:
    seconds = int(wait.total_seconds())
    for size, unit in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size and seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} seconds"


def serve_all(every: int) -> None:
    """Run `watch`, `deliver` and `upkeep` on their schedules until a signal ends it."""
    settings = read_settings()
    schedule = Schedule(watch=timedelta(seconds=every))
    name = os.environ[SERVING] = f"serve-{uuid4().hex[:12]}."
    with open_world(settings) as world:  # mistakes in settings and seeds are told now, not in the first run
        _give_back(world.store, "" if settings.is_embedded else name)  # ours alone: what a crash left is free again
        names = ", ".join(channel.name for channel in world.channels)
        CONSOLE.print(f"{len(world.seeds.sources)} sources; alerts go to {names}; database {world.store.where}")
    with _push(settings):
        _serve_on(settings, schedule, name)
    CONSOLE.print("stopped; nothing was lost, the next start goes on from here")


def _give_back(store: Store, name: str = "") -> None:
    """What runs held that were ended before they could give it back is free again, and what waits for a time to which
    the clock will long not come is due. `name`: of who served them; "": whoever it was."""
    with store.begin() as connection:
        release_sources(connection, name)
        release_entries(connection, name)
        mend_clock(connection, datetime.now(UTC))


@contextmanager
def _push(settings: Settings) -> Iterator[None]:
    """What hubs push is received for as long as the block lasts, if OUTLAY_PUSH_URL is set."""
    if not settings.push_url:
        yield
        return
    from flows.receiver import receiving

    store = open_store(settings)
    try:
        with receiving(store, settings.push_listen):
            CONSOLE.print(f"hubs push to {settings.push_url}, served at {settings.push_listen}")
            yield
    finally:
        store.close()


def _serve_on(settings: Settings, schedule: Schedule, name: str) -> None:
    """Serve until told to stop, starting over where Prefect fails us."""
    port = free_port()
    while True:
        with _told_to_leave(), open_server(settings.home / "prefect", port) as server:
            is_told = asyncio.run(_serve(server, schedule, settings))
        with suppress(StoreError), closing(open_store(settings)) as store:  # where it is away the leases run out
            _give_back(store, name)
        if is_told:
            return
        CONSOLE.print(f"starting over in {START_OVER_SECONDS} seconds")
        with _told_to_leave():
            time.sleep(START_OVER_SECONDS)


@contextmanager
def _told_to_leave() -> Iterator[None]:
    """While nothing is served yet a signal ends the block in good order: no server is left behind."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = [signal.signal(number, leave) for number in ENDING]
    try:
        yield
    finally:
        for number, handler in zip(ENDING, before, strict=True):
            signal.signal(number, handler)


async def _serve(server: Server, schedule: Schedule, settings: Settings) -> bool:
    """Serve until told to stop (True), or until Prefect fails us (False)."""
    from prefect.client.orchestration import get_client
    from prefect.runner import Runner

    runner = Runner(pause_on_shutdown=False)
    try:
        ids = [await runner.aadd_deployment(item) for item in _deployments(schedule)]
        if server.is_ours:
            async with get_client() as client:
                crashed, late = await tidy(client, ids)
            if crashed or late:
                CONSOLE.print(f"since the last end: {crashed} runs were cut short, {late} late ones are dropped")
    except httpx.HTTPError as error:
        CONSOLE.print(f"Prefect's server at {server.api} does not answer: {type(error).__name__}")
        return False
    return await _until_told(runner, server, schedule, settings)


async def _until_told(runner: Runner, server: Server, schedule: Schedule, settings: Settings) -> bool:
    from prefect.logging.handlers import APILogHandler

    serving = asyncio.create_task(runner.start(webserver=False))
    while not (runner.started or serving.done()):
        await asyncio.wait({serving}, timeout=0.05)
    told = asyncio.Event()  # Prefect's own handler, set by `start`, leaves running flows behind
    for number in ENDING:
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    CONSOLE.print(f"up: {schedule.words}")
    CONSOLE.print(f"runs and what they found: {server.page}; Ctrl-C or SIGTERM stops")
    telling = asyncio.create_task(told.wait())
    clock, why = Clock(), ""
    beat(settings.home)
    while not (telling.done() or serving.done() or why):
        await asyncio.wait({telling, serving}, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        why = fault(server, clock, settings, schedule)
    telling.cancel()
    CONSOLE.print("stopping: what runs is told to end" if told.is_set() else why or "Prefect's server is away")
    await _stop(runner, serving)
    if not server.has_ended():  # there is somebody to take the last lines
        await asyncio.wait({asyncio.ensure_future(APILogHandler.aflush())}, timeout=LAST_SECONDS)
    return told.is_set()


def fault(server: Server, clock: Clock, settings: Settings, schedule: Schedule) -> str:
    """Why Prefect must be started anew; "" while it need not."""
    if server.has_ended():
        return "Prefect's server has ended"
    if server.has_outgrown(SERVER_MOST):
        return "Prefect's server has grown large"
    if clock.has_jumped():
        return "the clock has jumped"
    alive, most = last_beat(settings.home), max(STUCK_SECONDS, 3 * schedule.watch.total_seconds())
    if alive is not None and time.time() - alive > most:
        return f"no run of watch has done anything for {most / 60:.0f} minutes"
    return ""


class Clock:
    """The time of day beside the time that has passed. Where they part (somebody set the clock, or the machine slept)
    Prefect's schedule is of another time: past runs would come at once, or none until the clock is there again."""

    def __init__(self) -> None:
        self.apart = time.time() - time.monotonic()

    def has_jumped(self) -> bool:
        return abs(time.time() - time.monotonic() - self.apart) > JUMP


async def _stop(runner: Runner, serving: asyncio.Task[None]) -> None:
    """End what runs, and the runner. Who does not end in time is left to the end of the process tree."""
    stopping = [serving]
    if runner.started:
        stopping.append(asyncio.create_task(runner.astop()))
    _, late = await asyncio.wait(stopping, timeout=STOP_SECONDS)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=LAST_SECONDS)


def _deployments(schedule: Schedule) -> list[RunnerDeployment]:
    """No run overlaps another of its flow: the later one is dropped, for it would only do what the earlier one does."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment

    from flows.deliver import deliver
    from flows.upkeep import upkeep
    from flows.watch import watch

    one = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    waits = ((watch, schedule.watch), (deliver, schedule.deliver), (upkeep, schedule.upkeep))
    return [
        RunnerDeployment.from_flow(
            work, name=work.name, interval=wait, concurrency_limit=one, tags=["outlay", work.name]
        )
        for work, wait in waits
    ]
