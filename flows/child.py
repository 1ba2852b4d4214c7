"""Reading in child processes. In: a reading function and its capture. Out: what it returns, or its ReadError.

Some pages and feeds hold any parser for a minute, or eat all memory. A child that exceeds its deadline or its memory is
killed and replaced, and only that one reading fails. Children live on between readings, so that a call costs well under
a millisecond; they are started from a clean interpreter, never forked, so any thread or flow may ask.
"""

from __future__ import annotations

import asyncio
import functools
import os
import pickle
import queue
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from flows.errors import ReadingStopped
from parsers.errors import ReadError
from parsers.plain import line

P = ParamSpec("P")
T = TypeVar("T")

MAX_READINGS = 1000  # then a child is replaced: parsers keep what they allocate

_START = "import sys; sys.path[:] = {path!r}; from flows.child import serve; serve({handle}, {memory})"


# Numeric libraries reserve memory for a thread a processor when they are imported; reading needs none of it.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Children:
    """A few child processes that read. Safe to use from threads; `with Children() as children: ...`"""

    def __init__(self, most: int = 0, deadline: float = 20.0, memory: int = 1 << 30) -> None:
        """`most` children at once (0: one a processor), `deadline` in seconds and `memory` in bytes for each."""
        self.deadline = deadline
        self.memory = memory
        self._idle: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        self._most = most or len(os.sched_getaffinity(0))
        self._waiting = ThreadPoolExecutor(self._most, "reading")  # the loop's own threads are for looking up names
        for _ in range(self._most):
            self._idle.put(None)  # a place; its child starts when it is first needed

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
        url = str(getattr(args[0], "url", "")) if args else ""
        place = self._idle.get()
        child = place if place is not None and place.fit() else _Child(self.memory)
        kept: _Child | None = None
        try:
            kind, answer = child.ask((function, args, kwargs), self.deadline)
            kept = child if child.readings < MAX_READINGS else None
        except TimeoutError:
            raise ReadingStopped(url, f"reading took longer than {self.deadline:g} s") from None
        except (EOFError, OSError):
            raise ReadingStopped(url, f"reading died: {child.cause_of_death()}") from None
        finally:
            if kept is None:
                child.kill()
            self._idle.put(kept)
        result: T = _unpacked(url, kind, answer)
        return result

    async def run_async(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for coroutines: the wait for the child happens in a thread."""
        call = functools.partial(self.run, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._waiting, call)

    def close(self) -> None:
        """Ends the children, once those at work are done."""
        self._waiting.shutdown()
        for _ in range(self._most):
            child = self._idle.get()
            if child is not None:
                child.kill()


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
        self.readings = 0

    def ask(self, work: object, deadline: float) -> tuple[str, Any]:
        """Kind and content of the answer. Raises TimeoutError, or EOFError where the child died."""
        self.readings += 1
        self._pipe.send_bytes(pickle.dumps(work, pickle.HIGHEST_PROTOCOL))
        if not self._pipe.poll(deadline):
            raise TimeoutError
        kind, answer = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - from our own child
        return kind, answer

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


def _unpacked(url: str, kind: str, answer: Any) -> Any:
    if kind == "value":
        return answer
    if kind == "refused":
        raise answer
    raise ReadingStopped(url, answer)


def serve(handle: int, memory: int) -> None:
    """The child's life: read what is asked until the parent is gone. `handle` is its end of the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pipe = Connection(handle)
    with suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))


def _answer(request: bytes) -> bytes:
    """A process's edge: whatever goes wrong in here is told, and only this one reading fails."""
    try:
        function, args, kwargs = pickle.loads(request)  # noqa: S301 - from our own parent
        return pickle.dumps(("value", function(*args, **kwargs)), pickle.HIGHEST_PROTOCOL)
    except ReadError as error:
        return pickle.dumps(("refused", error))
    except MemoryError:
        return pickle.dumps(("failed", "reading needed more memory than it may have"))
    except Exception as error:
        return pickle.dumps(("failed", line(f"reading failed: {error!r} in {_place(error)}", 300)))


def _place(error: BaseException) -> str:
    """Where an error arose: the innermost function that has a name and a line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else "?"
