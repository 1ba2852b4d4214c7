"""Exchange rates: the European Central Bank's, bundled; newer days from the store; a stated table for the rest."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from currency_converter import CurrencyConverter, RateNotFoundError

from parsers.types import Rate

EURO = "EUR"


@cache
def _bank() -> CurrencyConverter:
    return CurrencyConverter(
        decimal=True,
        fallback_on_wrong_date=True,
        fallback_on_missing_rate=True,
        fallback_on_missing_rate_method="last_known",
    )


def make_rate(seeds: Path, newer: Mapping[str, Mapping[date, Decimal]] | None = None) -> Rate:
    """A rate function. `newer`: units per euro by currency and day, beyond what is bundled.

    Currencies that the bank does not quote come from `seeds/rates.toml`, per US dollar and year."""
    table = _read_table(seeds / "rates.toml")
    days = {code: sorted(quotes.items()) for code, quotes in (newer or {}).items()}

    @lru_cache(maxsize=4096)
    def per_euro(code: str, day: date) -> Decimal | None:
        if code == EURO:
            return Decimal(1)
        fresh = [value for quoted, value in days.get(code, ()) if quoted <= day]
        if fresh and day > _last_day():
            return fresh[-1]
        if code in table:
            dollar = per_euro("USD", day)
            return dollar * _of_year(table[code], day.year) if dollar else None
        return _from_bank(code, day)

    def rate(source: str, target: str, day: date) -> Decimal | None:
        if source == target:
            return Decimal(1)
        one, other = per_euro(source, day), per_euro(target, day)
        return other / one if one and other else None

    return rate


@cache
def _last_day() -> date:
    last: date = _bank().bounds["USD"].last_date
    return last


def _from_bank(code: str, day: date) -> Decimal | None:
    """Units per euro, on the nearest quoted day; None outside the years in which the bank quoted the currency."""
    bank = _bank()
    if code not in bank.currencies:
        return None
    first, last = bank.bounds[code]
    if day < first or ((day - last).days > 31 and day <= _last_day()):
        return None
    try:
        value: Decimal = bank.convert(Decimal(1), EURO, code, date=min(day, last))
    except (RateNotFoundError, ValueError):
        return None
    return value


@lru_cache(maxsize=4)
def _read_table(path: Path) -> dict[str, dict[int, Decimal]]:
    if not path.exists():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return {
        code: {int(year): Decimal(value) for year, value in years.items()} for code, years in data["per_dollar"].items()
    }


def _of_year(years: Mapping[int, Decimal], year: int) -> Decimal:
    """The year's own rate, else that of the nearest year in the table."""
    return years[min(years, key=lambda known: abs(known - year))]
