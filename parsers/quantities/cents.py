"""An amount in whole units and a smaller one behind it -> one amount: "3 dollars 50 cents", 50元6角三分, 一块二.

"15 dollars and 15" is such an amount too, at the end of a clause; "$20 and 43 others" is none.
"""

from __future__ import annotations

from decimal import Decimal

from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import Value
from parsers.quantities.phrases import is_letter

RULE = "units and cents"
LONGEST_JOINER = 3
DIGITS = frozenset("0123456789")


def with_cents(low: str, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts with cents added to the amounts they belong to."""
    joined: list[Draft] = []
    for made in drafts:
        before = joined[-1] if joined else None
        factor = _factor(low, before, made, lexicon) if before is not None else None
        if before is not None and factor is not None:
            value = made.value
            before.value = Value(before.value.amount + value.amount * factor, value.step * factor)
            before.end, before.rule = made.end, RULE
        elif not (made.lone and made.unit is None and lexicon.words.glued):
            joined.append(made)
    return joined


def _factor(low: str, before: Draft, made: Draft, lexicon: Lexicon) -> Decimal | None:
    """What one of the smaller unit is worth in the larger; None where the two are two amounts."""
    if before.unit is None or before.scaled or made.sign_in_front or made.value.amount >= 100:
        return None
    if _is_lower_place(before, made, lexicon):
        return before.value.step / 10
    whole = before.value.step >= 1 or before.rule == RULE
    if not (before.is_money and whole and _joined(low, before, made, lexicon)):
        return None
    if made.unit is not None:
        smaller = made.is_money and made.unit.factor < before.unit.factor <= 1
        return made.unit.factor / before.unit.factor if smaller else None
    if before.unit.factor != 1:
        return None
    if low[before.end] in DIGITS:
        return Decimal("0.1") if made.number_end == made.number + 1 else Decimal("0.01")  # 1块2, 1块25
    tenths = before.rule == RULE and before.value.step == Decimal("0.1")  # "een kuai en vijf mao vijf kosten"
    if tenths and made.value.amount < 10 and made.value.step == 1:
        return Decimal("0.01")
    beside = low[before.end : made.start] == " " and made.end == made.start + 2  # "15 dollars 50"
    return Decimal("0.01") if _ends_clause(low, made) or beside else None


def _is_lower_place(before: Draft, made: Draft, lexicon: Lexicon) -> bool:
    """一块二: a lone digit right behind a spoken amount counts the next lower place."""
    spoken = lexicon.words.elided and before.spelled and made.unit is None and made.lone in lexicon.words.digits
    return spoken and made.start == before.end


def _joined(low: str, before: Draft, made: Draft, lexicon: Lexicon) -> bool:
    gap = low[before.end : made.start].strip(" ") if made.start - before.end <= LONGEST_JOINER + 2 else "-"
    return not gap or gap in lexicon.words.cents_joiners


def _ends_clause(low: str, made: Draft) -> bool:
    """Whether nothing follows that the number could count."""
    alone = not is_letter(low, made.end + (low[made.end : made.end + 1] == " "))
    return alone and not made.scaled and made.value.step == 1
