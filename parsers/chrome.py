"""The frame of a page: navigation, headers and footers, boxes that ask for an address or are called a promotion.

In: the tree of a page. Out: the same tree without them, and what was removed. This is what elements, attributes and
class names tell; what the words tell is in `parsers.pruning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from lxml.html import HtmlElement

from parsers.furniture import is_sentence, size
from parsers.measures import (
    PROSE_WORDS,
    WHOLE,
    holds_article,
    holds_headline,
    is_attached,
    linked_share,
    links_of,
    prose_length,
    take_out,
    text_of,
)
from parsers.types import Removed
from parsers.xpath import elements

MENU_LINKS = 3  # a page's header has more, an article's has not
HEADLINE_WORDS = 4  # a headline has more, an entry of a menu mostly not
OFFER_WORDS = 14  # "Now $325 at ..., check price at ..." is not longer
AFTER_LINKS = 60  # words: where the article was printed first, what was corrected
BOX_WORDS = 120  # a box that asks for something is not longer
MOST = 0.5  # and has no more than this share of a page's prose, or it is a short article

_FRAME = elements(
    "/descendant::nav | /descendant::footer | /descendant::header"
    " | /descendant::*/@role[. = 'navigation' or . = 'banner' or . = 'contentinfo']/.."
)
_MAIL_FIELDS = elements(
    "/descendant::input[@type='email' or contains(@name, 'email') or contains(@placeholder, 'mail')]"
)
_LISTS = elements("/html/body/descendant::ul[preceding-sibling::p]")
_BOXES = ("div", "section", "aside", "p", "ul", "span")
_PARTS = frozenset({"article", "blockquote", "figure"})  # with headers and footers of their own
_SPONSORED = elements("/html/body/descendant::a[contains(@rel, 'sponsored') or contains(@rel, 'nofollow')]")
_INLINE_BOXES = frozenset({"a", "span", "strong", "b", "em", "del", "s"})
_OFFER_BLOCKS = frozenset({"p", "div", "a", "li"})
_PRICE = re.compile(r"[$€£¥₹][ \u00a0]?[0-9]|[0-9] ?(?:€|元|円|원)")
_PROMOTION = re.compile(
    r"(?:^|[-_ ])(?:promos?|promotion|newsletter|sign-?up|recirc|recirculation|outbrain|taboola|cta|most-?read"
    r"|most-?popular|trending|related-?(?:posts?|articles?|news|stories|content|links)|you-?may-?like"
    r"|read-?(?:more|next)|advert(?:isement)?|sponsored|paywall|cookie-?(?:banner|consent|notice)|gdpr|feed-links"
    r"|post-feeds|breadcrumbs?|sr-only|screen-reader(?:-text)?|visually-?hidden)(?:$|[-_ ])",
    re.I,
)


def drop_chrome(tree: HtmlElement) -> list[Removed]:
    """Take the frame out of `tree`; what was taken, with the rules."""
    frame = [*_drop_frame(tree)]
    most = prose_length(tree) * MOST
    return [
        *frame,
        *_drop_mail_boxes(tree, most),
        *_drop_promotions(tree, most),
        *_drop_links_at_the_end(tree),
        *_drop_shop_links(tree),
    ]


def _drop_frame(tree: HtmlElement) -> Iterator[Removed]:
    for element in _FRAME(tree):
        if is_attached(element) and _is_frame(element):
            yield from take_out([element], f"<{element.tag}> of the page")


def _is_frame(element: HtmlElement) -> bool:
    """Navigation; a header with a menu; a footer of the page, not of an article or a quotation; never prose."""
    if holds_headline(element) or (element.tag == "header" and len(links_of(element)) < MENU_LINKS):
        return False
    within = any(ancestor.tag in _PARTS for ancestor in element.iterancestors())
    if within and element.tag != "nav" and linked_share(element) < 0.5:
        return False
    return not any(size(text_of(p)) > PROSE_WORDS and not links_of(p) for p in element.iter("p"))


def _drop_mail_boxes(tree: HtmlElement, most: float) -> Iterator[Removed]:
    """The box around a field for an e-mail address: newsletters, logins, comment forms."""
    for field in _MAIL_FIELDS(tree):
        if not is_attached(field):
            continue
        box = field
        while (parent := box.getparent()) is not None and _may_be_box(parent, most):
            box = parent
        yield from take_out([box], "box around an e-mail field")


def _may_be_box(element: HtmlElement, most: float) -> bool:
    if (element.tag in WHOLE and element.tag != "form") or holds_headline(element):
        return False
    return size(element.text_content()) <= BOX_WORDS and prose_length(element) <= most


def _drop_promotions(tree: HtmlElement, most: float) -> Iterator[Removed]:
    """Small boxes that their class names call a promotion, and that hold no article."""
    for element in list(tree.body.iter(*_BOXES)):
        found = _promotion(element.get("class", ""))
        if not found or not is_attached(element) or holds_article(element):
            continue
        if size(text_of(element)) <= BOX_WORDS and prose_length(element) <= most:
            yield from take_out([element], f"class {found}")


def _drop_links_at_the_end(tree: HtmlElement) -> Iterator[Removed]:
    """A list of headlines under paragraphs, each a link as a whole, after which no more than a note comes."""
    for links in _LISTS(tree):
        headlines = len(links) >= 2 and size(text_of(links)) >= HEADLINE_WORDS * len(links)
        if not headlines or linked_share(links) < 0.95:
            continue
        words = accumulate(size(text_of(after)) for after in links.itersiblings())
        if all(count <= AFTER_LINKS for count in words):
            yield from take_out([links], "links at the end")


def _drop_shop_links(tree: HtmlElement) -> Iterator[Removed]:
    """Offers: short blocks with a price and a link that a shop pays for, as its `rel` tells search engines."""
    for link in _SPONSORED(tree):
        block = link
        while block.tag in _INLINE_BOXES and (parent := block.getparent()) is not None:
            block = parent
        if not is_attached(block) or block.tag not in _OFFER_BLOCKS:
            continue
        text = text_of(block)
        if size(text) <= OFFER_WORDS and not is_sentence(text) and _PRICE.search(text):
            yield from take_out([block], "price in a sponsored link")


@lru_cache(maxsize=4096)
def _promotion(name: str) -> str:
    """The word in a class attribute that tells of a promotion, or ""; pages use few names many times."""
    found = _PROMOTION.search(name)
    return found.group().strip(" -_") if found else ""
