"""Other articles set into the text of one: cards that are a link as a whole, and linked headlines among paragraphs.

In: the tree of a page. Out: the same tree without them, and what was removed. No word announces them; what they are
shows in that all of their text is a link, and that the prose goes on behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from parsers.furniture import HEADLINE_WORDS, is_sentence, size
from parsers.measures import holds_headline, is_attached, linked_share, take_out, text_of
from parsers.types import Removed
from parsers.xpath import elements

CARD_WORDS = 60  # a headline, a sentence under it, a date
LEAST_WORDS = 5  # of a headline; fewer may be a term that is explained elsewhere
HEADLINE = 250  # characters; a headline is not longer
PROSE_WORDS = 12  # of a paragraph before it
ROUND_UP = (
    3  # where more than one paragraph of so many is a linked headline, they are the headings of a round-up of news
)

_CARDS = elements("/html/body/descendant::a[div or p or h2 or h3 or h4 or h5 or section or article or header or aside]")
_LINKED = elements("/html/body/descendant::p[descendant::a]")


def drop_cards(tree: HtmlElement) -> list[Removed]:
    """Take linked cards and linked headlines out of `tree`; what was taken, with the rules."""
    return [*_drop_cards(tree), *_drop_pointers(tree)]


def _drop_cards(tree: HtmlElement) -> Iterator[Removed]:
    for card in _CARDS(tree):
        if is_attached(card) and size(text_of(card)) <= CARD_WORDS and not holds_headline(card):
            yield from take_out([card], "a card that is a link")


def _drop_pointers(tree: HtmlElement) -> Iterator[Removed]:
    """A headline among paragraphs, linked as a whole; one in brackets has them outside of the link."""
    found = dict.fromkeys(line for line in _LINKED(tree) if _is_linked_headline(line))
    for parent in dict.fromkeys(line.getparent() for line in found):
        paragraphs = parent.findall("p")
        lines = [at for at, paragraph in enumerate(paragraphs) if paragraph in found]
        if len(lines) * ROUND_UP > len(paragraphs):
            continue
        prose = [at for at, paragraph in enumerate(paragraphs) if paragraph not in found and _is_prose(paragraph)]
        for at in lines if prose else ():
            if at > prose[0]:
                yield from take_out([paragraphs[at]], "a linked headline among paragraphs")


def _is_linked_headline(line: HtmlElement) -> bool:
    text = text_of(line).strip("[]()【】「」 ")
    if len(text) > HEADLINE:
        return False
    headline = LEAST_WORDS <= size(text) <= HEADLINE_WORDS and not is_sentence(text)
    return headline and linked_share(line) >= 0.9


def _is_prose(paragraph: HtmlElement) -> bool:
    return size(text_of(paragraph)) >= PROSE_WORDS and linked_share(paragraph) < 0.5
