"""Copies of one text are known by a few numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.fingerprints import near_copies, sketch, text_digest

RELEASE = (
    "Volkswagen will build a cell factory in Valencia. The plant costs three billion euros, opens in 2026 and makes "
    "cells for small electric cars of several brands. The region helps with land and roads. About 3,000 people will "
    "work there."
)


def test_case_spaces_and_width_do_not_tell_texts_apart() -> None:
    assert text_digest("Ｘiaomi  Invests 10 Billion") == text_digest("xiaomi invests 10 billion")
    assert text_digest("Xiaomi invests 10 billion") != text_digest("Xiaomi invests 11 billion")


def test_another_dateline_and_ending_make_a_copy() -> None:
    printed = f"VALENCIA, March 17 (Wire) - {RELEASE} Contact: press office."
    assert near_copies(RELEASE, printed)
    assert len(set(sketch(RELEASE)) & set(sketch(printed))) >= 3


def test_other_news_of_the_same_company_is_no_copy() -> None:
    other = "Volkswagen cuts the price of its small electric car in Spain by ten per cent, dealers said on Friday."
    assert not near_copies(RELEASE, other)
    assert not near_copies("", "")


@given(st.text(max_size=400))
def test_no_text_raises_and_each_is_its_own_copy(text: str) -> None:
    assert sketch(text) == sketch(text)
    assert near_copies(text, text) == bool(sketch(text))
