"""How the watching itself fares: what is read from the store, and what of it is a problem, with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.store.entries import unread_count
from flows.store.outbox import delivery_counts, oldest_owed
from flows.store.sources import SourceRow, all_sources

BLIND_AFTER = timedelta(days=1)  # without a good poll
LATE_AFTER = timedelta(minutes=15)  # that a delivery has waited


@dataclass(frozen=True, slots=True)
class Health:
    sources: tuple[SourceRow, ...]
    unread: int  # entries that wait to be read
    deliveries: dict[str, int]  # by state
    oldest_owed: datetime | None  # since when the oldest delivery waits


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person should look at."""

    where: str
    what: str
    remedy: str


def read_health(connection: sa.Connection, now: datetime) -> Health:
    return Health(
        tuple(all_sources(connection)), unread_count(connection), delivery_counts(connection), oldest_owed(connection)
    )


def problems(health: Health, now: datetime) -> list[Problem]:
    """What is wrong, each with what to do about it. Pure."""
    return [*_sources(health, now), *_deliveries(health, now)]


def _sources(health: Health, now: datetime) -> Iterator[Problem]:
    for source in health.sources:
        if source.state == "gone":
            yield Problem(
                source.slug,
                "the server says that it is gone for good (410)",
                "remove it from sources.toml, or give it its new address",
            )
        elif source.failures and (source.good_at is None or now - source.good_at > BLIND_AFTER):
            since = f"since {source.good_at:%Y-%m-%d %H:%M} UTC" if source.good_at else "never yet"
            yield Problem(
                source.slug,
                f"not read {since}: {source.error}",
                f"look at it with `outlay sources check {source.slug}`",
            )


def _deliveries(health: Health, now: datetime) -> Iterator[Problem]:
    if dead := health.deliveries.get("dead"):
        yield Problem(
            "outbox",
            f"{dead} deliveries were given up",
            "see `outlay alerts list`; `outlay alerts retry` sends them again",
        )
    if health.oldest_owed and now - health.oldest_owed > LATE_AFTER:
        yield Problem(
            "outbox",
            f"an alert waits since {health.oldest_owed:%Y-%m-%d %H:%M} UTC",
            "is `deliver` running? see `outlay alerts list`",
        )
