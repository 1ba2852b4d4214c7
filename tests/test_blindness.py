"""Our own blindness: sources that fell silent, fail, or whose pages can no longer be read, until they are well."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.health import UNREADABLE_PAGES, Problem, read_health, source_problems
from flows.settings import read_settings
from flows.store.engine import Store
from flows.store.sources import all_sources, put_sources
from tests.farm import Farm, Item, open_farm, settle
from tests.one_pass import one_pass

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def farm() -> Iterator[Farm]:
    with open_farm() as opened:
        yield opened


def found(now: datetime) -> dict[str, str]:
    """Kind of problem by source."""
    store = Store(read_settings().database_url)
    with store.begin() as connection:
        problems: list[Problem] = list(source_problems(read_health(connection, now), now))
    store.close()
    return {problem.where: problem.kind for problem in problems}


def test_a_daily_source_that_says_nothing_for_weeks_is_told_until_it_speaks_again(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.feeds["/feed/daily"] = [Item(f"{n}", f"/page/{n}", NOW - n * DAY) for n in range(1, 11)]
    farm.feeds["/feed/rare"] = [Item(f"r{n}", f"/page/r{n}", NOW - n * 9 * DAY) for n in range(1, 8)]
    settle(farm, tmp_path, monkeypatch)
    one_pass(NOW)
    one_pass(NOW + 4 * DAY)
    assert found(NOW + 4 * DAY) == {}
    one_pass(NOW + 12 * DAY)
    assert found(NOW + 12 * DAY) == {"sdaily": "silent"}
    farm.feeds["/feed/daily"].insert(0, Item("new", "/page/new", NOW + 12 * DAY))
    one_pass(NOW + 13 * DAY)
    assert found(NOW + 13 * DAY) == {}


def test_the_silence_while_we_did_not_look_is_not_the_source_s(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.feeds["/feed/daily"] = [Item(f"{n}", f"/page/{n}", NOW - n * DAY) for n in range(1, 11)]
    settle(farm, tmp_path, monkeypatch)
    one_pass(NOW)
    assert found(NOW + 60 * DAY) == {}


def test_pages_that_can_no_longer_be_read_are_told_until_one_can(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.plant(2, UNREADABLE_PAGES, NOW - HOUR)
    farm.others |= {f"/page/0-{n}": ("image/png", "no text") for n in range(UNREADABLE_PAGES)}
    settle(farm, tmp_path, monkeypatch)
    for later in (0, 1, 8, 30):  # a page is tried a few times before the feed's own words are read
        one_pass(NOW + later * HOUR)
    assert found(NOW + 30 * HOUR) == {"s0": "pages"}
    farm.feeds["/feed/0"].insert(0, Item("fine", "/page/fine", NOW + 30 * HOUR))
    one_pass(NOW + 38 * HOUR)
    assert found(NOW + 38 * HOUR) == {}


def test_a_source_that_fails_for_a_day_is_told_with_its_last_words(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.plant(1, 1, NOW - HOUR)
    settle(farm, tmp_path, monkeypatch, 'slug = "gone"\nname = "Gone"\nurl = "BASE/nothing-here"')
    one_pass(NOW)
    assert found(NOW + HOUR) == {"gone": "blind"}, "it never could be read"
    del farm.feeds["/feed/0"]
    one_pass(NOW + 7 * HOUR)
    assert found(NOW + 7 * HOUR) == {"gone": "blind"}, "it failed once, hours ago"
    one_pass(NOW + 30 * HOUR)
    assert found(NOW + 30 * HOUR) == {"gone": "blind", "s0": "blind"}


def test_workers_that_start_together_on_an_empty_database_agree_on_the_sources(store: Store) -> None:
    seeds = [(f"s{n}", f"Source {n}", f"https://s{n}.example/feed", "feed") for n in range(30)]
    start, failures = threading.Barrier(3), []

    def work() -> None:
        start.wait()
        try:
            with store.begin() as connection:
                put_sources(connection, seeds, NOW)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.begin() as connection:
        assert len(all_sources(connection)) == 30
