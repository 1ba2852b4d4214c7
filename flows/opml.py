"""OPML, the format in which feed readers exchange their subscriptions (opml.org, version 2). Functions of text alone.

In: the text of a file. Out: (title, address of the feed) for each subscription, and back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from parsers.addresses import absolute_url
from parsers.errors import SeedInvalid
from parsers.plain import line

MAX_TEXT = 5_000_000  # bytes; ten thousand subscriptions take one or two


def read_opml(text: str | bytes, name: str = "OPML") -> tuple[tuple[str, str], ...]:
    """Title and address of every feed, in the order of the file, each address once; folders are opened.

    `name` is what the file is called in an error. Raises SeedInvalid for what is no OPML. Entities are not expanded and
    nothing is loaded.
    """
    data = text.encode() if isinstance(text, str) else text
    if len(data) > MAX_TEXT:
        raise SeedInvalid(name, f"larger than {MAX_TEXT // 1_000_000} MB")
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SeedInvalid(name, f"not well-formed: {line(str(error), 200)}") from error
    if root.tag != "opml":
        raise SeedInvalid(name, "not OPML: its outermost element is not <opml>")
    found: dict[str, str] = {}
    for title, url in _subscriptions(root):
        found.setdefault(url, title)
    return tuple((title, url) for url, title in found.items())


def write_opml(feeds: Iterable[tuple[str, str]], title: str = "outlay") -> str:
    """The text of a file that holds `feeds`, as (title, address)."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = line(title)
    body = etree.SubElement(root, "body")
    for name, url in feeds:
        etree.SubElement(body, "outline", type="rss", text=line(name), title=line(name), xmlUrl=line(url))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True).decode()


def _subscriptions(root: etree._Element) -> Iterator[tuple[str, str]]:
    for outline in root.iter("outline"):
        attributes = {str(name).lower(): str(value) for name, value in outline.attrib.items()}  # "xmlurl" is common
        if url := absolute_url(attributes.get("xmlurl", "")):
            yield line(attributes.get("title") or attributes.get("text") or url, 200), url
