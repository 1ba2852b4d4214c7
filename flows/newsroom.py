"""The bundled newsroom: made-up sites on loopback that tell real events, each release from its hour on.

`seeds/newsroom/newsroom.toml` says what there is; the clock is whatever the demo says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from xml.sax.saxutils import escape

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Day:
    at: datetime  # when the demo polls
    note: str


@dataclass(slots=True)
class Newsroom:
    """The sites and releases, and the clock that decides which of them are out."""

    folder: Path
    days: tuple[Day, ...]
    sites: tuple[dict[str, Any], ...]
    releases: tuple[dict[str, Any], ...]
    now: datetime
    bases: dict[str, str] = field(default_factory=dict)  # site -> http://127.0.0.1:port

    def out(self, site: str) -> list[dict[str, Any]]:
        """A site's releases up to now, newest first."""
        mine = [item for item in self.releases if item["site"] == site and item["published"] <= self.now]
        return sorted(mine, key=lambda item: item["published"], reverse=True)

    def expected(self, day: Day, before: datetime | None) -> list[dict[str, Any]]:
        """The alerts that the releases of a day should make."""
        fresh = [r for r in self.releases if r["published"] <= day.at and (before is None or r["published"] > before)]
        return [alert for item in fresh for alert in item["alerts"]]


def read_newsroom(folder: Path) -> Newsroom:
    data = tomllib.loads((folder / "newsroom.toml").read_text(encoding="utf-8"))
    days = tuple(Day(item["at"], item["note"]) for item in data["day"])
    return Newsroom(folder, days, tuple(data["site"]), tuple(data["release"]), days[0].at)


@contextmanager
def open_newsroom(newsroom: Newsroom) -> Iterator[Newsroom]:
    """Serve each site on a port of its own until the end of the block."""
    with ExitStack() as closing:
        for site in newsroom.sites:
            server = ThreadingHTTPServer((LOOPBACK, 0), _handler(newsroom, site))
            Thread(target=server.serve_forever, daemon=True).start()
            closing.callback(server.server_close)
            closing.callback(server.shutdown)
            newsroom.bases[site["slug"]] = f"http://{LOOPBACK}:{server.server_port}"
        yield newsroom


def sources_toml(newsroom: Newsroom) -> str:
    """The newsroom's sites as `sources.toml` has them."""
    rows = []
    for site in newsroom.sites:
        companies = ", ".join(f'"{slug}"' for slug in site.get("companies", ()))
        rows.append(
            f'[[source]]\nslug = "{site["slug"]}"\nname = "{site["name"]}"\n'
            f'url = "{newsroom.bases[site["slug"]]}{site["feed"]}"\nlanguage = "{site["language"]}"\n'
            f"companies = [{companies}]\nofficial = {str(site.get('official', False)).lower()}\n"
        )
    return "\n".join(rows)


def _handler(newsroom: Newsroom, site: dict[str, Any]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = _answer(newsroom, site, self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The newsroom is quiet."""

    return Handler


def _answer(newsroom: Newsroom, site: dict[str, Any], path: str) -> tuple[int, str, bytes]:
    if path == site["feed"]:
        feed = atom if site["format"] == "atom" else rss
        return (
            site.get("status", 200),
            f"application/{site['format']}+xml; charset=utf-8",
            feed(newsroom, site).encode(),
        )
    for item in newsroom.out(site["slug"]):
        if item["path"] == path:
            page = (newsroom.folder / site["slug"] / item["file"]).read_text(encoding="utf-8")
            return 200, "text/html; charset=utf-8", page.replace("{base}", newsroom.bases[site["slug"]]).encode()
    return 404, "text/plain; charset=utf-8", b"not here"


def rss(newsroom: Newsroom, site: dict[str, Any]) -> str:
    """The site's feed of the moment as RSS 2.0."""
    base = newsroom.bases[site["slug"]]
    items = "".join(
        f"<item><title>{escape(item['title'])}</title><link>{escape(base + item['path'])}</link>"
        f'<guid isPermaLink="false">{escape(item["site"] + item["path"])}</guid>'
        f"<pubDate>{format_datetime(item['published'])}</pubDate>"
        f"<description>{escape(item['summary'])}</description></item>"
        for item in newsroom.out(site["slug"])
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{escape(site["name"])}</title>'
        f"<link>{base}{site['home']}</link><language>{site['language']}</language>{items}</channel></rss>"
    )


def atom(newsroom: Newsroom, site: dict[str, Any]) -> str:
    """The site's feed of the moment as Atom 1.0."""
    base = newsroom.bases[site["slug"]]
    entries = "".join(
        f"<entry><id>tag:{site['host']},{item['published']:%Y-%m-%d}:{escape(item['path'])}</id>"
        f'<title>{escape(item["title"])}</title><link href="{escape(base + item["path"])}"/>'
        f"<updated>{item['published'].isoformat()}</updated><published>{item['published'].isoformat()}</published>"
        f"<summary>{escape(item['summary'])}</summary></entry>"
        for item in newsroom.out(site["slug"])
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site["language"]}">'
        f"<id>{base}/</id><title>{escape(site['name'])}</title><updated>{newsroom.now.isoformat()}</updated>"
        f'<link href="{base}{site["home"]}"/>{entries}</feed>'
    )
