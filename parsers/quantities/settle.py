"""Shared signs -> the currency they mean here, and what said so; left open where nothing does.

Asked in this order: the country of the company and the site's own domain; currencies written out in the same text; the
language; places named in the text; last the likeliest meaning, as a default that says so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from parsers import currencies
from parsers.languages import number_words
from parsers.quantities.drafts import Draft
from parsers.quantities.phrases import trie

# Signs whose likeliest meaning is so common that it holds until the text says otherwise loudly.
DEFAULTS = frozenset({"$", "£", "Rs", "franc", "元"})
# Countries whose papers write a bare "$" for their own dollar. Hong Kong, Taiwan and Singapore mark theirs ("HK$").
BARE_DOLLAR = frozenset({"CAD", "AUD", "NZD", "MXN"})
LOUD = 3  # times that such a country must be named more often than the United States
MOST_PLACES = 400  # names of places that are counted


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text comes from: its language, and, where they are known, its site and the country of its company."""

    language: str
    site: str = ""
    country: str = ""


def settle(low: str, drafts: list[Draft], context: Context) -> None:
    """Give every shared sign of the text its currency, where something settles it."""
    shared = [made for made in drafts if made.is_money and made.unit is not None and made.unit.sign]
    if not shared:
        return
    written = _written(drafts)
    meant = {code for made in shared if made.unit for code in _told_by_places(made.unit.sign)}
    places = _places(low, context.language, meant)
    dollar = ("", "")  # means the same in all of a text
    for made in shared:
        assert made.unit is not None
        sign = made.unit.sign
        settled = dollar if sign == "$" and dollar[1] else _currency(made, sign, written, places, context)
        made.code, made.settled_by = settled
        dollar = settled if sign == "$" else dollar


def _currency(
    made: Draft, sign: str, written: dict[str, list[str]], places: list[tuple[int, str]], context: Context
) -> tuple[str, str]:
    candidates = currencies.SHARED[sign]
    here = currencies.of_country(context.country)
    by_site = here if here in candidates else currencies.of_site(context.site)
    if by_site in candidates:
        return by_site, "site"
    by_text = next((code for code in written.get(sign, ()) if code in candidates), "")
    by_language = currencies.BY_LANGUAGE.get((context.language, sign), "")
    if by_language and not by_text:
        return by_language, "language"
    by_text = by_text or _named(made, sign, candidates, places)
    if by_text:
        return by_text, "text"
    return (candidates[0], "default") if sign in DEFAULTS else ("", "")


def _written(drafts: list[Draft]) -> dict[str, list[str]]:
    """What the text itself writes out: for a sign with a default only the currencies it pairs it with (新台幣56億元);
    for the others all of the text, the most frequent first."""
    named = [made for made in drafts if made.unit is not None and made.unit.unit.code and made.is_money]
    frequent = [code for code, _ in Counter(made.unit.unit.code for made in named if made.unit).most_common()]
    written = {sign: frequent for sign in currencies.SHARED if sign not in DEFAULTS}
    for made in named:
        if made.paired and made.unit is not None:
            written.setdefault(made.paired, []).append(made.unit.unit.code)
    return written


def _named(made: Draft, sign: str, candidates: tuple[str, ...], places: list[tuple[int, str]]) -> str:
    """The candidate of the place named last before the sign, else first behind it; for "$" only a loud one."""
    if sign == "$":
        return _loud(places)
    told = [(at, code) for at, code in places if code in candidates]
    before = [code for at, code in told if at < made.start]
    if before:
        return before[-1] if sign not in DEFAULTS or len({code for _, code in told}) == 1 else ""
    return told[0][1] if told else ""


def _loud(places: list[tuple[int, str]]) -> str:
    """The dollar country that the text opens with or is about, where it is not about the United States."""
    counts = Counter(code for _, code in places)
    code, times = next(((code, times) for code, times in counts.most_common() if code in BARE_DOLLAR), ("", 0))
    opens = bool(places) and places[0] == (0, code) and not counts["USD"]
    return code if opens or times >= LOUD * max(1, counts["USD"]) else ""


def _told_by_places(sign: str) -> frozenset[str]:
    return BARE_DOLLAR if sign == "$" else frozenset(currencies.SHARED[sign])


def _places(low: str, language: str, meant: set[str]) -> list[tuple[int, str]]:
    """Where places are named, and what their country pays in; nothing, where none pays in a currency that is meant."""
    names = number_words(language).places
    if not any(currencies.of_country(country) in meant and name in low for name, country in names.items()):
        return []
    found = []
    for match in _place_pattern(language).finditer(low):
        found.append((match.start(), currencies.of_country(names[match.group()])))
        if len(found) == MOST_PLACES:
            break
    return found


@cache
def _place_pattern(language: str) -> re.Pattern[str]:
    words = number_words(language)
    if words.glued:
        return re.compile(trie(words.places))
    return re.compile(trie(words.places, behind=r"(?<![^\W\d_].)") + r"(?![^\W\d_])")
