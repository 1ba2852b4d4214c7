"""Mentions of one amount in a release. In: the page and each mention's metric; out: groups, first mention first.

The same amount is one that a bracket converts ("10 billion yuan ($1.5 billion)"), or the same currency and value within
a rounding of 3 %, said of the same metric.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from parsers.figures.page import Page, Seen
from parsers.figures.verdict import Verdict
from parsers.types import Mention

ROUNDING = Decimal("0.03")  # of the guidelines: a headline rounds what the body says
BRACKET = re.compile(r"\s?[(（\[]\s?(?:[^()（）0-9$€£¥₩₹]{0,24})$")  # between an amount and its conversion
SLASH = re.compile(r"\s?(?:[/=,，]|or|oder|soit|etwa|또는)\s?(?:about|around|some|roughly|约|約|rund|environ)?\s?$")
UNSURE = 60.0  # a metric said less strongly than this follows the other mention of the amount

Groups = Mapping[int, int]  # place of a mention -> place of the first mention of its amount


def group_same(page: Page, metrics: Mapping[int, Verdict[str]]) -> dict[int, int]:
    """Return for every mention of money the place of the first mention of the same amount."""
    first: dict[int, int] = {}
    heads: list[Seen] = []
    money = [seen for seen in page.seen if seen.is_money]
    for number, seen in enumerate(money):
        before = money[number - 1] if number else None
        if before and converts(page, before.mention, seen.mention):
            first[seen.key] = first[before.key]
            continue
        head = next(
            (head for head in heads if same_value(head.mention, seen.mention) and _agree(head, seen, metrics)), None
        )
        first[seen.key] = head.key if head else seen.key
        if head is None:
            heads.append(seen)
    return first


def converts(page: Page, first: Mention, second: Mention) -> bool:
    """Whether the second mention is the first in another currency: in a bracket, or behind "or"."""
    if unit_of(first) == unit_of(second):
        return False
    gap = page.between(first.end, second.start)
    return len(gap) <= 30 and bool(BRACKET.match(gap) or SLASH.match(gap))


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
    """Said of the same metric; a mention whose own sentence says little follows the other."""
    one, other = metrics[head.key], metrics[seen.key]
    return one.value == other.value or min(one.score, other.score) < UNSURE
