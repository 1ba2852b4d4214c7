"""One pass of the steps without Prefect: poll what is due, read what is new, send what is owed."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from datetime import datetime

from flows import steps
from flows.alerts.message import Message
from flows.settings import read_settings
from flows.steps.claim import Delivered
from flows.steps.ledger import Polled
from flows.steps.read import Unread
from flows.steps.record import Recorded
from flows.steps.send import Show
from flows.watch import due_entries, due_sources, open_tools
from flows.world import open_world


@dataclass
class Passed:
    """What one pass did."""

    polled: list[Polled] = field(default_factory=list)
    read: list[Recorded] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    @property
    def subjects(self) -> list[str]:
        return [message.subject for message in self.messages]


def one_pass(now: datetime, show: Show | None = None) -> Passed:
    """Watch and deliver once, at the moment `now`."""
    done = Passed()
    asyncio.run(watch_once(done, now))
    deliver_once(done, now, show)
    return done


def deliver_once(done: Passed, now: datetime, show: Show | None = None) -> None:
    """Send what is due."""
    with open_world(read_settings(), now) as world:
        while batch := steps.deliver(world, f"one-pass-{os.getpid()}", now, show or done.messages.append, 100):
            done.delivered.extend(batch)


async def watch_once(done: Passed, now: datetime) -> None:
    """Poll what is due and read what is new."""
    async with open_tools(now) as tools:
        shared = (tools.world, tools.fetcher, tools.children)
        if rows := due_sources(tools, []):
            done.polled.extend(await steps.poll(*shared, rows, tools.worker, now, tools.budget))
        while entries := due_entries(tools):
            for result in await steps.read(*shared, entries, tools.worker, now):
                if isinstance(result, Recorded):
                    done.read.append(result)
                else:
                    done.unread.append(result)
