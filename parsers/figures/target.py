"""What an amount is for, as printed. In: a mention in its scene; out: "smart electric vehicles", or ""."""

from __future__ import annotations

import re

from parsers.figures.page import Page, Seen

NEAR = 12  # letters between an amount and the word that introduces what it is for
LONGEST = 70  # letters; a longer stretch is no name of a thing
LEAST = 3  # letters of a name of a thing, in scripts where a letter is no word
NOUNS = 4  # words glued to an amount: "a $2 billion battery cell plant"
STOPPING = ("back_reference", "spent", "this_year", "next_year", "status", "up_from", "conditional")
LINKS = ("target", "giver", "source", "receiver", "gives", "announces")  # nothing links an amount to its noun
END = re.compile(
    r"[,;:.()（），。；：、!?\n]|\s[–—-]\s|\s(?:and|with|by|from|over|which|that|as|und|mit|et|avec)\s|\s[0-9]"
)
EDGES = " \"'“”‘’-–—"


def read_target(page: Page, seen: Seen) -> str:
    """Return what stands behind the amount after a word like "in", "for", "to build", else the noun glued to it."""
    start, limit = seen.mention.end, min(seen.scene.end, seen.mention.end + LONGEST)
    for hit, _, _ in seen.scene.said("target"):
        if start <= hit.start <= start + NEAR:
            return _thing(page, seen, hit.end, limit)
    glued = _glued(page, seen, start, limit) if page.release.text[start : start + 1] in (" ", "-") else ""
    return glued or _before(page, seen)


def _before(page: Page, seen: Seen) -> str:
    """ "Raises its investment in the plant in Porto to 3 billion": what the noun in front of the amount is for."""
    if not page.words.cues.spaced:
        return ""
    nouns = [hit.end for hit, _, weak in seen.scene.said("metric") if not weak]
    for hit, _, _ in seen.scene.said("target"):
        if hit.end <= seen.mention.start and any(hit.start - noun == 1 for noun in nouns):
            limit = min(seen.mention.start, hit.end + LONGEST)
            return _thing(page, seen, hit.end, limit) if limit == seen.mention.start else ""
    return ""


def _thing(page: Page, seen: Seen, start: int, limit: int) -> str:
    """The stretch up to the next clause, period or amount; "" where it says when, or goes on with a sentence."""
    end = _end(page, seen, start, limit)
    said = page.release.text[start:end].strip(EDGES)
    words = said.split()
    return said if len(said) * page.words.width >= LEAST and words and not _is_of_time(page, seen, start, end) else ""


def _end(page: Page, seen: Seen, start: int, limit: int) -> int:
    """Where a thing's name ends: at a clause's mark, before a period, another number, or what tells of the state."""
    mark = END.search(page.release.text, start, limit)
    stops = [mark.start() if mark else _whole_word(page.release.text, start, limit, seen.scene.end)]
    stops += [begin for _, begin, _ in seen.scene.periods if begin >= start]
    stops += [each.start for each in seen.scene.mentions if each.start >= start]
    stops += [hit.start for family in STOPPING for hit, _, _ in seen.scene.said(family) if hit.start > start]
    return min(stops)


def _whole_word(text: str, start: int, limit: int, end: int) -> int:
    """A name is never cut inside a word; one that is longer than a name may be has no end."""
    if limit >= end:
        return limit
    return max(text.rfind(" ", start, limit), start)


def _is_of_time(page: Page, seen: Seen, start: int, end: int) -> bool:
    """ "In the third quarter", "in cash": when and how, and not what for."""
    if any(begin < end and start < close for _, begin, close in seen.scene.periods):
        return True
    hits = page.words.lexicon.find(page.folded, start, end)
    return any(tag.name == "no_target" for hit in hits for tag in hit.tags)


def _glued(page: Page, seen: Seen, start: int, limit: int) -> str:
    """ "A $2 billion battery plant": the noun that the amount stands before; where verbs come last, it may be one."""
    end = _end(page, seen, start, limit)
    said = page.between(start, end)
    if page.words.cues.verb_final or any(start <= hit.start < end for f in LINKS for hit, _, _ in seen.scene.said(f)):
        return ""
    nouns = [hit.end for hit, _, _ in seen.scene.said("metric") if start < hit.end <= end]
    near = [stop for stop in nouns if len(said[: stop - start].split()) <= NOUNS]
    return page.release.text[start : max(near)].strip(EDGES) if near else ""
