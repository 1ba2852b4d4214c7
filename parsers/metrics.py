"""Table: what a figure measures. In: a unit or a name; out: the metric's row. Adding a metric is one row here and a line
of cues in each language (`parsers.languages`).
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.types import Status, UnitKind


@dataclass(frozen=True, slots=True)
class Metric:
    """A row: what it counts, whether it alerts by default, and the status of a figure that says nothing of it."""

    name: str
    kinds: tuple[UnitKind, ...]
    label: str  # as people read it
    alerts: bool = False
    status: Status = Status.REPORTED


MONEY, COUNT, MEASURE, PERCENT = UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE, UnitKind.PERCENT
NUMBER = (COUNT, UnitKind.NONE)

TABLE: tuple[Metric, ...] = (
    Metric("investment", (MONEY,), "investment", alerts=True, status=Status.ANNOUNCED),
    Metric("funding_raised", (MONEY,), "funding raised", alerts=True, status=Status.ANNOUNCED),
    Metric("acquisition", (MONEY,), "acquisition", alerts=True, status=Status.ANNOUNCED),
    Metric("subsidy", (MONEY,), "public aid", status=Status.ANNOUNCED),
    Metric("loss", (MONEY,), "loss"),
    Metric("revenue", (MONEY,), "revenue"),
    Metric("profit", (MONEY,), "profit"),
    Metric("cash", (MONEY,), "cash"),
    Metric("valuation", (MONEY,), "valuation"),
    Metric("price", (MONEY,), "price"),
    Metric("production_capacity", (*NUMBER, MEASURE), "capacity"),
    Metric("deliveries", NUMBER, "deliveries"),
    Metric("jobs", NUMBER, "jobs"),
    Metric("users", NUMBER, "users"),
    Metric("energy", (MEASURE,), "energy"),
    Metric("range_km", (MEASURE,), "range"),
    Metric("percent_change", (PERCENT,), "change"),
    Metric("other", (MONEY, PERCENT, *NUMBER, MEASURE), "other"),
)

METRICS: dict[str, Metric] = {row.name: row for row in TABLE}
ALERTING: frozenset[str] = frozenset(row.name for row in TABLE if row.alerts)


def metrics_of(kind: UnitKind) -> frozenset[str]:
    """Return the names of the metrics that a unit of this kind can measure."""
    return frozenset(row.name for row in TABLE if kind in row.kinds)
