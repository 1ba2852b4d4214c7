"""The outbox: what is held, joined, silenced, sent again; and that a message stays the same at every try."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from flows.seeds import WatchSeed
from flows.steps.claim import LEASE, claim
from flows.store.claims import attempts_of
from flows.store.engine import Store
from flows.store.outbox import resend
from flows.store.silences import lift_silence, list_silences, put_silence
from parsers.types import Alert, Known
from tests.outbox_room import (
    NOW,
    WATCH,
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
)  # fmt: skip

NIGHT = WatchSeed.model_validate({"name": "Nights off", "quiet": "22:00-07:00", "zone": "Europe/Berlin"})
EVENING = NOW.replace(hour=21, minute=30)  # 22:30 in Berlin
MORNING = NOW.replace(day=3, hour=6)  # 07:00 there
DAILY = WatchSeed.model_validate({"name": "Daily", "digest": "daily 08:00"})
MINUTE = timedelta(minutes=1)


# --- quiet hours ----------------------------------------------------------------------------------------------------


def test_what_comes_in_quiet_hours_waits_and_comes_as_one_message(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [NIGHT])
        room.owe(an_alert(1), an_alert(2), at=EVENING)
        assert room.send(EVENING) == []
        assert {(item.state, item.hold, item.due_at) for item in room.deliveries()} == {
            ("pending", "quiet hours", MORNING)
        }
        (done,) = room.send(MORNING)
        assert done.state == "sent"
        (document,) = documents(sink)
        assert [item["actor"]["name"] for item in document["alerts"]] == ["Sample-Motors 1", "Sample-Motors 2"]
        assert room.states() == ["sent", "sent"]


def test_one_alert_that_waited_comes_as_itself(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [NIGHT])
        room.owe(an_alert(1), at=EVENING)
        room.send(MORNING)
        assert "alerts" not in documents(sink)[0]


def test_a_try_that_falls_into_quiet_hours_waits_for_their_end(store: Store) -> None:
    before = EVENING - MINUTE * 31  # 21:59 in Berlin
    with open_sink() as sink:
        sink.answers = [(503, {}, "ill")]
        room = open_room(store, hook(sink), [NIGHT])
        room.owe(an_alert(1), at=before)
        assert [item.state for item in room.send(before)] == ["pending"]
        assert [item.state for item in room.send(EVENING)] == ["held"]
        assert len(sink.requests) == 1
        assert [item.state for item in room.send(MORNING)] == ["sent"]
        assert keys(sink)[0] == keys(sink)[1], "the same message"


def test_what_was_late_and_fell_into_quiet_hours_joins_what_waits(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [NIGHT])
        room.owe(an_alert(1), at=EVENING - hours(1))  # at 21:30 in Berlin; nobody delivered then
        room.owe(an_alert(2), at=EVENING)
        room.send(EVENING)
        assert sink.requests == []
        room.send(MORNING)
        assert len(documents(sink)[0]["alerts"]) == 2


def test_the_earliest_of_several_watches_decides(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [NIGHT, DAILY, WATCH])
        room.owe(an_alert(1), at=EVENING)
        (row,) = room.deliveries()
        assert (row.watch, row.hold) == ("Everything", "")
        assert [item.state for item in room.send(EVENING)] == ["sent"]


@pytest.mark.parametrize("hold", [{"quiet": "22:00-07:00", "zone": "Europe/Berlin"}, {"digest": "daily 08:00"}])
def test_what_a_watch_of_high_severity_wants_too_passes_at_night(store: Store, hold: dict[str, str]) -> None:
    calm = WatchSeed.model_validate({"name": "Calm", "severity": "low", **hold})
    urgent = WatchSeed.model_validate({"name": "Large", "severity": "high"})
    with open_sink() as sink:
        room = open_room(store, hook(sink), [calm, urgent])
        room.owe(an_alert(1), at=EVENING)
        room.send(EVENING)
        (document,) = documents(sink)
        assert (document["severity"], document["watch"]) == ("high", "Large")


def test_a_message_of_several_is_as_urgent_as_the_most_urgent_at_every_try(store: Store) -> None:
    calm, urgent = (WatchSeed.model_validate({"name": word, "severity": word}) for word in ("low", "high"))
    with open_sink() as sink:
        sink.answers = [(503, {}, "ill")]
        room = open_room(store, hook(sink), [calm], group_above=1)
        room.owe(an_alert(1))
        louder = open_room(store, hook(sink), [urgent])
        louder.owe(an_alert(2))
        room.send()
        room.send(NOW + hours(1))
        first, again = documents(sink)
        assert first == again
        assert (first["severity"], first["watch"]) == ("high", "")


def test_a_mail_says_in_its_headers_and_footer_how_urgent_it_is_and_for_which_watch(store: Store) -> None:
    with open_mailbox() as box:
        room = open_room(store, mail(box), [WatchSeed.model_validate({"name": "Large plans", "severity": "high"})])
        room.owe(an_alert(1))
        room.send()
        assert box.mails[0]["Importance"] == "high"
        assert "watch: Large plans · high severity" in box.mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]


# --- digests --------------------------------------------------------------------------------------------------------


def test_a_digest_is_frozen_when_it_is_first_tried(store: Store) -> None:
    eight = NOW.replace(day=3, hour=8)
    with open_sink() as sink:
        sink.answers = [(500, {}, "ill")]
        room = open_room(store, hook(sink), [DAILY])
        room.owe(an_alert(1), an_alert(2), at=NOW)
        assert [item.state for item in room.send(eight)] == ["pending"]
        room.owe(an_alert(3), at=eight)  # belongs to tomorrow's
        room.send(eight + hours(2))
        room.send(eight + hours(24))
        first, again, next_day = documents(sink)
        assert first == again, "the same body under the same key"
        assert next_day["actor"]["name"] == "Sample-Motors 3"
        assert keys(sink)[0] == keys(sink)[1] != keys(sink)[2]
        assert room.states() == ["sent"] * 3


def test_a_digest_is_not_cut_in_two_by_a_small_batch(store: Store) -> None:
    eight = NOW.replace(day=3, hour=8)
    with open_sink() as sink:
        room = open_room(store, hook(sink), [DAILY])
        room.owe(*(an_alert(number) for number in range(12)), at=NOW)
        room.send(eight, limit=5)
        (document,) = documents(sink)
        assert len(document["alerts"]) == 12


def test_a_digest_whose_sender_died_is_sent_by_the_next_with_the_same_key(store: Store) -> None:
    eight = NOW.replace(day=3, hour=8)
    with open_sink() as sink:
        room = open_room(store, hook(sink), [DAILY])
        room.owe(an_alert(1), an_alert(2), at=NOW)
        (held,) = claim(room.world, "dies", eight, 100).messages
        assert room.send(eight) == []
        room.send(eight + 2 * LEASE)
        assert len(documents(sink)[0]["alerts"]) == len(held.alerts) == 2


# --- bursts ---------------------------------------------------------------------------------------------------------


def test_a_burst_comes_as_one_message_and_a_few_come_each_by_itself(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), group_above=3)
        room.owe(*(an_alert(number) for number in range(3)), at=NOW)
        room.send(NOW)
        assert len(sink.requests) == 3
        room.owe(*(an_alert(number) for number in range(3, 7)), at=NOW + hours(1))
        room.send(NOW + hours(1))
        assert len(documents(sink)[3]["alerts"]) == 4
        assert len(sink.requests) == 4


def test_alerts_that_are_due_minutes_apart_are_no_burst(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), group_above=3)
        for number in range(5):
            room.owe(an_alert(number), at=NOW + number * MINUTE)
        room.send(NOW + hours(1))
        assert len(sink.requests) == 5


# --- silences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("company", "metric", "silenced"),
    [
        ("nio", "", ["suppressed", "sent", "sent"]),
        ("", "revenue", ["sent", "sent", "suppressed"]),
        ("xpeng", "revenue", ["sent", "sent", "suppressed"]),
        ("xpeng", "investment", ["sent", "suppressed", "sent"]),
        ("byd", "", ["sent", "sent", "sent"]),
        ("", "", ["suppressed"] * 3),
    ],
)
def test_a_silence_suppresses_what_it_names_and_says_so(
    store: Store, company: str, metric: str, silenced: list[str]
) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        room.owe(an_alert(1, "nio"), an_alert(2, "xpeng"), an_alert(3, "xpeng", "revenue"))
        with store.begin() as connection:
            put_silence(connection, company, metric, "a fair", NOW + hours(1), NOW)
        room.send()
        assert room.states() == silenced
        assert len(sink.requests) == silenced.count("sent")
        reasons = {item.error for item in room.deliveries() if item.state == "suppressed"}
        assert all("silence 1" in reason and "a fair" in reason for reason in reasons)
        assert room.send(NOW + hours(2)) == [], "suppressed is for good"


def test_a_silence_ends_by_itself_and_can_be_lifted(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        with store.begin() as connection:
            put_silence(connection, "nio", "", "", NOW + hours(1), NOW)
            put_silence(connection, "xpeng", "", "", NOW + hours(9), NOW)
            assert lift_silence(connection, 2, NOW + hours(2))
            assert not lift_silence(connection, 2, NOW + hours(2))
            assert list_silences(connection, NOW + hours(2)) == []
        room.owe(an_alert(1, "nio"), an_alert(2, "xpeng"), at=NOW + hours(2))
        room.send(NOW + hours(2))
        assert room.states() == ["sent", "sent"]


def test_what_is_silenced_is_left_out_of_a_digest(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [DAILY])
        room.owe(*(an_alert(number, company) for number, company in enumerate(["nio", "xpeng", "byd"])))
        with store.begin() as connection:
            put_silence(connection, "xpeng", "", "", NOW + hours(48), NOW)
        room.send(NOW + hours(24))
        assert [item["actor"]["name"] for item in documents(sink)[0]["alerts"]] == ["Nio 0", "Byd 2"]
        assert room.states() == ["sent", "suppressed", "sent"]


# --- threads, sending again, history ---------------------------------------------------------------------------------


def plan(told: Alert, first: datetime) -> Known:
    """What an alert told, as the history of a later one has it."""
    return Known(1, told.changes[0].figure, first, told.release.url, "s", 1, change="new")


def test_later_news_of_a_plan_answers_the_first_mail_about_it(store: Store) -> None:
    with open_mailbox() as box:
        room = open_room(store, mail(box))
        first = an_alert(1, "nio")
        later = replace(an_alert(2, "nio"), actor=first.actor, history=(plan(first, NOW),), thread=first.fingerprint)
        other = an_alert(3, "nio")
        room.owe(first, at=NOW)
        room.send(NOW)
        room.owe(later, other, at=NOW + hours(30))
        room.send(NOW + hours(30))
        one, two, three = box.mails
        assert one["Message-ID"] == two["References"] == two["In-Reply-To"]
        assert one["In-Reply-To"] is three["In-Reply-To"] is None
        assert len({mail["Message-ID"] for mail in box.mails}) == 3


def test_an_alert_sent_again_is_another_message_and_the_same_thread(store: Store) -> None:
    with open_mailbox() as box, open_sink() as sink:
        room = open_room(store, f"{mail(box)}\n{hook(sink)}")
        room.owe(an_alert(1))
        room.send()
        with store.begin() as connection:
            assert len(resend(connection, 1, (), NOW)) == 2
            assert resend(connection, 99, (), NOW) == []
        room.send(NOW + MINUTE)
        with store.begin() as connection:
            resend(connection, 1, [room.world.channels[1].name], NOW)
        room.send(NOW + MINUTE)
        assert len(set(keys(sink))) == len(keys(sink)) == 3
        first, again = box.mails
        assert documents(sink)[1]["watch"] == documents(sink)[0]["watch"] == "Everything"
        assert first["Message-ID"] == again["References"] != again["Message-ID"]


def test_a_silence_and_quiet_hours_do_not_hold_what_a_person_sends_again(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink), [NIGHT])
        room.owe(an_alert(1), at=NOW)
        with store.begin() as connection:
            put_silence(connection, "", "", "", NOW + hours(99), NOW)
        room.send(NOW)
        with store.begin() as connection:
            resend(connection, 1, (), EVENING)
        room.send(EVENING)
        assert len(sink.requests) == 1


def test_the_history_tells_every_try_also_of_those_that_joined(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(500, {}, "ill"), (200, {}, "ok")]
        room = open_room(store, hook(sink), group_above=1)
        room.owe(an_alert(1), an_alert(2))
        room.send()
        room.send(NOW + hours(1))
        with store.begin() as connection:
            for number in (1, 2):
                told = [(item.state, item.answer) for item in attempts_of(connection, number)]
                assert told == [("pending", "500 ill"), ("sent", "200 ok")]
        assert room.deliveries()[1].with_alert == 1


def test_two_channels_of_an_alert_are_told_apart(store: Store) -> None:
    with open_sink() as sink:
        room: Room = open_room(store, f"{hook(sink, 'a', 'one')}\n{hook(sink, 'b', 'two')}")
        room.owe(an_alert(1))
        room.send()
        assert sorted(path for _, path, _, _ in sink.requests) == ["/one", "/two"]
