"""What people type about alerts: silence, list, show with history, send again, retry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.errors import OutlayError
from flows.seeds import WatchSeed
from flows.settings import read_settings
from flows.world import open_store
from tests.outbox_room import NOW, Room, an_alert, hook, hours, keys, open_room, open_sink
from tests.test_senders import Sink

RUNNER = CliRunner()


@pytest.fixture
def sink() -> Iterator[Sink]:
    with open_sink() as opened:
        yield opened


@pytest.fixture
def room(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room in the database that the commands open, with the channel that the settings name."""
    monkeypatch.setenv("OUTLAY_CHANNELS", hook(sink))
    store = open_store(read_settings())
    yield open_room(store, hook(sink))
    store.close()


def run(*words: str, status: int = 0) -> str:
    done = RUNNER.invoke(app, list(words))
    assert done.exit_code == status, done.output + repr(done.exception)
    return done.stdout


def refused(*words: str) -> str:
    done = RUNNER.invoke(app, list(words))
    assert isinstance(done.exception, OutlayError)
    return str(done.exception)


def test_a_silence_is_made_listed_matched_shown_and_lifted(room: Room, sink: Sink) -> None:
    told = run("alerts", "silence", "--company", "nio", "--until", "8h", "--note", "a fair")
    assert "silence 1: nio, until" in told
    assert "silence 1: nio" in run("alerts", "silences")
    room.owe(an_alert(1, "nio"))
    room.send(datetime.now(UTC))
    listed = run("alerts", "list")
    assert "suppressed (silence 1: nio, until" in listed
    assert "a fair" in listed
    assert "lifted" in run("alerts", "lift", "1")
    assert run("alerts", "silences") == "nothing is silenced\n"
    assert "lifted" in run("alerts", "silences", "--all")
    assert "not in force" in refused("alerts", "lift", "1")
    assert sink.requests == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--company", "nobody", "--until", "8h"], "no company"),
        (["--metric", "luck", "--until", "8h"], "no such metric"),
        (["--until", "2001-01-01"], "a moment ahead"),
    ],
)
def test_a_silence_that_would_match_nothing_is_refused(room: Room, words: list[str], says: str) -> None:
    assert says in refused("alerts", "silence", *words)
    assert run("alerts", "silences", "--all") == "nothing is silenced\n"


def test_an_alert_is_sent_again_and_its_history_tells_both(room: Room, sink: Sink) -> None:
    room.owe(an_alert(1))
    room.send(NOW)
    assert "owed again to json:" in run("alerts", "resend", "1")
    room.send(datetime.now(UTC))
    shown = run("alerts", "show", "1")
    assert shown.count(": sent: 200 ok") == 2
    assert "again (1): sent" in shown
    assert len(set(keys(sink))) == 2
    assert run("alerts", "show", an_alert(1).fingerprint[:12]) == shown, "as a message's last line names it"
    assert "there is none" in refused("alerts", "show", "abcdefabcdef")
    assert "there is none" in refused("alerts", "resend", "77")
    assert "no channel answers" in refused("alerts", "resend", "1", "--to", "nowhere")


def test_the_list_says_why_an_alert_waits(room: Room, sink: Sink) -> None:
    daily = WatchSeed.model_validate({"name": "Mornings", "digest": "daily 08:00"})
    waits = open_room(room.world.store, hook(sink), [daily])
    waits.owe(an_alert(1), an_alert(2))
    assert "pending, held until 2026-03-03 08:00 UTC (daily digest of Mornings)" in run("alerts", "list")
    waits.send(NOW + hours(24))
    assert "sent, in one message with alert 1" in run("alerts", "list")


def test_the_list_says_what_fails_and_retry_owes_it_again(room: Room, sink: Sink) -> None:
    sink.answers = [(503, {}, "ill"), (400, {}, "no")]
    room.owe(an_alert(1))
    room.send(NOW)
    assert "pending, tried once, again at 2026-03-02 12:00 UTC (503 ill)" in run("alerts", "list")
    room.send(NOW + hours(1))
    assert "dead (400 no)" in run("alerts", "list")
    assert "given up" in run("doctor", "--offline", status=1)
    assert "1 deliveries are owed again" in run("alerts", "retry", "1")
    room.send(datetime.now(UTC))
    assert run("alerts", "show", "1").count("json:") == 4
