"""What an answer's status and headers mean. In: a status and header values. Out: values of ours, or a FetchError."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from flows.errors import BadAnswer, Declined, FetchError, Gone, Throttled, Unreachable
from parsers.plain import line

# Redirects, and whether each is for good (RFC 9110, 15.4).
REDIRECTS = {301: True, 302: False, 303: False, 307: False, 308: True}

_DEFAULT_REST = 60.0  # seconds, where a server says "too often" and not how long
_PRINTABLE = re.compile(r"[\x20-\x7e\x80-\uffff]{0,1024}")
_UNREADABLE = re.compile(r"(?:image|audio|video|font)/.*|application/(?:pdf|zip|msword|vnd\.ms-.*|vnd\.openxml.*)")


def sound(value: str) -> str:
    """A header value that may be kept and sent back: no control characters, at most 1,024 others; else ""."""
    return value if _PRINTABLE.fullmatch(value) else ""


def kept(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The headers that a capture keeps, names in lower case: sound ones, and nobody's session."""
    return tuple(
        [
            (name.lower(), value)
            for name, value in headers.items()
            if _PRINTABLE.fullmatch(value) and name.lower() != "set-cookie"
        ]
    )


def media_type(headers: Mapping[str, str]) -> tuple[str, str]:
    """Media type in lower case and charset, each "" where the server names none."""
    return _media_type(headers.get("Content-Type", ""))


@lru_cache(maxsize=256)
def _media_type(said: str) -> tuple[str, str]:
    kind, _, parameters = said.partition(";")
    for parameter in parameters.split(";") if parameters else ():
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), line(value.strip().strip("\"'"), 40)
    return kind.strip().lower(), ""


def encoding(headers: Mapping[str, str]) -> str:
    """The compression of a body. A compressed sitemap ("sitemap.xml.gz") comes as a file of that type instead."""
    named = headers.get("Content-Encoding", "").strip().lower()
    return "gzip" if not named and media_type(headers)[0] in ("application/gzip", "application/x-gzip") else named


def refuse_unreadable(headers: Mapping[str, str], url: str) -> None:
    """Raises BadAnswer for what no reader reads: pictures, films, documents of an office."""
    kind = media_type(headers)[0]
    if _UNREADABLE.fullmatch(kind):
        raise BadAnswer(url, f"{line(kind, 80)} is not text", 200)


def refusal(url: str, status: int, phrase: str, wait: float) -> FetchError:
    """What a status means that brings no content. `wait`: the seconds of rest that the server asks for, or 0."""
    said = f"HTTP {status} {line(phrase, 60)}".strip()
    if status == 410:
        return Gone(url, said, status)
    if status == 429 or (status == 503 and wait):
        return Throttled(url, said, status, wait or _DEFAULT_REST)
    if status >= 500:
        return Unreachable(url, said, status)
    return Declined(url, said, status) if status >= 400 else BadAnswer(url, f"{said}: no content", status)


def retry_after(value: str, now: datetime, most: float) -> float:
    """Seconds that a Retry-After asks for, a number or a date (RFC 9110, 10.2.3), at most `most`; 0 for none."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), most)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return 0.0
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((aware - now).total_seconds(), 0.0), most)
