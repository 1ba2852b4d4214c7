"""How the watching itself fares: what is read from the store, and what of it is a problem, with its remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.store.channels import ChannelRow, failing_channels
from flows.store.codec import from_json
from flows.store.entries import unread_count, unreadable_sources
from flows.store.measures import Doubted, database_bytes, doubted, oldest_undelivered
from flows.store.outbox import DeadRow, dead_deliveries, delivery_counts, overdue_since
from flows.store.sources import SourceRow, all_sources
from flows.tempo import Habit, is_odd

BLIND_AFTER = timedelta(days=1)  # without a good poll
UNREADABLE_PAGES = 8  # in a row
LATE_AFTER = timedelta(minutes=15)  # that a delivery has waited, or a channel failed
STALLED_AFTER = timedelta(minutes=30)  # that a source was due and nobody polled it
RECENT, USUAL = (
    timedelta(days=2),
    timedelta(days=28),
)  # doubts of the one are compared with those of the other before it
TOO_FEW = 20  # releases of which no rate is told
RISEN = 2.0  # times the usual rate
NOTHING_READ = Doubted(0, 0)


@dataclass(frozen=True, slots=True)
class Outbox:
    """How the sending fares."""

    dead: tuple[DeadRow, ...]
    channels: tuple[ChannelRow, ...]  # that fail
    overdue: datetime | None  # since when the oldest delivery waits that nothing holds


@dataclass(frozen=True, slots=True)
class Health:
    sources: tuple[SourceRow, ...]
    unread: int  # entries that wait to be read
    deliveries: dict[str, int]  # by state
    outbox: Outbox
    unreadable: frozenset[int] = field(default_factory=frozenset)  # sources (ids) whose last pages could not be read
    undelivered: datetime | None = None  # when the oldest alert was made that still waits
    recent: Doubted = NOTHING_READ
    usual: Doubted = NOTHING_READ
    database_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person should look at."""

    where: str
    what: str
    remedy: str
    kind: str = ""  # one word; with `where` it names the problem for as long as it lasts
    mark: int = 0  # rises when it got worse: then it is told again

    @property
    def key(self) -> str:
        return f"{self.kind} {self.where}"


def read_health(connection: sa.Connection, now: datetime) -> Health:
    return Health(
        tuple(all_sources(connection)),
        unread_count(connection),
        delivery_counts(connection),
        read_outbox(connection, now),
        frozenset(unreadable_sources(connection, UNREADABLE_PAGES)),
        oldest_undelivered(connection),
        doubted(connection, now - RECENT, now),
        doubted(connection, now - RECENT - USUAL, now - RECENT),
        database_bytes(connection),
    )


def read_outbox(connection: sa.Connection, now: datetime) -> Outbox:
    """The sending alone: cheap, however many sources there are."""
    return Outbox(
        tuple(dead_deliveries(connection)),
        tuple(failing_channels(connection).values()),
        overdue_since(connection, now),
    )


def problems(health: Health, now: datetime) -> list[Problem]:
    """What is wrong, each with what to do about it. Pure."""
    return [*source_problems(health, now), *reading_problems(health), *outbox_problems(health.outbox, now)]


def is_alive(sources: Iterable[SourceRow], now: datetime) -> bool:
    """Whether polls go on: no source that is due has waited for long."""
    return all(now - row.due_at < STALLED_AFTER for row in sources if row.state == "active")


def reading_problems(health: Health) -> Iterator[Problem]:
    """More than usual that was seen and could not be read."""
    recent, usual = health.recent, health.usual
    if min(recent.releases, usual.releases) >= TOO_FEW and recent.rate > max(RISEN * usual.rate, 1 / TOO_FEW):
        yield Problem(
            "reading",
            f"{recent.rate:.2f} doubts a release in the last {RECENT.days} days; it was {usual.rate:.2f} before",
            "see what they are with `outlay run --verbose` or `outlay explain` on a new page: a site's layout or a"
            " language may have changed",
            "doubts",
        )


def source_problems(health: Health, now: datetime) -> Iterator[Problem]:
    """Sources that we no longer see."""
    for source in health.sources:
        if source.state == "gone":
            yield Problem(
                source.slug,
                "the server says that it is gone for good (410)",
                "remove it from sources.toml, or give it its new address",
                "gone",
            )
        elif source.failures and (source.good_at is None or now - source.good_at > BLIND_AFTER):
            since = f"not read since {source.good_at:%Y-%m-%d %H:%M} UTC" if source.good_at else "never read yet"
            yield Problem(
                source.slug,
                f"{since}: {source.error}",
                f"look at it with `outlay sources check {source.slug}`",
                "blind",
            )
        else:
            yield from _quiet_problems(source, health.unreadable)


def _quiet_problems(source: SourceRow, unreadable: frozenset[int]) -> Iterator[Problem]:
    """Sources that answer, and tell us nothing. Silence lasts from the last news to the last good poll: while we did
    not look ourselves, it is not the source that was silent."""
    if (
        source.news_at
        and source.good_at
        and is_odd(from_json(Habit, source.habit or {}), source.good_at - source.news_at)
    ):
        yield Problem(
            source.slug,
            f"nothing new since {source.news_at:%Y-%m-%d %H:%M} UTC, which is not its habit",
            "open its site: has the feed moved, or its layout changed? Then mend sources.toml",
            "silent",
        )
    if source.id in unreadable:
        yield Problem(
            source.slug,
            f"not one page of its last {UNREADABLE_PAGES} entries could be read, only what the feed says of them",
            f"look at it with `outlay sources check {source.slug}`, and at a page with `outlay explain`",
            "pages",
        )


def outbox_problems(outbox: Outbox, now: datetime) -> Iterator[Problem]:
    """Messages that were given up, channels that do not take any, and deliveries that nobody makes."""
    for dead in outbox.dead:
        yield Problem(
            dead.channel,
            f"{dead.count} message{'s' if dead.count > 1 else ''} to it given up",
            "see `outlay alerts list`; `outlay alerts retry` sends them again",
            "dead",
            dead.newest,
        )
    for channel in outbox.channels:
        if channel.refused or now - channel.failing_since > LATE_AFTER:
            yield Problem(
                channel.name,
                f"takes no message since {channel.failing_since:%Y-%m-%d %H:%M} UTC: {channel.error}",
                "mend it in OUTLAY_CHANNELS; `outlay alerts test` tries it; what waits goes out when it works again",
                "broken",
            )
    if outbox.overdue and now - outbox.overdue > LATE_AFTER:
        yield Problem(
            "outbox",
            f"an alert waits since {outbox.overdue:%Y-%m-%d %H:%M} UTC",
            "is `deliver` running? see `outlay alerts list`",
            "late",
        )
