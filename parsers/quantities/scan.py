"""Folded text -> the numbers in it, in order: figures, words, and the two mixed. No units, no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.quantities.glued import read_glued
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import Numeral
from parsers.quantities.spaced import read_figures_in, read_words_in


def numerals(low: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """All numbers of a folded text in lower case, from left to right, none inside of another."""
    if lexicon.words.glued:
        return read_glued(low, lexicon)
    found = [*read_figures_in(low, lexicon), *read_words_in(low, lexicon)]
    return _apart(sorted(found, key=lambda numeral: (numeral.start, -numeral.end)))


def _apart(found: Iterable[Numeral]) -> Iterator[Numeral]:
    end = 0
    for numeral in found:
        if numeral.start >= end:
            end = numeral.end
            yield numeral
