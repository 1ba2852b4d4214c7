"""All other services, through Apprise: one URL, one try, redirects off.

Apprise answers with one bool; the status, where there is one, is found in its warning ("error=429").
"""

from __future__ import annotations

import re
from typing import Any

import apprise

from flows.alerts.answers import FailureKind, SendFailed, Sent
from flows.alerts.channels import Channel
from flows.alerts.http import kind_of
from flows.alerts.hush import hushed
from flows.alerts.message import Form, Message
from flows.alerts.safety import cut, fit

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
    with hushed() as complaints:
        accepted = sender.notify(body=body, title=title, body_format=form)
    if accepted:
        return Sent("accepted")
    raise _refusal(complaints)


def _body(service: Any, message: Message) -> tuple[str, apprise.NotifyFormat]:
    """HTML for mail services, Markdown for chats, else text."""
    if message.html:
        return message.html, apprise.NotifyFormat.HTML
    if message.form is not Form.MARKDOWN:
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


def _refusal(complaints: list[str]) -> SendFailed:
    """Retry, unless a status says better. Nothing else of Apprise's warnings is told: they may hold secrets."""
    found = next((match for complaint in complaints if (match := STATUS.search(complaint))), None)
    if found is None:
        return SendFailed(FailureKind.RETRY, "Apprise could not send it and names no status")
    status = int(found[1])
    return SendFailed(kind_of(status), f"status {status}")
