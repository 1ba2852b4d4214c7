"""Hostile sources, polled side by side with a sound one: each ends in time, in words, and the sound one is read."""

from __future__ import annotations

import asyncio
import gzip
import resource
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows import steps
from flows.child import Children
from flows.errors import FetchError
from flows.fetch import Fetcher, FetchPolicy
from flows.settings import read_settings
from flows.steps.tempo import read_budget
from flows.store.sources import all_sources, entry_counts, lease_sources, resting_hosts
from flows.world import open_world
from parsers.errors import ReadError
from parsers.feed import read_feed
from parsers.types import Feed
from tests.farm import Farm, settle
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


async def poll_into_store(server: Loopback, children: Children, now: datetime) -> None:
    settings = read_settings()
    rules = FetchPolicy(deadline=3, trusted_hosts=settings.trust_hosts, per_host=20)
    with open_world(settings, now) as world:
        async with Fetcher(rules) as fetcher:
            with world.store.begin() as connection:
                rows = lease_sources(connection, "one", now, 100, timedelta(minutes=15))
            await steps.poll(world, fetcher, children, rows, "one", now, read_budget(world, now))


def test_the_store_names_each_hostile_source_and_keeps_what_was_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    half = GOOD.replace(b"</channel></rss>", b"<item><title>Twenty bil")
    answers = ANSWERS | {
        "/busy": http(429, retry_after="999999999999"),
        "/half": http(200, half, content_type="text/xml", etag='"half"'),
    }
    endings = ENDINGS | {"/busy": "Throttled: HTTP 429 Said", "/half": "1 entries"}

    async def main() -> None:
        async with loopback() as server:
            server.answers = answers
            tables = [f'slug = "{path[1:]}"\nname = "{path}"\nurl = "BASE{path}"' for path in answers]
            settle(Farm(server.url("")), tmp_path, monkeypatch, *tables)
            await poll_into_store(server, children, now)

    with Children(most=2, deadline=2) as children:
        asyncio.run(main())
    with open_world(read_settings(), now) as world, world.store.begin() as connection:
        rows = {row.slug: row for row in all_sources(connection)}
        counts = entry_counts(connection)
        assert resting_hosts(connection, now) == {}, "one feed of a private bridge does not speak for the others"
    for path, ending in endings.items():
        row = rows[path[1:]]
        if ending.endswith("entries"):
            assert (row.failures, sum(counts[row.id].values())) == (0, int(ending.split()[0])), path
        else:
            assert (row.failures, row.error, row.id in counts) == (1, ending.partition(": ")[2], False), path
    assert rows["gone"].state == "gone"
    assert rows["busy"].due_at >= now + timedelta(hours=6)
    assert "cut off inside its last entry" in rows["half"].error
    assert rows["half"].etag == "", "so that it is asked for again"
