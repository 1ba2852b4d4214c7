"""The article's frame: the element that holds its paragraphs, made known to the general reader.

In: the tree of a page, pruned. Out: a smaller one of the frame alone, in which it bears a name that the general reader
knows, and what belongs to the article bears none that it mistrusts. That reader judges elements by the names of their
classes and never by what they say: a table in a `w-embed`, an answer in an `accordion-panel-hidden` would be lost, and
so would all lists of an article whose frame has a name of its own. It also walks a page a dozen times: without what
stands around the frame it takes two thirds of its time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from copy import copy
from itertools import chain
from typing import cast

from lxml.etree import SubElement
from lxml.html import HtmlElement
from trafilatura.xpaths import BODY_XPATH

from parsers.furniture import size
from parsers.loose import loosen
from parsers.measures import DENSE, linked_share, text_of
from parsers.xpath import elements

MOST = 0.5  # a frame holds more than this share of what the page's paragraphs say
LINKED = 0.3  # what has more of its text linked is no part of the prose
MIN_PROSE = 200  # characters; shorter pages are left to the general reader's own choice
SENTENCE = 60  # characters; a shorter paragraph may be a label
MIN_WORDS = 8  # a box with fewer is a control
_KNOWN = cast("list[Callable[[HtmlElement], list[HtmlElement]]]", BODY_XPATH)
_COVERS = re.compile("embed|hidden|expand|collaps|accordion|slide|widget|overlay|obfuscated|bar", re.I)

_PARAGRAPHS = elements("/html/body/descendant::p[not(ancestor::a or ancestor::li or descendant::p)]")


def framed(tree: HtmlElement, *, dense: bool = False) -> HtmlElement:
    """A page of the frame alone, uncovered and named; `tree` itself where it has none. `tree` is uncovered too.

    `dense` says that the page is in a script of few characters.
    """
    frame = _frame(tree, DENSE if dense else 1.0)
    if frame is None:
        return tree
    for element in chain(frame.iterancestors("div", "section"), frame.iter("div", "section", "ul", "figure")):
        if _is_covered(element) and _belongs(element):
            _uncover(element)
    around = _known_around(frame)
    if around is None:
        frame.set("itemprop", "articleBody")
    page = tree.makeelement("html")
    SubElement(page, "body").append(copy(frame if around is None else around))
    loosen(page)
    return page


def _frame(tree: HtmlElement, width: float) -> HtmlElement | None:
    """The innermost element that holds more than half of what the page's paragraphs say. Teasers count nothing.

    `width` is the part of an English text's characters that a text of this script has.
    """
    own: Counter[HtmlElement] = Counter()
    for paragraph in _PARAGRAPHS(tree):
        length = len(paragraph.text_content())
        own[paragraph.getparent()] += length if length >= SENTENCE * width else 0
    prose: Counter[HtmlElement] = Counter()
    for parent, length in own.items():
        for holder in chain((parent,), parent.iterancestors()):
            prose[holder] += length
    whole = prose[tree]
    if whole < MIN_PROSE * width:
        return None
    holders = [element for element, length in prose.items() if length > whole * MOST]
    frame = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))
    return None if frame.tag in ("html", "body") else frame


def _known_around(frame: HtmlElement) -> HtmlElement | None:
    """The frame, or the element around it, that the general reader would begin with; None if it knows neither."""
    around = [element for element in (frame, *frame.iterancestors()) if element.tag not in ("html", "body")]
    bare = root = frame.makeelement("body")
    for element in reversed(around):
        bare = SubElement(bare, element.tag, dict(element.attrib))
    first = next(chain.from_iterable(find(root) for find in _KNOWN), None)
    return None if first is None else around[sum(1 for _ in first.iterdescendants())]


def _is_covered(element: HtmlElement) -> bool:
    return bool(_COVERS.search(element.get("class", "")) or _COVERS.search(element.get("id", "")))


def _belongs(element: HtmlElement) -> bool:
    """Whether it is unlinked prose or a table, by what it says."""
    return size(text_of(element)) >= MIN_WORDS and linked_share(element) < LINKED


def _uncover(element: HtmlElement) -> None:
    for attribute in ("class", "id"):
        if names := element.get(attribute):
            element.set(attribute, " ".join(name for name in names.split() if not _COVERS.search(name)))
