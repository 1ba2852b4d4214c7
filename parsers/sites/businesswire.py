"""Business Wire: press releases."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("businesswire.com",),
    layouts=(
        Layout(
            body=".bw-release-story",
            title="h1.bw-release-title, h1.epi-fontLg",
            published=".bw-release-timestamp time",
            drop=(".bw-release-contact", ".bw-related-news", ".bw-social-sharing"),
        ),
    ),
)
