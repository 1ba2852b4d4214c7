"""Phrases that are looked up at a place of a text, forward from it or back from it. The longest wins.

A phrase that begins or ends with a letter of an alphabet must begin or end a word there; Chinese, Japanese and Korean
ones need not. A look costs the same however long the text and, nearly, however many the phrases: they lie in buckets by
the two characters nearest to the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")
_FIRST_IDEOGRAPH = "\u1100"  # from here on (Hangul, kana, ideographs) words are not parted by spaces
_LETTERS = r"[^\W\d_]"
_LETTER_RUNS = re.findall(rf"{_LETTERS}+", "".join(map(chr, range(ord(_FIRST_IDEOGRAPH)))))
WORD_END = rf"(?!{_LETTERS})"
# Where words stand between spaces, one begins behind any other character. A pattern that opens with this set leaps from
# one such character to the next; a look-behind in front of the words would be asked at every letter.
NO_LETTER = "[^" + "".join(f"{run[0]}-{run[-1]}" for run in _LETTER_RUNS) + "]"


def is_letter(text: str, at: int) -> bool:
    """Whether a letter of an alphabet stands there. Outside of the text stands none."""
    return 0 <= at < len(text) and (char := text[at]) < _FIRST_IDEOGRAPH and char.isalpha()


class Phrases(Generic[V]):
    """A table from phrases to values of one kind."""

    __slots__ = ("_ends", "_firsts", "_lasts", "_singles", "_starts")

    def __init__(self, phrases: Mapping[str, V]) -> None:
        longest_first = sorted(((p, v) for p, v in phrases.items() if len(p) > 1), key=lambda entry: -len(entry[0]))
        self._starts = _buckets((p[:2], p, is_letter(p, len(p) - 1), value) for p, value in longest_first)
        self._ends = _buckets((p[-2:], p, is_letter(p, 0), value) for p, value in longest_first)
        self._singles = {p: (is_letter(p, 0), value) for p, value in phrases.items() if len(p) == 1}
        self._firsts = frozenset(phrase[0] for phrase in phrases)
        self._lasts = frozenset(phrase[-1] for phrase in phrases)

    def after(self, text: str, at: int) -> tuple[V, int] | None:
        """The value of the longest phrase that begins at this place, and where it ends."""
        first = text[at : at + 1]
        if first not in self._firsts:
            return None
        for phrase, lettered, value in self._starts.get(text[at : at + 2], ()):
            if text.startswith(phrase, at) and not (lettered and is_letter(text, at + len(phrase))):
                return value, at + len(phrase)
        single = self._singles.get(first)
        return (single[1], at + 1) if single and not (single[0] and is_letter(text, at + 1)) else None

    def before(self, text: str, at: int) -> tuple[V, int] | None:
        """The value of the longest phrase that ends at this place, and where it begins."""
        if at <= 0 or (last := text[at - 1]) not in self._lasts:
            return None
        for phrase, lettered, value in self._ends.get(text[at - 2 : at], ()) if at > 1 else ():
            if text.endswith(phrase, 0, at) and not (lettered and is_letter(text, at - len(phrase) - 1)):
                return value, at - len(phrase)
        single = self._singles.get(last)
        return (single[1], at - 1) if single and not (single[0] and is_letter(text, at - 2)) else None


def _buckets(entries: Iterable[tuple[str, str, bool, V]]) -> dict[str, tuple[tuple[str, bool, V], ...]]:
    buckets: dict[str, list[tuple[str, bool, V]]] = {}
    for key, phrase, lettered, value in entries:
        buckets.setdefault(key, []).append((phrase, lettered, value))
    return {key: tuple(found) for key, found in buckets.items()}


def trie(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, that looks at each character once."""
    ends, branches = False, dict[str, list[str]]()
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    options = [re.escape(char) + trie(rest) for char, rest in sorted(branches.items())]
    if not options:
        return ""
    inner = options[0] if len(options) == 1 and not ends else f"(?:{'|'.join(options)})"
    return f"(?:{inner})?" if ends else inner
