"""What a send can come to, and what may be told of it: no answer of a service carries a secret further."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from flows.alerts.safety import clean

SHORTEST_SECRET = 4  # shorter pieces of a URL are words, and replacing them would only hide the answer
LONGEST_REASON = 200
ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,30}://[^\s\"'<>]{1,2048}")


class FailureKind(StrEnum):
    """What to do next."""

    RETRY = "retry"  # the same message later
    BROKEN = "broken"  # the channel: tell the operator; the message waits until it works again
    DEAD = "dead"  # the message: this service will never take it


class SendFailed(Exception):
    """A message was not accepted, or nobody knows (a timeout). `retry_after`: seconds that the service asks for."""

    def __init__(self, kind: FailureKind, reason: str, retry_after: float | None = None) -> None:
        super().__init__(f"{kind.value}: {reason}")
        self.kind = kind
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Sent:
    """A service accepted the message."""

    answer: str  # as it said: "200 ok", "250 OK queued as 4F2"
    id: str = ""  # the service's own name for the message, or our Message-ID


def tell(answer: str, service: Any) -> str:
    """A service's answer in one safe line: without addresses, and without any piece of the channel's URL.

    `service` is Apprise's parsed object.
    """
    text = ADDRESS.sub("(address)", answer)
    for secret in sorted(_pieces(service), key=len, reverse=True):
        text = text.replace(secret, "…")
    return clean(text, LONGEST_REASON)


def _pieces(service: Any) -> set[str]:
    """User, password, tokens, path and parameters of the channel's URL, encoded and not.

    A host with a dot may be told; without one it is a token (`slack://T1.../B2.../...`).
    """
    if service is None:
        return set()
    address = service.url().partition("://")[2].partition("?")
    before, _, after = address[0].rpartition("@")
    host, *path = after.split("/")
    raw = [*re.split(r"[:@/]", before), *path, *re.split(r"[&=]", address[2]), *([] if "." in host else [host])]
    raw += [str(value) for name in ("user", "password") if (value := getattr(service, name, None))]
    if user := getattr(service, "user", None):  # a service that repeats our headers
        raw.append(base64.b64encode(f"{user}:{getattr(service, 'password', None) or ''}".encode()).decode())
    return {piece for value in raw for piece in (value, unquote(value)) if len(piece) >= SHORTEST_SECRET}
