"""Large numbers that leave their currency out where the text leaves no doubt of it: 投资额100亿, "up from 3.2 billion".

A number with a scale of a million or more that counts nothing is money if a word for money stands beside it, or if the
amount before it, nearby, is money. It then has the currency of the last amount; else, in Chinese, Japanese and Korean,
the language's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.quantities.drafts import Draft, read_rate
from parsers.quantities.lexicon import Lexicon, UnitWord, money
from parsers.quantities.numerals import room
from parsers.quantities.phrases import is_letter
from parsers.types import Unit, UnitKind

LEAST_SCALE = 10**6
MILLIARD = 10**9  # of which a text counts hardly anything but money
MYRIAD = 10**4
NOUN_BEFORE, NOUN_BEHIND = 14, 6  # characters in which a word for money speaks for a number
LONGEST_WORD = 30
HEADLINE = 80  # characters in which a headline leaves a currency out before any word
MOST_STATED = 200  # amounts that are compared
MAIN = 0.75  # share of a text's amounts from which on their currency is the one that it leaves out
REACH = 160  # characters from an amount to the next that leaves its currency out


def restore(low: str, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Give the drafts that leave it out their currency."""
    previous: Draft | None = None
    outer: Draft | None = None  # what the previous one repeats in brackets in another currency
    stated = [made for made in drafts if made.is_money and made.value.scale > 1]
    told: Draft | None = None  # the last amount of money
    units = Counter[Unit]()  # of all amounts of money so far
    for made in drafts:
        if made.unit is not None:
            told = made if made.is_money else told
            units.update((made.unit.unit,) if made.is_money else ())
            outer = previous if previous is not None and _in_brackets(low, previous, made) else None
            previous = made if made.unit.unit.kind in (UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE) else previous
            continue
        if outer is not None and outer.end < made.start and ". " not in low[outer.end : made.start][:REACH]:
            previous = outer
        alone = told is not None and told.unit is not None and units[told.unit.unit] >= MAIN * units.total()
        counts_money = _near_money(low, made, lexicon) or (alone and made.value.amount >= MILLIARD)
        before = told if counts_money else previous
        if _is_large(made) and (
            word := _elsewhere(low, made, stated, lexicon) or _left_out(low, made, before, alone, lexicon)
        ):
            made.unit, made.rule = word, "currency left out"
            made.settled_by = "language" if before is None or not before.is_money else "text"
            read_rate(low, made, lexicon)
            previous = told = made
            units.update((word.unit,))


def _is_large(made: Draft) -> bool:
    """Whether a number is of the size of money that needs no unit: 三亿, 一亿两千万; never 3万."""
    return made.value.scale >= LEAST_SCALE or (made.value.scale >= MYRIAD and made.value.amount >= 100 * LEAST_SCALE)


def _left_out(low: str, made: Draft, previous: Draft | None, alone: bool, lexicon: Lexicon) -> UnitWord | None:
    """The currency left out; `alone` where hardly any other was named so far than that of the last amount."""
    before = previous.unit if previous is not None and previous.is_money else None
    if _near_money(low, made, lexicon):
        if before is not None:
            return replace(before, factor=Decimal(1))
        return money(lexicon.words.home) if lexicon.words.home else None
    if before is None or previous is None:
        return None
    gap = low[previous.end : made.start] if made.start - previous.end <= REACH else "\n"
    near = not ("\n" in gap or ("。" if lexicon.words.glued else ". ") in gap)
    if not (_ends_there(low, made, lexicon) or (near and _is_share(gap, lexicon))):
        return None
    if previous.value.scale == 1 and previous.value.amount < MYRIAD:
        return None  # "800 million shares at HK$53 apiece instead of the 750 million first planned"
    if _tallies(gap, lexicon):
        return None
    rate = lexicon.per.after(low, made.end + (low[made.end : made.end + 1] == " "))
    far = alone and not lexicon.words.glued and rate is None  # "capacity climbs to 1.2 million a year"
    return replace(before, factor=Decimal(1)) if near or far else None


def _in_brackets(low: str, left: Draft, right: Draft) -> bool:
    """Whether the right amount is the left one in another currency: "125 trillion won ($86 billion), up from 89"."""
    gap = low[left.end : right.start] if right.start - left.end <= LONGEST_WORD else ""
    return left.is_money and right.is_money and gap.lstrip(" ").startswith("(") and ")" not in gap


def _tallies(gap: str, lexicon: Lexicon) -> bool:
    """Whether the words just before a number say that it counts users, views or the like."""
    reach = NOUN_BEFORE if lexicon.words.glued else 2 * NOUN_BEFORE
    return any(tally in gap[-reach:] for tally in lexicon.words.tallies)


def _is_share(gap: str, lexicon: Lexicon) -> bool:
    """ "2 milliards d'euros, dont 850 millions levés": a part of the amount before is counted in what that is."""
    return any(f" {share} " in gap for share in lexicon.words.shares)


def _elsewhere(low: str, made: Draft, stated: Sequence[Draft], lexicon: Lexicon) -> UnitWord | None:
    """The currency of the same amount, where the text prints it with one: a headline's 籌435億 is 435.09億元 below."""
    if made.start > HEADLINE and not _ends_there(low, made, lexicon):
        return None
    half = room(made.value) / 2
    same = (one.unit for one in stated[:MOST_STATED] if one.unit and abs(one.value.amount - made.value.amount) <= half)
    found = next(same, None)
    return replace(found, factor=Decimal(1)) if found is not None and found.factor == 1 else None


def _near_money(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether a word for money stands just before the number or just behind it, in its own clause."""
    window = low[max(0, made.start - NOUN_BEFORE) : made.start]
    for stop in "，。；,;\n":
        window = window.rpartition(stop)[2]
    behind = low[made.end : made.end + NOUN_BEHIND].lstrip("的の")
    nouns = lexicon.words.money_nouns
    return behind.removeprefix(" ").startswith(nouns) or (bool(window) and any(noun in window for noun in nouns))


def _ends_there(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether no noun follows that the number could count: punctuation, the end, or a word such as "to" or "in".

    Behind an "of" only an article or a word for money will do: "650 millions de la banque", never "de passagers".
    """
    if lexicon.words.glued:
        behind = low[made.end : made.end + 1]
        return not (behind.isalnum() or behind == " ") or low.startswith(lexicon.words.stops, made.end)
    at = made.end + (low[made.end : made.end + 1] == " ")
    link = lexicon.of.after(low, at)
    if link is not None:
        word = _word(low, link[1] + (low[link[1] : link[1] + 1] == " "))
        return word in lexicon.words.stops or word.startswith(lexicon.words.money_nouns)
    if lexicon.bounds_after.after(low, at) is not None:  # "22 miliardi circa"
        return True
    return _word(low, at) in lexicon.stops if is_letter(low, at) else not low[at : at + 1].isdigit()


def _word(low: str, at: int) -> str:
    """The word that begins here, with its apostrophe."""
    end = at
    while is_letter(low, end) and end - at < LONGEST_WORD:
        end += 1
    return low[at : end + (low[end : end + 1] == "'")]
