"""What a site repeats on its pages: learnt from its releases, used in cleaning the next.

In: a memory and a release. Out: a new memory; or the parts of a page, those marked that the site repeats. A memory is a
value: the store keeps it as rows of (fingerprint, page) and gives it back.

A block counts as repeated when it stood on `ENOUGH` different pages. Digits do not tell blocks apart ("3 comments"),
save in blocks with money in them: their digits are the news. The same article fetched twice, or printed under two
addresses, is one page: otherwise its own paragraphs would be learnt as furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from parsers.furniture import HEADING_WORDS, is_sentence, size
from parsers.trimming import Part
from parsers.types import BlockKind, Release

ENOUGH = 3  # different pages
SAME_ARTICLE = 0.5  # share of blocks in common from which two pages with the same first paragraph are one article
SAME_PAGE = 0.8  # the same whatever the first paragraph
_MONEY = re.compile(
    r"[$€£¥₩₹￥元円원]|\b(?:billion|million|trillion|bn|mrd|mio|milliard|crore|lakh|euro|dollar|yuan)", re.I
)
_DIGITS = re.compile(r"[0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """Which blocks stood on which pages of one site. Of a block `ENOUGH` pages are kept: more change nothing."""

    pages_of: Mapping[str, frozenset[str]] = field(default_factory=dict)  # fingerprint of a block -> digests of pages
    spared: frozenset[str] = frozenset()  # fingerprints that a person has cleared: never furniture

    def repeats(self, fingerprint: str) -> bool:
        return fingerprint not in self.spared and len(self.pages_of.get(fingerprint, ())) >= ENOUGH


def learn(memory: SiteMemory, release: Release) -> SiteMemory:
    """The memory with this release's blocks in it. Learning the same page again changes nothing."""
    prints = blocks_of(release)
    page = _same_page(memory, prints, _lead(release)) or _digest(release.url or release.text)
    known = {print_: memory.pages_of.get(print_, frozenset()) for print_ in prints}
    alone = frozenset({page})  # one for all blocks that are new: most are
    fresh = {
        print_: pages | alone if pages else alone
        for print_, pages in known.items()
        if len(pages) < ENOUGH and page not in pages
    }
    return replace(memory, pages_of={**memory.pages_of, **fresh}) if fresh else memory


def spare(memory: SiteMemory, text: str) -> SiteMemory:
    """The memory after a person said that this block is no furniture."""
    return replace(memory, spared=memory.spared | {fingerprint(text)})


def blocks_of(release: Release) -> frozenset[str]:
    """Fingerprints of a release's blocks, title aside."""
    return frozenset(fingerprint(block.text) for block in release.blocks if block.kind is not BlockKind.TITLE)


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits of a block: case, spaces and, without money, digits do not count."""
    plain = " ".join(text.casefold().split())
    masked = _DIGITS.sub("#", plain)
    return _digest(plain if masked != plain and _MONEY.search(plain) else masked)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _lead(release: Release) -> str:
    return next((fingerprint(block.text) for block in release.blocks if block.kind is not BlockKind.TITLE), "")


def _same_page(memory: SiteMemory, prints: frozenset[str], lead: str) -> str:
    """The page already seen that this one is a copy of, or ""."""
    shared: dict[str, int] = {}
    for print_ in prints:
        for page in memory.pages_of.get(print_, ()) if not memory.repeats(print_) else ():
            shared[page] = shared.get(page, 0) + 1
    distinct = sum(not memory.repeats(print_) for print_ in prints)
    best = max(shared, key=lambda page: (shared[page], page), default="")
    needed = SAME_ARTICLE if best in memory.pages_of.get(lead, ()) else SAME_PAGE
    return best if best and shared[best] >= needed * distinct else ""


def mark_known(parts: Sequence[Part], memory: SiteMemory) -> list[Part]:
    """The parts, those marked that the site repeats; a repeated heading takes the changing list under it along."""
    return list(_marked(parts, memory)) if memory.pages_of else list(parts)


def _marked(parts: Sequence[Part], memory: SiteMemory) -> Iterator[Part]:
    under_head = False
    for at, part in enumerate(parts):
        if memory.repeats(fingerprint(part.text)):
            under_head = size(part.text) <= HEADING_WORDS and not is_sentence(part.text)
            yield replace(part, rule=f"repeated on {ENOUGH} pages of the site")
        elif under_head and _is_listed(parts, at):
            yield replace(part, rule="under a heading that the site repeats")
        else:
            under_head = False
            yield part


def _is_listed(parts: Sequence[Part], at: int) -> bool:
    """A headline; or a short teaser with nothing but short ones after it."""
    if not is_sentence(parts[at].text) and size(parts[at].text) <= 25:
        return True
    return all(size(part.text) <= 45 for part in parts[at:])
