"""Names in a release. In: the release and the companies that are followed; out: every name in its place.

Companies of the list come first. What else acts like a company is taken as the text names it, where its form says so:
a ticker behind it, a company's ending ("Holdings", "股份"), or the place of a headline's subject.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from parsers.actors import Companies, Name, Role
from parsers.lexicon import Hit, Tag, fold, trie_pattern
from parsers.types import Actor, Block, BlockKind, Release
from parsers.vocabulary import Vocabulary, vocabulary

LEAST_DENSE = 2  # letters that a name has beside its ending
LEAST_SHORT = 4  # letters of a short form
VERB_NEAR = 24  # letters
MOST_NAMED = 12  # names beyond the list in one release; a longer text repeats itself
CAPITAL = r"[A-ZÀ-ÝŠŽ][\w&'’.-]{0,24}"
TICKERED = re.compile(
    rf"((?:{CAPITAL} ){{0,4}}{CAPITAL}|[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{{1,9}})"
    r" ?[(（](?:[A-Z][A-Za-z-]{1,11}[:：] ?[A-Z0-9]|[A-Z]{0,2}[0-9]{4,6}[.)）])"
)
LEADING = re.compile(rf"[\"“'‘(•*\s-]{{0,4}}((?:{CAPITAL}(?:,? |(?=['’,:])|$)){{1,6}})")
OPENING = re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n))({CAPITAL}(?: {CAPITAL}){{0,2}}) (?=[a-zà-ý])")
DENSE = r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3A-Za-z0-9Ａ-Ｚａ-ｚー·&・-]"
NO_NAME = ("metric:", "status:", "part:", "pronouns", "back_reference", "spent", "forecast", "component")
VERB_TAGS = ("metric:", "status:", "announces", "raise", "cut")


def find_names(release: Release, folded: str, words: Vocabulary, companies: Companies) -> list[Name]:
    """Return the names of the release's text in order, without overlaps."""
    known = companies.find(release.text)
    known = _without_overlaps([*known, *_short_forms(release.text, known, words)])
    named = list(dict.fromkeys(_named(release, folded, words, known)))[:MOST_NAMED]
    found = [name for text in sorted(named, key=len, reverse=True) for name in _places(release.text, text)]
    return sorted(_without_overlaps([*known, *found]), key=lambda name: name.start)


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
        if not _is_common(first, words) and first.lower() not in words.name_starts and first.lower() not in text:
            for match in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text):
                yield Name(match.start(), match.end(), Role.COMPANY, name.actor)


def _named(release: Release, folded: str, words: Vocabulary, known: list[Name]) -> Iterator[str]:
    for match in TICKERED.finditer(release.text):
        yield from _forms(match.group(1), words)
    if words.cues.spaced:
        yield from _capitalised(release, folded, words, known)
    else:
        yield from _dense(release, words)


def _capitalised(release: Release, folded: str, words: Vocabulary, known: list[Name]) -> Iterator[str]:
    """The subject of a headline, and capitalised words that end like a company."""
    for number, block in enumerate(_article(release)):
        if number > 2:  # the lead names whom a text is about; later sentences begin with anything
            break
        match = LEADING.match(release.text, block.start, block.start + len(block.text))
        if match and not _acts_like_name(release, folded, words, match, in_headline=not number):
            continue
        if match and not any(name.start < match.end() and match.start(1) < name.end for name in known):
            end = _before_verb(match.start(1), match.end(1), words.lexicon.find(folded, match.start(1), match.end(1)))
            yield from _forms(release.text[match.start(1) : end], words)
    for match in OPENING.finditer(release.text):
        yield from _forms(_opening_name(match, folded, words), words)
    for match in _ending_pattern(words.language).finditer(release.text):
        if match.end() < len(release.title) and release.text[match.end() + 1 : match.end() + 2].isupper():
            continue  # "Eliminate Electric Vehicle Credits": every word of a headline may have its capital
        yield from _forms(match.group(), words)


def _acts_like_name(
    release: Release, folded: str, words: Vocabulary, match: re.Match[str], *, in_headline: bool
) -> bool:
    """Any sentence begins with a capital: a name comes again, is written like one, or has a verb behind it."""
    run = match.group(1).strip(" ,'’")
    if _is_word(run.split(" ")[0], release.text):
        return False
    if any(word.lower() in words.name_starts for word in run.replace("-", " ").split(" ")):
        return False  # "Startup", "Chinese maker": a description
    if release.text.count(run.split(" ")[0]) > 1:
        return True
    if not in_headline:
        return False
    if len(run.split(" ")) > 1 or sum(char.isupper() for char in run) > 1:
        return True
    hits = words.lexicon.find(folded, match.end(1), match.end(1) + 24)
    verb = hits[0] if hits and hits[0].start <= match.end(1) + 1 else None
    return verb is not None and folded[verb.start : verb.end].endswith(words.verb_endings)


def _opening_name(match: re.Match[str], folded: str, words: Vocabulary) -> str:
    """The subject that opens a sentence, where a verb of money follows: "Wallbox raises"; "" for "Analysts expect"."""
    start, end = match.span(1)
    if _is_word(match.group(1).split(" ")[0], match.string):
        return ""
    if words.lexicon.find(folded, start, end) or folded[end - 1] == "s":
        return ""  # a plural, or a word that says something itself
    verb = next(iter(words.lexicon.find(folded, end, min(len(folded), end + VERB_NEAR))), None)
    tells = verb is not None and verb.start <= end + 1 and any(_is_verb_of_money(tag) for tag in verb.tags)
    return match.group(1) if tells else ""


def _is_word(word: str, text: str) -> bool:
    """Whether the text writes it in lower case elsewhere: "Tax" opens a headline and is a word."""
    return word.lower() != word and f" {word.lower()} " in text


def _is_verb_of_money(tag: Tag) -> bool:
    return not tag.weak and (tag.name == "gives" or tag.name.startswith("metric:"))


def _before_verb(start: int, end: int, hits: Iterable[Hit]) -> int:
    """In a headline "Bacancy Secures 400 Million" the name ends where the verb begins."""
    for hit in hits:
        if hit.start > start and any(tag.name.startswith(VERB_TAGS) for tag in hit.tags):
            return hit.start
    return end


@cache
def _ending_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    endings = "|".join(re.escape(_as_printed(ending)) for ending in words.name_endings if ending)
    return re.compile(rf"(?<![\w&])(?:{CAPITAL} ){{1,3}}(?:{endings})\b" if endings else r"(?!)")


def _as_printed(ending: str) -> str:
    return ending.upper() if len(ending) <= 2 or ending in ("plc",) else ending[:1].upper() + ending[1:]


def _dense(release: Release, words: Vocabulary) -> Iterator[str]:
    """A name runs from the beginning of a clause to what follows a name: a particle, a verb of announcing."""
    pattern = _subject_pattern(words.language)
    for number, block in enumerate(_article(release)):
        for match in pattern.finditer(release.text, block.start, block.start + len(block.text)):
            if match.group("first") and number:
                continue  # "the plant" opens a sentence as a name does
            name = _trimmed(match.group("name") or match.group("other") or match.group("first"), words)
            folded = fold(name)
            if set(name) & set(words.cues.no_name_letters):
                continue
            if not any(_speaks(hit) for hit in words.lexicon.find(folded, 0, len(folded))):
                yield from _forms(name, words)


def _speaks(hit: Hit) -> bool:
    """A phrase that says something of money, time or state is no part of a name."""
    return any(tag.name.startswith(NO_NAME) for tag in hit.tags)


@cache
def _subject_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    endings = "|".join(re.escape(ending) for ending in words.name_endings) or r"(?!)"
    follows, marks = _either(words.cues.announces), _either(words.cues.subject_marks)
    opens = r"(?:^|(?<=\n)|(?<=[.!?] )|(?<=[。！？“\"「]))"
    begins = r"(?:^|(?<=[\n,，。;；:：“\"「]))"
    return re.compile(
        rf"(?:{begins}|(?<=的))(?P<name>{DENSE}{{2,12}}?(?:{endings}))(?![A-Za-z])|{begins}(?P<other>{DENSE}{{2,6}}?)(?={follows}|[0-9]{{1,2}}月)"
        rf"|{opens}(?P<first>{DENSE}{{2,16}}?)(?={marks})"
    )


def _either(listed: str) -> str:
    """One of a list, as printed or folded: a list cannot hold a bare comma, but "，" folds to one."""
    parts = {form for part in listed.split(", ") if part for form in (part.strip(" "), fold(part.strip(" ")))}
    return "|".join(re.escape(part) for part in sorted(parts, key=len)) or r"(?!)"


def _forms(raw: str, words: Vocabulary) -> Iterator[str]:
    """A name, and its short form: "Giyani Metals Corp" is "Giyani Metals" and "Giyani" further down."""
    name = _trimmed(raw, words)
    if not name or len(name) < 2 or name[0].isdecimal() or _is_common(name, words):
        return
    yield name
    first = name.split(" ")[0]
    if words.cues.spaced and first != name and len(first) > 4 and first.lower() not in words.not_names:
        yield first


def _is_common(name: str, words: Vocabulary) -> bool:
    """A word that names no company, an ending alone, or a public body."""
    folded = fold(name)
    if folded in words.not_names or folded in words.name_endings:
        return True
    if not words.cues.spaced and len(_bare(folded, words)) < LEAST_DENSE:
        return True
    hits = words.lexicon.find(folded, 0, len(folded))
    return any(hit.start == 0 and tag.name == "government" for hit in hits for tag in hit.tags)


def _bare(name: str, words: Vocabulary) -> str:
    """Without the words that any name may hold: of "智能电动汽车" nothing is left."""
    for word in sorted(words.not_names, key=len, reverse=True):
        name = name.replace(word, "")
    return name


def _trimmed(raw: str, words: Vocabulary) -> str:
    name = raw.strip(" ,.:;'’\"“”")
    folded = fold(name)
    owner = next((mark for mark in words.owns if len(mark) > 1 and folded.endswith(mark)), "")
    name = name[: len(name) - len(owner)]
    while name and (start := _start_pattern(words.language).match(name.lower())):
        name = name[start.end() :].strip(" -,")
    kept = name.split(" ")
    while kept and kept[0].lower().strip(".,") in words.not_names:
        kept = kept[1:]
    while kept and kept[-1].lower().strip(".,") in words.not_names:
        kept = kept[:-1]
    return " ".join(kept)


@cache
def _start_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    edge = r"(?=[ -]|$)" if words.cues.spaced else ""
    return re.compile(trie_pattern(words.name_starts, edge) if words.name_starts else r"(?!)")


def _places(text: str, name: str) -> Iterator[Name]:
    edge = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    close = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    actor = Actor(unicodedata.normalize("NFKC", name).strip())
    for match in re.finditer(edge + re.escape(name) + close, text):
        yield Name(match.start(), match.end(), Role.NAMED, actor)


def _article(release: Release) -> Iterator[Block]:
    return (block for block in release.blocks if block.kind is not BlockKind.FURNITURE)
