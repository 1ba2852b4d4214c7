"""Subscriptions go out as OPML and come back the same; what attacks the reader comes back as a refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.opml import read_opml, write_opml
from parsers.errors import SeedInvalid
from parsers.plain import line

TITLES = st.text(max_size=40).map(line).filter(bool)
FEEDS = st.lists(
    st.tuples(TITLES, st.integers(0, 10**6).map("https://a.example/{}?a=1&b=2".format)),
    unique_by=lambda feed: feed[1],
    max_size=10,
)


@given(FEEDS)
def test_what_goes_out_comes_back(feeds: list[tuple[str, str]]) -> None:
    assert list(read_opml(write_opml(feeds))) == feeds


def test_folders_are_opened_and_other_outlines_left() -> None:
    text = """<?xml version="1.0" encoding="UTF-8"?><opml version="1.1"><body>
    <outline text="Cars"><outline text="A" xmlUrl="https://a.example/rss"/>
    <outline title="Better" text="B" xmlurl="https://b.example/rss"/></outline>
    <outline text="again" xmlUrl="https://a.example/rss"/>
    <outline text="script" xmlUrl="javascript:alert(1)"/><outline text="a note"/></body></opml>"""
    assert read_opml(text) == (("A", "https://a.example/rss"), ("Better", "https://b.example/rss"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not well-formed"),
        ("<opml><body>", "not well-formed"),
        ("<html></html>", "not OPML"),
        ("x" * 6_000_000, "larger than 5 MB"),
    ],
)
def test_what_is_no_opml_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(SeedInvalid, match=reason) as raised:
        read_opml(text, "mine.opml")
    assert raised.value.url == "mine.opml"


def test_entities_bring_nothing_in() -> None:
    text = """<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yy">]>
    <opml><body><outline text="A" xmlUrl="https://a.example/rss"/>&x;</body></opml>"""
    assert read_opml(text) == (("A", "https://a.example/rss"),)
