"""Two figures in: do they speak of the same plan? A plan is what the money is for: a plant, a programme, a round."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.types import Figure, Part, Period

_LATIN_WORD = re.compile(r"[^\W\d_][\w'’-]{2,40}")
_CJK_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,40}")


@lru_cache(maxsize=4096)
def place_words(text: str) -> frozenset[str]:
    """Words that name a particular thing: capitalised ones that do not open the text, folded; "North", "Carolina"."""
    return frozenset(
        word.casefold()
        for match in _LATIN_WORD.finditer(text)
        if (word := match.group()) and word[0].isupper() and match.start() > 0
    )


@lru_cache(maxsize=4096)
def letter_pairs(text: str) -> frozenset[str]:
    """Pairs of neighbouring letters of the scripts that write without spaces."""
    return frozenset(run[i : i + 2] for run in _CJK_RUN.findall(text) for i in range(len(run) - 1))


def _proper(figure: Figure) -> frozenset[str]:
    """The particular names in the target; the actor's own name is not one of them."""
    return place_words(" " + figure.target) - _own_words(figure)


def _own_words(figure: Figure) -> frozenset[str]:
    return frozenset(word.casefold() for word in _LATIN_WORD.findall(figure.actor.name if figure.actor else ""))


def conflict(one: Figure, other: Figure) -> bool:
    """Both name what the money is for, in one script, and the names have nothing in common."""
    left, right = _proper(one), _proper(other)
    if left and right:
        return not left & right
    pairs, others = letter_pairs(one.target), letter_pairs(other.target)
    return bool(pairs and others and not pairs & others)


def tells_apart(one: Figure, other: Figure) -> bool:
    """Whether the one says itself that it is beside the other, whose name is different: "another 2 billion for a plant
    in Leon", "2 billion for a plant in Leon, on top of the one in Porto"."""
    more = one.part is Part.ADDITIONAL and other.part is not Part.ADDITIONAL
    return conflict(one, other) and (more or bool(_proper(other) & place_words(_said(one))))


def same_script(one: Figure, other: Figure) -> bool:
    """Whether both sentences stand in letters of one kind, so that names in them can be compared."""
    return bool(_CJK_RUN.search(one.quote)) == bool(_CJK_RUN.search(other.quote))


def likeness(one: Figure, other: Figure) -> int:
    """How much speaks for one plan: names that both targets or sentences share, and the same end of the period."""
    named = _proper(one) & _proper(other)
    also_named = (place_words(_said(one)) & place_words(_said(other))) - _own_words(one) - _own_words(other) - named
    words = _words(one.target) & _words(other.target)
    pairs = letter_pairs(one.target) & letter_pairs(other.target)
    return 5 * len(named) + len(also_named) + len(words) + len(pairs) + 3 * same_end(one.period, other.period)


def _said(figure: Figure) -> str:
    return " ".join((figure.target, figure.quote, *(f.quote for f in figure.also)))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold().removesuffix("s") for word in _LATIN_WORD.findall(text) if len(word) > 3)


def same_end(one: Period | None, other: Period | None) -> bool:
    return bool(one and other and one.end and one.end == other.end)


def other_year(one: Period | None, other: Period | None) -> bool:
    """Both name the years they are about, and share none."""
    if not one or not other or not one.end or not other.end:
        return False
    return (one.start or one.end) > other.end or (other.start or other.end) > one.end


def parts_agree(one: Part | None, other: Part | None) -> bool:
    """Whether two figures may be the same share of a plan. What the text leaves open agrees with the whole of it."""
    whole = (None, Part.TOTAL)
    return one == other or (one in whole and other in whole)
