"""A webhook, from Apprise's `json://` or `jsons://` URL: the alert as data, with its key in a header too.

The document's schema is `flows/alerts/templates/webhook.schema.json`; Apprise's own document (title, message) cannot
carry it.
"""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import urlencode

from flows.alerts.answers import Sent, tell
from flows.alerts.channels import Channel
from flows.alerts.http import post
from flows.alerts.message import Message
from flows.alerts.templates.webhook import VERSION

SCHEMAS = ("json", "jsons")


def send(channel: Channel, message: Message, timeout: float) -> Sent:
    """Send the document by the method, headers and parameters that the URL names."""
    service = channel.service
    headers = _headers(service, message)
    answer = post(
        _url(service),
        message.payload or _plain(message),
        headers,
        service=service,
        timeout=timeout,
        method=service.method,
    )
    return Sent(tell(f"{answer.status} {answer.text}".strip(), service), message.key)


def _plain(message: Message) -> str:
    """A message that no template made for webhooks: one from us to the operator."""
    document = {
        "version": VERSION, "type": "notice", "idempotency_key": message.key, "subject": message.subject,
        "text": message.body,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False)


def _url(service: Any) -> str:
    scheme = "https" if service.secure else "http"
    port = f":{service.port}" if service.port else ""
    query = f"?{urlencode(service.params)}" if service.params else ""
    return f"{scheme}://{service.host}{port}{service.fullpath or '/'}{query}"


def _headers(service: Any, message: Message) -> dict[str, str]:
    """Idempotency-Key: draft-ietf-httpapi-idempotency-key-header."""
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "outlay",
        "Idempotency-Key": message.key,
    }
    if service.user:
        pair = f"{service.user}:{service.password or ''}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    headers.update(service.headers)
    return headers
