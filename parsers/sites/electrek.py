"""Electrek: news of electric transport. The theme calls the text `post-content`; until 2019 it was `post-body`."""

from datetime import date

from parsers.sites import Layout, Site

_DROP = (".ad-disclaimer-container", ".after_disclaimer_placement", ".google-news-link", ".newsletter-signup", "iframe")

SITE = Site(
    hosts=("electrek.co",),
    layouts=(
        Layout(body=".post-content", title="h1.h1, h1", drop=_DROP),
        Layout(body=".post-body", drop=_DROP, valid_until=date(2019, 12, 31)),
    ),
)
