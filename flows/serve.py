"""One command, one process tree: Prefect's server (unless one is already named), and the flows on their schedules."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import httpx

import flows.engine  # noqa: F401 - before Prefect
from flows.errors import OutlayError
from flows.settings import Settings, read_settings
from flows.show import CONSOLE
from flows.world import open_store, open_world

LOOPBACK = "127.0.0.1"
USUAL_PORT = 4200
START_SECONDS = 60
STOP_SECONDS = 8
DELIVER_EVERY = timedelta(seconds=60)
UPKEEP_EVERY = timedelta(hours=6)


def serve_all(every: int) -> None:
    """Run `watch`, `deliver` and `upkeep` on their schedules until a signal ends it."""
    signal.signal(signal.SIGTERM, _leave)  # until Prefect's runner has its own: no server is left behind
    settings = read_settings()
    with open_world(settings):  # mistakes in settings and seeds are told now, not in the first run
        pass
    with _push(settings), _server(str(settings.home / "prefect")):
        _serve(timedelta(seconds=every))


@contextmanager
def _push(settings: Settings) -> Iterator[None]:
    """What hubs push is received for as long as the block lasts, if OUTLAY_PUSH_URL is set."""
    if not settings.push_url:
        yield
        return
    from flows.receiver import receiving

    store = open_store(settings)
    try:
        with receiving(store, settings.push_listen):
            CONSOLE.print(f"hubs push to {settings.push_url}, served at {settings.push_listen}")
            yield
    finally:
        store.close()


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _serve(every: timedelta) -> None:
    """No run overlaps another of its flow: the later one is dropped, for it would only do what the earlier one does."""
    from prefect import serve
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment

    from flows.deliver import deliver
    from flows.upkeep import upkeep
    from flows.watch import watch

    one = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    schedules = ((watch, every), (deliver, DELIVER_EVERY), (upkeep, UPKEEP_EVERY))
    deployments = [
        RunnerDeployment.from_flow(work, name=work.name, interval=wait, concurrency_limit=one, tags=["outlay"])
        for work, wait in schedules
    ]
    serve(*deployments, pause_on_shutdown=False)


@contextmanager
def _server(home: str) -> Iterator[None]:
    """Prefect's server on loopback for as long as the block lasts; the one that PREFECT_API_URL names, if it is set."""
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    port = _free_port()
    os.environ.setdefault("PREFECT_HOME", home)
    os.environ["PREFECT_API_URL"] = f"http://{LOOPBACK}:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", LOOPBACK, "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 - our own interpreter
        command,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"PREFECT_LOGGING_LEVEL": "WARNING"},
    )
    try:
        _wait_until_healthy(server, os.environ["PREFECT_API_URL"])
        CONSOLE.print(f"watching; runs and what they found: http://{LOOPBACK}:{port}; Ctrl-C stops")
        yield
    finally:
        server.terminate()
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
        del os.environ["PREFECT_API_URL"]


def _free_port() -> int:
    """Prefect's usual port, or any where it is taken."""
    for wanted in (USUAL_PORT, 0):
        with socket.socket() as probe, suppress(OSError):
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
