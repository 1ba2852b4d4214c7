"""What a text says of its currencies beside its amounts: statements, places, stock exchanges, its script.

In: a folded text and its language. Out: ISO 4217 codes, some with where they stand. Each look is one pass of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from parsers import currencies
from parsers.languages import number_words
from parsers.quantities.phrases import NO_LETTER, WORD_END, trie

MOST_NAMES = 400  # names of places or currencies that are counted
LEAST_REGIONAL = 2  # letters of a shared script that tell it
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Hints:
    """Names that tell a currency, ready to be found."""

    codes: Mapping[str, str]  # name -> ISO 4217
    pattern: re.Pattern[str]  # for a text with a space in front; the name is its group "name"

    def find(self, low: str) -> list[tuple[int, str]]:
        """Where they stand in the text, and their codes."""
        matches = islice(self.pattern.finditer(" " + low), MOST_NAMES)
        return [(match.start("name") - 1, self.codes[match["name"]]) for match in matches]


def stated(low: str, language: str) -> tuple[str, ...]:
    """The currencies that the text says its amounts are in: "in Canadian dollars", 新台幣計價, (港元，下同)."""
    return tuple(code for hints in _stated(language) for _, code in hints.find(low))


def places(low: str, language: str) -> list[tuple[int, str]]:
    """Where places are named, and what their country pays in."""
    return _places(language).find(low)


def listings(low: str, language: str) -> list[tuple[int, str]]:
    """Where stock exchanges and their codes are named, and what a share costs there."""
    return _listings(language).find(low)


def is_regional(low: str, language: str) -> bool:
    """Whether the text is in a script that several countries share, as traditional Chinese is."""
    letters = number_words(language).regional
    return bool(letters) and sum(letter in low for letter in letters) >= LEAST_REGIONAL


@cache
def _stated(language: str) -> tuple[Hints, ...]:
    words = number_words(language)
    codes = {name: code for name, code in words.currencies.items() if code not in currencies.SHARED}
    name, before, behind = rf"(?P<name>{trie(codes)})", trie(words.stated_before), trie(words.stated_after)
    found = [_pattern(f"{before} ?{name}", language)] if before else []
    return tuple(Hints(codes, pattern) for pattern in (*found, *([re.compile(name + behind)] if behind else ())))


@cache
def _places(language: str) -> Hints:
    return _of_countries(number_words(language).places, language)


@cache
def _listings(language: str) -> Hints:
    return _of_countries(number_words(language).listings, language)


def _of_countries(countries: Mapping[str, str], language: str) -> Hints:
    codes = {name: currencies.of_country(country) for name, country in countries.items()}
    return Hints(codes, _pattern(rf"(?P<name>{trie(codes)})" if codes else "", language))


def _pattern(words: str, language: str) -> re.Pattern[str]:
    """Whole words, where spaces part them."""
    whole = words if number_words(language).glued or not words else f"{NO_LETTER}{words}{WORD_END}"
    return re.compile(whole or _NEVER)
