"""Figures beside the text: captions and boxes of key facts, which the general reader leaves out.

In: the tree of a page. Out: the same tree in which they stand as paragraphs, and the texts of the captions. Only what
holds a number stays, and boxes only where they belong to the article: this is about not losing figures.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parsers.furniture import size
from parsers.xpath import elements

MAX_BOX = 150  # words; key facts are not longer

_MONEY = re.compile(
    r"[$€£¥₩₹￥][\s0-9]|[0-9][\s0-9.,]{0,12}(?:[万亿億兆元円원]|(?:bn|billion|million|trillion|mrd|mio|milli)\w{0,6})", re.I
)
_FIGURES = elements("/descendant::figure[descendant::figcaption]")
_BOXES = elements("/descendant::aside[ancestor::article or ancestor::main or preceding-sibling::p or following-sibling::p]")


def keep_asides(tree: HtmlElement) -> frozenset[str]:
    """Make captions with money in them paragraphs, and boxes of facts part of the text; the captions' texts."""
    for box in _BOXES(tree):
        if _is_fact_box(box):
            box.tag = "div"
            box.attrib.clear()
    return frozenset(filter(None, (_keep_caption(figure) for figure in _FIGURES(tree))))


def _is_fact_box(box: HtmlElement) -> bool:
    text = box.text_content()
    linked = sum(len(link.text_content()) for link in box.iter("a"))
    return bool(_MONEY.search(text)) and size(text) <= MAX_BOX and linked * 4 < len(text)


def _keep_caption(figure: HtmlElement) -> str:
    caption = figure.find(".//figcaption")
    text = " ".join(caption.text_content().split()) if caption is not None else ""
    if not _MONEY.search(text):
        return ""
    paragraph = figure.makeelement("p")
    paragraph.text, paragraph.tail, figure.tail = text, figure.tail, None
    figure.addnext(paragraph)
    return text
