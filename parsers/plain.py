"""Plain text. In: text or a fragment of HTML from anywhere. Out: text that is safe to store, print, log and send.

No control, direction or invisible characters, no lone surrogates, no markup. Zero-width joiners stay: words of Persian
and Indic scripts, and emoji, are spelt with them.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

# Unicode's controls (Cc) but blanks, its format characters (Cf) but the joiners U+200C and U+200D, noncharacters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<[A-Za-z/!?][^<>]{0,4000}>")
_MARKUP = re.compile(r"<[A-Za-z/!?]|&#?[A-Za-z0-9]{1,32};")

_UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "math"})
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins"),
        *("kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"),
    }
)

MAX_FRAGMENT = 200_000  # characters of markup that are read for a line or a summary


def clean(text: str) -> str:
    """`text` without the characters that no article is written with; line ends and blanks stay."""
    if text.replace("\n", "").isprintable():  # the common case, told ten times faster than by the pattern
        return text
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))


def line(text: str, limit: int = 0) -> str:
    """`text` as one line: cleaned, every run of blanks one space, cut to `limit` characters and "…" if longer."""
    flat = " ".join(clean(text).split())
    return flat if not limit or len(flat) <= limit else flat[:limit].rstrip() + "…"


def text_of(fragment: str, limit: int = 0) -> str:
    """The words of a fragment of HTML, as one line. Text that holds no markup is taken as it stands."""
    if not _MARKUP.search(fragment):
        return line(fragment, limit)
    fragment = fragment[:MAX_FRAGMENT]
    return line(_words(fragment) if _TAG.search(fragment) else html.unescape(fragment), limit)


def _words(fragment: str) -> str:
    reader = _Words()
    reader.feed(fragment)
    reader.close()
    return "".join(reader.pieces)


class _Words(HTMLParser):
    """Collects text, with a blank where an element that is not part of a line begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = ""  # the element whose text is not for readers, while inside it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD and not self._unread:
            self._unread = tag
        elif tag not in _INLINE:
            self.pieces.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unread:
            self._unread = ""
        elif tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data)
