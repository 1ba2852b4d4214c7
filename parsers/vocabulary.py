"""Language code -> its words made ready for finding. In: "en", "zh", ...; out: a `Vocabulary`, built once a language.

The only module that knows how the fields of `Cues` become the tags of a lexicon: "metric:investment", "status:planned",
"part:total", and the plain names of the other fields ("back_reference", "giver", "source", ...).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.cues import Cues, cues_of
from parsers.hanzi import simplified
from parsers.lexicon import Lexicon, compile_lexicon, fold, phrases_of

PLAIN_FIELDS = (
    "forecast", "component", "back_reference", "comparison", "spent", "raise_", "cut", "level", "correct",
    "from_", "to", "up_from", "from_after", "to_after", "government", "investors", "receiver", "issued", "gives",
    "giver", "pronouns", "announces", "scope", "this_year", "next_year", "target", "no_target", "silent", "delta",
    "conditional", "committed", "one_off", "peers", "acts", "proposed", "relative", "grows", "shrinks", "others",
    "mistaken", "more_than", "less_than", "postponed", "year_ago", "multiple", "federal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A language's cues and what is compiled from them."""

    language: str
    cues: Cues
    lexicon: Lexicon
    width: float  # how much of a Latin letter's way a character of this script covers: distances are counted in letters
    abbreviations: frozenset[str]
    joins: frozenset[str]
    conjunction: str  # the commonest of them as it stands between words; "" where words have no spaces
    owns: tuple[str, ...]  # longest first
    equals: frozenset[str]
    verb_endings: tuple[str, ...]
    not_names: frozenset[str]
    name_starts: tuple[str, ...]  # longest first
    name_endings: tuple[str, ...]  # longest first
    place_endings: tuple[str, ...]
    descriptors: tuple[str, ...]
    titles: tuple[str, ...]
    owning: str  # expression of all that stands between an owner and the company it owns, of folded text
    titles_set: frozenset[str]
    lends: tuple[str, ...]
    relations: tuple[str, ...]
    firms: tuple[str, ...]  # longest first
    says: frozenset[str]
    as_said: tuple[str, ...]
    instead: tuple[str, ...]
    placing: frozenset[str]
    denies: tuple[str, ...]
    topic: tuple[str, ...]
    also: frozenset[str]
    hearsay: frozenset[str]
    seats: tuple[str, ...]
    news_services: frozenset[str]
    securities: frozenset[str]
    of_paper: tuple[str, ...]  # longest first

    def owned_behind(self, text: str) -> str | None:
        """Return what follows an owner's mark at the beginning of the text; None where there is no such mark."""
        mark = next((mark for mark in self.owns if text.startswith(mark)), None)
        return None if mark is None else text[len(mark) :]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of an ISO 639-1 code; English where we do not speak it."""
    cues = cues_of(language)
    return Vocabulary(
        language=language,
        cues=cues,
        lexicon=compile_lexicon(_groups(cues), spaced=cues.spaced, compounds=cues.compounds),
        width=1.0 if cues.spaced else 2.5,
        abbreviations=_words(cues.abbreviations),
        joins=_words(cues.joins),
        conjunction=f" {cues.joins.split(',')[0]} " if cues.joins and cues.spaced else "",
        owns=_longest_first(cues.owns),
        equals=_words(cues.equals),
        verb_endings=_longest_first(cues.verb_endings),
        not_names=_words(cues.not_names),
        name_starts=_longest_first(f"{cues.name_starts}, {cues.nationalities}"),
        name_endings=_longest_first(cues.name_endings),
        place_endings=_longest_first(cues.place_endings),
        descriptors=_longest_first(cues.descriptors),
        titles=_longest_first(cues.titles),
        owning=simplified(cues.owning),
        titles_set=_words(cues.titles),
        lends=_longest_first(cues.lends),
        relations=_longest_first(cues.relations),
        firms=_longest_first(cues.firms),
        says=_words(cues.says),
        as_said=_longest_first(cues.as_said),
        instead=_longest_first(cues.instead),
        placing=_words(cues.placing),
        denies=tuple(f"{word}," for word in sorted(_words(cues.denies))),
        topic=_longest_first(cues.topic),
        also=_words(cues.also),
        hearsay=_words(cues.hearsay),
        seats=tuple(sorted(_words(cues.seats))),
        news_services=_words(cues.news_services),
        securities=_words(cues.securities),
        of_paper=_longest_first(cues.of_paper),
    )


def _groups(cues: Cues) -> dict[str, str]:
    groups = {f"metric:{name}": listed for name, listed in cues.metrics.items()}
    groups |= {f"status:{name}": listed for name, listed in cues.status.items()}
    groups |= {f"part:{name}": listed for name, listed in cues.parts.items()}
    groups |= {name.strip("_"): getattr(cues, name) for name in PLAIN_FIELDS if getattr(cues, name)}
    if cues.definite:
        groups["pronouns"] = f"{groups['pronouns']}, {_definite(cues)}"
    return groups


def _definite(cues: Cues) -> str:
    """ "The company", "the Chinese carmaker": whoever the text is about, named by a kind of company."""
    kinds, nations = [list(_words(listed)) for listed in (cues.firms, cues.nationalities)]
    return ", ".join(
        f"{cues.definite} {nation}{kind}" for kind in kinds for nation in ("", *(f"{n} " for n in nations))
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(phrase for phrase, _ in phrases_of(listed))


def _longest_first(listed: str) -> tuple[str, ...]:
    return tuple(sorted({fold(part.strip()) for part in listed.split(",") if part.strip()}, key=len, reverse=True))
