"""The words around a number that say what it means: one file a language, words only, no rule.

A language is a module of this package named by its ISO 639-1 code, which holds one constant, `CUES`. How the language
writes the number itself is in `parsers.languages`. Both are found, not registered.

Lists are strings of phrases separated by commas, in the notation of `parsers.lexicon`: "invest*" stands for any ending,
"plant?" for a weak phrase, one that speaks only where no strong one does. Templates of periods are regular expressions
with `{n}` for a count, `{y}` for a year and `{a}`, `{b}` for the first and the last year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec

FALLBACK = "en"  # company names, signs and the words of the trade press


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What a language says around a number."""

    # --- shape of the language
    spaced: bool = True  # words stand between spaces
    compounds: bool = False  # words are glued in front of others: "Batteriefabrik"
    verb_final: bool = False  # what a number means is said after it as often as before it
    joins: str = ""  # between two names that act together: "and"
    owns: str = ""  # directly behind an owner: "'s", "的"
    equals: str = ""  # between an amount and the same in another currency: "or", "about"
    verb_endings: str = ""  # of a verb behind a subject in a headline: "s", "ed"
    abbreviations: str = ""  # words whose full stop does not end a sentence, without the stop

    # --- what is measured: name of `parsers.metrics` -> phrases
    metrics: Mapping[str, str] = field(default_factory=dict)
    one_off: str = ""  # losses that are announced before they are booked: "write-down", "charge"
    forecast: str = ""  # results that have not happened yet: "expects", "outlook"

    # --- state of the matter: value of `types.Status` -> phrases
    status: Mapping[str, str] = field(default_factory=dict)

    proposed: str = ""  # before an amount: no more than a proposal yet: 拟
    conditional: str = ""  # anywhere in its sentence makes a plan of it: "subject to approval"
    postponed: str = ""  # a plan that waits: "on hold"
    committed: str = ""  # anywhere in its sentence makes more than a wish of it: "the board approved"

    # --- part of the whole: value of `types.Part` -> phrases
    parts: Mapping[str, str] = field(default_factory=dict)
    component: str = ""  # "of which", "for the plant": a piece of a whole named beside it

    silent: str = ""  # phrases that hold others and say nothing: "more than"

    # --- news or not
    back_reference: str = ""  # "first announced in", "previously"
    as_said: str = ""  # opens a back-reference that closes its sentence: "as previously announced"
    instead: str = ""  # of the phrases in `up_from`, those that an adjective may follow: "instead of the planned 15"
    comparison: str = ""  # directly before the old or the other value: "compared with", "against"
    peers: str = ""  # directly before the name of another company that is only compared: "rival"
    year_ago: str = ""  # compares a year with the one before: "the year before"
    spent: str = ""  # money that has flowed: "to date", "over the past"

    # --- a change stated in the text
    grows: str = ""  # in a headline: the plan has become larger than it was
    shrinks: str = ""  # in a headline: smaller
    raise_: str = ""
    cut: str = ""
    level: str = ""  # verbs that bring a sum to a level: "brings the total to"
    correct: str = ""
    mistaken: str = ""  # of those, what stands before a wrong value: "misstated"
    from_: str = ""  # directly before the old value of "from X to Y"
    to: str = ""  # directly before the new value of "from X to Y"
    multiple: str = ""  # behind the new value: "twice as much as", "double the prior"
    more_than: str = ""  # directly behind the size of a change: "5 billion more than in spring"
    less_than: str = ""
    delta: str = ""  # directly before the size of a change: "by" in "by 0.3 to 2.3 billion"
    up_from: str = ""  # after the new value, directly before the old one
    from_after: str = ""  # directly after the old value, where the language says it behind: "에서"
    to_after: str = ""  # directly after the new value: "로"

    # --- who
    government: str = ""  # public bodies and what names them
    federal: str = ""  # of the state that a currency names, and of no company: "federal"
    others: str = ""  # who is named by a trade alone, and is not whom the text is about: "suppliers"
    investors: str = ""  # those who give money to others by trade: funds, backers
    dative: str = ""  # the letter directly behind a name that says that it is given to: 에
    receiver: str = ""  # between an amount and who gets it: "in", "into"
    issued: str = ""  # before the name of a company whose new shares are bought: "new", "newly issued"
    of_paper: str = ""  # between an amount and the paper that it buys: "of", "through"
    securities: str = ""  # "shares" in "shares to Volkswagen": who gets them gives the money
    gives: str = ""  # verbs of those who hand money to others: "lends", "pays"
    giver: str = ""  # before who gives: "from", "by"
    source: str = ""  # before whom money comes from, and nothing else: "from"
    target: str = ""  # between an amount and what it is for: "in", "into", "to build"
    no_target: str = ""  # behind "in", "for": says when or how, and not what for: "the first quarter", "cash"
    definite: str = ""  # the article that makes a pronoun of a kind of company: "the"
    firms: str = ""  # kinds of companies: "carmaker"
    nationalities: str = ""  # what may stand between the two: "Chinese"
    relative: str = ""  # opens a clause about the name before it: "which"
    pronouns: str = ""  # "the company", "the group": whoever the text is about
    acts: str = ""  # verbs of money, whose subject is a company: "raises"
    also: str = ""  # may stand between a subject and its verb: "also"
    announces: str = ""  # verbs that follow the name of who speaks
    topic: str = ""  # particles directly behind who acts: は
    subject_marks: str = ""  # what follows the subject that opens a sentence: particles
    no_name_letters: str = ""  # letters that no company's name holds
    name_endings: str = ""  # ends of company names: "Holdings", "股份"
    place_endings: str = ""  # ends of names of places: 州, 県
    name_starts: str = ""  # words in front that are no part of a name: "Japan's", "日前"
    not_names: str = ""  # capitalised words that name no company: months, "CEO"
    descriptors: str = ""  # directly before a name they say that it is a company: "maker", "start-up"
    adjectives_follow: bool = False  # "start-up française": a word may stand between description and name
    described: tuple[str, ...] = ()  # dense scripts: expressions of a description with the name, "{name}", behind it
    denies: str = ""  # opens a headline that denies what is told: "no"
    hearsay: str = ""  # before a headline's first colon or behind its last: others tell it: "report", "sources"
    seats: str = ""  # between a company and the town where it sits: "of"
    placing: str = ""  # directly before a name they say that it is a place: "in", "near"
    titles: str = ""  # directly before a name, or behind its comma, they say that it is a person: "chief executive"
    lends: str = ""  # directly behind a name: it only describes what follows: "-backed", "-style"
    relations: str = ""  # directly behind a name: it is another's ally, rival, spin-off
    owning: str = ""  # expression of all that stands between an owner and the company it owns: 旗下的
    says: str = ""  # verbs of saying: ", Honda said" behind an amount names whose it is
    news_services: str = ""  # who carries news and is never the subject of its figures: "Reuters"

    # --- scope and time
    scope: str = ""  # vehicles, batteries, charging
    this_year: str = ""
    next_year: str = ""
    durations: tuple[str, ...] = ()
    untils: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)  # "ten" -> 10


def cues_of(code: str) -> Cues:
    """Return the cues of a language, of the fallback where we do not speak it. "zh-Hant" and "pt_BR" are zh and pt."""
    base = code.lower().replace("_", "-").partition("-")[0]
    spoken = len(base) == 2 and base.isascii() and base.isalpha() and find_spec(f"{__name__}.{base}")
    found = import_module(f"{__name__}.{base if spoken else FALLBACK}").CUES
    assert isinstance(found, Cues)
    return found
