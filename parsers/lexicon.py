"""Phrases -> where they stand in a text. In: phrases with tags; out: hits with offsets. No language in it.

A list of phrases is written as one string, separated by commas. A trailing `*` stands for any ending of the word
("invest*": invests, investment), a trailing `?` marks a weak phrase: it speaks only where no strong one does. All
phrases of a language become one regular expression in the shape of a trie, so that finding them costs one pass over the
text, however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from parsers.hanzi import simplified

ENDING = r"[^\W\d_]{0,14}"  # the longest ending that a stem may take
SILENT = "silent"  # tag of phrases that only look like others: "more than" says nothing of more money
CLOSED = frozenset({SILENT, "investors", "level"})  # of these phrases the words inside say nothing
ABOUT = frozenset({"scope", "federal"})  # what these say, a longer phrase says too
COMPOUNDED = 6  # a shorter phrase inside a longer word is chance: "land" in "Deutschland"
_PLAIN = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | dict.fromkeys("\u3000\xa0\u202f", " ")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000\xa0\u202f]")
_REPLACED = (("\n", " "), ("\t", " "), ("-", " "), ("\u2011", " "), ("\u2019", "'"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in its place: `text[start:end]` is the phrase, `tags` what it speaks for, each weak or strong."""

    start: int
    end: int
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase speaks for: "metric:investment", "status:planned", ..."""

    name: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases made ready for finding."""

    pattern: re.Pattern[str]
    tags: Mapping[str, tuple[Tag, ...]]
    stems: tuple[int, ...]  # lengths of the phrases that end in "*", longest first

    def find(self, folded: str, start: int, end: int) -> list[Hit]:
        """Return the phrases of `folded[start:end]`, leftmost and longest first, without overlaps."""
        return [
            Hit(match.start(), match.end(), self._tags_of(match.group()))
            for match in self.pattern.finditer(folded, start, end)
        ]

    def opening(self, folded: str, start: int) -> Hit | None:
        """Return the phrase that begins at `start`, or, where a space stands there, behind it."""
        match = self.pattern.match(folded, start + (folded[start : start + 1] == " "))
        return Hit(match.start(), match.end(), self._tags_of(match.group())) if match else None

    def _tags_of(self, found: str) -> tuple[Tag, ...]:
        exact = self.tags.get(found)
        if exact is not None:
            return exact
        for length in self.stems:
            stem = self.tags.get(found[:length] + "*") if length <= len(found) else None
            if stem is not None:
                return stem
        return ()


def fold(text: str) -> str:
    """Return the text in lower case, full-width signs as plain ones, hyphens and line ends as spaces, traditional
    characters as simplified ones: same length."""
    lowered = text.lower()
    if lowered.isascii():  # nearly every name and line: each further look would cost more than the text
        return lowered.replace("\n", " ").replace("\t", " ").replace("-", " ")
    if len(lowered) != len(text):  # a few letters grow when lowered: keep those as they are
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for printed, plain in _REPLACED:
        lowered = lowered.replace(printed, plain)
    return simplified(narrow(lowered))


def narrow(text: str) -> str:
    """Return the text with full-width signs and wide spaces as plain ones: same length."""
    return text if text.isascii() else _FULL_WIDTH.sub(lambda match: _PLAIN[match.group()], text)


def phrases_of(listed: str) -> Iterable[tuple[str, bool]]:
    """Yield each phrase of a comma-separated list, folded, and whether it is weak."""
    for raw in listed.split(","):
        phrase = fold(raw.strip())
        if phrase:
            yield phrase.removesuffix("?"), phrase.endswith("?")


def compile_lexicon(groups: Mapping[str, str], *, spaced: bool, compounds: bool = False) -> Lexicon:
    """Build the lexicon of tag -> phrases.

    `spaced`: words stand between spaces, so a phrase begins and ends where a word does; `compounds`: but may begin
    inside one ("Batteriefabrik" holds "fabrik").
    """
    tags: dict[str, tuple[Tag, ...]] = {}
    for name, listed in groups.items():
        for phrase, weak in phrases_of(listed):
            tags[phrase] = (*tags.get(phrase, ()), Tag(name, weak))
    stems = sorted({len(phrase) - 1 for phrase in tags if phrase.endswith("*")}, reverse=True)
    _inherit(tags)
    source = _pattern(tags, spaced=spaced, compounds=compounds) if tags else r"(?!)"
    return Lexicon(re.compile(source), tags, tuple(stems))


def _pattern(phrases: Iterable[str], *, spaced: bool, compounds: bool) -> str:
    if not spaced:
        return trie_pattern(phrases, "")
    whole, edge = r"(?<!\w)" + trie_pattern(phrases, r"(?!\w)"), r"(?!\w)"
    glued = [phrase for phrase in phrases if len(phrase) >= COMPOUNDED]
    return f"{whole}|{trie_pattern(glued, edge)}" if compounds and glued else whole


def _inherit(tags: dict[str, tuple[Tag, ...]]) -> None:
    """Give a phrase what the phrases inside it say of matters on which it is silent.

    "Has invested" is listed as money spent and holds "invested", which names the metric; a match is the longer alone.
    """
    own = dict(tags)
    stems = sorted({len(phrase) - 1 for phrase in own if phrase.endswith("*")}, reverse=True)
    for phrase, said in own.items():
        families = {tag.name.partition(":")[0] for tag in said}
        if not families.isdisjoint(CLOSED):
            continue
        for inner in _inside(phrase.removesuffix("*"), own, stems):
            new = [tag for tag in own[inner] if _passes(tag.name.partition(":"), families)]
            tags[phrase] = (*tags[phrase], *(tag for tag in new if tag not in tags[phrase]))


def _passes(name: tuple[str, str, str], families: set[str]) -> bool:
    """What money and which state of it, and what of, pass to a longer phrase; its place in a sentence does not."""
    return (bool(name[1]) or name[0] in ABOUT) and name[0] not in families and name[0] != "part"


def _inside(phrase: str, tags: Mapping[str, object], stems: list[int]) -> Iterable[str]:
    """Yield the listed phrases that are words of a longer one, or, where words have no spaces, parts of it."""
    words = phrase.split(" ")
    for part in words:
        stem = next((part[:n] + "*" for n in stems if n <= len(part) and part[:n] + "*" in tags), None)
        yield from (each for each in (part, stem) if each is not None and each in tags and each != phrase)
    if len(words) == 1 and phrase and not phrase[0].isascii():
        size = len(phrase)
        pieces = (phrase[a:b] for a in range(size) for b in range(a + 1, size + 1) if b - a < size)
        yield from (piece for piece in pieces if piece in tags)


def trie_pattern(phrases: Iterable[str], edge: str) -> str:
    """Return one expression that matches the longest of the phrases at a place, with `edge` behind it."""
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    first = "".join(re.escape(char) for char in sorted(root) if char)
    return f"(?=[{first}])" + _branch(root, edge)  # one look at a set is faster than trying each way


def _branch(node: dict[str, Any], edge: str) -> str:
    """Longer ways first; where a phrase may end here, `edge` must hold."""
    ways = []
    for char, below in sorted(node.items(), reverse=True):
        if char == "":
            ways.append(edge)
        elif char == "*":
            ways.append(ENDING + edge)
        else:
            ways.append(re.escape(char) + _branch(below, edge))
    return ways[0] if len(ways) == 1 else "(?:" + "|".join(_stars_last(ways)) + ")"


def _stars_last(ways: list[str]) -> list[str]:
    """An exact continuation beats an open ending, and any continuation beats ending here."""
    return sorted(ways, key=lambda way: (way == "" or way.startswith("(?!"), way.startswith(ENDING)))
