"""How far an announcement of furniture reaches over the blocks of a text.

In: the blocks of a text in their order. Out: for each the rule that makes it furniture, or "". What single lines say is
in `parsers.furniture`.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.furniture import (
    CAPTION_WORDS,
    HEADING_WORDS,
    HEADLINE_WORDS,
    KEPT_APART,
    TEASER_WORDS,
    Reading,
    Sign,
    is_sentence,
    key,
    lexicon_for,
    read_legal,
    read_line,
    size,
)

ENDS = 8  # blocks at either end among which credits and closings are looked for


def marked(blocks: Sequence[str], language: str) -> list[str]:
    """For each block of a text in this language the rule that makes it furniture, or ""."""
    lexicon = lexicon_for(language)
    inner = range(ENDS, len(blocks) - ENDS)
    readings = [read_line(block, lexicon, outer=at not in inner) for at, block in enumerate(blocks)]
    legal = [None if reading else read_legal(block, lexicon) for reading, block in zip(readings, blocks, strict=True)]
    news = _without_legal(blocks, legal)
    readings = [legal[at] if legal[at] and _late(news, at) else reading for at, reading in enumerate(readings)]
    rules = [""] * len(blocks)
    at = 0
    while at < len(blocks):
        reading = readings[at]
        stop = at + _reach(reading, blocks, readings, at) if reading else at
        for index in range(at, stop):
            rules[index] = reading.rule if reading else ""
        at = max(stop, at + 1)
    return rules


def _reach(reading: Reading, blocks: Sequence[str], readings: Sequence[Reading | None], at: int) -> int:
    """How many blocks from `at` on go with the announcement; 0 if it announces nothing here."""
    match reading.sign:
        case Sign.LABEL | Sign.LEAD | Sign.LEGAL:
            return 1
        case Sign.HEAD:
            return 1 + _teasers(blocks, at + 1, whole=key(blocks[at]) == reading.words)
        case Sign.PROMPT:
            return int(size(blocks[at]) <= 25 or _at_an_end(blocks, readings, at))
        case Sign.CREDIT | Sign.CLOSING:
            return int(_at_an_end(blocks, readings, at))
        case Sign.ABOUT | Sign.NOTICE:
            return 1 + _section(blocks, readings, at + 1) if _late(_without_legal(blocks, readings), at) else 0
        case Sign.REPLIES:
            return len(blocks) - at if _late(blocks, at) else 1
        case Sign.ENDING:
            return _small(blocks, at + 1) - at if _late(blocks, at) and _ends(blocks, readings, at + 1) else 0


def _teasers(blocks: Sequence[str], start: int, *, whole: bool) -> int:
    """Teasers after a list head: headlines, each with perhaps a sentence under it. Prose of the article ends them.

    After one that is a head as a `whole` whatever is small goes, up to the end; "More on ..." may be the article's own.
    """
    if whole and _late(blocks, start) and _only_small(blocks, start):
        return len(blocks) - start
    at = start
    while at < len(blocks) and _is_teaser(blocks, at):
        at += 1
    return at - start


def _is_teaser(blocks: Sequence[str], at: int) -> bool:
    if size(blocks[at]) > TEASER_WORDS:
        return False
    if not is_sentence(blocks[at]):
        return size(blocks[at]) <= HEADLINE_WORDS
    return at + 1 < len(blocks) and not is_sentence(blocks[at + 1]) and size(blocks[at + 1]) <= HEADLINE_WORDS


def _section(blocks: Sequence[str], readings: Sequence[Reading | None], start: int) -> int:
    """The paragraphs under a heading: up to the next announcement, or to a line that is no sentence."""
    at = start
    while (
        at < len(blocks)
        and not _announces(readings[at])
        and (is_sentence(blocks[at]) or size(blocks[at]) > HEADING_WORDS)
    ):
        at += 1
    return at - start


def _without_legal(blocks: Sequence[str], readings: Sequence[Reading | None]) -> list[str]:
    """The blocks, legal words emptied: they fill half of many a press release."""
    signs = (reading.sign if reading else None for reading in readings)
    return ["" if sign is Sign.LEGAL else block for block, sign in zip(blocks, signs, strict=True)]


def _announces(reading: Reading | None) -> bool:
    return reading is not None and reading.sign is not Sign.LEGAL


def _small(blocks: Sequence[str], start: int) -> int:
    """Where the small blocks from `start` on end."""
    return next((at for at in range(start, len(blocks)) if size(blocks[at]) > TEASER_WORDS), len(blocks))


def _ends(blocks: Sequence[str], readings: Sequence[Reading | None], start: int) -> bool:
    """Whether nothing but small blocks and what is kept apart comes from `start` on."""
    signs = (reading.sign if reading else None for reading in readings[start:])
    return all(
        size(block) <= TEASER_WORDS or sign in KEPT_APART for block, sign in zip(blocks[start:], signs, strict=True)
    )


def _only_small(blocks: Sequence[str], start: int) -> bool:
    return all(size(block) <= TEASER_WORDS for block in blocks[start:])


def _late(blocks: Sequence[str], at: int) -> bool:
    """Whether more than half of the text stands before."""
    return sum(map(len, blocks[:at])) * 2 >= sum(map(len, blocks))


def _at_an_end(blocks: Sequence[str], readings: Sequence[Reading | None], at: int) -> bool:
    """Whether only headings and other announcements stand before, or after."""

    def nothing(index: int) -> bool:
        small = size(blocks[index]) <= CAPTION_WORDS and not is_sentence(blocks[index])
        return readings[index] is not None or small

    near = at < ENDS or at >= len(blocks) - ENDS
    return near and (all(map(nothing, range(at))) or all(map(nothing, range(at + 1, len(blocks)))))
