"""What polling costs. In: the address of a running farm of feeds. Out: a table: ours against bare aiohttp + feedparser.

    python tests/bench/bench_polling.py http://127.0.0.1:8099

The farm lists its feeds at `/_ctl/list`, one a line. Each contender polls them all in a process of its own, then five
times more with the validators of the first poll; of these the median counts. CPU seconds are those of child processes
too. `--hostile` adds addresses that never end, unpack to a gigabyte or drip, which only ours is given: look at the
memory then, not at the seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import aiohttp
import feedparser

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows.child import Children
from flows.errors import FetchError
from flows.fetch import Fetcher, FetchPolicy
from parsers.errors import ReadError
from parsers.feed import read_feed

HOSTILE = ("endless", "gzipbomb", "drip", "loop", "to-private", "to-file", "entities", "huge-header")
Validators = dict[str, tuple[str, str]]
AGAIN = 5
Result = dict[str, Any]
Poll = Callable[[list[str], Validators, Counter[str]], Awaitable[None]]


async def bare(urls: list[str], known: Validators, seen: Counter[str]) -> None:
    """What anybody would write: fifty requests at once, and the whole body to feedparser."""
    gate = asyncio.Semaphore(50)

    async def one(url: str) -> None:
        etag, modified = known.get(url, ("", ""))
        headers = {"If-None-Match": etag, "If-Modified-Since": modified} if etag else {}
        async with gate, session.get(url, headers=headers) as response:
            body = await response.read()
            seen[str(response.status)] += 1
            if response.status == 200:
                seen["entries"] += len(feedparser.parse(io.BytesIO(body)).entries)
                known[url] = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")

    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        await asyncio.gather(*(one(url) for url in urls))


async def ours(urls: list[str], known: Validators, seen: Counter[str]) -> None:
    """The product's own path: guarded fetch, reading in children."""
    ports = frozenset({80, 443, *(urlsplit(url).port or 80 for url in urls)})
    policy = FetchPolicy(ports=ports, allowed_networks=("127.0.0.0/8",))

    async def one(url: str) -> None:
        etag, modified = known.get(url, ("", ""))
        try:
            capture = await fetcher.fetch(url, etag=etag, last_modified=modified, cut=True)
            seen[str(capture.status)] += 1
            if capture.status == 200:
                feed = await children.run_async(read_feed, capture)
                seen["entries"] += len(feed.entries)
                headers = dict(capture.headers)
                known[url] = headers.get("etag", ""), headers.get("last-modified", "")
        except (FetchError, ReadError) as error:
            seen[type(error).__name__] += 1

    with Children() as children:
        async with Fetcher(policy) as fetcher:
            await asyncio.gather(*(one(url) for url in urls))


POLLS: dict[str, Poll] = {"bare": bare, "ours": ours}


def measure(name: str, farm: str, hostile: bool) -> None:
    """Polls once and then AGAIN, and prints a line of JSON."""
    urls = urlopen(f"{farm}/_ctl/list").read().decode().split()
    if hostile:
        urls += [f"{farm}/hostile/{kind}" for kind in HOSTILE]
    known: Validators = {}
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rounds = []
    for _ in range(1 + AGAIN):
        seen: Counter[str] = Counter()
        before, start = _cpu(), time.perf_counter()
        asyncio.run(POLLS[name](urls, known, seen))  # type: ignore[arg-type]
        rounds.append({"cpu": _cpu() - before, "wall": time.perf_counter() - start, "seen": dict(seen)})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"rounds": rounds, "beyond idle MB": (peak - idle) // 1024, "child MB": child // 1024}))


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("farm")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--only", choices=POLLS)
    options = parser.parse_args()
    if options.only:
        measure(options.only, options.farm, options.hostile)
        return
    results = {}
    for name in POLLS:
        extra = ["--hostile"] if options.hostile and name == "ours" else []
        command = [sys.executable, __file__, options.farm, "--only", name, *extra]
        results[name] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(name, json.dumps(results[name]))
    first, again = ({name: cpu(rounds) for name, rounds in results.items()} for cpu in (_first, _again))
    for poll, cost in (("first poll", first), ("later poll", again)):
        print(f"{poll}: {cost['ours']:.2f} CPU s, {cost['ours'] / cost['bare']:.2f} x bare aiohttp + feedparser")


def _first(result: Result) -> float:
    return result["rounds"][0]["cpu"]


def _again(result: Result) -> float:
    return median(one["cpu"] for one in result["rounds"][1:])


if __name__ == "__main__":
    main()
