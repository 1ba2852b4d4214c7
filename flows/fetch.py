"""Fetching. In: an address. Out: a capture, or a FetchError that says what to do. The only module that imports aiohttp.

Polite: at most two connections a host, a host that asks for rest gets it, robots.txt for pages, one honest name.
Guarded: every address and redirect is checked, and the number really connected to once more. Bounded: a deadline for
the whole answer, a cap on what it unpacks to, on its headers and on its redirects.
"""

from __future__ import annotations

import asyncio
import hashlib
import socket
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from ipaddress import ip_network
from types import TracebackType
from typing import Any

import aiohttp
from yarl import URL

from flows.address import checked, guarded_socket
from flows.answers import REDIRECTS, encoding, kept, media_type, refusal, refuse_unreadable, retry_after, sound
from flows.decoding import ACCEPTED, Undecodable, inflater
from flows.errors import BadAnswer, FetchError, Refused, Throttled, Unreachable
from flows.robots import Robots
from parsers.plain import line
from parsers.types import Capture

FEED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """How we ask. Times in seconds, sizes in bytes."""

    contact: str = ""  # a person's address, for the operators of the servers that we ask
    deadline: float = 30.0  # for one answer with all its redirects, from the moment that we ask
    connect_deadline: float = 10.0
    max_bytes: int = 10 * 1024 * 1024  # of a body, unpacked
    max_redirects: int = 5
    per_host: int = 2  # connections at once
    at_once: int = 50  # requests at once
    max_rest: float = 6 * 3600.0  # the longest Retry-After that is believed
    ports: frozenset[int] = frozenset({80, 443})
    trusted_hosts: frozenset[str] = frozenset()  # "host:port": a private bridge, whatever its address
    allowed_networks: tuple[str, ...] = ()  # networks that are no part of the internet and may be reached all the same

    @property
    def user_agent(self) -> str:
        return f"outlay/{version('outlay')} ({f'+{self.contact}' if self.contact else 'feed reader'})"


@dataclass(slots=True)
class _Trip:
    """One fetch on its way through redirects."""

    url: str
    left: float  # seconds
    moved: bool = False  # redirected at all
    permanent: bool = True  # so far every redirect was for good
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    form: Mapping[str, str] | None = None  # to be sent, instead of asking


class Fetcher:
    """Fetches, and remembers who asked for rest. `async with Fetcher(policy) as fetcher: ...`"""

    def __init__(self, policy: FetchPolicy, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.policy = policy
        self._clock = clock
        self._all = asyncio.Semaphore(policy.at_once)
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._rests: dict[str, float] = {}  # host -> loop time until which it is left alone
        self._robots = Robots(self.fetch)
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Fetcher:
        allowed = [ip_network(network) for network in self.policy.allowed_networks]
        self._guarded = await self._closing.enter_async_context(self._session(guarded_socket(allowed)))
        self._trusting = await self._closing.enter_async_context(self._session(None))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._closing.aclose()

    async def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        accept: str = FEED,
        robots: bool = False,
        cut: bool = False,
    ) -> Capture:
        """What stands at `url`: status 200, or 304 with an empty body where the validators still hold.

        `robots`: ask only if robots.txt allows it, and at the pace it asks for (for pages; a feed is published to be
        polled). `cut`: take the beginning of a body that is too large, instead of refusing it (for feeds: the newest
        entries come first). Raises FetchError.
        """
        conditions = {"If-None-Match": sound(etag), "If-Modified-Since": sound(last_modified)}
        headers = {"Accept": accept} | {name: value for name, value in conditions.items() if value}
        trip = _Trip(url, self.policy.deadline, headers=headers, cut=cut)
        address = checked(url, self.policy.ports, self.policy.trusted_hosts)
        for _ in range(self.policy.max_redirects + 1):
            if robots:
                await self._robots.admit(str(address))
            answer = await self._ask(address, trip)
            if isinstance(answer, Capture):
                return answer
            address, trip.moved = answer, True
        raise BadAnswer(url, f"more than {self.policy.max_redirects} redirects")

    async def post(self, url: str, form: Mapping[str, str]) -> None:
        """Send a form, as politely and as guarded; done once it was taken (2xx), and what the answer says is not read.
        Redirects are not followed. Raises FetchError."""
        address = checked(url, self.policy.ports, self.policy.trusted_hosts)
        await self._ask(address, _Trip(url, self.policy.deadline, form=form))

    def trusts(self, url: str) -> bool:
        """Whether an address is that of a private bridge."""
        address = URL(url)
        return f"{address.raw_host}:{address.port}" in self.policy.trusted_hosts

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while: every fetch from it raises Throttled until then."""
        self._rests[host] = asyncio.get_running_loop().time() + min(seconds, self.policy.max_rest)

    async def _ask(self, address: URL, trip: _Trip) -> Capture | URL:
        """One request: a capture, or where to go on."""
        host = address.raw_host or ""
        trusted = f"{host}:{address.port}" in self.policy.trusted_hosts
        if host not in self._hosts:
            self._hosts[host] = asyncio.Semaphore(self.policy.per_host)
        async with self._hosts[host], self._all:
            self._respect_rest(trip.url, host)
            clock = asyncio.get_running_loop().time
            until = clock() + trip.left
            try:
                async with (
                    asyncio.timeout_at(until),
                    self._request(address, trip, trusted) as response,
                ):
                    trip.left = until - clock()
                    return await self._answer(response, address, trip)
            except Throttled as error:
                if not trusted:  # a bridge stands for many sites: one that asks for rest does not speak for the others
                    self.rest(host, error.retry_after)
                raise
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                raise _in_our_words(error, trip.url, self.policy.deadline) from error

    def _request(self, address: URL, trip: _Trip, trusted: bool) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        session = self._trusting if trusted else self._guarded
        if trip.form is not None:
            return session.post(address, data=trip.form, allow_redirects=False)
        return session.get(address, headers=trip.headers, allow_redirects=False)

    async def _answer(self, response: aiohttp.ClientResponse, address: URL, trip: _Trip) -> Capture | URL:
        status = response.status
        if trip.form is not None and 200 <= status < 300:
            return self._capture(response, address, trip, b"")
        if trip.form is None and status in REDIRECTS and "Location" in response.headers:
            trip.permanent = trip.permanent and REDIRECTS[status]
            return self._next_hop(response, address, trip)
        if status == 304 and len(trip.headers) > 1:
            return self._capture(response, address, trip, b"")
        if status != 200:
            wait = retry_after(response.headers.get("Retry-After", ""), self._clock(), self.policy.max_rest)
            raise refusal(trip.url, status, response.reason or "", wait)
        refuse_unreadable(response.headers, trip.url)
        return self._capture(response, address, trip, await self._body(response, trip))

    def _next_hop(self, response: aiohttp.ClientResponse, address: URL, trip: _Trip) -> URL:
        location = response.headers["Location"].strip()
        if not location:
            raise BadAnswer(trip.url, "a redirect to nowhere", response.status)
        try:
            target = str(address.join(URL(location)))
        except ValueError as error:
            raise BadAnswer(trip.url, "a redirect to what is no address", response.status) from error
        try:
            return checked(target, self.policy.ports, self.policy.trusted_hosts)
        except Refused as refused:
            raise Refused(trip.url, f"redirected to {refused.url}: {refused.reason}", response.status) from refused

    async def _body(self, response: aiohttp.ClientResponse, trip: _Trip) -> bytes:
        most, decoder = self.policy.max_bytes, inflater(encoding(response.headers))
        pieces: list[bytes] = []
        have = wire = 0
        async for data in response.content.iter_any():
            wire += len(data)
            pieces.append(decoder.feed(data, most - have + 1) if decoder else data)
            have += len(pieces[-1])
            if have > most or wire > most:
                response.close()
                if trip.cut:
                    return b"".join(pieces)[:most]
                raise BadAnswer(trip.url, f"larger than {most / 2**20:.3g} MB", response.status)
        if decoder:
            decoder.finish()
        return b"".join(pieces)

    def _capture(self, response: aiohttp.ClientResponse, address: URL, trip: _Trip, body: bytes) -> Capture:
        final = str(address)
        kind, charset = media_type(response.headers)
        return Capture(
            url=trip.url,
            final_url=final,
            fetched_at=self._clock(),
            status=response.status,
            headers=kept(response.headers),
            media_type=kind,
            charset=charset,
            body=body,
            digest=hashlib.sha256(body).hexdigest(),
            moved_to=final if trip.moved and trip.permanent else "",
        )

    def _respect_rest(self, url: str, host: str) -> None:
        left = self._rests.get(host, 0.0) - asyncio.get_running_loop().time()
        if left > 0:
            raise Throttled(url, f"{host} asked to be left alone for {left:.0f} s more", 0, left)

    def _session(self, socket_factory: Callable[[Any], socket.socket] | None) -> aiohttp.ClientSession:
        """No cookies are kept, no proxy of the environment is used, nothing is unpacked behind our back."""
        connector = aiohttp.TCPConnector(
            limit=self.policy.at_once, limit_per_host=self.policy.per_host, socket_factory=socket_factory
        )
        return aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": self.policy.user_agent, "Accept-Encoding": ACCEPTED},
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self.policy.connect_deadline),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_field_size=65_536,
        )


def _in_our_words(error: Exception, url: str, deadline: float) -> FetchError:
    """The client's errors as ours."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return _no_connection(url, error)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return Unreachable(url, "its server takes no connection")
    if isinstance(error, TimeoutError):
        return Unreachable(url, f"no answer within {deadline:.0f} s")
    if isinstance(error, aiohttp.InvalidURL):
        return Refused(url, "not an address")
    if isinstance(error, aiohttp.ClientResponseError):
        return BadAnswer(url, line(f"not HTTP: {error.message}", 200))
    if isinstance(error, aiohttp.ClientPayloadError):
        return BadAnswer(url, "cut short")
    kind = BadAnswer if isinstance(error, Undecodable) else Unreachable
    return kind(url, line(str(error) or type(error).__name__, 200))


def _no_connection(url: str, error: aiohttp.ClientConnectorError) -> FetchError:
    if isinstance(error.os_error, PermissionError):  # the guard's word
        return Refused(url, line(error.os_error.strerror or "not a public address", 200))
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Unreachable(url, f"no such host: {error.host}")
    return Unreachable(url, line(f"no connection to {error.host}:{error.port}: {error.os_error}", 200))
