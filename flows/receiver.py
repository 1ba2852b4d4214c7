"""Push (WebSub, W3C 2018). In: what hubs say and send to the paths that they were given. Out: captures that wait.

It keeps captures and reads none: `watch` does that, as if it had fetched them. Whoever calls is nobody until the secret
path is known and the body is signed with the secret of its subscription; what is larger than a feed, or takes too long,
is not kept. A hub is not believed beyond what its own feed could say by itself.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from flows.answers import media_type
from flows.errors import OutlayError, StoreError
from flows.store.engine import Store
from flows.store.subscriptions import SubscriptionRow, confirm, end, record_push, subscription_at
from parsers.plain import line
from parsers.types import Capture

MAX_BODY = 5 * 1024 * 1024  # bytes; the longest feeds that are published have less
PATIENCE = 20.0  # seconds for a whole body
AT_ONCE = 16  # requests
LEAST_LEASE = timedelta(minutes=5)

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 random bits, as `secrets.token_urlsafe(32)` spells them
_SIGNATURE = re.compile(r"(sha1|sha256|sha384|sha512)=([0-9a-fA-F]{40,128})")  # the methods that WebSub names
_SECONDS = re.compile(r"[0-9]{1,12}")
_CHALLENGE = re.compile(r"[!-~]{1,2048}")

LOG = logging.getLogger("outlay_push")  # not below "outlay", whose lines Prefect wants to belong to a run


Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def receiver(store: Store, clock: Clock) -> Starlette:
    """The application that hubs talk to; the last part of the path is the secret that says which source is meant."""

    async def verify(request: Request) -> Response:
        return await asyncio.to_thread(_verify, store, request, clock())

    async def take(request: Request) -> Response:
        return await _take(store, request, clock)

    return Starlette(
        routes=[
            Route("/{path:path}", verify, methods=["GET"]),
            Route("/{path:path}", take, methods=["POST"]),
        ]
    )


@contextmanager
def receiving(store: Store, listen: str, clock: Clock = utc_now) -> Iterator[None]:
    """Receive in a thread of its own, at "host:port", until the end of the block. Paths are secrets: none is logged."""
    host, _, port = listen.rpartition(":")
    try:
        place = socket.create_server((host, int(port)))
    except (OSError, OverflowError) as error:
        raise OutlayError("OUTLAY_PUSH_LISTEN", f"nothing can be served at {listen}: {error}") from error
    server = uvicorn.Server(
        uvicorn.Config(
            receiver(store, clock),
            access_log=False,
            log_level="warning",
            server_header=False,
            limit_concurrency=AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
            lifespan="off",
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, name="push", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(5)
        place.close()


def _subscription(store: Store, request: Request) -> SubscriptionRow | None:
    token = str(request.path_params["path"]).rpartition("/")[2]
    if not _TOKEN.fullmatch(token):
        return None
    with store.begin() as connection:
        return subscription_at(connection, token)


def _verify(store: Store, request: Request, now: datetime) -> Response:
    """A hub asks whether we mean it (5.3), or says that it will not push (5.2)."""
    said = request.query_params
    row = _subscription(store, request)
    if row is None or said.get("hub.topic") != (row.topic or row.url):
        return Response(status_code=404)
    if said.get("hub.mode") == "denied":
        with store.begin() as connection:
            end(connection, row.source_id, f"{row.hub} does not push: {line(said.get('hub.reason', ''), 200)}")
        return Response(status_code=200)
    seconds, challenge = said.get("hub.lease_seconds", ""), said.get("hub.challenge", "")
    if said.get("hub.mode") != "subscribe" or not _SECONDS.fullmatch(seconds) or not _CHALLENGE.fullmatch(challenge):
        return Response(status_code=404)  # we never ask for less, and a hub that is told so goes on
    with store.begin() as connection:
        confirm(connection, row, max(timedelta(seconds=int(seconds)), LEAST_LEASE), now)
    return PlainTextResponse(challenge, headers={"X-Content-Type-Options": "nosniff"})


async def _take(store: Store, request: Request, clock: Clock) -> Response:
    """A hub sends what is new (7). Where the signature is wrong the answer is the same, and nothing is kept (7.1)."""
    if request.headers.get("content-encoding", "identity") != "identity":
        return Response(status_code=415)
    try:
        row = await asyncio.to_thread(_subscription, store, request)
        if row is None:
            return Response(status_code=410)  # the hub may forget us
        async with asyncio.timeout(PATIENCE):
            body = await _body(request)
        if body is None:
            return Response(status_code=413)
        if not _signed(request.headers.get("x-hub-signature", ""), row.secret, body):
            LOG.warning("%s: a push without a true signature was left alone", row.slug)
            return Response(status_code=202)
        capture = _capture(request, row, body, clock())
        if not await asyncio.to_thread(_record, store, row, capture):
            LOG.warning("%s: too many pushes wait to be read; is `watch` running?", row.slug)
    except TimeoutError:
        return Response(status_code=408)
    except ClientDisconnect:
        return Response(status_code=400)
    except StoreError as error:
        LOG.warning("a push could not be kept: %s", error)
        return Response(status_code=503)  # the hub tries again
    return Response(status_code=202)


async def _body(request: Request) -> bytes | None:
    """None for one that is too large, of which no more is taken than that shows."""
    pieces, have = [], 0
    async for piece in request.stream():
        pieces.append(piece)
        have += len(piece)
        if have > MAX_BODY:
            return None
    return b"".join(pieces)


def _signed(header: str, secret: str, body: bytes) -> bool:
    found = _SIGNATURE.fullmatch(header.strip())
    return found is not None and hmac.compare_digest(
        hmac.new(secret.encode(), body, found[1]).hexdigest(), found[2].lower()
    )


def _capture(request: Request, row: SubscriptionRow, body: bytes, now: datetime) -> Capture:
    """What was pushed as if the source itself had answered with it, whatever else the sender says of it."""
    kind, charset = media_type({"Content-Type": request.headers.get("content-type", "")})
    digest = hashlib.sha256(body).hexdigest()
    return Capture(row.url, row.url, now, 200, (), line(kind, 100), charset, body, digest)


def _record(store: Store, row: SubscriptionRow, capture: Capture) -> bool:
    with store.begin() as connection:
        return record_push(connection, row, capture, capture.fetched_at)
