"""One HTTP request in, one answer out, for senders: no redirect followed, the answer capped, the status told apart.

The standard library is enough for a POST; the client that reads pages lives in `flows.fetch` and knows no secret.
"""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message as Headers
from email.utils import parsedate_to_datetime
from functools import cache
from typing import IO, Any

from flows.alerts.answers import FailureKind, SendFailed, tell

LONGEST_ANSWER = 8192  # bytes; services answer in a line
BODY_SECONDS = 2.0
LONGEST_WAIT = 3600.0  # seconds; a service that asks for more is asked again after an hour

# 408 and 425 name a moment, 429 a rate, 5xx the service's own trouble (RFC 9110, RFC 6585, RFC 8470).
LATER = frozenset({408, 425, 429})
# The channel: moved, unknown, closed, or its secret is no longer good.
CHANNEL = frozenset({301, 302, 303, 307, 308, 401, 403, 404, 405, 407, 410})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said."""

    status: int
    text: str
    retry_after: float | None = None  # seconds


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected POST becomes a GET and the message is lost; headers with secrets would go to the new host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        return None


def post(
    url: str,
    body: str,
    headers: dict[str, str],
    *,
    service: Any,
    timeout: float,
    method: str = "POST",
) -> Answer:
    """Send `body` once and return the answer of a 2xx status; raise SendFailed for any other.

    `service` is Apprise's parsed object: its secrets are kept out of every reason. `timeout`: seconds for the whole;
    half of it for each read, so that a status that came is told even if its body never does.
    """
    octets = body.encode("utf-8", "replace")
    request = urllib.request.Request(url, octets, headers, method=method)  # noqa: S310 - the caller writes http or https
    try:
        with _opener(service.verify_certificate).open(request, timeout=timeout / 2) as reply:
            return _answer(reply.status, reply.headers, reply)
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(_answer(error.code, error.headers, error), service) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise unreachable(error, service) from None


def unreachable(error: Exception, service: Any) -> SendFailed:
    """What to do after an error of the connection. A certificate that cannot be trusted is the channel's fault."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    kind = FailureKind.BROKEN if isinstance(cause, ssl.SSLCertVerificationError) else FailureKind.RETRY
    return SendFailed(kind, tell(f"{type(cause).__name__}: {cause}", service))


def kind_of(status: int) -> FailureKind:
    """What an HTTP status other than 2xx asks for."""
    if status in LATER or status >= 500:
        return FailureKind.RETRY
    return FailureKind.BROKEN if status in CHANNEL else FailureKind.DEAD


@cache
def _opener(verify: bool) -> urllib.request.OpenerDirector:
    """Made once: to read the system's certificates takes longer than most sends."""
    context = ssl.create_default_context()
    if not verify:  # Apprise's `?verify=no`: the owner of the channel asked for it
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return urllib.request.build_opener(_NoRedirect, urllib.request.HTTPSHandler(context=context))


def _answer(status: int, headers: Headers, reply: Any) -> Answer:
    text = _read_some(reply).decode("utf-8", "replace")
    return Answer(status, text, _seconds(headers.get("Retry-After", "")))


def _read_some(reply: Any) -> bytes:
    """The body as far as it comes soon: the status is known, and that decides."""
    body, until = b"", time.monotonic() + BODY_SECONDS
    with suppress(OSError, http.client.HTTPException):
        while len(body) < LONGEST_ANSWER and time.monotonic() < until:
            piece = reply.read1(LONGEST_ANSWER - len(body))
            if not piece:
                break
            body += piece
    return body


def _refusal(answer: Answer, service: Any) -> SendFailed:
    reason = tell(f"{answer.status} {answer.text}".strip(), service)
    return SendFailed(kind_of(answer.status), reason, answer.retry_after)


def _seconds(value: str) -> float | None:
    """Retry-After as seconds or as a date (RFC 9110, 10.2.3); None where it is neither."""
    if value.isascii() and value.strip().isdigit():
        return min(float(value[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    wait = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(0.0, wait), LONGEST_WAIT)
