"""Memory over a day. In: nothing. Out: resident memory by the hour, and how it rises.

    python -m tests.bench.bench_soak passes [--minutes 1440]             # the steps of a day, by a simulated clock
    python -m tests.bench.bench_soak serve [--minutes 20] [--every 4]    # `outlay serve` as it is, runs close together

`passes`: 50 feeds, one new entry a minute, a pass of polling, reading and sending a minute: 24 hours in one process,
so that what a run leaves behind adds up (under `serve` each run is a process of its own). `serve`: what lives on is the
runner and Prefect's server; their memory and Prefect's database are sampled, with the number of runs.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import linear_regression

import pytest

import flows.engine  # noqa: F401 - before Prefect
from tests.farm import Farm, Item, open_farm, settle
from tests.one_pass import one_pass
from tests.serving import Serving, serve

FEEDS = 50
KEPT = 30  # entries that a feed lists
MB = 1e6


def resident(number: int) -> float:
    """MB that a process holds; 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


@contextmanager
def room(feeds: int = FEEDS) -> Iterator[tuple[Farm, Path]]:
    """A farm, and settings under which it is polled each minute."""
    with tempfile.TemporaryDirectory() as folder, open_farm() as farm, pytest.MonkeyPatch.context() as patch:
        farm.plant(feeds, 1, datetime.now(UTC))
        settle(farm, Path(folder), patch, home=f"{folder}/home", poll_every="1m")
        yield farm, Path(folder)


def news(farm: Farm, number: int, at: datetime) -> None:
    """One more entry in one of the feeds."""
    path = f"/feed/{number % len(farm.feeds)}"
    farm.feeds[path] = [Item(f"n{number}", f"/page/n{number}", at), *farm.feeds[path]][:KEPT]


def passes(minutes: int) -> None:
    with room() as (farm, folder):
        now, read, polled, points = datetime.now(UTC), 0, 0, []
        for minute in range(minutes):
            now += timedelta(minutes=1)
            news(farm, minute, now)
            done = one_pass(now, show=lambda message: None)
            read, polled = read + len(done.read), polled + len(done.polled)
            farm.asked.clear()
            if minute % 60 == 59:
                points.append((minute + 1, resident(os.getpid())))
                size = (folder / "home" / "outlay.db").stat().st_size / MB
                print(f"hour {minute // 60 + 1}: {points[-1][1]:.1f} MB; {polled} polls, {read} releases; "
                      f"database {size:.1f} MB", flush=True)  # fmt: skip
        settled = points[len(points) // 4 :]  # caches fill in the first hours
        slope = linear_regression([point[0] for point in settled], [point[1] for point in settled]).slope
        print(f"rises by {slope * 1440:.1f} MB a day after hour {settled[0][0] // 60}")


def roles(serving: Serving) -> dict[str, float]:
    """Memory of the runner, of Prefect's server, and of the runs, in MB."""
    found = {"runner": 0.0, "server": 0.0, "runs": 0.0}
    for number in serving.tree():
        try:
            words = Path(f"/proc/{number}/cmdline").read_bytes()
        except OSError:
            continue
        role = "runner" if number == serving.process.pid else "server" if b"server\x00start" in words else "runs"
        found[role] += resident(number)
    return found


def served(minutes: int, every: int) -> None:
    with room(10) as (farm, folder), serve(folder, "--every", str(every)) as serving:
        serving.until(lambda: serving.says("up: "), 180)
        begun, points, number, most = time.monotonic(), [], 0, 0.0
        while (since := time.monotonic() - begun) < minutes * 60:
            news(farm, number, datetime.now(UTC))
            number += 1
            for _ in range(30):
                time.sleep(1)
                held = roles(serving)
                most = max(most, held["runs"])
            database = sum(path.stat().st_size for path in (folder / "prefect").glob("prefect.db*")) / MB
            points.append((done_runs(serving), held["runner"], held["server"], database))
            print(f"{since / 60:.1f} min: {points[-1][0]} runs; runner {held['runner']:.1f} MB, server "
                  f"{held['server']:.1f} MB, runs at most {most:.0f} MB; Prefect's database {database:.1f} MB",
                  flush=True)  # fmt: skip
        settled = points[len(points) // 3 :]
        runs_done = [point[0] for point in settled]
        for place, name in ((1, "runner"), (2, "server"), (3, "Prefect's database")):
            slope = linear_regression(runs_done, [point[place] for point in settled]).slope
            print(f"{name}: {slope * 1000:+.1f} MB in 1,000 runs")


def done_runs(serving: Serving) -> int:
    """Runs that have ended well, as the log tells them."""
    return sum("Flow run '" in line and "Finished in state Completed" in line for line in serving.text.splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("passes", "serve"))
    parser.add_argument("--minutes", type=int)
    parser.add_argument("--every", type=int, default=4, help="seconds between two runs of watch")
    chosen = parser.parse_args()
    if chosen.what == "passes":
        passes(chosen.minutes or 1440)
    else:
        served(chosen.minutes or 20, chosen.every)


if __name__ == "__main__":
    main()
