"""The feed as witness: does a text bear out what the entry promised, and does the entry carry the text itself?

In: an entry and a text. Out: yes or no. Side boxes, consent texts and lists of teasers are long and well formed; that
they are not the article shows in that they share few words with the entry's title and summary.
"""

from __future__ import annotations

import re

from parsers.markup import as_page
from parsers.types import Entry

MIN_TERMS = 5  # fewer prove nothing
SHARE = 0.35  # of the entry's terms that a text must have; a summary in other words has about half
MANY_TERMS = 8  # fewer do not prove that a text is another one
NONE = 0.1  # of the terms; what is written on the same matter has more
WHOLE = 800  # characters of content that stand for an article

_TERM = re.compile(r"[^\W_]{4,40}")
_DENSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,60}")
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|read more|continue reading|阅读全文|weiterlesen|lire la suite|続きを読む)\W{0,9}$", re.I
)


def bears_out(entry: Entry, text: str) -> bool:
    """Whether the text has enough of the words in title and summary; yes where there are few to look for."""
    promised = terms(f"{entry.title} {entry.summary[:600]}")
    if len(promised) < MIN_TERMS:
        return True
    return len(promised & terms(text)) >= SHARE * len(promised)


def is_another(entry: Entry, text: str) -> bool:
    """Whether the text has next to none of these words though it is in the entry's script: the page of something else.

    Sites send readers of an article that is gone to their home page, with status 200.
    """
    promised = terms(f"{entry.title} {entry.summary[:600]}")
    if len(promised) < MANY_TERMS or bool(_DENSE.search(entry.title)) is not bool(_DENSE.search(text)):
        return False
    return len(promised & terms(text)) < NONE * len(promised)


def terms(text: str) -> frozenset[str]:
    """Words of four letters and more; pairs of signs where a script has no spaces."""
    words = {word.casefold() for word in _TERM.findall(_DENSE.sub(" ", text))}
    pairs = (run[at : at + 2] for run in _DENSE.findall(text) for at in range(len(run) - 1))
    return frozenset(words.union(pairs))


def is_whole(entry: Entry) -> bool:
    """Whether the entry carries the article itself and not its beginning."""
    if len(entry.content) < WHOLE:
        return False
    text = as_page(entry.content).text_content().strip()
    return len(text) >= WHOLE and not _CUT_OFF.search(text[-60:])
