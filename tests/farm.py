"""A farm of feeds on loopback: RSS with validators, a page for each entry, and a record of who asked for what."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

LOOPBACK = "127.0.0.1"
PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>The maker said on {day} that its plant "
    "in the north goes on as planned. A second line starts after the summer, and the workers were told in the morning."
    "</p><p>Number {title} of its notes this year says nothing of money at all, and whoever reads it learns only how "
    "the work goes on: the roof is closed, the presses are in, and the paint shop follows.</p></article></body></html>"
)


@dataclass
class Item:
    """An entry of a feed and its page."""

    title: str
    path: str  # of the page
    published: datetime


@dataclass
class Farm:
    """Feeds by path, and whatever else stands at a path. A `pace` makes each answer take that many seconds."""

    base: str = ""
    feeds: dict[str, list[Item]] = field(default_factory=dict)
    others: dict[str, tuple[str, str]] = field(default_factory=dict)  # path -> media type, text
    asked: list[tuple[str, str, int]] = field(default_factory=list)  # path, User-Agent, status
    pace: float = 0.0
    server: ThreadingHTTPServer | None = None

    def open(self) -> None:
        """Answer, always at the same address."""
        port = int(self.base.rpartition(":")[2] or 0)
        self.server = ThreadingHTTPServer((LOOPBACK, port), _handler(self))
        self.base = f"http://{LOOPBACK}:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def plant(self, number: int, entries: int, at: datetime) -> None:
        """Feeds /feed/0 and so on, each with entries of its own."""
        for feed in range(number):
            items = [Item(f"{feed}-{entry}", f"/page/{feed}-{entry}", at) for entry in range(entries)]
            self.feeds[f"/feed/{feed}"] = items

    def asked_for(self, beginning: str) -> list[str]:
        return [path for path, _, _ in self.asked if path.startswith(beginning)]

    def answer(self, path: str) -> tuple[int, str, str]:
        """Status, media type, text."""
        if path in self.feeds:
            return 200, "application/rss+xml", self._rss(path)
        if path in self.others:
            return 200, *self.others[path]
        for item in (item for items in self.feeds.values() for item in items):
            if item.path.partition("?")[0] == path:
                return 200, "text/html", PAGE.format(title=item.title, day=f"{item.published:%A}")
        return 404, "text/plain", "not here"

    def _rss(self, path: str) -> str:
        items = "".join(
            f"<item><title>Note {item.title}</title><link>{self.base}{item.path}</link>"
            f"<guid isPermaLink='false'>{item.path}</guid><pubDate>{format_datetime(item.published)}</pubDate></item>"
            for item in self.feeds[path]
        )
        return f"<rss version='2.0'><channel><title>{path}</title><link>{self.base}</link>{items}</channel></rss>"


@contextmanager
def open_farm() -> Iterator[Farm]:
    """Served until the end of the block."""
    farm = Farm()
    farm.open()
    try:
        yield farm
    finally:
        farm.close()


def _handler(farm: Farm) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, kind, text = farm.answer(self.path)
            tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, text = 304, ""
            farm.asked.append((self.path, self.headers["User-Agent"], status))
            time.sleep(farm.pace)
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            with suppress(BrokenPipeError):  # whoever asked was killed meanwhile
                self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            """The farm is quiet."""

    return Handler


def settle(farm: Farm, folder: Path, monkeypatch: pytest.MonkeyPatch, *sources: str, **settings: str) -> None:
    """Settings under which the farm's feeds are the sources; `sources` are TOML tables of more of them."""
    rows = [
        f'[[source]]\nslug = "s{path.rsplit("/", 1)[1]}"\nname = "{path}"\nurl = "{farm.base}{path}"\n'
        for path in farm.feeds
    ]
    rows += [f"[[source]]\n{table.replace('BASE', farm.base)}\n" for table in sources]
    (folder / "sources.toml").write_text("\n".join(rows), encoding="utf-8")
    for name in ("companies.toml", "watches.toml", "rates.toml"):
        (folder / name).write_bytes((Path(__file__).parents[1] / "seeds" / name).read_bytes())
    hosts = {"seeds": str(folder), "trust_hosts": farm.base.removeprefix("http://")}
    for key, value in (hosts | settings).items():
        monkeypatch.setenv(f"OUTLAY_{key.upper()}", value)
