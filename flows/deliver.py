"""The flow that sends what is queued."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime

from flows.engine import as_is, worker_name  # first: it speaks to Prefect before it is imported

from prefect import flow, task  # isort: skip
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from flows import steps
from flows.events import emit, problem_events
from flows.health import outbox_problems, read_outbox
from flows.settings import read_settings
from flows.show import show_message
from flows.steps.claim import Delivered
from flows.steps.send import Show, troubled
from flows.steps.tell import tell_operator, turned
from flows.world import World, open_world

LOG = logging.getLogger("outlay.deliver")


SHOWN: ContextVar[Show] = ContextVar("SHOWN", default=show_message)
"""What the terminal channel does with a message."""


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="send what is due")
def send_batch(world: World, worker: str, now: datetime) -> list[Delivered]:
    return steps.deliver(world, worker, now, SHOWN.get(), world.settings.batch)


@flow(name="deliver")
def deliver(now: datetime | None = None) -> list[Delivered]:
    """Send what is due, until nothing is. A channel that fails is tried again by a later run.

    Args:
        now: The clock, to try things out. Empty: the real one, read anew for each batch.
    """
    done: list[Delivered] = []
    with open_world(read_settings(), now) as world:
        while True:
            done.extend(_drain(world, now))
            if not _tell(world, now or datetime.now(UTC)):
                break
    if done:
        create_table_artifact(
            key="deliver",
            table=[
                {"channel": item.channel, "alert": item.subject, "state": item.state, "answer": item.answer}
                for item in done
            ],
        )
    late = troubled(done)
    for item in done:
        LOG.log(
            logging.WARNING if item in late else logging.INFO,
            "%s: %s: %s (%s)",
            item.channel,
            item.state,
            item.subject,
            item.answer,
        )
    return done


def _drain(world: World, now: datetime | None) -> Iterator[Delivered]:
    worker = worker_name("deliver")
    while batch := send_batch(as_is(world), worker, now or datetime.now(UTC)):
        yield from batch


def _tell(world: World, now: datetime) -> list[str]:
    """Owe the operator what the sending showed. The next round sends it; what that shows is told by the next run."""
    with world.store.begin() as connection:
        found = list(outbox_problems(read_outbox(connection, now), now))
        fresh, over = turned(connection, "events of the outbox", found, now)
    emit(problem_events(fresh, over))
    return tell_operator(world, "outbox", found, now)
