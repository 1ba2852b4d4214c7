"""The leases of a batch, renewed for as long as its run lives: who is killed holds nothing for long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.errors import StoreError
from flows.store.engine import Store

LEASE = timedelta(minutes=5)  # more than the clocks of machines differ; what a dead worker held is free after it
RENEW_SECONDS = 60.0

Renew = Callable[[sa.Connection, Collection[int], str, datetime], None]


@asynccontextmanager
async def renewed(
    store: Store, renew: Renew, ids: Collection[int], worker: str, clock: Callable[[], datetime]
) -> AsyncIterator[None]:
    """Within the block the worker's leases on these rows do not run out. `renew`: `renew_sources` or `renew_entries`;
    `clock`: the time of the run."""
    renewing = asyncio.create_task(_renew(store, renew, ids, worker, clock))
    try:
        yield
    finally:
        renewing.cancel()
        with suppress(asyncio.CancelledError):
            await renewing


async def _renew(store: Store, renew: Renew, ids: Collection[int], worker: str, clock: Callable[[], datetime]) -> None:
    while True:
        await asyncio.sleep(RENEW_SECONDS)
        with suppress(StoreError):  # away for a moment: before the lease runs out there are three more tries
            await asyncio.to_thread(_once, store, renew, ids, worker, clock() + LEASE)


def _once(store: Store, renew: Renew, ids: Collection[int], worker: str, until: datetime) -> None:
    with store.begin() as connection:
        renew(connection, ids, worker, until)
