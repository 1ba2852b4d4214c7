"""Whom a text is about, and who comes in it in passing.

In: a page; out: an actor or None: "the company", and the subject of numbers that have none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.actors import Name, Role, together
from parsers.figures.page import Page, Seen
from parsers.metrics import ALERTING
from parsers.types import Actor, Block, BlockKind

MOST = 400  # names: whom a text is about is clear long before
OPENING = 4  # blocks: who is named later is not whom a text is about
LEAD = 500  # letters in which a text says whom it is about, its headline included
IN_PASSING = 200  # letters behind the headline: who comes in the lead does not come in passing
LOOK_BEHIND = 20  # letters behind a name that say it only describes another
LOOK_BACK = 16  # letters in front of a name in which a comparison is looked for
FOLLOWED = (Role.COMPANY, Role.PERSON)
OBJECTS = frozenset({"receiver", "giver", "source", "comparison"})
SIGNS = frozenset({"&", "+", "/", "·", "・"})  # join names in every language


def main_actor(page: Page) -> Actor | None:
    """Return the first company of the headline that is followed, or named again; else the first of the lead, of all."""
    blocks = [block for block in page.release.blocks if block.kind is not BlockKind.FURNITURE]
    names = [name for name in page.names[:MOST] if not only_describes(page, name)]
    headline = _inside(names, blocks[:1])
    lead = [name for name in _inside(names, blocks[:2]) if name.start <= blocks[0].start + LEAD]
    opening = _inside(names, blocks[:OPENING])
    examples = {name.actor for name in opening if _is_example(page, name)}
    times = Counter(name.actor for name in names)
    choices = (
        *(name for name in headline[:1] if not page.words.cues.spaced and page.folded[name.end : name.end + 1] == ":"),
        *(name for name in headline if name.role in FOLLOWED and not _is_other(page, name)),
        *(name for name in headline if times[name.actor] > 1),
        *(name for name in headline if name.role in FOLLOWED),
        *(name for name in lead if name.role in FOLLOWED and name.actor not in examples),
        *(name for name in opening if name.actor not in examples),
    )
    return joint(page, choices[0], names) if choices else None


def joint(page: Page, name: Name, names: Sequence[Name]) -> Actor | None:
    """Return the actor of a name, with those joined to it: "GM and Samsung SDI" are one."""
    actor = name.actor
    if name.role not in (Role.COMPANY, Role.NAMED) or actor is None:
        return actor
    run = [each for each in names if each.role in (Role.COMPANY, Role.NAMED) and each.actor]
    behind = [each for each in run if each.start >= name.start]
    ahead = [each for each in reversed(run) if each.start <= name.start]
    for chain in (behind, ahead):
        for one, other in pairwise(chain):
            if other.actor is None or not _joins(page, *sorted((one, other), key=lambda each: each.start)):
                break
            actor = actor if other.actor == actor else together(actor, other.actor)
    return actor


def _joins(page: Page, one: Name, other: Name) -> bool:
    """In a headline a comma joins too: "SK On, Hyundai to build"."""
    between = page.between(one.end, other.start).strip()
    if between == "," and is_given_to(page, other):
        return False
    return between in page.words.joins or between in SIGNS or (between == "," and other.end <= len(page.release.title))


def _inside(names: Sequence[Name], blocks: Sequence[Block]) -> list[Name]:
    starts = [block.start for block in blocks]
    found = []
    for name in names:
        place = bisect_right(starts, name.start) - 1
        if place >= 0 and name.start < starts[place] + len(blocks[place].text):
            found.append(name)
    return found


def only_describes(page: Page, name: Name) -> bool:
    """ "BMW-backed Solenta", "Lucid-style start-up", "Renault ally Nissan": the name says something of another."""
    behind = page.folded[name.end : name.end + LOOK_BEHIND]
    if _owns_next(page, name):
        return True
    if page.release.text[name.end : name.end + 1] == "-":
        return behind[1:].startswith(page.words.lends)
    if not page.words.cues.spaced:  # 奇瑞グループの株式
        behind = behind.removeprefix(next((end for end in page.words.name_endings if behind.startswith(end)), ""))
    behind = (page.words.owned_behind(behind) or behind).lstrip(" ")
    return behind.startswith(page.words.relations) and any(
        behind.startswith(word) and not (page.words.cues.spaced and behind[len(word) :][:1].isalnum())
        for word in page.words.relations
    )


def is_in_passing(page: Page, seen: Seen, metric: str, actor: Actor | None) -> bool:
    """ "Ford, by contrast, froze $12 billion": a plan of another company, in one sentence of a text about a company of
    the headline. Its own news has a text of its own."""
    if actor is None or page.about is None or not page.about.slugs or metric not in ALERTING:
        return False
    groups = _groups(page, page.about)
    lead = page.release.blocks[0].start + len(page.release.title) + IN_PASSING
    if not actor.slugs or seen.scene.start <= lead or groups & _groups(page, actor):
        return False
    named = [name for name in page.names[:MOST] if name.actor and name.actor.slugs]
    mine = [name.start for name in named if name.actor and groups & _groups(page, name.actor)]
    theirs = [name.start for name in named if name.actor and set(name.actor.slugs) & set(actor.slugs)]
    here = range(seen.scene.start, seen.scene.end)
    title = len(page.release.title)
    nobody = not any(name.start < title for name in named)
    headed = any(start < (lead if nobody else title) for start in mine)
    return headed and not any(start in here for start in mine) and all(start in here for start in theirs)


def _groups(page: Page, actor: Actor) -> set[str]:
    return {page.companies.group_of(slug) for slug in actor.slugs}


def is_given_to(page: Page, name: Name) -> bool:
    """ "우버, 루시드에 3억 달러 투자": the second gets, and does not act."""
    dative = page.words.cues.dative
    return bool(dative) and page.folded[name.end : name.end + 1] == dative


def _owns_next(page: Page, name: Name) -> bool:
    """ "长安汽车旗下的阿维塔", "Hyundai unit Mobis": of an owner and the company it owns the latter acts."""
    owning = page.words.owning
    at = bisect_right(page.names, name.start, key=lambda each: each.start) if owning else len(page.names)
    following = (each for each in page.names[at : at + 2] if each.role in (Role.COMPANY, Role.NAMED))
    return any(re.fullmatch(owning, page.between(name.end, each.start)) for each in following)


def _is_other(page: Page, name: Name) -> bool:
    """ "Torqline raises $140m from BMW", "supplies Hyundai": who gives or gets, while another is the subject."""
    start = max(0, name.start - LOOK_BACK)
    hits = page.words.lexicon.find(page.folded, start, name.start)
    touches = bool(hits) and name.start - hits[-1].end <= 1 and page.words.cues.spaced
    return touches and any(tag.name in OBJECTS for tag in hits[-1].tags)


def _is_example(page: Page, name: Name) -> bool:
    """ "EV makers like Mullen": an example, nobody the text is about."""
    hits = page.words.lexicon.find(page.folded, max(0, name.start - LOOK_BACK), name.start)
    return bool(hits) and any(tag.name == "comparison" for tag in hits[-1].tags)
