"""한국경제 (Korea Economic Daily): news of business in Korean. A line break ends a paragraph there."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("hankyung.com", "magazine.hankyung.com"),
    layouts=(
        Layout(
            body="#articletxt",
            title="h1.headline",
            drop=(".ad-area-wrap", ".article-ad", ".relation-news", "iframe"),
        ),
    ),
    hours_ahead=9,
)
