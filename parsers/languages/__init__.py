"""Languages: one file each, words only.

A language is a module of this package named by its ISO 639-1 code. It holds one constant, `NUMBERS`: how it writes
quantities. How it speaks of them is in `parsers.cues`. Languages are found, not registered: a new one is a new file
and its corpus in `tests/cases/languages/`, and no edit.

All phrases are in lower case and looked up in lower-cased text; a space in a phrase stands for one printed space.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import ModuleType

FALLBACK = "en"  # signs, codes and symbols are international; the words of the trade press are English


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How a language writes quantities."""

    code: str  # ISO 639-1

    # -- numerals
    decimal: str = "."  # between units and tenths
    point_countries: tuple[str, ...] = ()  # countries (ISO 3166) that write a point there, though the language does not
    grouping: str = ","  # between thousands; " " where a space may do it
    glued: bool = False  # words stand without spaces between them, as in Chinese
    units_before_tens: bool = False  # "fünfundvierzig": five-and-forty
    elided: bool = False  # "一百七" is 170: a last digit counts the next lower place
    digits: Mapping[str, int] = field(default_factory=dict)  # words that add: "seven", "twenty"
    multipliers: Mapping[str, int] = field(default_factory=dict)  # words that multiply: "hundred", "billion"
    plurals: tuple[str, ...] = ()  # multipliers that name no amount by themselves: "billions"
    whole: tuple[str, ...] = ()  # multipliers that are a number by themselves: "mil", "hundert"
    rounded: tuple[str, ...] = ()  # multipliers that are round numbers: "une centaine de" is about a hundred
    suffixes: Mapping[str, int] = field(default_factory=dict)  # short scales, only behind a figure: "bn"
    ones: tuple[str, ...] = ()  # articles that count one: "a billion"
    halves: Mapping[str, str] = field(default_factory=dict)  # "half a": "0.5", before a scale or a unit
    and_half: Mapping[str, str] = field(default_factory=dict)  # "and a half": "0.5", behind a number
    unit_and_half: Mapping[str, str] = field(default_factory=dict)  # 半: "0.5", behind a unit or a scale: 三亿半
    joiners: tuple[str, ...] = ()  # inside a number in words: "two hundred *and* five"
    point: tuple[str, ...] = ()  # the decimal point in words
    more: tuple[str, ...] = ()  # inside a number, "and some": 100多亿, 二百余万
    negative: tuple[str, ...] = ()  # "minus"
    borrows: tuple[str, ...] = ()  # languages whose words also appear in its texts, by their codes

    # -- units
    of: tuple[str, ...] = ()  # between number and unit: "millions *de* dollars"
    currencies: Mapping[str, str] = field(default_factory=dict)  # word: ISO 4217 code, or a sign of currencies.SHARED
    cents: Mapping[str, str] = field(default_factory=dict)  # word: code or sign, hundredths of it; "" of any
    cents_joiners: tuple[str, ...] = ()  # between units and cents: "and", "con"
    tenths: Mapping[str, str] = field(default_factory=dict)  # 角: tenths
    coins: Mapping[str, str] = field(default_factory=dict)  # coins and notes that are counted by a name: "een tientje"
    percent: Mapping[str, str] = field(default_factory=dict)  # word: "percent" or "percentage point"
    tenfold_percent: tuple[str, ...] = ()  # 三成 is 30 percent
    parts: tuple[str, ...] = ()  # 分之, between denominator and numerator: 百分之五, 三分之一
    counts: Mapping[str, str] = field(default_factory=dict)  # noun: English singular
    measures: Mapping[str, str] = field(default_factory=dict)  # word: symbol or English singular
    weighs: tuple[str, ...] = ()  # before "80 pounds": a weight and no money
    plurals_of: Mapping[str, str] = field(default_factory=dict)  # endings of counted nouns: {"ies": "y", "s": ""}
    stops: tuple[str, ...] = ()  # words that end what a number counts: "of", "was"
    money_nouns: tuple[str, ...] = ()  # near them a large number without a unit is money: 投资额100亿
    tallies: tuple[str, ...] = ()  # before such a number they say that it is none: 用户突破5亿
    shares: tuple[str, ...] = ()  # between an amount and a part of it: "of which"
    home: str = ""  # the currency left out then, where the text prints none: its code, or a sign of currencies.SHARED
    per: Mapping[str, str] = field(default_factory=dict)  # behind the unit, "a year": "year"; "" for none: "a year ago"
    per_before: Mapping[str, str] = field(default_factory=dict)  # 每年, before the number

    # -- how numbers stand together
    bounds_before: Mapping[str, str] = field(default_factory=dict)  # "up to": a value of types.Bound
    bounds_after: Mapping[str, str] = field(default_factory=dict)  # "or more", 以上
    bounds_of_scales: Mapping[str, str] = field(default_factory=dict)  # 上百亿: only before a bare scale
    range_words: tuple[str, ...] = ()  # "to", 至
    range_openers: Mapping[str, str] = field(default_factory=dict)  # "between": "and"
    list_words: tuple[str, ...] = ()  # "and", "or", 和
    change_openers: tuple[str, ...] = ()  # "from", 由: with a verb of change two amounts, not a range
    change_verbs: tuple[str, ...] = ()  # "raise", 上调
    change_words: tuple[str, ...] = ()  # between an old and a new value: "auf", 增至
    vague: tuple[str, ...] = ()  # before a scale: "tens of", 数
    fillers: tuple[str, ...] = ()  # may stand between a bound and its number: "a total of", 了

    # -- what is not a quantity
    months: tuple[str, ...] = ()
    names_before: tuple[str, ...] = ()  # "model", "section", 第: the number is a name
    names_after: tuple[str, ...] = ()  # "series", 号: the number is a name
    dates_before: tuple[str, ...] = ()  # "in", "since": a bare 2021 is a year
    dates_after: tuple[str, ...] = ()  # 年, 月
    not_numbers: tuple[str, ...] = ()  # words that only look like numbers: 统一, 万一, "one of"

    # -- what settles a shared sign
    places: Mapping[str, str] = field(default_factory=dict)  # "tokyo": "JP"
    listings: Mapping[str, str] = field(default_factory=dict)  # stock exchanges, for prices of shares: 港股: "HK"
    stated_before: tuple[str, ...] = ()  # before a currency that all amounts are in: "in Canadian dollars"
    stated_after: tuple[str, ...] = ()  # behind one: 新台幣計價, 港元‧下同
    regional: str = ""  # letters of a script that several countries share: in it places settle more than the language


@cache
def codes() -> tuple[str, ...]:
    """The languages there are, by their ISO 639-1 codes."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if len(found.name) == 2))


@cache
def language(code: str) -> ModuleType:
    """The module of a language; of the fallback, where we do not speak it. "zh-Hant" and "pt_BR" are zh and pt."""
    base = code.lower().replace("_", "-").partition("-")[0]
    return import_module(f"{__name__}.{base if base in codes() else FALLBACK}")


def number_words(code: str) -> NumberWords:
    """How a language writes quantities."""
    words = language(code).NUMBERS
    assert isinstance(words, NumberWords)
    return words
