"""JSON for webhooks: the alert as data. The schema, version 1:

    version          1
    idempotency_key  the same for every attempt: a receiver that has seen it may answer 200 and do nothing
    thread           the same for all alerts about one plan
    subject          the alert in one line
    actor            {"name", "slugs"}
    changes          a list; each has
        kind         "new", "raised", "cut", "confirmed", "corrected", "withdrawn"
        metric       a name of parsers.metrics: "investment", ...
        amount       {"low", "high", "unit", "candidates", "per", "bound", "text"}: numbers as decimal strings in
                     base units; unit an ISO 4217 code for money ("" where the sign is shared: then its candidates);
                     text as people write it
        before       the earlier amount, or null
        percent      "+25 %", or ""
        also         the same amount in other currencies, as printed: a list of amounts
        converted    in words, at the rate of the day; "" without one
        part, target, status      strings, "" where the text does not say
        period       {"years", "start", "end"}, each null where the text does not say; null for none
        quote        the sentence
        reason       why this counts as news
    release          {"title", "url", "site", "language", "published"}; published null where nobody said
    seen             when we saw it
    history          earlier figures of the plan, oldest first: {"amount", "published", "url", "change"}
    sources          addresses of others that carry the same news

Times are ISO 8601 in UTC. Fields may be added; none changes its meaning without a new version.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flows.alerts.amounts import write_amount, write_percent
from flows.alerts.content import LONGEST_QUOTE, LONGEST_TITLE, convert, read_content
from flows.alerts.digest import read_digest
from flows.alerts.message import Message
from flows.alerts.safety import clean, safe_link
from flows.alerts.templates.text import write_list, write_text
from flows.alerts.wording import target_words, told
from parsers.types import Alert, Change, Known, Period, Quantity, Rate

SCHEMAS = ("json", "jsons")
VERSION = 1

Document = dict[str, Any]


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD") -> Message:
    """The alert as a JSON document. `rate` gives each amount in `base_currency` too; None leaves that empty."""
    content = read_content(alert, rate, base_currency)
    payload = _payload(write_document(alert, rate, base_currency))
    text = write_text(content)
    return Message(content.key, content.subject, text, payload=payload, link=content.place.url, thread=content.thread)


def write_document(alert: Alert, rate: Rate | None, base_currency: str) -> Document:
    """The document, as the head of this file has it."""
    content, release = read_content(alert, rate, base_currency), alert.release
    day = (release.published or alert.seen_at).date()
    return {
        "version": VERSION,
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


def render_digest(alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD") -> Message:
    """Several alerts as {"version", "idempotency_key", "subject", "alerts": [a document each]}."""
    told = read_digest(alerts, rate, base_currency)
    document = {
        "version": VERSION,
        "idempotency_key": told.key,
        "subject": told.subject,
        "alerts": [write_document(alert, rate, base_currency) for alert in alerts],
    }
    return Message(told.key, told.subject, write_list(told.contents), payload=_payload(document))


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
