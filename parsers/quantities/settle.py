"""Shared signs -> the currency they mean here, and what said so; left open where nothing does.

Asked in this order: what the text says all its amounts are in; the country of the company and the site's own domain;
currencies written out in the same text; the language; places named in the text; last the likeliest meaning, as a
default that says so. Nearer evidence wins: a place in the amount's own clause, the exchange where a share is priced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from parsers import currencies
from parsers.quantities.drafts import Draft
from parsers.quantities.evidence import is_regional, listings, places, stated

# Signs whose likeliest meaning is so common that it holds until the text says otherwise loudly.
DEFAULTS = frozenset({"$", "£", "Rs", "franc", "元"})
# Countries whose papers write a bare "$" for their own dollar. Hong Kong, Taiwan and Singapore mark theirs ("HK$").
BARE_DOLLAR = frozenset({"CAD", "AUD", "NZD", "MXN"})
LOUD = 3  # times that such a country must be named more often than the United States
PRICES = frozenset({"share", "unit"})  # a share's price is in the money of its exchange
HEADLINE = 200  # characters within which a headline ends
CLAUSE = 60  # characters from a sign to a place in its own clause
SENTENCE = 120  # characters from a price to the exchange in its own sentence
_CLAUSE_ENDS = ".,;:。，；、\n"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text comes from: its language, and, where they are known, its site and the country of its company."""

    language: str
    site: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text itself holds."""

    low: str
    stated: tuple[str, ...]  # currencies that all amounts are said to be in
    written: dict[str, list[str]]  # for a shared sign: currencies written out
    places: list[tuple[int, str]]
    listings: list[tuple[int, str]]
    regional: bool  # in a script where places settle more than the language
    marked: frozenset[str]  # dollars that the text prints with their country, and so not bare: "C$"
    twins: Mapping[Decimal, str]  # amounts that it prints with a country's dollar, and so bare too


def settle(low: str, drafts: list[Draft], context: Context) -> None:
    """Give every shared sign of the text its currency, where something settles it."""
    shared = [made for made in drafts if made.is_money and made.unit is not None and made.unit.sign]
    if not shared:
        return
    evidence = _gather(low, drafts, context)
    dollar = ("", "")  # means the same in all of a text
    for made in sorted(shared, key=lambda made: made.unit is not None and made.unit.sign == "$"):
        assert made.unit is not None
        sign = made.unit.sign
        settled = dollar if sign == "$" and dollar[1] else _currency(made, sign, evidence, context)
        made.code, made.settled_by = settled
        dollar = settled if sign == "$" and made.per not in PRICES else dollar
        if made.paired and made.code:
            evidence.written.setdefault(made.paired, []).append(made.code)  # "$500 pesos" says what "$" is


def _gather(low: str, drafts: list[Draft], context: Context) -> Evidence:
    return Evidence(
        low,
        stated(low, context.language),
        _written(low, drafts),
        places(low, context.language),
        listings(low, context.language) if any(made.per in PRICES for made in drafts) else [],
        is_regional(low, context.language),
        _marked(drafts),
        {
            made.value.amount: made.unit.unit.code
            for made in drafts
            if made.is_money and made.unit is not None and made.unit.unit.code in BARE_DOLLAR
        },
    )


def _currency(made: Draft, sign: str, evidence: Evidence, context: Context) -> tuple[str, str]:
    candidates = currencies.SHARED[sign]
    by_text = next((code for code in evidence.stated if code in candidates), "")
    by_site = _by_site(candidates, context)
    if by_site and not by_text:
        return by_site, "site"
    by_text = by_text or _near(made, sign, candidates, evidence)
    by_text = by_text or next((code for code in evidence.written.get(sign, ()) if code in candidates), "")
    by_language = currencies.BY_LANGUAGE.get((context.language, sign), "")
    if by_language and not by_text and not evidence.regional:
        return by_language, "language"
    by_text = by_text or _named(made, sign, candidates, evidence)
    if by_text or by_language:
        return by_text or by_language, "text" if by_text else "language"
    return (candidates[0], "default") if sign in DEFAULTS else ("", "")


def _by_site(candidates: tuple[str, ...], context: Context) -> str:
    here = currencies.of_country(context.country)
    by_site = here if here in candidates else currencies.of_site(context.site)
    return by_site if by_site in candidates else ""


def _written(low: str, drafts: list[Draft]) -> dict[str, list[str]]:
    """What the text itself writes out: for a sign with a default only the currencies it pairs it with (新台幣56億元,
    5億元新臺幣); for the others all of the text, the most frequent first."""
    named = [made for made in drafts if made.unit is not None and made.unit.unit.code and made.is_money]
    frequent = [code for code, _ in Counter(made.unit.unit.code for made in named if made.unit).most_common()]
    written = {sign: list(frequent) for sign in currencies.SHARED if sign not in DEFAULTS}
    for made in named:
        paired = made.paired or currencies.SHARED_SIGNS.get(low[made.number_end : made.number_end + 1], "")
        if paired and made.unit is not None:
            written.setdefault(paired, []).append(made.unit.unit.code)
    return written


def _marked(drafts: list[Draft]) -> frozenset[str]:
    """ "Honda will spend $11 billion; Ottawa adds C$2.5 billion": who marks one dollar behind bare ones means another
    by those, unless one amount stands with either. "A$480 million, of which $210 million" are of one kind."""
    money = [
        (made.unit.unit.code, made.value.amount)
        for made in drafts
        if made.is_money and made.unit is not None and (made.unit.unit.code or made.unit.sign == "$")
    ]
    bare = {amount for code, amount in money if not code}
    first = next((place for place, (code, _) in enumerate(money) if not code), len(money))
    behind = {code for code, _ in money[first:]} & BARE_DOLLAR
    return frozenset(behind - {code for code, amount in money if amount in bare} - {code for code, _ in money[:first]})


def _near(made: Draft, sign: str, candidates: tuple[str, ...], evidence: Evidence) -> str:
    """What a share costs at the exchange that its sentence names; for signs without a default, what they pay in at the
    place that the amount's own clause names: "kr 800m of Danish money"."""
    if made.per in PRICES:
        near = [code for at, code in evidence.listings if code in candidates and abs(at - made.start) <= SENTENCE]
        return near[0] if near else ""
    if sign in DEFAULTS:
        return ""
    start, end = _clause(evidence.low, made)
    told = {code for at, code in evidence.places if start <= at < end and code in candidates}
    return told.pop() if len(told) == 1 else ""


def _clause(low: str, made: Draft) -> tuple[int, int]:
    """Where the amount's own clause begins and ends, as far as it is looked at."""
    first, last = max(0, made.start - CLAUSE), made.end + CLAUSE
    return (
        max(first, *(low.rfind(mark, first, made.start) for mark in _CLAUSE_ENDS)),
        min(last, *(at for mark in _CLAUSE_ENDS if (at := low.find(mark, made.end, last)) >= 0), last),
    )


def _named(made: Draft, sign: str, candidates: tuple[str, ...], evidence: Evidence) -> str:
    """The candidate of the place named last before the sign, else first behind it; for "$" only a loud one, and in a
    script of several countries the one that is named most."""
    if sign == "$":
        loud = evidence.twins.get(made.value.amount) or _loud(evidence.low, evidence.places)
        return "" if loud in evidence.marked else loud
    told = [(at, code) for at, code in evidence.places if code in candidates]
    if evidence.regional and told:
        return Counter(code for _, code in told).most_common(1)[0][0]
    before = [code for at, code in told if at < made.start]
    if before:
        return before[-1] if sign not in DEFAULTS or len({code for _, code in told}) == 1 else ""
    return told[0][1] if told else ""


def _loud(low: str, told: list[tuple[int, str]]) -> str:
    """The dollar country that the text opens with or is about, where it is not about the United States."""
    counts = Counter(code for _, code in told)
    code, times = next(((code, times) for code, times in counts.most_common() if code in BARE_DOLLAR), ("", 0))
    headline = low.find("\n") if "\n" in low[:HEADLINE] else 0
    opens = bool(told) and not counts["USD"] and (told[0] == (0, code) or (times > 1 and told[0][0] < headline))
    return code if opens or times >= LOUD * max(1, counts["USD"]) else ""
