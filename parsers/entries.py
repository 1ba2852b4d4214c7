"""Items become entries. In: what a format's reader found, raw. Out: entries, clean, bounded, dated and told apart.

Every form of feed goes through here, so that a story has the same identity in RSS, Atom, JSON and a sitemap.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from parsers.addresses import absolute_url, canonical_url
from parsers.plain import clean, line, text_of
from parsers.types import Capture, Entry

MAX_ENTRIES = 500
MAX_TITLE = 500  # characters
MAX_SUMMARY = 2_000
MAX_CONTENT = 1_000_000
MAX_ID = 512
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web: a date that somebody's program made up
TOMORROW = timedelta(hours=24)  # no time zone is further ahead of the clock that stamped the capture


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as its format has it: nothing cleaned, nothing checked."""

    guid: str = ""
    link: str = ""
    title: str = ""  # text or HTML
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""  # text or HTML
    content: str = ""  # HTML
    language: str = ""


def finish(drafts: Iterable[Draft], capture: Capture, home: str = "", language: str = "") -> tuple[Entry, ...]:
    """The entries of a feed, in its order, each once, at most MAX_ENTRIES.

    `home` is the feed's own page: a link that only leads there says nothing of the item. `language` is the feed's, for
    items that name none. A date after tomorrow is taken for tomorrow, as seen from the capture; one before the web is
    no date.
    """
    taken = list(islice(drafts, MAX_ENTRIES))
    urls = [canonical_url(absolute_url(draft.link, capture.final_url)) for draft in taken]
    latest = capture.fetched_at + TOMORROW
    entries: dict[str, Entry] = {}
    for draft, url, name in zip(taken, urls, _identities(taken, urls, canonical_url(home)), strict=True):
        entries.setdefault(name, _entry(draft, name, url, draft.language or language, latest))
    return tuple(entries.values())


def sane(moment: datetime | None, latest: datetime) -> datetime | None:
    """A date that a release can have; None for one from before the web."""
    return min(moment, latest) if moment and moment >= OLDEST else None


def _entry(draft: Draft, name: str, url: str, language: str, latest: datetime) -> Entry:
    return Entry(
        id=name,
        url=url,
        title=text_of(draft.title, MAX_TITLE),
        published=sane(draft.published, latest),
        updated=sane(draft.updated, latest),
        summary=text_of(draft.summary, MAX_SUMMARY),
        content=clean(draft.content[:MAX_CONTENT]),
        language=line(language, 35),  # the longest tag of BCP 47 that is in use
    )


def _identities(drafts: Sequence[Draft], urls: Sequence[str], home: str) -> list[str]:
    """What each item is known by from poll to poll.

    The canonical link first: programs renew guids at every poll, or give one to several stories, far more often than
    they renew links. The guid where the link is missing, leads home, or is shared by items that differ in guid. Last a
    digest of the words.
    """
    marks = [draft.guid or draft.title for draft in drafts]
    shared = Counter(url for url, _ in set(zip(urls, marks, strict=True)))
    return [
        url if url and url != home and shared[url] == 1 else _without_link(draft, url)
        for draft, url in zip(drafts, urls, strict=True)
    ]


def _without_link(draft: Draft, url: str) -> str:
    guid = line(draft.guid)
    if guid and len(guid) <= MAX_ID:
        return guid
    words = (text_of(text) for text in (draft.title, draft.summary, draft.content))  # markup changes from day to day
    return "sha256:" + hashlib.sha256("\x1f".join((guid, url, *words)).encode()).hexdigest()
