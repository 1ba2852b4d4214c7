"""What figures mean: texts of our own words, in ten languages, beside what is read in them."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.cues import cues_of
from parsers.figures import Companies, alert_worthy, read_figures
from parsers.languages import codes
from parsers.release import release_from_text
from parsers.types import Company, Figure, Reading, Standing

HERE = Path(__file__).parent
CASES = HERE / "cases" / "figures"
SEEDS = HERE.parent / "seeds" / "companies.toml"
WORDS = (
    "invest",
    "$10 billion",
    "Ford",
    "in",
    "from",
    "to",
    "100亿元",
    "小米",
    "by 2030",
    "(",
    ",",
    ".",
    "\n",
    "5%",
    "投资",
)


# Characters of the words around amounts, and of no company's name.
TRADITIONAL = {
    ord(simple): traditional
    for simple, traditional in ("亿億", "资資", "划劃", "将將", "总總", "额額", "贷貸", "约約", "补補", "贴貼", "转轉")
}


@cache
def companies() -> Companies:
    rows = tomllib.loads(SEEDS.read_text(encoding="utf-8"))["company"]
    return Companies(Company(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in rows)


def cases() -> list[Any]:
    files = sorted(CASES.glob("*.toml"))
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in files
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def read(text: str, language: str) -> Reading:
    return read_figures(release_from_text(text, language=language), companies())


def as_case(figure: Figure) -> dict[str, Any]:
    """A figure in the words of the case files."""
    return {
        "exact": figure.mention.exact,
        "metric": figure.metric,
        "actor": figure.actor.name if figure.actor else "",
        "status": figure.status.value,
        "part": figure.part.value if figure.part else "",
        "standing": figure.standing.value,
        "period": figure.period.exact if figure.period else "",
        "prior": figure.prior.exact if figure.prior else "",
        "direction": figure.direction.value,
        "also": [other.mention.exact for other in figure.also],
    }


@pytest.mark.parametrize(("language", "case"), cases())
def test_a_text_gives_the_figures_of_its_case(language: str, case: dict[str, Any]) -> None:
    plain = {"part": "", "standing": "news", "period": "", "prior": "", "direction": "", "also": []}
    reading = read(case["text"], language)
    found = {figure.mention.exact: as_case(figure) for figure in reading.figures}
    for expected in case["figure"]:
        assert found.get(expected["exact"]) == plain | expected
    assert alert_worthy(reading) is case["alert"]


@pytest.mark.parametrize("case", [case.values[1] for case in cases() if case.values[0] == "zh"])
def test_traditional_characters_say_the_same(case: dict[str, Any]) -> None:
    simple, traditional = read(case["text"], "zh"), read(case["text"].translate(TRADITIONAL), "zh")
    told = [[(each.metric, each.status, each.part) for each in reading.figures] for reading in (simple, traditional)]
    assert told[0] == told[1]


def test_every_language_has_cues_and_a_case() -> None:
    for code in codes():
        assert cues_of(code).metrics["investment"], code
        assert (CASES / f"{code}.toml").exists(), code


def test_a_figure_carries_its_sentence_and_the_rules_that_decided() -> None:
    text = "Nothing new today.\n\nBYD will invest $1 billion in Turkey. It says no more."
    figure = read(text, "en").figures[0]
    assert figure.quote == "BYD will invest $1 billion in Turkey."
    assert text[figure.quote_start :].startswith(figure.quote)
    assert {rule.partition(":")[0] for rule in figure.rules} >= {"metric", "actor", "status", "part", "standing"}


def test_a_sentence_that_opens_with_a_year_that_is_over_tells_no_news() -> None:
    text = (
        "In 2021 Lion Electric promised to invest $130 million in Illinois. It will now invest $20 million in Mirabel."
    )
    release = release_from_text(text, language="en", published=datetime(2024, 12, 2, tzinfo=UTC))
    standings = {f.mention.exact: f.standing for f in read_figures(release, companies()).figures}
    assert standings == {"$130 million": Standing.BACKGROUND, "$20 million": Standing.NEWS}


def test_amounts_under_a_list_of_other_news_are_furniture() -> None:
    text = "BYD will invest $1 billion in Turkey.\n\nRelated articles\n\nFord invests $2 billion in Marshall"
    standings = {figure.mention.exact: figure.standing for figure in read(text, "en").figures}
    assert standings == {"$1 billion": Standing.NEWS, "$2 billion": Standing.FURNITURE}


def test_headline_and_body_are_one_figure_that_knows_what_either_says() -> None:
    text = "BYD to invest $1 billion\n\nThe carmaker will spend about $1.02 billion on the plant by 2028, it said."
    reading = read(text, "en")
    (figure,) = [figure for figure in reading.figures if figure.metric == "investment"]
    assert figure.period is not None
    assert figure.period.end == 2028
    assert figure.mention.exact == "$1.02 billion"
    assert [other.mention.exact for other in figure.also] == ["$1 billion"]


def test_the_announcement_this_project_was_born_from_has_two_investments() -> None:
    text = (
        "Xiaomi sets $10 billion aside for electric cars over ten years\n\n"
        "A subsidiary of Xiaomi starts with an initial investment of 10 billion yuan, Lei Jun said. "
        "Over the next 10 years the group intends to spend about $10 billion. "
        "It sold 146 million phones last year, and its cash reserve stood at 108 billion yuan."
    )
    invested = [as_case(figure) for figure in read(text, "en").figures if figure.metric == "investment"]
    assert [(row["exact"], row["actor"], row["part"]) for row in invested] == [
        ("$10 billion", "Xiaomi", "total"),
        ("10 billion yuan", "Xiaomi", "initial"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40), st.sampled_from(("en", "zh", "ko", "de")))
def test_no_text_raises_and_offsets_give_back_what_was_read(pieces: list[str], language: str) -> None:
    release = release_from_text(" ".join(pieces), language=language)
    for figure in read_figures(release, companies()).figures:
        for each in (figure, *figure.also):
            assert release.text[each.mention.start : each.mention.end] == each.mention.exact
            assert release.text[each.quote_start :].startswith(each.quote)


def test_an_amount_that_nobody_owns_is_a_doubt_and_no_alert() -> None:
    reading = read("Some 3 billion euros went into plants for car batteries last week.", "en")
    assert [doubt.reason for doubt in reading.doubts] == ["nobody is named to whom the amount belongs"]
    assert not alert_worthy(reading)


def test_money_in_a_text_about_something_else_does_not_alert() -> None:
    assert not alert_worthy(read("Acme Bakeries Group will invest $20 million in ovens and bread.", "en"))


def test_a_followed_company_alerts_whatever_the_text_is_about() -> None:
    assert alert_worthy(read("Xiaomi will invest $20 million in kitchens.", "en"))
