"""Shared signs -> the currency they mean here, and what said so; left open where nothing does.

Asked in this order: the country of the company and the site's own domain; the same sign written out elsewhere in the text
("A$", "Canadian dollars"); places named before it; the language; last the likeliest meaning, as a default that says so.
"""

from __future__ import annotations

from parsers import currencies
from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon

# Signs whose likeliest meaning is so common that nothing less than the site or the text's own codes overrules it.
DEFAULTS = frozenset({"$", "£", "Rs", "franc", "元"})
NEAR = 300  # characters before a sign in which a place speaks for it


def settle(low: str, drafts: list[Draft], lexicon: Lexicon, language: str, site: str, country: str) -> None:
    """Give every shared sign of the text its currency, where something settles it."""
    open_drafts = [made for made in drafts if made.is_money and made.unit is not None and made.unit.sign]
    if not open_drafts:
        return
    written = [made.unit.unit.code for made in drafts if made.is_money and made.unit is not None and made.unit.unit.code]
    for made in open_drafts:
        assert made.unit is not None
        made.code, made.settled_by = _currency(low, made, made.unit.sign, written, lexicon, language, site, country)


def _currency(
    low: str, made: Draft, sign: str, written: list[str], lexicon: Lexicon, language: str, site: str, country: str
) -> tuple[str, str]:
    candidates = currencies.SHARED[sign]
    by_site = currencies.of_country(country) or currencies.of_site(site)
    if by_site in candidates:
        return by_site, "site"
    named = [code for code in written if code in candidates]
    if named and sign not in DEFAULTS:
        return named[0], "text"
    by_language = currencies.BY_LANGUAGE.get((language, sign), "")
    if by_language:
        return by_language, "language"
    if sign not in DEFAULTS:
        by_place = _place(low, made, candidates, lexicon)
        return (by_place, "text") if by_place else ("", "")
    return candidates[0], "default"


def _place(low: str, made: Draft, candidates: tuple[str, ...], lexicon: Lexicon) -> str:
    """The currency of the last place named before the sign, else of the first one behind it."""
    before = low[max(0, made.start - NEAR) : made.start]
    for at in range(len(before) - 1, -1, -1):
        if at == 0 or not before[at - 1].isalpha() or lexicon.words.glued:
            found = lexicon.places.after(before, at)
            if found and (code := currencies.of_country(found[0])) in candidates:
                return code
    behind = low[made.end : made.end + NEAR]
    for at in range(len(behind)):
        if at == 0 or not behind[at - 1].isalpha() or lexicon.words.glued:
            found = lexicon.places.after(behind, at)
            if found and (code := currencies.of_country(found[0])) in candidates:
                return code
    return ""
