"""Drafts side by side -> ranges, and lists that share a scale or a unit.

"10 to 15 billion dollars" is one range; "$2.1, $2.4 and $2.9 billion" are three amounts. "From $5bn to $7bn" behind a
verb of change is an old value and a new one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.phrases import is_letter
from parsers.types import Bound, UnitKind

LIKE = 5  # numbers of a list that share a scale are within this factor of each other
LONGEST_LINK = 24  # characters between two numbers that are linked
REACH = 80  # characters in which a verb of change rules a "from ... to ..."

_COMMA = re.compile(r"^[,;、，/] ?")
_SENTENCE_END = re.compile(r"[.!?;。！？；\n] ?")


def join(low: str, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts with their neighbours' scale and unit, ranges folded into one."""
    links = [_link(low, left, right, lexicon) for left, right in pairwise(drafts)]
    for at in range(len(links) - 1, -1, -1):
        _lend(low, drafts[at], drafts[at + 1], links[at], lexicon)
    return _ranges(low, drafts, ["", *links], lexicon)


# --- lists ------------------------------------------------------------------------------------------------------------


def _gaps(low: str, left: Draft, right: Draft) -> tuple[str, ...]:
    """What stands between two numbers, with the words of the right one's bound ("bis zu") and without them."""
    whole = low[left.end : right.start].strip(" ")
    return (whole, low[left.end : right.bound_start].strip(" ")) if right.bound_start >= left.end else (whole,)


def _link(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> str:
    """How two numbers are linked: "range", "list", or "" where they are not."""
    if right.start - left.end > LONGEST_LINK:
        return ""
    words = lexicon.words
    gaps = _gaps(low, left, right)
    if any(gap in words.range_words or gap in ("-", "~", "--") for gap in gaps):
        return "range"
    if any(gap in words.change_words for gap in gaps):
        return "change"
    opened = _opener(low, left, lexicon)
    if opened and opened[0] in gaps:
        return "range"
    return "list" if any(_lists(gap, lexicon) for gap in gaps) else ""


def _lists(gap: str, lexicon: Lexicon) -> bool:
    """Whether the gap is a comma, a word such as "and", or both, past a filler: "and finally"."""
    rest = _COMMA.sub("", gap)
    filler = lexicon.fillers.before(rest, len(rest))
    rest = rest[: filler[1]].rstrip(" ") if filler else rest
    return rest in lexicon.words.list_words or (not rest and bool(gap))


def _lend(low: str, left: Draft, right: Draft, link: str, lexicon: Lexicon) -> None:
    """What the right one has and the left one lacks, and in a range also the other way round."""
    if not link:
        return
    if link != "list" and left.is_money and right.kind is UnitKind.MEASURE:
        _reread_suffix(low, left, right, lexicon)
    if left.unit is None and right.unit is not None and _may_share(left, right, link):
        _share_unit(left, right, link)
    elif left.unit is not None and left.unit == right.unit:
        if _lacks_scale(left, right) and left.sign_in_front and _alike(left, right, link):
            _share_scale(left, right)
    elif link != "list" and left.unit is not None and right.unit is None and _may_follow(low, left, right, lexicon):
        _follow(left, right)
    elif link != "list" and left.unit is None and right.unit is None and _lacks_scale(left, right):
        _share_scale(left, right)


def _may_share(left: Draft, right: Draft, link: str) -> bool:
    """Whether the left number has the right one's unit: never a sign in front, never "3,000 to 20 percent"."""
    if (right.is_money and right.sign_in_front) or (right.kind is UnitKind.PERCENT and left.value.amount > 100):
        return False
    if left.lone and link == "list":  # "two and 5 billion" are no list; "two, three and 5 billion" are
        return right.scaled and right.spelled
    return link != "list" or left.scaled == right.scaled or _lacks_scale(left, right)


def _share_unit(left: Draft, right: Draft, link: str) -> None:
    """ "10 and 15 billion dollars": the scale goes with the unit, if the two are of one size."""
    if _lacks_scale(left, right):
        if not _alike(left, right, link):
            return
        _share_scale(left, right)
    left.unit, left.per = right.unit, right.per
    left.rule = "unit shared"


def _lacks_scale(left: Draft, right: Draft) -> bool:
    """Whether the left number is in units of the right one's scale: "de 7.000 a 10.000 millones"."""
    printed = right.value.amount / right.value.scale
    largest = max(Decimal(1000), LIKE * printed)
    return not left.scaled and right.scaled and right.value.scale > 1 and left.value.amount < largest


def _alike(left: Draft, right: Draft, link: str) -> bool:
    """Whether the two numbers are of one size as printed."""
    if link != "list":
        return True
    ours, theirs = left.value.amount, right.value.amount / right.value.scale
    return bool(ours and theirs) and max(ours, theirs) <= LIKE * min(ours, theirs)


def _share_scale(left: Draft, right: Draft) -> None:
    left.value = left.value.times(right.value.scale)
    left.scaled = True


def _may_follow(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> bool:
    """Whether the right number has the left one's unit: "from 5% to 7", not "rose 20% to 3,000"."""
    if left.kind is UnitKind.PERCENT:
        return low[left.end : right.start].strip(" ") == "-" or _opener(low, left, lexicon) is not None
    return left.sign_in_front or right.scaled == left.scaled


def _follow(left: Draft, right: Draft) -> None:
    """ "$5-7 billion", "€1.2bn to 1.5bn": the second number takes the sign of the first."""
    right.unit = left.unit
    right.sign_in_front = left.sign_in_front
    right.rule = left.rule
    if _lacks_scale(left, right):
        _share_scale(left, right)


def _reread_suffix(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> None:
    """ "€300m-400m": behind money an "m" is no metre."""
    scale = lexicon.suffixes.after(low, right.number_end)
    if left.sign_in_front and scale is not None and scale[1] - right.end in (0, 1):  # "m", "m."
        right.value, right.scaled = right.value.times(Decimal(scale[0])), True
        right.unit, right.rule = left.unit, left.rule
        if _lacks_scale(left, right):
            _share_scale(left, right)


# --- ranges -----------------------------------------------------------------------------------------------------------


def _ranges(low: str, drafts: list[Draft], links: list[str], lexicon: Lexicon) -> list[Draft]:
    """The drafts with ranges folded into one; `links` says how each is linked to the one before it."""
    joined: list[Draft] = []
    for right, link in zip(drafts, links, strict=False):
        left = joined[-1] if joined else None
        if link == "range" and left is not None and left.high is None and _is_range(low, left, right, lexicon):
            _fold(low, left, right, lexicon)
        else:
            joined.append(right)
    return joined


def _is_range(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> bool:
    if _changes(low, left, right, lexicon):
        return False
    _thousands(low, left, right)
    return left.unit == right.unit and left.value.amount < right.value.amount


def _thousands(low: str, left: Draft, right: Draft) -> None:
    """ "$5-8,000" means five thousand."""
    printed = low[right.number : right.end]
    if "," not in printed or left.scaled or right.scaled or low[left.end] != "-" or left.value.amount >= 1000:
        return
    if left.value.amount < right.value.amount / 1000 and right.value.amount % 1000 == 0:
        left.value = left.value.times(Decimal(1000))


def _fold(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> None:
    """Make the left draft the range. Bounds of its ends are its own words ("bis zu"); only "about" speaks of it."""
    opened = _opener(low, left, lexicon)
    left.high = right.value
    left.end = right.end
    left.per = left.per or right.per
    left.start = opened[1] if opened else left.start
    marked = right.bound_start >= 0 and low[right.bound_start] == "~"  # 1.5~2万元: the mark of a range, no "about"
    ours = Bound.EXACT if marked else right.bound
    left.bound = Bound.ABOUT if Bound.ABOUT in (left.bound, ours) else Bound.EXACT
    left.rule = "range"


def _opener(low: str, left: Draft, lexicon: Lexicon) -> tuple[str, int] | None:
    """The word that opens a range, as what it is closed by and where it stands: "between" ... "and"."""
    start = left.bound_start if left.bound_start >= 0 else left.start
    at = start - 1 if low[start - 1 : start] == " " else start
    for opener, closer in lexicon.words.range_openers.items():
        if low.endswith(opener, 0, at) and not is_letter(low, at - len(opener) - 1):
            return closer, at - len(opener)
    return None


def _changes(low: str, left: Draft, right: Draft, lexicon: Lexicon) -> bool:
    """Whether "from ... to ..." tells an old and a new value: a verb of change stands in the same sentence.

    Where the word for "from" goes before the number, the verb goes before or between; where it follows (から), behind.
    """
    words = lexicon.words
    start = left.bound_start if left.bound_start >= 0 else left.start
    clause = _SENTENCE_END.split(low[max(0, start - REACH) : start])[-1].rstrip(" ")
    if clause.endswith(words.change_openers):
        return any(verb in clause or verb in low[left.end : right.start] for verb in words.change_verbs)
    if clause.rpartition(" ")[2].startswith(words.change_verbs) and not words.glued:
        return "-" not in low[left.end : right.start]  # "rose 2 dollars to 82"
    behind = _SENTENCE_END.split(low[right.end : right.end + REACH])[0]
    between = low[left.end : right.start].strip(" ") in words.change_openers
    return between and words.glued and any(verb in behind for verb in words.change_verbs)
