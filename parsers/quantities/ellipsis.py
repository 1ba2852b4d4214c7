"""Large numbers that leave their currency out where the text leaves no doubt of it: 投资额100亿, "up from 3.2 billion".

A number with a scale of a million or more that counts nothing is money if a word for money stands beside it, or if the
amount before it, nearby, is money. It then has the currency of that amount; else, in Chinese, Japanese and Korean, the
language's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.quantities.drafts import Draft, read_rate
from parsers.quantities.lexicon import Lexicon, UnitWord, money
from parsers.quantities.phrases import is_letter
from parsers.types import UnitKind

LEAST_SCALE = 10**6
NOUN_BEFORE, NOUN_BEHIND = 14, 6  # characters in which a word for money speaks for a number
LONGEST_WORD = 30
REACH = 160  # characters from an amount to the next that leaves its currency out


def restore(low: str, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Give the drafts that leave it out their currency."""
    previous: Draft | None = None
    alone = len({made.unit.unit for made in drafts if made.is_money and made.unit}) == 1
    for made in drafts:
        if made.unit is not None:
            previous = made if made.unit.unit.kind in (UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE) else previous
        elif made.value.scale >= LEAST_SCALE and (word := _left_out(low, made, previous, alone, lexicon)) is not None:
            made.unit, made.rule = word, "currency left out"
            made.settled_by = "language" if previous is None or not previous.is_money else "text"
            read_rate(low, made, lexicon)
            previous = made


def _left_out(low: str, made: Draft, previous: Draft | None, alone: bool, lexicon: Lexicon) -> UnitWord | None:
    """The currency left out; `alone` where the text has but one."""
    before = previous.unit if previous is not None and previous.is_money else None
    if _near_money(low, made, lexicon):
        if before is not None:
            return replace(before, factor=Decimal(1))
        return money(lexicon.words.home) if lexicon.words.home else None
    if before is None or lexicon.words.glued or not _ends_there(low, made, lexicon):
        return None
    assert previous is not None
    near = made.start - previous.end <= REACH and "\n" not in low[previous.end : made.start]
    return replace(before, factor=Decimal(1)) if near or alone else None


def _near_money(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether a word for money stands just before the number or just behind it, in its own clause."""
    window = low[max(0, made.start - NOUN_BEFORE) : made.start]
    for stop in "，。；,;\n":
        window = window.rpartition(stop)[2]
    behind = low[made.end : made.end + NOUN_BEHIND]
    return any(noun in window or behind.startswith((noun, " " + noun)) for noun in lexicon.words.money_nouns)


def _ends_there(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether no noun follows that the number could count: punctuation, the end, or a word such as "to" or "in".

    Behind an "of" only an article or a word for money will do: "650 millions de la banque", never "de passagers".
    """
    at = made.end + (low[made.end : made.end + 1] == " ")
    link = lexicon.of.after(low, at)
    if link is not None:
        word = _word(low, link[1] + (low[link[1] : link[1] + 1] == " "))
        return word in lexicon.words.stops or word.startswith(lexicon.words.money_nouns)
    return _word(low, at) in lexicon.stops if is_letter(low, at) else not low[at : at + 1].isdigit()


def _word(low: str, at: int) -> str:
    """The word that begins here, with its apostrophe."""
    end = at
    while is_letter(low, end) and end - at < LONGEST_WORD:
        end += 1
    return low[at : end + (low[end : end + 1] == "'")]
