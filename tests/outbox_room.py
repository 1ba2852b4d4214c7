"""An outbox with real parts around it: a store, the test's own watches and channels, sinks that keep what they get."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from flows.addressing import addressed
from flows.alerts import subject
from flows.alerts.channels import read_channels
from flows.alerts.message import Message
from flows.alerts.sample import sample_alert
from flows.seeds import Seeds, WatchSeed
from flows.settings import Settings
from flows.steps import deliver
from flows.steps.claim import Delivered
from flows.store.engine import Store
from flows.store.outbox import DeliveryRow, list_alerts, put_alert
from flows.store.releases import put_release
from flows.store.sources import all_sources, put_sources
from flows.world import World
from parsers.actors import Companies
from parsers.types import Actor, Alert
from tests.test_senders import Mailbox, Sink

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
WATCH = WatchSeed(name="Everything")
Answers = list[tuple[str, str]]


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def an_alert(number: int = 1, company: str = "sample-motors", metric: str = "investment") -> Alert:
    """An alert of its own: each number another fingerprint, subject and release."""
    told = sample_alert(NOW + timedelta(minutes=number))
    actor = Actor(f"{company.title()} {number}", (company,))
    changes = tuple(
        replace(change, figure=replace(change.figure, metric=metric, actor=actor)) for change in told.changes
    )
    url = f"https://news.example/{company}/{number}"
    return replace(told, actor=actor, changes=changes, history=(), release=replace(told.release, url=url))


@dataclass
class Room:
    """A world whose clock the test moves."""

    world: World
    shown: list[Message] = field(default_factory=list)

    def owe(self, *alerts: Alert, at: datetime = NOW) -> None:
        """Write alerts as `record` does: each in a transaction, addressed by the watches."""
        for told in alerts:
            with self.world.store.begin() as connection:
                put_sources(connection, [("s", "S", "https://news.example/feed", "feed")], at)
                source = all_sources(connection)[0].id
                release = put_release(connection, source, told.release, at, at, told.fingerprint)
                to = addressed(self.world.channels, self.world.seeds.watches, at)
                assert put_alert(connection, release, told, subject(told), to, at) is not None

    def queue(self, numbers: range, at: datetime = NOW) -> None:
        """Owe an alert for each number, all in one transaction."""
        with self.world.store.begin() as connection:
            put_sources(connection, [("s", "S", "https://news.example/feed", "feed")], at)
            source = all_sources(connection)[0].id
            to = addressed(self.world.channels, self.world.seeds.watches, at)
            for told in map(an_alert, numbers):
                release = put_release(connection, source, told.release, at, at, told.fingerprint)
                assert put_alert(connection, release, told, subject(told), to, at) is not None

    def send(self, at: datetime = NOW, limit: int = 100) -> list[Delivered]:
        """All that is due at this moment."""
        done: list[Delivered] = []
        while batch := deliver(self.world, "room", at, self.shown.append, limit):
            done.extend(batch)
        return done

    def deliveries(self) -> list[DeliveryRow]:
        """All deliveries of alerts, the oldest alert first."""
        with self.world.store.begin() as connection:
            return [item for row in list_alerts(connection, limit=10_000)[::-1] for item in row.deliveries]

    def states(self) -> list[str]:
        return [item.state for item in self.deliveries()]


def open_room(store: Store, channels: str, watches: Sequence[WatchSeed] = (WATCH,), **settings: Any) -> Room:
    """A room with these channels (Apprise's lines) and watches."""
    seeds = Seeds((), (), tuple(watches))
    chosen = Settings(**settings)
    return Room(World(chosen, seeds, Companies(()), {}, lambda *_: None, store, read_channels(channels)))


def keys(sink: Sink) -> list[str]:
    """The idempotency keys that arrived, in order."""
    return [headers["Idempotency-Key"] for _, _, headers, _ in sink.requests]


def documents(sink: Sink) -> list[dict[str, Any]]:
    """The webhooks' documents that arrived, in order."""
    return [json.loads(body) for _, _, _, body in sink.requests]


def hook(sink: Sink, tags: str = "desk", path: str = "hook") -> str:
    """A line of configuration for a webhook at the sink."""
    return f"{tags} = json://127.0.0.1:{sink.port}/{path}"


@contextmanager
def open_sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.over.set()
    sink.server.shutdown()
    sink.server.server_close()


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=box.port, decode_data=False)
    controller.start()
    yield box
    controller.stop()


def mail(box: Mailbox, tags: str = "desk", to: str = "desk@example.org") -> str:
    """A line of configuration for a mail address at the mailbox."""
    return f"{tags} = mailto://127.0.0.1:{box.port}?smtp=127.0.0.1&from=outlay@example.org&to={to}"


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'room.db'}"
