"""The flow that sends what is queued."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

from flows.engine import as_is  # first: it speaks to Prefect before it is imported

from prefect import flow, task  # isort: skip
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from flows import steps
from flows.settings import read_settings
from flows.show import show_message
from flows.steps.send import Delivered, Show
from flows.world import World, open_world

LOG = logging.getLogger("outlay.deliver")


SHOWN: ContextVar[Show] = ContextVar("SHOWN", default=show_message)
"""What the terminal channel does with a message."""


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="send what is due")
def send_batch(world: World, worker: str, now: datetime) -> list[Delivered]:
    return steps.deliver(world, worker, now, SHOWN.get(), world.settings.batch)


@flow(name="deliver")
def deliver(now: datetime | None = None) -> list[Delivered]:
    """Send what is due, until nothing is. A channel that fails is tried again by a later run."""
    moment = now or datetime.now(UTC)
    done: list[Delivered] = []
    with open_world(read_settings(), moment) as world:
        while batch := send_batch(as_is(world), f"deliver-{uuid4().hex[:12]}", moment):
            done.extend(batch)
    if done:
        create_table_artifact(
            key="deliver",
            table=[
                {"channel": item.channel, "alert": item.subject, "state": item.state, "answer": item.answer}
                for item in done
            ],
        )
    for item in done:
        LOG.log(
            logging.INFO if item.state == "sent" else logging.WARNING,
            "%s: %s: %s (%s)",
            item.channel,
            item.state,
            item.subject,
            item.answer,
        )
    return done
