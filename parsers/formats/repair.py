"""Repairs before parsing. In: the bytes of a feed and the charset its server named. Out: bytes that a parser can trust.

Mended is what the parser would fall into: UTF-7 (it hides markup from every check); Chinese, Korean or Japanese in a
charset of their own under the name of UTF-8, UTF-8 under the name of Latin-1, UTF-8 with one broken character (all read
as Western letters, which keeps the digits and loses their unit); feeds without end (the newest entries are cut out).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from parsers.formats.dates import moment

_DECLARED = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([A-Za-z0-9._:-]{1,40})["']"""
)
_ONE_BYTE = re.compile(r"iso-?8859|windows-125|cp125|latin|l[1-9]$")  # charsets that any bytes fit
_UTF8 = {"", "utf-8", "utf8", "us-ascii", "ascii"}
_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]{1,1000}")
_HIGH = re.compile(rb"[\x80-\xff]")

_OPEN = re.compile(rb"<(?:item|entry)(?=[\s>])")
_CLOSE = re.compile(rb"</(?:item|entry)\s{0,8}>")
_DATE = re.compile(rb"<(?:pubDate|published|updated|dc:date)[^>]{0,100}>\s{0,64}([^<]{8,60})<")

# References to characters that do not exist: surrogates, and numbers past the last one of Unicode.
_NO_CHARACTER = re.compile(
    rb"&#(?:[xX]0{0,9}[dD][89a-fA-F][0-9a-fA-F]{2}|0{0,9}(?:5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]"
    rb"|5734[0-3])|[xX]?[0-9a-fA-F]{7,10000}|[xX]1[1-9a-fA-F][0-9a-fA-F]{4}|[xX][2-9a-fA-F][0-9a-fA-F]{5});"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A feed's bytes after repair."""

    body: bytes
    charset: str  # to be named to the parser; "" leaves it to the document
    is_utf8: bool  # whether by its labels, or by repair, the body is UTF-8
    faults: tuple[str, ...]  # in words, what was wrong


def mended(body: bytes, named: str, most: int) -> Mended:
    """`body` with at most `most` entries. `named` is the server's charset; the document's counts where it is ""."""
    body, many = _newest(body, most)
    body, charset, label = _with_true_charset(body, named.lower())
    body, cut = _without_half_entry(body)
    faults = tuple(fault for fault in (label, cut, many) if fault)
    return Mended(body, charset, _charset(body, charset) in _UTF8, faults)


def _charset(body: bytes, named: str) -> str:
    found = _DECLARED.match(body[:400])
    return (named or (found[1].decode("ascii") if found else "")).lower()


def _with_true_charset(body: bytes, named: str) -> tuple[bytes, str, str]:
    """Body, the charset to name, and in words what was wrong with it."""
    charset = _charset(body, named)
    if "utf7" in charset.replace("-", "").replace("_", ""):
        return _declared_as(body, b"utf-8"), "utf-8", "UTF-7 is not read"
    if charset in _UTF8 and not _is_utf8(body):
        return _as_utf8(body, named)
    if _ONE_BYTE.match(charset) and not body.isascii() and _is_utf8(body):
        return _declared_as(body, b"utf-8"), "utf-8", f"it is in UTF-8, not in {charset} as it says"
    return body, named, ""


def with_characters(body: bytes) -> bytes:
    """References to characters that do not exist become the replacement character."""
    return _NO_CHARACTER.sub(b"&#65533;", body)


def _without_half_entry(body: bytes) -> tuple[bytes, str]:
    """A body that was cut off inside an entry, less that entry: half of "1.5 billion" is another figure."""
    if is_whole(body):
        return body, ""
    opened = max(body.rfind(b"<item"), body.rfind(b"<entry"))
    if opened <= max(body.rfind(b"</item"), body.rfind(b"</entry")):
        return body, ""
    return body[:opened], "cut off inside its last entry, which was left out"


def _newest(body: bytes, most: int) -> tuple[bytes, str]:
    """The body with at most `most` entries, and in words how many were left out.

    Feeds run from new to old; one whose last date is later than its first runs the other way, and keeps its end.
    """
    if body.count(b"<item") + body.count(b"<entry") <= most:  # the common case; counting is cheap
        return body, ""
    opens = [match.start() for match in _OPEN.finditer(body)]
    if len(opens) <= most:
        return body, ""
    fault = f"{len(opens) - most} entries beyond the newest {most} were left out"
    ends = [match.end() for match in _CLOSE.finditer(body, opens[-1])] or [len(body)]
    tail = body[ends[-1] :]
    if _date(body, opens[0], opens[1]) < _date(body, opens[-1], ends[-1]):
        return body[: opens[0]] + body[opens[-most] : ends[-1]] + tail, fault
    return body[: opens[most]] + tail, fault


def _date(body: bytes, start: int, end: int) -> float:
    found = _DATE.search(body, start, end)
    when = moment(found[1].decode("ascii", "replace")) if found else None
    return when.timestamp() if when else 0.0


def _declared_as(body: bytes, charset: bytes) -> bytes:
    found = _DECLARED.match(body[:400])
    return body[: found.start(1)] + charset + body[found.end(1) :] if found else body


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _as_utf8(body: bytes, named: str) -> tuple[bytes, str, str]:
    """Bytes that should be UTF-8 and are not. One character that was cut in two must not cost the whole feed."""
    text = body.decode("utf-8", "replace")
    broken, sound = text.count("\ufffd"), sum(map(len, _BEYOND_ASCII.findall(text)))
    if broken * 10 <= sound:
        return _declared_as(text.encode(), b"utf-8"), "utf-8", f"{broken} characters are broken"
    if charset := _east_asian(body):
        text = body.decode(charset, "replace")
        return _declared_as(text.encode(), b"utf-8"), "utf-8", f"it is in {charset}, not in UTF-8 as it says"
    return body, named, ""


def _east_asian(body: bytes) -> str:
    """The Chinese, Korean or Japanese charset of bytes that are no UTF-8; "" where they are in none of them.

    All three write a character as a pair of high bytes (ISO 2022's 94 x 94 sets), which letters beyond ASCII of Western
    and Cyrillic charsets rarely form. What the first byte of a pair is tells them apart: Hangul stands in rows B0-C8,
    kana in A4 and A5, and of Chinese characters a quarter stands in the rows after C8.
    """
    first = _HIGH.search(body)
    sample = body[first.start() : first.start() + 20_000] if first else b""
    rows = [pair[0] for pair in _PAIR.findall(sample)]
    if len(rows) < 2 or len(rows) * 2 < 0.9 * len(_HIGH.findall(sample)):
        return ""
    characters = sum(row >= 0xB0 for row in rows)
    if sum(row in (0xA4, 0xA5) for row in rows) > 0.2 * len(rows):
        return _decoding("euc-jp", sample)
    rare = sum(row > 0xC8 for row in rows)
    return _decoding("euc-kr" if characters > 20 and rare < 0.03 * characters else "gb18030", sample)


def _decoding(charset: str, sample: bytes) -> str:
    """The charset, if the sample decodes in it; that the sample ends inside a character does not count."""
    try:
        codecs.getincrementaldecoder(charset)().decode(sample)
    except UnicodeDecodeError:
        return ""
    return charset


def is_whole(body: bytes) -> bool:
    """Whether a document ends with the end of its feed."""
    return body[-64:].rstrip(b"> \t\r\n\0").endswith((b"</rss", b"</feed", b"</rdf:RDF"))
