"""Whose number it is. In: a mention in its scene, its metric; out: the actor and the rule.

A number belongs to the subject of its clause: the nearest clause in front that names somebody, in that clause the first
name that is not what money is given to or comes from. "The company" is whoever the text is about. Funding belongs to
the receiver (`parsers.figures.receiver`), aid to whom the sentence makes its subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from parsers.actors import Name, Role
from parsers.figures.about import is_given_to, joint, only_describes
from parsers.figures.metric import is_small
from parsers.figures.page import CLAUSE_END, Page, Scene, Seen, clauses, earlier_sentences
from parsers.figures.receiver import gives, other_than, read_receiver
from parsers.figures.verdict import Verdict
from parsers.languages import number_words
from parsers.types import Actor
from parsers.vocabulary import vocabulary

EARLIER = 4  # sentences back to which a subject is remembered
CLAUSE_OPENING = 24  # letters: "In a move that ..., the government"
OWNED_LETTERS, OWNED_WORDS = 30, 3  # "GM's earlier electric $27 billion"
FEDERAL = {"USD": "US government", "CAD": "Canadian government", "AUD": "Australian government"}
BESIDE, NOUN_NEAR = 8, 30  # letters: "a $7,500 federal credit", "$8.4 billion in federal funding"
BEFORE_IT = 200  # letters before a sentence
ASIDE = 12  # letters between a name and a clause about it: "(ACC), which"
APPOSITION = 4  # letters between a name and its relative clause
BEFORE_VERB = 6  # letters between who acts and the verb: " will "
BOUGHT = 40  # letters from a verb of buying to what is bought
OWNER = 4  # letters behind a name that hold an owner's mark
CITY = re.compile(r"[A-Z][\w.-]+, $")
LONGEST_CITY = 24  # letters
NO_SUBJECT = frozenset({"receiver", "giver", "comparison"})
Whose = Verdict[Actor | None]


def read_actor(page: Page, seen: Seen, metric: str) -> Whose:
    """Return the actor of a mention; None where the text names nobody."""
    if metric == "subsidy" and any(_is_given(seen.scene, name) for name in seen.scene.actors):
        return _referent(page)
    if metric == "subsidy" and (federal := _federal(page, seen)):
        return federal
    names = [name for name in seen.scene.actors if name.role is not Role.PUBLIC or _acts(page, seen, metric, name)]
    received = read_receiver(page, seen, names) if metric == "funding_raised" else None
    return received or _owner(page, seen, names) or _by_subject(page, seen, metric, names)


def _federal(page: Page, seen: Seen) -> Whose | None:
    """ "Voted to eliminate federal tax credits. These credits of up to $7,500": aid of the state, and of no company."""
    state = FEDERAL.get(seen.mention.quantity.unit.code)
    if state is None:
        return None
    near = [
        max(hit.start - seen.mention.end, seen.mention.start - hit.end)
        for hit in seen.scene.hits
        if any(tag.name == "federal" for tag in hit.tags)
    ]
    told = min(near, default=BEFORE_IT) <= (BESIDE if is_small(seen.mention.quantity) else NOUN_NEAR)
    if not (told and is_small(seen.mention.quantity)) and any(_is_somebody(page, name) for name in seen.scene.actors):
        return None
    start = max(seen.scene.block.start, seen.scene.start - BEFORE_IT)
    before = page.words.lexicon.find(page.folded, start, seen.scene.start)
    told = told or any(tag.name == "federal" for hit in before for tag in hit.tags)
    return Verdict(Actor(state), "actor:the state that 'federal' means") if told else None


def _is_somebody(page: Page, name: Name) -> bool:
    """A company, or "the company"; "it" may be anything."""
    return name.role is not Role.PUBLIC and (name.role is not Role.PRONOUN or " " in page.folded[name.start : name.end])


def _by_subject(page: Page, seen: Seen, metric: str, names: Sequence[Name]) -> Whose:
    name = _subject(page, seen, metric, names)
    if metric == "investment" and (name is None or name.start > seen.mention.end or name.role is Role.PUBLIC):
        given = (each for each in names if each.role is Role.COMPANY and "giver" in seen.scene.marks(each))
        name = next(given, name)
    if name is None and _is_somebody_else(page, seen):
        return Verdict(None, "actor:a company that is not named")
    if name is None:
        return (_public_before(page, seen) if metric == "subsidy" else None) or _from_context(page, seen)
    if metric == "funding_raised" and gives(seen, name):
        return other_than(page, name, names)
    if name.role is Role.PRONOUN:
        return _sentence_subject(page, seen, name, names) or _referent(page)
    return Verdict(joint(page, name, names), f"actor:subject {page.release.text[name.start : name.end]!r}")


def _is_somebody_else(page: Page, seen: Seen) -> bool:
    """ "A start-up making heat pumps gets $12 million": whom a text has named it does not call "a" company."""
    start = next((start for start, end in clauses(page, seen.scene) if start <= seen.mention.start < end), None)
    opening = _unnamed(page.words.language).match(page.folded, start) if start is not None else None
    named = any(name.end <= seen.scene.start and name.actor == page.about for name in page.names)
    return opening is not None and opening.end() <= seen.mention.start and named


@cache
def _unnamed(language: str) -> re.Pattern[str]:
    """An article that counts one, and within four words what says that a company follows: "a British battery maker"."""
    words = vocabulary(language)
    articles, joins, kinds, titles = (
        "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True)) or r"(?!)"
        for listed in (number_words(language).ones, words.joins, words.descriptors, words.titles)
    )  # "a company spokesman" speaks for the company that was named
    return re.compile(rf"[ ,;]*(?:(?:{joins}) )?(?:{articles}) (?:\w+ ){{0,3}}?(?:{kinds})(?! (?:{titles})|\w)")


def _sentence_subject(page: Page, seen: Seen, pronoun: Name, names: Sequence[Name]) -> Whose | None:
    """ "Tata Motors, which sells most of them, says its own plan": "its" is of its first name."""
    if " " in page.folded[pronoun.start : pronoun.end] or not page.words.cues.spaced:
        return None
    if any(hit.start < pronoun.start for hit, _, _ in seen.scene.said("relative")):
        return None
    first = next((name for name in names if name.role is not Role.PUBLIC), pronoun)
    if first is pronoun or first.actor is None or first.start > pronoun.start or _is_object(page, seen.scene, first):
        return None
    return Verdict(joint(page, first, names), "actor:subject of its sentence")


def _acts(page: Page, seen: Seen, metric: str, name: Name) -> bool:
    """A public body owns aid; other money only where it opens the clause of the amount."""
    if metric == "subsidy":
        return True
    if name.end > seen.mention.start or _is_state_of_city(page, seen.scene, name):
        return False
    if name.start - seen.scene.start <= CLAUSE_OPENING and not seen.scene.names:
        return True
    start, end = next((start, end) for start, end in clauses(page, seen.scene) if start <= name.start < end)
    return name.start - start <= CLAUSE_OPENING and seen.mention.start <= end


def _is_state_of_city(page: Page, scene: Scene, name: Name) -> bool:
    """ "The Lordstown, Ohio assembly plant": a state behind its city, unless a verb says that it acts."""
    acts = any(0 <= hit.start - name.end <= 1 for family in ("gives", "acts") for hit, _, _ in scene.said(family))
    return bool(CITY.search(page.release.text, max(0, name.start - LONGEST_CITY), name.start)) and not acts


def _owner(page: Page, seen: Seen, names: Sequence[Name]) -> Whose | None:
    """ "GM's $27 billion": the amount is of the name in front."""
    for name in names:
        glued = page.words.cues.spaced and page.between(seen.mention.end, name.start) == " "
        if name.role is Role.COMPANY and glued:  # "a $2.4bn Gotion plant"
            return Verdict(name.actor, "actor:possessor")
        owned = page.words.owned_behind(page.between(name.end, seen.mention.start))
        between = any(name.end <= each.start < seen.mention.start for each in names)  # "China's Gotion to build $2bn"
        if owned is not None and _is_short(page, owned) and not between:
            return _referent(page) if name.actor is None else Verdict(name.actor, "actor:possessor")
    return None


def _is_short(page: Page, owned: str) -> bool:
    """Whether what lies between an owner and the amount is no more than a few words of one clause."""
    longest = OWNED_LETTERS / page.words.width
    return len(owned) <= longest and len(owned.split()) <= OWNED_WORDS and not CLAUSE_END.search(owned)


def _subject(page: Page, seen: Seen, metric: str, names: Sequence[Name]) -> Name | None:
    """The first free name of the nearest clause in front that has one, else the first free name behind.

    Who only owns something else in the sentence ("undercutting Tesla's Model 3") is asked last.
    """
    relative = _antecedent(page, seen, names)
    if relative is not None:
        return relative
    if metric == "acquisition" and (buyer := _buyer(page, seen, names)):
        return buyer
    bought = _bought(page, seen, metric)
    free = [name for name in names if not _is_object(page, seen.scene, name) and name not in bought]
    before = [name for name in free if name.end <= seen.mention.start]
    acting = [name for name in before if page.words.owned_behind(page.folded[name.end : name.end + OWNER]) is None]
    money = (each for each in seen.scene.mentions if each.quantity.unit.kind == "money")
    last = max((each.end for each in money if each.end < seen.mention.start), default=-1)
    spans = [span for span in clauses(page, seen.scene) if span[0] < seen.mention.start]
    marked = _topics(page, seen, acting)
    for some in (marked, acting, before):
        for start, end in reversed(spans):
            inside = [name for name in some if start <= name.start < end]
            later = [name for name in inside if name.start > last]  # "GM $1bn and Ford $2bn"
            if later or inside:
                owners = [name for name in before if start <= name.start < end]
                return _over_aside(page, seen, some, start, end) or _first(page, seen, metric, later or inside, owners)
    return next((name for name in free if _acts_behind(page, seen, metric, name)), None)


def _topics(page: Page, seen: Seen, names: Sequence[Name]) -> list[Name]:
    """ "パナソニックは、スバルとの工場のほか": who opens a sentence with a particle acts up to the next."""
    particles = page.words.topic if not page.words.cues.spaced else ()
    firms = [name for name in names if name.role is Role.COMPANY and page.folded.startswith(particles, name.end)]
    return firms if firms and firms[0].start == seen.scene.start else []


def _buyer(page: Page, seen: Seen, names: Sequence[Name]) -> Name | None:
    """ "Lordstown and Foxconn agree that Foxconn buys the plant": who stands right before the verb of buying buys."""
    verbs = [hit.start for hit, name, weak in seen.scene.said("metric") if name == "acquisition" and not weak]
    reach = BEFORE_VERB / page.words.width
    before = (
        name
        for verb in reversed(verbs)
        for name in names
        if verb < seen.mention.start and 0 <= verb - name.end <= reach and name.role in (Role.COMPANY, Role.NAMED)
    )
    return next((name for name in before if not _is_object(page, seen.scene, name)), None)


def _over_aside(page: Page, seen: Seen, names: Sequence[Name], start: int, end: int) -> Name | None:
    """ "ACC, which is owned by Mercedes and Total's unit Saft, has raised 4.4": who opens the sentence acts over
    what a relative clause says of it, where the amount's own clause names nobody."""
    first = names[0]
    if first.role is not Role.COMPANY or first.actor != page.about or end > seen.mention.start:
        return None
    links = (hit.start for hit, _, _ in seen.scene.said("relative"))
    return first if any(first.end <= link < end and link - first.end <= ASIDE for link in links) else None


def _antecedent(page: Page, seen: Seen, names: Sequence[Name]) -> Name | None:
    """ "Tiamat, which was then looking for 100 million": "which" is whom the words before it name."""
    links = [hit for hit, _, _ in seen.scene.said("relative") if hit.end <= seen.mention.start]
    if not links:
        return None
    link = links[-1]
    named = any(link.end <= name.start < seen.mention.start for name in names if name.role is not Role.PRONOUN)
    before = [name for name in names if name.end <= link.start]
    near = before and len(page.between(before[-1].end, link.start)) <= APPOSITION
    return before[-1] if before and near and not named else None


def _bought(page: Page, seen: Seen, metric: str) -> list[Name]:
    """ "Has agreed to buy Prüfwerk for 8 million": who stands behind the verb is bought."""
    if metric != "acquisition":
        return []
    verbs = [hit.end for hit, name, _ in seen.scene.said("metric") if name == metric]
    return [
        name
        for name in seen.scene.names
        if any(
            verb <= name.start <= verb + BOUGHT and not CLAUSE_END.search(page.between(verb, name.start))
            for verb in verbs
        )
    ]


def _first(page: Page, seen: Seen, metric: str, names: Sequence[Name], owners: Sequence[Name]) -> Name:
    """The first of a clause; a name says more than "it" in front of it, and no more than "the firm".

    A public body that only says what a company does is not whose money it is: "the governor announced that Hyundai",
    "that Hyundai's plant will cost"; `owners` are all names of the clause.
    """
    first = names[0]
    if first.role is Role.PUBLIC:
        told = [hit.start for hit, _, _ in seen.scene.said("announces") if hit.start >= first.end]
        firms = [name for name in owners if name.role in (Role.COMPANY, Role.NAMED)]
        joined = [name for name in firms if _is_joined(page, seen, first, name)]
        return next((name for name in firms if told and name.start > told[0]), joined[0] if joined else first)
    if first.role is not Role.PRONOUN or metric == "acquisition" or " " in page.folded[first.start : first.end]:
        return first
    return next((name for name in names if name.role is not Role.PRONOUN), first)


def _is_joined(page: Page, seen: Seen, public: Name, firm: Name) -> bool:
    """ "The Ministry of Industry and Technology and BYD signed": both act, and the money is the company's."""
    gap = page.between(public.end, firm.start)
    acts = [hit for family in ("announces", "acts", "gives") for hit, _, _ in seen.scene.said(family)]
    joined = any(f"{gap}|".endswith(f" {join} |") for join in page.words.joins)
    return joined and not any(public.end <= hit.start < firm.start for hit in acts)


def _acts_behind(page: Page, seen: Seen, metric: str, name: Name) -> bool:
    """Whether a name behind the amount is its subject: in its own clause, or who says it: ", Honda said"."""
    if name.start < seen.mention.end:
        return False
    said = any(
        0 <= hit.start - name.end <= 1 and (not page.words.says or page.folded[hit.start : hit.end] in page.words.says)
        for hit, _, _ in seen.scene.said("announces")
    )
    return said or (metric != "funding_raised" and not CLAUSE_END.search(page.between(seen.mention.end, name.start)))


def _is_object(page: Page, scene: Scene, name: Name) -> bool:
    """ "From Volkswagen", "in Georgia", "Canada's NewVolt": no subject."""
    if only_describes(page, name) or is_given_to(page, name):
        return True
    if name.role is Role.PRONOUN and _is_indirect(page, scene, name):
        return True
    if name.role is Role.PUBLIC:
        behind = page.folded[name.end : name.end + OWNER]
        if page.words.owned_behind(behind) is not None or _is_place_of(name, scene):
            return True
    return bool(NO_SUBJECT & scene.marks(name))


def _is_indirect(page: Page, scene: Scene, pronoun: Name) -> bool:
    """ "Scania, its biggest customer, will lend it $100 million": neither is who lends."""
    described = any(page.between(name.end, pronoun.start) == ", " for name in scene.names)
    return described or _is_given(scene, pronoun)


def _is_given(scene: Scene, name: Name) -> bool:
    """ "Granted the carmaker $198 million"."""
    given = (hit.end for hit, _, _ in scene.said("gives"))
    return name.role is Role.PRONOUN and any(0 <= name.start - end <= 1 for end in given)


def _is_place_of(name: Name, scene: Scene) -> bool:
    """ "The Georgia plant": where it stands, not whose it is."""
    giving = {hit.start for hit, _, _ in scene.said("gives")}  # "Ontario contributes"
    return any(
        weak and kind == "investment" and 0 <= hit.start - name.end <= 1 and hit.start not in giving
        for hit, kind, weak in scene.said("metric")
    )


def _public_before(page: Page, seen: Seen) -> Whose | None:
    """Aid of which the sentence names no giver is of the public body that the text named last, if of any."""
    for scene in reversed(page.scenes[max(0, seen.scene.order - EARLIER) : seen.scene.order]):
        for name in scene.actors:
            if name.role is Role.PUBLIC and "giver" not in scene.marks(name):
                return Verdict(name.actor, "actor:public body named before")
    return None


def _from_context(page: Page, seen: Seen) -> Whose:
    """Nobody in the sentence: the subject of the sentences before it in its paragraph, else whom the text is about."""
    for scene in earlier_sentences(page, seen.scene, EARLIER):
        for name in scene.names:
            if not _is_object(page, scene, name) and (_has_money(page, scene) or _opens(page, scene, name)):
                return Verdict(joint(page, name, scene.names), "actor:subject of an earlier sentence")
    return _referent(page)


def _has_money(page: Page, scene: Scene) -> bool:
    """Whether a sentence tells numbers: whoever acts in it may act in the next."""
    at = bisect_left(page.seen, scene.start, key=lambda seen: seen.key)
    return at < len(page.seen) and page.seen[at].key < scene.end


def _opens(page: Page, scene: Scene, name: Name) -> bool:
    """Whether a followed company opens a sentence: with whom it names elsewhere the next one does not go on."""
    return name.role is Role.COMPANY and name.start - scene.start <= CLAUSE_OPENING / page.words.width


def _referent(page: Page) -> Whose:
    """ "The company" is whoever the text is about."""
    return Verdict(page.about, "actor:whom the text is about" if page.about else "actor:nobody named")
