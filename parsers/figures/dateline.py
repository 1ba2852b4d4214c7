"""Where a text comes from. In: a paragraph; out: how far its dateline reaches: "BEIJING - ", "Paris, 15 jan (AFP) - ".

A capital in a dateline is a place and not the government that sits there.
"""

from __future__ import annotations

import re

_DASH = "[-\u2013\u2014]"
_DATELINE = re.compile(
    rf"[A-ZÀ-Ý][\w.'’ -]{{1,24}}(?:, ?[\w. ]{{2,24}}){{0,2}} ?"
    rf"(?:\([^)\n]{{2,24}}\) ?{_DASH}|(?<=[A-Z]{{3}}) ?{_DASH}|(?<=[A-Z]{{3}} ){_DASH}|--|(?<=\w ){_DASH}(?= )) ?"
)


def dateline_end(paragraph: str) -> int:
    """Return where the text proper begins; 0 where the paragraph has no dateline."""
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0
