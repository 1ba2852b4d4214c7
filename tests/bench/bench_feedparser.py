"""Do we lose anything of what feedparser reads? In: the folder of its own test files. Out: the share that reads alike.

    python tests/bench/bench_feedparser.py feedparser-6.0.12/tests

Every file is read twice: by feedparser as it comes (sanitising and resolving) and by `read_feed`. The fields that we
use must say the same: title, address, language; of each entry identity, address, title, dates, language, and the words
of its summary and content. Files whose bytes lie about their charset are mended by us and read wrongly by feedparser:
they are told, and count as differing.
"""

from __future__ import annotations

import io
import re
import sys
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

sys.path.insert(0, str(Path(__file__).parents[2]))

from parsers import feed as ours
from parsers.entries import finish
from parsers.errors import FeedUnreadable
from parsers.plain import text_of
from parsers.types import Capture, Feed

HEADER = re.compile(rb"^Header:\s+([^:]+):(.*)$", re.MULTILINE)
URL = "http://127.0.0.1:8097/tests/feed.xml"


def capture_of(body: bytes) -> Capture:
    said = {name.decode().strip().lower(): value.decode("latin-1").strip() for name, value in HEADER.findall(body)}
    media_type, _, charset = said.get("content-type", "application/xml").partition(";")
    url = said.get("content-location", URL)
    headers = tuple((name, value) for name, value in said.items() if name.startswith("content-lang"))
    named = charset.partition("=")[2].strip(" \"'")
    return Capture(URL, url, datetime(2026, 1, 1, tzinfo=UTC), 200, headers, media_type.strip(), named, body, "")


def stock(capture: Capture) -> Feed:
    """The same entries from feedparser as it comes."""
    charset = f"; charset={capture.charset}" if capture.charset else ""
    headers = dict(capture.headers) | {
        "content-location": capture.final_url,
        "content-type": capture.media_type + charset,
    }
    found: Any = feedparser.parse(io.BytesIO(capture.body), response_headers=headers)
    about = found["feed"]
    home, language = ours._text(about, "link"), ours._text(about, "language")
    entries = finish(map(ours._draft, found["entries"]), capture, home, language)
    return Feed(text_of(ours._text(about, "title"), 500), home, language, entries)


def differences(one: Feed, other: Feed) -> Iterator[str]:
    for name in ("title", "url", "language"):
        if getattr(one, name) != getattr(other, name):
            yield f"feed {name}: {getattr(one, name)!r} / {getattr(other, name)!r}"
    if len(one.entries) != len(other.entries):
        yield f"{len(one.entries)} / {len(other.entries)} entries"
    for mine, theirs in zip(one.entries, other.entries, strict=False):
        for name in ("id", "url", "title", "published", "updated", "language", "summary", "content"):
            said, meant = (getattr(entry, name) for entry in (mine, theirs))
            words = name == "content"
            if (text_of(said) if words else said) != (text_of(meant) if words else meant):
                yield f"{name}: {said!r} / {meant!r}"


def main(folder: str) -> None:
    warnings.simplefilter("ignore")
    total = alike = 0
    for path in sorted(Path(folder).rglob("*.xml")):
        capture = capture_of(path.read_bytes())
        theirs = stock(capture)
        if not (theirs.entries or theirs.title):
            continue  # nothing that we use
        total += 1
        try:
            found = list(differences(ours.read_feed(capture), theirs))
        except FeedUnreadable as error:
            found = [str(error)]
        alike += not found
        for difference in found[:1]:
            print(f"{path.relative_to(folder)}: {difference}"[:200])
    print(f"{alike} of {total} files read alike: {100 * alike / total:.1f}%")


if __name__ == "__main__":
    main(sys.argv[1])
