"""A language's words, made ready to be looked up. In: `NumberWords`; out: one `Lexicon` a language, made once.

What is international is added here: ISO 4217 codes and signs, symbols of measures, the short scales of the financial
press, codes with their scale in front ("MUSD", "kEUR").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeVar

from parsers import currencies
from parsers.languages import NumberWords, number_words
from parsers.quantities.phrases import Phrases
from parsers.types import Bound, Unit, UnitKind

V = TypeVar("V")
PERCENT = Unit(UnitKind.PERCENT, "percent")


class Fraction(StrEnum):
    """What part of its unit a unit word stands for."""

    WHOLE = "1"
    TENTH = "0.1"
    HUNDREDTH = "0.01"


@dataclass(frozen=True, slots=True)
class UnitWord:
    """What a unit phrase says: the unit, how many of it one is, and, for money, the shared sign it was printed with."""

    unit: Unit
    factor: Decimal = Decimal(1)  # 0.01 for cents, 10 for 成, 10**6 for "MUSD"
    sign: str = ""  # key of currencies.SHARED
    named: bool = False  # by a word of the language, not by a sign or a code


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language."""

    words: NumberWords
    scales: Phrases[int]  # "billion", behind a number
    suffixes: Phrases[int]  # "bn", behind figures
    units: Phrases[UnitWord]  # behind a number
    signs: Phrases[UnitWord]  # in front of a number
    of: Phrases[None]
    per: Phrases[str]
    per_before: Phrases[str]
    bounds_before: Phrases[Bound]
    bounds_after: Phrases[Bound]
    bounds_of_scales: Phrases[Bound]
    fillers: Phrases[None]
    halves: Phrases[Decimal]
    and_half: Phrases[Decimal]
    unit_and_half: Phrases[Decimal]
    ones: Phrases[None]
    negative: Phrases[None]
    nouns: Mapping[str, Unit]  # what is counted, by single words
    stops: frozenset[str]
    vague: Phrases[None]
    months: Phrases[None]
    names_before: Phrases[None]
    names_after: Phrases[None]
    dates_before: Phrases[None]
    dates_after: Phrases[None]
    not_numbers: Phrases[None]


_SYMBOLS = """
    km kg GWh MWh kWh TWh Wh GW MW kW W V kV kA Ah mAh GB TB MB hp PS bhp Nm MPa kN rpm Gbps Mbps TOPS TFLOPS GHz MHz Hz
    nm mm cm km/h mph kph dB lb lbs oz mg μg µg ml cl dl °C °F sqm m² km² m³ ㎡ m2 km2 mpg Wh/kg Wh/L kWh/100km t/a mWh
    ha ㎞ ㎏ ㎜ ㎝ ㎢ ㎾ ㎿ rad psi l/100km g/km
"""
_SYMBOL_NAMES = {
    "m²": "square metre", "㎡": "square metre", "m2": "square metre", "sqm": "square metre", "km²": "square kilometre",
    "km2": "square kilometre", "m³": "cubic metre", "lbs": "lb", "oz": "ounce", "mm": "millimetre",
    "cm": "centimetre", "mg": "milligram", "μg": "microgram", "µg": "microgram", "ml": "millilitre", "cl": "centilitre",
    "°C": "degree Celsius", "°F": "degree Fahrenheit", "kph": "km/h", "PS": "hp", "bhp": "hp", "ha": "hectare",
    "㎞": "km", "㎏": "kg", "㎜": "millimetre", "㎝": "centimetre", "㎢": "square kilometre", "㎾": "kW", "㎿": "MW",
}  # fmt: skip
_LETTERS = {"m": "metre", "t": "tonne", "g": "gram", "h": "hour", "l": "litre", "°": "degree"}
_SCALED_CODES = "USD EUR GBP CNY RMB JPY SEK NOK DKK CHF CAD AUD HKD SGD INR KRW TWD PLN CZK HUF ZAR BRL MXN"
_CODE_SCALES = {"k": 10**3, "t": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9}


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language (ISO 639-1; of the fallback where we do not speak it)."""
    words = number_words(language)
    own = [words, *(number_words(code) for code in words.borrows)]
    return Lexicon(
        words=words,
        scales=Phrases(_merged(one.multipliers for one in own)),
        suffixes=Phrases(_merged(one.suffixes for one in own)),
        units=Phrases(_units(own)),
        signs=Phrases(_signs(own)),
        of=_set(words.of),
        per=Phrases(_merged(one.per for one in own)),
        per_before=Phrases(dict(words.per_before)),
        bounds_before=_bounds(_merged(one.bounds_before for one in own)),
        bounds_after=_bounds(_merged(one.bounds_after for one in own)),
        bounds_of_scales=_bounds(words.bounds_of_scales),
        fillers=_set(words.fillers),
        halves=Phrases({phrase: Decimal(value) for phrase, value in words.halves.items()}),
        and_half=Phrases({phrase: Decimal(value) for phrase, value in words.and_half.items()}),
        unit_and_half=Phrases({phrase: Decimal(value) for phrase, value in words.unit_and_half.items()}),
        ones=_set(words.ones),
        negative=_set(words.negative),
        nouns={noun: Unit(UnitKind.COUNT, code) for noun, code in words.counts.items() if not words.glued},
        stops=frozenset().union(
            words.stops, words.dates_before, words.list_words, words.range_words, words.of, words.ones
        ),
        vague=_set(words.vague),
        months=_set(phrase for one in own for phrase in one.months),
        names_before=_set(phrase for one in own for phrase in one.names_before),
        names_after=_set(words.names_after),
        dates_before=_set(phrase for one in own for phrase in one.dates_before),
        dates_after=_set(words.dates_after),
        not_numbers=_set(words.not_numbers),
    )


def money(code_or_sign: str, factor: str | int = 1) -> UnitWord:
    """Money of an ISO 4217 code, or of a shared sign, whose candidates it then carries."""
    candidates = currencies.SHARED.get(code_or_sign, ())
    unit = Unit(UnitKind.MONEY, "" if candidates else code_or_sign, candidates)
    return UnitWord(unit, Decimal(factor), code_or_sign if candidates else "")


def _set(phrases: Iterable[str]) -> Phrases[None]:
    return Phrases(dict.fromkeys(phrases))


def _bounds(phrases: Mapping[str, str]) -> Phrases[Bound]:
    return Phrases({phrase: Bound(value) for phrase, value in phrases.items()})


def _merged(tables: Iterable[Mapping[str, V]]) -> dict[str, V]:
    """The language's own words, which come first, win over those it borrows."""
    return {phrase: value for table in reversed(list(tables)) for phrase, value in table.items()}


def _units(own: list[NumberWords]) -> dict[str, UnitWord]:
    symbols = {symbol.lower(): _SYMBOL_NAMES.get(symbol, symbol) for symbol in _SYMBOLS.split()}
    table = _kind(symbols | _LETTERS, UnitKind.MEASURE)
    table |= {"%": UnitWord(PERCENT), "‰": UnitWord(PERCENT, Decimal("0.1"))}
    for words in reversed(own):
        table |= _kind(words.measures, UnitKind.MEASURE) | _kind(words.counts, UnitKind.COUNT)
        table |= _kind(words.coins, UnitKind.COUNT) | _kind(words.percent, UnitKind.PERCENT)
        table |= {phrase: UnitWord(PERCENT, Decimal(10)) for phrase in words.tenfold_percent}
        table |= _money_words(words)
        table |= {phrase: money(code, Fraction.HUNDREDTH) for phrase, code in words.cents.items() if code}
        table |= {phrase: money(code, Fraction.TENTH) for phrase, code in words.tenths.items()}
    return table | _international(behind=True) | {"¢": money("$", Fraction.HUNDREDTH)}


def _signs(own: list[NumberWords]) -> dict[str, UnitWord]:
    table: dict[str, UnitWord] = {}
    for words in reversed(own):
        table |= {phrase: word for phrase, word in _money_words(words).items() if len(phrase) > 1}
    return table | _international(behind=False)


def _kind(phrases: Mapping[str, str], kind: UnitKind) -> dict[str, UnitWord]:
    return {phrase: UnitWord(Unit(kind, code)) for phrase, code in phrases.items()}


def _money_words(words: NumberWords) -> dict[str, UnitWord]:
    return {phrase: replace(money(code), named=True) for phrase, code in words.currencies.items()}


def _international(*, behind: bool) -> dict[str, UnitWord]:
    """Codes and signs, for the place behind a number or in front of it."""
    elsewhere = currencies.ONLY_BEFORE if behind else currencies.ONLY_AFTER
    table = {code.lower(): money(code) for code in currencies.CODES}
    table |= {sign: money(code) for sign, code in {**currencies.SHARED_SIGNS, **currencies.SIGNS}.items()}
    for code in _SCALED_CODES.split():
        iso = "CNY" if code == "RMB" else code
        for prefix, scale in _CODE_SCALES.items():
            table[prefix + code.lower()] = money(iso, scale)
            table[code.lower() + prefix] = money(iso, scale)
    for sign in ("kr", "€", "$", "£"):
        table |= {prefix + sign: money("EUR" if sign == "€" else sign, scale) for prefix, scale in _CODE_SCALES.items()}
    table |= {"mdd": money("USD", 10**6), "mdp": money("MXN", 10**6)}  # millones de dólares, de pesos
    return {phrase: word for phrase, word in table.items() if phrase not in elsewhere}
