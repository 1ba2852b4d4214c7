"""The parts of an article without what stands before its first and after its last sentence, and between them.

In: the parts as the general reader found them, with what the page says of itself. Out: the parts to keep, some of them
marked as furniture, and what was removed, each with its rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from parsers.furniture import KEPT_APART, fold, is_sentence, key, size
from parsers.reach import marked
from parsers.types import BlockKind, Removed

REPEATED = 40  # characters; shorter lines may be said twice
RUN = 4  # parts in a row
TWICE = 3  # where more than this part (1/3) of its long texts was said before, a page has all of them twice
HEAD_PARTS = 4  # section, date and author may stand before a repeated title
TINY = 2  # words; a section, a place
_DATE_WORDS = 14
DATE_LINE_WORDS = 6  # names of months and "updated at" among them; a subtitle with a year in it has more
_MONTH = (
    "(?:jan|feb|fév|mar|mär|mai|may|apr|abr|avr|jun|juin|jul|juil|aug|août|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic"
    "|ene|gen)"
)
_DATE = re.compile(
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|[0-9]年|[0-9]월|[0-9] \w{1,9} ago\b"
    rf"|\b{_MONTH}\w{{0,7}}\.? (?:[0-9]{{1,2}}(?:st|nd|rd|th)?,? )?(?:de )?(?:19|20)[0-9]{{2}}\b",
    re.I,
)
_LETTERS = re.compile(r"[^\W0-9_]{2,30}")
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]f|[Aa]v|文|作者|记者|記者)[\s:：/／]{1,3}[^\W0-9_a-z]"
)
BYLINE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the article's text; `rule` says why it is furniture, where it is."""

    text: str
    kind: BlockKind = BlockKind.PROSE
    rule: str = ""


def trim(
    parts: Sequence[Part], title: str, language: str, authors: Sequence[str] = ()
) -> tuple[list[Part], list[Removed]]:
    """The parts to keep and what was removed. A company's standing description and legal notices stay, marked."""
    rules = marked([part.text for part in parts], language)
    again = _said_before(parts)
    announced = [
        Part(part.text, part.kind, part.rule or rule or again_rule)
        for part, rule, again_rule in zip(parts, rules, again, strict=True)
    ]
    removed = [Removed(part.text, part.rule) for part in announced if _goes(part)]
    kept = [part for part in announced if not _goes(part)]
    around = dict.fromkeys(_preface(kept, title, authors), "before the article")
    around |= dict.fromkeys(_bios(kept, authors), "about the author")
    removed += [Removed(kept[at].text, rule) for at, rule in sorted(around.items())]
    return [part for at, part in enumerate(kept) if at not in around], removed


def _said_before(parts: Sequence[Part]) -> list[str]:
    """A rule for each part without words, and for runs of parts said before: pages carry texts for two screen sizes."""
    first: dict[str, int] = {}
    earlier = [first.setdefault(part.text, at) for at, part in enumerate(parts)]
    again = [before < at for at, before in enumerate(earlier)]
    long = [len(part.text) >= REPEATED for part in parts]
    twice = sum(again[at] for at in range(len(parts)) if long[at]) * TWICE > sum(long)

    def goes(at: int) -> bool:
        return (twice and parts[at].kind is not BlockKind.CELL) or (long[at] and _in_run(again, at))

    return [
        "said before" if again[at] and goes(at) else "" if any(map(str.isalnum, part.text)) else "no words"
        for at, part in enumerate(parts)
    ]


def _in_run(again: Sequence[bool], at: int) -> bool:
    """Whether a part is one of several in a row that were said before: a refrain comes alone."""
    start, end = at, at
    while start > 0 and again[start - 1] and at - start < RUN:
        start -= 1
    while end < len(again) and again[end] and end - at < RUN:
        end += 1
    return again[at] and end - start >= RUN


def _goes(part: Part) -> bool:
    return bool(part.rule) and not part.rule.startswith(KEPT_APART)


def _preface(parts: Sequence[Part], title: str, authors: Sequence[str]) -> set[int]:
    """Which parts before the first sentence only repeat the title, the section, the author's name or the date."""
    names = {key(name) for name in authors}
    headline = key(title)
    opening = list(takewhile(lambda part: not is_sentence(part.text) or key(part.text) == headline, parts[:HEAD_PARTS]))
    found = {at for at, part in enumerate(opening) if key(part.text) in names or _is_dateline(part.text)}
    again = [at for at, part in enumerate(opening) if key(part.text) == headline]
    tiny = {at for at, part in enumerate(opening) if size(part.text) <= TINY and part.kind is BlockKind.PROSE}
    return found | tiny | set(range(again[-1] + 1 if again else 0))


def _bios(parts: Sequence[Part], authors: Sequence[str]) -> set[int]:
    """Which parts at the end begin with the name of an author: given name and family name, or it may be anybody's."""
    names = tuple(fold(name) for name in authors if len(name.split()) > 1)
    found = set()
    for at in range(len(parts) - 1, len(parts) // 2, -1):
        if names and fold(parts[at].text).startswith(names):
            found.add(at)
        elif not parts[at].rule and size(parts[at].text) > TINY:
            break
    return found


def _is_dateline(text: str) -> bool:
    """A date with little beside it, or a name after "by". Subtitles stay: "Plant to open in 2026" tells news."""
    if is_sentence(text) or size(text) > _DATE_WORDS:
        return False
    if _DATE.search(text):
        return len(_LETTERS.findall(text)) <= DATE_LINE_WORDS
    return size(text) <= BYLINE_WORDS and bool(_BYLINE.match(text)) and not any(map(str.isdigit, text))
