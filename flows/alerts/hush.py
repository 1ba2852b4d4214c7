"""Keeps what Apprise and its HTTP client log to ourselves: their records carry tokens, passwords and whole URLs.

Nothing they log reaches a handler, whatever level someone sets: what matters is told by our own errors, which carry no
secret. `hushed` hands the warnings, and the answers of services, to whoever runs Apprise, to learn why it failed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LOGGERS = ("apprise", "urllib3", "urllib3.connectionpool", "urllib3.util.retry", "urllib3.connection", "requests")

ANSWER = "Response Details:"  # how Apprise begins the record, at level DEBUG, that holds a service's answer

_here = threading.local()


@contextmanager
def hushed() -> Iterator[list[str]]:
    """Collect what Apprise warns of in this thread, and what services answered. It holds secrets: read it, never pass
    it on."""
    collected: list[str] = []
    outer = getattr(_here, "collected", None)
    _here.collected = collected
    try:
        yield collected
    finally:
        _here.collected = outer


def _keep(record: logging.LogRecord) -> bool:
    """A logging filter that lets nothing through."""
    collected = getattr(_here, "collected", None)
    if collected is not None and (record.levelno >= logging.WARNING or str(record.msg).startswith(ANSWER)):
        collected.append(record.getMessage())
    return False


for _name in LOGGERS:
    # A filter on the logger itself, and not a level: a level can be lowered later (PREFECT_LOGGING_EXTRA_LOGGERS does).
    logging.getLogger(_name).addFilter(_keep)
logging.getLogger("apprise").setLevel(logging.DEBUG)  # else there are no answers to collect
