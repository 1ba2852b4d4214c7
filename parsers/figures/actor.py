"""Whose number it is. In: a mention in its scene, its metric; out: the actor and the rule.

A number belongs to the subject of its clause: the nearest clause in front that names somebody, in that clause the first
name that is not what money is given to or comes from. "The company" is whoever the text is about. Money that one
company puts into another is the receiver's funding; aid belongs to whom the sentence makes its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.actors import Name, Role, together
from parsers.figures.page import CLAUSE_END, Page, Scene, Seen, clauses
from parsers.figures.verdict import Verdict
from parsers.types import Actor, BlockKind

OWNS = re.compile(r"^(?:'s|s'|’s|的|の|의)\s?(?:[\w-]+\s){0,3}$")
JOINS = re.compile(r"^\s?(?:and|&|\+|und|et|y|e|en|i|、|和|与|與|及|·|・|,|と|와|과|＋|/)\s?(?:its|the)?\s?$")
POSSESSIVE = re.compile(r"'s\s|s'\s|的|の|의 ")
EARLIER = 4  # sentences back to which a subject is remembered
CLAUSE_OPENING = 24  # letters: "In a move that ..., the government"
FIRM = 80.0  # a metric said more strongly than this is not read again from who gives and who gets
NEAR = 32  # letters between an amount and who receives it
Whose = Verdict[Actor | None]


def read_actor(page: Page, seen: Seen, metric: str) -> Whose:
    """Return the actor of a mention; None where the text names nobody."""
    names = [
        name for name in seen.scene.actors if name.role is not Role.PUBLIC or _acts(page, seen, metric, name)
    ]
    for rule in (_receiver, _owner):
        verdict = rule(page, seen, metric, names)
        if verdict:
            return verdict
    name = _subject(page, seen, names)
    if metric == "investment" and (name is None or name.start > seen.mention.end or name.role is Role.PUBLIC):
        name = next((n for n in names if n.role is Role.COMPANY and marked(page, seen.scene, n, "giver")), name)
    if name is None:
        return _from_context(page, seen)
    if metric == "funding_raised" and _gives(page, seen, name):
        return _other_than(page, name, names)
    if name.role is Role.PRONOUN:
        return _referent(page, seen)
    return Verdict(_joint(page, name, names), f"actor:subject {page.release.text[name.start : name.end]!r}")


def _acts(page: Page, seen: Seen, metric: str, name: Name) -> bool:
    """A public body owns aid; other money only where it opens the clause of the amount."""
    if metric == "subsidy":
        return True
    if name.start - seen.scene.start <= CLAUSE_OPENING and name.end <= seen.mention.start and not seen.scene.names:
        return True
    for start, end in clauses(page, seen.scene):
        if start <= name.start < end and name.end <= seen.mention.start:
            return name.start - start <= CLAUSE_OPENING and seen.mention.start <= end
    return False


def _receiver(page: Page, seen: Seen, metric: str, names: Sequence[Name]) -> Whose | None:
    """Funding belongs to who gets it: "CYVN invests $738m in NIO", "loan for Rivian"."""
    if metric != "funding_raised":
        return None
    for name in names:
        if name.role in (Role.COMPANY, Role.NAMED) and _receives(page, seen, name):
            return Verdict(name.actor, "actor:receiver of the money")
    return None


def _receives(page: Page, seen: Seen, name: Name) -> bool:
    """Whether the name stands where a receiver does: "$1bn in Rivian", "offers Rivian a loan of $6bn"."""
    if not marked(page, seen.scene, name, "receiver"):
        return False
    start, end = (
        sorted((name.end, seen.mention.start)) if name.end <= seen.mention.start else (seen.mention.end, name.start)
    )
    gap = page.between(start, end)
    crossed = any(start <= each.start < end for each in seen.scene.mentions if each.quantity.unit.kind == "money")
    return (
        len(gap) <= (NEAR if name.start >= seen.mention.end else 2 * NEAR)
        and not crossed
        and not CLAUSE_END.search(gap)
    )


def _owner(page: Page, seen: Seen, metric: str, names: Sequence[Name]) -> Whose | None:
    """ "GM's $27 billion": the amount is of the name in front."""
    for name in names:
        if name.end <= seen.mention.start and OWNS.match(page.between(name.end, seen.mention.start)):
            return _referent(page, seen) if name.actor is None else Verdict(name.actor, "actor:possessor")
    return None


def _subject(page: Page, seen: Seen, names: Sequence[Name]) -> Name | None:
    """The first free name of the nearest clause in front that has one, else the first free name behind."""
    free = [name for name in names if not _is_object(page, seen.scene, name)]
    before = [name for name in free if name.end <= seen.mention.start]
    amounts = [
        each.end for each in seen.scene.mentions if each.end < seen.mention.start and each.quantity.unit.kind == "money"
    ]
    for start, end in reversed([span for span in clauses(page, seen.scene) if span[0] < seen.mention.start]):
        inside = [name for name in before if start <= name.start < end]
        later = [name for name in inside if name.start > max(amounts, default=-1)]  # "GM $1bn and Ford $2bn"
        for some in (later, inside):
            firm = [name for name in some if name.role is not Role.PRONOUN] or some
            if firm:
                return firm[0]
    return next((name for name in free if name.start >= seen.mention.end), None)


def _is_object(page: Page, scene: Scene, name: Name) -> bool:
    """ "From Volkswagen", "in Georgia", "Canada's NewVolt": no subject."""
    if name.role is Role.PUBLIC and (POSSESSIVE.match(page.folded, name.end) or _is_place_of(name, scene)):
        return True
    return any(marked(page, scene, name, tag) for tag in ("receiver", "giver", "comparison"))


def _is_place_of(name: Name, scene: Scene) -> bool:
    """ "The Georgia plant": where it stands, not whose it is."""
    return any(
        0 <= hit.start - name.end <= 1 and any(tag.name == "metric:investment" and tag.weak for tag in hit.tags)
        for hit in scene.hits
    )


def _gives(page: Page, seen: Seen, name: Name) -> bool:
    """Whether the subject hands the money to somebody else: "Robert Bollinger has provided $10 million"."""
    return any(
        name.end <= hit.start < seen.mention.start and any(tag.name == "gives" for tag in hit.tags)
        for hit in seen.scene.hits
    )


def _other_than(page: Page, giver: Name, names: Sequence[Name]) -> Whose:
    others = [name for name in names if name.role in (Role.COMPANY, Role.NAMED) and name.actor != giver.actor]
    receiver = others[0].actor if others else page.about
    return Verdict(receiver or giver.actor, "actor:who gets what the subject gives")


def money_into_company(page: Page, seen: Seen, said: Verdict[str], actor: Whose) -> tuple[Verdict[str], Whose]:
    """What one company, or an investor, puts into another is the other's funding, unless it is its own subsidiary."""
    if said.value not in ("investment", "acquisition", "other"):
        return said, actor
    issuer = next((name for name in seen.scene.names if name.actor and marked(page, seen.scene, name, "issued")), None)
    if issuer and issuer.actor and said.value != "other":
        return _funding_of(issuer.actor, said)
    investors = _investors_act(page, seen)
    if said.value == "acquisition" and not investors:
        return said, actor
    if actor.value and said.score < FIRM and _comes_from(page, seen, actor.value):
        return _funding_of(actor.value, said)
    for name in seen.scene.actors:
        if name.role is not Role.COMPANY or not name.actor or not _receives(page, seen, name):
            continue
        if investors or (said.value == "investment" and _strangers(page, actor.value, name.actor)):
            return _funding_of(name.actor, said)
    main = page.about
    return _funding_of(main, said) if investors and main and said.value != "other" else (said, actor)


def _comes_from(page: Page, seen: Seen, receiver: Actor) -> bool:
    """ "The unit gets $1 billion from TPG": somebody else's name stands behind "from"."""
    for hit in seen.scene.hits:
        if seen.mention.end <= hit.start <= seen.mention.end + NEAR and any(tag.name == "giver" for tag in hit.tags):
            behind = [name for name in seen.scene.names if hit.end <= name.start <= hit.end + 5]
            if page.folded[hit.start : hit.end] != "of" and any(name.actor != receiver for name in behind):
                return True
    return False


def _funding_of(receiver: Actor, said: Verdict[str]) -> tuple[Verdict[str], Whose]:
    rule = f"metric:put into {receiver.name} is its funding"
    return Verdict("funding_raised", rule, said.score), Verdict(receiver, "actor:receiver of the money")


def _investors_act(page: Page, seen: Seen) -> bool:
    """Whether investors are the subject of the amount's clause: no company stands between them and the amount."""
    for hit in seen.scene.hits:
        if hit.end <= seen.mention.start and any(tag.name == "investors" for tag in hit.tags):
            gap = page.between(hit.end, seen.mention.start)
            named = any(hit.end <= name.start < seen.mention.start for name in seen.scene.names)
            crossed = any(hit.end <= each.start < seen.mention.start for each in seen.scene.mentions)
            if not named and not crossed and not CLAUSE_END.search(gap):
                return True
    return False


def _strangers(page: Page, one: Actor | None, other: Actor) -> bool:
    """Whether money goes from one group to another; an actor that is not followed is of no group that is."""
    if one is None or one == other:
        return False
    groups = {page.companies.group_of(slug) for slug in one.slugs}
    return not groups & {page.companies.group_of(slug) for slug in other.slugs}


def marked(page: Page, scene: Scene, name: Name, tag: str) -> bool:
    """Whether a phrase of the tag stands directly before the name: "from", "in"."""
    for hit in scene.hits:
        if any(each.name == tag for each in hit.tags):
            gap = page.between(hit.end, name.start)
            if hit.end <= name.start and len(gap) <= 5 and "," not in gap:
                return True
    return False


def _joint(page: Page, name: Name, names: Sequence[Name]) -> Actor | None:
    """ "GM and Samsung SDI" are one actor."""
    actor = name.actor
    run = [each for each in names if each.role in (Role.COMPANY, Role.NAMED) and each.start >= name.start]
    if name.role not in (Role.COMPANY, Role.NAMED) or actor is None:
        return actor
    for one, other in pairwise(run):
        if other.actor is None or not JOINS.match(page.between(one.end, other.start)):
            break
        actor = actor if other.actor == actor else together(actor, other.actor)
    return actor


def _from_context(page: Page, seen: Seen) -> Whose:
    """Nobody in the sentence: the subject of the sentences before it in its paragraph, else whom the text is about."""
    block = seen.scene.block
    for scene in reversed(page.scenes[max(0, seen.scene.order - EARLIER) : seen.scene.order]):
        if scene.block is not block:
            break
        for name in scene.actors:
            if name.role in (Role.COMPANY, Role.PERSON, Role.NAMED) and not _is_object(page, scene, name):
                return Verdict(name.actor, "actor:subject of an earlier sentence")
    return _referent(page, seen)


def _referent(page: Page, seen: Seen) -> Whose:
    """ "The company" is whoever the text is about."""
    actor = page.about
    return Verdict(actor, "actor:whom the text is about") if actor else Verdict(None, "actor:nobody named")


def main_actor(page: Page) -> Actor | None:
    """Return whom the text is about: the first company of the headline, else of the article."""
    blocks = [block for block in page.release.blocks if block.kind is not BlockKind.FURNITURE]
    inside = [
        name for block in blocks for name in page.names if block.start <= name.start < block.start + len(block.text)
    ]
    headline = [name for name in inside if blocks and name.start < blocks[0].start + len(blocks[0].text)]
    lead = blocks[1].start + len(blocks[1].text) if len(blocks) > 1 else 0
    followed = [name for name in inside if name.role in (Role.COMPANY, Role.PERSON)]
    told = [name for name in headline if sum(each.actor == name.actor for each in inside) > 1]
    early = [name for name in followed if name.start < lead and not _compares(page, name)]
    first = next((name for name in (*(n for n in headline if n in followed), *told, *early, *inside)), None)
    return _joint(page, first, inside) if first else None


def _compares(page: Page, name: Name) -> bool:
    """ "EV makers like Mullen": an example, nobody the text is about."""
    hits = page.words.lexicon.find(page.folded, max(0, name.start - 16), name.start)
    return bool(hits) and any(tag.name == "comparison" for tag in hits[-1].tags)
