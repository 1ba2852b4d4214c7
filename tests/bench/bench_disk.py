"""A full disk under `outlay serve`. In: nothing. Out: what it made of it, and what arrived when.

    python -m tests.bench.bench_disk [--seconds 120]    # full for so long (as root: it mounts a small one)

Eight companies announce an investment each before, eight while it lasts, and eight after it. Counted is what arrived
at a webhook, and how often.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import flows.engine  # noqa: F401 - before Prefect
from tests.bench.bench_scale import announce, told, until
from tests.farm import Farm, open_farm, settle
from tests.outbox_room import hook, open_sink
from tests.serving import Serving, serve
from tests.test_senders import Sink

DISK = 96  # MB
EVERY = 5  # seconds between runs of `watch`


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
def room() -> Iterator[Room]:
    with ExitStack() as stack:
        farm, sink = stack.enter_context(open_farm()), stack.enter_context(open_sink())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        (home := folder / "home").mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "outlay", home], check=True)
        stack.callback(subprocess.run, ["umount", "-l", home], check=True)
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


def fill(path: Path) -> None:
    """Write until no byte more has room."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 12)):
            pass


def disk(seconds: int) -> None:
    with room() as opened, serve(opened.home, "--every", str(EVERY)) as serving:
        serving.until(lambda: serving.says("up: "))
        opened.tell(0)
        opened.arrives(1, "before")
        filler = opened.home / "filler"
        fill(filler)
        opened.tell(1)
        print(f"the disk is full: {os.statvfs(opened.home).f_bavail} blocks free", flush=True)
        time.sleep(seconds)
        print(f"{len(told(opened.sink))} stories had arrived until then", flush=True)
        filler.unlink()
        opened.arrives(2, "room again")
        opened.tell(2)
        opened.arrives(3, "after")
        report(opened, serving)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=120, help="for which the disk is full")
    disk(parser.parse_args().seconds)


if __name__ == "__main__":
    main()
