"""The flow that watches: poll the sources that are due, read what is new, compare it, queue alerts."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from flows.engine import as_is  # first: it speaks to Prefect before it is imported

from prefect import flow, task  # isort: skip
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE

from flows import steps
from flows.child import Children
from flows.fetch import Fetcher, FetchPolicy
from flows.settings import Settings, read_settings
from flows.steps.ledger import Polled
from flows.steps.read import Unread
from flows.steps.record import Recorded
from flows.store.entries import EntryRow, lease_entries
from flows.store.sources import SourceRow, lease_sources, resting_hosts
from flows.world import World, open_world

LEASE = timedelta(minutes=15)  # longer than a batch takes; what a dead worker held comes back after it
LOG = logging.getLogger("outlay.watch")


@dataclass(frozen=True, slots=True)
class Tools:
    """What the steps of one run share."""

    world: World
    fetcher: Fetcher
    children: Children
    worker: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Watched:
    """What one run did."""

    polled: list[Polled] = field(default_factory=list)
    read: list[Recorded] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="poll {count} sources")
async def poll_batch(tools: Tools, rows: list[SourceRow], count: int) -> list[Polled]:
    return await steps.poll(tools.world, tools.fetcher, tools.children, rows, tools.worker, tools.now)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="read {count} entries")
async def read_batch(tools: Tools, rows: list[EntryRow], count: int) -> list[Recorded | Unread]:
    return await steps.read(tools.world, tools.fetcher, tools.children, rows, tools.worker, tools.now)


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="ask hubs")
async def ask_hubs(tools: Tools) -> int:
    return await steps.subscribe(tools.world, tools.fetcher, tools.now)


@flow(name="watch")
async def watch(only: list[str] | None = None, now: datetime | None = None) -> Watched:
    """Poll the sources that are due (or `only` these, due or not), read what is new, queue alerts.

    `now` is the clock; the real one where it is left out."""
    done = Watched()
    async with open_tools(now) as tools:
        while rows := due_sources(tools, only or []):
            done.polled.extend(await poll_batch(as_is(tools), as_is(rows), len(rows)))
            only = None if only is None else [slug for slug in only if slug not in {row.slug for row in rows}]
            if only == []:
                break
        if tools.world.settings.push_url:
            await ask_hubs(as_is(tools))
        while entries := due_entries(tools):
            for result in await read_batch(as_is(tools), as_is(entries), len(entries)):
                done.read.append(result) if isinstance(result, Recorded) else done.unread.append(result)
    await acreate_table_artifact(key="watch", table=table(done), description=summary(done))
    LOG.info(summary(done))
    return done


@asynccontextmanager
async def open_tools(now: datetime | None) -> AsyncIterator[Tools]:
    """All that a run needs, from the settings, until the end of the block. `now`: its clock, the real one if None."""
    settings = read_settings()
    moment = now or datetime.now(UTC)
    with open_world(settings, moment) as world, Children() as children:
        async with Fetcher(policy(settings), clock=lambda: moment) as fetcher:
            _respect_rests(world, fetcher, moment)
            yield Tools(world, fetcher, children, f"watch-{uuid4().hex[:12]}", moment)


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
        return lease_sources(connection, tools.worker, tools.now, tools.world.settings.batch, LEASE, only)


def due_entries(tools: Tools) -> list[EntryRow]:
    with tools.world.store.begin() as connection:
        return lease_entries(connection, tools.worker, tools.now, tools.world.settings.batch, LEASE)


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
