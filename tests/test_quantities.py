"""Quantities: the corpora of the languages, and promises that hold for any text."""

from __future__ import annotations

import time
import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import currencies
from parsers.languages import codes, number_words
from parsers.quantities import read_quantities
from parsers.types import Bound, Mention, UnitKind

CASES = Path(__file__).parent / "cases" / "languages"
CORPORA = {code: tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8")) for code in codes()}


def _cases(kind: str) -> list[Any]:
    rows = [(code, row, at) for code, corpus in CORPORA.items() for at, row in enumerate(corpus.get(kind, ()), 1)]
    return [pytest.param(code, row, id=f"{code}-{at}") for code, row, at in rows]


def _printed(mention: Mention) -> str:
    quantity, unit = mention.quantity, mention.quantity.unit
    value = _plain(quantity.low) + (f"..{_plain(quantity.high)}" if quantity.high != quantity.low else "")
    bound = "" if quantity.bound is Bound.EXACT else quantity.bound.value
    return f"{value} {unit.code or '|'.join(unit.candidates)}{'/' + unit.per if unit.per else ''} {bound}".rstrip()


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _canonical(expected: str) -> str:
    value, _, rest = expected.partition(" ")
    return f"{'..'.join(_plain(Decimal(end)) for end in value.split('..'))} {rest}".rstrip()


@pytest.mark.parametrize(("code", "case"), _cases("reads"))
def test_a_text_reads_as_its_corpus_says(code: str, case: dict[str, Any]) -> None:
    mentions, _ = read_quantities(case["text"], code)
    assert [_printed(mention) for mention in mentions] == [_canonical(each) for each in case["quantities"]]


@pytest.mark.parametrize(("code", "text"), _cases("silent"))
def test_what_is_no_quantity_stays_silent(code: str, text: str) -> None:
    mentions, doubts = read_quantities(text, code)
    assert [mention.exact for mention in mentions] == []
    assert doubts == ()


@pytest.mark.parametrize(("code", "case"), _cases("doubts"))
def test_a_vague_amount_is_a_doubt_and_has_no_value(code: str, case: dict[str, Any]) -> None:
    mentions, doubts = read_quantities(case["text"], code)
    assert [mention.exact for mention in mentions if mention.quantity.unit.kind is UnitKind.MONEY] == []
    assert set(case["exact"]) <= {doubt.exact for doubt in doubts}


@pytest.mark.parametrize("code", codes())
def test_every_language_has_cases_of_all_kinds(code: str) -> None:
    assert CORPORA[code]["reads"]
    assert CORPORA[code]["silent"]
    assert CORPORA[code]["doubts"]


# --- shared signs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where", "code", "settled_by"),
    [
        ("The plant costs $15 billion.", {}, "USD", "default"),
        ("The plant costs $15 billion.", {"country": "CA"}, "CAD", "site"),
        ("The plant costs $15 billion.", {"site": "drive.com.au"}, "AUD", "site"),
        ("Canada pays $10 million for chargers.", {}, "CAD", "text"),
        ("It spent ¥500 billion.", {}, "", ""),
        ("It spent ¥500 billion.", {"site": "nikkei.co.jp"}, "JPY", "site"),
        ("It spent ¥500 million, or 70 million yuan less.", {}, "CNY", "text"),
        ("In Norway it cost 5 million kroner.", {}, "NOK", "text"),
        ("It cost 5 million crowns.", {}, "", ""),
    ],
)
def test_a_shared_sign_is_settled_by_what_is_known_or_left_open(
    text: str, where: dict[str, str], code: str, settled_by: str
) -> None:
    mention = read_quantities(text, "en", **where)[0][0]
    assert (mention.quantity.unit.code, mention.settled_by) == (code, settled_by)
    assert code or len(mention.quantity.unit.candidates) > 1


def test_a_precision_is_half_a_unit_of_the_last_printed_digit() -> None:
    mentions, _ = read_quantities("$1.5 billion, 12,000 cars, 3.25%", "en")
    assert [mention.quantity.precision for mention in mentions] == [Decimal("5E7"), Decimal("0.5"), Decimal("0.005")]


def test_an_amount_with_more_digits_than_can_be_exact_is_a_doubt() -> None:
    mentions, doubts = read_quantities(f"It paid ${'9' * 40}.", "en")
    assert mentions == ()
    assert [doubt.reason for doubt in doubts] == ["unreadable number"]


# --- whatever is printed is read back ---------------------------------------------------------------------------------

AMOUNTS = st.decimals(min_value="0.01", max_value="999999.99", places=2)


def _figures(amount: Decimal, code: str) -> str:
    """An amount as a language prints it, without decimals that are zero."""
    words = number_words(code)
    whole, _, tail = format(amount, ",.2f").partition(".")
    return whole.replace(",", words.grouping) + (words.decimal + tail if tail.strip("0") else "")


def _scales(code: str) -> list[str]:
    words = number_words(code)
    return ["", *(word for word, scale in words.multipliers.items() if scale >= 1000 and word not in words.cents)]


@st.composite
def printed_amounts(draw: st.DrawFn) -> tuple[str, str, Decimal, str]:
    """Language, text, value and currency of an amount as one of the languages prints it."""
    code = draw(st.sampled_from(codes()))
    words = number_words(code)
    amount, scale = draw(AMOUNTS), draw(st.sampled_from(_scales(code)))
    iso = draw(st.sampled_from(["USD", "EUR", "CNY", "JPY", "KRW", "GBP", "SEK", "INR"]))
    space = "" if words.glued else " "
    number = _figures(amount, code) + (space + scale if scale else "")
    names = [iso, *(word for word, meant in words.currencies.items() if meant == iso)]
    behind = number + " " + draw(st.sampled_from(names)) if draw(st.booleans()) else ""
    return code, behind or f"{iso} {number}", amount * words.multipliers.get(scale, 1), iso


@settings(max_examples=400, deadline=None)
@given(printed_amounts())
def test_any_amount_we_can_print_is_read_back(printed: tuple[str, str, Decimal, str]) -> None:
    code, text, value, iso = printed
    mentions, _ = read_quantities(text, code)
    assert [(m.quantity.low, m.quantity.high, m.quantity.unit.code) for m in mentions] == [(value, value, iso)]


def _in_english(number: int) -> str:
    ones = list(number_words("en").digits)
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{_in_english(head)} {name}" + (f" {_in_english(rest)}" if rest else "")
    return ones[number] if number <= 20 else ones[18 + number // 10] + (f"-{ones[number % 10]}" if number % 10 else "")


def _in_chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            head, rest = divmod(number, scale)
            gap = "零" if rest and rest < scale // 10 else ""
            return _in_chinese(head) + name + gap + (_in_chinese(rest) if rest else "")
    return digits[number]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 999_999_999_999))
def test_any_number_in_words_is_read_back(number: int) -> None:
    for code, text in (("en", f"{_in_english(number)} euros"), ("zh", f"{_in_chinese(number)}欧元")):
        mentions, _ = read_quantities(text, code)
        assert [(m.quantity.low, m.quantity.unit.code) for m in mentions] == [(number, "EUR")], text


# --- whatever the text ------------------------------------------------------------------------------------------------

PIECES = """
    1 2.5 10,000 50 -2 +1 1/2 ½ ① １ ٣ 一 十 two hundred million billion 亿 万 조 mil a half $ € US$ ¥ 元 원 bn m c % %p
    kWh cents 元6角 ×10 e9 - – . , ' ( ) @ # İ between and to from de à not per 多 百分之 第 數
"""
FRAGMENTS = st.lists(st.sampled_from([*PIECES.split(), *"   ", "\u00a0", "\n"]), max_size=30).map("".join)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=80), FRAGMENTS), st.sampled_from([*codes(), "sv", ""]))
def test_no_text_raises_and_offsets_give_back_the_exact_text(text: str, code: str) -> None:
    mentions, doubts = read_quantities(text, code)
    for found in (*mentions, *doubts):
        assert text[found.start : found.end] == found.exact != ""
    for before, after in pairwise(mentions):
        assert before.end <= after.start
    for mention in mentions:
        quantity = mention.quantity
        assert quantity.low.is_finite()
        assert quantity.low <= quantity.high
        assert quantity.precision >= 0
        if quantity.unit.kind is UnitKind.MONEY:
            assert {quantity.unit.code, *quantity.unit.candidates} - {""} <= currencies.CODES


HOSTILE = ("1", "1 ", "1,", "$", "$1 ", "one ", "a billion ", "5 bn to ", "亿", "百分之", "1亿元", "('", "x@1", "百万")


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("code", ["en", "zh", "ko"])
def test_a_long_hostile_text_is_read_in_linear_time(piece: str, code: str) -> None:
    began = time.process_time()
    read_quantities(piece * (60_000 // len(piece)), code)
    assert time.process_time() - began < 5  # quadratic time would take minutes
