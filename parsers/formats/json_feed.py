"""JSON Feed, versions 1 and 1.1 (jsonfeed.org). In: a capture. Out: a feed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from parsers.addresses import absolute_url
from parsers.entries import Draft, finish
from parsers.errors import FeedUnreadable
from parsers.formats.dates import moment
from parsers.plain import line
from parsers.types import Capture, Feed


def looks_so(body: bytes) -> bool:
    """Whether the bytes open a JSON object."""
    return body[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read(capture: Capture) -> Feed:
    """Raises FeedUnreadable for JSON that is broken, nested without end, or no feed."""
    data = _object(capture)
    if "jsonfeed.org/version/" not in _text(data.get("version")) or not isinstance(data.get("items"), list):
        raise FeedUnreadable(capture.url, "JSON, but not a JSON Feed")
    home = absolute_url(_text(data.get("home_page_url")), capture.final_url)
    language = _text(data.get("language"))
    hub = next((hub for hub in _objects(data.get("hubs")) if _text(hub.get("type")).lower() == "websub"), {})
    return Feed(
        title=line(_text(data.get("title")), 500),
        url=home,
        language=line(language, 35),
        entries=finish((_draft(item) for item in _objects(data["items"])), capture, home, language),
        hub=absolute_url(_text(hub.get("url")), capture.final_url),
        hub_topic=absolute_url(_text(data.get("feed_url")), capture.final_url),
    )


def _object(capture: Capture) -> Mapping[str, Any]:
    try:
        data = json.loads(capture.body)
    except (ValueError, RecursionError) as error:
        raise FeedUnreadable(capture.url, f"broken JSON: {line(str(error), 200)}") from error
    return data if isinstance(data, dict) else {}


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """Also numbers: feeds in the wild write `"id": 1`, which version 1 of the standard asks readers to accept."""
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _draft(item: Mapping[str, Any]) -> Draft:
    words = _text(item.get("content_text"))
    return Draft(
        guid=_text(item.get("id")),
        link=_text(item.get("url")) or _text(item.get("external_url")),
        title=_text(item.get("title")),
        published=moment(item.get("date_published")),
        updated=moment(item.get("date_modified")),
        summary=_text(item.get("summary")) or words,
        content=_text(item.get("content_html")),
        language=_text(item.get("language")),
    )
