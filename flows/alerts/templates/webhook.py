"""JSON for webhooks: an alert or a digest as data. `webhook.schema.json` beside this file is its schema.

Times are ISO 8601 in UTC; amounts are decimal strings in base units. Fields may be added; none changes its meaning
without a new version.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flows.alerts.amounts import write_amount, write_percent
from flows.alerts.content import LONGEST_QUOTE, LONGEST_TITLE, Content, convert, read_content
from flows.alerts.digest import read_digest
from flows.alerts.history import day_of
from flows.alerts.message import NO_CAUSE, Cause, Message
from flows.alerts.safety import clean, safe_link
from flows.alerts.templates.text import write_list, write_text
from flows.alerts.wording import target_words, told
from parsers.types import Alert, Change, Known, Period, Quantity, Rate

SCHEMAS = ("json", "jsons")
VERSION = 1

Document = dict[str, Any]


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE) -> Message:
    """The alert as a JSON document. `rate` gives each amount in `base_currency` too; None leaves that empty."""
    content = read_content(alert, rate, base_currency, cause)
    payload = _payload(write_document(alert, content, rate, base_currency) | _why(cause))
    text = write_text(content)
    return Message(content.key, content.subject, text, payload=payload, link=content.place.url, thread=content.thread)


def write_document(alert: Alert, content: Content, rate: Rate | None, base_currency: str) -> Document:
    """The document of one alert."""
    release, day = alert.release, day_of(alert)
    return {
        "version": VERSION,
        "type": "alert",
        "idempotency_key": content.key,
        "thread": content.thread,
        "subject": content.subject,
        "actor": {"name": content.actor, "slugs": list(alert.actor.slugs) if alert.actor else []},
        "changes": [
            _change(change) | {"converted": convert(change.figure, rate, base_currency, day)} for change in told(alert)
        ],
        "release": {
            "title": clean(release.title, LONGEST_TITLE),
            "url": safe_link(release.url),
            "site": content.place.site,
            "language": clean(release.language, 20),
            "published": _time(release.published),
        },
        "seen": _time(alert.seen_at),
        "history": [_known(known) for known in alert.history],
        "sources": [link for url in alert.sources if (link := safe_link(url))],
    }


def render_digest(
    alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """Several alerts as a list of their documents."""
    told = read_digest(alerts, rate, base_currency, cause)
    document = {
        "version": VERSION,
        "type": "digest",
        "idempotency_key": told.key,
        "subject": told.subject,
        **_why(cause),
        "alerts": [
            write_document(alert, content, rate, base_currency)
            for alert, content in zip(alerts, told.contents, strict=True)
        ],
    }
    return Message(told.key, told.subject, write_list(told.contents), payload=_payload(document))


def _why(cause: Cause) -> Document:
    return {"watch": clean(cause.watch, 80), "severity": cause.severity.value}


def _change(change: Change) -> Document:
    figure, prior = change.figure, change.prior_quantity
    quantity = figure.mention.quantity
    return {
        "kind": change.kind.value,
        "metric": figure.metric,
        "amount": _amount(quantity),
        "before": _amount(prior) if prior else None,
        "percent": write_percent(prior, quantity) if prior else "",
        "also": [_amount(other.mention.quantity) for other in figure.also],
        "part": figure.part.value if figure.part else "",
        "period": _period(figure.period),
        "status": figure.status.value,
        "target": target_words(figure),
        "quote": clean(figure.quote, LONGEST_QUOTE),
        "reason": clean(change.reason),
    }


def _payload(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _amount(quantity: Quantity) -> Document:
    return {
        "low": f"{quantity.low:f}",
        "high": f"{quantity.high:f}",
        "unit": quantity.unit.code,
        "candidates": list(quantity.unit.candidates),
        "per": quantity.unit.per,
        "bound": quantity.bound.value,
        "text": write_amount(quantity),
    }


def _period(period: Period | None) -> Document | None:
    if period is None:
        return None
    return {"years": None if period.years is None else f"{period.years:f}", "start": period.start, "end": period.end}


def _known(known: Known) -> Document:
    return {
        "amount": _amount(known.figure.mention.quantity),
        "published": _time(known.published),
        "url": safe_link(known.url),
        "change": known.change,
    }


def _time(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
