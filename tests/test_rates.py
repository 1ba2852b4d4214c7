"""Exchange rates: the bank's, newer ones from the store, and the stated table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from flows.rates import make_rate
from flows.steps.upkeep import read_rates
from flows.store.engine import Store
from flows.store.rates import newer_rates, put_rates

SEEDS = Path(__file__).parents[1] / "seeds"

XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
 xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>
<Cube time="2031-01-03"><Cube currency="USD" rate="1.2500"/><Cube currency="CNY" rate="8.0"/></Cube>
<Cube time="2031-01-02"><Cube currency="USD" rate="1.2400"/><Cube currency="XXX" rate="none"/></Cube>
</Cube></gesmes:Envelope>"""


@pytest.mark.parametrize(
    ("source", "target", "day", "low", "high"),
    [
        ("CNY", "USD", date(2021, 3, 30), "0.152", "0.1525"),  # 10 billion yuan were 1.52 billion dollars
        ("EUR", "CNY", date(2022, 8, 12), "6.9", "7.0"),
        ("EUR", "CNY", date(2022, 8, 13), "6.9", "7.0"),  # a Saturday
        ("USD", "SAR", date(2024, 5, 1), "3.75", "3.75"),
        ("USD", "AED", date(2024, 5, 1), "3.67", "3.68"),
        ("USD", "TWD", date(2023, 5, 1), "30", "33"),
        ("EUR", "VND", date(2023, 5, 1), "25000", "27000"),
        ("JPY", "JPY", date(2023, 5, 1), "1", "1"),
    ],
)
def test_a_rate_is_that_of_the_day(source: str, target: str, day: date, low: str, high: str) -> None:
    found = make_rate(SEEDS)(source, target, day)
    assert found is not None
    assert Decimal(low) <= found <= Decimal(high)


def test_a_currency_that_nobody_quotes_has_no_rate() -> None:
    rate = make_rate(SEEDS)
    assert rate("XXX", "USD", date(2024, 1, 1)) is None
    assert rate("CNY", "USD", date(2001, 1, 1)) is None, "the bank has quoted the yuan since 2005"


def test_newer_rates_are_read_stored_once_and_used(store: Store) -> None:
    quotes = list(read_rates(XML))
    assert len(quotes) == 3
    with store.begin() as connection:
        assert put_rates(connection, quotes) == 3
        assert put_rates(connection, quotes) == 0
        newer = newer_rates(connection)
    rate = make_rate(SEEDS, newer)
    assert rate("EUR", "USD", date(2031, 1, 5)) == Decimal("1.2500")
    assert rate("CNY", "USD", date(2031, 1, 3)) == Decimal("1.25") / Decimal("8.0")
    assert rate("EUR", "USD", date(2022, 8, 12)) != Decimal("1.2500")
