"""An old value that a sentence of its own tells. In: figures by place; out: the same, new values with their old ones.

"Honda will invest 10 trillion yen. Until now it had planned 5 trillion."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parsers.figures.page import Page, Seen
from parsers.figures.sameness import unit_of
from parsers.types import Direction, Figure, Standing, Status

OPENING = 30  # letters: "A year ago it had put the cost at 3 billion"
RULE = "change:the next sentence tells the earlier plan"


def with_earlier_plans(page: Page, figures: Mapping[int, Figure]) -> dict[int, Figure]:
    """Return the figures, each of which the next sentence tells an earlier plan with that plan's value as its prior."""
    told = dict(figures)
    money: dict[int, list[Seen]] = {}
    for seen in (each for each in page.seen if each.is_money):
        money.setdefault(seen.scene.order, []).append(seen)
    for after in (each for each in page.seen if each.is_money and _opens_with_past(each)):
        for seen in money.get(after.scene.order - 1, ()):
            if seen.scene.block is after.scene.block and _is_earlier(told[after.key], told[seen.key]):
                told[seen.key] = _changed(told[seen.key], told[after.key])
    return told


def _opens_with_past(seen: Seen) -> bool:
    opening = any(hit.start - seen.scene.start <= 2 for hit, _, _ in seen.scene.said("comparison"))
    told = [hit for hit, _, _ in seen.scene.said("back_reference") if hit.start - seen.scene.start <= OPENING]
    return opening or any(hit.end <= seen.mention.start for hit in told)


def _is_earlier(old: Figure, new: Figure) -> bool:
    """Whether the one is background that was planned, and the other news of the same actor, metric and currency."""
    step = Direction.RAISED if new.mention.quantity.low > old.mention.quantity.low else Direction.CUT
    planned = old.status is Status.PLANNED or (
        old.status is Status.ANNOUNCED and step in (new.direction, old.direction)
    )
    stale = old.standing is Standing.BACKGROUND and planned
    fresh = new.standing is Standing.NEWS and new.prior is None
    same = (new.metric, new.actor, unit_of(new.mention)) == (old.metric, old.actor, unit_of(old.mention))
    return stale and fresh and same and new.mention.quantity.low != old.mention.quantity.low


def _changed(new: Figure, old: Figure) -> Figure:
    rose = new.mention.quantity.low > old.mention.quantity.low
    direction = Direction.RAISED if rose else Direction.CUT
    return replace(new, prior=old.mention, direction=direction, rules=(*new.rules, RULE))
