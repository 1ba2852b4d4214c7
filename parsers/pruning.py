"""Furniture that its words announce, taken out of a page's tree before the article is looked for.

In: the tree of a page. Out: the same tree without it, and what was removed. The general reader judges elements by their
attributes and links and never by what they say; here the words decide where furniture begins (`parsers.furniture`), and
links and prose how far it reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lxml.etree import _ElementUnicodeResult
from lxml.html import HtmlElement

from parsers.furniture import TEASER_WORDS, Lexicon, Reading, Sign, is_opening, is_sentence, lexicon_for, read_line, size
from parsers.types import Removed
from parsers.xpath import elements, strings

MAX_HEADING = 300  # characters; what announces is not longer
MENU_LINKS = 3  # a page's header has more
BOX_WORDS = 120  # a box around an e-mail field is not longer
PROSE_WORDS = 60  # a paragraph without links of this size is the article's
HEADLINE_WORDS = 25  # a teaser's headline is not longer
MAX_LOOSE_WORDS = 150  # a list of teasers without links is not longer

_TEXTS = strings("/html/body/descendant::text()")
_CHROME = elements(
    "/descendant::nav | /descendant::footer | /descendant::header"
    " | /descendant::*[@role='navigation' or @role='banner' or @role='contentinfo']"
)
_CLASSES = strings("/html/body/descendant::*/@class")
_PROMOTION = re.compile(
    r"(?:^|[-_ ])(?:promos?|promotion|newsletter|sign-?up|recirc|recirculation|outbrain|taboola|cta|most-?read|most-?popular"
    r"|trending|related-?(?:posts?|articles?|news|stories|content|links)|you-?may-?like|read-?(?:more|next)|advert(?:isement)?"
    r"|sponsored|paywall|cookie-?(?:banner|consent|notice)|gdpr|feed-links|post-feeds|breadcrumbs?|sr-only|screen-reader(?:-text)?|visually-?hidden)(?:$|[-_ ])",
    re.I,
)
_MAIL_FIELDS = elements("/descendant::input[@type='email' or contains(@name, 'email') or contains(@placeholder, 'mail')]")
_PARAGRAPHS = elements(
    "descendant::p | descendant::blockquote | descendant::li | descendant::td"
    " | descendant::div[not(descendant::div or descendant::p or descendant::ul)]"
)
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "big", "button", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "svg", "time", "u", "use", "path", "img",
})  # fmt: skip
_WHOLE = frozenset({"html", "body", "main", "article", "form"})
_CELLS = frozenset({"td", "th", "dt", "dd", "figcaption", "caption", "tr", "tbody", "table"})
_BOXES = frozenset({"div", "section", "aside", "p", "ul", "span"})
_CONTROLS = frozenset({"a", "button", "label"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def prune(tree: HtmlElement, language: str) -> list[Removed]:
    """Take announced furniture out of `tree`; what was taken, with the rules."""
    removed = [*_drop_chrome(tree), *_drop_mail_boxes(tree), *_drop_promotions(tree)]
    for node in list(_announcements(tree, lexicon_for(language))):
        removed.extend(_drop_announced(*node))
    return removed


# --- finding --------------------------------------------------------------------------------------------------------


def _announcements(tree: HtmlElement, lexicon: Lexicon) -> Iterator[tuple[HtmlElement, Reading]]:
    """Elements whose words announce something, in the order of the page. Each is read once."""
    seen: set[HtmlElement] = set()
    for text in cast("list[_ElementUnicodeResult]", _TEXTS(tree)):
        if not 1 < len(text) < MAX_HEADING or not is_opening(text, lexicon):
            continue
        for element in _candidates(text):
            if element in seen:
                break
            seen.add(element)
            line = _text(element)
            if len(line) <= MAX_HEADING and (reading := read_line(line, lexicon)):
                yield element, reading
                break


def _candidates(text: _ElementUnicodeResult) -> Iterator[HtmlElement]:
    """The line that the text opens; else the widest inline element in it, such as a bold lead within a paragraph."""
    element = text.getparent()
    top = None
    while element is not None and element.tag in _INLINE:
        top, element = element, element.getparent()
    if element is not None and not (text.is_tail and top is None):
        yield element
    if top is not None:
        yield top


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- taking out -----------------------------------------------------------------------------------------------------


def _drop_announced(element: HtmlElement, reading: Reading) -> Iterator[Removed]:
    if not _attached(element) or element.tag in _WHOLE or element.tag in _CELLS:
        return
    sign = Sign.LABEL if reading.sign is Sign.HEAD and _is_control(element) else reading.sign
    match sign:
        case Sign.LABEL if element.tag not in _INLINE or _stands_alone(element):
            yield from _drop([element], reading)
        case Sign.LEAD:
            yield from _drop(_pointer(element), reading)
        case Sign.HEAD if element.tag not in _INLINE or _opens_block(element):
            yield from _drop(_list_of(element), reading)


def _is_control(element: HtmlElement) -> bool:
    """Whether it is a button or a link to more and no heading over anything."""
    if element.tag in _HEADINGS or element.getparent().tag in _HEADINGS:
        return False
    return element.tag in _CONTROLS or _linked_share(element) > 0.9 or element.find(".//button") is not None


def _stands_alone(element: HtmlElement) -> bool:
    """Whether an inline control is one of a row of links and no word of a sentence."""
    return element.tag in _CONTROLS and _linked_share(element.getparent()) > 0.8


def _attached(element: HtmlElement) -> bool:
    return any(ancestor.tag == "body" for ancestor in element.iterancestors())


def _drop(elements: list[HtmlElement], reading: Reading) -> Iterator[Removed]:
    for element in elements:
        text = _text(element)
        element.drop_tree()
        if text:
            yield Removed(text, reading.rule)


def _pointer(element: HtmlElement) -> list[HtmlElement]:
    """A lead and the link it points with: a line of its own, or an inline element and the links right after it."""
    links = []
    if element.tag in _INLINE:
        for sibling in element.itersiblings():
            if sibling.tag != "a" or (sibling.getprevious().tail or "").strip(" :|»>–-"):
                break
            links.append(sibling)
    if element.tag in _INLINE and not links and not _links(element):
        return []
    return [element, *links]


def _opens_block(element: HtmlElement) -> bool:
    """An inline heading leads what follows only if blocks follow: `<b>Related</b><ul>...`, not a bold word in a text."""
    follower = element.getnext()
    return follower is not None and follower.tag not in _INLINE and not (element.tail or "").strip(" :")


def _list_of(heading: HtmlElement) -> list[HtmlElement]:
    """The heading with its list: the box around both, else the siblings after the heading that are teasers."""
    box = heading
    while (parent := box.getparent()) is not None and _is_box(parent, box):
        box = parent
    if len(_text(box)) > len(_text(heading)) + 8:
        return [box]
    return [box, *_teasers_after(box)]


def _is_box(parent: HtmlElement, first: HtmlElement) -> bool:
    """Whether `parent` begins with `first` and holds no article."""
    if parent.tag in _CELLS or (parent.text or "").strip():
        return False
    if parent.tag in _WHOLE and not (parent.tag == "article" and parent.find(".//article") is not None):
        return False
    before = (sibling.text_content() + (sibling.tail or "") for sibling in first.itersiblings(preceding=True))
    return not any(text.strip() for text in before) and not _holds_article(parent)


def _holds_article(element: HtmlElement) -> bool:
    """Long prose without links, more short prose than links, or much text hardly any of which is linked."""
    if element.find(".//h1") is not None:
        return True
    if element.find(".//article//article") is not None or len(element.findall("article")) > 1:
        return False
    links = _links(element)
    prose = [size(_text(p)) for p in _PARAGRAPHS(element) if not _links(p) and p.getparent().tag != "a"]
    if any(words > PROSE_WORDS for words in prose) or sum(words >= 20 for words in prose) > len(links) + 2:
        return True
    return size(_text(element)) > MAX_LOOSE_WORDS and _linked_share(element) < 0.2


def _links(element: HtmlElement) -> list[HtmlElement]:
    return [link for link in element.iter("a") if link.text_content().strip()]


def _linked_share(element: HtmlElement) -> float:
    """Share of the text that is linked."""
    if element.tag == "a" or element.getparent().tag == "a":
        return 1.0
    whole = len(_text(element))
    return sum(len(_text(link)) for link in _links(element)) / whole if whole else 0.0


def _teasers_after(heading: HtmlElement) -> list[HtmlElement]:
    """Siblings after the heading, up to the article's prose or a heading of its own."""
    teasers: list[HtmlElement] = []
    for sibling in heading.itersiblings():
        if not _is_teaser(sibling, bool(teasers)):
            break
        teasers.append(sibling)
        if (sibling.tail or "").strip():
            break
    return teasers


def _is_teaser(element: HtmlElement, follows_teaser: bool) -> bool:
    text = _text(element)
    if not text:
        return True
    if _linked_share(element) >= 0.5:
        return True
    if element.tag in _HEADINGS or _holds_article(element):
        return False
    if element.tag == "p":
        return not is_sentence(text) and size(text) <= HEADLINE_WORDS or follows_teaser and _sums_up_a_teaser(element)
    return bool(_links(element)) or not is_sentence(text) and size(text) <= HEADLINE_WORDS


def _sums_up_a_teaser(element: HtmlElement) -> bool:
    """A short paragraph between two linked headlines, or after the last of them."""
    before, after = element.getprevious(), element.getnext()
    if size(_text(element)) > TEASER_WORDS or before is None or _linked_share(before) < 0.5:
        return False
    return after is None or _linked_share(after) >= 0.5


def _drop_chrome(tree: HtmlElement) -> Iterator[Removed]:
    """Navigation, and headers and footers of the page; those of an article or a quotation stay."""
    for element in _CHROME(tree):
        if not _attached(element) or element.find(".//h1") is not None:
            continue
        within = {ancestor.tag for ancestor in element.iterancestors()} & {"article", "blockquote", "figure"}
        if element.tag == "header" and len(_links(element)) < MENU_LINKS:
            continue
        if within and element.tag != "nav" and _linked_share(element) < 0.5:
            continue
        if not any(size(_text(p)) > PROSE_WORDS and not _links(p) for p in element.iter("p")):
            yield from _drop([element], Reading(Sign.LABEL, f"<{element.tag}> of the page"))


def _drop_promotions(tree: HtmlElement) -> Iterator[Removed]:
    """Small boxes that their class names call a promotion, and that hold no article."""
    for name in cast("list[_ElementUnicodeResult]", _CLASSES(tree)):
        found = _promotion(str(name))
        element = name.getparent() if found else None
        if element is None or element.tag not in _BOXES or not _attached(element):
            continue
        if not _holds_article(element) and size(_text(element)) <= BOX_WORDS:
            yield from _drop([element], Reading(Sign.LABEL, f"class {found}"))


@lru_cache(maxsize=4096)
def _promotion(name: str) -> str:
    """The word in a class attribute that tells of a promotion, or ""; pages use few names many times."""
    found = _PROMOTION.search(name)
    return found.group().strip(" -_") if found else ""


def _drop_mail_boxes(tree: HtmlElement) -> Iterator[Removed]:
    """The box around a field for an e-mail address: newsletters, logins, comment forms."""
    for field in _MAIL_FIELDS(tree):
        box = field
        while (parent := box.getparent()) is not None and _attached(parent) and (parent.tag == "form" or parent.tag not in _WHOLE):
            if size(parent.text_content()) > BOX_WORDS or parent.find(".//h1") is not None:
                break
            box = parent
        if _attached(box) and (text := _text(box)):
            box.drop_tree()
            yield Removed(text, "box around an e-mail field")
