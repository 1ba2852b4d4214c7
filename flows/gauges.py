"""Health in, what machines read out: a JSON document, and Prometheus' text format. Pure.

Names and units are Prometheus' own habits: `_timestamp_seconds` since 1970, `_bytes`, labels for what a value is of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from flows.health import RECENT, USUAL, Health, problems
from flows.store.sources import SourceRow

STATES = ("pending", "sending", "joined", "sent", "suppressed", "dead")


def document(health: Health, now: datetime) -> dict[str, Any]:
    """All of it as one JSON value; moments in ISO 8601, null where there is none."""
    found = problems(health, now)
    return {
        "at": now.isoformat(),
        "well": not found,
        "problems": [
            {"where": item.where, "kind": item.kind, "what": item.what, "remedy": item.remedy} for item in found
        ],
        "sources": [_source(row) for row in health.sources],
        "unread_entries": health.unread,
        "deliveries": {state: health.deliveries.get(state, 0) for state in STATES},
        "dead_letters": {row.channel: row.count for row in health.outbox.dead},
        "failing_channels": {row.name: _moment(row.failing_since) for row in health.outbox.channels},
        "oldest_undelivered": _moment(health.undelivered),
        "overdue_since": _moment(health.outbox.overdue),
        "doubts_per_release": {"recent": health.recent.rate, "usual": health.usual.rate},
        "database_bytes": health.database_bytes,
    }


def _source(row: SourceRow) -> dict[str, Any]:
    return {
        "slug": row.slug, "state": row.state, "last_good_poll": _moment(row.good_at), "last_news": _moment(row.news_at),
        "due": _moment(row.due_at), "failures": row.failures, "error": row.error,
    }  # fmt: skip


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def prometheus(health: Health, now: datetime) -> str:
    """All of it in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Families(tuple(_families(health, now))))
    return generate_latest(registry).decode()


@dataclass(frozen=True, eq=False)
class _Families(Collector):
    """What Prometheus' library wants to write text."""

    families: tuple[GaugeMetricFamily, ...]

    def collect(self) -> tuple[GaugeMetricFamily, ...]:
        return self.families


def _families(health: Health, now: datetime) -> Iterator[GaugeMetricFamily]:
    good = [(row.slug, row.good_at.timestamp()) for row in health.sources if row.good_at]
    yield _gauge("source_last_good_poll_timestamp_seconds", "When it was last polled and read.", "source", good)
    failures = [(row.slug, row.failures) for row in health.sources]
    yield _gauge("source_failures", "Polls in a row that failed.", "source", failures)
    yield _plain("entries_unread", "Entries that wait to be read.", health.unread)
    states = [(state, health.deliveries.get(state, 0)) for state in STATES]
    yield _gauge("deliveries", "Deliveries by state.", "state", states)
    dead = [(row.channel, row.count) for row in health.outbox.dead]
    yield _gauge("dead_letters", "Messages that were given up.", "channel", dead)
    failing = [(row.name, row.failing_since.timestamp()) for row in health.outbox.channels]
    yield _gauge("channel_failing_timestamp_seconds", "Since when it takes no message.", "channel", failing)
    for name, moment in (("oldest_undelivered", health.undelivered), ("overdue", health.outbox.overdue)):
        if moment:
            yield _plain(f"{name}_timestamp_seconds", WAITS[name], moment.timestamp())
    spans = [(f"{RECENT.days}d", health.recent.rate), (f"{USUAL.days}d", health.usual.rate)]
    yield _gauge("doubts_per_release", "What was seen in a release and could not be read.", "span", spans)
    yield _plain("database_bytes", "Size of the database.", health.database_bytes)
    kinds = Counter(item.kind for item in problems(health, now))
    yield _gauge("problems", "What is wrong; outlay doctor says what to do.", "kind", sorted(kinds.items()))


WAITS = {
    "oldest_undelivered": "When the oldest alert was made that still waits, whatever holds it.",
    "overdue": "Since when a delivery waits that nothing holds.",
}


def _gauge(name: str, said: str, label: str, values: Iterable[tuple[str, float]]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"outlay_{name}", said, labels=[label])
    for of, value in values:
        family.add_metric([of], value)
    return family


def _plain(name: str, said: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"outlay_{name}", said, value=value)
