"""What the figures of one release mean for each other, once each was compared with what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from parsers.amounts import same_converted, same_printed
from parsers.sameness import PLANS, alike_but_part, other_side
from parsers.types import TELLING, Change, ChangeKind, Figure, Part, Rate

STEPS = (ChangeKind.RAISED, ChangeKind.CUT)


def settle(changes: Sequence[Change], rate: Rate, day: date) -> list[Change]:
    """The changes of one release, each seen beside the others: sums are told as sums, and nothing is told twice."""
    return _told_once([_as_sum(change, changes) for change in changes], rate, day)


def _told_once(changes: Sequence[Change], rate: Rate, day: date) -> list[Change]:
    """An amount that a release prints as two figures is told once; if one of the two is known, so is the other."""
    settled: list[Change] = []
    for change in changes:
        known = _first_twin(change, [c for c in changes if c.kind is ChangeKind.REPEATED], rate, day)
        twin = known or _first_twin(change, [c for c in settled if c.kind in TELLING], rate, day)
        if twin and change.kind in TELLING and (change.kind is ChangeKind.NEW or twin.kind is change.kind):
            change = Change(ChangeKind.REPEATED, change.figure, "told in this release already", twin.prior)
        settled.append(change)
    return settled


def _first_twin(change: Change, others: Iterable[Change], rate: Rate, day: date) -> Change | None:
    return next((other for other in others if _same(change.figure, other.figure, rate, day)), None)


def _same(one: Figure, other: Figure, rate: Rate, day: date) -> bool:
    if one is other or Part.ADDITIONAL in (one.part, other.part):
        return False
    printed = same_printed(one, other)
    if not alike_but_part(one, other):
        return printed is True and {one.metric, other.metric} <= PLANS and other_side(one, other)
    return same_converted(one, other, rate, (day,)) if printed is None else printed


def _as_sum(change: Change, changes: Sequence[Change]) -> Change:
    """A total that only adds up the other figures of its release is their sum: new, and raises nothing."""
    figure, quantity = change.figure, change.figure.mention.quantity
    if figure.part is not Part.TOTAL or change.kind not in STEPS or figure.prior:
        return change
    told = [c.figure for c in changes if c.kind in TELLING and c.figure.part is not Part.TOTAL]
    parts = [other.mention.quantity.high for other in told if other.mention.quantity.unit == quantity.unit]
    if len(parts) > 1 and abs(sum(parts, Decimal(0)) - quantity.high) <= max(quantity.precision, Decimal(1)):
        return Change(ChangeKind.NEW, figure, "the sum of the figures of this release")
    return change
