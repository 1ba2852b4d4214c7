"""The faster way of reading plain feeds ends where feedparser ends, or leaves the feed to it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.entries import MAX_ENTRIES
from parsers.errors import FeedUnreadable
from parsers.feed import read_with_feedparser
from parsers.formats import plain_xml, repair
from parsers.types import Capture, Feed

CASES = Path(__file__).parent / "cases" / "feeds"


def capture(body: bytes) -> Capture:
    url = "https://feeds.example/dir/feed.xml"
    return Capture(url, url, datetime(2026, 11, 22, tzinfo=UTC), 200, (), "application/xml", "", body, "")


def quick(body: bytes) -> Feed | None:
    mended = repair.mended(body, "", MAX_ENTRIES)
    feed = plain_xml.read(mended.body, capture(body)) if mended.is_utf8 else None
    return feed and replace(feed, fault="; ".join(mended.faults))


def check(body: bytes) -> bool:
    """Whether the faster way took the feed; it must then say what feedparser says."""
    feed = quick(body)
    if feed is None:
        return False
    assert feed == read_with_feedparser(capture(body))
    return True


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_case_reads_alike(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    for one in case.get("case", [case]):
        try:
            check(one["body"].encode(one.get("encoding", "utf-8")))
        except FeedUnreadable:
            pytest.fail("the faster way reads what feedparser refuses")


RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Wire</title><link>https://a.example/</link><language>en-us</language>
<atom:link rel="self" href="https://a.example/feed"/><item><title>Ten &amp; more</title>
<link>https://a.example/1</link><guid>https://a.example/1</guid><dc:creator>Someone</dc:creator>
<pubDate>Mon, 02 Nov 2026 10:00:00 +0800</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Log</title><id>tag:a.example,2026:log</id>
<link href="https://a.example/"/><updated>2026-11-02T10:00:00Z</updated><entry><title type="html">&lt;b&gt;Ten&lt;/b&gt;
</title><id>tag:a.example,2026:1</id><link href="https://a.example/1"/><updated>2026-11-02T10:00:00+08:00</updated>
<author><name>Someone</name></author><summary>Words</summary></entry></feed>"""


@pytest.mark.parametrize("body", [RSS, ATOM], ids=["RSS", "Atom"])
def test_a_plain_feed_takes_the_faster_way(body: bytes) -> None:
    assert check(body)


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (RSS, b"<title>Ten &amp; more</title>", b"<title>Ten <b>bold</b></title>"),
        (RSS, b"https://a.example/1</link>", b"/relative</link>"),
        (RSS, b"02 Nov 2026", b"2 November 2026"),
        (RSS, b"<dc:creator>", b"<dc:date>2026-01-01</dc:date><dc:creator>"),
        (RSS, b"<item>", b'<item xml:lang="de">'),
        (RSS, b'<?xml version="1.0" encoding="UTF-8"?>', b"<!DOCTYPE rss>"),
        (RSS, b"</item>", b""),
        (ATOM, b"<title>Log</title>", b'<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">L</div></title>'),
        (ATOM, b'xml:lang="en"', b'xml:base="https://b.example/"'),
        (ATOM, b"<summary>", b'<content src="https://b.example/"/><summary>'),
    ],
)
def test_what_is_not_plain_is_left_to_feedparser(body: bytes, old: bytes, new: bytes) -> None:
    assert old in body
    assert not check(body.replace(old, new))


WORDS = st.text(st.sampled_from("ab 1.<>&;#'\"\n\t é元�\x85’Ã©\u200b"), max_size=16)
MARKUP = st.sampled_from(["<p>a</p>", "a &amp; b", "&lt;", "&#8217;", "&#x61;", "&nbsp;", "<![x", "<br/>", "", " "])
TEXT = st.one_of(WORDS, MARKUP, st.tuples(WORDS, MARKUP).map("".join))
PLAIN_LINKS = [
    "https://a.example/1",
    "https://a.example/2?utm_source=x&b=1",
    "http://A.example:80",
    " https://b.example/4 ",
]
LINKS = st.sampled_from([*PLAIN_LINKS * 4, "/3", "", "urn:5", "a;b"])  # mostly plain, so that much goes the faster way
PLAIN_DATES = {
    "RSS": ["Mon, 02 Nov 2026 10:00:00 GMT", "Tue, 3 Nov 2026 23:59:59 +0530", "Thu, 05 Nov 2099 10:00:00 -1200"],
    "Atom": ["2026-11-06T10:00:00Z", "2026-11-08T05:00:00-11:30", "1985-11-08T05:00:00Z"],
}
ODD_DATES = [
    *("Wed, 31 Feb 2026 10:00:00 GMT", "Wed, 04 Nov 2026 24:00:00 GMT", "Thu, 05 Nov 2099 10:00:60 -1200", "soon", ""),
    *("2026-11-07T10:00:00.5+01:00", "2026-02-30T10:00:00Z", "2026-11-08T25:00:00Z", "0000-00-00"),
]
DATES = {form: st.sampled_from([*plain * 9, *ODD_DATES]) for form, plain in PLAIN_DATES.items()}


def element(name: str, values: st.SearchStrategy[str], attributes: tuple[str, ...] = ("",)) -> st.SearchStrategy[str]:
    def spelt(value: str, attribute: str, wrapped: bool) -> str:
        text = f"<![CDATA[{value}]]>" if wrapped and "]]>" not in value else escape(value)
        return f"<{name}{attribute}>{text}</{name}>"

    return st.builds(spelt, values, st.sampled_from(attributes), st.booleans())


ATOM_LINK = st.sampled_from(
    [
        *['<a:link href="https://a.example/6"/>'] * 4,
        '<a:link rel="self" href="https://a.example/7" type="application/atom+xml"/>',
        '<a:link rel="alternate" type="text/plain" href="https://a.example/8"/>',
        '<a:link rel="hub" href="https://hub.example/"/>',
        '<a:link rel="enclosure" href="https://a.example/9.mp3" length="1"/>',
    ]
)
TYPES = ("", "", ' type="text"', ' type="html"', ' type="html"', ' type="text/plain"')
RSS_PARTS = [
    element("title", TEXT, ("", "", "", ' type="html"')),
    element("link", LINKS),
    element("guid", LINKS, ("", ' isPermaLink="false"', ' isPermaLink="true"')),
    element("pubDate", DATES["RSS"]),
    element("description", TEXT),
    element("c:encoded", TEXT),
    element("category", WORDS),
    element("author", WORDS),
    element("source", WORDS, (' url="https://s.example/"',)),
    ATOM_LINK,
]
ATOM_PARTS = [
    element("a:title", TEXT, TYPES),
    element("a:id", LINKS),
    element("a:published", DATES["Atom"]),
    element("a:updated", DATES["Atom"]),
    element("a:summary", TEXT, TYPES),
    element("a:content", TEXT, TYPES),
    element("a:rights", WORDS),
    ATOM_LINK,
]


def body_of(parts: list[st.SearchStrategy[str]]) -> st.SearchStrategy[str]:
    """Some of the parts, in any order, now and then one twice."""
    chosen = st.lists(st.sampled_from(range(len(parts))), max_size=7, unique=True)
    return chosen.flatmap(lambda indices: st.tuples(*(parts[index] for index in indices))).map("".join)


HEAD = 'xmlns:a="http://www.w3.org/2005/Atom" xmlns:c="http://purl.org/rss/1.0/modules/content/"'
RSS_FEEDS = st.builds(
    lambda about, language, items: (
        f'<rss version="2.0" {HEAD}><channel>{about}{language}'
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    ),
    body_of([element("title", TEXT), element("link", LINKS), element("description", TEXT), ATOM_LINK]),
    st.sampled_from(["", "<language>de</language>", "<language>zh_CN</language>"]),
    st.lists(body_of(RSS_PARTS), max_size=3),
)
ATOM_FEEDS = st.builds(
    lambda language, about, entries: (
        f"<a:feed {HEAD}{language}>{about}" + "".join(f"<a:entry>{entry}</a:entry>" for entry in entries) + "</a:feed>"
    ),
    st.sampled_from(["", ' xml:lang="en"', ' xml:lang="zh_CN"', ' xml:lang=""']),
    body_of([element("a:title", TEXT, TYPES), element("a:id", LINKS), element("a:subtitle", TEXT), ATOM_LINK]),
    st.lists(body_of(ATOM_PARTS), max_size=3),
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(RSS_FEEDS, ATOM_FEEDS))
def test_generated_feeds_read_alike(text: str) -> None:
    check(text.encode())
