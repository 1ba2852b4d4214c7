"""Mentions of one amount in a release. In: the page and each mention's metric; out: groups, first mention first.

The same amount is one that a bracket converts ("10 billion yuan ($1.5 billion)"), or the same currency and value within
a rounding of 3 %, said of the same metric.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from math import log

from parsers.figures.page import Page, Seen
from parsers.figures.verdict import Verdict
from parsers.metrics import ALERTING
from parsers.types import BlockKind, Bound, Mention

ROUNDING = Decimal("0.03")  # of the guidelines: a headline rounds what the body says
LARGEST_CUT = Decimal("0.1")  # what a headline's "more than" may leave out
BRACKET = re.compile(r"\s?[(（\[]\s?(?:[^()（）0-9$€£¥₩₹]{0,24})$")  # between an amount and its conversion
UNSURE = 60.0  # a metric said less strongly than this follows the other mention of the amount

Groups = Mapping[int, int]  # place of a mention -> place of the first mention of its amount


def group_same(page: Page, metrics: Mapping[int, Verdict[str]]) -> dict[int, int]:
    """Return for every mention of money the place of the first mention of the same amount."""
    first: dict[int, int] = {}
    heads: dict[tuple[str, int], list[Seen]] = {}
    before: Seen | None = None
    for seen in (each for each in page.seen if each.is_money):
        head = _head_of(seen, heads, metrics)
        if before and converts(page, before.mention, seen.mention):
            first[seen.key] = first[before.key]
            if head.key < first[before.key]:  # the headline had the amount in the other currency
                first |= {key: head.key for key in first if first[key] == first[before.key]}
        else:
            first[seen.key] = head.key
            if head is seen:
                heads.setdefault(_shelf(seen.mention), []).append(seen)
        before = seen
    return first


def _head_of(seen: Seen, heads: Mapping[tuple[str, int], list[Seen]], metrics: Mapping[int, Verdict[str]]) -> Seen:
    """The first earlier mention of the same amount, else the mention itself."""
    unit, size = _shelf(seen.mention)
    near = (head for shelf in (size - 2, size - 1, size, size + 1) for head in heads.get((unit, shelf), ()))
    same = [head for head in near if _is_same(head, seen) and _agree(head, seen, metrics)]
    return min(same, key=lambda head: head.key, default=seen)


def _is_same(head: Seen, seen: Seen) -> bool:
    """One amount; also where a headline says "more than 1.3 billion" of the text's 1.38."""
    cut = head.scene.block.kind is BlockKind.TITLE and head.mention.quantity.bound is Bound.MORE_THAN
    if not cut or unit_of(head.mention) != unit_of(seen.mention):
        return same_value(head.mention, seen.mention)
    headed, told = head.mention.quantity, seen.mention.quantity
    last_place = 2 * headed.precision
    return 0 <= told.low - headed.low < min(last_place, LARGEST_CUT * headed.low)


def _shelf(mention: Mention) -> tuple[str, int]:
    """Amounts that rounding may join stand on the same shelf or on neighbours: a shelf is some 5 % wide."""
    low = float(abs(mention.quantity.low))
    return unit_of(mention), round(log(low) * 20) if low > 0 else 0


def converts(page: Page, first: Mention, second: Mention) -> bool:
    """Whether the second mention is the first in another currency: in a bracket, or behind "or"."""
    if unit_of(first) == unit_of(second) and not (second.settled_by and not same_value(first, second)):
        return False  # a sign that only the context settled may be read wrongly beside another currency
    gap = page.between(first.end, second.start)
    return len(gap) <= 30 and (
        bool(BRACKET.match(gap)) or gap.strip(" ,/=") in page.words.equals or gap.strip() in ("/", "=", ",")
    )


def same_value(first: Mention, second: Mention) -> bool:
    """Whether two mentions print one amount of one currency, up to rounding."""
    if unit_of(first) != unit_of(second):
        return False
    low, other = first.quantity.low, second.quantity.low
    rounding = max(first.quantity.precision, second.quantity.precision)
    close = abs(low - other) <= min(rounding, ROUNDING * max(abs(low), abs(other)))
    return close and (first.quantity.high != first.quantity.low) == (second.quantity.high != second.quantity.low)


def unit_of(mention: Mention) -> str:
    """Return the currency, the likeliest where a sign is shared."""
    unit = mention.quantity.unit
    return unit.code or next(iter(unit.candidates), "")


def _agree(head: Seen, seen: Seen, metrics: Mapping[int, Verdict[str]]) -> bool:
    """Said of the same metric; a mention whose own sentence says little follows the other.

    What a headline "lines up" and the text invests is one amount.
    """
    one, other = metrics[head.key], metrics[seen.key]
    headline = head.scene.block.kind is BlockKind.TITLE and {one.value, other.value} <= ALERTING
    if one.value == other.value:
        return True
    return head.scene is not seen.scene and (headline or min(one.score, other.score) < UNSURE)
