"""`outlay serve`: one process tree that polls on a schedule, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.newsroom import Newsroom
from flows.settings import read_settings
from flows.store.sources import all_sources
from flows.world import open_store

pytestmark = pytest.mark.slow
PATIENCE = 120  # seconds until the first scheduled run has ended, on a slow machine
END_WITHIN = 10  # seconds after SIGTERM


def polled() -> int:
    store = open_store(read_settings())
    with store.begin() as connection:
        count = sum(row.good_at is not None for row in all_sources(connection))
    store.close()
    return count


def test_serve_polls_on_its_schedule_and_ends_within_ten_seconds(
    newsroom: Newsroom, newsroom_settings: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"PREFECT_HOME": str(tmp_path / "prefect")}
    environment.pop("PREFECT_API_URL", None)
    newsroom.now = newsroom.days[-1].at
    outlay = Path(sys.executable).parent / "outlay"
    with (tmp_path / "log").open("w") as log:
        serving = subprocess.Popen([outlay, "serve", "--every", "5"], env=environment, stdout=log, stderr=log)
        try:
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until and polled() < len(newsroom.sites) - 1:
                assert serving.poll() is None, (tmp_path / "log").read_text()
                time.sleep(1)
            assert polled() == len(newsroom.sites) - 1, (tmp_path / "log").read_text()
            serving.send_signal(signal.SIGTERM)
            serving.wait(END_WITHIN)
        finally:
            serving.kill()
