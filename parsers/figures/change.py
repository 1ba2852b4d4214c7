"""Old and new value of a change that the text states. In: the page; out: for each new value its old one.

"Raised from 24 to 30 trillion won", "30 billion, up from 22", "由100亿元增至150亿元", "1조에서 2조로 늘리고".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from parsers.figures.metric import way
from parsers.figures.page import CLAUSE_END, Page, Scene, Seen, title_hits, title_of
from parsers.figures.sameness import ROUNDING, converts, unit_of
from parsers.lexicon import Hit
from parsers.types import BlockKind, Direction, Mention

REACH = 48  # letters between the old and the new value
LONG_REACH = 160  # where a phrase of several words says it: "more than four times its"
INSTEAD = 30  # letters between "instead of" and the old value
VERB_REACH = 110.0  # letters between a verb of change and the value it leads to
MULTIPLE_NEAR = 20  # letters to the value that is multiplied, where the text prints it
TOUCH = 20  # letters between a preposition and its amount: "to at least", "up from the more than"


NEXT_SENTENCE = "change:corrected in the next sentence"
CONVERSION = re.compile(r" ?[(（][^()（）]{1,30}[)）]")
LARGEST_STEP = 50  # times: "$21 each ... instead of $367 million" are two things
SENTENCES = 3  # from the size of a change to its old value
BESIDE = 16  # letters from an amount to the phrase that says that something rose or fell by it
DIFFERENCES = {
    "more_than": Direction.RAISED, "less_than": Direction.CUT, "raise": Direction.RAISED, "cut": Direction.CUT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """A change: new value, old value, where it went."""

    new: Mention
    old: Mention
    direction: Direction
    rule: str


def read_steps(page: Page) -> dict[int, Step]:
    """Return the changes of a page by the place of the new value."""
    steps: dict[int, Step] = {}
    for scene in page.scenes:
        everything = (Seen(mention, scene) for mention in scene.mentions)
        money = [seen for seen in everything if seen.is_money]
        for number, first in enumerate(money):
            for second in money[number + 1 : number + 3]:
                step = _step(page, first, second)
                if step and step.new.start not in steps:
                    steps[step.new.start] = step
                    break
    if page.corrects:
        steps = {place: replace(step, direction=Direction.CORRECTED) for place, step in steps.items()}
    return _corrections(page) | steps


def _corrections(page: Page) -> dict[int, Step]:
    """ "An earlier version gave the cost as $4.22 billion. The right amount is $422 million": as both sentences say, or
    the headline."""
    found: dict[int, Step] = {}
    for wrong, right in pairwise(page.scenes):
        if wrong.block is not right.block or wrong.block.kind is BlockKind.TITLE:
            continue
        if not (page.corrects or (wrong.said("correct") and right.said("correct"))):
            continue
        old, new = ([each for each in scene.mentions if Seen(each, scene).is_money] for scene in (wrong, right))
        if len(old) == len(new) == 1 and unit_of(old[0]) == unit_of(new[0]) and not found:
            found[new[0].start] = Step(new[0], old[0], Direction.CORRECTED, NEXT_SENTENCE)
    return found


def read_differences(page: Page) -> tuple[frozenset[int], dict[int, Step]]:
    """Return the places of amounts by which another rose or fell, and the changes that they tell.

    "26 billion, 5 billion more than the 21 billion of March": 5 is nothing of its own, and 21 became 26.
    """
    money = [seen for seen in page.seen if seen.is_money]
    places: set[int] = set()
    steps: dict[int, Step] = {}
    for at, seen in enumerate(money):
        direction, surely = _difference_said(page, seen)
        if not direction:
            continue
        near = [other for other in money[max(0, at - 3) : at + 4] if _is_beside(seen, other)]
        pair = next((two for two in combinations(near, 2) if _differ_by(*two, seen)), None)
        if pair or surely:
            places.add(seen.key)
        if pair:
            low, high = sorted(pair, key=lambda each: each.mention.quantity.low)
            new, old = (high, low) if direction is Direction.RAISED else (low, high)
            steps[new.key] = Step(new.mention, old.mention, direction, "change:by the difference of the two")
    return frozenset(places), steps


def _difference_said(page: Page, seen: Seen) -> tuple[Direction, bool]:
    """Where something went by an amount, as the phrase behind it says, and whether the phrase can say nothing else."""
    if _is_excess(page, seen):
        return Direction.RAISED, True
    if seen.scene.block.kind is BlockKind.TITLE:
        return Direction.UNCHANGED, False  # "after $441 million upsized IPO"
    for family, direction in DIFFERENCES.items():
        for hit, _, _ in seen.scene.said(family):
            gap = page.between(seen.mention.end, hit.start)
            level = _touches(page, seen.scene, "to_after", seen.mention, before=False)
            if hit.start >= seen.mention.end and len(gap) * page.words.width <= BESIDE and "," not in gap and not level:
                return direction, family.endswith("_than")
    return Direction.UNCHANGED, False


def _is_excess(page: Page, seen: Seen) -> bool:
    """ "将投入270亿美元，比原计划多出70亿美元": by how much the larger amount before it passes another."""
    larger = any(
        each.end < seen.mention.start and each.quantity.low > seen.mention.quantity.high
        for each in seen.scene.mentions
        if unit_of(each) == unit_of(seen.mention)
    )
    return larger and not page.words.cues.spaced and _touches(page, seen.scene, "delta", seen.mention, before=True)


def _is_beside(seen: Seen, other: Seen) -> bool:
    """Whether both are in one currency, in one sentence or a few further."""
    apart = abs(other.scene.order - seen.scene.order)
    return other is not seen and apart <= SENTENCES and unit_of(other.mention) == unit_of(seen.mention)


def _differ_by(one: Seen, two: Seen, by: Seen) -> bool:
    step = by.mention.quantity
    difference = abs(one.mention.quantity.low - two.mention.quantity.low)
    return abs(difference - step.low) <= max(2 * step.precision, ROUNDING * step.low)


def headline_direction(page: Page) -> Direction:
    """Return what the headline says became of a plan, where it prints no amount: "Battery factory gets bigger"."""
    title = title_of(page)
    if title is None or any(seen.scene.block is title for seen in page.seen if seen.is_money):
        return Direction.UNCHANGED
    hits = title_hits(page)
    told = {tag.name for hit in hits for tag in hit.tags}
    if "grows" in told and "shrinks" not in told:
        return Direction.RAISED
    return Direction.CUT if "shrinks" in told and "grows" not in told else Direction.UNCHANGED


def corrects(page: Page) -> bool:
    """Return whether the headline says that the text corrects another."""
    hits = title_hits(page)
    return any(tag.name == "correct" for hit in hits for tag in hit.tags)


def read_direction(page: Page, seen: Seen) -> Direction:
    """Return where a value went of which the text names no old one: "raises its budget to 35 billion"."""
    scene, mention = seen.scene, seen.mention
    if _is_multiple(page, seen):
        return Direction.RAISED
    behind = _touches(page, scene, "to_after", mention, before=False)
    if not seen.is_money or not (behind or _touches(page, scene, "to", mention, before=True)):
        return Direction.UNCHANGED
    near = [
        (way(page, seen, hit), direction)
        for tag, direction in (("raise", Direction.RAISED), ("cut", Direction.CUT))
        for hit, _, _ in scene.said(tag)
    ]
    distance, direction = min(near, default=(VERB_REACH, Direction.UNCHANGED))
    return direction if distance < VERB_REACH else Direction.UNCHANGED


def _is_multiple(page: Page, seen: Seen) -> bool:
    """ "2 billion euros, twice as much as first planned": how the value compares with one that is not printed."""
    if not seen.is_money:
        return False
    for hit, _, _ in seen.scene.said("multiple"):
        gap = page.between(seen.mention.end, hit.start)
        nearest = not any(seen.mention.end <= each.start < hit.start for each in seen.scene.mentions)
        named = any(0 <= each.start - hit.end <= MULTIPLE_NEAR for each in seen.scene.mentions)
        if hit.start >= seen.mention.end and len(gap) * page.words.width <= VERB_REACH / 2 and nearest and not named:
            return True
    return False


def _step(page: Page, first: Seen, second: Seen) -> Step | None:
    one, two = first.mention, second.mention
    gap = len(page.between(one.end, two.start)) * page.words.width
    if unit_of(one) != unit_of(two) or gap > LONG_REACH:
        return None
    if gap > 2 * REACH:
        wordy = _touches(page, first.scene, "up_from", two, before=True, wordy=True)
        return _directed(first.scene, one, two, "change:new, up from old") if wordy else None
    if converts(page, one, two):
        return None
    if first.scene.said("correct"):
        if _touches(page, first.scene, "mistaken", two, before=True):
            return Step(one, two, Direction.CORRECTED, "change:the wrong value named behind the right one")
        behind = _touches(page, first.scene, "correct", two, before=True)
        ahead = _touches(page, first.scene, "correct", one, before=True)
        right, wrong = (two, one) if behind and not ahead else (one, two)
        return Step(right, wrong, Direction.CORRECTED, "change:corrected value named beside the wrong one")
    if _from_to(page, first, second):
        return _directed(first.scene, two, one, "change:from old to new")
    if _touches(page, first.scene, "up_from", two, before=True) or _is_instead(page, first.scene, one, two):
        return _directed(first.scene, one, two, "change:new, up from old")
    return None


def _is_instead(page: Page, scene: Scene, one: Mention, two: Mention) -> bool:
    """ "10 billion instead of the most recently planned 15 billion": a few words may stand between."""
    for hit, _, _ in scene.said("up_from"):
        gap, phrase = page.between(hit.end, two.start), page.folded[hit.start : hit.end]
        inside = one.end <= hit.start and hit.end <= two.start and len(gap) <= INSTEAD and not CLAUSE_END.search(gap)
        if inside and (phrase.startswith(page.words.instead) or (" " in phrase and page.words.cues.spaced)):
            return True
    return False


def _from_to(page: Page, first: Seen, second: Seen) -> bool:
    scene = first.scene
    opens = (
        _touches(page, scene, "from", first.mention, before=True)
        or _touches(page, scene, "from_after", first.mention, before=False)
        or _increased_from(page, scene, first.mention)
    )
    closes = _touches(page, scene, "to", second.mention, before=True) or _touches(
        page, scene, "to_after", second.mention, before=False
    )
    return opens and closes


def _increased_from(page: Page, scene: Scene, mention: Mention) -> bool:
    """ "Has increased from $175 million to $485 million": a phrase for "up from" ends with the word for "from"."""
    phrases = [
        page.folded[hit.start : hit.end] for hit, _, _ in scene.said("up_from") if _gap(page, hit, mention, before=True)
    ]
    words = [word.strip() for word in page.words.cues.from_.split(",")]
    return any(phrase.endswith(f" {word}") for phrase in phrases for word in words if word)


def _touches(page: Page, scene: Scene, tag: str, mention: Mention, *, before: bool, wordy: bool = False) -> bool:
    """Whether a phrase of the tag, if asked for one of several words, stands directly at the mention."""
    hits = [hit for hit, _, _ in scene.said(tag) if not wordy or " " in page.folded[hit.start : hit.end]]
    return any(_gap(page, hit, mention, before=before) and not _crosses(scene, hit, mention) for hit in hits)


def _crosses(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """Whether another amount stands between a phrase and the amount behind it."""
    return any(hit.end <= each.start and each.end <= mention.start for each in scene.mentions)


def _gap(page: Page, hit: Hit, mention: Mention, *, before: bool) -> bool:
    if before:
        return hit.end <= mention.start and (mention.start - hit.end) * page.words.width <= TOUCH
    converted = CONVERSION.match(page.folded, mention.end)  # "260억달러(약 36조원)로"
    end = converted.end() if converted else mention.end
    return end <= hit.start <= end + 2


def _directed(scene: Scene, new: Mention, old: Mention, rule: str) -> Step | None:
    after, before = new.quantity.low, old.quantity.low
    if after == before or min(after, before) * LARGEST_STEP < max(after, before):
        return None
    return Step(new, old, Direction.RAISED if after > before else Direction.CUT, rule)
