"""An alert in, the history of its plan out: in words, and as the points of a chart.

A chart compares like with like: amounts in one unit and for one part of the plan, a first part never beside the whole.
What was given up stands at zero from that day on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal

from flows.alerts.amounts import write_amount, write_unit
from flows.alerts.dates import write_day
from flows.alerts.places import Place, read_place
from flows.alerts.wording import kind_words, part_words, period_words
from parsers.types import Alert, Change, ChangeKind, Figure, Known, Part, Status

MOST_HISTORY = 8  # earlier figures of a plan; the oldest and the latest
GIVEN_UP = frozenset({ChangeKind.WITHDRAWN.value})


@dataclass(frozen=True, slots=True)
class Past:
    """A figure of the plan."""

    day: str
    words: str  # "24 trillion won by 2030, raised"
    place: Place


@dataclass(frozen=True, slots=True)
class Point:
    """What the plan was worth from a day on."""

    day: date
    value: Decimal  # in base units of the chart's one unit; the upper end of a range
    words: str  # "24 trillion won"; "cancelled"
    number: str  # the same without its unit: "24 trillion"
    rumour: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The course of a plan: two points at least, oldest first, the last one that of the alert."""

    points: tuple[Point, ...]

    @property
    def words(self) -> str:
        """What the picture shows: "21 trillion won on 18 May 2022, 24 trillion won on 11 April 2023"."""
        told = (
            f"{point.words}{' (rumoured)' if point.rumour else ''} on {write_day(point.day)}" for point in self.points
        )
        return f"Chart: {', '.join(told)}"


def read_history(alert: Alert) -> tuple[Past, ...]:
    """The plan's earlier figures, oldest first."""
    return tuple(_past(known) for known in _ends(alert.history))


def read_present(alert: Alert, changes: Sequence[Change]) -> Past | None:
    """The alert's own figure as the end of that history, where there is one."""
    change = _of_the_plan(changes)
    if not alert.history or change is None:
        return None
    place = read_place(alert.release.url, alert.release.site)
    return Past(write_day(day_of(alert)), _words(change.figure, kind_words(change)), place)


def read_chart(alert: Alert, changes: Sequence[Change]) -> Chart | None:
    """The course of the plan, where an earlier figure is like the alert's. None where the alert comes after the event:
    a release that is older than what is known already."""
    change = _of_the_plan(changes)
    if change is None:
        return None
    like = tuple(known for known in alert.history if _like(known.figure, change.figure))
    if not like or _day(like[-1]) > day_of(alert):
        return None
    points = (*(_point_of(known) for known in _ends(like)), _own_point(alert, change))
    return Chart(points) if any(point.value > 0 for point in points) else None


def _of_the_plan(changes: Sequence[Change]) -> Change | None:
    """The one figure to which the history belongs: the only one, or the only one that was known in another form. None
    where an alert tells of several plans, for their histories are one list."""
    known = [change for change in changes if change.prior or change.prior_quantity]
    return changes[0] if len(changes) == 1 else known[0] if len(known) == 1 else None


def _like(one: Figure, other: Figure) -> bool:
    """Whether two amounts of a plan can stand on one scale. A figure without a part is for the whole."""
    parts = {figure.part or Part.TOTAL for figure in (one, other)}
    return one.mention.quantity.unit == other.mention.quantity.unit and len(parts) == 1


def _past(known: Known) -> Past:
    rumour = known.figure.status is Status.RUMOURED
    kind = "rumoured" if rumour else "" if known.change in ("repeated", "ignored") else known.change
    return Past(write_day(_day(known)), _words(known.figure, kind), read_place(known.url))


def _words(figure: Figure, kind: str) -> str:
    said = (write_amount(figure.mention.quantity), part_words(figure), period_words(figure.period))
    amount = " ".join(filter(None, said))
    return f"{amount}, {kind}" if kind else amount


def _point_of(known: Known) -> Point:
    return _point(_day(known), known.figure, known.change if known.change in GIVEN_UP else "")


def _own_point(alert: Alert, change: Change) -> Point:
    return _point(day_of(alert), change.figure, kind_words(change) if change.kind in GIVEN_UP else "")


def _point(day: date, figure: Figure, given_up: str) -> Point:
    rumour, quantity = figure.status is Status.RUMOURED, figure.mention.quantity
    if given_up:
        return Point(day, Decimal(0), given_up, given_up, rumour)
    words = write_amount(quantity)
    number = words.removesuffix(write_unit(quantity.unit, one=quantity.low == quantity.high == 1))
    return Point(day, max(quantity.high, Decimal(0)), words, number, rumour)


def _ends(history: tuple[Known, ...]) -> Iterator[Known]:
    """The first of a long history and its latest."""
    yield from history if len(history) <= MOST_HISTORY else (history[0], *history[-(MOST_HISTORY - 1) :])


def day_of(alert: Alert) -> date:
    """The day of an alert's release, in UTC: of its publication; where nobody says, when we saw it."""
    return (alert.release.published or alert.seen_at).astimezone(UTC).date()


def _day(known: Known) -> date:
    return known.published.astimezone(UTC).date()
