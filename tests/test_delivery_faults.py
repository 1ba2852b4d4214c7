"""Channels that refuse, hang and come back, an operator who is told; clocks that jump, disks that are full."""

from __future__ import annotations

import re
import resource
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

import flows.steps.send
import flows.store.engine
from flows.errors import StoreError
from flows.health import Problem, outbox_problems, read_health, read_outbox, source_problems
from flows.pacing import MOST_IN_A_ROW, MOST_SEND_TRIES, PROBE_WAIT, send_wait
from flows.seeds import WatchSeed
from flows.steps import deliver
from flows.steps.claim import LEASE, claim
from flows.steps.tell import tell_operator
from flows.store.channels import failing_channels
from flows.store.claims import finish_delivery
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.store.outbox import retry_dead
from flows.store.sources import finish_polls, lease_sources, put_sources
from tests.outbox_room import (
    NOW,
    Room,
    an_alert,
    documents,
    hook,
    hours,
    keys,
    mail,
    open_mailbox,
    open_room,
    open_sink,
    sqlite,
)  # fmt: skip

MINUTE = timedelta(minutes=1)


def tell(room: Room, at: datetime = NOW) -> list[str]:
    """What `deliver` does after it sent."""
    with room.world.store.begin() as connection:
        found = list(outbox_problems(read_outbox(connection, at), at))
    return tell_operator(room.world, "outbox", found, at)


# --- channels that fail ---------------------------------------------------------------------------------------------


def test_a_service_that_asks_for_time_is_left_alone_for_it_with_all_messages(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(429, {"Retry-After": "600"}, "slow down")]
        room = open_room(store, hook(sink))
        room.owe(*(an_alert(number) for number in range(3)))
        room.send(NOW)
        assert len(sink.requests) == 1, "the others were not tried"
        assert [item.tries for item in room.deliveries()] == [1, 0, 0]
        room.send(NOW + 9 * MINUTE)
        assert len(sink.requests) == 1
        room.send(NOW + 11 * MINUTE)
        assert room.states() == ["sent"] * 3
        assert len(set(keys(sink))) == 3


def test_one_message_that_a_service_cannot_take_does_not_hold_up_the_others(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(400, {}, "no"), (500, {}, "ill")]
        room = open_room(store, hook(sink))
        room.owe(*(an_alert(number) for number in range(4)))
        room.send(NOW)
        assert room.states() == ["dead", "pending", "sent", "sent"]


def test_a_channel_that_refuses_us_is_probed_with_one_message_and_loses_none(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(401, {}, "bad token")] * 3
        room = open_room(store, hook(sink))
        room.owe(*(an_alert(number) for number in range(4)))
        for minutes in range(0, 44, 4):
            room.send(NOW + minutes * MINUTE)
        assert len(sink.requests) == 3, "at once, and after two rests of 15 minutes"
        assert [item.tries for item in room.deliveries()] == [0] * 4
        room.send(NOW + 48 * MINUTE)
        assert room.states() == ["sent"] * 4
        with store.begin() as connection:
            assert failing_channels(connection) == {}


def test_a_channel_that_is_down_costs_one_try_a_probe_whatever_waits(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(503, {}, "down")] * 1000
        room = open_room(store, hook(sink))
        room.owe(*(an_alert(number) for number in range(5)))
        for minutes in range(0, 12 * 60, 10):
            room.send(NOW + minutes * MINUTE)
        day = hours(12)
        assert len(sink.requests) <= MOST_IN_A_ROW + day / PROBE_WAIT + 3
        assert set(room.states()) == {"pending"}
        sink.answers.clear()
        room.send(NOW + day + hours(1))
        room.send(NOW + day + hours(3))
        assert set(room.states()) == {"sent"}


@pytest.mark.parametrize("answer", ["hang", "close", "stall"])
def test_a_service_that_hangs_or_hangs_up_is_tried_again_with_the_same_key(
    store: Store, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flows.steps.send, "SEND_SECONDS", 1.0)
    with open_sink() as sink, open_sink() as other:
        sink.answers = [answer]
        room = open_room(store, f"{hook(sink)}\n{hook(other)}")
        room.owe(an_alert(1))
        room.send(NOW)
        assert len(other.requests) == 1, "the other channel has it"
        room.send(NOW + hours(1))
        assert room.states() == ["sent", "sent"]
        assert len(set(keys(sink) + keys(other))) == 1


def test_a_mail_server_that_refuses_for_now_and_for_good(store: Store) -> None:
    with open_mailbox() as box:
        room = open_room(store, mail(box))
        box.answers = {"DATA": "451 try later"}
        room.owe(an_alert(1))
        room.send(NOW)
        box.answers = {"RCPT": "550 no such user"}
        room.owe(an_alert(2), at=NOW + MINUTE)
        room.send(NOW + MINUTE / 60)
        assert room.states() == ["pending", "pending"]
        room.send(NOW + hours(1))
        assert room.states() == ["dead", "dead"]
        box.answers = {}
        with store.begin() as connection:
            assert retry_dead(connection, NOW + hours(2), [2]) == 1
        room.send(NOW + hours(2))
        assert room.states() == ["dead", "sent"]


def test_a_message_is_dead_after_its_last_try_and_can_be_owed_again_with_its_key(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(500, {}, "ill")]
        room = open_room(store, hook(sink), group_above=1)
        room.owe(an_alert(1), an_alert(2))
        with store.begin() as connection:
            connection.execute(sa.text("UPDATE delivery SET tries = :tries"), {"tries": MOST_SEND_TRIES - 1})
        room.send(NOW)
        assert room.states()[0] == "dead"
        with store.begin() as connection:
            assert retry_dead(connection, NOW, [1]) == 1
        room.send(NOW + hours(1))
        assert room.states()[0] == "sent"
        assert keys(sink).count(keys(sink)[0]) == 2


def test_a_dead_message_of_several_alerts_is_owed_again_whole(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(413, {}, "too long")]
        room = open_room(store, hook(sink), group_above=1)
        room.owe(an_alert(1), an_alert(2))
        room.send(NOW)
        assert room.states() == ["dead", "dead"]
        with store.begin() as connection:
            assert retry_dead(connection, NOW, [2]) == 2
        room.send(NOW)
        first, again = documents(sink)
        assert first == again
        assert room.states() == ["sent", "sent"]


def test_tries_are_spread_over_days_and_then_end() -> None:
    waits = [send_wait(tries, 0, 0.5) for tries in range(1, MOST_SEND_TRIES + 1)]
    total = sum((wait for wait in waits if wait), timedelta(0))
    assert hours(60) < total < hours(84)
    assert waits[-1] is None


def test_a_channel_that_left_the_settings_keeps_its_messages_for_a_while(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        room.owe(an_alert(1))
        gone = Room(replace(room.world, channels=()))
        assert [item.answer for item in gone.send(NOW)] == ["no longer configured"]
        room.send(NOW + hours(1))
        assert room.states() == ["sent"]


# --- the operator ---------------------------------------------------------------------------------------------------


def test_the_operator_is_told_once_of_a_broken_channel_and_once_when_it_is_well(store: Store) -> None:
    with open_sink() as sink, open_mailbox() as box:
        sink.answers = [(401, {}, "bad token")] * 3
        room = open_room(store, f"{hook(sink)}\n{mail(box, tags='operator')}")
        room.owe(an_alert(1))
        for minutes in range(0, 60, 5):
            room.send(NOW + minutes * MINUTE)
            tell(room, NOW + minutes * MINUTE)
        room.send(NOW + hours(1))
        first, well = (str(item["Subject"]) for item in box.mails)
        assert "takes no message" in first
        assert "bad token" in first
        assert "well again" in well
        assert room.states() == ["sent"], "and the operator's channel has no news"


def test_the_operator_is_told_of_each_message_that_was_given_up(store: Store) -> None:
    with open_sink() as sink, open_sink() as ops:
        sink.answers = [(400, {}, "no"), (400, {}, "no")]
        room = open_room(store, f"{hook(sink)}\n{hook(ops, 'operator', 'ops')}")
        for number in (1, 2):
            room.owe(an_alert(number), at=NOW + number * MINUTE)
            room.send(NOW + number * MINUTE)
            tell(room, NOW + number * MINUTE)
            assert tell(room, NOW + number * MINUTE) == []
        room.send(NOW + 3 * MINUTE)
        assert [document["subject"].partition(": ")[2].partition(" ")[2] for document in documents(ops)] == [
            "1 message to it given up",
            "2 messages to it given up",
        ]


def test_the_operator_hears_on_another_channel_than_the_broken_one(store: Store) -> None:
    with open_sink() as sink, open_sink() as ops:
        sink.answers = [(401, {}, "bad token")] * 9
        room = open_room(store, f"{hook(sink, 'desk,operator')}\n{hook(ops, 'operator', 'ops')}")
        room.owe(an_alert(1))
        room.send(NOW)
        assert len(tell(room)) == 1
        room.send(NOW)
        assert len(ops.requests) == 1
        assert len(sink.requests) == 1


def test_an_operator_who_joins_later_is_told_what_is_wrong_then(store: Store) -> None:
    with open_sink() as sink, open_sink() as ops:
        sink.answers = [(401, {}, "bad token")]
        room = open_room(store, hook(sink))
        room.owe(an_alert(1))
        room.send(NOW)
        assert tell(room) == []
        joined = open_room(store, f"{hook(sink)}\n{hook(ops, 'operator', 'ops')}")
        assert len(tell(joined)) == 1


def test_many_problems_are_one_message(store: Store) -> None:
    with open_sink() as ops:
        room = open_room(store, hook(ops, "operator"))
        blind = [Problem(f"source-{number}", "not read", "look at it", "blind") for number in range(300)]
        assert tell_operator(room.world, "sources", blind, NOW) == [
            "outlay: 300 problems: source-0, source-1, source-2 and 297 more"
        ]
        assert tell_operator(room.world, "outbox", [], NOW) == [], "another flow's problems are not over"
        assert tell_operator(room.world, "sources", blind[:299], NOW + MINUTE) == ["outlay: well again: source-299"]
        room.send(NOW + MINUTE)
        assert len(ops.requests) == 2
        assert "and 250 more" in documents(ops)[0]["text"]


def test_the_operator_is_told_of_a_source_that_is_blind_and_of_its_return(store: Store) -> None:
    with open_sink() as ops:
        room = open_room(store, hook(ops, "operator"))
        with store.begin() as connection:
            put_sources(connection, [("s", "S", "https://news.example/feed", "feed")], NOW)
        told = [
            poll(room, NOW + day * hours(24), **how)
            for day, how in enumerate(
                [
                    {"failures": 0, "good_at": NOW},
                    {"failures": 5, "error": "no such host"},
                    {"failures": 9, "error": "no such host"},
                    {"failures": 19, "error": "no such host"},
                    {"failures": 0, "good_at": NOW + 4 * hours(24)},
                    {"failures": 0, "good_at": NOW + 5 * hours(24)},
                ]
            )
        ]
        assert [len(subjects) for subjects in told] == [0, 0, 1, 0, 1, 0]
        room.send(NOW + 6 * hours(24))
        first, well = (document["subject"] for document in documents(ops))
        assert "s: not read since 2026-03-02 12:00 UTC: no such host" in first
        assert "well again: s" in well


def poll(room: Room, at: datetime, **how: object) -> list[str]:
    """A poll that went so, and what `upkeep` tells then."""
    with room.world.store.begin() as connection:
        (row,) = lease_sources(connection, "w", at, 1, LEASE)
        assert finish_polls(connection, "w", {row.id: {"due_at": at, **how}}) == 1
        health = read_health(connection, at)
    return tell_operator(room.world, "sources", source_problems(health, at), at)


def test_what_is_held_is_not_late_and_what_nobody_sends_is(store: Store) -> None:
    daily = WatchSeed.model_validate({"name": "Daily", "digest": "daily 08:00"})
    with open_sink() as sink:
        room = open_room(store, f"{hook(sink)}\n{hook(sink, 'operator', 'ops')}", [daily])
        room.owe(an_alert(1))
        assert tell(room, NOW + hours(1)) == []
        assert "waits since" in tell(room, NOW + hours(21))[0]


# --- workers that die, clocks that jump ------------------------------------------------------------------------------


def test_a_worker_that_lost_its_lease_writes_nothing(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        room.owe(an_alert(1))
        (mine,) = claim(room.world, "slow", NOW, 10).messages
        room.send(NOW + 2 * LEASE)
        with store.begin() as connection:
            assert not finish_delivery(connection, mine, "dead", "late", NOW + 3 * LEASE)
        assert room.states() == ["sent"]


def test_who_has_sent_for_too_long_gives_back_what_he_may_no_longer_hold(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flows.steps.send, "LEAST_LEASE", LEASE.total_seconds() - 1)
    with open_sink() as sink:
        sink.answers = ["stall"]  # says 200, and is slow with the rest
        monkeypatch.setattr(flows.steps.send, "SEND_SECONDS", 3.0)
        room = open_room(store, hook(sink))
        room.owe(an_alert(1), an_alert(2))
        deliver(room.world, "slow", NOW, room.shown.append, 10)
        assert [(item.state, item.tries) for item in room.deliveries()] == [("sent", 1), ("pending", 0)]
        monkeypatch.undo()
        room.send(NOW + MINUTE)
        assert room.states() == ["sent", "sent"]


@pytest.mark.parametrize("jump", [timedelta(days=2), timedelta(hours=3), -timedelta(hours=3), -timedelta(days=2)])
def test_a_clock_that_jumps_loses_nothing_and_sends_nothing_twice(store: Store, jump: timedelta) -> None:
    with open_sink() as sink:
        sink.answers = [(503, {}, "ill"), (401, {}, "no")]
        room = open_room(store, hook(sink))
        room.owe(*(an_alert(number) for number in range(3)))
        room.send(NOW)
        claimed = claim(room.world, "dies", NOW + jump, 1).messages
        for minutes in range(0, 180, 10):
            room.send(NOW + jump + minutes * MINUTE)
        assert room.states() == ["sent"] * 3
        accepted = keys(sink)[2:]
        assert len(accepted) == len(set(accepted)) == 3
        assert len(claimed) <= 1


def test_a_wait_written_by_a_clock_that_was_ahead_does_not_last(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(401, {}, "no")]
        room = open_room(store, hook(sink))
        room.owe(an_alert(1), at=NOW + timedelta(days=30))
        room.send(NOW + timedelta(days=30))
        room.send(NOW)
        assert room.states() == ["sent"]


def test_two_workers_at_once_send_each_message_once(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), group_above=1000)
        room.owe(*(an_alert(number) for number in range(60)))
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: room.send(NOW, limit=7), range(4)))
        assert len(keys(sink)) == len(set(keys(sink))) == 60


# --- the database ----------------------------------------------------------------------------------------------------


def test_a_locked_database_says_so_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.store.engine, "BUSY_MS", 200)
    store = Store(sqlite(tmp_path))
    upgrade(store)
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        room.owe(an_alert(1))
        holder = sqlite3.connect(tmp_path / "room.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            room.send(NOW)
        with pytest.raises(StoreError, match="locked"):
            room.owe(an_alert(2))
        assert sink.requests == []
        holder.execute("ROLLBACK")
        holder.close()
        room.owe(an_alert(2))
        room.send(NOW)
        assert room.states() == ["sent", "sent"]
        assert len(sink.requests) == 2
    store.close()


def test_a_full_disk_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    """The limit of a file's size stands in for the disk: SQLite meets the same refusal when it writes."""
    store = Store(sqlite(tmp_path))
    upgrade(store)
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        room.owe(an_alert(0))
        unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
        largest = max(path.stat().st_size for path in tmp_path.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 100_000, unlimited[1]))
        try:
            made = until_full(lambda number: room.owe(an_alert(number)))
            until_full(lambda number: (room.send(NOW), room.owe(an_alert(made + number))))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        assert made > 1
        room.owe(an_alert(9999))
        room.send(NOW + 2 * LEASE)
        assert set(room.states()) == {"sent"}
        check = sqlite3.connect(tmp_path / "room.db")
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        check.close()
        told = [one["idempotency_key"] for item in documents(sink) for one in item.get("alerts", [item])]
        assert len(set(told)) == len(room.deliveries())
    store.close()


def until_full(work: Callable[[int], object]) -> int:
    """Do it until the database refuses. Returns how often it could be done."""
    for number in range(1, 1000):
        try:
            work(number)
        except StoreError as error:
            assert re.search(r"full|disk I/O", error.reason)  # noqa: PT017 - which try is refused is not known
            return number
    return pytest.fail("the disk was never full")
