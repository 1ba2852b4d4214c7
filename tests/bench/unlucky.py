"""What the benches of mishaps under `outlay serve` share: a farm of sources, a sink for alerts, a home, and a report.

24 companies announce an investment each, in three eights. Counted is what arrived at a webhook, and how often.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import flows.engine  # noqa: F401 - before Prefect
from tests.bench.bench_scale import announce, told, until
from tests.farm import Farm, open_farm, settle
from tests.outbox_room import hook, open_sink
from tests.serving import Serving
from tests.test_senders import Sink


class Room:
    """A farm, a sink, and the home of `outlay serve`."""

    def __init__(self, farm: Farm, sink: Sink, home: Path) -> None:
        self.farm, self.sink, self.home = farm, sink, home

    def tell(self, eight: int) -> None:
        announce(self.farm, range(8 * eight, 8 * eight + 8))

    def arrives(self, eights: int, when: str) -> None:
        took = until(lambda: len(told(self.sink)) >= 8 * eights, 1200)
        print(f"{when}: all {8 * eights} stories had arrived {took:.0f} s later", flush=True)


@contextmanager
def open_room(home: Path) -> Iterator[Room]:
    with ExitStack() as stack:
        farm, sink = stack.enter_context(open_farm()), stack.enter_context(open_sink())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        farm.plant(24, 1, datetime.now(UTC) - timedelta(days=3))
        settle(farm, folder, patch, home=str(home), channels=hook(sink), poll_every="1m")
        yield Room(farm, sink, home)


def report(room: Room, serving: Serving) -> None:
    time.sleep(75)  # one more round: what comes twice comes now
    here = told(room.sink)
    print(f"{len(here)} alerts arrived of 24 stories, {here.total() - len(here)} of them twice")
    alive = serving.runs("watch", "RUNNING", "PENDING")
    print(f"runs of watch shown as running: {len(alive)}; `serve` ends with {serving.end(10)}")
    print("what it said:", *(f"  {line}" for line in serving.text.splitlines() if is_ours(line)), sep="\n")


def is_ours(line: str) -> bool:
    """A line of `serve` itself, not of one of its runs."""
    return bool(line) and " | " not in line and not line.startswith((" ", "Traceback"))
