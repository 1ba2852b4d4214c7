"""What we ask of Prefect, before it is imported: no outside traffic of its own, few writes for many tasks.

Whoever sets these variables keeps what they set.
"""

from __future__ import annotations

import os
from typing import Any, TypeVar, cast

from flows.errors import SettingsInvalid

Value = TypeVar("Value")

DEFAULTS = {
    "DO_NOT_TRACK": "1",  # no telemetry
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_CHECK_UPDATES": "false",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "outlay",  # what the flows say is seen in Prefect's pages too
    # One write for many task runs instead of one each; the recorder then costs a fifth of the CPU.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "200",
}

for _name, _value in DEFAULTS.items():
    os.environ.setdefault(_name, _value)


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
