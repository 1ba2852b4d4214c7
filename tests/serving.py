"""`outlay serve` as a process of its own: its log, its Prefect server, its process tree."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

OUTLAY = Path(sys.executable).parent / "outlay"


class Serving:
    """A running `outlay serve`."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process, self.log = process, log

    @property
    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def until(self, what: Callable[[], bool], patience: float = 90) -> None:
        """Wait until something is so; AssertionError with the log where it does not come about."""
        end = time.monotonic() + patience
        while not what():
            assert time.monotonic() < end, self.text
            time.sleep(0.2)

    def says(self, words: str) -> bool:
        assert self.process.poll() is None, self.text
        return words in self.text

    def runs(self, flow: str, *kinds: str) -> list[dict[str, Any]]:
        """Prefect's runs of a flow in these types of state, as its server tells them."""
        page = re.findall(r"what they found: (http://\S+?);", self.text)[-1]
        wanted = {"flow_runs": {"state": {"type": {"any_": list(kinds)}}}, "flows": {"name": {"any_": [flow]}}}
        found = httpx.post(f"{page}/api/flow_runs/filter", json=wanted, timeout=10)
        assert found.status_code == 200, found.text
        return list(found.json())

    def tree(self) -> list[int]:
        """This process and all under it."""
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(stat.parent.name)] = int(fields[1])
        found = [self.process.pid]
        for number in found:
            found += [child for child, parent in parents.items() if parent == number]
        return found

    def kill(self) -> None:
        """All of it at once, as when the power fails."""
        for number in self.tree():
            os.kill(number, signal.SIGKILL)
        self.process.wait()

    def end(self, within: float) -> int:
        """SIGTERM; the exit status. subprocess.TimeoutExpired where it takes longer."""
        tree = self.tree()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(within)
        left = [number for number in tree if Path(f"/proc/{number}").exists() and not _is_zombie(number)]
        assert left == [], self.text
        return status


def _is_zombie(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


@contextmanager
def serve(folder: Path, *words: str) -> Iterator[Serving]:
    """`outlay serve` until the end of the block; Prefect's database is in `folder`, which outlives it."""
    environment = os.environ | {"PREFECT_HOME": str(folder / "prefect"), "PREFECT_RUNNER_POLL_FREQUENCY": "2"}
    environment.pop("PREFECT_API_URL", None)
    log = folder / f"log-{time.monotonic_ns()}"
    with log.open("w") as file:
        process = subprocess.Popen([OUTLAY, "serve", *words], env=environment, stdout=file, stderr=file)
    serving = Serving(process, log)
    try:
        yield serving
    finally:
        if process.poll() is None:
            serving.kill()
