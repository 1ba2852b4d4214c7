"""What can be measured of an element of a page: its text, its links, whether it holds an article.

In: elements. Out: texts, counts, shares. Nothing here changes a tree, save `take_out`, which says what it took.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from parsers.furniture import size
from parsers.types import Removed
from parsers.xpath import elements

DENSE = 0.4  # a text in Chinese, Japanese or Korean says as much in this part of an English one's characters
LABEL = 24  # characters; a shorter paragraph may be a label
PROSE_WORDS = 60  # a paragraph without links of this size is the article's
SENTENCE_WORDS = 20  # shorter ones may be a teaser's headline
MAX_LOOSE_WORDS = 150  # a list of teasers without links is not longer

WHOLE = frozenset({"html", "body", "main", "article", "form"})
CELLS = frozenset({"td", "th", "dt", "dd", "figcaption", "caption", "tr", "tbody", "table"})
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "big", "button", "cite", "code", "em", "font", "i", "img", "ins", "label", "mark", "path",
    "q", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "use",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_PARAGRAPHS = elements(
    "descendant::p | descendant::blockquote | descendant::li | descendant::td"
    " | descendant::div[not(descendant::div or descendant::p or descendant::ul)]"
)


def text_of(element: HtmlElement) -> str:
    """All text of an element, in single spaces."""
    return " ".join(str(element.text_content()).split())


def links_of(element: HtmlElement) -> list[HtmlElement]:
    """Links with words to them."""
    return [link for link in element.iter("a") if link.text_content().strip()]


def prose_length(element: HtmlElement) -> int:
    """Characters of the paragraphs that are longer than labels."""
    return sum(length for p in element.iter("p") if (length := len(p.text_content())) >= LABEL)


def linked_share(element: HtmlElement) -> float:
    """Share of the text that is linked, 0 to 1."""
    parent = element.getparent()
    if element.tag == "a" or (parent is not None and parent.tag == "a"):
        return 1.0
    whole = len(text_of(element))
    return sum(len(text_of(link)) for link in links_of(element)) / whole if whole else 0.0


def is_attached(element: HtmlElement) -> bool:
    """Whether it still stands in the body: what it stood in may have been taken out."""
    return any(ancestor.tag == "body" for ancestor in element.iterancestors())


def holds_headline(element: HtmlElement) -> bool:
    return element.find(".//h1") is not None


def holds_article(element: HtmlElement) -> bool:
    """Long prose without links, more short prose than links, or much text hardly any of which is linked."""
    if holds_headline(element):
        return True
    if element.find(".//article//article") is not None or len(element.findall("article")) > 1:
        return False  # a list of articles is none
    prose = [size(text_of(p)) for p in _PARAGRAPHS(element) if not links_of(p) and linked_share(p) == 0]
    sentences = sum(words >= SENTENCE_WORDS for words in prose)
    if any(words > PROSE_WORDS for words in prose) or sentences > len(links_of(element)) + 2:
        return True
    return size(text_of(element)) > MAX_LOOSE_WORDS and linked_share(element) < 0.2


def take_out(chosen: Iterable[HtmlElement], rule: str) -> Iterator[Removed]:
    """Take elements out of their tree; what they said, with the rule."""
    for element in chosen:
        text = text_of(element)
        element.drop_tree()
        if text:
            yield Removed(text, rule)
