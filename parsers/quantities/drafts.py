"""A number and what stands around it -> a draft of a quantity: sign or unit, bound, per what.

A draft is the only mutable thing in the house: neighbours still lend it a scale or a unit (`joins`), and context
settles its sign (`settle`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from parsers.currencies import WORDLIKE
from parsers.quantities.lexicon import Lexicon, UnitWord
from parsers.quantities.numerals import Value
from parsers.quantities.phrases import is_letter
from parsers.quantities.scan import Numeral
from parsers.types import Bound, Unit, UnitKind

MOST_FILLERS = 2  # "up to a further 5 billion"


@dataclass(slots=True)
class Draft:
    """A quantity in the making. Offsets of the whole phrase, and of the number alone."""

    start: int
    end: int
    number: int  # where the number begins
    value: Value
    high: Value | None = None
    unit: UnitWord | None = None
    sign_in_front: bool = False
    per: str = ""
    bound: Bound = Bound.EXACT
    bound_start: int = -1  # where the words of the bound begin
    rule: str = "number"
    spelled: bool = False
    scaled: bool = False
    lone: str = ""
    settled_by: str = ""
    code: str = ""  # the currency, once a shared sign is settled
    negative: bool = False
    more: bool = False  # "and some": 100多亿, 2.5万余元

    @property
    def is_money(self) -> bool:
        return self.unit is not None and self.unit.unit.kind is UnitKind.MONEY


def draft(text: str, low: str, numeral: Numeral, value: Value, lexicon: Lexicon, taken: int) -> Draft:
    """The number with its sign in front or its unit behind. Text before `taken` belongs to the number before it."""
    made = Draft(numeral.start, numeral.end, numeral.start, value, spelled=numeral.spelled, scaled=numeral.scaled)
    if numeral.percent:
        made.unit, made.rule = UnitWord(Unit(UnitKind.PERCENT, "percent")), "percent in front"
    made.lone = numeral.lone
    made.more = numeral.more
    _sign(text, low, made, lexicon, taken)
    _unit(text, low, made, lexicon)
    if made.unit is None and not lexicon.words.glued:
        _noun(low, made, lexicon)
    _negative(low, made, lexicon)
    if made.unit is not None:
        _rate(low, made, lexicon)
    _bound(low, made, lexicon)
    if made.more and made.bound in (Bound.EXACT, Bound.ABOUT):
        made.bound = Bound.MORE_THAN
    return made


def _sign(text: str, low: str, made: Draft, lexicon: Lexicon, taken: int) -> None:
    """A currency in front: "$5", "RMB 10 billion", 人民币100亿, "€ -12"."""
    at = _back(low, made.start, " ")
    if low[at - 1 : at] in ("-", "+") and at > 1:
        at = _back(low, at - 1, " ")
    found = lexicon.signs.before(low, at)
    if found is None and low[at - 1 : at] == "-":
        found = lexicon.signs.before(low, at - 1)
    if found is None or found[1] < taken or _is_word(text[found[1] : at]):
        return
    if is_letter(low, at - 1) and is_letter(low, found[1]) and at < made.start and _unlikely(found[0], made):
        return
    made.unit, made.start = found
    made.sign_in_front = True
    made.negative = "-" in low[found[1] : made.number] and low[made.number - 1] == "-" and low[found[1] :][:1] not in "abc"
    made.rule = "sign in front"


def _unlikely(word: UnitWord, made: Draft) -> bool:
    """Whether a currency's name in front is rather a word of the sentence: "the launch crowns fifteen years", "in euros 2030"."""
    return made.spelled or bool(word.sign) and not made.scaled or FIRST_YEAR <= made.value.amount <= LAST_YEAR and not made.scaled


def _is_word(printed: str) -> bool:
    """Whether letters that are also a currency's code are plain words here: "All 70 of us", "try 5"."""
    return printed.upper() in WORDLIKE and not printed.isupper()


def _back(low: str, at: int, char: str) -> int:
    return at - 1 if low[at - 1 : at] == char else at


def _unit(text: str, low: str, made: Draft, lexicon: Lexicon) -> None:
    """A short scale and a unit behind: "10bn", "50 MUSD", "40 GWh", "10 billion yuan", "75 USD million"."""
    if not made.spelled and not made.scaled:
        _suffix(low, made, lexicon)
    found = _unit_behind(low, made.end, lexicon)
    if found is None and low[made.end : made.end + 1] in lexicon.words.more and low[made.end : made.end + 1]:
        found = lexicon.units.after(low, made.end + 1)
        made.more = found is not None
    if found is None:
        return
    word, end = found
    if end - made.end <= 2 and text[end - 1].isascii() and text[end - 1].isalpha() and low[end - 2] in " -0123456789":
        if text[end - 1] not in PRINTED_LETTERS:
            return
    if (made.unit is not None and not _fits(made.unit, word)) or _is_word(text[made.end : end].strip(" ")):
        return
    if word.unit.kind is UnitKind.MONEY and made.unit is None and _belongs_to_next(low, made, end):
        return
    if made.unit is None or made.unit.sign:
        if made.unit is not None and word.sign == made.unit.sign:
            word = made.unit
        made.unit = word if made.unit is None or word.unit.kind is UnitKind.MONEY else made.unit
    made.end = end
    made.rule = "sign in front" if made.sign_in_front else "unit behind"
    if made.is_money and not made.scaled:
        _scale_behind_unit(low, made, lexicon)


def _belongs_to_next(low: str, made: Draft, end: int) -> bool:
    """Whether a sign behind is the sign in front of the next number: "3 USD50 cards", "2020 of $477", "2019 $ 75 million"."""
    glued_to_us = low[made.end : made.end + 1] != " "
    if low[end : end + 1].isdigit():
        return not glued_to_us
    return low[end + 1 : end + 2].isdigit() and low[end] == " " and 1900 <= made.value.amount <= 2100 and not low[end - 1].isalpha()


def _fits(sign: UnitWord, behind: UnitWord) -> bool:
    """Whether a unit behind repeats the sign in front: 人民币100亿元, "$5 million CAD"."""
    if behind.unit.kind is not UnitKind.MONEY:
        return False
    ours, theirs = sign.unit, behind.unit
    if ours.code and theirs.code:
        return ours.code == theirs.code
    if ours.code:
        return behind.sign in ("元", "$", "¥") or ours.code in theirs.candidates
    return theirs.code in ours.candidates or sign.sign == behind.sign


def _suffix(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "$10bn", "10m euros", "3.5k": a letter is a scale only where money or a noun follows or a sign goes before."""
    glued = low[made.end : made.end + 1] != " "
    at = made.end if glued else made.end + 1
    at = at + 1 if low[at : at + 1] == "-" else at
    found = lexicon.suffixes.after(low, at)
    if found is None:
        return
    scale, end = found
    letter = low[at:end]
    behind = _unit_behind(low, end, lexicon)
    money = behind is not None and behind[0].unit.kind is UnitKind.MONEY
    counted = behind is not None and behind[0].unit.kind is UnitKind.COUNT and letter not in _UNIT_LIKE
    if money or counted or made.unit is not None or (len(letter) > 1 and letter not in _UNIT_LIKE):
        made.value = made.value.times(Decimal(scale))
        made.end, made.scaled = end, True


_UNIT_LIKE = frozenset({"mm", "mil", "mi", "md", "cr", "tr", "m.", "t.", "b."})
PRINTED_LETTERS = "mtglhWVA"  # single letters that are units, as they must be printed: never 5G
FIRST_YEAR, LAST_YEAR = 1900, 2100
_WORD = re.compile(r" ?-?([^\W\d_]+(?:[-'][^\W\d_]+){0,3})")
_NOUN_REACH = 3  # words from a number to what it counts: "two new electric cars"


def _noun(low: str, made: Draft, lexicon: Lexicon) -> None:
    """What is counted, past an adjective or two: "500 neue Arbeitsplätze", "94 production associates"."""
    if made.lone in lexicon.words.ones:
        return
    at = made.end
    for _ in range(_NOUN_REACH):
        word = _WORD.match(low, at)
        if word is None or word[1] in lexicon.stops:
            return
        unit = lexicon.nouns.get(word[1]) or _plural(word[1], lexicon)
        if unit is not None:
            made.unit, made.end, made.rule = UnitWord(unit), word.end(), "noun behind"
            return
        at = word.end()


def _plural(word: str, lexicon: Lexicon) -> Unit | None:
    """The singular of a plural noun, in languages whose plurals tell themselves."""
    for ending, singular in lexicon.words.plurals_of.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return Unit(UnitKind.COUNT, word[: -len(ending)] + singular) if ending != singular else None
    return None


def _unit_behind(low: str, end: int, lexicon: Lexicon) -> tuple[UnitWord, int] | None:
    """The unit that begins here, after a space, a hyphen or an "of"."""
    at = _skip(low, end)
    found = lexicon.units.after(low, at)
    if found is not None:
        return found if _after_hyphen_ok(low, end, found) else None
    link = lexicon.of.after(low, at)
    if link is None:
        return None
    at = link[1] + 1 if low[link[1] : link[1] + 1] == " " else link[1]
    found = lexicon.units.after(low, at)
    return found if found and found[0].unit.kind is UnitKind.MONEY else None


def _skip(low: str, at: int) -> int:
    """Past a hyphen, or past one or two spaces."""
    if low[at : at + 1] == "-":
        return at + 1
    return at + 2 if low[at : at + 2] == "  " else _past(low, at)


def _past(low: str, at: int) -> int:
    return at + 1 if low[at : at + 1] == " " else at


def _after_hyphen_ok(low: str, end: int, found: tuple[UnitWord, int]) -> bool:
    """A dash before a number is a minus or a range, never a link to a unit: "5-%"."""
    return low[end : end + 1] != "-" or found[1] - end > 2


def _scale_behind_unit(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "75 USD million", "16,4 $ millions"."""
    at = made.end + 1 if low[made.end : made.end + 1] == " " else made.end
    found = lexicon.scales.after(low, at)
    if found is not None and found[0] >= 1000 and not lexicon.words.glued:
        made.value = made.value.times(Decimal(found[0]))
        made.end, made.scaled = found[1], True


def _negative(low: str, made: Draft, lexicon: Lexicon) -> None:
    """A minus in front, as a sign or as a word."""
    at = made.start
    if low[at - 1 : at] == "-" and (at < 2 or low[at - 2] in " (:,;\n"):
        made.negative, made.start = True, at - 1
        return
    word = lexicon.negative.before(low, _back(low, at, " "))
    if word is not None:
        made.negative, made.start = True, word[1]


def _rate(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "a year", "per kWh" behind; 每年 in front."""
    at = made.end + 1 if low[made.end : made.end + 1] in (" ", "-") else made.end
    found = lexicon.per.after(low, at)
    if found is not None:
        made.per = found[0]
        return
    before = lexicon.per_before.before(low, _back(low, made.start, " "))
    if before is not None:
        made.per = before[0]


def _bound(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "up to", "nearly" in front, past a filler or two; "or more", 以上 behind."""
    at = made.start
    for _ in range(MOST_FILLERS + 1):
        at = _back(low, at, " ")
        found = lexicon.bounds_before.before(low, at)
        if found is not None:
            made.bound, made.bound_start = found
            return
        filler = lexicon.fillers.before(low, at)
        if filler is None:
            break
        at = filler[1]
    at = made.end + 1 if low[made.end : made.end + 1] == " " else made.end
    behind = lexicon.bounds_after.after(low, at)
    if behind is not None and not (low[at] == "+" and is_letter(low, behind[1])):
        made.bound = behind[0]
