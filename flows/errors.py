"""What can go wrong in the world, and what to do next. The tree:

    OutlayError
    ├── SettingsInvalid    a mistake in a setting or seed file: a person mends it; nothing was done
    ├── StoreError         the database is away, full or locked: nothing was half written; try again
    └── FetchError         nothing was fetched; `transient` says whether asking again later may help
        ├── Refused        we do not ask: the address, its port, its host, or robots.txt forbids it. A person decides
        ├── Gone           the server says that it is gone for good (410): stop the source, tell
        ├── Declined       the server does not give it (401, 403, 404, ...): back off, tell after a day
        ├── Throttled      asked too often: leave the whole host alone for `retry_after` seconds
        ├── Unreachable    no answer in time, no such host, no connection, or the server is ill (5xx): back off
        └── BadAnswer      an answer that cannot be kept: cut short, corrupt, too large, a loop of redirects: back off

ReadingStopped is a ReadError (see parsers.errors): the child process that read was stopped. Tell; the next one may do.
"""

from __future__ import annotations

from parsers.errors import ReadError


class OutlayError(Exception):
    """Something in the world went wrong. `where` names it (an address, a file, a database), `reason` says why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class SettingsInvalid(OutlayError):
    """A setting or a seed file has a mistake; `where` is the variable or "file:line"."""


class StoreError(OutlayError):
    """The database did not answer, or refused."""


class FetchError(OutlayError):
    """An address gave no capture. `status` is the HTTP status where there was one; `retry_after` counts in seconds."""

    transient = True

    def __init__(self, url: str, reason: str, status: int = 0, retry_after: float = 0.0) -> None:
        super().__init__(url, reason)
        self.url = url
        self.status = status
        self.retry_after = retry_after


class Refused(FetchError):
    """We do not ask: the address may not be reached from here, or robots.txt forbids it."""

    transient = False


class Gone(FetchError):
    """The server says that the address is gone for good."""

    transient = False


class Declined(FetchError):
    """The server does not give it to us."""

    transient = False


class Throttled(FetchError):
    """The host was asked too often and said when it may be asked again."""


class Unreachable(FetchError):
    """No answer, or one that says that the server is ill."""


class BadAnswer(FetchError):
    """An answer that cannot be kept."""


class ReadingStopped(ReadError):
    """Reading took too long, needed too much memory, or met a mistake of ours; the reason says which."""
