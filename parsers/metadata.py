"""What a page says of itself: title, dates, language, address, author; and the text it embeds for machines.

In: the tree of a page as it was parsed. Out: a `Metadata`. Sources in their order of trust: JSON-LD (schema.org), meta
elements (Open Graph, Dublin Core), the page's own elements; a date that only htmldate finds is a guess.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from parsers.printed import printed_date
from parsers.times import read_time
from parsers.xpath import elements, string, strings

MAX_JSON = 1_000_000  # characters
_ARTICLE = re.compile(r"Article|Posting|Report|NewsRelease|WebPage$")

_JSON = strings("/descendant::script[@type='application/ld+json']/text()")
_METAS = elements("/descendant::meta[@content and (@property or @name or @itemprop)]")
_TIMES = strings(
    "/descendant::time[ancestor::article or ancestor::header or ancestor::main]/@datetime"
    " | /descendant::*/@itemprop[. = 'datePublished']/../@datetime"
)
_CANONICAL = string("string((//link[@rel='canonical']/@href)[1])")
_HEADLINES = elements("/descendant::h1")
_TITLE = string("string((//head/title)[1])")
_SITE_NAME = re.compile(r"\s+(?:[|–—·•»_]|-|::)\s+[^|–—·•»]{1,60}$|_[^_]{1,30}$")

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime", "weibo:article:create_at",
    "bytedance:published_time", "apub:time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself. "" and None where it does not."""

    title: str = ""
    published: datetime | None = None
    language: str = ""
    canonical: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""  # schema.org articleBody: plain text
    paid: bool = False  # schema.org isAccessibleForFree is false


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """All that the head of the page tells, and its JSON-LD. `url` resolves a relative canonical address."""
    nodes = [node for node in _nodes(tree) if _ARTICLE.search(_first_text(node.get("@type")))]
    metas = {_name(meta): " ".join((meta.get("content") or "").split()) for meta in reversed(_METAS(tree))}
    dates = [*(node.get("datePublished") for node in nodes), *map(metas.get, _DATES), *_TIMES(tree)]
    return Metadata(
        title=_title(tree, metas, nodes),
        published=next(filter(None, map(read_time, dates)), None) or _printed(tree),
        language=(tree.get("lang") or metas.get("og:locale") or "")[:2].lower(),
        canonical=_canonical(tree, metas, url),
        authors=tuple(_authors(nodes, metas)),
        body=next((body for node in nodes if (body := _first_text(node.get("articleBody")))), ""),
        paid=any(str(node.get("isAccessibleForFree")).lower() == "false" for node in nodes),
    )


def _name(meta: HtmlElement) -> str:
    return str(meta.get("property") or meta.get("name") or meta.get("itemprop")).lower()


# --- JSON-LD --------------------------------------------------------------------------------------------------------


def _nodes(tree: HtmlElement) -> list[dict[str, Any]]:
    """All objects of the page's JSON-LD blocks; a block that is broken, huge or too deep counts as absent."""
    found: list[dict[str, Any]] = []
    for block in _JSON(tree):
        try:
            found.extend(_objects(json.loads(block[:MAX_JSON], strict=False)))
        except (ValueError, RecursionError):
            continue
    return found


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists, and in `@graph`; others nest quotes and teasers, which are not the page."""
    if isinstance(value, list) and depth < 4:
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []), depth + 1)


def _first_text(value: Any) -> str:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    return value if isinstance(value, str) else ""


def _authors(nodes: list[dict[str, Any]], metas: dict[str, str]) -> Iterator[str]:
    for node in nodes:
        authors = node.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str) and name.strip():
                yield name.strip()
    yield from filter(None, (metas.get("author"), metas.get("article:author_name"), metas.get("parsely-author")))


# --- title, address, time -------------------------------------------------------------------------------------------


def _title(tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, Any]]) -> str:
    """The headline that readers see, where it agrees with the title that machines are told; else the latter."""
    headlines = (_first_text(node.get("headline")) for node in nodes)
    window = " ".join(_TITLE(tree).split())
    candidates = (metas.get("og:title", ""), *headlines, metas.get("twitter:title", ""), window)
    told = [title for title in (" ".join(candidate.split()) for candidate in candidates) if title]
    seen = [text for text in (" ".join(h1.text_content().split()) for h1 in _HEADLINES(tree)) if 3 < len(text) < 300]
    for headline in seen:
        if any(_same_start(headline, title) for title in told):
            return headline
    if told:
        return told[0] if told[0] != window else without_site_name(window)
    return seen[0] if len(seen) == 1 else ""


def without_site_name(title: str) -> str:
    """ "Xiaomi builds a car | Daily Volt" without its last part, if what is left is still a title."""
    short = _SITE_NAME.sub("", title)
    return short if len(short) >= 8 else title


def _same_start(headline: str, title: str) -> bool:
    a, b = ("".join(filter(str.isalnum, text.casefold())) for text in (headline, title))
    return bool(a) and (b.startswith(a[:60]) or a.startswith(b[:60]))


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str) -> str:
    """The page's own word for its address, if it is on the same site and is no home page."""
    told = (_CANONICAL(tree) or metas.get("og:url", "")).strip()
    try:
        address = urljoin(url, told)
        parts, own = urlsplit(address), urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or (parts.path in ("", "/") and own.path not in ("", "/")):
        return ""
    return address if not own.hostname or site(parts.hostname) == site(own.hostname) else ""


def site(host: str | None) -> str:
    """The last two labels of a host: near enough to a registrable domain to tell one publisher from another."""
    return ".".join((host or "").lower().split(".")[-2:])


def _printed(tree: HtmlElement) -> datetime | None:
    headlines = _HEADLINES(tree)
    return printed_date(headlines[0]) if headlines else None


def guess_date(tree: HtmlElement, url: str, now: datetime) -> datetime | None:
    """The date that htmldate finds in address, elements and text. It nearly always answers: one in eight is wrong."""
    latest = now.strftime("%Y-%m-%d")
    found = find_date(tree, url=url or None, original_date=True, extensive_search=False, max_date=latest)
    return read_time(found) if found else None


def not_future(moments: Iterable[tuple[datetime | None, str]], now: datetime) -> tuple[datetime | None, str]:
    """The first moment that has come, with who said so. Up to a day ahead is a time zone left out: it counts as now."""
    for moment, source in moments:
        if moment and moment <= now + timedelta(days=1):
            return min(moment, now), source
    return None, ""
