"""Alerts: how they read, and how they leave. An alert and a channel's schema in, a message out; a message and a channel
in, an answer out.

    render(alert, schema)  ->  Message          the template that serves the channel's schema
    render_digest(alerts, schema) -> Message    the same for several alerts
    read_channels(text)    ->  Channel*         flows.alerts.channels: Apprise's own configuration
    send(channel, message) ->  Sent             flows.alerts.send: or SendFailed, which says what to do next

Only this package imports Apprise (in `channels` and `senders`; it takes a second, so nothing here does). Nothing here
knows the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.alerts.message import NO_CAUSE, Cause, Form, Message
from flows.alerts.templates import template_for, templates
from flows.alerts.wording import subject
from parsers.types import Alert, Rate

__all__ = ["Cause", "Form", "Message", "render", "render_digest", "subject", "template_for", "templates"]


def render(
    alert: Alert, schema: str, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """The alert in the form that a channel of this Apprise schema takes ("mailto", "slack", ...; "" is plain text).

    `rate` gives amounts in `base_currency` (ISO 4217) too, at the rate of the day of publication; None leaves them out.
    """
    message = template_for(schema).render(alert, rate=rate, base_currency=base_currency, cause=cause)
    return replace(message, severity=cause.severity)


def render_digest(
    alerts: Sequence[Alert],
    schema: str,
    *,
    rate: Rate | None = None,
    base_currency: str = "USD",
    cause: Cause = NO_CAUSE,
) -> Message:
    """Several alerts in one message: what waited for the end of quiet hours, or a digest. At least one alert."""
    message = template_for(schema).render_digest(alerts, rate=rate, base_currency=base_currency, cause=cause)
    return replace(message, severity=cause.severity)
