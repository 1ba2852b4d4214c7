"""レスポンス (Response): news of the car industry in Japanese. Its publisher's other sites are laid out alike."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("response.jp",),
    layouts=(
        Layout(
            body="article.arti-body",
            title="header.arti-header h1.head",
            published="time.pubdate",
            drop=(".af_box", ".figure-area", ".arti-giga", ".main-ad", "aside"),
        ),
    ),
    hours_ahead=9,
)
