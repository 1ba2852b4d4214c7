"""An article's boxes as the general reader takes them well: loose text as paragraphs, lists that lay out as boxes.

In: the tree of a page. Out: the same tree. A `div` with text beside blocks is one paragraph to that reader, and so is
an item of a list, whatever it holds: the cells of a table in it would be run together, "$642$845".
"""

from __future__ import annotations

from lxml.html import HtmlElement

from parsers.measures import INLINE
from parsers.xpath import elements

_WITH_TEXT = elements("descendant::div[* and text()[normalize-space()]]")
_LAYING_OUT = elements("descendant::li[descendant::table]")


def loosen(tree: HtmlElement) -> None:
    """Put each run of text and inline elements that stands beside a block into a `<p>`; take layout lists apart."""
    for item in _LAYING_OUT(tree):
        item.getparent().tag = item.tag = "div"
    for box in _WITH_TEXT(tree):
        if any(child.tag not in INLINE for child in box):
            _wrap_in(box)


def _wrap_in(box: HtmlElement) -> None:
    run = None
    if (box.text or "").strip():
        run = box.makeelement("p")
        run.text, box.text = box.text, None
        box.insert(0, run)
    for child in list(box)[0 if run is None else 1 :]:
        if child.tag in INLINE:
            if run is None:
                run = box.makeelement("p")
                child.addprevious(run)
            run.append(child)
            continue
        run = None
        if (child.tail or "").strip():
            run = box.makeelement("p")
            run.text, child.tail = child.tail, None
            child.addnext(run)
