"""Table: what a figure measures. In: a unit or a name; out: the metric's row. Adding a metric is one row here and a
line of cues in each language (`parsers.cues`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parsers.types import Status, Unit, UnitKind


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

# What is counted, by the English singular of its noun, and what such a count can measure.
MADE = ("production_capacity", "deliveries", "other")
COUNTED: Mapping[str, tuple[str, ...]] = (
    dict.fromkeys(("person", "worker", "employee", "job", "engineer", "man", "woman"), ("jobs", "users"))
    | dict.fromkeys(("user", "subscriber", "customer", "member", "owner", "driver"), ("users", "deliveries"))
    | dict.fromkeys(
        ("vehicle", "car", "truck", "van", "bus", "motorcycle", "scooter", "unit", "sale", "delivery"), MADE
    )
    | dict.fromkeys(("battery", "battery pack", "cell", "module", "registration", "television"), MADE)
    | dict.fromkeys(("phone", "smartphone", "device"), ("users", "deliveries", "other"))
    | dict.fromkeys(("charger", "charging point", "charging station", "swap station", "station"), ("other",))
    | dict.fromkeys(("order", "patent"), ("other",))
)
MEASURED: dict[str, tuple[str, ...]] = {
    "GWh": ("production_capacity", "energy", "other"), "TWh": ("production_capacity", "energy", "other"),
    "MWh": ("energy", "production_capacity"), "kWh": ("energy",), "km": ("range_km",), "mile": ("range_km",),
    "MW": ("other",), "GW": ("other",), "kW": ("other",), "tonne": ("production_capacity", "other"),
    "metric ton": ("production_capacity", "other"), "ton": ("production_capacity", "other"),
}  # fmt: skip

METRICS: dict[str, Metric] = {row.name: row for row in TABLE}
ALERTING: frozenset[str] = frozenset(row.name for row in TABLE if row.alerts)


def metrics_of(unit: Unit) -> tuple[str, ...]:
    """Return the names of the metrics that a unit can measure, the likeliest first; none for what is no figure.

    Lengths of time, areas, meetings, shares: the annotation guidelines count them as no figures.
    """
    if unit.kind is UnitKind.COUNT:
        return COUNTED.get(unit.code, ())
    if unit.kind is UnitKind.MEASURE:
        return MEASURED.get(unit.code, ())
    return tuple(row.name for row in TABLE if unit.kind in row.kinds)
