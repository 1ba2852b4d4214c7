"""The flows under a real Prefect server: what they do, what they leave behind, and that two runs at once tell once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from prefect.artifacts import Artifact
from prefect.blocks.system import Secret
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness
from prefect.utilities.callables import parameter_schema

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


def events(name: str) -> list[dict[str, Any]]:
    """Prefect's events of this name, when it has them."""
    where = f"{PREFECT_API_URL.value()}/events/filter"
    kind = {"prefix": [name.removesuffix("*")]} if name.endswith("*") else {"name": [name]}
    for _ in range(100):
        found = list(httpx.post(where, json={"filter": {"event": kind}}, timeout=10).json()["events"])
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"no event {name}")


def test_a_misspelt_source_or_a_day_to_come_is_told_and_nothing_is_polled(newsroom_settings: Path) -> None:
    with pytest.raises(SettingsInvalid, match="do you mean meridian-wire"):
        asyncio.run(watch(only=["meridian-wir"]))
    with pytest.raises(SettingsInvalid, match="is not past"):
        asyncio.run(watch(since=NOW, now=NOW))


def test_what_was_missed_for_days_alerts_when_it_is_asked_for(newsroom: Newsroom, newsroom_settings: Path) -> None:
    day = newsroom.days[0].at
    newsroom.now = day
    late = asyncio.run(watch(now=day + timedelta(days=6), since=day - timedelta(days=2)))
    assert sum(len(item.alerts) for item in late.read) == 1


def test_the_form_says_what_each_parameter_is() -> None:
    fields = parameter_schema(watch.fn).model_dump()["properties"]
    assert list(fields) == ["only", "since", "now"]
    assert "slugs in sources.toml" in fields["only"]["description"]
    assert "may alert" in fields["since"]["description"]
    assert fields["since"]["anyOf"][0]["format"] == "date-time"


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
    (event, *_) = events("outlay.figure.*")
    assert event["resource"]["prefect.resource.id"] == "outlay.company.xiaomi"
    assert {item["payload"]["amount"] for item in events("outlay.figure.new")} >= {"10 billion yuan"}
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
