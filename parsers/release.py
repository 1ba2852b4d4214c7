"""A text or a fetched page -> a release.

In: plain text, or a capture with the entry that led to it. Out: a `Release`, whose text is the article and nothing
else, with what was taken out and by which rule. Refuses with `PageUnreadable`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

from parsers.furniture import is_sentence, marked, size
from parsers.language_id import language_of
from parsers.types import Block, BlockKind, Release

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_LINE = re.compile(r"\S.*")
_ITEM = re.compile(r"(?:[•·▪●◦‣*–—-]|\(?[0-9]{1,2}[.)、）])\s")
_TITLE_WORDS = 30


def release_from_text(
    text: str, *, url: str = "", title: str = "", language: str = "", published: datetime | None = None
) -> Release:
    """Plain text as a release. Offsets count in `text`, or in title + blank line + text where it lacks its title.

    Paragraphs that their words announce as furniture stay in the text, marked with the rule. `language` is detected
    where it is "". A first line that is no sentence is the title where none is given.
    """
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    spans = list(_paragraphs(text))
    title = title or _headline(text, spans)
    return Release(
        url=url,
        title=title,
        text=text,
        blocks=_blocks(text, spans, title),
        language=language or language_of(text),
        published=published,
        site=site_of(url),
    )


def site_of(url: str) -> str:
    """The host without "www."; "" where the address has none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """A blank line ends a paragraph; a single line break does too, unless the text is wrapped at a column."""
    pattern = _PARAGRAPH if _is_wrapped(text) else _LINE
    for found in pattern.finditer(text):
        yield found.start(), found.start() + len(found.group().rstrip())


def _is_wrapped(text: str) -> bool:
    """Lines that go on in the next one are then all of about one length: mail and plain-text filings."""
    lines = text.splitlines()
    going_on = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(going_on) < 4:
        return False
    return max(going_on) <= 100 and sum(length >= 50 for length in going_on) * 10 >= len(going_on) * 8


def _headline(text: str, spans: Sequence[tuple[int, int]]) -> str:
    first = text[slice(*spans[0])] if len(spans) > 1 else ""
    return "" if is_sentence(first) or size(first) > _TITLE_WORDS else first


def _blocks(text: str, spans: Sequence[tuple[int, int]], title: str) -> tuple[Block, ...]:
    parts = [text[start:end] for start, end in spans]
    body = int(bool(title) and bool(parts) and parts[0] == title)
    rules = [""] * body + marked(parts[body:])
    return tuple(
        Block(part, start, BlockKind.FURNITURE if rule else _kind(part, at < body), rule)
        for at, (part, (start, _), rule) in enumerate(zip(parts, spans, rules, strict=True))
    )


def _kind(part: str, is_title: bool) -> BlockKind:
    if is_title:
        return BlockKind.TITLE
    return BlockKind.ITEM if _ITEM.match(part) else BlockKind.PROSE
