"""Two quantities in: could they be one and the same amount? Decided on intervals, never on printed points."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from parsers.types import Bound, Figure, Quantity, Rate, UnitKind

MOST_PRECISION = Decimal("0.035")  # of the value: "3 billion" does not reach down to 2.5
DRIFT = Decimal("0.025")  # of a rate between an announcement and its reports, and of a reporter's own conversion

DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"})  # which "$" alone may be

OPEN_DIGITS = 1  # of the last digit that is not nought: what a bound leaves open beside its printed digits

# How far a bound reaches below and above the printed value, as shares of it.
REACH: dict[Bound, tuple[Decimal, Decimal]] = {
    Bound.EXACT: (Decimal(0), Decimal(0)),
    Bound.ABOUT: (Decimal("0.03"), Decimal("0.03")),
    Bound.NEARLY: (Decimal("0.07"), Decimal(0)),
    Bound.AT_LEAST: (Decimal(0), Decimal("0.10")),
    Bound.MORE_THAN: (Decimal(0), Decimal("0.10")),
    Bound.UP_TO: (Decimal("0.07"), Decimal(0)),
    Bound.LESS_THAN: (Decimal("0.07"), Decimal(0)),
}


def interval(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The values that a writer may have meant: printed precision (at most 5 %), widened by the bound."""
    below, above = REACH[quantity.bound]
    low = quantity.low - max(_printed(quantity, quantity.low), _reach(quantity.low, below))
    high = quantity.high + max(_printed(quantity, quantity.high), _reach(quantity.high, above))
    return low, high


def _printed(quantity: Quantity, value: Decimal) -> Decimal:
    return min(quantity.precision, MOST_PRECISION * abs(value))


def _reach(value: Decimal, share: Decimal) -> Decimal:
    """How far a bound reaches: a share of the value, and no further than its printed digits leave open.

    "Up to 12.8 billion" is not 12.34 billion, and "nearly 500 million" may well be 480.
    """
    digits = value.normalize().as_tuple()
    last = Decimal(1).scaleb(int(digits.exponent)) if digits.digits != (0,) else Decimal(0)
    return min(share * abs(value), OPEN_DIGITS * last)


def currency(quantity: Quantity) -> str:
    """The currency, settled or likeliest; "" for what is not money."""
    unit = quantity.unit
    if unit.kind is not UnitKind.MONEY:
        return ""
    return unit.code or (unit.candidates[0] if unit.candidates else "")


def meets(one: Quantity, other: Quantity) -> bool:
    """Same unit, and the intervals meet: in more than a point, which 3.1 and 3.2 have in common too."""
    if not _same_unit(one, other):
        return False
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return (low, high) == (other_low, other_high) or (low < other_high and other_low < high)


def meets_converted(one: Quantity, other: Quantity, rate: Rate, days: tuple[date, ...]) -> bool:
    """Both are money in different currencies, and the intervals meet at the rate of one of the days."""
    source, target = currency(one), currency(other)
    if not source or not target or source == target:
        return False
    low, high = interval(one)
    other_low, other_high = interval(other)
    for day in days:
        factor = rate(source, target, day)
        if factor and low * factor * (1 - DRIFT) <= other_high and other_low <= high * factor * (1 + DRIFT):
            return True
    return False


def quantities(figure: Figure) -> tuple[Quantity, ...]:
    """The amount in every currency in which the release prints it, the main one first."""
    return (figure.mention.quantity, *(other.mention.quantity for other in figure.also))


def same_printed(one: Figure, other: Figure) -> bool | None:
    """Whether both print the same amount in a currency that both print; None where they share none.

    The main currency of either decides, where the other prints it too: a conversion is rounded and drifts.
    """
    left, right = quantities(one), quantities(other)
    for mains, rest in ((left[:1], right), (left, right[:1]), (left, right)):
        pairs = [(a, b) for a in mains for b in rest if _same_unit(a, b)]
        if pairs:
            return any(meets(a, b) for a, b in pairs) or _same_bare_dollars(one, other)
    return True if _same_bare_dollars(one, other) else None


def _same_bare_dollars(one: Figure, other: Figure) -> bool:
    """ "C$1.6 billion" and "$1.6-billion": a sign that nothing settled may be any dollar, where the numbers are one."""
    mentions = [[figure.mention, *(each.mention for each in figure.also)] for figure in (one, other)]
    return any(
        left.quantity.low == right.quantity.low
        and left.quantity.unit != right.quantity.unit
        and {currency(left.quantity), currency(right.quantity)} <= DOLLARS
        and "default" in (left.settled_by, right.settled_by)
        for left in mentions[0]
        for right in mentions[1]
    )


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.unit.kind is other.unit.kind and (currency(one) or one.unit.code) == (currency(other) or other.unit.code)


def same_converted(one: Figure, other: Figure, rate: Rate, days: tuple[date, ...]) -> bool:
    """Whether the amounts are one at the rate of one of those days."""
    return any(meets_converted(left, right, rate, days) for left in quantities(one) for right in quantities(other))


def less(one: Quantity, other: Quantity) -> Quantity:
    """The first amount less the second, both of one unit; never below nothing."""
    low, high = max(one.low - other.low, Decimal(0)), max(one.high - other.high, Decimal(0))
    return replace(one, low=low, high=high, precision=max(one.precision, other.precision), bound=Bound.EXACT)


def larger(one: Quantity, other: Quantity, rate: Rate, day: date) -> bool | None:
    """Whether the first is the larger amount; None where the currencies cannot be compared."""
    source, target = currency(one), currency(other)
    if source == target:
        return one.high > other.high
    factor = rate(source, target, day) if source and target else None
    return None if factor is None else one.high * factor > other.high
