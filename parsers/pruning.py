"""Furniture that its words announce, taken out of a page's tree before the article is looked for.

In: the tree of a page. Out: the same tree without it, and what was removed. The general reader judges elements by their
attributes and links and never by what they say; here the words decide where furniture begins (`parsers.furniture`), and
links and prose how far it reaches.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _ElementUnicodeResult
from lxml.html import HtmlElement

from parsers.furniture import (
    HEADLINE_WORDS,
    TEASER_WORDS,
    Lexicon,
    Reading,
    Sign,
    is_opening,
    is_sentence,
    key,
    lexicon_for,
    read_line,
    size,
)
from parsers.measures import (
    CELLS,
    HEADINGS,
    INLINE,
    WHOLE,
    holds_article,
    holds_headline,
    is_attached,
    linked_share,
    links_of,
    take_out,
    text_of,
)
from parsers.types import Removed
from parsers.xpath import texts

MAX_HEADING = 300  # characters; what announces is not longer

_TEXTS = texts("/html/body/descendant::text()[normalize-space()]")
_CONTROLS = frozenset({"a", "button", "label"})


def prune(tree: HtmlElement, language: str) -> list[Removed]:
    """Take announced furniture out of `tree`, by the words of its language; what was taken, with the rules."""
    found = list(_announcements(tree, lexicon_for(language)))
    return [removed for element, reading in found for removed in _drop_announced(element, reading)]


# --- finding --------------------------------------------------------------------------------------------------------


def _announcements(tree: HtmlElement, lexicon: Lexicon) -> Iterator[tuple[HtmlElement, Reading]]:
    """Elements whose words announce something, in the order of the page. Each is read once."""
    seen: set[HtmlElement] = set()
    for text in _TEXTS(tree):
        if not 1 < len(text) < MAX_HEADING or not is_opening(text, lexicon):
            continue
        for element in _candidates(text):
            if element in seen:
                break
            seen.add(element)
            line = text_of(element)
            if len(line) > MAX_HEADING:
                continue
            if reading := read_line(line, lexicon) or _read_pointer(text, element, lexicon):
                yield element, reading
                break


def _read_pointer(text: str, element: HtmlElement, lexicon: Lexicon) -> Reading | None:
    """A lead that only the link after it sets off: `<p>Read more <a>...</a></p>`."""
    lead = key(text)
    if lexicon.leads.fullmatch(lead) and element.tag not in INLINE and linked_share(element) >= 0.5:
        return Reading(Sign.LEAD, lead)
    return None


def _candidates(text: _ElementUnicodeResult) -> Iterator[HtmlElement]:
    """The line that the text opens; else the widest inline element in it, such as a bold lead within a paragraph."""
    element = text.getparent()
    top = None
    while element is not None and element.tag in INLINE:
        top, element = element, element.getparent()
    if element is not None and not (text.is_tail and top is None):
        yield element
    if top is not None:
        yield top


# --- taking out -----------------------------------------------------------------------------------------------------


def _drop_announced(element: HtmlElement, reading: Reading) -> Iterator[Removed]:
    if not is_attached(element) or element.tag in WHOLE or element.tag in CELLS:
        return
    sign = Sign.LABEL if reading.sign in (Sign.HEAD, Sign.REPLIES) and _is_control(element) else reading.sign
    match sign:
        case Sign.LABEL if element.tag not in INLINE or _stands_alone(element):
            yield from take_out([element], reading.rule)
        case Sign.LEAD:
            yield from take_out(_pointer(element), reading.rule)
        case Sign.REPLIES:
            yield from take_out(_replies_under(element), reading.rule)
        case Sign.HEAD if element.tag not in INLINE or _opens_block(element):
            yield from take_out(_list_of(element), reading.rule)


def _is_control(element: HtmlElement) -> bool:
    """Whether it is a button or a link to more and no heading over anything."""
    if element.tag in HEADINGS or element.getparent().tag in HEADINGS:
        return False
    return element.tag in _CONTROLS or linked_share(element) > 0.9 or element.find(".//button") is not None


def _stands_alone(element: HtmlElement) -> bool:
    """Whether an inline control is one of a row of links and no word of a sentence."""
    return element.tag in _CONTROLS and linked_share(element.getparent()) > 0.8


def _pointer(element: HtmlElement) -> list[HtmlElement]:
    """A lead and the link it points with: a line of its own, or an inline element and the links right after it."""
    links = []
    if element.tag in INLINE:
        for sibling in element.itersiblings():
            if sibling.tag != "a" or (sibling.getprevious().tail or "").strip(" :|»>–-"):
                break
            links.append(sibling)
    if element.tag in INLINE and not links and not links_of(element):
        return []
    return [element, *links]


def _opens_block(element: HtmlElement) -> bool:
    """An inline heading leads only if blocks follow: `<b>Related</b><ul>...`, not a bold word in a text."""
    follower = element.getnext()
    return follower is not None and follower.tag not in INLINE and not (element.tail or "").strip(" :")


def _replies_under(heading: HtmlElement) -> list[HtmlElement]:
    """What readers wrote, however much it is: the box that begins with the heading, else all that follows it.

    A line that is no heading may be the counter beside the title: it goes alone.
    """
    if heading.tag not in HEADINGS:
        return [heading] if heading.tag not in INLINE or _stands_alone(heading) else []
    box = heading
    while (parent := box.getparent()) is not None and _begins_with(parent, box) and not holds_headline(parent):
        box = parent
    return [box] if box is not heading else [heading, *heading.itersiblings()]


def _begins_with(parent: HtmlElement, first: HtmlElement) -> bool:
    before = (sibling.text_content() + (sibling.tail or "") for sibling in first.itersiblings(preceding=True))
    return parent.tag not in WHOLE and not (parent.text or "").strip() and not any(text.strip() for text in before)


def _list_of(heading: HtmlElement) -> list[HtmlElement]:
    """The heading with its list: the box around both, else the siblings after the heading that are teasers."""
    box = heading
    while (parent := box.getparent()) is not None and _is_box(parent, box):
        box = parent
    if len(text_of(box)) > len(text_of(heading)) + 8:
        return [box]
    return [box, *_teasers_after(box)]


def _is_box(parent: HtmlElement, first: HtmlElement) -> bool:
    """Whether `parent` begins with `first` and holds no article."""
    if parent.tag in CELLS or (parent.text or "").strip():
        return False
    if parent.tag in WHOLE and not (parent.tag == "article" and parent.find(".//article") is not None):
        return False
    before = (sibling.text_content() + (sibling.tail or "") for sibling in first.itersiblings(preceding=True))
    return not any(text.strip() for text in before) and not holds_article(parent)


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
    text = text_of(element)
    if not text:
        return True
    if linked_share(element) >= 0.5:
        return True
    if element.tag in HEADINGS or holds_article(element):
        return False
    headline = not is_sentence(text) and size(text) <= HEADLINE_WORDS
    if element.tag == "p":
        return headline or (follows_teaser and _sums_up_a_teaser(element))
    return headline or bool(links_of(element))


def _sums_up_a_teaser(element: HtmlElement) -> bool:
    """A short paragraph between two linked headlines, or after the last of them."""
    before, after = element.getprevious(), element.getnext()
    if size(text_of(element)) > TEASER_WORDS or before is None or linked_share(before) < 0.5:
        return False
    return after is None or linked_share(after) >= 0.5
