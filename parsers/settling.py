"""What the figures of one release mean for each other, once each was compared with what is known."""

from __future__ import annotations

from decimal import Decimal

from parsers.amounts import same_printed
from parsers.sameness import alike_but_part
from parsers.types import TELLING, Change, ChangeKind, Part


def settle_repeats(changes: list[Change]) -> list[Change]:
    """An amount that the release tells twice, as two figures, is told once; if one is known, so is the other."""
    settled: list[Change] = []
    for change in changes:
        twins = [
            other for other in (*settled, *changes)
            if other is not change and other.figure is not change.figure
            and other.kind in (*TELLING, ChangeKind.REPEATED)
            and alike_but_part(other.figure, change.figure) and same_printed(other.figure, change.figure)
        ]  # fmt: skip
        known = [other for other in twins if other.kind is ChangeKind.REPEATED]
        earlier = [other for other in twins if any(other is done for done in settled)]
        if change.kind is ChangeKind.NEW and change.figure.part is not Part.ADDITIONAL and (known or earlier):
            change = Change(
                ChangeKind.REPEATED, change.figure, "told in this release already", (known or earlier)[0].prior
            )
        settled.append(change)
    return settled


def settle_totals(changes: list[Change]) -> list[Change]:
    """A total that only adds up the other new figures of its release is their sum: new, and raises nothing."""
    parts = [c.figure.mention.quantity for c in changes if c.kind in TELLING and c.figure.part is not Part.TOTAL]
    settled = []
    for change in changes:
        quantity = change.figure.mention.quantity
        same_unit = [part.high for part in parts if part.unit == quantity.unit]
        adds_up = len(same_unit) > 1 and abs(sum(same_unit, Decimal(0)) - quantity.high) <= max(
            quantity.precision, Decimal(1)
        )
        if (
            change.figure.part is Part.TOTAL
            and change.kind in (ChangeKind.RAISED, ChangeKind.CUT)
            and adds_up
            and not change.figure.prior
        ):
            settled.append(Change(ChangeKind.NEW, change.figure, "the sum of the figures of this release"))
        else:
            settled.append(change)
    return settled
