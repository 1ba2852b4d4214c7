"""A news site and a webhook's receiver in a process of their own: `python -m tests.newswire FOLDER [calm]`.

The folder is all that it knows: `out` holds how many stories are public and when each was, a line each; what the
receiver accepts is appended to `arrived`, its idempotency key a line. Who starts it may fork and kill as he likes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

ILL_EVERY, BUSY_EVERY = 11, 17  # of the receiver's answers: 503, and 429 with Retry-After


@contextmanager
def open_newswire(folder: Path, calm: bool = False) -> Iterator[int]:
    """Its port, while the block runs. `calm`: the receiver accepts whatever comes."""
    (folder / "out").touch()
    (folder / "arrived").touch()
    command = [sys.executable, "-m", "tests.newswire", str(folder), *(["calm"] if calm else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def publish(folder: Path, words: str, at: datetime) -> None:
    """One more story: its title and only sentence."""
    with (folder / "out").open("a", encoding="utf-8") as file:
        file.write(json.dumps([words, at.isoformat()]) + "\n")


def stories(folder: Path) -> list[tuple[str, datetime]]:
    lines = (folder / "out").read_text(encoding="utf-8").splitlines()
    return [(words, datetime.fromisoformat(at)) for words, at in map(json.loads, lines)]


def serve(folder: Path, calm: bool) -> None:
    """Answer until somebody ends the process; the port is its first line of output."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(folder, calm))
    print(server.server_address[1], flush=True)
    server.serve_forever()


def handler(folder: Path, calm: bool) -> type[BaseHTTPRequestHandler]:
    posts = count(1)

    class Handler(BaseHTTPRequestHandler):
        wbufsize = -1  # one packet an answer

        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            body = feed(folder, base) if self.path == "/feed" else page(folder, self.path)
            self.say(200 if body else 404, body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            number = 1 if calm else next(posts)
            if number % ILL_EVERY == 0:
                return self.say(503, "ill")
            if number % BUSY_EVERY == 0:
                return self.say(429, "busy", {"Retry-After": "1"})
            with (folder / "arrived").open("a", encoding="utf-8") as file:
                file.write(self.headers["Idempotency-Key"] + "\n")
            return self.say(200, "ok")

        def say(self, status: int, body: str, headers: dict[str, str] | None = None) -> None:
            kind = "application/rss+xml" if self.path == "/feed" else "text/html"
            self.send_response(status)
            for name, value in {"Content-Type": f"{kind}; charset=utf-8", **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """The newswire is quiet."""

    return Handler


def feed(folder: Path, base: str) -> str:
    """The latest stories as RSS 2.0."""
    items = [
        f"<item><title>{escape(words)}</title><link>{base}/{number}</link><guid>{base}/{number}</guid>"
        f"<pubDate>{format_datetime(at)}</pubDate></item>"
        for number, (words, at) in enumerate(stories(folder))
    ]
    channel = f"<title>Newswire</title><link>{base}/</link>{''.join(items[::-1][:60])}"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}</channel></rss>'


def page(folder: Path, path: str) -> str:
    """The page of one story; "" where there is none."""
    told = stories(folder)
    if not path[1:].isdigit() or int(path[1:]) >= len(told):
        return ""
    words, _ = told[int(path[1:])]
    text = f"<p>{words}.</p><p>Production in the plant is to start in three years, and hiring begins next spring.</p>"
    return f"<html lang='en'><title>{words}</title><body><article><h1>{words}</h1>{text}</article></body></html>"


if __name__ == "__main__":
    serve(Path(sys.argv[1]), "calm" in sys.argv[2:])
