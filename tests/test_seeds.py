"""The seeds: every file an editor may change is well formed, and the bundled newsroom keeps its own promises."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from flows.seeds import WatchSeed
from parsers.metrics import ALERTING, METRICS
from parsers.types import ChangeKind, Company, Part, Status

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
NEWSROOM = SEEDS / "newsroom"
STORIES = ROOT / "tests" / "cases" / "stories"

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SPAN = re.compile(r"[0-9]+[smhd]")
TELLING = {kind.value for kind in ChangeKind} - {"repeated", "ignored"}


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


COMPANIES = read(SEEDS / "companies.toml")["company"]
SOURCES = read(SEEDS / "sources.toml")["source"]
WATCHES = read(SEEDS / "watches.toml")["watch"]
DAYS, SITES, RELEASES = (read(NEWSROOM / "newsroom.toml")[table] for table in ("day", "site", "release"))
SLUGS = {company["slug"] for company in COMPANIES}
SITE_SLUGS = {site["slug"] for site in SITES}


def repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def slug(table: dict[str, Any]) -> str:
    return str(table["slug"])


# --- companies ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", COMPANIES, ids=slug)
def test_a_company_is_well_formed(table: dict[str, Any]) -> None:
    names, people = table.get("names", []), table.get("people", [])
    Company(**{**table, "names": tuple(names), "people": tuple(people)})  # no field that the type does not know
    assert SLUG.fullmatch(table["slug"])
    assert names
    assert all(name == name.strip() and len(name) > 1 for name in [*names, *people, table["name"]])
    assert table["sector"] in {"ev", "battery", "charging", "supplier", "electronics"}
    assert re.fullmatch(r"[A-Z]{2}", table["country"])


def test_no_company_stands_twice() -> None:
    assert repeated([company["slug"] for company in COMPANIES]) == []
    assert repeated([company["name"] for company in COMPANIES]) == []


def test_no_name_belongs_to_two_companies_or_stands_twice() -> None:
    names = [name for company in COMPANIES for name in [*company["names"], *company.get("people", [])]]
    assert repeated(names) == []


def test_every_parent_is_a_company_and_no_group_contains_itself() -> None:
    parents = {company["slug"]: company["parent"] for company in COMPANIES if "parent" in company}
    assert set(parents.values()) <= SLUGS
    for child in parents:
        line = [child]
        while line[-1] in parents:
            line.append(parents[line[-1]])
            assert line.count(line[-1]) == 1, line


def test_xiaomi_is_known_in_every_script() -> None:
    xiaomi = next(company for company in COMPANIES if company["slug"] == "xiaomi")
    assert {"Xiaomi", "小米", "小米集团", "小米集團", "小米汽车", "シャオミ", "샤오미", "1810.HK"} <= set(
        xiaomi["names"]
    )
    assert {"Lei Jun", "雷军", "雷軍"} <= set(xiaomi["people"])


@pytest.mark.parametrize(
    ("name", "other_word"),
    [
        ("大众", "the public"),
        ("长安", "a city"),
        ("现代", "modern"),
        ("理想", "an ideal"),
        ("日产", "日产能, daily capacity"),
        ("上汽", "10万元以上汽车"),
        ("广汽", "推广汽车"),
        ("北汽", "湖北汽车"),
        ("현대", "modern"),
        ("기아", "famine"),
        ("フォード", "スタンフォード"),
        ("Li", "a surname"),
        ("Mini", "a size"),
        ("Continental", "of a continent"),
        ("Ampere", "a unit"),
    ],
)
def test_a_word_that_means_something_else_is_no_name(name: str, other_word: str) -> None:
    assert all(name not in company["names"] for company in COMPANIES), other_word


# --- sources and watches --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", SOURCES, ids=slug)
def test_a_source_is_well_formed(source: dict[str, Any]) -> None:
    known = {"slug", "name", "url", "kind", "selector", "language", "companies", "official", "poll"}
    assert set(source) <= known
    assert SLUG.fullmatch(source["slug"])
    assert urlsplit(source["url"]).scheme == "https"
    assert source["kind"] in {"feed", "list", "sitemap"}
    assert ("selector" in source) == (source["kind"] == "list")
    assert re.fullmatch(r"[a-z]{2}", source["language"])
    assert set(source.get("companies", [])) <= SLUGS
    assert not source.get("official") or source["companies"]
    assert SPAN.fullmatch(source.get("poll", "30m"))


def test_no_source_stands_twice() -> None:
    assert repeated([source["slug"] for source in SOURCES]) == []
    assert repeated([source["url"] for source in SOURCES]) == []


def test_the_sources_read_english_and_chinese_and_the_companies_themselves() -> None:
    assert {"en", "zh"} <= {source["language"] for source in SOURCES}
    assert sum(1 for source in SOURCES if source.get("official")) >= 10


def commented_watches() -> list[dict[str, Any]]:
    """The examples in the comments of watches.toml, uncommented."""
    lines = (SEEDS / "watches.toml").read_text(encoding="utf-8").splitlines()
    kept = [line[2:] for line in lines if re.match(r"# (?:\[\[watch\]\]|[a-z_]+ = )", line)]
    return list(tomllib.loads("\n".join(kept))["watch"])


@pytest.mark.parametrize("watch", [*WATCHES, *commented_watches()], ids=lambda watch: str(watch["name"]))
def test_a_watch_is_well_formed_the_examples_in_comments_too(watch: dict[str, Any]) -> None:
    WatchSeed.model_validate(watch)
    assert set(watch["metrics"]) <= set(METRICS)
    assert set(watch["kinds"]) <= TELLING
    assert set(watch.get("companies", [])) <= SLUGS
    assert watch["to"]


def test_the_default_watch_takes_every_kind_of_the_metrics_that_alert() -> None:
    assert len(WATCHES) == 1
    assert set(WATCHES[0]["metrics"]) == ALERTING
    assert set(WATCHES[0]["kinds"]) == TELLING
    assert "companies" not in WATCHES[0]


# --- the bundled newsroom -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", SITES, ids=slug)
def test_a_site_of_the_newsroom_is_well_formed(site: dict[str, Any]) -> None:
    assert SLUG.fullmatch(site["slug"])
    assert site["host"].endswith(".example")
    assert site["format"] in {"rss", "atom"}
    assert site["feed"].startswith("/")
    assert site["home"].startswith("/")
    assert set(site.get("companies", [])) <= SLUGS
    assert site.get("status", 200) == 200 or not any(release["site"] == site["slug"] for release in RELEASES)


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: str(release["file"]))
def test_a_release_has_its_page_and_expects_what_can_happen(release: dict[str, Any]) -> None:
    assert release["site"] in SITE_SLUGS
    assert release["path"].startswith("/")
    assert (NEWSROOM / release["site"] / release["file"]).is_file()
    assert release["expect"]
    for alert in release["alerts"]:
        check_alert(alert)


def check_alert(alert: dict[str, Any]) -> None:
    assert set(alert) <= {"kind", "actors", "metric", "value", "unit", "part", "status", "previous"}
    assert alert["kind"] in TELLING
    assert alert["actors"] == sorted(alert["actors"])
    assert set(alert["actors"]) <= SLUGS
    assert alert["metric"] in ALERTING
    assert alert["value"] > 0
    assert re.fullmatch(r"[A-Z]{3}", alert["unit"])
    assert ("previous" in alert) == (alert["kind"] in {"raised", "cut", "corrected", "withdrawn"})
    assert alert.get("part", "total") in set(Part)
    assert alert.get("status", "announced") in set(Status)


def test_every_page_of_the_newsroom_belongs_to_a_release() -> None:
    pages = {path.relative_to(NEWSROOM).as_posix() for path in NEWSROOM.rglob("*.html")}
    assert pages == {f"{release['site']}/{release['file']}" for release in RELEASES}


def test_pages_name_no_host_but_made_up_ones() -> None:
    allowed = re.compile(r"https?://(?:[a-z0-9-]+\.)*(?:example|schema\.org|ogp\.me)(?:[/\"'\s]|$)")
    for page in NEWSROOM.rglob("*.html"):
        links = re.findall(r"https?://[^\s\"'<>]*.", page.read_text(encoding="utf-8"))
        assert all(allowed.match(link) for link in links), (page, links)


def test_releases_and_days_stand_in_the_order_of_time() -> None:
    for moments in ([day["at"] for day in DAYS], [release["published"] for release in RELEASES]):
        assert all(isinstance(moment, datetime) and moment.utcoffset() is not None for moment in moments)
        assert moments == sorted(moments)


def test_each_release_is_fresh_on_the_first_day_that_shows_it_unless_it_is_history() -> None:
    for release in RELEASES:
        first = next(day["at"] for day in DAYS if day["at"] >= release["published"])
        old = first - release["published"] > timedelta(hours=48)
        assert not old or (first == DAYS[0]["at"] and not release["alerts"]), release["path"]


def test_the_newsroom_shows_every_kind_of_change_but_a_correction() -> None:
    kinds = {alert["kind"] for release in RELEASES for alert in release["alerts"]}
    assert kinds == TELLING - {"corrected"}


# --- stories --------------------------------------------------------------------------------------------------------

STORY_FILES = sorted(STORIES.glob("*.toml"))


@pytest.mark.parametrize("path", STORY_FILES, ids=lambda path: path.stem)
def test_a_story_is_well_formed(path: Path) -> None:
    story = read(path)
    assert set(story) == {"about", "held_out", "release"}
    releases = story["release"]
    assert 3 <= len(releases) <= 8
    assert repeated([release["id"] for release in releases]) == []
    dates = [release["date"] for release in releases]
    assert dates == sorted(dates)
    for release in releases:
        assert set(release) == {"id", "date", "source", "lang", "title", "body", "expected"}
        assert release["body"].strip()
        for alert in release["expected"]:
            check_story_alert(alert)


def check_story_alert(alert: dict[str, Any]) -> None:
    assert set(alert) <= {"kind", "actor", "metric", "value", "unit", "previous_value"}
    assert alert["kind"] in TELLING
    assert set(alert["actor"].split("+")) <= SLUGS
    assert alert["metric"] in ALERTING
    assert alert["value"] > 0
    assert re.fullmatch(r"[A-Z]{3}", alert["unit"])
    assert ("previous_value" in alert) == (alert["kind"] in {"raised", "cut", "corrected", "withdrawn"})


def test_the_stories_are_many_in_many_languages_and_half_of_them_are_held_out() -> None:
    stories = [read(path) for path in STORY_FILES]
    assert len(stories) >= 12
    assert sum(1 for story in stories if story["held_out"]) >= 6
    assert len({release["lang"] for story in stories for release in story["release"]}) >= 6


def test_the_stories_show_every_kind_of_change_on_both_sides() -> None:
    for held_out in (False, True):
        shown = [story for path in STORY_FILES if (story := read(path))["held_out"] is held_out]
        kinds = {alert["kind"] for story in shown for release in story["release"] for alert in release["expected"]}
        assert kinds == TELLING
