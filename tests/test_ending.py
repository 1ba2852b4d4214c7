"""A run that is told to end gives back what it holds, wherever it is when it is told."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest
from prefect.exceptions import TerminationSignal

from flows.engine import ending_when_told


async def told_while_another_task_runs(seen: list[str]) -> None:
    async def another() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(0)
        seen.append("another goes on")

    with ending_when_told():
        started = asyncio.create_task(another())
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            await started
            seen.append("gives back")
            raise


async def cancelled() -> None:
    with ending_when_told():
        raise asyncio.CancelledError


def test_a_signal_ends_the_run_and_no_task_beside_it() -> None:
    before, seen = signal.getsignal(signal.SIGTERM), list[str]()
    with pytest.raises(TerminationSignal):
        asyncio.run(told_while_another_task_runs(seen))
    assert seen == ["another goes on", "gives back"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_who_is_cancelled_without_a_signal_was_not_told() -> None:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())


def test_in_a_thread_no_signal_is_listened_to() -> None:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(asyncio.to_thread(asyncio.run, cancelled()))
