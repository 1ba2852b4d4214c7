"""Text -> mentions of quantities, and doubts. One engine, no language in it; the words are in `parsers.languages`.

The way of a number: `folding` gives the text one spelling; `scan` finds the numbers; `units` and `drafts` look at what
stands around each; `names` leaves out what is no quantity; `joins` makes ranges and lists of neighbours; `ellipsis` and
`settle` say which currency is meant. What is seen and cannot be read becomes a doubt, never a guess.
"""

from __future__ import annotations

from decimal import Decimal

from parsers.quantities.cents import with_cents
from parsers.quantities.drafts import Draft, outline, read_bound, read_half, read_minus, read_rate
from parsers.quantities.ellipsis import restore
from parsers.quantities.folding import fold, lower, without_wordless
from parsers.quantities.joins import join
from parsers.quantities.lexicon import PERCENT, Lexicon, UnitWord, lexicon
from parsers.quantities.names import DOUBTED, refusal
from parsers.quantities.numerals import Numeral, Value
from parsers.quantities.scan import numerals
from parsers.quantities.separators import UNTOLD, regrouped, writes_point
from parsers.quantities.settle import Context, settle
from parsers.quantities.units import read_sign, read_unit, unit_behind
from parsers.types import Doubt, Mention, Quantity, Unit, UnitKind

__all__ = ["read_quantities"]

NO_UNIT = Unit(UnitKind.NONE)


def read_quantities(
    text: str, language: str, *, site: str = "", country: str = ""
) -> tuple[tuple[Mention, ...], tuple[Doubt, ...]]:
    """All quantities of a text in their order, with exact offsets, and what was seen and not read.

    `language` is ISO 639-1; an unknown one is read as English. `site` (a host) and `country` (ISO 3166, of the company
    that speaks) settle signs that several currencies share. Never raises, whatever the text.
    """
    words = lexicon(language)
    low, wordless = without_wordless(lower(fold(text)))
    point = writes_point(low, country, words)
    drafts: list[Draft] = []
    doubts = [Doubt(text[start:end], start, end, "figures without words") for start, end in wordless]
    taken = 0
    for numeral in numerals(low, words):
        if numeral.start < taken:
            continue
        if numeral.value is None:
            doubts.extend(_doubts(text, low, numeral, words))
            continue
        made = _drafted(text, low, numeral, numeral.value, words, taken)
        refused = refusal(text, low, made, words, taken)
        if not refused and not regrouped(low, made, point, words):
            refused = UNTOLD
        if not refused:
            drafts.append(made)
            taken = made.end
        elif refused in DOUBTED or refused == UNTOLD:
            doubts.append(Doubt(text[made.start : made.end], made.start, made.end, refused))
    drafts = join(low, with_cents(low, drafts, words), words)
    restore(low, drafts, words)
    settle(low, drafts, Context(language, site, country))
    return tuple(_mention(text, made) for made in drafts), tuple(doubts)


def _drafted(text: str, low: str, numeral: Numeral, value: Value, words: Lexicon, taken: int) -> Draft:
    """A number with what stands around it. `taken` is where the quantity before it ends."""
    made = outline(numeral, value)
    if numeral.percent:
        made.unit, made.rule = UnitWord(PERCENT), "percent in front"
    else:
        read_sign(text, low, made, words, taken)
        read_unit(text, low, made, words)
        read_half(low, made, words)
    read_minus(low, made, words)
    if made.unit is not None:
        read_rate(low, made, words)
    read_bound(low, made, words)
    return made


def _doubts(text: str, low: str, numeral: Numeral, words: Lexicon) -> list[Doubt]:
    """Vague amounts of money, and money in figures that fit no way of writing numbers. Many users are no doubt."""
    at = numeral.start
    sign = words.signs.before(low, at - 1 if low[at - 1 : at] == " " else at)
    unit = unit_behind(low, numeral.end, words)
    money = sign is not None or (unit is not None and unit[0].unit.kind is UnitKind.MONEY)
    if not money and (unit is not None or not numeral.vague or not words.words.glued):
        return []
    start, end = sign[1] if sign else numeral.start, unit[1] if unit else numeral.end
    return [Doubt(text[start:end], start, end, "vague amount" if numeral.vague else "unreadable number")]


def _mention(text: str, made: Draft) -> Mention:
    factor = made.unit.factor if made.unit else Decimal(1)
    sign = -1 if made.negative else 1
    ends = (made.value.amount * factor * sign, (made.high or made.value).amount * factor * sign)
    quantity = Quantity(min(ends), max(ends), _unit(made), made.bound, made.value.step * factor / 2)
    return Mention(quantity, text[made.start : made.end], made.start, made.end, made.rule, made.settled_by)


def _unit(made: Draft) -> Unit:
    if made.unit is None:
        return NO_UNIT
    unit = made.unit.unit
    if not made.code and not made.per:
        return unit
    code = made.code or unit.code
    return Unit(unit.kind, code, () if code else unit.candidates, made.per)
