"""Text -> the same text in one spelling of its signs, character for character, so that offsets stay true.

Full-width forms become ASCII, every kind of space a plain one, every dash a hyphen, letters lower case. The full-width
comma stays, for Chinese sets it between clauses, except between thousands in full-width figures.
"""

from __future__ import annotations

import re

LONGEST_WORDLESS = 240  # characters of nothing but figures and signs
WORDLESS_SAMPLE = 12  # characters of such a stretch that are looked at first

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\ufe63"
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_SIGNS = {
    "\u2019": "'", "\u02bc": "'", "\uffe5": "¥", "\uffe1": "£", "\uffe6": "₩",
    "\u301c": "~", "\u223c": "~", "\ufe69": "$", "\u066a": "%"
}  # fmt: skip
_TABLE = {
    **_WIDE,
    **{ord(space): " " for space in _SPACES},
    **{ord(dash): "-" for dash in _DASHES},
    **{ord(sign): plain for sign, plain in _SIGNS.items()},
}
_FOREIGN = re.compile(f"[{_SPACES}{_DASHES}\uff01-\uff0b\uff0d-\uff5e{''.join(_SIGNS)}]")


_WIDE_COMMA = re.compile("\uff0c(?<=[\uff10-\uff19].)(?=[\uff10-\uff19]{3}(?![\uff10-\uff19]))")
_FIGURES_AND_SIGNS = r"0-9$€£¥%.,:;'/+~ \n\-"
_WORDLESS = re.compile(  # the look-behind stands second, so that the scan leaps to the first figure or sign
    rf"[{_FIGURES_AND_SIGNS}](?<![{_FIGURES_AND_SIGNS}].)[{_FIGURES_AND_SIGNS}]{{{LONGEST_WORDLESS - 1},}}+", re.DOTALL
)
_WORDLESS_SAMPLE = re.compile(rf"[{_FIGURES_AND_SIGNS}]{{{WORDLESS_SAMPLE}}}")


def fold(text: str) -> str:
    """The text with one spelling of digits, spaces, dashes and signs; as long as it was."""
    if text.isascii() and "\t" not in text:
        return text
    return _FOREIGN.sub(_plain, _WIDE_COMMA.sub(",", text))


def _plain(match: re.Match[str]) -> str:
    return _TABLE[ord(match.group())]


def without_wordless(low: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with its wordless stretches blanked out, and where they are. No sentence has such a stretch: it is a
    table's body or noise, and says nothing of what its numbers count."""
    samples = range(0, len(low), LONGEST_WORDLESS - WORDLESS_SAMPLE)  # each such stretch holds one
    if not any(_WORDLESS_SAMPLE.match(low, at) for at in samples):
        return low, []
    found = [match.span() for match in _WORDLESS.finditer(low)]
    return (_WORDLESS.sub(lambda match: " " * len(match.group()), low) if found else low), found


def lower(text: str) -> str:
    """Lower case, as long as it was: the few letters whose lower case is longer stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
