"""Figures beside the text: captions and boxes of key facts, which the general reader leaves out.

In: the tree of a page. Out: the same tree in which the boxes stand as paragraphs, and the captions. Only what tells an
amount of money stays, and only where it belongs to the article: this is about not losing figures.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parsers.furniture import size
from parsers.xpath import elements

MAX_BOX = 150  # words; key facts are not longer
MAX_BOXES = 100  # of a page; more are no key facts
MIN_CAPTION = 4  # words; "Acme store $19.34" has fewer

_MONEY = re.compile(
    r"[$€£¥₩₹￥][\s0-9]|[0-9][\s0-9.,]{0,12}(?:[万亿億兆元円원]|(?:bn|billion|million|trillion|mrd|mio|milli)\w{0,6})",
    re.I,
)
_WORD = re.compile(r"[^\W0-9_]{2,40}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_CAPTIONS = elements(
    "/descendant::figcaption[ancestor::article or ancestor::main][not(ancestor::a or ancestor::aside)]"
)
_BOXES = elements("/descendant::aside")
_IN_TEXT = elements(
    "self::*[ancestor::article or ancestor::main or preceding-sibling::p or following-sibling::p"
    " or ancestor::div[position() <= 3]/descendant::p[string-length(.) > 80 and not(ancestor::aside)]]"
)


def keep_asides(tree: HtmlElement) -> list[str]:
    """Make boxes of facts part of the text; the captions that tell an amount of money."""
    for box in _BOXES(tree)[:MAX_BOXES]:
        if _is_fact_box(box) and _IN_TEXT(box):
            box.tag = "div"
            box.attrib.clear()
    captions = (" ".join(caption.text_content().split()) for caption in _CAPTIONS(tree))
    return [caption for caption in captions if _MONEY.search(caption) and _tells(caption)]


def _tells(caption: str) -> bool:
    """Whether it says something of the amount: a shop's name and a price do not."""
    return len(_WORD.findall(caption)) >= MIN_CAPTION and size(caption) <= MAX_BOX


def _is_fact_box(box: HtmlElement) -> bool:
    text = box.text_content()
    linked = sum(len(link.text_content()) for link in box.iter("a"))
    return bool(_MONEY.search(text)) and size(text) <= MAX_BOX and linked * 4 < len(text)
