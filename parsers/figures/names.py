"""Names in a release. In: the release and the companies that are followed; out: every name in its place.

Companies of the list come first. What else acts like a company is taken as the text names it, where its form says so:
a ticker behind it, or what `spaced_names` and `dense_names` go by.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from parsers.actors import Companies, Name, Role
from parsers.figures.dense_names import dense_names
from parsers.figures.name_forms import Form, forms, is_common, whole_words
from parsers.figures.spaced_names import CAPITAL, spaced_names
from parsers.lexicon import fold
from parsers.types import Actor, Release
from parsers.vocabulary import Vocabulary

LONGEST_RUN_ON = 4  # letters between a run of letters and the company that it describes
LEAST_SHORT = 4  # letters of a short form
MOST_NAMED = 16  # names beyond the list in one release; a longer text repeats itself
LONGEST_TICKERED = 130  # letters of a name in front of a ticker
FIRST_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Ý][a-zà-ý]{1,14} $")
GENITIVE = re.compile(r"(?<=\w)s(?=[ ,.;:)]|$)")  # "Volkswagens Werk"
LONGEST_FIRST, LONGEST_TITLE = 16, 24  # letters
TICKER = re.compile(r"[(（](?:[A-Z][A-Za-z-]{1,11}[:：] ?[A-Z0-9]|[A-Z]{0,2}[0-9]{4,6}[.)）])")
TICKERED = re.compile(rf"((?:{CAPITAL} ){{0,4}}{CAPITAL}|[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{{1,9}}) ?$")


def find_names(release: Release, folded: str, words: Vocabulary, companies: Companies) -> list[Name]:
    """Return the names of the release's text in order, without overlaps."""
    known = companies.find(release.text)
    if words.cues.compounds:
        known = _without_overlaps([*known, *companies.find(GENITIVE.sub("'", release.text))])
    known = _without_overlaps([*known, *_short_forms(release.text, known, words)])
    known = _without_people(release.text, folded, words, known)
    named = dict[str, str]()
    followed = {release.text[name.start : name.end] for name in known}
    for printed, full in _named(release, folded, words, known):
        if len(named) < MOST_NAMED and (words.cues.spaced or not any(one in full for one in followed)):
            named.setdefault(printed, named.get(full, full))
    named = _without_endings(named, words) if words.cues.spaced else named
    longest_first = sorted(named, key=len, reverse=True)
    if not words.cues.spaced:
        named |= {short: named[long] for long in longest_first for short in named if short != long and short in long}
    found = [name for printed in longest_first for name in _places(release.text, printed, named[printed])]
    if not words.cues.spaced:
        starts = {name.start for name in known}
        found = [name for name in found if not _describes_next(release.text, name, starts, words)]
    return sorted(_without_overlaps([*known, *found]), key=lambda name: name.start)


def _without_people(text: str, folded: str, words: Vocabulary, known: list[Name]) -> list[Name]:
    """ "Premier Doug Ford": who has a title and a first name is no company, and is not further down, "Doug Ford"."""
    firsts: dict[str, set[str]] = {}
    for name in known if words.cues.spaced else ():
        first = FIRST_NAME.search(text, max(0, name.start - LONGEST_FIRST), name.start)
        title = folded[max(0, first.start() - LONGEST_TITLE) : first.start()].rstrip(" ") if first else ""
        if first and name.role is Role.COMPANY and title.endswith(words.titles):
            firsts.setdefault(text[name.start : name.end], set()).add(first.group())
    return [
        name
        for name in known
        if not any(text.endswith(first, 0, name.start) for first in firsts.get(text[name.start : name.end], ()))
    ]


def _without_endings(named: Mapping[str, str], words: Vocabulary) -> dict[str, str]:
    """ "Redgum Lithium Limited" is "Redgum Lithium", where the text prints both."""
    bare = {full: full for full in named.values()}
    for full in bare:
        name, _, ending = full.rpartition(" ")
        if name in bare and fold(ending).strip(".") in words.name_endings:
            bare[full] = name
    return {printed: bare[full] for printed, full in named.items()}


def _describes_next(text: str, name: Name, starts: set[int], words: Vocabulary) -> bool:
    """內地電動車龍頭比亞迪: what runs on into a company's description is no name of its own."""
    behind = range(name.end + 1, name.end + LONGEST_RUN_ON + 1)
    return any(at in starts and text[name.end : at].endswith(words.descriptors) for at in behind)


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Keep the first of those that share a letter."""
    taken: set[int] = set()
    kept = []
    for name in names:
        letters = range(name.start, name.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            kept.append(name)
    return kept


def _short_forms(text: str, known: list[Name], words: Vocabulary) -> Iterator[Name]:
    """ "Hyundai" alone is the "Hyundai Motor Group" of the same text, where the word is no word of its own."""
    firsts: dict[str, Name] = {}
    for name in known:
        printed = text[name.start : name.end]
        first, _, rest = printed.partition(" ")
        initials = "".join(word[0] for word in printed.split(" ") if word)
        if name.role is Role.COMPANY and len(initials) > 2 and initials.isupper():
            firsts.setdefault(initials, name)  # "ACC" is the "Automotive Cells Company"
        if rest and name.role is Role.COMPANY and len(first) >= LEAST_SHORT:
            firsts.setdefault(first, name)
    for first, name in firsts.items():
        if not is_common(first, words) and first.lower() not in words.name_starts and first.lower() not in text:
            for start in whole_words(first, text):
                yield Name(start, start + len(first), Role.COMPANY, name.actor)


def _named(release: Release, folded: str, words: Vocabulary, known: list[Name]) -> Iterator[Form]:
    for ticker in TICKER.finditer(release.text):
        match = TICKERED.search(release.text, max(0, ticker.start() - LONGEST_TICKERED), ticker.start())
        yield from forms(match.group(1), words) if match else ()
    yield from spaced_names(release, folded, words, known) if words.cues.spaced else dense_names(release, words, known)


def _places(text: str, name: str, full: str) -> Iterator[Name]:
    actor = Actor(unicodedata.normalize("NFKC", full).strip())
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        if not (_joins(text[start - 1 : start], name[0]) or _joins(name[-1], text[end : end + 1])):
            yield Name(start, end, Role.NAMED, actor)


def _joins(last: str, first: str) -> bool:
    """Whether two letters that follow each other are of one Latin word."""
    return last.isascii() and last.isalnum() and first.isascii() and first.isalnum()
