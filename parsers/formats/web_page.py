"""Web pages that lead to news. In: the capture of a page. Out: the feeds it names, or the stories it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from parsers.addresses import absolute_url, canonical_url
from parsers.entries import Draft, finish
from parsers.errors import FeedUnreadable
from parsers.formats.dates import moment
from parsers.plain import line
from parsers.types import Capture, Feed

_FEED_TYPE = re.compile(
    r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)|text/(?:rss|atom)\+?xml", re.IGNORECASE
)
_FEED_PATH = re.compile(
    r"/(?:feed|rss|atom|index\.xml|feed\.json)(?:/|\.xml|\.rdf|\.aspx|$)|\.(?:rss|atom|rdf)$", re.IGNORECASE
)
_NOT_NEWS = re.compile(r"\bcomments?\b|评论|コメント|/comments/|댓글", re.IGNORECASE)
MAX_PAGE = 2_000_000  # bytes of a page that are searched: links to feeds stand in its head, lists near its top


def feeds_named(capture: Capture) -> tuple[tuple[str, str], ...]:
    """Address and title of each feed that a page names, likeliest first: those it declares, then those it links to.

    Feeds of comments come last: they are never what a reader of news wants, but nothing is hidden.
    """
    page = _page(capture)
    base = _base(page, capture)
    found: dict[str, str] = {}
    for link, title in (*_declared(page), *_linked(page, base)):
        if url := absolute_url(link, base):
            found.setdefault(url, line(title, 200))
    return tuple(sorted(found.items(), key=lambda feed: bool(_NOT_NEWS.search(f"{feed[0]} {feed[1]}"))))


def stories_listed(capture: Capture, selector: str) -> Feed:
    """The stories of a newsroom's list page as a feed.

    `selector` (CSS) picks the links, or the boxes that hold one each. A story's title is its heading, else the words
    of its link; its date what a `time` element in the box says. Raises FeedUnreadable where the selector finds no link:
    the page was rebuilt, and a person must look.
    """
    page = _page(capture)
    base = _base(page, capture)
    drafts = [draft for box in page.select(selector) if (draft := _story(box, base))]
    if not drafts:
        raise FeedUnreadable(capture.url, f"the page's list was not found: nothing matches {selector!r}")
    title = page.title.get_text() if page.title else ""
    root = page.find("html")
    language = str(root.get("lang", "")) if isinstance(root, Tag) else ""
    entries = finish(drafts, capture, capture.final_url, language)
    return Feed(line(title, 500), capture.final_url, line(language, 35), entries)


def _page(capture: Capture) -> BeautifulSoup:
    return BeautifulSoup(capture.body[:MAX_PAGE], "lxml", from_encoding=capture.charset or None)


def _base(page: BeautifulSoup, capture: Capture) -> str:
    base = page.find("base", href=True)
    return absolute_url(str(base["href"]), capture.final_url) if isinstance(base, Tag) else capture.final_url


def _declared(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for link in page.find_all("link", href=True):
        rel = {str(word).lower() for word in link.get_attribute_list("rel")}
        if rel & {"alternate", "feed"} and _FEED_TYPE.fullmatch(str(link.get("type", "")).partition(";")[0].strip()):
            yield str(link["href"]), str(link.get("title", ""))


def _linked(page: BeautifulSoup, base: str) -> Iterator[tuple[str, str]]:
    for link in page.find_all("a", href=True):
        if _FEED_PATH.search(canonical_url(absolute_url(str(link["href"]), base)).partition("?")[0]):
            yield str(link["href"]), link.get_text(" ")


def _story(box: Tag, base: str) -> Draft | None:
    link = box if box.name == "a" else box.find("a", href=True)
    if not isinstance(link, Tag) or not (url := absolute_url(str(link.get("href", "")), base)):
        return None
    heading = box.find(["h1", "h2", "h3", "h4", "h5"])
    when = box.find("time", datetime=True)
    return Draft(
        link=url,
        title=line((heading or link).get_text(" ")) or str(link.get("title", "")),
        published=moment(when["datetime"]) if isinstance(when, Tag) else None,
    )
