"""Reading in child processes: answers and refusals come back, and what will not end is ended."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.child import Children
from flows.errors import ReadingStopped
from parsers.errors import FeedUnreadable
from parsers.feed import read_feed
from parsers.types import Capture

URL = "https://a.example/feed"


@pytest.fixture
def children() -> Iterator[Children]:
    with Children(most=2, deadline=5, memory=400 << 20) as pool:
        yield pool


def capture(body: bytes) -> Capture:
    return Capture(URL, URL, datetime(2026, 1, 1, tzinfo=UTC), 200, (), "text/xml", "", body, "")


FEED = capture(b"<rss><channel><item><title>Ten</title><link>https://a.example/1</link></item></channel></rss>")


# What stands for a parser that misbehaves. A child imports these by name.


def pid(_: Capture) -> int:
    return os.getpid()


def sleep(_: Capture) -> None:
    time.sleep(60)


def ignore_everything_and_spin(_: Capture) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass


def eat(_: Capture) -> int:
    return len([bytes(10 << 20) for _ in range(200)])


def crash(_: Capture) -> None:
    os.abort()


def leave(_: Capture) -> None:
    os._exit(3)


def blunder(_: Capture) -> None:
    raise ZeroDivisionError("a mistake\x1b[31m of ours")


def shout(_: Capture) -> int:
    print("x" * 100_000, flush=True)
    return 7


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return int, ("no number",)


def answer_a_trap(_: Capture) -> Trap:
    return Trap()


def wake(_: Capture) -> None:
    """Nothing is read."""


def answer_a_function(_: Capture) -> object:
    return lambda: None


def test_a_feed_read_in_a_child_is_the_feed_read_here(children: Children) -> None:
    assert children.run(read_feed, FEED) == read_feed(FEED)


def test_a_refusal_comes_back_as_itself(children: Children) -> None:
    with pytest.raises(FeedUnreadable, match="the answer is empty") as raised:
        children.run(read_feed, capture(b""))
    assert (raised.value.url, raised.value.reason) == (URL, "the answer is empty")


@pytest.mark.parametrize(
    ("misbehave", "reason"),
    [
        (sleep, "took longer than 0.5 s"),
        (ignore_everything_and_spin, "took longer than 0.5 s"),
        (eat, "more memory"),
        (crash, "killed by signal 6"),
        (leave, "ended with status 3"),
        (blunder, "ZeroDivisionError.* in blunder"),
        (answer_a_function, "reading failed"),
        (answer_a_trap, "cannot be opened: ValueError"),
    ],
)
def test_a_reading_that_misbehaves_fails_alone(misbehave: object, reason: str) -> None:
    with Children(most=1, deadline=30, memory=400 << 20) as children:
        children.run(wake, FEED)  # the child is up and has its imports, so that only the reading is timed
        children.deadline = 0.5
        start = time.monotonic()
        with pytest.raises(ReadingStopped, match=reason) as raised:
            children.run(misbehave, FEED)  # type: ignore[arg-type]
        assert time.monotonic() - start < 3
        assert raised.value.url == URL
        assert raised.value.reason.isprintable()
        children.deadline = 30
        assert children.run(read_feed, FEED).entries[0].title == "Ten"


def test_a_child_killed_from_outside_is_replaced(children: Children) -> None:
    first = children.run(pid, FEED)
    os.kill(first, signal.SIGKILL)
    time.sleep(0.1)
    assert children.run(pid, FEED) != first


def test_a_child_lives_on_between_readings(children: Children) -> None:
    assert children.run(pid, FEED) == children.run(pid, FEED) != os.getpid()


def test_what_a_reading_prints_does_not_reach_the_answer(children: Children) -> None:
    assert children.run(shout, FEED) == 7


def test_threads_and_coroutines_share_the_children(children: Children) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: children.run(pid, FEED), range(40)))

    async def at_once() -> list[int]:
        return await asyncio.gather(*(children.run_async(pid, FEED) for _ in range(40)))

    assert len({*found, *asyncio.run(at_once())}) <= 2


def test_of_readings_that_go_together_only_the_culprit_fails(children: Children) -> None:
    async def at_once() -> list[object]:
        jobs = [children.run_async(crash if number == 7 else pid, FEED) for number in range(20)]
        return await asyncio.gather(*jobs, return_exceptions=True)

    answers = asyncio.run(at_once())
    assert [number for number, answer in enumerate(answers) if not isinstance(answer, int)] == [7]
    assert isinstance(answers[7], ReadingStopped)


def test_a_reading_that_nobody_waits_for_disturbs_nobody(children: Children) -> None:
    async def give_up() -> int:
        jobs = [asyncio.create_task(children.run_async(pid, FEED)) for _ in range(30)]
        await asyncio.sleep(0)
        for job in jobs[:-1]:
            job.cancel()
        return await jobs[-1]

    assert asyncio.run(give_up()) > 0
    assert children.run(pid, FEED) > 0


def test_closing_leaves_no_process_behind() -> None:
    with Children(most=2) as children, ThreadPoolExecutor(2) as threads:
        pids = set(threads.map(lambda _: children.run(pid, FEED), range(10)))
    assert pids
    assert not [number for number in pids if Path(f"/proc/{number}").exists()]


def test_a_call_costs_less_than_a_millisecond(children: Children) -> None:
    children.run(pid, FEED)
    best = min(_timed(children) for _ in range(5))
    assert best < 0.001


def _timed(children: Children, calls: int = 50) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        children.run(pid, FEED)
    return (time.perf_counter() - start) / calls
