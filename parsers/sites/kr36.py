"""36氪 (36Kr): news of Chinese companies and their money."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("36kr.com", "m.36kr.com"),
    layouts=(
        Layout(
            body=".articleDetailContent",
            title="h1.article-title",
            drop=(".article-footer-txt", ".similar-recommend", ".article-copyright"),
        ),
    ),
    hours_ahead=8,
)
