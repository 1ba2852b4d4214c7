"""Feeds of every form, sound and broken, become the entries that their cases promise."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.addresses import absolute_url, canonical_url
from parsers.entries import MAX_ENTRIES, MAX_TITLE
from parsers.errors import FeedUnreadable
from parsers.feed import find_feeds, read_feed, read_list
from parsers.plain import line, text_of
from parsers.types import Capture

CASES = Path(__file__).parent / "cases" / "feeds"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def capture(body: bytes | str, media_type: str = "application/rss+xml", charset: str = "") -> Capture:
    data = body.encode() if isinstance(body, str) else body
    url = "https://feeds.example/feed.xml"
    return Capture(url, url, NOON, 200, (), media_type, charset, data, hashlib.sha256(data).hexdigest())


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def rss(items: str) -> str:
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


def item(number: int, rest: str = "") -> str:
    return f"<item><title>Story {number}</title><link>https://a.example/{number}</link>{rest}</item>"


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml") if path.stem != "unreadable"))
def test_a_feed_is_read_as_its_case_says(name: str) -> None:
    case = load(name)
    body = case["body"].encode(case.get("encoding", "utf-8"))
    if "cut" in case:
        body = body.replace(case["cut"].encode(), case["cut"].encode()[:2])
    feed = read_feed(capture(body, case["media_type"], case.get("charset", "")))
    expected = case.get("feed", {})
    for key, value in expected.items():
        found = getattr(feed, key)
        assert found.startswith(value) if key == "fault" and value else found == value, key
    assert len(feed.entries) == len(case["entries"])
    for entry, wanted in zip(feed.entries, case["entries"], strict=True):
        for key, value in wanted.items():
            assert getattr(entry, key) == (None if value == "none" else value), (key, entry)


@pytest.mark.parametrize("case", load("unreadable")["case"], ids=lambda case: case["reason"])
def test_what_is_no_feed_is_refused_in_words(case: dict[str, str]) -> None:
    with pytest.raises(FeedUnreadable, match=case["reason"]) as raised:
        read_feed(capture(case["body"]))
    assert raised.value.url == "https://feeds.example/feed.xml"


def test_a_body_that_is_a_path_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(rss(item(1)))
    with pytest.raises(FeedUnreadable):
        read_feed(capture(str(secret)))


def test_of_a_feed_without_end_the_newest_entries_are_taken() -> None:
    feed = read_feed(capture(rss("".join(item(number) for number in range(MAX_ENTRIES + 40)))))
    assert [entry.title for entry in feed.entries][:2] == ["Story 0", "Story 1"]
    assert len(feed.entries) == MAX_ENTRIES
    assert feed.fault == f"40 entries beyond the newest {MAX_ENTRIES} were left out"


def test_of_a_long_feed_from_old_to_new_the_end_is_taken() -> None:
    days = (item(n, f"<pubDate>Mon, 01 Jan {2000 + n // 30:04} 00:00:00 GMT</pubDate>") for n in range(600))
    feed = read_feed(capture(rss("".join(days))))
    assert feed.entries[-1].title == "Story 599"
    assert len(feed.entries) == MAX_ENTRIES


def test_a_title_of_ten_megabytes_is_cut() -> None:
    feed = read_feed(capture(rss(f"<item><title>{'电' * 3_000_000}</title></item>")))
    assert feed.entries[0].title == "电" * MAX_TITLE + "…"


def test_a_body_past_the_cap_is_refused() -> None:
    with pytest.raises(FeedUnreadable, match="larger than 10 MB"):
        read_feed(capture(rss(f"<item><title>{'x' * 11_000_000}</title></item>")))


def test_entities_that_multiply_do_not() -> None:
    names = "abcdefghij"
    chain = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    body = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100}">{chain}]>' + rss("<item><title>&j;</title></item>")
    assert len(read_feed(capture(body)).entries[0].title) <= MAX_TITLE + 1


def test_deep_markup_in_a_description_keeps_its_words() -> None:
    deep = "&lt;div&gt;" * 10_000 + "10 billion" + "&lt;/div&gt;" * 10_000
    assert read_feed(capture(rss(f"<item><description>{deep}</description></item>"))).entries[0].summary == "10 billion"


def test_an_unstable_guid_and_an_edited_title_keep_the_identity() -> None:
    first, second = (
        read_feed(capture(rss(f"<item><guid>{guid}</guid><title>{title}</title><link>{link}</link></item>")))
        for guid, title, link in (
            ("urn:1", "Ten", "https://a.example/x?utm_source=a"),
            ("urn:2", "Ten [5 comments]", "https://A.example/x#comments"),
        )
    )
    assert first.entries[0].id == second.entries[0].id


def test_a_hub_named_by_the_server_counts() -> None:
    link = '<https://hub.example/>; rel="hub", <https://feeds.example/feed.xml>; rel="self"'
    bare = capture(rss(item(1)))
    named = Capture(**{slot: getattr(bare, slot) for slot in Capture.__slots__} | {"headers": (("link", link),)})
    feed = read_feed(named)
    assert (feed.hub, feed.hub_topic) == ("https://hub.example/", "https://feeds.example/feed.xml")


PAGE = """<html lang="en"><head><title>Acme newsroom</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate stylesheet" type="text/css" href="/x.css">
<link rel="ALTERNATE" type="application/atom+xml" title="News" href="/atom">
</head><body><a href="/press/rss.xml">RSS</a> <a href="/about">About</a>
<ul><li class="story"><h3>Plant for 2 billion</h3><time datetime="2024-03-01">1 March</time>
<a href="/n/1?utm_source=list">Read more</a></li>
<li class="story"><a href="/n/2">Second story</a></li><li class="story">no link</li></ul></body></html>"""


def test_a_page_names_its_feeds_the_likeliest_first() -> None:
    assert find_feeds(capture(PAGE, "text/html")) == (
        ("https://feeds.example/atom", "News"),
        ("https://feeds.example/press/rss.xml", "RSS"),
        ("https://feeds.example/comments/feed", "Comments"),
    )


def test_a_list_page_is_read_as_a_feed() -> None:
    feed = read_list(capture(PAGE, "text/html"), "li.story")
    assert [(entry.url, entry.title) for entry in feed.entries] == [
        ("https://feeds.example/n/1", "Plant for 2 billion"),
        ("https://feeds.example/n/2", "Second story"),
    ]
    assert feed.entries[0].published == datetime(2024, 3, 1, tzinfo=UTC)
    assert (feed.title, feed.language) == ("Acme newsroom", "en")


def test_a_list_page_that_was_rebuilt_is_told() -> None:
    with pytest.raises(FeedUnreadable, match=r"nothing matches 'div\.gone'"):
        read_list(capture(PAGE, "text/html"), "div.gone")


TREES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=40),
    lambda inner: st.tuples(
        st.sampled_from(["rss", "channel", "item", "title", "link", "guid", "pubDate", "entry", "feed", "description"]),
        st.lists(inner, max_size=4),
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        TREES.map(lambda text: text.encode("utf-8", "replace")),
        st.builds(bytes.__add__, st.sampled_from([b"<urlset>", b"<sitemapindex>", b"{"]), st.binary(max_size=99)),
    )
)
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        feed = read_feed(capture(body))
    except FeedUnreadable:
        return
    for entry in feed.entries:
        assert entry.title == line(entry.title)
        assert entry.url == "" or entry.url.startswith(("http://", "https://"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_plain_text_is_one_line_without_controls_and_stays_so(text: str) -> None:
    plain = text_of(text)
    assert line(plain) == plain
    assert "\n" not in plain
    assert "\x1b" not in plain
    plain.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), max_size=40))
def test_a_canonical_address_is_its_own_canonical_address(path: str) -> None:
    if url := absolute_url(f"https://A.example:443/{path}"):
        assert canonical_url(canonical_url(url)) == canonical_url(url)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://A.example:443/x?utm_source=f&b=2&fbclid=9#comments", "https://a.example/x?b=2"),
        ("http://a.example:80", "http://a.example/"),
        ("https://a.example:8443/x?ref=7&a=%41", "https://a.example:8443/x?ref=7&a=%41"),
        ("https://a.example/#!/news/1", "https://a.example/#!/news/1"),
        ("https://www.google.com/url?q=https://b.example/y?gclid=1&sa=D", "https://b.example/y"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]/x"),
    ],
)
def test_an_address_has_one_form(address: str, canonical: str) -> None:
    assert canonical_url(address) == canonical
