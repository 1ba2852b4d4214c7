"""What is old is let go; what keeps the same news from alerting twice is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from flows.health import Problem
from flows.steps.tell import tell_operator
from flows.steps.upkeep import let_go
from flows.store.captures import FEED, PAGE, put_captures
from flows.store.engine import Store
from flows.store.releases import get_release
from flows.store.schema import attempt, body, capture, delivery, doubt, entry, notice, release, release_piece
from tests.outbox_room import NOW, an_alert, hook, hours, open_room, open_sink
from tests.plain_story import Told, bare_world, tell
from tests.test_store import captured

TEXT = (
    "Hyundai Motor Group will invest 24 trillion won in electric vehicles in Korea by 2030, it said on Tuesday. "
    "Officials spoke of 3.5 somethings as well, and of a plant in Hwaseong that opens after the summer."
)
FIRST = Told("first", "2022-03-01", "one", "en", "Hyundai to invest in electric cars", TEXT)
FOUR_YEARS_ON = datetime(2026, 3, 1, tzinfo=UTC)


def count(store: Store, table: sa.Table) -> int:
    with store.begin() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_old_texts_go_with_all_that_points_into_them_and_the_news_still_never_alerts_again(store: Store) -> None:
    world = bare_world(store)
    done, alerts = tell(world, FIRST)
    assert len(alerts) == 1
    before = [count(store, table) for table in (doubt, release_piece)]
    assert let_go(world, FOUR_YEARS_ON)["texts"] == 1
    with store.begin() as connection:
        kept = get_release(connection, done.release_id)
        words = connection.execute(sa.select(entry.c.feed_words)).scalar_one()
    assert kept is not None
    assert (kept.title, kept.text, kept.blocks) == (FIRST.title, "", ())
    assert words["title"] == FIRST.title
    assert before[1] > 0
    assert [count(store, table) for table in (doubt, release_piece)] == [0, 0]
    assert let_go(world, FOUR_YEARS_ON)["texts"] == 0, "once"
    again = replace(FIRST, id="again", date="2026-03-01", source="two", title="A look back")
    assert tell(world, again)[1] == []
    raised = replace(FIRST, id="raised", date="2026-03-01T10:00", body=TEXT.replace("24 trillion", "30 trillion"))
    assert len(tell(world, raised)[1]) == 1


def test_captures_of_feeds_go_before_those_of_pages(store: Store) -> None:
    world = bare_world(store)
    ages = {"old": 400, "middle": 100, "young": 10}
    with store.begin() as connection:
        for name, days in ages.items():
            for kind in (PAGE, FEED):
                made = captured(
                    f"https://a.example/{kind}/{name}", f"{kind} {name}".encode(), NOW - timedelta(days=days)
                )
                put_captures(connection, [made], kind)
    assert let_go(world, NOW)["captures"] == 3
    with store.begin() as connection:
        left = set(connection.execute(sa.select(capture.c.url)).scalars())
    assert left == {f"https://a.example/{name}" for name in ("page/middle", "page/young", "feed/young")}
    assert count(store, body) == 3


def test_the_tries_of_what_is_over_go_and_of_what_waits_stay(store: Store) -> None:
    much_later = NOW + timedelta(days=120)
    with open_sink() as sink:
        room = open_room(store, hook(sink))
        sink.answers = [(503, {}, "later")]
        room.owe(an_alert(1))
        room.send(NOW)
        assert room.states() == ["pending"]
        waiting = count(store, attempt)
        assert waiting
        assert let_go(room.world, much_later)["attempts"] == 0
        sink.answers = []
        for hour in range(1, 5):
            room.send(NOW + hours(hour))
    assert room.states() == ["sent"]
    assert let_go(room.world, much_later)["attempts"] == waiting + 1
    assert count(store, attempt) == 0
    assert count(store, release) == 1, "the alert and its release stay"


def test_what_the_operator_was_told_goes_with_its_deliveries(store: Store) -> None:
    with open_sink() as sink:
        room = open_room(store, hook(sink, "operator"))
        tell_operator(room.world, "sources", [Problem("s", "is away", "look", "blind")], NOW)
        assert let_go(room.world, NOW + timedelta(days=120))["notices"] == 0, "it is still owed"
        room.send(NOW)
    assert let_go(room.world, NOW + timedelta(days=120))["notices"] == 1
    assert (count(store, notice), count(store, delivery)) == (0, 0)
