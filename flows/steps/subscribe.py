"""Hubs that are to be asked in, requests for push out (WebSub, W3C 2018, section 5).

A hub answers later, by calling the path that it was given: see `flows.receiver`. Only a hub that is reached over TLS is
asked, for the secret with which it signs goes along.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from flows.errors import FetchError
from flows.fetch import Fetcher
from flows.store.subscriptions import SubscriptionRow, mark_refused, take_unasked
from flows.world import World

LEASE = timedelta(days=10)  # that we ask for; what the hub grants counts
MOST = 200  # hubs asked in one run


async def subscribe(world: World, fetcher: Fetcher, now: datetime) -> int:
    """Ask the hubs whose turn it is. Returns how many took the request; why others did not is kept with the source,
    which is polled as before."""
    with world.store.begin() as connection:
        rows = take_unasked(connection, now, MOST)
    errors = await asyncio.gather(*(_ask(world, fetcher, row) for row in rows))
    with world.store.begin() as connection:
        for row, error in zip(rows, errors, strict=True):
            if error:
                mark_refused(connection, row.source_id, error)
    return errors.count("")


async def _ask(world: World, fetcher: Fetcher, row: SubscriptionRow) -> str:
    """Why the hub did not take it; "" where it did."""
    if not (row.hub.startswith("https://") or fetcher.trusts(row.hub)):
        return f"its hub is not reached over TLS: {row.hub}"
    form = {
        "hub.mode": "subscribe",
        "hub.topic": row.topic or row.url,
        "hub.callback": f"{world.settings.push_url.rstrip('/')}/{row.token}",
        "hub.secret": row.secret,
        "hub.lease_seconds": str(int(LEASE.total_seconds())),
    }
    try:
        await fetcher.post(row.hub, form)
    except FetchError as error:
        return f"{row.hub}: {error.reason}"
    return ""
