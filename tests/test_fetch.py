"""Fetching over loopback: polite, guarded, bounded, and plain about what went wrong."""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import socket
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TypeVar

import brotli
import pytest
from backports import zstd

from flows.errors import BadAnswer, Declined, FetchError, Gone, Refused, Throttled, Unreachable
from flows.fetch import PAGE, Fetcher, FetchPolicy
from flows.robots import read_rules
from parsers.types import Capture
from tests.loopback import Answer, Loopback, http, loopback

T = TypeVar("T")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BODY = b"<p>" + b"ten billion yuan " * 4000 + b"</p>"


def run(answers: dict[str, Answer], visit: Callable[[Fetcher, Loopback], Awaitable[T]], **policy: object) -> T:
    """What `visit` returns, with a fetcher that trusts the server on loopback."""

    async def main() -> T:
        async with loopback() as server:
            server.answers = answers
            rules = {"contact": "ops@outlay.example", "trusted_hosts": frozenset({f"127.0.0.1:{server.port}"})}
            async with Fetcher(FetchPolicy(**(rules | policy)), lambda: NOON) as fetcher:  # type: ignore[arg-type]
                return await visit(fetcher, server)

    return asyncio.run(main())


def fetched(answer: Answer, *, cut: bool = False, **policy: object) -> Capture:
    return run({"/x": answer}, lambda fetcher, server: fetcher.fetch(server.url("/x"), cut=cut), **policy)


def redirect(target: str, status: int = 302) -> bytes:
    return http(status, location=target)


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_a_capture_holds_what_was_said() -> None:
    capture = fetched(http(200, b"<rss/>", content_type='Text/XML; charset="GBK"', etag='"1"', set_cookie="a=b"))
    assert (capture.status, capture.body, capture.media_type, capture.charset) == (200, b"<rss/>", "text/xml", "GBK")
    assert capture.fetched_at == NOON
    assert ("etag", '"1"') in capture.headers
    assert "set-cookie" not in dict(capture.headers)
    assert capture.final_url == capture.url
    assert capture.moved_to == ""
    assert len(capture.digest) == 64


def test_we_say_who_we_are_and_keep_no_cookie() -> None:
    async def twice(fetcher: Fetcher, server: Loopback) -> str:
        await fetcher.fetch(server.url("/x"))
        await fetcher.fetch(server.url("/x"))
        return server.asked[1]

    asked = run({"/x": http(200, b"x", set_cookie="id=7")}, twice)
    assert "+ops@outlay.example" in asked
    assert "User-Agent: outlay/" in asked
    assert "cookie" not in asked.lower()


def test_validators_are_sent_and_a_304_is_a_value() -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> tuple[Capture, str]:
        return await fetcher.fetch(server.url("/x"), etag='W/"7"', last_modified="Sun, 22 Nov 2026"), server.asked[0]

    capture, asked = run({"/x": http(304, etag='W/"7"')}, visit)
    assert (capture.status, capture.body) == (304, b"")
    assert 'If-None-Match: W/"7"\r\nIf-Modified-Since: Sun, 22 Nov 2026' in asked


def test_a_304_that_nobody_asked_for_is_no_answer() -> None:
    with pytest.raises(BadAnswer, match="304"):
        fetched(http(304))


@pytest.mark.parametrize("etag", ['"a\r\nX-Evil: 1"', '"' + "b" * 5000 + '"'])
def test_a_validator_that_is_unsound_is_not_sent(etag: str) -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> str:
        await fetcher.fetch(server.url("/x"), etag=etag)
        return server.asked[0]

    asked = run({"/x": http(200, b"x")}, visit)
    assert "Evil" not in asked
    assert "None-Match" not in asked


def test_a_long_etag_is_not_kept() -> None:
    capture = fetched(http(200, b"x", etag='"' + "b" * 20_000 + '"'))
    assert "etag" not in dict(capture.headers)


# --- compression ------------------------------------------------------------------------------------------------------

RAW = zlib.compressobj(wbits=-15)
COMPRESSED = {
    "gzip": ("gzip", gzip.compress(BODY)),
    "gzip in two members": ("x-gzip", gzip.compress(BODY[:999]) + gzip.compress(BODY[999:])),
    "gzip with padding": ("gzip", gzip.compress(BODY) + b"\0" * 300),
    "deflate as zlib": ("deflate", zlib.compress(BODY)),
    "deflate without its frame": ("deflate", RAW.compress(BODY) + RAW.flush()),
    "brotli": ("br", brotli.compress(BODY)),
    "zstandard": ("zstd", zstd.compress(BODY)),
    "zstandard in two frames": ("zstd", zstd.compress(BODY[:999]) + zstd.compress(BODY[999:])),
    "not at all": ("identity", BODY),
}


@pytest.mark.parametrize("name", COMPRESSED)
def test_a_body_is_unpacked(name: str) -> None:
    encoding, body = COMPRESSED[name]
    assert fetched(http(200, body, content_encoding=encoding)).body == BODY


def test_a_compressed_sitemap_is_unpacked_by_its_type() -> None:
    assert fetched(http(200, gzip.compress(BODY), content_type="application/x-gzip")).body == BODY


WHOLE = gzip.compress(os.urandom(50_000))
WIDE = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})
DAMAGED = {
    "cut short": ("gzip", WHOLE[:-300]),
    "corrupt": ("gzip", WHOLE[:20_000] + b"\0garbage" + WHOLE[20_100:]),
    "not packed": ("gzip", BODY),
    "packed twice": ("gzip, gzip", gzip.compress(WHOLE)),
    "brotli cut short": ("br", brotli.compress(os.urandom(50_000))[:-300]),
    "brotli that is none": ("br", BODY),
    "zstandard cut short": ("zstd", zstd.compress(os.urandom(50_000))[:-300]),
    "zstandard that is none": ("zstd", BODY),
    "zstandard with a window of 128 MB": ("zstd", WIDE.compress(BODY) + WIDE.flush()),
    "packed as we did not ask": ("compress", b"\x1f\x9d\x90"),
    "empty": ("gzip", b""),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_body_is_no_answer(name: str) -> None:
    encoding, body = DAMAGED[name]
    with pytest.raises(BadAnswer):
        fetched(http(200, body, content_encoding=encoding))


def bomb(encoding: str) -> bytes:
    """Two hundred megabytes of nothing, packed."""
    if encoding == "br":
        return brotli.compress(b"\0" * (200 << 20), quality=1)
    if encoding == "zstd":
        return zstd.compress(b"\0" * (200 << 20))
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    return b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(200)) + packer.flush()


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_stopped_at_the_cap_within_little_memory(encoding: str) -> None:
    packed = bomb(encoding)
    tracemalloc.start()
    with pytest.raises(BadAnswer, match="larger than 10 MB"):
        fetched(http(200, packed, content_encoding=encoding))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20


# --- size, time, broken transport -------------------------------------------------------------------------------------


async def endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"A" * 65536 + b"\r\n")
        await writer.drain()


async def drip(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n")
    while True:
        writer.write(b"<")
        await writer.drain()
        await asyncio.sleep(0.05)


async def slow_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-A: b\r\n")
        await writer.drain()
        await asyncio.sleep(0.05)


def cut_off(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<html>")
    writer.close()


def reset(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<html>")
    writer.transport.abort()


def headers(count: int, size: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"v" * size) for n in range(count)) + b"\r\n"


BROKEN: dict[str, tuple[Answer, type[FetchError], str]] = {
    "endless": (endless, BadAnswer, "larger than 10 MB"),
    "a byte at a time": (drip, Unreachable, "no answer within 0 s"),
    "headers at a time": (slow_headers, Unreachable, "no answer within 0 s"),
    "cut off": (cut_off, BadAnswer, "cut short"),
    "reset": (reset, BadAnswer, "cut short"),
    "a flood of headers": (headers(5000, 50), BadAnswer, "not HTTP"),
    "a header of a megabyte": (headers(1, 1_000_000), BadAnswer, "not HTTP"),
    "not HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", BadAnswer, "not HTTP"),
    "an impossible chunk": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF1\r\nabc",
        BadAnswer,
        "cut short|not HTTP",
    ),
    "a part": (http(206, b"x", content_range="bytes 0-0/9"), BadAnswer, "HTTP 206"),
    "nothing to say": (http(204), BadAnswer, "HTTP 204"),
    "an image": (http(200, b"x", content_type="image/png"), BadAnswer, "image/png is not text"),
    "a document of pages": (http(200, b"%PDF-1.7", content_type="application/pdf"), BadAnswer, "is not text"),
    "gone": (http(410), Gone, "HTTP 410"),
    "missing": (http(404), Declined, "HTTP 404"),
    "forbidden": (http(403), Declined, "HTTP 403"),
    "ill": (http(500), Unreachable, "HTTP 500"),
    "ill and silent on when": (http(503), Unreachable, "HTTP 503"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_ends_soon_and_says_why(name: str) -> None:
    answer, kind, reason = BROKEN[name]
    with pytest.raises(kind, match=reason) as raised:
        fetched(answer, deadline=0.4)
    assert type(raised.value) is kind
    assert raised.value.url.endswith("/x")
    assert raised.value.reason.isprintable()


def test_the_beginning_of_a_large_feed_is_taken_when_asked_for() -> None:
    body = os.urandom(200_000)
    assert fetched(http(200, body), cut=True, max_bytes=50_000).body == body[:50_000]
    assert (
        fetched(http(200, gzip.compress(body), content_encoding="gzip"), cut=True, max_bytes=50_000).body
        == body[:50_000]
    )


def test_no_server_is_unreachable() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(Unreachable, match="no connection"):
        run(
            {},
            lambda fetcher, _: fetcher.fetch(f"http://127.0.0.1:{port}/"),
            trusted_hosts=frozenset({f"127.0.0.1:{port}"}),
        )


# --- redirects --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [([301], True), ([308, 301], True), ([302], False), ([301, 302], False), ([303], False), ([307, 308], False)],
)
def test_a_redirect_is_followed_and_a_permanent_one_is_told(statuses: list[int], moved: bool) -> None:
    hops = {f"/{n}": redirect(f"/{n + 1}", status) for n, status in enumerate(statuses)}
    last = f"/{len(statuses)}"
    capture = run(hops | {last: http(200, b"here")}, lambda fetcher, server: fetcher.fetch(server.url("/0")))
    assert capture.body == b"here"
    assert capture.final_url.endswith(last)
    assert capture.url.endswith("/0")
    assert capture.moved_to == (capture.final_url if moved else "")


LEADING_ASTRAY = {
    "round and round": ("/x", BadAnswer, "more than 5 redirects"),
    "nowhere": ("", BadAnswer, "nowhere"),
    "to the cloud's secrets": ("http://169.254.169.254/latest/meta-data/", Refused, "not a public address"),
    "to another port here": ("http://127.0.0.1:4200/api", Refused, "port 4200"),
    "to this host": ("http://127.0.0.1/", Refused, "127.0.0.1 is not a public address"),
    "to this host by name": ("http://localhost/", Refused, "not a public address"),
    "to a file": ("file:///etc/passwd", Refused, "only http"),
    "to an old protocol": ("gopher://127.0.0.1:25/_x", Refused, "only http"),
    "with a password": ("http://admin:pw@127.0.0.1:9/", Refused, "user name"),
    "to no address": ("http://[::1", BadAnswer, "no address"),
}


@pytest.mark.parametrize("name", LEADING_ASTRAY)
def test_a_redirect_is_not_followed_astray(name: str) -> None:
    target, kind, reason = LEADING_ASTRAY[name]
    with pytest.raises(kind, match=reason) as raised:
        fetched(redirect(target))
    assert "pw" not in str(raised.value)


# --- addresses --------------------------------------------------------------------------------------------------------

# fmt: off
FORBIDDEN = [
    "http://127.0.0.1/", "http://0.0.0.0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
    "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://169.254.169.254/", "http://[fd00::1]/",
    "http://100.64.0.1/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1%25lo]/",
    "http://a.example@127.0.0.1/", "http://127.0.0.1\\@a.example/", "ftp://a.example/", "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/", "http://127.0.0.1%00.a.example/", "http://a.example:22/", "http://224.0.0.1/",
    "http://255.255.255.255/", "http://[2001:0:7f00:1::]/", "http://[::127.0.0.1]/", "http://10.0.0.1/",
    "//a.example/", "http:///", "http://", "javascript:alert(1)", "http://[fec0::1]/", "http://192.168.0.1:80/",
    "https://172.16.0.9/", "http://a.example:0/", "http://localhost/",
    "http://a.example/\r\nX: y", "http://a.example/ b", "http://a.example/" + "a" * 3000,
]
# fmt: on


@pytest.mark.parametrize(
    "url", [*FORBIDDEN, "http://a.example/\r\nX: y", "http://a.example/ b", "http://a.example/" + "a" * 3000]
)
def test_an_address_that_is_not_public_is_refused_before_any_connection(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: connected.append(address))
    with pytest.raises(Refused) as raised:
        run({}, lambda fetcher, _: fetcher.fetch(url))
    assert connected == []
    assert not raised.value.transient
    assert str(raised.value).isprintable()


def test_a_name_whose_address_is_private_is_refused_at_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the resolver says, and however often it changes its mind: the socket is what is guarded."""
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(Refused, match=r"10\.0\.0\.7 is not a public address"):
        run({}, lambda fetcher, _: fetcher.fetch("http://rebound.example/"))


def test_an_allowed_network_may_be_reached_on_an_allowed_port() -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> Capture:
        ports = frozenset({server.port})
        policy = FetchPolicy(ports=ports, allowed_networks=("127.0.0.0/8",))
        async with Fetcher(policy) as other:
            return await other.fetch(server.url("/x"))

    assert run({"/x": http(200, b"in")}, visit).body == b"in"


def test_the_client_is_imported_behind_the_guards_alone() -> None:
    root = Path(__file__).parents[1]
    modules = [path for room in ("flows", "parsers") for path in (root / room).rglob("*.py")]
    client = re.compile(r"^\s*(?:import|from) aiohttp\b", re.MULTILINE)
    assert [path.name for path in modules if client.search(path.read_text(encoding="utf-8"))] == ["fetch.py"]


# --- manners ----------------------------------------------------------------------------------------------------------


def test_a_host_has_at_most_two_connections() -> None:
    async def pause(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(http(200, b"x"))

    async def visit(fetcher: Fetcher, server: Loopback) -> int:
        await asyncio.gather(*(fetcher.fetch(server.url("/x")) for _ in range(12)))
        return server.most_at_work

    assert run({"/x": pause}, visit) == 2


LATER = format_datetime(NOON + timedelta(minutes=5), usegmt=True)


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds"),
    [(429, "120", 120), (503, "7", 7), (429, "999999999999", 6 * 3600), (503, LATER, 300), (429, "soon", 60)],
)
def test_a_host_that_asks_for_rest_is_left_alone(status: int, retry_after: str, seconds: float) -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> tuple[Throttled, Throttled, int]:
        untrusting = FetchPolicy(ports=frozenset({server.port}), allowed_networks=("127.0.0.0/8",))
        async with Fetcher(untrusting, lambda: NOON) as fetcher:
            with pytest.raises(Throttled) as first:
                await fetcher.fetch(server.url("/x"))
            with pytest.raises(Throttled) as second:
                await fetcher.fetch(server.url("/other"))
            return first.value, second.value, len(server.asked)

    first, second, asked = run({"/x": http(status, retry_after=retry_after)}, visit)
    assert first.retry_after == seconds
    assert 0 < second.retry_after <= seconds
    assert asked == 1


def test_a_trusted_bridge_is_not_left_alone_for_one_of_its_feeds() -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> Capture:
        with pytest.raises(Throttled):
            await fetcher.fetch(server.url("/busy"))
        return await fetcher.fetch(server.url("/x"))

    assert run({"/busy": http(429, retry_after="60"), "/x": http(200, b"x")}, visit).body == b"x"


ROBOTS = b"User-agent: *\nDisallow: /private\nAllow: /private/press\nCrawl-delay: 0.05\n"


def test_robots_txt_is_asked_once_and_obeyed_for_pages() -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> list[str]:
        pages = ("/a", "/private/press/1")
        await asyncio.gather(*(fetcher.fetch(server.url(path), accept=PAGE, robots=True) for path in pages))
        with pytest.raises(Refused, match=r"robots\.txt forbids it"):
            await fetcher.fetch(server.url("/private/x"), robots=True)
        await fetcher.fetch(server.url("/private/feed.xml"))
        return [request.split(" ")[1] for request in server.asked]

    page = http(200, b"x", content_type="text/html")
    answers = {"/robots.txt": http(200, ROBOTS), "/a": page, "/private/press/1": page, "/private/feed.xml": page}
    assert sorted(run(answers, visit)) == sorted(["/robots.txt", "/a", "/private/press/1", "/private/feed.xml"])


def test_no_robots_txt_forbids_nothing_and_an_ill_server_is_not_asked() -> None:
    page = {"/a": http(200, b"x")}
    assert run(page, lambda fetcher, server: fetcher.fetch(server.url("/a"), robots=True)).body == b"x"
    with pytest.raises(Unreachable):
        run(page | {"/robots.txt": http(500)}, lambda fetcher, server: fetcher.fetch(server.url("/a"), robots=True))


def test_pages_are_asked_for_at_the_pace_that_robots_txt_sets() -> None:
    async def visit(fetcher: Fetcher, server: Loopback) -> float:
        start = asyncio.get_running_loop().time()
        await asyncio.gather(*(fetcher.fetch(server.url("/a"), robots=True) for _ in range(4)))
        return asyncio.get_running_loop().time() - start

    assert run({"/robots.txt": http(200, ROBOTS), "/a": http(200, b"x")}, visit) >= 0.15


RULES = """
# a comment
User-agent: nobody
Disallow: /

User-agent: Outlay/2.0
User-agent: another
Disallow: /*.pdf$
Disallow: /search
Allow: /search/news
Disallow: /新闻
Crawl-delay: 2
Sitemap: https://a.example/s.xml
Disallow: /a*b*c

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/x.pdf", False),
        ("/x.pdf?a", True),
        ("/search?q", False),
        ("/search/news/1", True),
        ("/%E6%96%B0%E9%97%BB/1", False),
        ("/a1b2c3", False),
        ("/a1c2b3", True),
    ],
)
def test_the_longest_rule_of_our_own_group_decides(path: str, allowed: bool) -> None:
    rules = read_rules(RULES)
    assert rules.allow(path) is allowed
    assert rules.delay == 2


def test_rules_with_many_stars_take_no_time() -> None:
    rules = read_rules("User-agent: *\nDisallow: /" + "*a" * 900 + "$")
    assert rules.allow("/" + "a" * 2000 + "b")
