"""Our own network is away: nobody backs off. One source that is away: it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flows.settings import read_settings
from flows.store.engine import Store
from flows.store.sources import SourceRow, all_sources
from tests.farm import Farm, Item, open_farm, settle
from tests.one_pass import Passed, one_pass
from tests.test_polling import HOUR, NOW

MINUTES = timedelta(minutes=1)
FEEDS = 4


@pytest.fixture
def farm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Farm]:
    with open_farm() as opened:
        opened.plant(FEEDS, 1, NOW - HOUR)
        settle(opened, tmp_path, monkeypatch, poll_every="1h")
        yield opened


def rows() -> list[SourceRow]:
    store = Store(read_settings().database_url)
    with store.begin() as connection:
        found = all_sources(connection)
    store.close()
    return found


def passes(begin: datetime, end: datetime, every: timedelta) -> list[Passed]:
    done = []
    while begin < end:
        done.append(one_pass(begin))
        begin += every
    return done


def test_after_a_day_without_network_all_is_asked_and_read_within_minutes(farm: Farm) -> None:
    one_pass(NOW)
    farm.feeds["/feed/1"].insert(0, Item("in between", "/page/between", NOW + HOUR))
    farm.close()
    passes(NOW + HOUR, NOW + 25 * HOUR, 10 * MINUTES)
    assert {row.failures for row in rows()} == {1}, "that nothing answered is held against nobody"
    farm.open()
    back = NOW + 25 * HOUR
    read = [item.release.title for done in passes(back, back + 11 * MINUTES, 5 * MINUTES) for item in done.read]
    assert read == ["in between"]
    assert {row.failures for row in rows()} == {0}


def test_a_page_that_was_found_before_the_network_went_is_not_given_up(farm: Farm) -> None:
    one_pass(NOW)
    farm.feeds["/feed/1"].insert(0, Item("found", "/page/found", NOW + HOUR))
    farm.others["/page/found"] = ("text/html", "")  # not readable yet: to be tried again
    passes(NOW + HOUR, NOW + 7 * HOUR, HOUR / 2)[-1]
    del farm.others["/page/found"]
    farm.close()
    passes(NOW + 7 * HOUR, NOW + 31 * HOUR, 30 * MINUTES)
    farm.open()
    back = NOW + 31 * HOUR
    read = [item.release for done in passes(back, back + 25 * MINUTES, 5 * MINUTES) for item in done.read]
    assert [release.title for release in read] == ["found"]
    assert all("plant" in release.text for release in read), "its page, not the feed's own words"


def test_a_source_that_alone_is_away_backs_off(farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_farm() as other:
        other.plant(1, 1, NOW - HOUR)
        table = f'slug = "away"\nname = "away"\nurl = "{other.base}/feed/0"'
        hosts = ",".join(place.base.removeprefix("http://") for place in (farm, other))
        settle(farm, tmp_path, monkeypatch, table, poll_every="1h", trust_hosts=hosts)
        one_pass(NOW)
    passes(NOW + HOUR, NOW + 25 * HOUR, HOUR / 2)
    (away,) = [row for row in rows() if row.slug == "away"]
    assert away.failures >= 3
    assert away.due_at - away.polled_at > 4 * HOUR if away.polled_at else False
