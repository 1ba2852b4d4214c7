"""Page bytes -> a tree that is safe to read, without what a reader would not see.

In: a capture. Out: an lxml tree of the page. Bytes that would hold a parser for minutes, or that it would lose without
a word, are refused with `PageUnreadable` before or right after parsing; every guard is linear.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import cast

from charset_normalizer import from_bytes
from lxml.etree import ElementDefaultClassLookup, HTMLParser, ParserError, strip_elements
from lxml.html import HtmlComment, HtmlElement, document_fromstring

from parsers.errors import PageUnreadable
from parsers.types import Capture, Removed
from parsers.xpath import elements, number, strings

MAX_BYTES = 10_000_000  # as long as the longest page that was worth reading, ten times over
MAX_DEPTH = 240  # libxml2 drops what is nested deeper than 256, without an error
MAX_ATTRIBUTES = 500  # of one element: libxml2's time grows with their square
MAX_ELEMENTS = 100_000  # the largest real article had 20 000; a table of 500 000 cells takes trafilatura 40 s
MAX_TEXT = 1_000_000  # characters in one text node
AFTERWORD = 500  # bytes after the page's end; with fewer it is over
SHOWN_LATER = 4  # a hidden element with more than this part (1/4) of the page's prose is shown by a script

_MEDIA = re.compile(r"(?:text/|application/(?:xhtml\+xml|xml|octet-stream)|$)")
_MAGIC = (b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"Rar!", b"OggS", b"ID3", b"RIFF", b"%PDF-")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r")))
_DOCTYPE = re.compile(rb"<!doctype[^>]{0,1000}>", re.I)
_END = re.compile(rb"</(?:body|html)\s{0,5}>", re.I)  # libxml2 reads no further, though pages go on after it
_DATA_URI = re.compile(r"data:[a-z]{1,20}/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=\s]{2000,}", re.I)
_WIDER = {
    # What browsers take these names for: https://encoding.spec.whatwg.org/#names-and-labels
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}

_DEEP = number("boolean(" + "/*" * MAX_DEPTH + ")")
_COUNT = number("count(/descendant::*)")
_MACHINERY = ("script", "style", "svg", "iframe", "canvas", "object", "video", "audio", "select", "map")
_UNSEEN = elements(  # by way of the attributes: half as dear as asking each element for each of them
    "/descendant::*/@hidden/.. | /descendant::*/@aria-hidden[. = 'true']/.. | /descendant::noscript"
    " | /descendant::template"
    " | /descendant::*/@style[contains(., 'none') or contains(., 'hidden') or contains(., 'font-size')]/.."
)
_PIECES = elements("/html/body/descendant::*[starts-with(@id, 'S:')]")
_NEVER_SHOWN = frozenset({"noscript", "template"})
_PROSE = strings("descendant::text()[string-length(.) > 80 and not(parent::script or parent::noscript)]")
_STYLED_AWAY = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?![.0-9]{0,9}[1-9])", re.I
)


def load_page(capture: Capture) -> HtmlElement:
    """The page as a tree, comments left out. Raises `PageUnreadable` for what is no HTML or would get lost."""
    body = capture.body
    if not _MEDIA.match(capture.media_type) or body.startswith(_MAGIC):
        raise PageUnreadable(capture.url, "not html")
    if len(body) > MAX_BYTES or _has_endless_tag(body):
        raise PageUnreadable(capture.url, "too large")
    tree = parsed(decoded(body, capture.charset))
    if tree is None or tree.find("body") is None:
        raise PageUnreadable(capture.url, "no content" if b"<" in body or not body.strip() else "not html")
    if _DEEP(tree):
        raise PageUnreadable(capture.url, "too deep")
    if _COUNT(tree) > MAX_ELEMENTS:
        raise PageUnreadable(capture.url, "too large")
    return tree


def as_page(fragment: str) -> HtmlElement:
    """A feed's own HTML as the tree of a page."""
    tree = parsed(f"<html><body><article>{fragment[:MAX_TEXT]}</article></body></html>")
    if tree is None or _DEEP(tree) or _COUNT(tree) > MAX_ELEMENTS:
        return as_page("")
    return tree


def parsed(page: str) -> HtmlElement | None:
    """The tree of a page, comments and processing instructions left out; None where there is nothing in it."""
    clean = _clean(page)
    del page  # a page with one emoji in it takes four bytes a character
    try:
        return cast("HtmlElement", document_fromstring(clean, parser=_new_parser()))
    except ParserError:
        return None


def _clean(page: str) -> bytes:
    """What the parser is given: no inlined files, no document type, no false end, no control characters."""
    clean = without_inlined_files(page).encode("utf-8", "ignore").translate(None, _CONTROLS)
    clean = _DOCTYPE.sub(b"", clean, count=1)
    end = _END.search(clean)
    if end and len(clean) - end.end() > AFTERWORD:
        clean = _END.sub(b"", clean)
    return clean


def _new_parser() -> HTMLParser:
    """As trafilatura sets its own, but with one class for all elements: a fifth of its time goes into choosing them."""
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    return parser


def _has_endless_tag(body: bytes) -> bool:
    long = (piece.partition(b">")[0] for piece in body.split(b"<") if len(piece) > MAX_ATTRIBUTES * 3)
    return any(tag[:1].isalpha() and tag.count(b"=") > MAX_ATTRIBUTES for tag in long)


def without_inlined_files(page: str) -> str:
    """A large page without the files written into it, and without the end of texts longer than any article."""
    if len(page) < MAX_TEXT:
        return page
    page = _DATA_URI.sub("", page)
    return "<".join(piece[:MAX_TEXT] for piece in page.split("<"))


# --- character encoding ---------------------------------------------------------------------------------------------


def decoded(body: bytes, named: str = "") -> str:
    """Bytes as text: byte order mark, valid UTF-8, the server's word, the page's own, then a guess.

    UTF-8 comes before what was declared: other encodings are almost never valid UTF-8, and servers that name their
    default by mistake are common.
    """
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return body.decode(charset, "replace")
    meta = _META_CHARSET.search(body[:4096])
    declared = [_known(name) for name in (named, meta.group(1).decode("ascii") if meta else "") if name]
    if body.isascii() and declared:
        return body.decode(declared[0] or "ascii", "replace")
    for charset in ("utf-8", *filter(None, declared)):
        try:
            return body.decode(charset)
        except UnicodeDecodeError:
            continue
    return _guessed(body, declared[0] if declared else "")


def _known(name: str) -> str:
    name = _WIDER.get(name.strip().lower(), name.strip().lower())
    try:
        return codecs.lookup(name).name if codecs.lookup(name)._is_text_encoding else ""
    except (LookupError, ValueError):
        return ""


# Of the WHATWG Encoding Standard those that pages leave unsaid; never those of DOS, which fit a page as well.
_OF_THE_WEB = (
    "utf_8", "cp1252", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1250", "cp1251", "cp1253", "cp1254",
    "iso8859_2", "koi8_r",
)  # fmt: skip


def _guessed(body: bytes, declared: str) -> str:
    """A few broken bytes speak for what was declared; many for another encoding."""
    text = body.decode(declared or "utf-8", "replace")
    if text.count("\ufffd") * 200 < len(text):
        return text
    best = from_bytes(body[:200_000], cp_isolation=list(_OF_THE_WEB)).best()
    if best is None:
        return text
    return body.decode(_european(body) if best.encoding in _LETTERS else best.encoding, "replace")


_LETTERS = {
    "cp1252": frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüßÀÂÄÁÅÆÇÉÈÊÑÓÖØÚÜ’‘“”„«»–—…€£·°¿¡"),
    "cp1250": frozenset("ąćęłńóśźżáäčďéěíňóöřšťúůüýžőűăâîşţĄĆĘŁŃÓŚŹŻČĎĚŘŠŤŮÝŽŐŰ’‘“”„«»–—…€·°"),
    "iso8859_2": frozenset(),
}
"""Letters that the languages of an encoding write: one byte is "è" in Paris and "č" in Prague."""


def _european(body: bytes) -> str:
    """The encoding in which more of a page's bytes are letters of its languages; of two alike that of the west."""
    high = bytes(byte for byte in body[:200_000] if byte > 0x7F)
    return max(("cp1252", "cp1250"), key=lambda name: sum(c in _LETTERS[name] for c in high.decode(name, "replace")))


# --- what a reader would not see ------------------------------------------------------------------------------------


def drop_unseen(tree: HtmlElement) -> Iterator[Removed]:
    """Take out machinery and hidden elements. One with much of the page's prose stays: a script shows it later."""
    _join_streamed(tree)
    strip_elements(tree, *_MACHINERY, with_tail=False)
    hidden = [element for element in _UNSEEN(tree) if _is_unseen(element)]
    whole = sum(map(len, _PROSE(tree))) if hidden else 0
    for element in hidden:
        if element.tag not in _NEVER_SHOWN and sum(map(len, _PROSE(element))) * SHOWN_LATER > whole:
            continue
        text = " ".join(element.text_content().split())
        element.drop_tree()
        if text:
            yield Removed(text, "hidden")


def _join_streamed(tree: HtmlElement) -> None:
    """Put the hidden pieces in which React streams a page (`id="S:1"`) where it would: at `B:1` or `P:1`."""
    places = {place.get("id"): place for place in tree.iter("template")}
    for piece in _PIECES(tree) if places else ():
        order = str(piece.get("id"))[2:]
        place = places.get(f"B:{order}", places.get(f"P:{order}"))
        if place is not None and piece not in place.iterancestors():
            piece.attrib.pop("hidden", None)
            place.addprevious(piece)


def _is_unseen(element: HtmlElement) -> bool:
    """React streams a page as hidden pieces (`id="S:1"`) that it puts in their places."""
    if element.tag in ("html", "body") or (element.get("id") or "").startswith("S:"):
        return False
    named = element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.tag in _NEVER_SHOWN
    return named or bool(_STYLED_AWAY.search(element.get("style") or ""))
