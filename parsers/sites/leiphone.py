"""雷峰网 (Leiphone): news of technology in Chinese."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("leiphone.com", "m.leiphone.com"),
    layouts=(
        Layout(
            body=".article-lead, .lph-article-comView",
            title="h1.headTit",
            published=".article-title .time, .msg .time",
            drop=(".article-copyright", ".lph-relatedArticle"),
        ),
    ),
    hours_ahead=8,
)
