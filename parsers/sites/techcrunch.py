"""TechCrunch: news of young companies. Laid out anew in May 2024, as blocks of WordPress."""

from datetime import date

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("techcrunch.com",),
    layouts=(
        Layout(
            body=".entry-content.wp-block-post-content",
            drop=(".wp-block-techcrunch-inline-cta", ".ad-unit", ".wp-block-tc-ads-ad-slot", "aside"),
        ),
        Layout(
            body=".article-content",
            title="h1.article__title",
            drop=(".piano-inline-promo", ".embed-wrapper", "aside"),
            valid_until=date(2024, 5, 8),
        ),
    ),
)
