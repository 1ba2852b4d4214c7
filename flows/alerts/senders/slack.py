"""Slack, from Apprise's parsed URL: an incoming webhook or a bot's token, our blocks, the service's real answer."""

from __future__ import annotations

import json
from typing import Any

from flows.alerts.answers import FailureKind, SendFailed, Sent, tell
from flows.alerts.channels import Channel
from flows.alerts.http import Answer, post
from flows.alerts.message import Message
from flows.alerts.templates.slack import escape

SCHEMAS = ("slack",)

# Errors of chat.postMessage (https://docs.slack.dev/reference/methods/chat.postMessage). What is not named here is the
# channel's: its token, its scope, its membership.
LATER = frozenset({"ratelimited", "rate_limited", "fatal_error", "internal_error", "service_unavailable"})
MESSAGE = frozenset({"msg_too_long", "no_text", "invalid_blocks", "invalid_blocks_format", "too_many_attachments"})


def send(channel: Channel, message: Message, timeout: float) -> Sent:
    """Post the message's blocks. Slack knows no idempotency key: the alert's id stands in the footer."""
    service = channel.service
    document = json.loads(message.payload) if message.payload else _plain(message)
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "outlay"}
    if service.mode == "bot":
        document["channel"] = channel.recipient or service.default_notification_channel
        headers["Authorization"] = f"Bearer {service.access_token}"
    body = json.dumps(document, ensure_ascii=False)
    answer = post(_url(service), body, headers, service=service, timeout=timeout)
    if service.mode == "bot":
        return _read_bot(answer, service)
    return Sent(tell(f"{answer.status} {answer.text}", service))


def _plain(message: Message) -> dict[str, Any]:
    """A message that no template made for Slack: one from us to the operator."""
    return {"text": escape(f"{message.subject}\n\n{message.body}"), "mrkdwn": False}


def _url(service: Any) -> str:
    if service.mode == "bot":
        return str(service.api_url.format("chat.postMessage"))
    base = service.webhook_gov_url if service.mode == "gov-hook" else service.webhook_url
    return f"{base}/{service.token_a}/{service.token_b}/{service.token_c}"


def _read_bot(answer: Answer, service: Any) -> Sent:
    """A bot's answer is 200 in any case; `ok` tells."""
    try:
        said = json.loads(answer.text)
        accepted, error, stamp = said["ok"], str(said.get("error", "")), str(said.get("ts", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SendFailed(FailureKind.RETRY, "200, but not an answer of Slack") from None
    if accepted is True:
        return Sent("200 ok", stamp)
    kind = FailureKind.RETRY if error in LATER else FailureKind.DEAD if error in MESSAGE else FailureKind.BROKEN
    raise SendFailed(kind, tell(error or "refused without a reason", service), answer.retry_after)
