"""Prefect's server on loopback, for a machine that has no other: started, watched, ended, and tidied after a crash."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

import flows.engine  # noqa: F401 - before Prefect
from flows.errors import OutlayError

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.client.orchestration import PrefectClient

LOOPBACK = "127.0.0.1"
USUAL_PORT = 4200
START_SECONDS = 60
STOP_SECONDS = 3
API = "PREFECT_API_URL"
OURS = {
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",  # it would mark, at the start, what `tidy` drops
}


class Server:
    """A running server of our own, or the one of somebody else (`process` is None)."""

    def __init__(self, api: str, process: subprocess.Popen[bytes] | None = None) -> None:
        self.api = api
        self.page = api.removesuffix("/api")
        self.process = process

    @property
    def is_ours(self) -> bool:
        return self.process is not None

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def has_outgrown(self, most: int) -> bool:
        """Whether ours holds more than `most` bytes of memory: it grows with every run. Never where there is no /proc
        to say."""
        if self.process is None:
            return False
        try:
            pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        except OSError:
            return False
        return pages * os.sysconf("SC_PAGE_SIZE") > most


@contextmanager
def open_server(home: Path, port: int) -> Iterator[Server]:
    """The server that PREFECT_API_URL names; where it names none, one of our own for as long as the block lasts.

    `home`: where ours keeps its database and its pages, for its code may be read-only; `port`: the same each time, for
    Prefect's client reads the address once. Raises OutlayError where it does not come up."""
    if named := os.environ.get(API):
        yield Server(named)
        return
    os.environ.setdefault("PREFECT_HOME", str(home))
    api = os.environ[API] = f"http://{LOOPBACK}:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", LOOPBACK, "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        command,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | OURS | {"PREFECT_SERVER_UI_STATIC_DIRECTORY": f"{os.environ['PREFECT_HOME']}/ui"},
    )
    try:
        _wait_until_healthy(process, api)
        yield Server(api, process)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        del os.environ[API]


async def tidy(client: PrefectClient, deployments: list[UUID]) -> tuple[int, int]:
    """After a crash or a pause: runs that nobody runs any more are called crashed, runs that are long late are dropped.

    Only where nobody else serves these deployments. Returns how many of each."""
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterId,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.client.schemas.objects import StateType
    from prefect.states import Crashed

    async def runs(*kinds: StateType) -> list[UUID]:
        wanted = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(kinds))))
        mine = DeploymentFilter(id=DeploymentFilterId(any_=deployments))
        found = await client.read_flow_runs(flow_run_filter=wanted, deployment_filter=mine)
        now = datetime.now(UTC)
        return [run.id for run in found if run.expected_start_time is None or run.expected_start_time < now]

    orphans = await runs(StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)
    for number in orphans:
        await client.set_flow_run_state(number, Crashed(message="outlay was ended while it ran"), force=True)
    dropped = 0
    while late := await runs(StateType.SCHEDULED):
        for number in late:
            await client.delete_flow_run(number)
        dropped += len(late)
    return len(orphans), dropped


def free_port() -> int:
    """Prefect's usual port, or any where it is taken."""
    for wanted in (USUAL_PORT, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a server that has just ended holds nobody up
            probe.bind((LOOPBACK, wanted))
            port: int = probe.getsockname()[1]
            return port
    raise OutlayError("Prefect's server", "no port is free on loopback")


def _wait_until_healthy(server: subprocess.Popen[bytes], api: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise OutlayError(
                "Prefect's server", f"ended with status {server.returncode}; run `prefect server start` to see why"
            )
        try:
            if httpx.get(f"{api}/health", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise OutlayError("Prefect's server", f"not up within {START_SECONDS} s")
