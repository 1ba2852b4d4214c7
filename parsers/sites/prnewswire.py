"""PR Newswire: press releases."""

from parsers.sites import Layout, Site

SITE = Site(
    hosts=("prnewswire.com", "prnewswire.co.uk", "prnasia.com"),
    layouts=(
        Layout(
            body="section.release-body",
            title=".release-header h1, h1",
            drop=(".share-block", ".dynamic-content", "#PURL", ".also-from"),
        ),
    ),
)
