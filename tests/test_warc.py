"""Captures as a web archive: another reader of the format finds them whole."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from flows.errors import StoreError
from flows.store.captures import put_captures
from flows.store.engine import Store
from flows.warc import AT_ONCE, write_warc
from tests.test_store import NOW, captured


def read(path: Path) -> list[tuple[str, str, str, bytes]]:
    """(type, address, Content-Length, body) of every record."""
    with path.open("rb") as file:
        return [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.http_headers.get_header("Content-Length") if record.http_headers else "",
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
        ]


def test_every_capture_is_in_the_archive_and_the_archive_is_sound(store: Store, tmp_path: Path) -> None:
    pages = [captured(f"https://a.example/{n}", f"<p>page {n}</p>".encode() * 50) for n in range(AT_ONCE + 5)]
    packed = (("content-encoding", "gzip"), ("content-length", "17"), ("content-type", "text/html"))
    pages[0] = replace(pages[0], headers=packed, final_url="https://a.example/moved")
    with store.begin() as connection:
        for page in pages:
            put_captures(connection, [page])
    to = tmp_path / "captures.warc.gz"
    assert write_warc(store, to) == len(pages)
    info, first, via, *rest = read(to)
    assert info[0] == "warcinfo"
    assert first == ("response", "https://a.example/moved", str(len(pages[0].body)), pages[0].body)
    assert (via[0], via[3]) == ("metadata", b"via: https://a.example/0\r\n")
    assert [(address, body) for _, address, _, body in rest] == [(page.url, page.body) for page in pages[1:]]
    check = [sys.executable, "-c", "from warcio.cli import main; main()", "check", str(to)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_what_is_asked_for_is_written(store: Store, tmp_path: Path) -> None:
    with store.begin() as connection:
        for days, name in ((3, "old"), (1, "new")):
            put_captures(connection, [captured(f"https://a.example/{name}", name.encode(), NOW - timedelta(days=days))])
        put_captures(connection, [captured("https://a_b.example/new", b"other")])
    since = NOW - timedelta(days=2)
    assert write_warc(store, tmp_path / "1.warc.gz", since, "https://a.") == 1
    assert write_warc(store, tmp_path / "2.warc.gz", url="https://a_") == 1, "no wildcards"


def test_an_archive_never_overwrites_another(store: Store, tmp_path: Path) -> None:
    to = tmp_path / "captures.warc.gz"
    to.write_bytes(b"mine")
    with pytest.raises(StoreError, match="exists already"):
        write_warc(store, to)
    assert to.read_bytes() == b"mine"
