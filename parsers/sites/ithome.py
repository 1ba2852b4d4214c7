"""IT之家: news of technology in Chinese."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("ithome.com",),
    layouts=(
        Layout(
            body="#paragraph",
            title=".fl.content h1, h1, .post_title h1",
            published="#pubtime_baidu",
            drop=(".ad-tips", ".related_post", ".hot_tags", "p.copyright"),
        ),
    ),
    hours_ahead=8,
)
