"""Sitemaps, with Google's news extension where a site has it (sitemaps.org; schemas/sitemap-news/0.9).

In: a capture. Out: a feed whose entries are the pages, the newest first where they are dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from parsers.entries import Draft, finish
from parsers.errors import FeedUnreadable
from parsers.formats.dates import moment
from parsers.plain import line
from parsers.types import Capture, Feed

_ROOT = re.compile(rb"<(?:[A-Za-z][A-Za-z0-9._-]{0,20}:)?(urlset|sitemapindex)[\s>]")
_NEVER = datetime.min.replace(tzinfo=UTC)


def looks_so(body: bytes) -> bool:
    """Whether the bytes open a sitemap or an index of sitemaps."""
    return _ROOT.search(body[:2048]) is not None


def read(capture: Capture) -> Feed:
    """Raises FeedUnreadable for an index (each of its sitemaps is a source of its own) and for one without pages."""
    try:
        root = etree.fromstring(capture.body, _parser())
    except etree.XMLSyntaxError as error:
        raise FeedUnreadable(capture.url, line(f"a broken sitemap: {error}", 200)) from error
    if root is None:
        raise FeedUnreadable(capture.url, "a sitemap without pages")
    if _name(root) != "urlset":
        raise FeedUnreadable(capture.url, "an index of sitemaps: follow one of the sitemaps that it lists")
    drafts = sorted((_draft(url) for url in root if _name(url) == "url"), key=_newest_first, reverse=True)
    if not drafts:
        raise FeedUnreadable(capture.url, "a sitemap without pages")
    publication = next((text for _, text in _texts(root, "name")), "")
    return Feed(title=line(publication, 500), url="", language="", entries=finish(drafts, capture), fault=_fault(root))


def _parser() -> etree.XMLParser:
    """Nothing is loaded, nothing is expanded; a parser is made for each document, since it keeps its errors."""
    return etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)


def _fault(root: etree._Element) -> str:
    tree = root.getroottree()
    error = tree.parser.error_log.last_error if tree.parser is not None else None
    return f"not well-formed: {line(error.message, 200)}" if error is not None else ""


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(element: etree._Element, *names: str) -> Iterator[tuple[str, str]]:
    return ((_name(child), (child.text or "").strip()) for child in element.iter() if _name(child) in names)


def _draft(url: etree._Element) -> Draft:
    found: dict[str, str] = {}
    for name, text in _texts(url, "loc", "lastmod", "publication_date", "title", "language"):
        found.setdefault(name, text)  # the page's own come before those of its pictures and videos
    return Draft(
        link=found.get("loc", ""),
        title=found.get("title", ""),
        published=moment(found.get("publication_date")),
        updated=moment(found.get("lastmod")),
        language=found.get("language", ""),
    )


def _newest_first(draft: Draft) -> datetime:
    return draft.published or draft.updated or _NEVER
