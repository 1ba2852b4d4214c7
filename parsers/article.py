"""The article in a tree: its blocks, by trafilatura. The only module that calls its extraction.

In: a tree that was pruned. Out: the parts of the article in their order, with their kinds. Trafilatura's fast mode goes
first; its slower default only where that found little (measured: the same F1, a quarter faster).
"""

from __future__ import annotations

from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from itertools import groupby
from operator import itemgetter

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG

from parsers.measures import DENSE
from parsers.types import BlockKind
from parsers.xpath import strings

SHORT = 700  # characters; below it the default's other candidates are worth their time
WHOLE = 0.8  # or it is short, and this share of the frame's text, white space included
MISSED = 0.5  # so they are where less than this share of the page's prose was found

_PROSE = strings("/html/body/descendant::text()[string-length(.) > 80]")
_KINDS = {"item": BlockKind.ITEM, "li": BlockKind.ITEM, "quote": BlockKind.QUOTE, "blockquote": BlockKind.QUOTE}

_BREAKS = frozenset({
    "lb", "p", "list", "item", "quote", "head", "table", "row", "br", "div", "section", "li", "ul", "ol", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "cell", "figcaption",
})  # fmt: skip

Part = tuple[str, BlockKind]


def read_articles(
    tree: HtmlElement, frame: HtmlElement, url: str, embedded: str = "", *, dense: bool = False
) -> Iterator[list[Part]]:
    """Readings of the page, likeliest first, each with the kinds of its texts.

    `frame` is the part of the page that is read first, and alone where enough is found in it (`parsers.frame`).
    `embedded` is the text that the page carries for machines: it goes first where the page shows less than half of it.
    `dense` says that the page is in a script of few characters.
    """
    settings = _DENSE_SETTINGS if dense else DEFAULT_CONFIG
    fast = _read(frame, url, settings, fast=True)
    is_enough = _covers(fast, tree, frame, SHORT * (DENSE if dense else 1))
    best = fast if is_enough else _read(tree, url, settings, fast=False)
    best = _own_reading(tree, best) if len(best) == 1 else best
    told = list(_embedded(embedded))
    yield told if _length(best) * 2 < _length(told) else best
    if best is fast:
        yield _read(tree, url, settings, fast=False)
    yield told
    yield best


def plain_parts(tree: HtmlElement) -> list[Part]:
    """All texts of a tree that is an article and nothing else."""
    return list(_parts(tree))


def _covers(found: list[Part], tree: HtmlElement, frame: HtmlElement, least: float) -> bool:
    """Whether a reading is long, or has all of its frame, and leaves no more prose of the page than it takes."""
    length = _length(found)
    if length < least and (frame is tree or length < WHOLE * len(frame.text_content())):
        return False
    return length >= MISSED * sum(map(len, _PROSE(tree)))


def _length(parts: list[Part]) -> int:
    return sum(len(text) for text, _ in parts)


def _embedded(text: str) -> Iterator[Part]:
    for line in text.replace("\r", "\n").split("\n"):
        if plain := _plain(line):
            yield plain, BlockKind.PROSE


def _own_reading(tree: HtmlElement, dumped: list[Part]) -> list[Part]:
    """The paragraphs of the element that has most of them, for pages so short that trafilatura runs all into one."""
    parents: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        parents[parent] = parents.get(parent, 0) + len(paragraph.text_content().strip())
    best = max(parents, key=lambda parent: parents[parent], default=None)
    own = plain_parts(best) if best is not None else []
    return own if len(own) > 1 and _length(own) * 2 > _length(dumped) else dumped


def _dense_settings() -> ConfigParser:
    """Trafilatura mistrusts texts of less than 250 characters: a whole brief in Chinese."""
    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(int(250 * DENSE))
    return settings


_DENSE_SETTINGS = _dense_settings()


def _read(tree: HtmlElement, url: str, settings: ConfigParser, *, fast: bool) -> list[Part]:
    as_text = "txt"  # its format "python" would print the whole text once more
    document = bare_extraction(
        tree, url=url or None, fast=fast, include_comments=False, output_format=as_text, config=settings
    )
    body = getattr(document, "body", None)
    return [] if body is None else list(_parts(body))


def _parts(element: _Element) -> Iterator[Part]:
    """An element's text, one part a line. Blocks end lines, and so does `<br>`: it separates paragraphs on many sites.

    Each text is told once, whatever is nested in what: a table in an item of a list is rows, as anywhere.
    """
    for kind, pieces in groupby(_flow(element, BlockKind.PROSE), key=itemgetter(1)):
        for line in "".join(text for text, _ in pieces).split("\n"):
            if plain := _plain(line):
                yield plain, kind


def _flow(element: _Element, kind: BlockKind) -> Iterator[Part]:
    """Text with line breaks only where the element has them, each piece with the kind of its innermost block."""
    yield (element.text or "").replace("\n", " "), kind
    for child in element:
        if child.tag in _BREAKS:
            yield "\n", kind
        if child.tag == "row" and child.find(".//row") is None:
            yield _row(child), BlockKind.CELL
        else:
            yield from _flow(child, _KINDS.get(child.tag, kind))
        if child.tag in _BREAKS:
            yield "\n", kind
        yield (child.tail or "").replace("\n", " "), kind


def _row(row: _Element) -> str:
    """The cells of a row in one line; a row of a single cell, which only lays out the page, with its own lines."""
    cells = list(row.iter("cell"))
    if len(cells) == 1:
        return "".join(text for text, _ in _flow(cells[0], BlockKind.CELL))
    return " | ".join(filter(None, (_plain(" ".join(map(str, cell.itertext()))) for cell in cells)))


def _plain(text: str) -> str:
    return " ".join(text.split())
