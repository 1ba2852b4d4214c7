"""Captures in the store in, a web archive out: WARC 1.1 (ISO 28500), gzipped record by record, for any reader of such.

The only module that imports warcio. Bodies are stored decoded, so the headers that told their encoding and length are
kept under the names that Common Crawl gives them (X-Crawler-...), and Content-Length is that of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from flows.errors import StoreError
from flows.store.captures import captures_after
from flows.store.engine import Store
from parsers.types import Capture

AT_ONCE = 50  # captures that one transaction reads: pollers write in between
OF_TRANSPORT = frozenset({"content-encoding", "transfer-encoding", "content-length"})


def write_warc(store: Store, to: Path, since: datetime | None = None, url: str = "") -> int:
    """Write the captures fetched since then, of addresses that begin with `url`, into the new file `to`.

    Returns how many. Raises StoreError where the file is there already or cannot be written; then no half is left."""
    if to.exists():
        raise StoreError(str(to), "exists already; name another file")
    part = to.with_name(f"{to.name}.part")
    count = 0
    try:
        with part.open("wb") as file:
            writer = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
            said = {"software": f"outlay {version('outlay')}", "format": "WARC File Format 1.1"}
            writer.write_record(writer.create_warcinfo_record(to.name, said))
            for capture in _captures(store, since, url):
                _write(writer, capture)
                count += 1
        part.rename(to)
    except OSError as error:
        raise StoreError(str(to), error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _captures(store: Store, since: datetime | None, url: str) -> Iterator[Capture]:
    number = 0
    while True:
        with store.begin() as connection:
            rows = captures_after(connection, number, AT_ONCE, since, url)
        if not rows:
            return
        number = rows[-1][0]
        yield from (capture for _, capture in rows)


def _write(writer: WARCWriter, capture: Capture) -> None:
    """The answer; and where redirects led to it, a record of the address that was asked for."""
    named = {"WARC-Date": datetime_to_iso_date(capture.fetched_at, use_micros=True)}
    answer = writer.create_warc_record(
        capture.final_url, "response", payload=BytesIO(capture.body), http_headers=_headers(capture),
        warc_headers_dict=named,
    )  # fmt: skip
    writer.write_record(answer)
    if capture.url != capture.final_url:
        asked = {**named, "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")}
        said = BytesIO(f"via: {capture.url}\r\n".encode())
        writer.write_record(
            writer.create_warc_record(
                capture.final_url, "metadata", payload=said, warc_content_type="application/warc-fields",
                warc_headers_dict=asked,
            )
        )  # fmt: skip


def _headers(capture: Capture) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(capture.status).phrase
    except ValueError:
        phrase = "Unknown"
    kept = [(f"X-Crawler-{name}" if name in OF_TRANSPORT else name, value) for name, value in capture.headers]
    kept.append(("Content-Length", str(len(capture.body))))
    return StatusAndHeaders(f"{capture.status} {phrase}", kept, protocol="HTTP/1.1")
