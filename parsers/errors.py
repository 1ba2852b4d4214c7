"""What reading can refuse. The tree:

ReadError
├── FeedUnreadable     not a feed, or broken before its first entry: back off, tell the operator
├── PageUnreadable     a page without its article (captcha, login, paywall stub, error page, another text): retry later
└── SeedInvalid        a mistake in a file an editor wrote: tell them file, line and remedy
"""

from __future__ import annotations


class ReadError(Exception):
    """Something could not be read. `url` says what, `reason` why, in words for people."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """So that it can cross from the process that read to the one that asked."""
        return type(self), (self.url, self.reason)


class FeedUnreadable(ReadError):
    """The bytes hold no feed that can be read."""


class PageUnreadable(ReadError):
    """The page holds no article. The reason is one of the names in `parsers.release.REASONS`."""


class SeedInvalid(ReadError):
    """A seed file has a mistake; `url` is "file:line"."""
