"""The flow that watches: poll the sources that are due, read what is new, compare it, queue alerts."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches

from flows.engine import as_is, ending_when_told, worker_name  # first: it speaks to Prefect before it is imported

from prefect import flow, task  # isort: skip
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE

from flows import steps
from flows.child import Children
from flows.errors import SettingsInvalid, StoreError
from flows.events import emit, figure_events
from flows.fetch import Fetcher, FetchPolicy
from flows.heartbeat import beat
from flows.seeds import Seeds
from flows.settings import Settings, read_settings
from flows.steps.ledger import Polled
from flows.steps.read import Unread
from flows.steps.record import Recorded
from flows.steps.renewal import LEASE, renewed
from flows.steps.tempo import Budget, read_budget
from flows.store.entries import EntryRow, lease_entries, release_entries, renew_entries
from flows.store.sources import SourceRow, lease_sources, release_sources, renew_sources, resting_hosts
from flows.world import World, open_world

LOG = logging.getLogger("outlay.watch")


@dataclass(frozen=True, slots=True)
class Tools:
    """What the steps of one run share."""

    world: World
    fetcher: Fetcher
    children: Children
    worker: str
    now: datetime  # the moment for which it polls and reads
    budget: Budget
    began: float = field(default_factory=time.monotonic)

    def clock(self) -> datetime:
        """`now`, and the time that the run has taken since."""
        return self.now + timedelta(seconds=time.monotonic() - self.began)

    @property
    def lease(self) -> timedelta:
        """For how long, from `now` on, what it takes at this moment is its own."""
        return self.clock() - self.now + LEASE


@dataclass(frozen=True, slots=True)
class Watched:
    """What one run did."""

    polled: list[Polled] = field(default_factory=list)
    read: list[Recorded] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="poll {count} sources")
async def poll_batch(tools: Tools, rows: list[SourceRow], count: int) -> list[Polled]:
    async with renewed(tools.world.store, renew_sources, [row.id for row in rows], tools.worker, tools.clock):
        return await steps.poll(tools.world, tools.fetcher, tools.children, rows, tools.worker, tools.now, tools.budget)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="read {count} entries")
async def read_batch(tools: Tools, rows: list[EntryRow], count: int) -> list[Recorded | Unread]:
    async with renewed(tools.world.store, renew_entries, [row.id for row in rows], tools.worker, tools.clock):
        return await steps.read(tools.world, tools.fetcher, tools.children, rows, tools.worker, tools.now)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="ask hubs")
async def ask_hubs(tools: Tools) -> int:
    return await steps.subscribe(tools.world, tools.fetcher, tools.now)


@flow(name="watch")
async def watch(only: list[str] | None = None, since: datetime | None = None, now: datetime | None = None) -> Watched:
    """Poll the sources that are due, read what is new, queue alerts.

    Args:
        only: Poll these sources alone, due or not: their slugs in sources.toml. Empty: all that are due.
        since: What was published since then may alert, however long ago: to catch up after days without network.
            Empty: what OUTLAY_FRESH_FOR says (48 hours).
        now: The clock, to try things out. Empty: the real one.
    """
    done = Watched()
    with ending_when_told():
        await _watch(done, only, since, now)
    emit(figure_events(done.read))
    await acreate_table_artifact(key="watch", table=table(done), description=summary(done))
    LOG.info(summary(done))
    return done


async def _watch(done: Watched, only: list[str] | None, since: datetime | None, now: datetime | None) -> None:
    async with open_tools(now, since) as tools:
        refuse_unknown(tools.world.seeds, only or [])
        beat(tools.world.settings.home)
        while rows := due_sources(tools, only or []):
            done.polled.extend(await poll_batch(as_is(tools), as_is(rows), len(rows)))
            only = None if only is None else [slug for slug in only if slug not in {row.slug for row in rows}]
            beat(tools.world.settings.home)
            if only == []:
                break
        if tools.world.settings.push_url:
            await ask_hubs(as_is(tools))
        while entries := due_entries(tools):
            for result in await read_batch(as_is(tools), as_is(entries), len(entries)):
                done.read.append(result) if isinstance(result, Recorded) else done.unread.append(result)
            beat(tools.world.settings.home)


@asynccontextmanager
async def open_tools(now: datetime | None, since: datetime | None = None) -> AsyncIterator[Tools]:
    """All that a run needs, from the settings, until the end of the block. `now`: its clock, the real one if None;
    `since`: what was published since then is fresh."""
    moment = now or datetime.now(UTC)
    settings = fresh_since(read_settings(), since, moment)
    with open_world(settings, moment) as world, Children() as children:
        async with Fetcher(policy(settings), clock=lambda: moment) as fetcher:
            _respect_rests(world, fetcher, moment)
            budget = read_budget(world, moment)
            tools = Tools(world, fetcher, children, worker_name("watch"), moment, budget)
            try:
                yield tools
            except BaseException:  # told to end, or failed: who comes next need not wait for our leases to run out
                give_back(tools)
                raise


def fresh_since(settings: Settings, since: datetime | None, now: datetime) -> Settings:
    """The settings of a run to which all is fresh that was published since then (UTC where it names no zone)."""
    if since is None:
        return settings
    moment = since if since.tzinfo else since.replace(tzinfo=UTC)
    if moment >= now:
        raise SettingsInvalid("since", f"{moment:%Y-%m-%d %H:%M} UTC is not past; name an earlier moment")
    return settings.model_copy(update={"fresh_for": now - moment})


def refuse_unknown(seeds: Seeds, slugs: Iterable[str]) -> None:
    """A misspelt slug would be a poll of nothing."""
    known = [item.slug for item in seeds.sources]
    for slug in slugs:
        if slug not in known:
            likely = get_close_matches(slug, known, 1)
            hint = f"do you mean {likely[0]}?" if likely else "see `outlay sources list`"
            raise SettingsInvalid("only", f"no source has the slug {slug!r}; {hint}")


def give_back(tools: Tools) -> None:
    """Leave what this run holds, and has not done, to the next. Where the store is away the leases run out."""
    with suppress(StoreError), tools.world.store.begin() as connection:
        release_sources(connection, tools.worker)
        release_entries(connection, tools.worker)


def _respect_rests(world: World, fetcher: Fetcher, now: datetime) -> None:
    """Hosts that asked an earlier run to be left alone are left alone by this one."""
    with world.store.begin() as connection:
        resting = resting_hosts(connection, now)
    for host, until in resting.items():
        fetcher.rest(host, (until - now).total_seconds())


def policy(settings: Settings) -> FetchPolicy:
    """How the settings want us to ask."""
    return FetchPolicy(
        contact=settings.contact,
        allowed_networks=tuple(str(network) for network in settings.allow_networks),
        trusted_hosts=settings.trust_hosts,
    )


def due_sources(tools: Tools, only: list[str]) -> list[SourceRow]:
    with tools.world.store.begin() as connection:
        return lease_sources(connection, tools.worker, tools.now, tools.world.settings.batch, tools.lease, only)


def due_entries(tools: Tools) -> list[EntryRow]:
    with tools.world.store.begin() as connection:
        return lease_entries(connection, tools.worker, tools.now, tools.world.settings.batch, tools.lease)


def summary(done: Watched) -> str:
    """One line for people."""
    failed = sum(item.failed for item in done.polled)
    alerts = sum(len(item.alerts) for item in done.read)
    counts = (
        (len(done.polled), "source polled", "sources polled"), (failed, "failed", "failed"),
        (len(done.read), "release read", "releases read"), (len(done.unread), "not readable", "not readable"),
        (alerts, "alert", "alerts"),
    )  # fmt: skip
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts)


def table(done: Watched) -> list[dict[str, str]]:
    """What was found, a row for each figure that says something; and what went wrong."""
    rows = [
        {
            "source": item.source, "release": item.release.title, "figure": change.figure.mention.exact,
            "metric": change.figure.metric, "change": change.kind, "why": change.reason, "url": item.release.url,
        }
        for item in done.read
        for change in item.changes
        if change.kind != "ignored"
    ]  # fmt: skip
    rows += [
        {"source": item.slug, "release": "", "change": "failed", "why": item.fault}
        for item in done.polled
        if item.failed
    ]
    rows += [{"source": item.source, "url": item.url, "change": "not read", "why": item.reason} for item in done.unread]
    return rows
