"""How far an announcement of furniture reaches over the blocks of a text.

In: the blocks of a text in their order. Out: for each the rule that makes it furniture, or "". What single lines say is
in `parsers.furniture`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from parsers.furniture import (
    CAPTION_WORDS,
    HEADING_WORDS,
    HEADLINE_WORDS,
    KEPT_APART,
    TEASER_WORDS,
    Lexicon,
    Reading,
    Sign,
    is_sentence,
    key,
    lexicon_for,
    read_legal,
    read_line,
    size,
)

LEGAL = 30  # blocks at the end among which legal words are looked for
ENDS = 8  # blocks at either end among which credits and closings are looked for


@dataclass(frozen=True, slots=True)
class _Text:
    """The blocks of a text, what each announces, and the first block before which half of the text stands."""

    blocks: Sequence[str]
    readings: Sequence[Reading | None]
    middle: int

    def __len__(self) -> int:
        return len(self.blocks)


def marked(blocks: Sequence[str], language: str) -> list[str]:
    """For each block of a text in this language the rule that makes it furniture, or ""."""
    text = _read(blocks, lexicon_for(language))
    rules = [""] * len(blocks)
    at = 0
    while at < len(blocks):
        reading = text.readings[at]
        stop = at + _reach(reading, text, at) if reading else at
        for index in range(at, stop):
            rules[index] = reading.rule if reading else ""
        at = max(stop, at + 1)
    return rules


def _read(blocks: Sequence[str], lexicon: Lexicon) -> _Text:
    """Legal words count only late, and do not count in where the middle is: they fill half of many a press release."""
    inner = range(ENDS, len(blocks) - ENDS)
    lines = [read_line(block, lexicon, outer=at not in inner) for at, block in enumerate(blocks)]
    last = len(blocks) - LEGAL
    legal = [
        None if line or at < last else read_legal(block, lexicon)
        for at, (line, block) in enumerate(zip(lines, blocks, strict=True))
    ]
    news = [0 if law else len(block) for law, block in zip(legal, blocks, strict=True)]
    before = accumulate(news, initial=0)
    middle = next(at for at, length in enumerate(before) if length * 2 >= sum(news))
    readings = [
        line or (law if at >= middle else None) for at, (line, law) in enumerate(zip(lines, legal, strict=True))
    ]
    return _Text(blocks, readings, middle)


def _reach(reading: Reading, text: _Text, at: int) -> int:
    """How many blocks from `at` on go with the announcement; 0 if it announces nothing here."""
    late = at >= text.middle
    match reading.sign:
        case Sign.LABEL | Sign.LEAD | Sign.LEGAL:
            return 1
        case Sign.HEAD:
            return 1 + _teasers(text, at + 1, whole=key(text.blocks[at]) == reading.words)
        case Sign.PROMPT:
            return int(size(text.blocks[at]) <= 25 or _at_an_end(text, at))
        case Sign.CREDIT | Sign.CLOSING:
            return int(_at_an_end(text, at))
        case Sign.ABOUT | Sign.NOTICE:
            return 1 + _section(text, at + 1) if late else 0
        case Sign.REPLIES:
            return len(text) - at if late else 1
        case Sign.ENDING:
            return _small(text, at + 1) - at if late and _ends(text, at + 1) else 0


def _teasers(text: _Text, start: int, *, whole: bool) -> int:
    """Teasers after a list head: headlines, each with perhaps a sentence under it. Prose of the article ends them.

    After one that is a head as a `whole` whatever is small goes, up to the end; "More on ..." may be the article's own.
    """
    if whole and start >= text.middle and _small(text, start) == len(text):
        return len(text) - start
    at = start
    while at < len(text) and _is_teaser(text.blocks, at):
        at += 1
    return at - start


def _is_teaser(blocks: Sequence[str], at: int) -> bool:
    if size(blocks[at]) > TEASER_WORDS:
        return False
    if not is_sentence(blocks[at]):
        return size(blocks[at]) <= HEADLINE_WORDS
    return at + 1 < len(blocks) and not is_sentence(blocks[at + 1]) and size(blocks[at + 1]) <= HEADLINE_WORDS


def _section(text: _Text, start: int) -> int:
    """The paragraphs under a heading: up to the next announcement, or to a line that is no sentence."""
    at = start
    while at < len(text) and not _announces(text.readings[at]) and _is_paragraph(text.blocks[at]):
        at += 1
    return at - start


def _is_paragraph(block: str) -> bool:
    return is_sentence(block) or size(block) > HEADING_WORDS


def _announces(reading: Reading | None) -> bool:
    return reading is not None and reading.sign is not Sign.LEGAL


def _small(text: _Text, start: int) -> int:
    """Where the small blocks from `start` on end."""
    return next((at for at in range(start, len(text)) if size(text.blocks[at]) > TEASER_WORDS), len(text))


def _ends(text: _Text, start: int) -> bool:
    """Whether nothing but small blocks and what is kept apart comes from `start` on."""
    rest = zip(text.blocks[start:], text.readings[start:], strict=True)
    return all(size(block) <= TEASER_WORDS or (line is not None and line.sign in KEPT_APART) for block, line in rest)


def _at_an_end(text: _Text, at: int) -> bool:
    """Whether only headings and other announcements stand before, or after."""

    def nothing(index: int) -> bool:
        block = text.blocks[index]
        small = size(block) <= CAPTION_WORDS and not is_sentence(block)
        return text.readings[index] is not None or small

    near = at < ENDS or at >= len(text) - ENDS
    return near and (all(map(nothing, range(at))) or all(map(nothing, range(at + 1, len(text)))))
