"""Push (WebSub) over loopback: a hub that is asked, verifies and pushes; and callers who are no hub."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import hmac
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl

import httpx
import pytest

from flows import receiver, steps
from flows.settings import read_settings
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.store.sources import SourceRow, all_sources, put_sources
from flows.store.subscriptions import MOST_WAITING, SubscriptionRow, all_subscriptions, put_hubs, waiting_pushes
from flows.watch import open_tools
from tests.farm import LOOPBACK, Farm, open_farm, settle
from tests.one_pass import Passed, watch_once

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Hub:
    """Takes requests for push, as long as its status says so."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status = 202
        self.url = ""
        self.now = NOW  # the receiver's clock


@contextmanager
def open_hub() -> Iterator[Hub]:
    hub = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hub.asked.append(dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode())))
            self.send_response(hub.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """The hub is quiet."""

    server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    hub.url = f"http://{LOOPBACK}:{server.server_port}/hub"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def feed(base: str, hub: str, *notes: str) -> str:
    items = "".join(f"<item><title>{note}</title><link>{base}/page/{note}</link></item>" for note in notes)
    return (
        f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Plant</title><link>{base}/</link>'
        f'<atom:link rel="hub" href="{hub}"/><atom:link rel="self" href="{base}/plant.xml"/>{items}</channel></rss>'
    )


def signed(body: bytes, secret: str, method: str = "sha256") -> dict[str, str]:
    return {"X-Hub-Signature": f"{method}={hmac.new(secret.encode(), body, method).hexdigest()}"}


def watched(now: datetime) -> Passed:
    done = Passed()
    asyncio.run(watch_once(done, now))
    return done


def ask(now: datetime) -> int:
    async def main() -> int:
        async with open_tools(now) as tools:
            return await steps.subscribe(tools.world, tools.fetcher, now)

    return asyncio.run(main())


@contextmanager
def opened() -> Iterator[Store]:
    store = Store(read_settings().database_url)
    try:
        yield store
    finally:
        store.close()


def subscription() -> SubscriptionRow:
    with opened() as store, store.begin() as connection:
        return next(iter(all_subscriptions(connection).values()))


def source() -> SourceRow:
    with opened() as store, store.begin() as connection:
        return all_sources(connection)[0]


def intent(row: SubscriptionRow, **other: str) -> dict[str, str]:
    said = {"mode": "subscribe", "topic": row.topic, "challenge": "c-1", "lease_seconds": "864000"} | other
    return {f"hub.{name}": value for name, value in said.items()}


# --- the whole way ----------------------------------------------------------------------------------------------------


@pytest.fixture
def farm() -> Iterator[Farm]:
    with open_farm() as opened:
        yield opened


@pytest.fixture
def hub() -> Iterator[Hub]:
    with open_hub() as opened:
        yield opened


@pytest.fixture
def callback(farm: Farm, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A source whose feed names the hub, polled once; what hubs call is served below the address that this gives."""
    port = free_port()
    farm.others["/plant.xml"] = "application/rss+xml", feed(farm.base, hub.url, "one")
    hosts = f"{farm.base.removeprefix('http://')} {hub.url.removeprefix('http://').removesuffix('/hub')}"
    settle(
        farm, tmp_path, monkeypatch, 'slug = "plant"\nname = "Plant"\nurl = "BASE/plant.xml"',
        push_url=f"http://{LOOPBACK}:{port}/push", trust_hosts=hosts, database=f"sqlite:///{tmp_path / 'push.db'}",
    )  # fmt: skip
    with opened() as store:
        upgrade(store)
        watched(NOW)
        with receiver.receiving(store, f"{LOOPBACK}:{port}", lambda: hub.now):
            yield f"http://{LOOPBACK}:{port}/push"


def subscribed(hub: Hub, now: datetime = NOW) -> dict[str, str]:
    """What the hub was asked, after it has verified that it was meant."""
    assert ask(now) == 1
    asked = hub.asked[-1]
    answer = httpx.get(asked["hub.callback"], params=intent(subscription()))
    assert (answer.status_code, answer.text) == (200, "c-1")
    return asked


def test_what_a_hub_pushes_is_read_without_a_poll_and_then_polls_are_a_back_up(
    callback: str, farm: Farm, hub: Hub
) -> None:
    asked = subscribed(hub)
    assert asked["hub.mode"] == "subscribe"
    assert asked["hub.topic"] == f"{farm.base}/plant.xml"
    assert asked["hub.callback"].startswith(f"{callback}/")
    assert source().due_at < NOW + 6 * HOUR, "a hub that has not pushed yet is not relied on"
    farm.asked.clear()
    body = feed(farm.base, hub.url, "two", "one").encode()
    answer = httpx.post(asked["hub.callback"], content=body, headers=signed(body, asked["hub.secret"]))
    assert answer.status_code == 202
    done = watched(NOW + MINUTE)
    assert [(item.slug, item.unread, item.failed) for item in done.polled] == [("plant", 1, False)]
    assert farm.asked_for("/plant.xml") == []
    assert farm.asked_for("/page/") == ["/page/two"]
    assert source().due_at == NOW + MINUTE + 6 * HOUR
    assert watched(NOW + 2 * MINUTE).polled == [], "a push is read once"


def test_a_hub_that_left_something_out_is_no_longer_relied_on_until_it_pushes_again(
    callback: str, farm: Farm, hub: Hub
) -> None:
    asked = subscribed(hub)
    body = feed(farm.base, hub.url, "two", "one").encode()
    httpx.post(asked["hub.callback"], content=body, headers=signed(body, asked["hub.secret"]))
    watched(NOW + MINUTE)
    farm.others["/plant.xml"] = "application/rss+xml", feed(farm.base, hub.url, "three", "two", "one")
    later = NOW + 7 * HOUR
    assert [item.unread for item in watched(later).polled] == [1]
    again = source().due_at
    watched(again)
    assert source().due_at < again + 6 * HOUR
    body = feed(farm.base, hub.url, "four").encode()
    hub.now = again + HOUR
    httpx.post(asked["hub.callback"], content=body, headers=signed(body, asked["hub.secret"]))
    watched(hub.now)
    assert source().due_at == hub.now + 6 * HOUR


def test_a_push_that_holds_no_feed_makes_a_poll(callback: str, farm: Farm, hub: Hub) -> None:
    asked = subscribed(hub)
    farm.others["/plant.xml"] = "application/rss+xml", feed(farm.base, hub.url, "two", "one")
    httpx.post(asked["hub.callback"], content=b"news!", headers=signed(b"news!", asked["hub.secret"]))
    assert [(item.slug, item.unread) for item in watched(NOW + MINUTE).polled] == [("plant", 1)]
    assert watched(NOW + 2 * MINUTE).polled == []


def test_a_lease_is_renewed_in_time_and_a_hub_that_does_not_answer_is_asked_ever_less_often(
    callback: str, hub: Hub
) -> None:
    first = subscribed(hub)
    assert ask(NOW + 7 * DAY) == 0
    hub.status = 500
    for wait, tries in ((8 * DAY, 2), (8 * DAY + 1.5 * HOUR, 3), (8 * DAY + 2 * HOUR, 3), (8 * DAY + 4 * HOUR, 4)):
        assert ask(NOW + wait) == 0
        assert len(hub.asked) == tries
    assert "HTTP 500" in subscription().error
    hub.status = 202
    assert ask(NOW + 9 * DAY) == 1
    assert hub.asked[-1] == first, "the same path and the same secret"


def test_a_hub_that_says_no_is_heard(callback: str, hub: Hub) -> None:
    asked = subscribed(hub)
    httpx.get(asked["hub.callback"], params=intent(subscription(), mode="denied", reason="paid plans\x1b only"))
    assert subscription().until is None
    assert subscription().error == f"{hub.url} does not push: paid plans only"


def test_a_hub_without_tls_never_learns_the_secret(
    callback: str, farm: Farm, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTLAY_TRUST_HOSTS", farm.base.removeprefix("http://"))
    assert ask(NOW) == 0
    assert hub.asked == []
    assert "TLS" in subscription().error


# --- callers who are no hub -------------------------------------------------------------------------------------------


@pytest.fixture
def caught(store: Store) -> Iterator[tuple[str, SubscriptionRow, Store]]:
    """A receiver on either database, and the one subscription that it has."""
    with store.begin() as connection:
        put_sources(connection, [("plant", "Plant", "https://a.example/feed", "feed")], NOW)
        number = all_sources(connection)[0].id
        put_hubs(connection, {number: ("https://hub.example/", "https://a.example/feed")}, NOW)
        row = all_subscriptions(connection)[number]
    port = free_port()
    with receiver.receiving(store, f"{LOOPBACK}:{port}"):
        yield f"http://{LOOPBACK}:{port}/{row.token}", row, store


def waiting(store: Store, row: SubscriptionRow) -> int:
    with store.begin() as connection:
        return sum(map(len, waiting_pushes(connection, [row.source_id]).values()))


BODY = b"<rss><channel><item><title>Ten billion</title></item></channel></rss>"


def test_a_signed_push_is_kept(caught: tuple[str, SubscriptionRow, Store]) -> None:
    url, row, store = caught
    for number, method in enumerate(("sha1", "sha256", "sha384", "sha512")):
        assert httpx.post(url, content=BODY, headers=signed(BODY, row.secret, method)).status_code == 202
        assert waiting(store, row) == number + 1


def forged(row: SubscriptionRow) -> dict[str, dict[str, str]]:
    good = signed(BODY, row.secret)["X-Hub-Signature"]
    return {
        "none": {},
        "of another secret": signed(BODY, "guessed"),
        "of another body": signed(BODY + b" ", row.secret),
        "of an empty secret": signed(BODY, ""),
        "by a method that is not named": {"X-Hub-Signature": f"md5={hashlib.md5(BODY).hexdigest()}"},
        "cut short": {"X-Hub-Signature": good[:-2]},
        "of the method alone": {"X-Hub-Signature": "sha256="},
        "without a method": {"X-Hub-Signature": good.partition("=")[2]},
    }


def test_a_push_whose_signature_is_not_true_is_left_alone(caught: tuple[str, SubscriptionRow, Store]) -> None:
    url, row, store = caught
    for name, headers in forged(row).items():
        assert httpx.post(url, content=BODY, headers=headers).status_code == 202, name
        assert waiting(store, row) == 0, name


def test_what_is_no_push_is_refused(
    caught: tuple[str, SubscriptionRow, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, row, store = caught
    good = signed(BODY, row.secret)
    large, packed = b"x" * (receiver.MAX_BODY + 1), gzip.compress(BODY)
    assert httpx.post(url, content=large, headers=signed(large, row.secret)).status_code == 413
    coded = {"Content-Encoding": "gzip"} | signed(packed, row.secret)
    assert httpx.post(url, content=packed, headers=coded).status_code == 415
    for path in (row.token[:-1] + "!", "x" * 43, "", "../" + row.token + "/..", "%00" * 43):
        assert httpx.post(f"{url.rpartition('/')[0]}/{path}", content=BODY, headers=good).status_code in {404, 410}
    assert httpx.put(url, content=BODY, headers=good).status_code == 405
    monkeypatch.setattr(receiver, "PATIENCE", 0.3)

    def drip() -> Iterator[bytes]:
        yield BODY[:5]
        time.sleep(1)
        yield BODY[5:]

    assert httpx.post(url, content=drip(), headers=good).status_code == 408
    assert waiting(store, row) == 0


def test_of_a_flood_a_few_pushes_are_kept(caught: tuple[str, SubscriptionRow, Store]) -> None:
    url, row, store = caught
    with httpx.Client() as client:
        for number in range(MOST_WAITING + 3):
            body = BODY + b"\n" * number
            assert client.post(url, content=body, headers=signed(body, row.secret)).status_code == 202
    assert waiting(store, row) == MOST_WAITING


def test_an_intent_that_is_not_ours_is_not_confirmed(caught: tuple[str, SubscriptionRow, Store]) -> None:
    url, row, store = caught
    for name, value in (
        ("topic", "https://b.example/feed"), ("topic", ""), ("mode", "unsubscribe"), ("mode", ""), ("challenge", ""),
        ("challenge", "x" * 3000), ("lease_seconds", "soon"), ("lease_seconds", "9" * 40),
    ):  # fmt: skip
        assert httpx.get(url, params=intent(row, **{name: value})).status_code == 404, (name, value)
    with store.begin() as connection:
        assert all_subscriptions(connection)[row.source_id].until is None


def test_a_lease_is_believed_for_a_month_at_most_and_the_challenge_is_plain_text(
    caught: tuple[str, SubscriptionRow, Store],
) -> None:
    url, row, store = caught
    answer = httpx.get(url, params=intent(row, challenge="<script>", lease_seconds="99999999999"))
    assert answer.text == "<script>"
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    with store.begin() as connection:
        until = all_subscriptions(connection)[row.source_id].until
    assert until is not None
    assert until <= datetime.now(UTC) + 30 * DAY
