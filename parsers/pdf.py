"""PDF filings -> title, paragraphs and date. The only module that imports pypdf.

In: a capture of a PDF, such as the announcements on the Hong Kong exchange's site. Out: its paragraphs, put together
from the lines of its pages. Refused with `PageUnreadable`: a file that is broken, locked, too long, or scanned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from parsers.errors import PageUnreadable
from parsers.types import Capture

MAX_PAGES = 60  # announcements have 2 to 30; annual reports, 300 pages of known figures, are not for us
MAX_BYTES = 10_000_000

_PAGE_NUMBER = re.compile(r"[\s–—-]{0,4}(?:page )?[0-9]{1,4}(?: of [0-9]{1,4})?[\s–—-]{0,4}", re.I)
_FULL = re.compile(r"[.!?:;。！？：；][\"'”’」）)]{0,2}$")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def is_pdf(capture: Capture) -> bool:
    """By its first bytes: servers name PDFs as anything."""
    return capture.body[:1024].lstrip().startswith(b"%PDF-")


def read_pdf(capture: Capture) -> tuple[str, list[str], datetime | None]:
    """Title as the file names it ("" where it does not), paragraphs, and the day it was made."""
    from pypdf import PdfReader  # here, as 99 pages of 100 are none: it takes 14 MB of memory and a tenth of a second
    from pypdf.errors import PyPdfError

    if len(capture.body) > MAX_BYTES:
        raise PageUnreadable(capture.url, "too large")
    try:
        reader = PdfReader(BytesIO(capture.body))
        if len(reader.pages) > MAX_PAGES:
            raise PageUnreadable(capture.url, "too large")
        pages = [page.extract_text().splitlines() for page in reader.pages]
        title, made = _about(reader)
    except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError) as e:
        # pypdf lets Python's own errors out of files that are broken on purpose
        raise PageUnreadable(capture.url, "not html") from e
    paragraphs = list(_paragraphs(_without_running_lines(pages)))
    if not paragraphs:
        raise PageUnreadable(capture.url, "no content")
    return title, paragraphs, made


def _about(reader: Any) -> tuple[str, datetime | None]:
    about = reader.metadata
    made = about.creation_date if about else None
    if made is not None:
        made = made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)
    title = " ".join(str(about.title or "").split()) if about else ""
    return ("" if title.lower().endswith((".doc", ".docx", ".pdf", ".indd")) else title), made


def _without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines without page numbers and without what stands on more than half of the pages."""
    counts = Counter(line for page in pages for line in {" ".join(line.split()) for line in page})
    for page in pages:
        for line in page:
            plain = " ".join(line.split())
            running = len(pages) > 2 and counts[plain] * 2 > len(pages)
            if not running and not _PAGE_NUMBER.fullmatch(plain):
                yield plain


def _paragraphs(lines: Iterator[str]) -> Iterator[str]:
    """Lines joined until one ends a sentence and is shorter than its neighbours, or a blank one comes."""
    paragraph, longest = "", 0
    for line in lines:
        longest = max(longest, len(line))
        if line:
            paragraph = f"{paragraph}{_gap(paragraph)}{line}"
        if paragraph and (not line or (len(line) < 0.8 * longest and _FULL.search(line))):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _gap(paragraph: str) -> str:
    """Chinese and Japanese are written without spaces."""
    return "" if not paragraph or _HAN.match(paragraph[-1]) else " "
