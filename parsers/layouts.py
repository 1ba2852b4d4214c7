"""A page of a site whose layout we know, cut down to its article.

In: a page's text, its site, and the day it was fetched. Out: title, time and article as the site's selectors find them,
or None where no layout fits: then the general reader has the whole page. What is found still passes the general reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from bs4 import BeautifulSoup, Tag

from parsers.sites import Layout, Site, layouts_on
from parsers.times import read_time
from parsers.types import Removed

MIN_TEXT = 60  # characters; a selector that finds less has found an empty shell


@dataclass(frozen=True, slots=True)
class Cut:
    """What a layout found. `title` is "" and `published` None where the layout does not say."""

    html: str
    title: str
    published: datetime | None
    removed: tuple[Removed, ...]


def cut_page(page: str, site: Site, day: date) -> Cut | None:
    """The article of a page by the first of its site's layouts of that day that fits."""
    soup = BeautifulSoup(page, "lxml")
    cuts = (_cut(soup, layout, timedelta(hours=site.hours_ahead)) for layout in layouts_on(site, day))
    return next((cut for cut in cuts if cut), None)


def _cut(soup: BeautifulSoup, layout: Layout, ahead: timedelta) -> Cut | None:
    bodies = soup.select(layout.body)
    if len("".join(body.get_text() for body in bodies).strip()) < MIN_TEXT:
        return None
    title = soup.select_one(layout.title) if layout.title else None
    published = soup.select_one(layout.published) if layout.published else None
    dropped = [tag for body in bodies for selector in layout.drop for tag in body.select(selector)]
    removed = tuple(Removed(_text(tag), "layout of the site") for tag in dropped if _text(tag))
    for tag in dropped:
        tag.extract()
    html = "".join(str(body) for body in bodies)
    return Cut(html, _text(title) if title else "", _time(published, ahead) if published else None, removed)


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _time(tag: Tag, ahead: timedelta) -> datetime | None:
    return read_time(tag.get("datetime") or tag.get("content") or _text(tag), timezone(ahead))
