"""Periods in ten languages: when money flows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.periods import read_periods

CASES = (
    ("en", "over the next ten years", (10, None, None)),
    ("en", "within a decade", (10, None, None)),
    ("en", "by the end of 2030", (None, None, 2030)),
    ("en", "between 2025 and 2027", (None, 2025, 2027)),
    ("en", "from 2025 to 2027", (None, 2025, 2027)),
    ("en", "2025-2027", (None, 2025, 2027)),
    ("en", "in 2026", (None, 2026, 2026)),
    ("zh", "未来10年", (10, None, None)),
    ("zh", "未来十年", (10, None, None)),
    ("zh", "到2030年", (None, None, 2030)),
    ("zh", "2025年至2027年", (None, 2025, 2027)),
    ("de", "in den kommenden fünf Jahren", (5, None, None)),
    ("de", "bis 2030", (None, None, 2030)),
    ("de", "2020 bis 2024", (None, 2020, 2024)),
    ("fr", "d'ici 2030", (None, None, 2030)),
    ("ja", "今後5年間", (5, None, None)),
    ("ja", "2030年度まで", (None, None, 2030)),
    ("ja", "26年度まで", (None, None, 2026)),
    ("ko", "향후 5년간", (5, None, None)),
    ("ko", "2030년까지", (None, None, 2030)),
    ("es", "hasta 2028", (None, None, 2028)),
    ("it", "entro il 2030", (None, None, 2030)),
    ("pt", "até 2030", (None, None, 2030)),
    ("nl", "tot 2030", (None, None, 2030)),
)
NO_PERIODS = (
    ("en", "Model 2030"),
    ("en", "2,030 cars by 12,030 people"),
    ("de", "bis 20300"),
    ("en", "the next big thing"),
)


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_phrase_is_its_period(language: str, text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    period, start, end = read_periods(text, language)[0]
    years = Decimal(expected[0]) if expected[0] else None
    assert (period.years, period.start, period.end) == (years, *expected[1:])
    assert text[start:end] == period.exact


@pytest.mark.parametrize(("language", "text"), NO_PERIODS)
def test_what_only_looks_like_a_year_is_no_period(language: str, text: str) -> None:
    assert read_periods(text, language) == ()


def test_an_anniversary_is_no_plan() -> None:
    assert read_periods("over the next 100 years", "en") == ()


def test_periods_come_in_order_and_do_not_overlap() -> None:
    found = read_periods("from 2025 to 2027 and by 2030, over the next ten years", "en")
    assert [period.exact for period, _, _ in found] == ["from 2025 to 2027", "by 2030", "over the next ten years"]


@given(st.text(max_size=200), st.sampled_from(("en", "zh", "de", "ja", "ko", "fr", "xx")))
def test_no_text_raises(text: str, language: str) -> None:
    for period, start, end in read_periods(text, language):
        assert text[start:end] == period.exact
