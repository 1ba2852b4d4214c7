"""Money that passes from one to another. In: a mention, what it was taken for; out: the receiver's funding.

What one company or an investor puts into another is the other's funding: "CYVN invests $738m in NIO". What a company
puts into its own subsidiary stays its investment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parsers.actors import Name, Role
from parsers.figures.page import CLAUSE_END, Page, Seen
from parsers.figures.verdict import Verdict
from parsers.languages import number_words
from parsers.lexicon import Hit
from parsers.types import Actor, Figure
from parsers.vocabulary import vocabulary

PUT_INTO = "metric:put into "
RECEIVER = "actor:receiver of the money"
FIRM = 80.0  # a metric said more strongly than this is not read again from who gives and who gets
NEAR = 32  # letters between an amount and who receives it
NOUN = re.compile(r" ([a-z][\w-]*)\b")
TOUCH = 5  # letters between a preposition and its name
GIVING = frozenset({"giver", "source", "comparison"})
Whose = Verdict[Actor | None]
Reread = tuple[Verdict[str], Whose]


def read_receiver(page: Page, seen: Seen, names: Sequence[Name]) -> Whose | None:
    """Return who gets the money of a mention, where the sentence says it by a preposition."""
    for name in names:
        if name.role not in (Role.COMPANY, Role.NAMED):
            continue
        if _is_issued(page, seen, name) or _owns_round(page, seen, name) or _receives(page, seen, name):
            return Verdict(name.actor, RECEIVER)
    return None


def _owns_round(page: Page, seen: Seen, name: Name) -> bool:
    """ "Google has joined Redwood's Series E": a round is of whom it is called after."""
    behind = page.folded[name.end : name.end + NEAR]
    owned = page.words.owned_behind(behind)
    if not owned or not page.words.cues.spaced:
        return False
    start = name.end + len(behind) - len(owned)
    return any(
        metric == "funding_raised" and not weak and 0 <= hit.start - start <= 1 and hit.end <= seen.mention.start
        for hit, metric, weak in seen.scene.said("metric")
    )


def other_than(page: Page, giver: Name, names: Sequence[Name]) -> Whose:
    """Return who gets what the subject gives: the other company of the sentence, else whom the text is about."""
    others = [name for name in names if name.role in (Role.COMPANY, Role.NAMED) and name.actor != giver.actor]
    receiver = others[0].actor if others else page.about
    return Verdict(receiver or giver.actor, "actor:who gets what the subject gives")


def gives(seen: Seen, name: Name) -> bool:
    """Return whether the subject hands the money to somebody else: "Robert Bollinger has provided $10 million"."""
    taken = {hit.start for hit, _, _ in seen.scene.said("giver")}  # "subscribed by Hanul"
    return any(
        name.end <= hit.start < seen.mention.start and not taken & {hit.end, hit.end + 1}
        for hit, _, _ in seen.scene.said("gives")
    )


def money_into_company(page: Page, seen: Seen, said: Verdict[str], actor: Whose) -> Reread:
    """Return metric and actor of a mention, read again where the money goes from one to another."""
    if said.value not in ("investment", "acquisition", "other"):
        return said, actor
    verbs = [hit.end for hit, name, _ in seen.scene.said("metric") if name == "acquisition"]
    bought = said.value == "acquisition" and any(
        hit.start >= min(verbs, default=seen.mention.end) for hit, _, _ in seen.scene.said("source")
    )  # "buys stakes in Chery for 10 billion from a fund": existing shares
    investors = not bought and (_investors_act(page, seen) or _joins_round(page, seen))
    sold = _of_securities(page, seen) and (page.about not in (None, actor.value) or _from_issuer(page, seen))
    issuer = page.about if sold else _issuer(page, seen, said)
    receiver = issuer or (None if sold else _beneficiary(page, seen, said, actor, investors=investors))
    if receiver is None and investors and said.value != "other":
        named = actor.value == page.about and actor.rule.startswith("actor:subject '")
        receiver = _other_company(page, actor.value) if named else page.about
    if receiver is None:
        return said, actor
    rule = f"{PUT_INTO}{receiver.name} is its funding"
    return Verdict("funding_raised", rule, said.score), Verdict(receiver, RECEIVER)


def receiver_of_aid(page: Page, seen: Seen, actor: Whose, before: Figure | None) -> Whose:
    """ "Britain backs Britishvolt with £100 million": aid is of the one company that its sentence names; a piece of it,
    told in a sentence that names none, of whose the whole is. Without spaces a place looks like a name."""
    roles = (Role.COMPANY, Role.NAMED) if page.words.cues.spaced else (Role.COMPANY,)
    names = (name for name in seen.scene.names if name.role in roles)
    firms = {name.actor for name in names if not GIVING & seen.scene.marks(name)}
    if len(firms) == 1:
        return Verdict(firms.pop(), "actor:receiver of the aid")
    if (
        before
        and not seen.scene.names
        and before.metric == "subsidy"
        and seen.scene.block.start <= before.mention.start
    ):
        return Verdict(before.actor, "actor:receiver of the aid before it")
    return actor


def _of_securities(page: Page, seen: Seen) -> bool:
    """ "Has agreed to buy $1 billion of convertible preferred stock": what is bought is the issuer's paper."""
    behind = _of_kind(page.words.language).match(page.folded, seen.mention.end)
    return behind is not None and not page.words.securities.isdisjoint(behind.group(1).split(" "))


@cache
def _of_kind(language: str) -> re.Pattern[str]:
    links = "|".join(re.escape(link) for link in vocabulary(language).of_paper) or r"(?!)"
    return re.compile(rf" (?:{links}) ((?:[\w-]+ ){{0,4}}[\w-]+)")


def _from_issuer(page: Page, seen: Seen) -> bool:
    """ "Will purchase $1 billion of convertible preferred stock from the Company"."""
    return page.about is not None and any(
        name.role is Role.PRONOUN and " " in page.folded[name.start : name.end] and GIVING & seen.scene.marks(name)
        for name in seen.scene.actors
        if name.start >= seen.mention.end
    )


def _issuer(page: Page, seen: Seen, said: Verdict[str]) -> Actor | None:
    """ "Pays $738m for new NIO shares", "buys new NIO shares for $738m"; another clause has another amount."""
    marked = (name for name in seen.scene.names if said.value != "other" and _is_issued(page, seen, name))
    return next((name.actor for name in marked), None)


def _is_issued(page: Page, seen: Seen, name: Name) -> bool:
    gap = "" if name.start >= seen.mention.end else page.between(name.end, seen.mention.start)
    return "issued" in seen.scene.marks(name) and not CLAUSE_END.search(gap)


def _beneficiary(page: Page, seen: Seen, said: Verdict[str], actor: Whose, *, investors: bool) -> Actor | None:
    """The subject that gets money from somebody, or the company that the money is put into."""
    if said.value == "acquisition" and not investors:
        return None
    if actor.value and said.score < FIRM and _comes_from(seen, actor.value):
        return actor.value
    if any(_is_company_behind(page, seen, name) for name in seen.scene.actors):
        return page.about
    for name in seen.scene.names:
        if name.role is not Role.COMPANY or not name.actor or not _receives(page, seen, name):
            continue
        if said.value == "investment" and _is_handed(page, seen, name):
            return name.actor
        if investors or (said.value == "investment" and _strangers(page, actor.value, name.actor)):
            return name.actor
        if said.value == "investment" and _is_itself(page, seen, name, actor):
            return name.actor
    return None


def _is_itself(page: Page, seen: Seen, name: Name, actor: Whose) -> bool:
    """ "A vehicle of two banks is investing $400 million in Polestar": where the sentence names no other, and the money
    is put into whom the text is about, somebody else puts it there."""
    owns = page.words.owned_behind(page.folded[name.end : name.end + TOUCH]) is not None
    behind = 0 <= name.start - seen.mention.end <= TOUCH
    return behind and name.actor == actor.value and not actor.rule.startswith("actor:subject '") and not owns


def _is_company_behind(page: Page, seen: Seen, name: Name) -> bool:
    """ "An investment of €700 million into the company": never "in its plants"."""
    told = name.role is Role.PRONOUN and " " in page.folded[name.start : name.end]
    return told and 0 <= name.start - seen.mention.end <= TOUCH + TOUCH and "receiver" in seen.scene.marks(name)


def _receives(page: Page, seen: Seen, name: Name) -> bool:
    """Whether the name stands where a receiver does: "$1bn in Rivian", "offers Rivian a loan of $6bn"."""
    if _is_handed(page, seen, name):
        return True
    if "receiver" not in seen.scene.marks(name):
        return False
    if _buys_securities(page, name) or _is_made_by(page, name) or _is_second(page, seen, name):
        return False
    if _is_lent_to(seen, name):
        return True
    behind = name.start >= seen.mention.end
    start, end = (seen.mention.end, name.start) if behind else (name.end, seen.mention.start)
    gap = page.between(start, end)
    if behind and sum(start <= hit.start < end for hit, _, _ in seen.scene.said("receiver")) > 1:
        return False  # "in a plant next to Renault's"
    crossed = any(start <= each.start < end for each in seen.scene.mentions if each.quantity.unit.kind == "money")
    return len(gap) <= (NEAR if behind else 2 * NEAR) and not crossed and not CLAUSE_END.search(gap)


def _other_company(page: Page, giver: Actor | None) -> Actor | None:
    """ "TPG to invest in Tata Motors' passenger car business": whom the text names first beside who gives."""
    firms = (name.actor for name in page.names if name.role is Role.COMPANY)
    return next((actor for actor in firms if actor != giver), None)


def _is_handed(page: Page, seen: Seen, name: Name) -> bool:
    """ "向蔚来注资": between a preposition and the verb stands who gets the money."""
    given = any(0 <= hit.start - name.end <= 1 for hit, _, _ in seen.scene.said("gives"))
    return given and not page.words.cues.spaced and "giver" in seen.scene.marks(name)


def _is_second(page: Page, seen: Seen, name: Name) -> bool:
    """ "PowerCo und der belgische Konzern Umicore investieren": who acts with the one before is given nothing."""
    before = next((each for each in reversed(seen.scene.names) if each.end < name.start), None)
    gap = page.between(before.end, name.start) if before else ""
    return any(gap.startswith(f" {join} ") for join in page.words.joins) and "," not in gap


def _is_made_by(page: Page, name: Name) -> bool:
    """ "Invests in Tesla ultra-fast chargers": what is bought of it, and no share in it."""
    behind = NOUN.match(page.release.text, name.end) if page.words.cues.spaced else None
    if behind is None or behind.group(1) in number_words(page.release.language).stops:
        return False
    return not page.words.lexicon.find(page.folded, behind.start(1), behind.end(1))


def _is_lent_to(seen: Seen, name: Name) -> bool:
    """ "Makes its loan to Polestar bigger, $1 billion": who stands right behind a noun of funding and a preposition."""
    link = next((hit for hit, _, _ in seen.scene.said("receiver") if 0 <= name.start - hit.end <= 1), None)
    return link is not None and any(
        link.start - hit.end in (0, 1)
        for hit, metric, weak in seen.scene.said("metric")
        if metric == "funding_raised" and not weak
    )


def _buys_securities(page: Page, name: Name) -> bool:
    """ "The issue of 94 million shares to Volkswagen": who gets the shares gives the money."""
    before = page.folded[max(0, name.start - NEAR) : name.start]
    return any(f" {word} to " in f"{before} "[: len(before)] for word in page.words.securities)


def _comes_from(seen: Seen, receiver: Actor) -> bool:
    """ "The unit gets $1 billion from TPG": somebody else's name stands behind "from"."""
    return any(
        name.actor != receiver and "source" in seen.scene.marks(name)
        for name in seen.scene.names
        if seen.mention.end <= name.start <= seen.mention.end + NEAR + TOUCH
    )


def _investors_act(page: Page, seen: Seen) -> bool:
    """Whether investors are the subject of the amount's clause: no company stands between them and the amount."""
    before = [name for name in seen.scene.names if name.end <= seen.mention.start]
    if before and _is_investor(page, before[-1]) and not _is_joined(page, before):
        return True
    for hit, _, _ in seen.scene.said("investors"):
        if hit.end <= seen.mention.start and not _is_told(page, seen, hit):
            start, end = hit.end, seen.mention.start
            named = any(  # "investors led by Hefei", "pension fund PGGM" are still the investors
                start + (name.role is Role.NAMED) < name.start < end and "giver" not in seen.scene.marks(name)
                for name in seen.scene.names
            )
            crossed = any(start <= each.start < end for each in seen.scene.mentions)
            if not named and not crossed and not CLAUSE_END.search(page.between(start, end)):
                return True
    return False


def _joins_round(page: Page, seen: Seen) -> bool:
    """In a text whose headline is a round, investors before the amount give it, whatever the clauses between."""
    return page.headline == "funding_raised" and any(
        hit.end <= seen.mention.start
        and not any(hit.end <= name.start < seen.mention.start for name in seen.scene.names)
        for hit, _, _ in seen.scene.said("investors")
    )


def _is_investor(page: Page, name: Name) -> bool:
    """ "British International Investment", "BII": known for what it does, by its name."""
    printed = page.folded[name.start : name.end]
    hits = page.words.lexicon.find(printed, 0, len(printed)) if name.role is Role.NAMED else []
    return any(tag.name == "investors" for hit in hits for tag in hit.tags)


def _is_joined(page: Page, names: Sequence[Name]) -> bool:
    """ "Tata Motors and TPG": the last acts together with the one before."""
    return len(names) > 1 and page.between(names[-2].end, names[-1].start).strip() in page.words.joins


def _is_told(page: Page, seen: Seen, investors: Hit) -> bool:
    """ "EVE told investors it would build": who is told, and nobody who acts."""
    told = (hit.end for hit, _, _ in seen.scene.said("announces"))
    return any(end <= investors.start and len(page.between(end, investors.start)) <= TOUCH for end in told)


def _strangers(page: Page, one: Actor | None, other: Actor) -> bool:
    """Whether money goes from one group to another; an actor that is not followed is of no group that is."""
    if one is None or one == other:
        return False
    groups = {page.companies.group_of(slug) for slug in one.slugs}
    return not groups & {page.companies.group_of(slug) for slug in other.slugs}
