"""Hostile sources, polled side by side with a sound one: each ends in time, in words, and the sound one is read."""

from __future__ import annotations

import asyncio
import gzip
import resource
import time

from flows.child import Children
from flows.errors import FetchError
from flows.fetch import Fetcher, FetchPolicy
from parsers.errors import ReadError
from parsers.feed import read_feed
from parsers.types import Feed
from tests.loopback import Answer, Loopback, http, loopback

GOOD = b"<rss><channel><item><title>Ten billion</title><link>https://a.example/1</link></item></channel></rss>"
ITEM = b"<item><title>Story %d</title><link>https://a.example/%d</link></item>"


def feed(inner: bytes, head: bytes = b"") -> bytes:
    return http(200, head + b'<rss version="2.0"><channel>' + inner + b"</channel></rss>", content_type="text/xml")


async def endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        await writer.drain()


async def drip(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n")
    while True:
        writer.write(b"<")
        await writer.drain()
        await asyncio.sleep(0.1)


ATTRIBUTES = b"<item " + b" ".join(b'a%d="x"' % number for number in range(60_000)) + b"/>"
MULTIPLYING = b"<!DOCTYPE rss [<!ENTITY a '" + b"x" * 50_000 + b"'>]>"

ANSWERS: dict[str, Answer] = {
    "/endless": endless,
    "/drip": drip,
    "/bomb": http(200, gzip.compress(b"\0" * (100 << 20)), content_encoding="gzip"),
    "/attributes": feed(ATTRIBUTES),
    "/entities": feed(b"<item><title>" + b"&a;" * 20_000 + b"</title></item>", MULTIPLYING),
    "/loop": http(302, location="/loop"),
    "/private": http(302, location="http://169.254.169.254/"),
    "/html": http(200, b"<html><body>Sign in</body></html>", content_type="text/html"),
    "/empty": http(200),
    "/gone": http(410),
    "/many": feed(b"".join(ITEM % (number, number) for number in range(20_000))),
    "/deep": feed(b"<item><description>" + b"&lt;div&gt;" * 20_000 + b"</description></item>"),
    "/good": feed(GOOD.removeprefix(b"<rss><channel>").removesuffix(b"</channel></rss>")),
}
ENDINGS = {
    "/endless": "FeedUnreadable: not a feed",
    "/drip": "Unreachable: no answer within 3 s",
    "/bomb": "FeedUnreadable: the answer is empty",
    "/attributes": "ReadingStopped: reading took longer than 2 s",
    "/entities": "1 entries",
    "/loop": "BadAnswer: more than 5 redirects",
    "/private": "Refused: 169.254.169.254 is not a public address",
    "/html": "FeedUnreadable: a web page, not a feed",
    "/empty": "FeedUnreadable: the answer is empty",
    "/gone": "Gone: HTTP 410 Said",
    "/many": "500 entries",
    "/deep": "1 entries",
    "/good": "1 entries",
}


async def poll(server: Loopback, children: Children) -> dict[str, str]:
    rules = FetchPolicy(deadline=3, trusted_hosts=frozenset({f"127.0.0.1:{server.port}"}), per_host=20)

    async def one(path: str) -> tuple[str, str]:
        try:
            found: Feed = await children.run_async(read_feed, await fetcher.fetch(server.url(path), cut=True))
        except (FetchError, ReadError) as error:
            named = "" if error.url == server.url(path) else f" (told of {error.url})"
            return path, f"{type(error).__name__}: {error.reason}{named}"
        return path, f"{len(found.entries)} entries"

    async with Fetcher(rules) as fetcher:
        return dict(await asyncio.gather(*(one(path) for path in ANSWERS)))


def test_hostile_sources_end_in_words_and_harm_no_other() -> None:
    async def main() -> dict[str, str]:
        async with loopback() as server:
            server.answers = ANSWERS
            return await poll(server, children)

    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with Children(most=2, deadline=2) as children:
        assert asyncio.run(main()) == ENDINGS
    assert time.monotonic() - start < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024
