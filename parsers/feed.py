"""Feeds. In: a capture. Out: its entries, whatever form they came in. The only module that imports feedparser.

RSS 0.9x, 1.0 and 2.0, RDF and Atom through feedparser; JSON Feed, sitemaps and list pages through `formats`.
feedparser gets bytes in a buffer, never a string (it would open it as a path or an address), and neither sanitises nor
resolves addresses inside articles (half of its time, and nothing here shows its HTML).
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.sax import SAXParseException

import feedparser

from parsers.addresses import absolute_url
from parsers.entries import MAX_ENTRIES, Draft, finish
from parsers.errors import FeedUnreadable
from parsers.formats import json_feed, plain_xml, repair, sitemap
from parsers.formats.dates import moment_of
from parsers.formats.push import hub_and_topic
from parsers.plain import line, text_of
from parsers.types import Capture, Feed

MAX_BYTES = 10 * 1024 * 1024

# What feedparser was seen to raise on hostile and broken input: it means "no feed", never a mistake of ours.
_FEEDPARSER_RAISES = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, AssertionError,
)  # fmt: skip
_HARMLESS = (feedparser.NonXMLContentType, feedparser.CharacterEncodingOverride)
_EBCDIC = b"\x4c\x6f\xa7\x94"  # "<?xm" in the one encoding of XML whose "<" is another byte
_HTML = re.compile(rb"<!doctype\s{1,9}html|<html[\s>]|<body[\s>]", re.IGNORECASE)


def read_feed(capture: Capture) -> Feed:
    """The feed in a capture. A feed that is broken but has entries is read, and says so in `fault`.

    Raises FeedUnreadable, with the reason in words, for what holds no feed.
    """
    _refuse_nothing(capture)
    if json_feed.looks_so(capture.body):
        _refuse_large(capture, capture.body)
        return json_feed.read(capture)
    if sitemap.looks_so(capture.body):
        _refuse_large(capture, capture.body)
        return sitemap.read(capture)
    if b"<" not in capture.body and not capture.body.startswith(_EBCDIC):
        raise FeedUnreadable(capture.url, "not a feed")
    return _read_xml(capture)


def find_feeds(capture: Capture) -> tuple[tuple[str, str], ...]:
    """Address and title of each feed that a web page names, the likeliest first."""
    from parsers.formats import web_page  # bs4 takes as long to import as a hundred feeds to read

    return web_page.feeds_named(capture)


def read_list(capture: Capture, selector: str) -> Feed:
    """The stories that a newsroom's list page shows, as a feed. `selector` (CSS) picks the links or their boxes.

    Raises FeedUnreadable where the selector finds nothing.
    """
    from parsers.formats import web_page

    return web_page.stories_listed(capture, selector)


def as_mapping(capture: Capture, *, sanitised: bool = False) -> Any:
    """feedparser's own mapping of a capture, through the same repairs: what entries are made of.

    `sanitised`: with the markup inside articles cleaned and its addresses resolved, as feedparser does by itself. We
    take the words out of the markup instead.
    """
    return _feedparser(_mended(capture), capture, sanitised)[0]


def read_with_feedparser(capture: Capture) -> Feed:
    """An XML feed read by feedparser alone: the reference for every faster way."""
    return _read_mended(_mended(capture), capture)


def _refuse_nothing(capture: Capture) -> None:
    if not capture.body.strip(b" \t\r\n\0"):
        raise FeedUnreadable(capture.url, "the answer is empty")


def _refuse_large(capture: Capture, body: bytes) -> None:
    if len(body) > MAX_BYTES:
        raise FeedUnreadable(capture.url, f"larger than {MAX_BYTES >> 20} MB")


def _read_xml(capture: Capture) -> Feed:
    mended = _mended(capture)
    plain = plain_xml.read(mended.body, capture) if mended.is_utf8 else None
    return replace(plain, fault="; ".join(mended.faults)) if plain else _read_mended(mended, capture)


def _mended(capture: Capture) -> repair.Mended:
    mended = repair.mended(capture.body, capture.charset, MAX_ENTRIES)
    _refuse_large(capture, mended.body)
    return mended


def _read_mended(mended: repair.Mended, capture: Capture) -> Feed:
    found, fault = _feedparser(mended, capture)
    _refuse_what_is_no_feed(found, capture)
    about = found.get("feed", {})
    home = absolute_url(_text(about, "link"), capture.final_url)
    language = _text(about, "language")
    hub, topic = hub_and_topic(capture, _links(about))
    return Feed(
        title=text_of(_text(about, "title"), 500),
        url=home,
        language=line(language, 35),
        entries=finish(map(_draft, found["entries"]), capture, home, language),
        fault="; ".join((*mended.faults, *([fault] if fault else []))),
        hub=hub,
        hub_topic=topic,
    )


def _feedparser(mended: repair.Mended, capture: Capture, sanitised: bool = False) -> tuple[Any, str]:
    """The mapping, and in words what is broken. Missing characters are dearer to look for than to stumble on."""
    try:
        found = _call_feedparser(mended.body, mended.charset, capture, sanitised)
        return found, _break(found)
    except _FEEDPARSER_RAISES:
        body = repair.with_characters(mended.body)
    try:
        found = _call_feedparser(body, mended.charset, capture, sanitised)
        return found, "broken: it refers to characters that do not exist"
    except _FEEDPARSER_RAISES as error:
        raise FeedUnreadable(capture.url, line(f"broken beyond reading: {error!r}", 200)) from error


def _call_feedparser(body: bytes, charset: str, capture: Capture, sanitised: bool) -> Any:
    """XML without a type is UTF-8 unless it says otherwise (RFC 7303); feedparser would take it for Latin-1."""
    media_type = capture.media_type or "application/xml"
    headers = dict(capture.headers) | {
        "content-location": capture.final_url,
        "content-type": f"{media_type}; charset={charset}" if charset else media_type,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(
            io.BytesIO(body), response_headers=headers, sanitize_html=sanitised, resolve_relative_uris=sanitised
        )


def _refuse_what_is_no_feed(found: Any, capture: Capture) -> None:
    if found["entries"]:
        return
    if not found.get("version"):
        page = _HTML.search(capture.body[:2048])
        raise FeedUnreadable(capture.url, "a web page, not a feed" if page else "not a feed")
    if (fault := _break(found)) and not repair.is_whole(capture.body):
        raise FeedUnreadable(capture.url, f"before its first entry {fault}")


def _break(found: Any) -> str:
    """In words, how the document breaks the rules of XML; "" where it does not, or where that does no harm."""
    error = found.get("bozo_exception") if found.get("bozo") else None
    if not error or isinstance(error, _HARMLESS):
        return ""
    where = f" in line {error.getLineNumber()}" if isinstance(error, SAXParseException) else ""
    said = error.getMessage() if isinstance(error, SAXParseException) else str(error)
    return line(f"broken{where}: {said}", 200)


def _draft(item: Any) -> Draft:
    content, language = _content(item)
    return Draft(
        guid=_text(item, "id"),
        link=_text(item, "feedburner_origlink") or _text(item, "link"),
        title=_text(item, "title"),
        published=moment_of(dict.get(item, "published_parsed") or dict.get(item, "created_parsed")),
        updated=moment_of(dict.get(item, "updated_parsed")),
        summary=_text(item, "summary"),
        content=content,
        language=language or _text(dict.get(item, "title_detail"), "language"),
    )


def _text(mapping: Any, key: str) -> str:
    """feedparser's mapping answers some keys from others, with a warning; `dict.get` asks for the key itself."""
    value = dict.get(mapping, key) if isinstance(mapping, dict) else None
    return value if isinstance(value, str) else ""


def _content(item: Any) -> tuple[str, str]:
    """The longest text that the entry carries, and its language. Addresses of pictures and the like are no text."""
    carried = [part for part in dict.get(item, "content") or () if _text(part, "type") in _TEXT_TYPES]
    longest: Any = max(carried, key=lambda part: len(_text(part, "value")), default={})
    return _text(longest, "value"), _text(longest, "language")


_TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")


def _links(about: Any) -> Iterator[tuple[str, str]]:
    for link in dict.get(about, "links") or ():
        yield _text(link, "rel"), _text(link, "href")
