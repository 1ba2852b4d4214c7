"""The life of a child process that reads. In: calls, over a pipe. Out: what they return, or how they failed.

Its parent is `flows.child`. Little is imported here: a child starts in the time that its imports take.
"""

from __future__ import annotations

import copyreg
import operator
import pickle
import resource
from contextlib import suppress
from multiprocessing.connection import Connection

from parsers.errors import ReadError
from parsers.plain import line
from parsers.types import Entry

_FIELDS = operator.attrgetter(*Entry.__slots__)


def serve(handle: int, memory: int) -> None:
    """The child's life: read what is asked until the parent is gone. `handle` is its end of the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    copyreg.pickle(Entry, lambda entry: (Entry, _FIELDS(entry)))  # taken apart by itself an entry costs twice as much
    pipe = Connection(handle)
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"ready")
        while True:
            requests = [pipe.recv_bytes() for _ in range(int(pipe.recv_bytes()))]  # all: the parent is not kept waiting
            answers = [_answer(requests.pop(0)) for _ in range(len(requests))]
            pipe.send_bytes(pickle.dumps(answers, pickle.HIGHEST_PROTOCOL))


def _answer(request: bytes) -> bytes:
    """A process's edge: whatever goes wrong in here is told, and only this one reading fails."""
    try:
        function, args, kwargs = pickle.loads(request)  # noqa: S301 - from our own parent
        del request
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
