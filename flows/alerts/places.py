"""Addresses in, what people are shown of them out: a link, and the host that it really leads to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from flows.alerts.safety import clean, safe_link


@dataclass(frozen=True, slots=True)
class Place:
    """An address and the host that people know it by. The address is "" where it is not a plain web address."""

    site: str
    url: str


def read_place(url: str, site: str = "") -> Place:
    """The host is read from the address itself wherever there is a link, so that no link is shown as what it is not."""
    link = safe_link(url)
    return Place(clean(_host(link) if link else site, 100) or "unknown site", link)


def _host(link: str) -> str:
    """The host as a name server knows it: with Cyrillic letters "xіaomi.com" would read as another one."""
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    with suppress(UnicodeError):
        return host.encode("idna").decode("ascii")
    return host
