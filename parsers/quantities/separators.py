"""A comma before three digits, where the language's decimal sign is a comma but the amount may be printed otherwise.

In: a draft with its unit. Out: whether it could be read, its value set right. "$358,800 pesos" in a Mexican text are
thousands; "1,799 Euro je Liter" are tenths of a cent. What neither the text nor the unit tells is a doubt, never a
guess: a factor of a thousand is the worst of errors.
"""

from __future__ import annotations

import re
from decimal import Decimal

from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import Value
from parsers.types import UnitKind

THOUSAND = Decimal(1000)
FINE = frozenset({"kWh", "Wh", "litre", "gallon", "kg", "km", "mile", "share"})  # what costs fractions of a cent
UNTOLD = "comma of tenths or of thousands"

_THREE_BEHIND_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}(?![0-9]|[.,][0-9])")
_THREE_BEHIND_POINT = re.compile(r"[0-9]{1,3}\.[0-9]{3}(?![0-9]|[.,][0-9])")
_POINT = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){0,3}\.[0-9]{1,2}(?![0-9.,/:]|\.[0-9])")
_COMMA = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3}){0,3},[0-9]{1,2}(?![0-9]|,[0-9])")


def writes_point(low: str, country: str, lexicon: Lexicon) -> bool | None:
    """Whether the text writes a decimal point against its language's custom; None where it does not show.

    Asked only of languages whose countries differ, as Mexico and Spain do.
    """
    if not lexicon.words.point_countries:
        return False
    points, commas = _POINT.search(low) is not None, _COMMA.search(low) is not None
    if points != commas:
        return points
    return True if country.upper() in lexicon.words.point_countries else None


def regrouped(low: str, made: Draft, point: bool | None, lexicon: Lexicon) -> bool:
    """Set the value right where comma or point does not mean what the language says; False where nothing tells."""
    if lexicon.words.decimal != ",":
        return True
    if point and _THREE_BEHIND_POINT.match(low, made.number):
        made.value = _times(made, 1 / THOUSAND)
    if not _THREE_BEHIND_COMMA.match(low, made.number):
        return True
    thousands = point or _must_be_whole(low, made)
    if thousands:
        made.value = _times(made, THOUSAND)
        return True
    return not made.is_money or made.per in FINE or (made.scaled and point is False)


def _times(made: Draft, factor: Decimal) -> Value:
    return Value(made.value.amount * factor, made.value.step * factor, made.value.scale)


def _must_be_whole(low: str, made: Draft) -> bool:
    """Whether thousandths are out of the question: things that are counted, and dollars or pesos of no scale."""
    if made.scaled or made.unit is None:
        return False
    sign = made.unit.sign in ("$", "peso") or low[made.start : made.number].endswith("$")
    return made.kind is UnitKind.COUNT or (sign and made.per not in FINE)
