"""Push (WebSub, W3C 2018). In: the links of a feed and of the answer that brought it. Out: its hub and its topic."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.addresses import absolute_url
from parsers.types import Capture

_LINK_HEADER = re.compile(r'<([^<>]{1,2048})>[^<>]{0,200}?;\s{0,9}rel="?(hub|self)"?', re.IGNORECASE)


def hub_and_topic(capture: Capture, links: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The hub's address and the feed's own as the hub knows it, or twice "".

    `links` are (relation, address) as the feed has them; of a relation the first counts. What the feed itself does not
    say, the answer's Link header may (WebSub, 4).
    """
    said: dict[str, str] = {}
    for relation, url in (*links, *_link_headers(capture)):
        said.setdefault(relation, url)
    hub = absolute_url(said.get("hub", ""), capture.final_url)
    return hub, absolute_url(said.get("self", ""), capture.final_url) if hub else ""


def _link_headers(capture: Capture) -> Iterable[tuple[str, str]]:
    found = (_LINK_HEADER.findall(value) for name, value in capture.headers if name == "link")
    return ((relation.lower(), url) for links in found for url, relation in links)
