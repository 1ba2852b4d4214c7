"""The flows under a real Prefect server: what they do, what they leave behind, and that two runs at once tell once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect.artifacts import Artifact
from prefect.blocks.system import Secret
from prefect.testing.utilities import prefect_test_harness

from flows.alerts.message import Message
from flows.deliver import SHOWN, deliver
from flows.errors import SettingsInvalid
from flows.newsroom import Newsroom
from flows.replay import replay
from flows.settings import read_settings
from flows.upkeep import upkeep
from flows.watch import watch
from flows.world import configured_channels, open_store
from tests.outbox_room import NOW, an_alert, documents, hook, open_room, open_sink

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _server() -> Iterator[None]:
    with prefect_test_harness(server_startup_timeout=120):
        yield


def artifact(key: str) -> str:
    """What the newest artifact of this key holds."""
    found: Any = Artifact.get(key)
    return str(found.data)


def test_the_flows_watch_tell_once_leave_a_table_and_replay_to_the_same(
    newsroom: Newsroom, newsroom_settings: Path
) -> None:
    now = newsroom.days[0].at
    newsroom.now = now
    told: list[Message] = []
    token = SHOWN.set(told.append)
    try:
        done = asyncio.run(watch(now=now))
        assert len(deliver(now=now)) == 1
        assert deliver(now=now) == []
    finally:
        SHOWN.reset(token)
    assert "10 billion yuan" in told[0].subject
    assert [item.slug for item in done.polled if item.failed] == ["volt-ticker"]
    assert "10 billion yuan" in artifact("watch")
    again, differences = replay()
    assert again.releases == len(done.read)
    assert differences == []


def test_two_runs_at_once_make_one_alert(newsroom: Newsroom, newsroom_settings: Path) -> None:
    now = newsroom.days[0].at
    newsroom.now = now

    async def both() -> list[object]:
        return list(await asyncio.gather(watch(now=now), watch(now=now)))

    one, other = asyncio.run(both())
    polled = [item.slug for done in (one, other) for item in done.polled]  # type: ignore[attr-defined]
    assert len(polled) == len(set(polled)) == len(newsroom.sites), "no source is polled twice"
    assert sum(len(item.alerts) for done in (one, other) for item in done.read) == 1  # type: ignore[attr-defined]


def test_only_the_named_sources_are_polled(newsroom: Newsroom, newsroom_settings: Path) -> None:
    newsroom.now = newsroom.days[0].at
    done = asyncio.run(watch(only=["meridian-wire"], now=newsroom.now))
    assert [item.slug for item in done.polled] == ["meridian-wire"]


def test_upkeep_goes_on_without_the_bank_and_names_what_is_wrong(newsroom: Newsroom, newsroom_settings: Path) -> None:
    newsroom.now = newsroom.days[0].at
    asyncio.run(watch(now=newsroom.now))
    done = asyncio.run(upkeep(now=newsroom.now))
    assert done.fault, "this machine may not reach the bank; the fault says so"
    assert "gone for good" in artifact("health")


def test_deliver_tells_the_operator_of_a_broken_channel_in_the_same_run(
    newsroom_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_sink() as desk, open_sink() as ops:
        desk.answers = [(401, {}, "bad token")]
        channels = f"{hook(desk)}\n{hook(ops, 'operator', 'ops')}"
        monkeypatch.setenv("OUTLAY_CHANNELS", channels)
        store = open_store(read_settings())
        open_room(store, channels).owe(an_alert(1))
        store.close()
        assert [item.state for item in deliver(now=NOW)] == ["pending", "sent"]
        (told,) = documents(ops)
    assert "takes no message since 2026-03-02 12:00 UTC: 401 bad token" in told["subject"]


def test_channels_may_come_from_a_secret_block(monkeypatch: pytest.MonkeyPatch) -> None:
    Secret(value="desk = mailto://user:hunter2@example.org?to=desk@example.org").save("outlay-channels")
    monkeypatch.setenv("OUTLAY_CHANNELS_BLOCK", "outlay-channels")
    (channel,) = configured_channels(read_settings())
    assert channel.name == "mailto:desk@example.org"
    monkeypatch.setenv("OUTLAY_CHANNELS_BLOCK", "no-such-block")
    with pytest.raises(SettingsInvalid, match="no-such-block"):
        configured_channels(read_settings())
