"""A text or a fetched page -> a release.

In: plain text, or a capture with the entry that led to it. Out: a `Release`, whose text is the article and nothing
else, with what was taken out and by which rule. Refuses with `PageUnreadable`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice, pairwise
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.article import plain_parts, read_articles
from parsers.asides import keep_asides
from parsers.cards import drop_cards
from parsers.chrome import drop_chrome
from parsers.embedded import read_embedded
from parsers.errors import PageUnreadable
from parsers.frame import framed
from parsers.furniture import is_sentence, size
from parsers.language_id import language_of
from parsers.layouts import cut_page
from parsers.markup import as_page, decoded, drop_unseen, load_page
from parsers.measures import LABEL
from parsers.metadata import Metadata, guess_date, not_future, read_metadata
from parsers.pdf import is_pdf, read_pdf
from parsers.pruning import prune
from parsers.reach import marked
from parsers.refusals import REASONS, refusal
from parsers.site_memory import SiteMemory, mark_known
from parsers.sites import SITES
from parsers.trimming import Part, trim
from parsers.types import Block, BlockKind, Capture, Entry, Release, Removed
from parsers.witness import bears_out, is_another, is_whole
from parsers.xpath import strings

__all__ = ["REASONS", "read_release", "release_from_entry", "release_from_text", "site_of"]

MAX_ARTICLE = 1_000_000  # characters; the longest filings have half of it
DENSE_LANGUAGES = ("zh", "ja", "ko")
PROSE_WORDS = 12  # fewer are a label's or a headline's, and may be in another language
PROSE_TEXTS = 20  # of them tell the language
THIN = 1500  # characters; an article shorter than this is checked for being a wall
_VISIBLE = strings("/html/body/descendant::text()")

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
    language = language or language_of(text)
    return Release(
        url=url,
        title=title,
        text=text,
        blocks=_blocks(text, spans, title, language),
        language=language,
        published=published,
        site=site_of(url),
    )


def read_release(
    capture: Capture,
    *,
    entry: Entry | None = None,
    known_blocks: SiteMemory | None = None,
    now: datetime | None = None,
) -> Release:
    """The article in a captured page, text file or PDF.

    `entry` is the feed's item that led here: the text chosen must bear out its title and summary, its date counts
    before the page's, and its own content stands in for a page that is a wall. `known_blocks` is what the site was seen
    to repeat. No date lies after `now`, the time of capture where that is None. Raises `PageUnreadable` with one of
    `REASONS` where there is no article.
    """
    now = now or capture.fetched_at
    try:
        read = _read_pdf if is_pdf(capture) else _read_page
        return read(capture, entry, known_blocks or SiteMemory(), now)
    except PageUnreadable:
        if entry is None or not is_whole(entry):
            raise
        return release_from_entry(entry, now=now, capture=capture.digest)


def release_from_entry(entry: Entry, *, now: datetime, capture: str = "") -> Release:
    """The article that a feed's entry carries itself: for pages that cannot be had."""
    tree = as_page(entry.content or entry.summary)
    language = language_of(tree.text_content())
    removed = [*drop_unseen(tree), *prune(tree, language)]
    parts, trimmed = trim([Part(*part) for part in plain_parts(tree)], entry.title, language)
    published, by = not_future([(entry.published or entry.updated, "feed")], now)
    return _compose(entry.url, entry.title, parts, (*removed, *trimmed), published, by, capture)


def _read_page(capture: Capture, entry: Entry | None, known: SiteMemory, now: datetime) -> Release:
    tree = load_page(capture)
    about = read_metadata(tree, capture.final_url)
    own = SITES.get(site_of(capture.final_url))
    cut = cut_page(decoded(capture.body, capture.charset), own, capture.fetched_at.date()) if own else None
    if cut:
        tree = as_page(cut.html)
        about = replace(about, title=cut.title or about.title, published=cut.published or about.published)
    title = about.title or (entry.title if entry else "")
    about = about if about.body else replace(about, body=read_embedded(tree, title))
    hidden = [*(cut.removed if cut else ()), *drop_unseen(tree)]
    language = language_of(" ".join([title, *_prose(tree)]), about.language)
    removed = [*hidden, *drop_chrome(tree), *prune(tree, language), *drop_cards(tree)]
    captions = keep_asides(tree)
    chosen = _chosen(tree, about, capture.final_url, entry, dense=language in DENSE_LANGUAGES)
    parts = mark_known([*chosen, *_captions_of(captions, chosen)], known)
    parts, trimmed = trim(parts, title, language, about.authors)
    _refuse_walls(capture, tree, about, parts)
    _refuse_another(capture, title, parts, entry)
    published, by = _dated(tree, about, capture.final_url, entry, now)
    url = about.canonical or capture.final_url
    return _compose(url, title, parts, (*removed, *trimmed), published, by, capture.digest, about.language)


def _chosen(tree: HtmlElement, about: Metadata, url: str, entry: Entry | None, *, dense: bool) -> list[Part]:
    """The first reading that the feed's entry bears out; the text embedded for machines where the page shows little."""
    first: list[Part] = []
    for reading in read_articles(tree, framed(tree, dense=dense), url, about.body, dense=dense):
        parts = [Part(*part) for part in reading]
        first = first or parts
        if entry is None or bears_out(entry, " ".join(part.text for part in parts)):
            return parts
    return first


def _prose(tree: HtmlElement) -> Iterator[str]:
    """The first texts of a page that are too long for labels."""
    return islice(
        (text for text in tree.body.itertext() if len(text) >= LABEL and size(text) >= PROSE_WORDS), PROSE_TEXTS
    )


def _captions_of(captions: Sequence[str], chosen: Sequence[Part]) -> Iterator[Part]:
    """Captions that the article does not have as paragraphs already."""
    text = "\n".join(part.text for part in chosen)
    return (Part(caption, BlockKind.CAPTION) for caption in captions if caption not in text)


def _refuse_walls(capture: Capture, tree: HtmlElement, about: Metadata, parts: Sequence[Part]) -> None:
    article = "\n".join(part.text for part in parts)
    if len(article) > MAX_ARTICLE:
        raise PageUnreadable(capture.url, "too large")
    if len(article) >= THIN:
        return
    visible = " ".join(" ".join(_VISIBLE(tree)).split())
    if reason := refusal(about.title, visible, article, paid=about.paid):
        raise PageUnreadable(capture.url, reason)


def _refuse_another(capture: Capture, title: str, parts: Sequence[Part], entry: Entry | None) -> None:
    """Where the feed does not bear the text out: its own stands in, if whole; a page of something else is none."""
    text = "\n".join([title, *(part.text for part in parts)])
    if entry and not bears_out(entry, text) and (is_whole(entry) or is_another(entry, text)):
        raise PageUnreadable(capture.url, "another text")


def _dated(
    tree: HtmlElement, about: Metadata, url: str, entry: Entry | None, now: datetime
) -> tuple[datetime | None, str]:
    """When it was published and who says so: the feed, the page, or a guess."""
    feed = (entry.published or entry.updated) if entry else None
    told = not_future([(feed, "feed"), (about.published, "page")], now)
    return told if told[0] else not_future([(guess_date(tree, url, now), "guess")], now)


def _read_pdf(capture: Capture, entry: Entry | None, known: SiteMemory, now: datetime) -> Release:
    title, paragraphs, published = read_pdf(capture)
    title = title or (entry.title if entry else "")
    language = language_of(" ".join(paragraphs[:20]))
    parts, trimmed = trim(mark_known([Part(text) for text in paragraphs], known), title, language)
    moments = [((entry.published or entry.updated) if entry else None, "feed"), (published, "page")]
    return _compose(capture.final_url, title, parts, tuple(trimmed), *not_future(moments, now), capture.digest)


def _compose(
    url: str,
    title: str,
    parts: Sequence[Part],
    removed: tuple[Removed, ...],
    published: datetime | None,
    published_by: str,
    capture: str,
    told_language: str = "",
) -> Release:
    pieces = [Part(title, BlockKind.TITLE)] if title else []
    blocks = tuple(_placed([*pieces, *parts]))
    text = "\n\n".join(block.text for block in blocks)
    language = language_of(text, told_language)
    return Release(url, title, text, blocks, language, published, published_by, site_of(url), capture, removed)


def _placed(parts: Sequence[Part]) -> Iterator[Block]:
    start = 0
    for part in parts:
        yield Block(part.text, start, BlockKind.FURNITURE if part.rule else part.kind, part.rule)
        start += len(part.text) + 2


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


def _blocks(text: str, spans: Sequence[tuple[int, int]], title: str, language: str) -> tuple[Block, ...]:
    parts = [text[start:end] for start, end in spans]
    body = int(bool(title) and bool(parts) and parts[0] == title)
    rules = [""] * body + marked(parts[body:], language)
    return tuple(
        Block(part, start, BlockKind.FURNITURE if rule else _kind(part, at < body), rule)
        for at, (part, (start, _), rule) in enumerate(zip(parts, spans, rules, strict=True))
    )


def _kind(part: str, is_title: bool) -> BlockKind:
    if is_title:
        return BlockKind.TITLE
    return BlockKind.ITEM if _ITEM.match(part) else BlockKind.PROSE
