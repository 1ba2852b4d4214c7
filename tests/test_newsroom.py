"""The whole way, from a poll to a message, against the bundled newsroom over its days."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from flows.newsroom import Newsroom
from flows.settings import read_settings
from flows.store.outbox import get_alert, list_alerts
from flows.world import open_world
from parsers.types import Alert
from tests.one_pass import Passed, one_pass

Said = tuple[str, tuple[str, ...], str, Decimal, str]


def alerts_made() -> list[Alert]:
    with open_world(read_settings()) as world, world.store.begin() as connection:
        rows = sorted(list_alerts(connection, limit=1000), key=lambda row: row.id)
        return [alert for row in rows if (alert := get_alert(connection, row.id))]


def said(alert: Alert) -> list[Said]:
    return [
        (change.kind.value, alert.actor.slugs if alert.actor else (), change.figure.metric,
         change.figure.mention.quantity.low, change.figure.mention.quantity.unit.code)
        for change in alert.changes
    ]  # fmt: skip


def expected(newsroom: Newsroom) -> Counter[Said]:
    return Counter(
        (item["kind"], tuple(sorted(item["actors"])), item["metric"], Decimal(item["value"]), item["unit"])
        for release in newsroom.releases
        for item in release["alerts"]
    )


def check_threads() -> None:
    """What comes later of a plan answers the first alert about it."""
    made = {alert.fingerprint: alert for alert in alerts_made()}
    later = [alert for alert in made.values() if alert.thread]
    assert later, "some plans change"
    for alert in later:
        assert not made[alert.thread].thread
        assert made[alert.thread].release.url in {item.url for item in alert.history}
    untold = [alert for alert in made.values() if alert.history and not alert.thread]
    urls = {alert.release.url for alert in made.values()}
    assert all(item.url not in urls for alert in untold for item in alert.history), "it is the first itself"


@pytest.fixture
def days(newsroom: Newsroom, newsroom_settings: Path) -> list[Passed]:
    """Every day of the newsroom, one pass each."""
    passes = []
    for day in newsroom.days:
        newsroom.now = day.at
        passes.append(one_pass(day.at))
    return passes


def test_the_newsroom_makes_the_alerts_that_it_names_and_no_other(newsroom: Newsroom, days: list[Passed]) -> None:
    made = Counter(item for alert in alerts_made() for item in said(alert))
    assert made == expected(newsroom)
    first = alerts_made()[0]
    assert {change.figure.part for change in first.changes} >= {"initial"}, "10 billion yuan comes first"
    check_threads()
    assert any(
        "Random Post" in piece.text or "Random" in piece.rule for read in days[0].read for piece in read.release.removed
    )
    assert sum(len(done.messages) for done in days) == len(alerts_made()), "each alert is sent once"
    assert [item.slug for item in days[0].polled if item.failed] == ["volt-ticker"], "a closed site is told once"
    assert not any(item.failed for done in days[1:] for item in done.polled)
    assert any("captcha" in item.reason for done in days for item in done.unread)


def test_a_second_pass_over_the_same_feeds_says_nothing(newsroom: Newsroom, newsroom_settings: Path) -> None:
    now = newsroom.days[0].at
    newsroom.now = now
    assert one_pass(now).messages
    again = one_pass(now + timedelta(hours=2))
    assert again.polled
    assert not again.messages
    assert not again.read
