"""A full disk under `outlay serve`. In: nothing. Out: what it made of it, and what arrived when.

    python -m tests.bench.bench_disk [--seconds 120]    # full for so long (as root: it mounts a small one)

Eight companies announce an investment each before, eight while it lasts, and eight after it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.bench_scale import told
from tests.bench.unlucky import open_room, report
from tests.serving import serve

DISK = 96  # MB
EVERY = 5  # seconds between runs of `watch`


@contextmanager
def small_disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "outlay", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def fill(path: Path) -> None:
    """Write until no byte more has room."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 12)):
            pass


def disk(seconds: int) -> None:
    with small_disk() as home, open_room(home) as room, serve(home, "--every", str(EVERY)) as serving:
        serving.until(lambda: serving.says("up: "))
        room.tell(0)
        room.arrives(1, "before")
        filler = home / "filler"
        fill(filler)
        room.tell(1)
        print(f"the disk is full: {os.statvfs(home).f_bavail} blocks free", flush=True)
        time.sleep(seconds)
        print(f"{len(told(room.sink))} stories had arrived until then", flush=True)
        filler.unlink()
        room.arrives(2, "room again")
        room.tell(2)
        room.arrives(3, "after")
        report(room, serving)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=120, help="for which the disk is full")
    disk(parser.parse_args().seconds)


if __name__ == "__main__":
    main()
