"""Polling over loopback with a real store: what is new, once; what was edited, again; and several workers at once."""

from __future__ import annotations

import asyncio
import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

import flows.steps.renewal
from flows import steps
from flows.settings import read_settings
from flows.steps.renewal import LEASE
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.store.sources import SourceRow, all_sources, lease_sources
from flows.watch import due_entries, due_sources, open_tools, poll_batch
from tests.conftest import empty_postgres
from tests.farm import Farm, Item, open_farm, settle
from tests.one_pass import Passed, watch_once

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)  # a Wednesday
HOUR = timedelta(hours=1)


@pytest.fixture
def farm() -> Iterator[Farm]:
    with open_farm() as opened:
        yield opened


def watched(now: datetime) -> Passed:
    done = Passed()
    asyncio.run(watch_once(done, now))
    return done


def rows() -> dict[str, SourceRow]:
    store = Store(read_settings().database_url)
    with store.begin() as connection:
        found = {row.slug: row for row in all_sources(connection)}
    store.close()
    return found


def test_a_later_poll_finds_what_is_new_and_what_was_edited_and_no_other(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.plant(12, 3, NOW - HOUR)
    settle(farm, tmp_path, monkeypatch)
    assert sum(item.unread for item in watched(NOW).polled) == 36
    for feed in range(4):
        farm.feeds[f"/feed/{feed}"].insert(0, Item(f"{feed}-new", f"/page/{feed}-new", NOW + HOUR))
    farm.feeds["/feed/7"][1].title = "7-1, corrected"
    farm.asked.clear()
    done = watched(NOW + 7 * HOUR)
    assert {item.slug: item.unread for item in done.polled if item.unread} == dict.fromkeys(
        ("s0", "s1", "s2", "s3", "s7"), 1
    )
    assert Counter(status for path, _, status in farm.asked if path.startswith("/feed/")) == {304: 7, 200: 5}
    assert sorted(farm.asked_for("/page/")) == ["/page/0-new", "/page/1-new", "/page/2-new", "/page/3-new", "/page/7-1"]


def test_a_story_in_many_feeds_is_read_once(farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    farm.plant(3, 1, NOW - HOUR)
    for items in farm.feeds.values():
        items.append(Item("shared", "/page/shared?utm_source=feed", NOW - HOUR))
    settle(farm, tmp_path, monkeypatch)
    done = watched(NOW)
    assert farm.asked_for("/page/shared") == ["/page/shared"]
    assert sum("/page/shared" in item.release.url for item in done.read) == 1
    farm.feeds["/feed/late"] = [Item("shared", "/page/shared?utm_source=other", NOW)]
    settle(farm, tmp_path, monkeypatch)
    assert watched(NOW + 7 * HOUR).read == []


def test_pages_without_a_feed_and_news_sitemaps_are_polled_too(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.plant(1, 3, NOW - HOUR)
    links = "".join(f"<li><a class='story' href='/page/0-{n}'>Note {n} of the plant</a></li>" for n in (0, 1))
    farm.others["/news"] = "text/html", f"<html><body><a href='/about'>About us</a><ul>{links}</ul></body></html>"
    farm.others["/sitemap.xml"] = (
        "application/xml",
        (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
            f"<url><loc>{farm.base}/page/0-2</loc><news:news><news:publication_date>2026-11-18T08:00:00Z"
            "</news:publication_date><news:title>Note 2 of the plant</news:title></news:news></url></urlset>"
        ),
    )
    farm.others |= {path: ("text/html", farm.answer(path)[2]) for path in ("/page/0-0", "/page/0-1", "/page/0-2")}
    farm.feeds.clear()
    settle(
        farm, tmp_path, monkeypatch,
        'slug = "list"\nname = "List"\nurl = "BASE/news"\nkind = "list"\nselector = "a.story"',
        'slug = "map"\nname = "Map"\nurl = "BASE/sitemap.xml"\nkind = "sitemap"',
    )  # fmt: skip
    done = watched(NOW)
    assert {item.slug: (item.entries, item.failed) for item in done.polled} == {"list": (2, False), "map": (1, False)}
    assert sorted(farm.asked_for("/page/")) == ["/page/0-0", "/page/0-1", "/page/0-2"]
    assert len(done.read) == 3


def test_the_first_poll_shows_a_habit_and_the_next_poll_waits_by_it(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm.feeds["/feed/busy"] = [Item(f"b{n}", f"/page/b{n}", NOW - n * HOUR) for n in range(1, 21)]
    farm.feeds["/feed/rare"] = [Item(f"r{n}", f"/page/r{n}", NOW - n * 240 * HOUR) for n in range(1, 4)]
    farm.feeds["/feed/pinned"] = []
    settle(farm, tmp_path, monkeypatch)
    sources = tmp_path / "sources.toml"
    sources.write_text(sources.read_text() + "pinned = true\n")
    watched(NOW)
    known = rows()
    assert known["sbusy"].news_at == NOW - HOUR
    assert known["sbusy"].habit["news"] == 20
    assert known["sbusy"].drive > known["srare"].drive
    assert known["spinned"].drive > known["srare"].drive
    assert known["sbusy"].due_at < known["srare"].due_at


def test_a_budget_of_requests_makes_waits_longer(farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    farm.plant(10, 1, NOW - HOUR)
    settle(farm, tmp_path, monkeypatch, budget="60")
    watched(NOW)
    waits = {row.due_at - NOW for row in rows().values()}
    assert min(waits) <= timedelta(minutes=13)
    settle(farm, tmp_path, monkeypatch, budget="1")
    watched(NOW + 7 * HOUR)
    waits = {row.due_at - (NOW + 7 * HOUR) for row in rows().values()}
    assert min(waits) >= 5 * HOUR


# --- several workers --------------------------------------------------------------------------------------------------


@pytest.fixture
def shared_database(postgres: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    for database in empty_postgres(postgres):
        monkeypatch.setenv("OUTLAY_DATABASE", database)
        store = Store(database)
        upgrade(store)
        yield store
        store.close()


def worker(name: str, now: datetime) -> int:
    """A process that watches until nothing is due, and says its name to whom it asks."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.environ["OUTLAY_CONTACT"] = name
        asyncio.run(watch_all(now))
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(status)


async def watch_all(now: datetime) -> None:
    async with open_tools(now) as tools:
        shared = (tools.world, tools.fetcher, tools.children)
        while sources := due_sources(tools, []):
            await steps.poll(*shared, sources, tools.worker, now, tools.budget)
        while entries := due_entries(tools):
            await steps.read(*shared, entries, tools.worker, now)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def asked_by(farm: Farm, name: str) -> int:
    return sum(name in agent for _, agent, _ in list(farm.asked))


def test_three_workers_share_the_sources_and_what_a_killed_one_held_comes_back(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared_database: Store
) -> None:
    farm.plant(60, 2, NOW - HOUR)
    farm.pace = 0.05
    settle(farm, tmp_path, monkeypatch, batch="5")
    one, two, three = (worker(name, NOW) for name in ("one@a.example", "two@a.example", "three@a.example"))
    until = time.monotonic() + 30
    while asked_by(farm, "two@") < 7 and time.monotonic() < until:
        time.sleep(0.005)
    os.kill(two, signal.SIGKILL)
    assert [ended(child) for child in (one, two, three)] == [0, -signal.SIGKILL, 0]
    polled = Counter(farm.asked_for("/feed/"))
    assert set(polled.values()) == {1}, "no source is polled twice"
    assert asked_by(farm, "one@") > 0
    assert asked_by(farm, "three@") > 0
    held = {row.slug for row in rows().values() if row.good_at is None}
    assert 0 < len(held) <= 5, "what the dead worker was about to poll"
    farm.pace = 0.0
    asyncio.run(watch_all(NOW + LEASE * 1.1))
    assert all(row.good_at for row in rows().values()), "its lease ran out, and another one polled them"
    with shared_database.begin() as connection:
        count = connection.execute(
            sa.text("SELECT count(*), count(DISTINCT url) FROM entry WHERE state = 'read'")
        ).one()
        releases = connection.execute(sa.text("SELECT count(*), count(DISTINCT url_key) FROM release")).one()
    assert tuple(count) == (120, 120)
    assert tuple(releases) == (120, 120)


async def taken_meanwhile() -> tuple[float, list[SourceRow]]:
    """How long a batch took, and what another worker could take of it while it was polled."""
    taken: list[SourceRow] = []
    async with open_tools(NOW) as tools:
        batch = due_sources(tools, [])
        polling = asyncio.create_task(poll_batch.fn(tools, batch, len(batch)))
        while not polling.done():
            with tools.world.store.begin() as connection:
                taken += lease_sources(connection, "another", tools.clock(), 9, LEASE)
            await asyncio.sleep(0.05)
        assert [one.failed for one in await polling] == [False, False]
        return time.monotonic() - tools.began, taken


def test_a_batch_that_takes_longer_than_its_lease_stays_its_workers_own(
    farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared_database: Store
) -> None:
    farm.plant(2, 1, NOW - HOUR)
    farm.pace = 2.5
    settle(farm, tmp_path, monkeypatch)
    monkeypatch.setattr(flows.steps.renewal, "RENEW_SECONDS", 0.2)
    for module in (flows.steps.renewal, flows.watch):
        monkeypatch.setattr(module, "LEASE", timedelta(seconds=1.5))
    took, taken = asyncio.run(taken_meanwhile())
    assert took > 1.5, "its first lease ran out"
    assert taken == []
