"""A release laid out for reading. In: the release, its mentions, the companies; out: a `Page` of scenes.

A scene is a sentence that holds at least one number, with everything that was found in it: the phrases, the names, the
periods. All offsets count in the release's text. The rules of this package look at scenes and never at raw text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from parsers.actors import Companies, Name, Role
from parsers.figures.dateline import dateline_end
from parsers.figures.names import find_names
from parsers.figures.ranges import split_changes
from parsers.lexicon import Hit, fold
from parsers.periods import Found, periods_in
from parsers.types import Actor, Block, BlockKind, Direction, Mention, Release, UnitKind
from parsers.vocabulary import Vocabulary, vocabulary

# A sentence ends at a stop before a space and something that may begin one, at a full-width stop, or at a line's end;
# also where an extractor lost the space: "vehicles.Lei Jun".
SENTENCE_END = re.compile(
    r"[.!?][\"'”’)\]]{0,2}(?=\s+[\"'“‘(\[«„「『]{0,2}[A-ZÀ-ÝŁ0-9$€£¥₩•\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])|(?<=[a-zà-ý])\.(?=[A-Z][a-z])|[。！？][”’」』）]{0,2}|\n"
)
LONGEST_FIRM = 24  # letters of a kind of company: "electric vehicle maker"
TOUCH = 5  # letters between a phrase and the name it stands before
LONGEST = 600  # letters of a sentence
LOOK_BACK = 1200  # letters before a sentence that say what it goes on from
LONGEST_DESCRIPTION, DESCRIBING_WORDS = 60, 5  # letters and words in front of a name
MARKING = frozenset({"giver", "receiver", "source", "comparison", "issued", "peers"})
SHARED_MARKS = frozenset({"giver", "source"})  # "by", "from": of all names of a list
LAST_WORD = re.compile(r"[\w.&]{1,12}$")
CLAUSE_END = re.compile(r"[,;:—–(（，；：、…|/]|\s-\s|\.\.\.")
FIRM_END = re.compile(r"[;；:：—|…]")

# Companies of these countries report in US dollars as often as in their own: their seat settles nothing.
DOLLAR_COUNTRIES = frozenset({"CA", "AU", "NZ", "SG", "HK", "TW"})

T = TypeVar("T")
Voice = tuple[Hit, str, bool]  # a phrase, what it speaks for, whether it is weak


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what stands in it."""

    start: int
    end: int
    block: Block
    order: int  # which scene of the page, from 0
    mentions: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    names: tuple[Name, ...]
    actors: tuple[Name, ...]  # the names, and the public bodies and pronouns, that may own a number
    marked: Mapping[int, frozenset[str]]  # place of an actor -> tags of the phrase directly before it: "from", "in"
    periods: tuple[Found, ...]
    voices: Mapping[str, tuple[Voice, ...]]  # family of a tag -> who speaks of it

    def said(self, family: str) -> tuple[Voice, ...]:
        """Return the phrases of a family ("metric", "status", "gives"): hit, what it speaks for, whether it is weak."""
        return self.voices.get(family, ())

    def marks(self, name: Name) -> frozenset[str]:
        """Return what the phrase directly before a name says of its part in the sentence."""
        return self.marked.get(name.start, frozenset())


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention in its scene: what every rule looks at."""

    mention: Mention
    scene: Scene

    @property
    def key(self) -> int:
        """Its place in the text: no two mentions share it."""
        return self.mention.start

    @property
    def is_money(self) -> bool:
        return self.mention.quantity.unit.kind is UnitKind.MONEY


@dataclass(frozen=True, slots=True)
class Page:
    """A release ready for the rules."""

    release: Release
    folded: str
    words: Vocabulary
    companies: Companies
    names: tuple[Name, ...]
    scenes: tuple[Scene, ...]
    seen: tuple[Seen, ...] = ()
    about: Actor | None = None  # whom the text is about
    headline: str = ""  # metric that the headline names, where it prints no amount
    title_metric: str = ""  # metric that the headline names most, of whatever kind
    headline_status: str = ""  # rumoured, denied or cancelled, where the headline says so
    headline_postpones: bool = False  # whether the headline says that a plan waits
    headline_direction: Direction = Direction.UNCHANGED  # whether the headline says that a plan has grown or shrunk
    corrects: bool = False  # whether the headline says that the text corrects another
    lone_amount: Decimal | None = None  # the only amount of money that it prints
    in_field: bool = False  # whether it speaks of vehicles, batteries, charging

    def between(self, start: int, end: int) -> str:
        """Return the folded text of a stretch, "" where it is empty or backwards."""
        return self.folded[start:end] if start < end else ""


def lay_out(release: Release, mentions: Sequence[Mention], companies: Companies) -> Page:
    """Return the page of a release."""
    words = vocabulary(release.language)
    folded = fold(release.text)
    mentions = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in mentions]
    found = find_names(release, folded, words, companies)
    names = [name for name in found if not _in_number(name, mentions, starts)]
    settled = sorted(split_changes(mentions, folded, words), key=lambda mention: mention.start)
    scenes = tuple(_scenes(release.text, folded, words, release.blocks, names, settled))
    seen = tuple(Seen(mention, scene) for scene in scenes for mention in scene.mentions)
    return Page(release, folded, words, companies, tuple(names), scenes, seen)


def speaker_country(release: Release, companies: Companies) -> str:
    """Return the country of the first company that the headline names, "" where none: it settles a bare "¥"."""
    first = next((name for name in companies.find(release.title) if name.actor), None)
    country = companies[first.actor.slugs[0]].country if first and first.actor else ""
    return "" if country in DOLLAR_COUNTRIES else country


def _in_number(name: Name, mentions: list[Mention], starts: list[int]) -> bool:
    """ "Crore Battery" is no name where "3,400 Crore" is an amount."""
    place = bisect_left(starts, name.end)
    return place > 0 and mentions[place - 1].end > name.start


def sentences(text: str, block: Block, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a block's sentences in the release's text."""
    start, end = block.start, block.start + len(block.text)
    for match in SENTENCE_END.finditer(text, start, end):
        if text[match.start()] == "." and _is_abbreviation(text, match.start(), words):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what runs on without a stop: rules compare all that a sentence holds, so its length bounds their work."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("，", start, start + LONGEST)) + 1
        cut = cut if cut > start + LONGEST // 2 else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _is_abbreviation(text: str, stop: int, words: Vocabulary) -> bool:
    """ "Inc." and single letters ("U.S.", "J. Smith") do not end a sentence."""
    last = LAST_WORD.search(text, max(0, stop - 12), stop)
    word = last.group().lower() if last else ""
    return word in words.abbreviations or (len(word.rpartition(".")[2]) == 1 and word.isalpha() and word.isascii())


def earlier_sentences(page: Page, scene: Scene, most: int) -> list[Scene]:
    """Return up to `most` sentences of the scene's paragraph before it, the nearest first, those without a number too.

    They are laid out when they are asked for, from no further back than LOOK_BACK: a long paragraph costs no more."""
    start = max(scene.block.start, scene.start - LOOK_BACK)
    before = replace(scene.block, start=start, text=page.release.text[start : scene.start])
    first, last = (bisect_left(page.names, at, key=lambda name: name.start) for at in (start, scene.start))
    found = list(_scenes(page.release.text, page.folded, page.words, [before], page.names[first:last]))
    whole = found if start == scene.block.start else found[1:]
    return whole[::-1][:most]


def _scenes(
    text: str,
    folded: str,
    words: Vocabulary,
    blocks: Sequence[Block],
    names: Sequence[Name],
    mentions: Sequence[Mention] | None = None,
) -> Iterator[Scene]:
    """Yield the sentences that hold one of the mentions; every sentence where there are none to look for."""
    starts, name_starts = [mention.start for mention in mentions or ()], [name.start for name in names]
    order = 0
    for block in blocks:
        if mentions is not None and not _slice(mentions, starts, block.start, block.start + len(block.text)):
            continue
        opens = block.start + dateline_end(block.text)
        for start, end in sentences(text, block, words):
            inside = tuple(_slice(mentions or (), starts, start, end))
            if mentions is not None and not inside:
                continue
            named = tuple(_slice(names, name_starts, start, end))
            hits = tuple(_outside(words.lexicon.find(folded, max(start, opens), end), inside, named))
            periods = periods_in(folded, text, start, end, words.language)
            actors = tuple(_actors(text, words, named, hits))
            marked = _marked(folded, words, actors, hits)
            yield Scene(start, end, block, order, inside, hits, named, actors, marked, periods, _voices(hits))
            order += 1


def _slice(items: Sequence[T], starts: list[int], start: int, end: int) -> Sequence[T]:
    return items[bisect_left(starts, start) : bisect_left(starts, end)]


def _voices(hits: Sequence[Hit]) -> dict[str, tuple[Voice, ...]]:
    voices: dict[str, list[Voice]] = {}
    for hit in hits:
        for tag in hit.tags:
            family, _, value = tag.name.partition(":")
            voices.setdefault(family, []).append((hit, value, tag.weak))
    return {family: tuple(said) for family, said in voices.items()}


def _marked(folded: str, words: Vocabulary, actors: Sequence[Name], hits: Sequence[Hit]) -> dict[int, frozenset[str]]:
    """What stands directly before each name, or before its description: "by", "by the Korean cathode maker"."""
    ends = [hit.end for hit in hits]
    marked: dict[int, frozenset[str]] = {}
    for name in actors:
        for start in (name.start, *_description_starts(folded, words, name)):
            place = bisect_right(ends, start) - 1
            if place < 0 or start - ends[place] > TOUCH or "," in folded[ends[place] : start]:
                continue
            tags = frozenset(tag.name for tag in hits[place].tags)
            if start == name.start or tags & MARKING:
                marked[name.start] = tags
    for one, other in pairwise(actors):  # "with the Tamil Nadu government"
        if one.role is other.role is Role.PUBLIC and folded[one.end : other.start] == " ":
            marked.setdefault(other.start, marked.get(one.start, frozenset()))
    for run in _lists(folded, words, actors):  # "owned by Stellantis, Mercedes-Benz and Saft"
        first = marked.get(run[0].start, frozenset()) & SHARED_MARKS
        for name in run[1:] if first else ():
            marked[name.start] = marked.get(name.start, frozenset()) | first
    return marked


def _lists(folded: str, words: Vocabulary, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield the runs of names that commas join, and a word such as "and" before the last."""
    run: list[Name] = []
    starts = {name.start for name in names}
    for name in names:
        gap = folded[run[-1].end : name.start] if run else ""
        ends = gap.strip(" ,") in words.joins
        if run and not ends and gap != ", ":
            run = []
        run.append(name)
        joined = bool(words.conjunction) and folded.startswith(words.conjunction, name.end)
        last = joined and name.end + len(words.conjunction) not in starts  # "and its partner"
        if len(run) > 1 and (ends or last):
            yield run
            run = []


def _description_starts(folded: str, words: Vocabulary, name: Name) -> Iterator[int]:
    """Where the words in front of a name begin, the nearest first, if they describe it: "the Korean cathode maker"."""
    before = folded[max(0, name.start - LONGEST_DESCRIPTION) : name.start]
    if not before.rstrip(" ").endswith(words.descriptors):
        return
    at = len(before.rstrip(" "))
    for _ in range(DESCRIBING_WORDS):
        at = before.rfind(" ", 0, at)
        if at < 0 or CLAUSE_END.search(before, at):
            return
        yield name.start - len(before) + at + 1


def _actors(text: str, words: Vocabulary, names: Sequence[Name], hits: Sequence[Hit]) -> list[Name]:
    """The names of a sentence, and the phrases in it that name a public body or whoever the text is about."""
    found = list(names)
    for hit in hits:
        tags = {tag.name for tag in hit.tags}
        if "pronouns" in tags:
            if _ends_a_name(text, words, hit) or any(0 <= name.start - hit.end <= 1 for name in names):
                continue  # "das Unternehmen Sonnenzell" names it
            found.append(Name(hit.start, hit.end, Role.PRONOUN, None))
        elif "others" in tags:
            found.append(Name(hit.start, hit.end, Role.NAMED, Actor(text[hit.start : hit.end].strip())))
        elif "government" in tags and _is_firm(text, words, hit):
            found.append(Name(hit.start, hit.end, Role.PRONOUN, None))
        elif "government" in tags:
            found.append(Name(hit.start, hit.end, Role.PUBLIC, Actor(text[hit.start : hit.end].strip())))
    return sorted(found, key=lambda name: name.start)


def _is_firm(text: str, words: Vocabulary, hit: Hit) -> bool:
    """ "The Michigan company": a place tells which company, and no government."""
    behind = fold(text[hit.end : hit.end + LONGEST_FIRM]).lstrip(" ")
    return any(behind.startswith(firm) and not behind[len(firm) :][:1].isalpha() for firm in words.firms)


def _ends_a_name(text: str, words: Vocabulary, hit: Hit) -> bool:
    """In unspaced scripts "公司" behind a letter is the end of a name, unless the letter is a particle."""
    before = text[hit.start - 1 : hit.start]
    return not words.cues.spaced and before.isalnum() and before not in words.cues.no_name_letters


def _outside(hits: Sequence[Hit], mentions: Sequence[Mention], names: Sequence[Name]) -> Iterator[Hit]:
    """A phrase inside a number or a name is part of it: "a" of "a billion", "mull" of "Mullen"."""
    taken = [(mention.start, mention.end) for mention in mentions] + [(name.start, name.end) for name in names]
    return (hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in taken))


def clauses(page: Page, scene: Scene) -> list[tuple[int, int]]:
    """Return the offsets of a scene's clauses, split at commas, colons, brackets and dashes."""
    cuts = [
        scene.start,
        *(match.end() for match in CLAUSE_END.finditer(page.folded, scene.start, scene.end)),
        scene.end,
    ]
    return list(pairwise(cuts))


def is_furniture(seen: Seen) -> bool:
    """Whether the mention stands in a block that is not the article."""
    return seen.scene.block.kind is BlockKind.FURNITURE


def title_of(page: Page) -> Block | None:
    """Return the headline's block; None where the text has none."""
    return next((block for block in page.release.blocks if block.kind is BlockKind.TITLE), None)


def title_hits(page: Page) -> Sequence[Hit]:
    """Return what the headline says; nothing where there is none."""
    title = title_of(page)
    return page.words.lexicon.find(page.folded, title.start, title.start + len(title.text)) if title else ()
