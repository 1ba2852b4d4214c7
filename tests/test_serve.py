"""`outlay serve` under a real Prefect server: schedule, overlap, crash, restart, catching up, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from flows.heartbeat import beat
from flows.prefect_server import Server
from flows.serve import Clock, Schedule, fault
from flows.settings import read_settings
from flows.store.schema import source
from flows.store.sources import all_sources
from flows.world import open_store
from tests.farm import open_farm, settle
from tests.serving import serve

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]
EVERY = 3  # seconds between two runs of `watch`
END_WITHIN = 10  # seconds after SIGTERM
FEEDS = 4
ALIVE = ("RUNNING", "PENDING", "CANCELLING")


def polled() -> int:
    """Sources that were read."""
    store = open_store(read_settings())
    with store.begin() as connection:
        count = sum(row.good_at is not None for row in all_sources(connection))
    store.close()
    return count


def held() -> int:
    """Sources that somebody has leased."""
    store = open_store(read_settings())
    with store.begin() as connection:
        query = sa.select(sa.func.count()).where(source.c.leased_by != "", source.c.leased_until.is_not(None))
        count = connection.execute(query).scalar_one()
    store.close()
    return int(count)


def test_serve_survives_a_crash_and_the_death_of_its_server_and_ends_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_farm() as farm:
        farm.plant(FEEDS, 1, datetime.now(UTC))
        settle(farm, tmp_path, monkeypatch)
        farm.pace = 30  # a run takes longer than the schedule waits
        with serve(tmp_path, "--every", str(EVERY)) as serving:
            serving.until(lambda: serving.says("up: watch every 3 seconds"))
            serving.until(lambda: held() == FEEDS)
            serving.until(lambda: len(serving.runs("watch", "CANCELLED")) >= 2)
            assert len(serving.runs("watch", *ALIVE)) == 1, "no run overlaps another"
            serving.kill()
        assert held() == FEEDS, "the crash left its leases"

        time.sleep(3 * EVERY)  # runs that nobody ran
        farm.pace = 0
        with serve(tmp_path, "--every", str(EVERY)) as serving:
            serving.until(lambda: serving.says("up: "))
            cut, late = re.findall(r"(\d+) runs were cut short, (\d+) late ones", serving.text)[0]
            assert int(cut) == 1
            assert int(late) >= 2, "and they are not run one after the other now"
            assert (tmp_path / "prefect" / "ui").is_dir(), "its pages are not written into its code"
            serving.until(lambda: polled() == FEEDS)
            assert [run["state_name"] for run in serving.runs("watch", "CRASHED")] == ["Crashed"]

            (server,) = [number for number in serving.tree() if _is_server(number)]
            os.kill(server, signal.SIGKILL)
            serving.until(lambda: serving.text.count("up: ") == 2)
            assert serving.says("Prefect's server has ended")

            farm.pace = 30
            store = open_store(read_settings())
            with store.begin() as connection:
                connection.execute(source.update().values(due_at=datetime.now(UTC)))
            store.close()
            serving.until(lambda: held() == FEEDS)
            assert serving.end(END_WITHIN) == 0
        assert held() == 0, "what ran gave back what it held"
        assert "Traceback" not in serving.text.rpartition("stopping: ")[2], "a signal is no mistake"
        assert serving.text.endswith("stopped; nothing was lost, the next start goes on from here\n")


def _is_server(number: int) -> bool:
    return b"server\x00start" in Path(f"/proc/{number}/cmdline").read_bytes()


def test_a_server_that_has_grown_is_seen() -> None:
    holding = [sys.executable, "-c", "x = b'x' * 50_000_000; print(len(x), flush=True); input()"]
    with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        server = Server("http://127.0.0.1:4200/api", process)
        assert server.has_outgrown(50_000_000)
        assert not server.has_outgrown(500_000_000)
        process.kill()
        process.wait()
        assert not server.has_outgrown(0)
    assert not Server("http://elsewhere.example/api").has_outgrown(0), "the server of somebody else is his"


def test_runs_that_show_no_life_are_started_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTLAY_HOME", str(tmp_path))
    said = partial(fault, Server("http://elsewhere.example/api"), Clock(), read_settings())
    minute, hour = (Schedule(watch=timedelta(**{unit: 1})) for unit in ("minutes", "hours"))
    assert said(minute) == "", "who never left a sign is not missed"
    beat(tmp_path)
    assert said(minute) == ""
    long_ago = time.time() - 11 * 60
    os.utime(tmp_path / "watch.alive", (long_ago, long_ago))
    assert said(minute) == "no run of watch has done anything for 10 minutes"
    assert said(hour) == "", "it was not due yet"


def test_a_clock_that_was_set_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, real = Clock(), time.time
    assert not clock.has_jumped()
    for seconds, jumped in ((30, False), (90, True), (-90, True)):
        monkeypatch.setattr(time, "time", lambda ahead=seconds: real() + ahead)
        assert clock.has_jumped() == jumped
