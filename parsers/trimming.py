"""The parts of an article without what stands before its first and after its last sentence, and between them.

In: the parts as the general reader found them, with what the page says of itself. Out: the parts to keep, some of them
marked as furniture, and what was removed, each with its rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.furniture import KEPT_APART, is_sentence, key, marked, size
from parsers.types import BlockKind, Removed

REPEATED = 40  # characters; shorter lines may be said twice
RUN = 4  # parts in a row
HEAD_PARTS = 4  # section, date and author may stand before a repeated title
_DATE_WORDS = 14
_DATELIKE = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|[0-9]月|ago\b"
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|de|af|av|od|от|文|作者|记者|記者)\b[\s:：/／]{0,3}\S", re.I)


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
    start = _head(kept, title, authors)
    removed += [Removed(part.text, "before the article") for part in kept[:start]]
    return kept[start:], removed


def _said_before(parts: Sequence[Part]) -> list[str]:
    """A rule for each part that repeats an earlier one in the same words: pages carry texts for two screen sizes."""
    first: dict[str, int] = {}
    earlier = [first.setdefault(part.text, at) for at, part in enumerate(parts)]
    again = [before < at for at, before in enumerate(earlier)]
    return ["said before" if _in_run(again, at) and len(part.text) >= REPEATED else "" for at, part in enumerate(parts)]


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


def _head(parts: Sequence[Part], title: str, authors: Sequence[str]) -> int:
    """How many parts at the head only repeat the title, the author's name or the date."""
    names = {key(name) for name in authors}
    again = [at for at, part in enumerate(parts[:HEAD_PARTS]) if key(part.text) == key(title)]
    if again and not any(is_sentence(part.text) for part in parts[: again[-1]]):
        return again[-1] + 1 + _head(parts[again[-1] + 1 :], "", authors)
    for at, part in enumerate(parts):
        line = key(part.text)
        if not (line in names or _is_dateline(part.text)):
            return at
    return 0


def _is_dateline(text: str) -> bool:
    return size(text) <= _DATE_WORDS and not is_sentence(text) and bool(_DATELIKE.search(text) or _BYLINE.match(text))
