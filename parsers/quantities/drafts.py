"""A number and what stands around it -> a draft of a quantity: sign or unit, minus, per what, bound.

A draft is the only mutable thing in the room: neighbours still lend it a scale or a unit (`joins`), and context settles
its sign (`settle`). What stands around is looked up only where something can stand: no letter, no look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.quantities.lexicon import Lexicon, UnitWord
from parsers.quantities.numerals import Numeral, Value
from parsers.types import Bound, UnitKind

RATE_REACH = 6  # characters from a rate to its number: 每股派息0.5元
LONGEST_PARENTHESIS = 40
MINUS_BEHIND = " (:,;\n为為是达達利润潤损損额額"  # a hyphen behind any other sign parts words or makes a range
MOST_FILLERS = 2  # between a bound and its number: "up to a further 5 billion"


_TIME_BEHIND = re.compile(r" [0-9]")  # "im Jahr 2023" is no rate


@dataclass(slots=True)
class Draft:
    """A quantity in the making. `start` and `end` span the phrase, `number` is where its number begins."""

    start: int
    end: int
    number: int
    number_end: int
    value: Value
    high: Value | None = None
    unit: UnitWord | None = None
    sign_in_front: bool = False
    negative: bool = False
    per: str = ""
    bound: Bound = Bound.EXACT
    bound_start: int = -1  # where the words of the bound begin
    rule: str = "number"
    spelled: bool = False
    scaled: bool = False
    more: bool = False  # "and some": 100多亿, 2.5万余元
    rounded: bool = False  # "une centaine"
    lone: str = ""  # the word, where the number is a single one
    paired: str = ""  # the shared sign that was printed behind a currency named in front: 元 of 新台幣56億元
    code: str = ""  # the currency, once a shared sign is settled
    settled_by: str = ""

    @property
    def kind(self) -> UnitKind:
        """The kind of its unit."""
        return UnitKind.NONE if self.unit is None else self.unit.unit.kind

    @property
    def is_money(self) -> bool:
        return self.unit is not None and self.unit.unit.kind is UnitKind.MONEY


def outline(numeral: Numeral, value: Value) -> Draft:
    """The draft of a number alone."""
    return Draft(
        numeral.start,
        numeral.end,
        numeral.start,
        numeral.end,
        value,
        spelled=numeral.spelled,
        scaled=numeral.scaled,
        more=numeral.more,
        rounded=numeral.rounded,
        lone=numeral.lone,
    )


def read_minus(low: str, made: Draft, lexicon: Lexicon) -> None:
    """A minus in front, as a sign or as a word. Behind a figure a hyphen makes a range, behind a letter a name."""
    at = made.start
    if low[at - 1 : at] == "-" and (at < 2 or low[at - 2] in MINUS_BEHIND):
        made.negative, made.start = True, at - 1
        return
    at = at - 1 if low[at - 1 : at] == " " else at
    word = lexicon.negative.before(low, at)
    if word is not None and lexicon.bounds_before.before(low, at) is None:  # "al menos" is "at least"
        made.negative, made.start = True, word[1]


def read_rate(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "a year", "per kWh" behind; 每年 in front."""
    found = lexicon.per.after(low, made.end + 1 if low[made.end : made.end + 1] in (" ", "-") else made.end)
    if found is None and lexicon.words.per_before:
        found = _rate_in_front(low, made.start, lexicon)
    if found is not None and not _TIME_BEHIND.match(low, found[1]):
        made.per = found[0]


def _rate_in_front(low: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """每股派息0.5元: the rate stands before the number or before its verb."""
    at = at - 1 if low[at - 1 : at] == " " else at
    for back in range(at, max(0, at - RATE_REACH), -1):
        found = lexicon.per_before.before(low, back)
        if found is not None and (back == at or back - found[1] > 1):  # 2030年までに is no rate
            return found
        if not low[back - 1].isalpha():
            return None
    return None


def read_bound(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "up to", "nearly" in front, past a filler or two; "or more", 以上 behind."""
    if not _bound_in_front(low, made, lexicon):
        _bound_behind(low, made, lexicon)
    if made.more and made.bound in (Bound.EXACT, Bound.ABOUT):
        made.bound = Bound.MORE_THAN
    if made.rounded and made.bound is Bound.EXACT:
        made.bound = Bound.ABOUT


def read_half(low: str, made: Draft, lexicon: Lexicon) -> None:
    """两年半, 三成半: half a unit more, behind the unit."""
    half = lexicon.unit_and_half.after(low, made.end)
    if half is None or made.value.step != made.value.scale or lexicon.not_numbers.after(low, made.end):
        return
    part = half[0] * made.value.scale
    made.value = Value(made.value.amount + part, part, made.value.scale)
    made.end, made.lone = half[1], ""


def _bound_in_front(low: str, made: Draft, lexicon: Lexicon) -> bool:
    at = made.start
    if made.spelled and low[made.number] in lexicon.words.multipliers:
        found = lexicon.bounds_of_scales.before(low, at)
        if found is not None:
            made.bound, made.bound_start = found
            return True
    for _ in range(MOST_FILLERS + 1):
        at = at - 1 if low[at - 1 : at] == " " else at
        found = lexicon.bounds_before.before(low, at)
        if found is not None:
            made.bound, made.bound_start = found
            return True
        filler = lexicon.fillers.before(low, at)
        if filler is None:
            return False
        at = filler[1]
    return False


def _bound_behind(low: str, made: Draft, lexicon: Lexicon) -> None:
    end = _past_parenthesis(low, made.end)
    found = lexicon.bounds_after.after(low, end + 1 if low[end : end + 1] == " " else end)
    if found is not None:
        made.bound = found[0]


def _past_parenthesis(low: str, end: int) -> int:
    """Behind the same amount in another currency: 55억달러(약 7조2000억원) 이상."""
    at = end + (low[end : end + 1] == " ")
    if low[at : at + 1] not in ("(", "（"):
        return end
    closed = max(low.find(")", at, at + LONGEST_PARENTHESIS), low.find("）", at, at + LONGEST_PARENTHESIS))
    return end if closed < 0 else closed + 1
