"""Vehicles, batteries, charging, or a company that is followed? In: a page, an actor; out: yes or no, and the rule."""

from __future__ import annotations

from parsers.actors import Role
from parsers.figures.metric import SILENT
from parsers.figures.page import CLAUSE_END, Page, Seen
from parsers.figures.verdict import Verdict
from parsers.types import Actor, BlockKind

OPENING = 30  # letters
FROM = 40  # letters from an amount to whom it comes from
OF_PUBLIC = 5  # letters: "Kredit des Ministeriums"
OWNED = 6  # letters between a public body and what it only owns
LEAD, LEAD_LETTERS = 2, 600  # headline and first paragraph


def in_scope(page: Page, seen: Seen, actor: Actor | None) -> Verdict[bool]:
    """Return whether a figure of this actor in this text is one that people watch for: a company's, in the field."""
    if is_public(page, actor):
        return Verdict(False, "scope:a public body, no company")
    if actor and actor.slugs:
        return Verdict(True, "scope:a company that is followed")
    if actor and _is_others(page, actor):
        return Verdict(False, "scope:others, whom nobody names")
    if any(name.role is Role.COMPANY for name in seen.scene.names):
        return Verdict(True, "scope:beside a company that is followed")
    if actor is None and not seen.scene.said("pronouns"):
        return Verdict(False, "scope:nobody is named")
    if seen.scene.said("scope"):
        return Verdict(True, "scope:sentence is about vehicles")
    if actor is not None and page.about is not None and page.about.slugs:
        return Verdict(False, "scope:another than whom the text is about, and nothing of vehicles")
    return Verdict(page.in_field, f"scope:text is about {'vehicles' if page.in_field else 'something else'}")


def money_of_public(page: Page, seen: Seen, metric: Verdict[str], actor: Actor | None) -> Verdict[str]:
    """What a government "invests" is public aid."""
    if metric.rule == SILENT and is_public(page, actor):
        return Verdict("subsidy", "metric:what a public body gives is aid", metric.score)
    if metric.value in ("investment", "funding_raised") and (
        is_public(page, actor)
        or (metric.value == "funding_raised" and (_public_gives(page, seen) or _from_public(page, seen)))
    ):
        return Verdict("subsidy", "metric:money of a public body is aid", metric.score)
    return metric


def _public_gives(page: Page, seen: Seen) -> bool:
    """ "The energy department offers Rivian a loan": the sentence begins with a public body that gives."""
    public = next((hit for hit, _, _ in seen.scene.said("government")), None)
    if public is None or public.end > seen.mention.start or public.start - seen.scene.start > OPENING:
        return False
    owned = page.words.owned_behind(page.folded[public.end : public.end + 4]) is not None
    if owned and any(0 <= name.start - public.end <= OWNED for name in seen.scene.names):
        return False  # "Canada's NewVolt"
    if any(name.start < public.end for name in seen.scene.names):
        return False
    given = any(hit.start >= public.end for hit, _, _ in seen.scene.said("gives"))
    return given or not any(public.end <= name.start < seen.mention.start for name in seen.scene.names)


def _from_public(page: Page, seen: Seen) -> bool:
    """ "Closed a $1.25 billion loan from the Department of Energy", "der Kredit des Energieministeriums über 375"."""
    public = [
        name
        for name in seen.scene.actors
        if name.role is Role.PUBLIC and page.words.owned_behind(page.folded[name.end : name.end + 4]) is None
    ]
    given = any(
        {"source", "giver"} & seen.scene.marks(name)
        and not CLAUSE_END.search(page.between(seen.mention.end, name.start))
        for name in public
        if 0 <= name.start - seen.mention.end <= FROM
    )
    loans = [hit for hit, metric, _ in seen.scene.said("metric") if metric == "funding_raised"]
    lent = any(
        0 <= name.start - hit.end <= OF_PUBLIC and 0 <= seen.mention.start - name.end <= FROM
        for name in public
        for hit in loans
    )
    return given or lent


def is_public(page: Page, actor: Actor | None) -> bool:
    """Whether an actor is a government or what belongs to one, by the words of its name."""
    if actor is None or actor.slugs:
        return False
    if not page.words.cues.spaced and actor.name.endswith(page.words.name_endings):
        return False  # 深圳市星源科技: a company of that city
    hits = page.words.lexicon.find(actor.name.lower(), 0, len(actor.name))
    return any(tag.name == "government" for hit in hits for tag in hit.tags)


def _is_others(page: Page, actor: Actor) -> bool:
    """ "Suppliers": a trade and no company."""
    hits = page.words.lexicon.find(actor.name.lower(), 0, len(actor.name))
    return any(tag.name == "others" for hit in hits for tag in hit.tags)


def speaks_of_field(page: Page) -> bool:
    """Return whether headline and lead speak of vehicles, batteries or charging: a word further down proves nothing."""
    lead = [block for block in page.release.blocks if block.kind is not BlockKind.FURNITURE][:LEAD]
    return any(
        tag.name == "scope"
        for block in lead
        for hit in page.words.lexicon.find(page.folded, block.start, block.start + min(len(block.text), LEAD_LETTERS))
        for tag in hit.tags
    )
