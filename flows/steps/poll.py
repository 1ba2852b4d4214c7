"""Sources that are due in, entries in the store out: fetched together, read in children, written many at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime

from flows.child import Children
from flows.errors import FetchError
from flows.fetch import Fetcher
from flows.steps.ledger import Answered, Failed, Outcome, Polled, Pushed, write
from flows.steps.tempo import Budget, read_tempo
from flows.store.sources import SourceRow
from flows.store.subscriptions import Push, waiting_pushes
from flows.world import World
from parsers.errors import ReadError
from parsers.feed import read_feed, read_list
from parsers.types import Capture, Feed

TOGETHER = 100  # outcomes in one transaction: a disk takes longer to confirm one than we to poll
HELD = 16 * 1024 * 1024  # bytes of bodies that wait to be written


async def poll(
    world: World,
    fetcher: Fetcher,
    children: Children,
    rows: Sequence[SourceRow],
    worker: str,
    now: datetime,
    budget: Budget,
) -> list[Polled]:
    """Poll these sources within their run's budget. One that fails is written down, backs off, and harms no other."""
    tempo = read_tempo(world, rows, budget, now)
    with world.store.begin() as connection:
        pushes = waiting_pushes(connection, [row.id for row in rows])
    polled: dict[str, Polled] = {}
    polls = [
        _read_pushes(world, fetcher, children, row, pushes[row.id])
        if row.id in pushes
        else _poll_one(world, fetcher, children, row)
        for row in rows
    ]
    async for outcomes in _gathered(polls):
        polled |= await asyncio.to_thread(write, world, outcomes, worker, tempo)
    return [polled[row.slug] for row in rows]


async def _gathered(polls: Sequence[Coroutine[None, None, Outcome]]) -> AsyncIterator[list[Outcome]]:
    """All outcomes, in the order in which they come, as many at a time as are written together."""
    tasks = [asyncio.create_task(one) for one in polls]
    try:
        waiting: list[Outcome] = []
        held = 0
        for following in asyncio.as_completed(tasks):
            waiting.append(outcome := await following)
            held += len(outcome.capture.body) if isinstance(outcome, Answered) else 0
            if len(waiting) >= TOGETHER or held >= HELD:
                yield waiting
                waiting, held = [], 0
        if waiting:
            yield waiting
    finally:
        for task in tasks:
            task.cancel()


async def _poll_one(world: World, fetcher: Fetcher, children: Children, row: SourceRow) -> Outcome:
    try:
        capture = await fetcher.fetch(row.url, etag=row.etag, last_modified=row.last_modified, cut=True)
        if capture.status == 304 or capture.digest == row.digest:
            return Answered(row, capture)
        return Answered(row, capture, await _read(world, children, row, capture))
    except (FetchError, ReadError) as error:
        return Failed(row, error)


async def _read_pushes(
    world: World, fetcher: Fetcher, children: Children, row: SourceRow, pushes: Sequence[Push]
) -> Outcome:
    """What a hub pushed, read as if it had been fetched. Where there is no feed in it the source is polled instead."""
    feeds = []
    for push in pushes:
        try:
            feeds.append(await _read(world, children, row, push.capture))
        except ReadError:
            return replace(await _poll_one(world, fetcher, children, row), pushes=tuple(pushes))
    return Pushed(row, tuple(feeds), tuple(pushes))


async def _read(world: World, children: Children, row: SourceRow, capture: Capture) -> Feed:
    seed = world.seeds.source(row.slug)
    if row.kind == "list" and seed is not None:
        return await children.run_async(read_list, capture, seed.selector)
    return await children.run_async(read_feed, capture)
