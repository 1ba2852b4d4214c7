"""A message to a channel, once. Out: what the service answered, or SendFailed, which says what to do next.

Nothing here retries, waits or remembers; the outbox does. A send ends within its deadline, whatever the service does.
"""

from __future__ import annotations

import pkgutil
import threading
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from flows.alerts import senders
from flows.alerts.answers import FailureKind, SendFailed, Sent
from flows.alerts.channels import Channel
from flows.alerts.message import Message

__all__ = ["FailureKind", "SendFailed", "Sent", "send"]

FALLBACK = "others"


class Sender(Protocol):
    """What a module of `flows.alerts.senders` offers, if it serves schemas."""

    SCHEMAS: tuple[str, ...]

    def send(self, channel: Channel, message: Message, timeout: float) -> Sent:
        """Send once; raise SendFailed."""
        ...


def send(channel: Channel, message: Message, *, timeout: float = 30) -> Sent:
    """Send `message` to `channel`, once, within `timeout` seconds.

    Raises SendFailed: "retry" (later, not before `retry_after` seconds), "broken" (the channel: tell the operator, keep
    the message), "dead" (the message: this service will never take it). After a timeout the message may have arrived:
    a second try carries the same key.
    """
    sender = _senders().get(channel.schema, _senders()[FALLBACK])
    return _within(timeout, lambda: sender.send(channel, message, timeout))


@cache
def _senders() -> dict[str, Sender]:
    """Senders by schema; and the one for all other schemas by its module's name."""
    found: dict[str, Sender] = {}
    for module in pkgutil.iter_modules(senders.__path__):
        sender = cast(Sender, import_module(f"{senders.__name__}.{module.name}"))
        schemas = sender.SCHEMAS or (module.name,)
        found.update(dict.fromkeys(schemas, sender))
    return found


def _within(timeout: float, job: Callable[[], Sent]) -> Sent:
    """Do the job in a thread of its own and leave it behind when time is up.

    Timeouts of sockets count a single read: a service that drips a byte a second would hold the outbox for ever.
    """
    outcome: list[Any] = []

    def work() -> None:
        try:
            outcome.append(job())
        except BaseException as error:  # handed to the caller's thread, whatever it is
            outcome.append(error)

    thread = threading.Thread(target=work, name="outlay-send", daemon=True)
    thread.start()
    thread.join(timeout)
    if not outcome:
        raise SendFailed(FailureKind.RETRY, f"no answer within {timeout:g} s")
    if isinstance(outcome[0], SendFailed):
        # Its reason is all that may be told: the frames and causes behind it hold URLs with their secrets.
        outcome[0].__context__ = None
        raise outcome[0].with_traceback(None)
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return cast(Sent, outcome[0])
