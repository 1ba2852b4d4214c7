"""Reading in child processes. In: a reading function and its capture. Out: what it returns, or its ReadError.

Some pages and feeds hold any parser for a minute, or eat all memory. A child that exceeds its deadline or its memory is
killed and replaced, and only that one reading fails. Children live on between readings, so that a call costs well under
a millisecond; they are started from a clean interpreter, never forked, so any thread or flow may ask.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import queue
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from flows.errors import ReadingStopped
from parsers.plain import line

P = ParamSpec("P")
T = TypeVar("T")

MAX_READINGS = 1000  # then a child is replaced: parsers keep what they allocate
TOGETHER = 8  # readings that may go to a child at once, while they are small: a trip costs as much as a small feed
SMALL = 64 * 1024  # bytes of a request
START = 60.0  # seconds that a child may take to come up; on a busy machine that is no fault of what is read

_START = "import sys; sys.path[:] = {path!r}; from flows.reading import serve; serve({handle}, {memory})"

# Numeric libraries reserve memory for a thread a processor when they are imported; reading needs none of it.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Children:
    """A few child processes that read. Safe to use from threads; `with Children() as children: ...`"""

    def __init__(self, most: int = 0, deadline: float = 20.0, memory: int = 1 << 30) -> None:
        """`most` children at once (0: one a processor), `deadline` in seconds and `memory` in bytes for each."""
        self.deadline = deadline
        self.memory = memory
        self._most = most or len(os.sched_getaffinity(0))
        self._places: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(self._most):
            self._places.put(None)  # its child starts when it is first needed
        self._waiting: deque[_Reading] = deque()
        self._threads = ThreadPoolExecutor(self._most, "reading")  # the loop's own threads are for looking up names

    def __enter__(self) -> Children:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` returns. It must be importable, and its first argument says by its `url` what is read.

        Raises the ReadError that it raised; ReadingStopped where the child was killed, died, or met a mistake of ours.
        """
        reading = _Reading(function, args, kwargs)
        if reading.packed():
            self._read([reading])
        result: T = reading.answer.result()
        return result

    async def run_async(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for coroutines: the wait for the child happens in a thread, where small readings go together."""
        reading = _Reading(function, args, kwargs)
        self._waiting.append(reading)
        if len(self._waiting) <= self._most:  # else a thread that has not seen the end of the queue will come to it
            self._threads.submit(self._read_waiting)
        result: T = await asyncio.wrap_future(reading.answer)
        return result

    def close(self) -> None:
        """Ends the children, once those at work are done."""
        self._threads.shutdown()
        for _ in range(self._most):
            child = self._places.get()
            if child is not None:
                child.kill()

    def _read_waiting(self) -> None:
        while readings := self._taken():
            self._read(readings)

    def _taken(self) -> list[_Reading]:
        """The next readings, those that nobody waits for any more left out; a large one goes alone."""
        taken: list[_Reading] = []
        with suppress(IndexError):
            while len(taken) < TOGETHER:
                reading = self._waiting.popleft()
                if reading.answer.set_running_or_notify_cancel() and reading.packed():
                    taken.append(reading)
                    if len(reading.request) > SMALL:
                        break
        return taken

    def _read(self, readings: list[_Reading]) -> None:
        """Answers each; if together they stop their child, each is read again alone, and only the culprit fails."""
        try:
            answers = self._asked([reading.request for reading in readings])
        except _Stopped as stopped:
            if len(readings) == 1:
                readings[0].fail(str(stopped))
            else:
                for reading in readings:
                    self._read([reading])
        else:
            for reading, answer in zip(readings, answers, strict=True):
                reading.settle(answer)

    def _asked(self, requests: list[bytes]) -> list[bytes]:
        """The answers of the next free child. Raises _Stopped, with the reason, where there are none."""
        child, kept = self._places.get(), None
        try:
            if child is None or not child.fit():
                child = _Child(self.memory)
            answers = child.ask(requests, self.deadline)
            kept = child if child.readings < MAX_READINGS else None
        except TimeoutError:
            raise _Stopped(f"reading took longer than {self.deadline:g} s") from None
        except (EOFError, OSError, pickle.UnpicklingError):
            raise _Stopped(f"reading died: {child.cause_of_death() if child else 'no process could start'}") from None
        finally:
            if kept is None and child is not None:
                child.kill()
            self._places.put(kept)
        return answers


class _Stopped(Exception):
    """A child gave no answer; the reason says why."""


class _Reading:
    """A call on its way to a child and back."""

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.url = str(getattr(args[0], "url", "")) if args else ""
        self.request = b""
        self.answer: Future[Any] = Future()
        self._call = (function, args, kwargs)

    def packed(self) -> bool:
        """Pack the call when its turn has come, for what waits should not be held twice. False where that is no use:
        whoever waits has been told."""
        try:
            self.request = pickle.dumps(self._call, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            self.fail(line(f"it cannot be sent to a child: {error!r}", 200))
        return bool(self.request)

    def settle(self, answer: bytes) -> None:
        """Opens the answer. What another process sends may be anything: whoever waits is told in any case."""
        try:
            kind, value = pickle.loads(answer)  # noqa: S301 - from our own child
        except Exception as error:
            return self.fail(line(f"its answer cannot be opened: {error!r}", 200))
        if kind == "failed":
            return self.fail(value)
        return self.answer.set_exception(value) if kind == "refused" else self.answer.set_result(value)

    def fail(self, reason: str) -> None:
        self.answer.set_exception(ReadingStopped(self.url, reason))


class _Child:
    """One child process and the pipe to it."""

    def __init__(self, memory: int) -> None:
        ours, theirs = socket.socketpair()
        code = _START.format(path=sys.path, handle=theirs.fileno(), memory=memory)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env=os.environ | _ONE_THREAD,
            start_new_session=True,  # a Ctrl-C is for the parent, which then closes
        )
        theirs.close()
        self._pipe = Connection(ours.detach())
        self._ready = False
        self.readings = 0

    def ask(self, requests: list[bytes], deadline: float) -> list[bytes]:
        """The answer to each, still packed. Raises TimeoutError, or EOFError where the child died."""
        self.readings += len(requests)
        if not self._ready and self._pipe.poll(START):
            self._ready = bool(self._pipe.recv_bytes())
        self._pipe.send_bytes(str(len(requests)).encode())
        for request in requests:  # each by itself: packed together, a large one would be held twice
            self._pipe.send_bytes(request)
        if not self._pipe.poll(deadline):
            raise TimeoutError
        answers: list[bytes] = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - from our own child
        return answers

    def fit(self) -> bool:
        """Whether it still lives; one that was killed from outside is not asked."""
        if self._process.poll() is None:
            return True
        self.kill()
        return False

    def cause_of_death(self) -> str:
        """In words; waits for the end, which the broken pipe has announced."""
        with suppress(subprocess.TimeoutExpired):
            code = self._process.wait(5)
            return f"killed by signal {-code}" if code < 0 else f"ended with status {code}"
        return "its pipe broke"

    def kill(self) -> None:
        """Ends the process and waits for it, so that none is left as a zombie."""
        self._pipe.close()
        self._process.kill()
        self._process.wait()
