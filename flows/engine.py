"""What we ask of Prefect, before it is imported: no outside traffic of its own, few writes, a small database.

Whoever sets these variables keeps what they set.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any, TypeVar, cast
from uuid import uuid4

from flows.errors import SettingsInvalid

Value = TypeVar("Value")

SERVING = "SERVED_BY_OUTLAY"  # in the environment of what an `outlay serve` runs: its name

DEFAULTS = {
    "DO_NOT_TRACK": "1",  # no telemetry
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_CHECK_UPDATES": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a temporary server on a small or busy machine
    "PREFECT_LOGGING_EXTRA_LOGGERS": "outlay",  # what the flows say is seen in Prefect's pages too
    # One write for many task runs instead of one each; the recorder then costs a fifth of the CPU.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "200",
    # Its server forgets runs, with their logs and artifacts, and events after two days: what we found is in our store.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(2 * 86400),
    "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": "P2D",
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",  # so that a run which died is seen to have died: deploy/automations.yaml
}

for _name, _value in DEFAULTS.items():
    os.environ.setdefault(_name, _value)


def worker_name(flow: str) -> str:
    """A name of its own for a run of this flow. It begins with the name of the `outlay serve` which started it."""
    return f"{os.environ.get(SERVING, '')}{flow}-{uuid4().hex[:12]}"


@contextmanager
def ending_when_told() -> Iterator[None]:
    """Within the block SIGTERM ends the task that entered it. Prefect would raise it in whichever task of the loop runs
    just then: often one whose end nobody notices. Raises Prefect's own TerminationSignal, so that it knows why."""
    from prefect.exceptions import TerminationSignal

    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    if task is None or current_thread() is not main_thread():  # signals come to the main thread only
        yield
        return
    told = asyncio.Event()

    def tell() -> None:
        told.set()
        task.cancel()

    before = signal.getsignal(signal.SIGTERM)
    loop.add_signal_handler(signal.SIGTERM, tell)
    try:
        yield
    except asyncio.CancelledError:
        if told.is_set():
            raise TerminationSignal(signal.SIGTERM) from None
        raise
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGTERM, before)


def as_is(value: Value) -> Value:
    """A task's argument that Prefect neither looks into nor copies: an open store, a client, a thousand rows."""
    from prefect.utilities.annotations import quote

    return cast(Value, quote(value))


def secret_block(name: str) -> str:
    """What a Prefect Secret block of this name holds; "" for no name. Raises SettingsInvalid where there is none."""
    if not name:
        return ""
    from prefect.blocks.system import Secret

    try:
        block = Secret.load(name)
    except ValueError as error:
        raise SettingsInvalid(
            "OUTLAY_CHANNELS_BLOCK", f"no Secret block {name!r}; make it in Prefect's pages"
        ) from error
    return str(cast(Any, block).get())
