"""What we ask of Prefect, before it is imported: no outside traffic of its own, few writes, a small database.

Whoever sets these variables keeps what they set.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any, TypeVar, cast

from flows.errors import SettingsInvalid

Value = TypeVar("Value")

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


def end_quietly() -> None:
    """A run that is told to end is no mistake: Prefect raises the signal in whichever task of the loop runs just then,
    and its traceback is not for people. Call it in a running loop."""
    from prefect.exceptions import TerminationSignal

    def told(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if not isinstance(context.get("exception"), TerminationSignal):
            loop.default_exception_handler(context)

    asyncio.get_running_loop().set_exception_handler(told)


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
