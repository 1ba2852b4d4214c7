"""How a name is printed. In: what stands where a name may stand; out: the name without what is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.lexicon import fold, trie_pattern
from parsers.vocabulary import Vocabulary, vocabulary

MODEL = re.compile(r"[A-Z]{1,3}-?[0-9]+")  # "B4", "EQ-7"
LEAST_DENSE = 2  # letters that a name has beside its ending


Form = tuple[str, str]  # as printed, and the name it stands for


def forms(raw: str, words: Vocabulary) -> Iterator[Form]:
    """A name, and its short form: "Giyani Metals Corp" is "Giyani Metals" and "Giyani" further down."""
    name = trimmed(raw, words)
    if not name or len(name) < 2 or name[0].isdecimal() or MODEL.fullmatch(name) or is_common(name, words):
        return
    yield name, name
    first = name.split(" ")[0]
    if words.cues.spaced and first != name and len(first) > 4 and not is_common(first, words):
        yield first, name


def whole_words(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text and are no part of others. A string is sought: each name is another, and an
    expression costs more to make than to use."""
    end = 0
    while (start := text.find(words, end)) >= 0:
        end = start + len(words)
        if not (_goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1])):
            yield start


def _goes_on(char: str) -> bool:
    return char.isalnum() or char == "_"


def is_common(name: str, words: Vocabulary) -> bool:
    """A word that names no company, an ending alone, who carries the news, or a public body."""
    folded = fold(name)
    if folded in words.not_names or folded in words.name_endings or folded in words.news_services:
        return True
    if not words.cues.spaced and (len(_bare(folded, words)) < LEAST_DENSE or folded.startswith(words.titles)):
        return True
    if not words.cues.spaced and folded.endswith(words.name_endings):
        return False  # 深圳市星源股份有限公司: seated in a city, not the city
    hits = words.lexicon.find(folded, 0, len(folded))
    return any(hit.start == 0 and tag.name == "government" for hit in hits for tag in hit.tags)


def _bare(name: str, words: Vocabulary) -> str:
    """Without the words that any name may hold: of "智能电动汽车" nothing is left."""
    for word in sorted(words.not_names, key=len, reverse=True):
        name = name.replace(word, "")
    return name


def trimmed(raw: str, words: Vocabulary) -> str:
    """The name without the words in front of it, its owner's mark, and words at its edges that name nobody."""
    name = raw.strip(" ,.:;'’\"“”«»„")
    folded = fold(name)
    owner = next((mark for mark in words.owns if len(mark) > 1 and folded.endswith(mark)), "")
    name = name[: len(name) - len(owner)]
    while name and (start := _start_pattern(words.language).match(fold(name))):
        name = name[start.end() :].strip(" -,")
    kept = name.split(" ")
    while kept and (_is_edge(kept[0], words) or _describes(kept[0], words)):
        kept = kept[1:]
    while kept and _is_edge(kept[-1], words):
        kept = kept[:-1]
    return " ".join(kept)


def _is_edge(word: str, words: Vocabulary) -> bool:
    return word.lower().strip(".,") in words.not_names


def _describes(word: str, words: Vocabulary) -> bool:
    """ "Batteriehersteller" before a name, "SoftBank-backed"."""
    lent = "-" in word and word.lower().rpartition("-")[2] in words.lends
    return lent or (words.cues.compounds and word.lower().endswith(words.descriptors))


@cache
def _start_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    edge = r"(?=[ -]|$)" if words.cues.spaced else ""
    return re.compile(trie_pattern(words.name_starts, edge) if words.name_starts else r"(?!)")
