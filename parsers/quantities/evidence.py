"""What a text says of its currencies beside its amounts: statements, places, stock exchanges, its script.

In: a folded text and its language. Out: ISO 4217 codes, some with where they stand. Each look is one pass of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from parsers import currencies
from parsers.languages import number_words
from parsers.quantities.phrases import trie

MOST_PLACES = 400  # names of places that are counted
LEAST_REGIONAL = 2  # letters of a shared script that tell it

_LETTER_BEFORE = r"(?<![^\W\d_].)"
_NO_LETTER = r"(?![^\W\d_])"
_NEVER = r"(?!)"


def stated(low: str, language: str, meant: frozenset[str]) -> tuple[str, ...]:
    """The currencies that the text says its amounts are in: "in Canadian dollars", 新台幣計價, (港元，下同)."""
    names = _named_currencies(language)
    if not any(code in meant and name in low for name, code in names.items()):
        return ()
    return tuple(names[match["one"] or match["other"]] for match in _statements(language).finditer(low))


def places(low: str, language: str, meant: frozenset[str]) -> list[tuple[int, str]]:
    """Where places are named, and what their country pays in; nothing, where none pays in a currency that is meant."""
    return _found(low, number_words(language).places, meant, _places(language))


def listings(low: str, language: str, meant: frozenset[str]) -> list[tuple[int, str]]:
    """Where stock exchanges and their codes are named, and what a share costs there."""
    return _found(low, number_words(language).listings, meant, _listings(language))


def is_regional(low: str, language: str) -> bool:
    """Whether the text is in a script that several countries share, as traditional Chinese is."""
    letters = number_words(language).regional
    return bool(letters) and sum(letter in low for letter in letters) >= LEAST_REGIONAL


def _found(
    low: str, names: Mapping[str, str], meant: frozenset[str], pattern: re.Pattern[str]
) -> list[tuple[int, str]]:
    if not any(currencies.of_country(country) in meant and name in low for name, country in names.items()):
        return []
    found = []
    for match in pattern.finditer(low):
        found.append((match.start(), currencies.of_country(names[match.group()])))
        if len(found) == MOST_PLACES:
            break
    return found


@cache
def _named_currencies(language: str) -> Mapping[str, str]:
    """The names of single currencies, and their codes as far as they mean no more than one."""
    return {name: code for name, code in number_words(language).currencies.items() if code not in currencies.SHARED}


@cache
def _statements(language: str) -> re.Pattern[str]:
    words = number_words(language)
    names = trie(_named_currencies(language))
    before, behind = _words(words.stated_before, language), trie(words.stated_after) or _NEVER
    return re.compile(rf"{before} ?(?P<one>{names}){_NO_LETTER}|(?P<other>{names}){behind}")


@cache
def _places(language: str) -> re.Pattern[str]:
    return re.compile(_words(number_words(language).places, language))


@cache
def _listings(language: str) -> re.Pattern[str]:
    return re.compile(_words(number_words(language).listings, language))


def _words(words: Collection[str], language: str) -> str:
    """A pattern for any of the words; whole ones, where spaces part words."""
    if number_words(language).glued:
        return trie(words) or _NEVER
    return trie(words, behind=_LETTER_BEFORE) + _NO_LETTER if words else _NEVER
