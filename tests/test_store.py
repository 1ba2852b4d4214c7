"""The store on SQLite and on PostgreSQL: leases, captures, the outbox, migrations."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from flows.errors import StoreError
from flows.store.blocks import learn_blocks, learnt_blocks, site_memory, spare_block
from flows.store.captures import PAGE, drop_captures, get_capture, put_captures
from flows.store.clock import mend_clock
from flows.store.engine import Store
from flows.store.entries import lease_entries, mark_failed, record_entries
from flows.store.migrate import is_current, newest, upgrade
from flows.store.schema import body, metadata
from flows.store.sources import all_sources, finish_polls, lease_sources, put_sources, release_sources
from parsers.types import Capture, Entry
from tests.plain_story import Told, bare_world, tell

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LEASE = timedelta(minutes=15)


def seeded(store: Store, number: int = 3) -> None:
    with store.begin() as connection:
        put_sources(
            connection, [(f"s{n}", f"Source {n}", f"https://s{n}.example/feed", "feed") for n in range(number)], NOW
        )


def test_the_migrations_make_the_schema_that_the_code_has(store: Store) -> None:
    with store.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_upgrading_twice_changes_nothing(store: Store) -> None:
    assert upgrade(store) == (newest(), newest())
    assert is_current(store)


def test_an_unknown_database_says_what_an_address_looks_like() -> None:
    with pytest.raises(StoreError, match="sqlite:///path") as told:
        Store("oracle9://secret@host/db")
    assert "secret" not in str(told.value)


def test_a_source_is_leased_to_one_worker_at_a_time(store: Store) -> None:
    seeded(store)
    with store.begin() as connection:
        mine = lease_sources(connection, "one", NOW, 2, LEASE)
        theirs = lease_sources(connection, "two", NOW, 10, LEASE)
    assert len(mine) == 2
    assert len(theirs) == 1
    assert {row.slug for row in mine} | {row.slug for row in theirs} == {"s0", "s1", "s2"}


def test_workers_that_lease_at_the_same_moment_share_the_sources(store: Store) -> None:
    seeded(store, 40)
    taken: list[str] = []
    start = threading.Barrier(4)

    def work(name: str) -> None:
        start.wait()
        for _ in range(20):
            with store.begin() as connection:
                rows = lease_sources(connection, name, NOW, 3, LEASE)
            taken.extend(row.slug for row in rows)

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(f"s{n}" for n in range(40))


def test_the_lease_of_a_dead_worker_runs_out(store: Store) -> None:
    seeded(store, 1)
    with store.begin() as connection:
        assert lease_sources(connection, "dead", NOW, 1, LEASE)
        assert not lease_sources(connection, "next", NOW + LEASE / 2, 1, LEASE)
        (row,) = lease_sources(connection, "next", NOW + LEASE * 1.1, 1, LEASE)
        assert finish_polls(connection, "dead", {row.id: {"failures": 9}}) == 0
        assert finish_polls(connection, "next", {row.id: {"failures": 0, "due_at": NOW}}) == 1


def test_who_served_a_worker_gives_back_what_it_held_and_no_more(store: Store) -> None:
    seeded(store, 2)
    with store.begin() as connection:
        (served,) = lease_sources(connection, "serve-1.watch-a", NOW, 1, LEASE)
        assert lease_sources(connection, "serve-2.watch-a", NOW, 1, LEASE)
        release_sources(connection, "serve-1.")
        assert lease_sources(connection, "next", NOW, 9, LEASE) == [served]


def test_a_lease_from_before_the_clock_jumped_back_does_not_hold_for_hours(store: Store) -> None:
    seeded(store, 1)
    with store.begin() as connection:
        lease_sources(connection, "one", NOW + timedelta(days=1), 1, LEASE)
        connection.execute(sa.text("UPDATE source SET due_at = :due"), {"due": NOW - timedelta(hours=1)})
        assert lease_sources(connection, "two", NOW, 1, LEASE)


def test_a_source_that_leaves_the_seeds_is_not_polled_and_keeps_its_history(store: Store) -> None:
    seeded(store, 2)
    with store.begin() as connection:
        put_sources(connection, [("s0", "Source 0", "https://s0.example/feed", "feed")], NOW)
        assert [row.slug for row in lease_sources(connection, "w", NOW, 9, LEASE)] == ["s0"]
        put_sources(connection, [(f"s{n}", "back", f"https://s{n}.example/feed", "feed") for n in range(2)], NOW)
        assert {row.slug for row in all_sources(connection)} == {"s0", "s1"}


def test_an_edited_entry_is_read_again_and_an_unchanged_one_is_not(store: Store) -> None:
    seeded(store, 1)
    entry = Entry(id="1", url="https://s0.example/1", title="A plant for 5 billion euros", published=NOW)
    edited = Entry(id="1", url="https://s0.example/1", title="A plant for 6 billion euros", published=NOW)
    with store.begin() as connection:
        source = all_sources(connection)[0].id
        assert record_entries(connection, source, [entry], NOW) == [entry]
        assert record_entries(connection, source, [entry], NOW) == []
        assert record_entries(connection, source, [edited], NOW) == [edited]
        (row,) = lease_entries(connection, "w", NOW, 5, LEASE)
        assert row.entry == edited


def test_entries_are_leased_in_the_order_of_their_publication(store: Store) -> None:
    seeded(store, 1)
    entries = [
        Entry(id=str(n), url=f"https://s0.example/{n}", title=str(n), published=NOW - timedelta(days=n))
        for n in range(5)
    ]
    with store.begin() as connection:
        record_entries(connection, all_sources(connection)[0].id, entries, NOW)
        assert [row.entry.title for row in lease_entries(connection, "w", NOW, 9, LEASE)] == ["4", "3", "2", "1", "0"]


def test_an_entry_that_failed_comes_back_when_it_is_due(store: Store) -> None:
    seeded(store, 1)
    with store.begin() as connection:
        record_entries(
            connection, all_sources(connection)[0].id, [Entry(id="1", url="https://a.example/", title="a")], NOW
        )
        (row,) = lease_entries(connection, "w", NOW, 1, LEASE)
        mark_failed(connection, row.id, "HTTP 503", NOW + timedelta(hours=1))
        assert not lease_entries(connection, "w", NOW, 1, LEASE)
        (row,) = lease_entries(connection, "w", NOW + timedelta(hours=1), 1, LEASE)
        assert row.tries == 1


def captured(url: str, text: bytes, when: datetime = NOW) -> Capture:
    return Capture(url, url, when, 200, (("etag", '"x"'),), "text/html", "utf-8", text, sha256(text).hexdigest())


def test_a_capture_comes_back_as_it_was_and_one_body_is_kept_once(store: Store) -> None:
    one, two = (
        captured("https://a.example/1", b"<p>same</p>" * 100),
        captured("https://a.example/2", b"<p>same</p>" * 100),
    )
    with store.begin() as connection:
        for taken in (one, two, one):
            put_captures(connection, [taken])
        assert get_capture(connection, one.digest, one.url) == one
        assert get_capture(connection, one.digest, two.url) == two
        assert connection.execute(sa.select(sa.func.count()).select_from(body)).scalar_one() == 1


def test_old_captures_go_and_take_only_their_own_bodies_along(store: Store) -> None:
    old, new = (
        captured("https://a.example/old", b"old", NOW - timedelta(days=400)),
        captured("https://a.example/new", b"new"),
    )
    with store.begin() as connection:
        put_captures(connection, [old])
        put_captures(connection, [new])
        assert drop_captures(connection, PAGE, NOW - timedelta(days=365), 10) == 1
        assert get_capture(connection, old.digest) is None
        assert get_capture(connection, new.digest) == new


TEXT = "Hyundai Motor Group will invest 24 trillion won in electric vehicles in Korea by 2030, it said on Tuesday."


def test_two_workers_that_read_the_same_news_at_the_same_moment_make_one_alert(store: Store) -> None:
    world = bare_world(store)
    seeded(store, 1)
    start = threading.Barrier(2)
    made: list[int] = []

    def work(name: str) -> None:
        start.wait()
        _, alerts = tell(world, Told(name, "2026-11-22", name, "en", "Hyundai to invest in electric cars", TEXT))
        made.append(len(alerts))

    with store.begin() as connection:
        both = [(name, name, f"https://{name}.example", "feed") for name in ("left", "right")]
        put_sources(connection, both, NOW)
    tell(world, Told("warm", "2026-11-20", "left", "en", "Nothing", "No figures here."))
    threads = [threading.Thread(target=work, args=(name,)) for name in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.begin() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM alert")).scalar_one() == 1


def test_what_a_site_repeats_is_learnt_after_three_pages_and_can_be_undone(store: Store) -> None:
    from parsers.release import release_from_text

    def page(number: int) -> str:
        own = " ".join(f"{'xyz'[number]}{chr(97 + n)}rd" for n in range(25))
        return f"{own}.\n\nGeely buys a battery maker for 9 billion dollars.\n\nMore of {own} follows here."

    with store.begin() as connection:
        for number in range(3):
            release = release_from_text(page(number), url=f"https://www.site.example/{number}", title=f"Title {number}")
            learn_blocks(connection, release, NOW)
        (repeated,) = learnt_blocks(connection, "site.example")
        assert repeated[1].startswith("Geely buys")
        assert site_memory(connection, "site.example").repeats(repeated[0])
        spare_block(connection, "site.example", repeated[0])
        assert not site_memory(connection, "site.example").repeats(repeated[0])


def test_after_the_clock_was_set_back_nothing_waits_for_the_old_time(store: Store) -> None:
    seeded(store, 2)
    later = NOW + timedelta(days=2)
    with store.begin() as connection:
        first, second = lease_sources(connection, "w", later, 2, LEASE)
        finish_polls(connection, "w", {first.id: {"polled_at": later, "due_at": later + LEASE}})
        finish_polls(connection, "w", {second.id: {"polled_at": NOW, "due_at": NOW + 3 * LEASE}})
        record_entries(connection, first.id, [Entry(id="1", url="https://x.example/1", title="t")], NOW)
        (row,) = lease_entries(connection, "w", NOW, 1, LEASE)
        mark_failed(connection, row.id, "HTTP 503", later)
        assert not lease_sources(connection, "w", NOW, 9, LEASE)
        assert mend_clock(connection, NOW) == 2
        assert [row.id for row in lease_sources(connection, "w", NOW, 9, LEASE)] == [first.id], "and no other"
        assert lease_entries(connection, "w", NOW, 9, LEASE)
        assert mend_clock(connection, NOW) == 1, "until the source is polled at the new time"
