"""All other services, through Apprise: one URL, one try, redirects off.

Severity becomes the service's own priority where it has one, and Apprise's kind of message, which many show
as a colour.

Apprise answers with one bool; the status, where there is one, is found in its warning ("error=429"), and the answer in
a record beside it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import apprise

from flows.alerts.answers import FailureKind, SendFailed, Sent, tell
from flows.alerts.channels import Channel
from flows.alerts.http import kind_of
from flows.alerts.hush import ANSWER, hushed
from flows.alerts.message import Form, Message
from flows.alerts.safety import cut, fit
from flows.severity import Severity

SCHEMAS: tuple[str, ...] = ()  # all that no other sender serves

LONGEST_PAUSE = 1.2  # seconds; Apprise sleeps up to 5.5 between two sends, and the outbox knows better when to wait
STATUS = re.compile(r"\berror[=: ]{1,3}([0-9]{3})\b")


def send(channel: Channel, message: Message, timeout: float) -> Sent:
    """Send by Apprise, in the form that the service reads."""
    service = channel.service
    service.socket_connect_timeout = service.socket_read_timeout = timeout
    service.request_rate_per_sec = min(service.request_rate_per_sec, LONGEST_PAUSE)
    body, form = _body(service, message)
    title, body = _fitted(service, message, body)
    sender = apprise.Apprise(asset=service.asset)
    sender.add(service)
    kind = apprise.NotifyType.WARNING if message.severity is Severity.HIGH else apprise.NotifyType.INFO
    with hushed() as complaints, urgent(service, message.severity):
        accepted = sender.notify(body=body, title=title, body_format=form, notify_type=kind)
    if accepted:
        return Sent("accepted")
    raise _refusal(complaints, service)


@contextmanager
def urgent(service: Any, severity: Severity) -> Iterator[None]:
    """Where the service has priorities that are called "low" and "high", ours for this send; NORMAL is the URL's own.

    Apprise's own reading of its URLs makes the value: 1 for Pushover, 8 for Gotify, "high" for ntfy."""
    named = service.template_args.get("priority", {}).get("values") or ()
    words = named.values() if isinstance(named, dict) else named
    if severity is Severity.NORMAL or severity.value not in words:
        yield
        return
    own = service.priority
    service.priority = type(service)(**type(service).parse_url(service.url()) | {"priority": severity.value}).priority
    try:
        yield
    finally:
        service.priority = own


def _body(service: Any, message: Message) -> tuple[str, apprise.NotifyFormat]:
    """HTML for mail services, Markdown for chats, else text."""
    if message.html:
        return message.html, apprise.NotifyFormat.HTML
    if message.form is not Form.MARKDOWN:
        if service.notify_format is apprise.NotifyFormat.MARKDOWN:
            service.notify_format = apprise.NotifyFormat.TEXT  # else a page's text would be read as Markdown
        return message.body, apprise.NotifyFormat.TEXT
    if service.notify_format is apprise.NotifyFormat.TEXT:
        # Else Matrix shows the signs themselves, and Discord takes the text without its title.
        service.notify_format = apprise.NotifyFormat.MARKDOWN
    return message.body, apprise.NotifyFormat.MARKDOWN


def _fitted(service: Any, message: Message, body: str) -> tuple[str, str]:
    """Title and body within the service's limits. Where titles do not exist (SMS, Telegram) it leads the body."""
    if message.html:
        return message.subject, body
    if service.title_maxlen > 0:
        return cut(message.subject, service.title_maxlen), fit(body, service.body_maxlen, message.link)
    return "", fit(f"{message.subject}\n\n{body}", service.body_maxlen, message.link)


def _refusal(complaints: list[str], service: Any) -> SendFailed:
    """Retry, unless a status says better. Of Apprise's warnings nothing else is told: they may hold secrets."""
    found = next((match for complaint in complaints if (match := STATUS.search(complaint))), None)
    if found is None:
        return SendFailed(FailureKind.RETRY, "Apprise could not send it and names no status")
    status = int(found[1])
    return SendFailed(kind_of(status), tell(f"{status} {_said(complaints)}".strip(), service))


def _said(complaints: list[str]) -> str:
    """The service's own words, out of Apprise's record of them: they stand there as Python writes bytes."""
    record = next((item for item in complaints if item.startswith(ANSWER)), "").removeprefix(ANSWER).strip()
    with suppress(ValueError, SyntaxError):
        said = ast.literal_eval(record)
        return said.decode("utf-8", "replace") if isinstance(said, bytes) else ""
    return ""
