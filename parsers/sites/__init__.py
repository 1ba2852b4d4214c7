"""Sites with their own layouts: one file a site, selectors only.

In: nothing. Out: `SITES`, every site by its hosts, found by their place in this package: a new site is a new file with
a `SITE`, and a page for each layout in `tests/cases/sites/`. A site that changes its pages gets a new layout before the
old one, which is then given its last day and stays: captures of its time are read again by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pkgutil import iter_modules


@dataclass(frozen=True, slots=True)
class Layout:
    """CSS selectors of a site's article pages."""

    body: str  # the elements that hold the article, in the order of the page
    title: str = ""  # "" where what the page says of itself is right
    published: str = ""  # an element with a `datetime` or `content` attribute, or whose text is a time
    drop: tuple[str, ...] = ()  # within the body
    valid_until: date | None = None  # the last day on which pages looked so; None for today's layout


@dataclass(frozen=True, slots=True)
class Site:
    """A site and its layouts, newest first."""

    hosts: tuple[str, ...]  # without "www."
    layouts: tuple[Layout, ...]
    hours_ahead: int = 0  # of UTC, where the site prints times without a zone


def layouts_on(site: Site, day: date) -> tuple[Layout, ...]:
    """The layouts that pages of the site may have had on that day, newest first."""
    return tuple(layout for layout in site.layouts if not layout.valid_until or day <= layout.valid_until)


def _sites() -> dict[str, Site]:
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {host: module.SITE for module in modules for host in module.SITE.hosts}


SITES: dict[str, Site] = _sites()
"""By host without "www."."""
