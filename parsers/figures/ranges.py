"""Ranges that are changes. In: mentions; out: the same, with "from 1 trillion to 1.5 trillion won" as two amounts.

Korean and Japanese say "from" behind the old value and "to" behind the new one; whether "1조원에서 1조5000억원" is a
range or a change is said by the verb at the end: "으로 늘린다", "に引き上げる".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.lexicon import Hit
from parsers.types import Mention
from parsers.vocabulary import Vocabulary

VERB_NEAR = 16  # letters behind the range within which the verb of change stands
CHANGES = ("raise", "cut", "to_after")


def split_changes(mentions: Sequence[Mention], folded: str, words: Vocabulary) -> Iterator[Mention]:
    """Yield the mentions; a range that a verb of change makes a change is yielded as its old and its new value."""
    for mention in mentions:
        is_range = mention.quantity.low != mention.quantity.high
        middle = (_from(mention, folded, words) or _step(mention, folded, words)) if is_range else None
        yield from _halves(mention, middle) if middle else (mention,)


def _step(mention: Mention, folded: str, words: Vocabulary) -> Hit | None:
    """ "Raised by 0.3 to 2.3 billion": the size of a step and the level it leads to, where "by" stands in front."""
    before = words.lexicon.find(folded, max(0, mention.start - VERB_NEAR), mention.start)
    if not before or not any(tag.name == "delta" for tag in before[-1].tags):
        return None
    inside = words.lexicon.find(folded, mention.start, mention.end)
    return next((hit for hit in inside if any(tag.name == "to" for tag in hit.tags)), None)


def _from(mention: Mention, folded: str, words: Vocabulary) -> Hit | None:
    """Return the phrase inside the range that says "from", where a verb of change follows the range."""
    behind = words.lexicon.find(folded, mention.end, min(len(folded), mention.end + VERB_NEAR))
    if not any(tag.name in CHANGES for hit in behind for tag in hit.tags):
        return None
    inside = words.lexicon.find(folded, mention.start, mention.end)
    return next((hit for hit in inside if any(tag.name == "from_after" for tag in hit.tags)), None)


def _halves(mention: Mention, middle: Hit) -> Iterator[Mention]:
    """The old value ends before "from", the new one begins behind it; which is the lower says the print."""
    quantity, cut = mention.quantity, middle.start - mention.start
    first, second = mention.exact[:cut].rstrip(), mention.exact[middle.end - mention.start :]
    start = middle.end + len(second) - len(second.lstrip())
    yield replace(mention, quantity=replace(quantity, high=quantity.low), exact=first, end=mention.start + len(first))
    yield replace(mention, quantity=replace(quantity, low=quantity.high), exact=second.lstrip(), start=start)
