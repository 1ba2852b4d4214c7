"""How the watching fares, for machines: a JSON document and Prometheus' text format."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from typer.testing import CliRunner

from flows.cli import app
from flows.gauges import document, prometheus
from flows.health import is_alive, problems, read_health
from flows.settings import read_settings
from flows.store.engine import Store
from flows.store.schema import doubt, release
from flows.store.sources import all_sources, finish_polls, lease_sources, put_sources
from flows.world import open_store
from tests.outbox_room import NOW, an_alert, hook, hours, open_room, open_sink


def samples(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every sample of a text in Prometheus' format, by name and labels."""
    families = text_string_to_metric_families(text)
    return {(one.name, tuple(one.labels.items())): one.value for family in families for one in family.samples}


def test_what_is_measured_is_the_same_in_both_forms(store: Store) -> None:
    with open_sink() as sink:
        sink.answers = [(400, {}, "no")]
        room = open_room(store, hook(sink))
        room.owe(an_alert(1))
        room.send(NOW)
    room.owe(an_alert(2), at=NOW + timedelta(minutes=1))
    with store.begin() as connection:
        put_sources(connection, [(slug, slug, f"https://{slug}.example/feed", "feed") for slug in ("a", "b")], NOW)
        for row in lease_sources(connection, "w", NOW, 9, hours(1)):
            good = NOW - hours(1) if row.slug == "a" else None
            how = {"good_at": good, "failures": 0 if good else 3, "error": "" if good else "away", "due_at": NOW}
            finish_polls(connection, "w", {row.id: how})
    now = NOW + hours(2)
    with store.begin() as connection:
        health = read_health(connection, now)
    said = json.loads(json.dumps(document(health, now)))
    found = samples(prometheus(health, now))
    good = (NOW - hours(1)).timestamp()
    assert found["outlay_source_last_good_poll_timestamp_seconds", (("source", "a"),)] == good
    assert ("outlay_source_last_good_poll_timestamp_seconds", (("source", "b"),)) not in found
    assert found["outlay_source_failures", (("source", "b"),)] == 3
    assert found["outlay_deliveries", (("state", "dead"),)] == said["deliveries"]["dead"] == 1
    assert list(said["dead_letters"].values()) == [1]
    assert found["outlay_oldest_undelivered_timestamp_seconds", ()] == (NOW + timedelta(minutes=1)).timestamp()
    assert said["oldest_undelivered"] == (NOW + timedelta(minutes=1)).isoformat()
    assert found["outlay_database_bytes", ()] == said["database_bytes"] > 50_000
    kinds = {item.kind for item in problems(health, now)}
    assert {"blind", "dead", "late"} <= kinds
    assert {dict(labels)["kind"] for name, labels in found if name == "outlay_problems"} == kinds
    assert not said["well"]
    assert {item["kind"] for item in said["problems"]} == kinds


def test_a_name_with_quotes_and_line_ends_stays_one_label(store: Store) -> None:
    with store.begin() as connection:
        put_sources(connection, [('a"b\\c\nd', "x", "https://x.example/feed", "feed")], NOW)
        text = prometheus(read_health(connection, NOW), NOW)
    assert ("outlay_source_failures", (("source", 'a"b\\c\nd'),)) in samples(text)


@pytest.mark.parametrize(("lately", "risen"), [(9, False), (15, True)])
def test_doubts_that_rise_are_a_problem(store: Store, lately: int, risen: bool) -> None:
    room = open_room(store, "")
    for number in range(25):
        room.owe(an_alert(number), at=NOW - timedelta(days=10))
        room.owe(an_alert(100 + number), at=NOW - hours(1))
    with store.begin() as connection:
        ids = [row.id for row in connection.execute(release.select().order_by(release.c.seen_at, release.c.id))]
        doubting = ids[:5] + ids[25 : 25 + lately]
        rows = [{"release_id": number, "exact": "?", "start": 0, "end": 1, "reason": "test"} for number in doubting]
        connection.execute(doubt.insert(), rows)
        found = problems(read_health(connection, NOW), NOW)
    assert ("doubts" in {item.kind for item in found}) == risen


def test_the_command_says_it_in_each_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(read_settings())
    with store.begin() as connection:
        put_sources(connection, [("a", "a", "https://a.example/feed", "feed")], NOW)
    store.close()
    text, data, metrics = (CliRunner().invoke(app, ["health", "--as", form]) for form in ("text", "json", "prometheus"))
    assert "all well" in text.stdout
    assert json.loads(data.stdout)["well"]
    assert ("outlay_source_failures", (("source", "a"),)) in samples(metrics.stdout)
    store = open_store(read_settings())
    with store.begin() as connection:
        number = all_sources(connection)[0].id
        lease_sources(connection, "w", NOW, 1, hours(1))
        finish_polls(connection, "w", {number: {"state": "gone"}})
    store.close()
    alive = CliRunner().invoke(app, ["health", "--alive"])
    assert (alive.exit_code, alive.stdout) == (0, ""), "one source that is gone is no death"
    done = CliRunner().invoke(app, ["health"])
    assert done.exit_code == 1
    assert "gone for good" in done.stdout


def test_it_is_alive_while_nothing_that_is_due_waits_for_long(store: Store) -> None:
    with store.begin() as connection:
        put_sources(connection, [("a", "a", "https://a.example/feed", "feed")], NOW)
        rows = all_sources(connection)
    assert is_alive(rows, NOW + timedelta(minutes=29))
    assert not is_alive(rows, NOW + timedelta(minutes=31))
    assert is_alive([], NOW)
