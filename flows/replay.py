"""The flow that reads stored captures again with today's rules, and reports what would change. It changes nothing."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import flows.engine  # noqa: F401 - before Prefect

from prefect import flow  # isort: skip
from prefect.artifacts import create_table_artifact

from flows.settings import read_settings
from flows.steps.replay import Replayed, replay_all
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.world import World, open_world

LOG = logging.getLogger("outlay.replay")


@dataclass(frozen=True, slots=True)
class Difference:
    """An alert that today's rules would make and the store does not have, or the other way round."""

    subject: str
    now: bool  # whether today's rules make it


@flow(name="replay")
def replay() -> tuple[Replayed, list[Difference]]:
    """Read every stored release again, in the order in which they came, against an empty store."""
    with open_world(read_settings()) as world, tempfile.TemporaryDirectory() as folder:
        scratch = Store(f"sqlite:///{Path(folder) / 'replay.db'}")
        upgrade(scratch)
        done = replay_all(world, _aside(world, scratch))
        scratch.close()
    differences = [Difference(text, True) for text in done.only_now] + [
        Difference(text, False) for text in done.only_then
    ]
    create_table_artifact(
        key="replay",
        table=[{"alert": item.subject, "today": "made" if item.now else "not made"} for item in differences],
        description=f"{done.releases} releases read again, {done.unreadable} not readable",
    )
    LOG.info("%d releases read again, %d differences", done.releases, len(differences))
    return done, differences


def _aside(world: World, scratch: Store) -> World:
    """The same world with an empty store, and nobody to send to."""
    return replace(world, store=scratch, channels=())
