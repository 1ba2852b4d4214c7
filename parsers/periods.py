"""Text -> periods. In: a text and its language; out: "over the next ten years", "by 2030", "2025-2027", in place.

The words are templates of `parsers.cues`; this engine knows only what `{n}`, `{y}`, `{a}` and `{b}` stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from parsers.cues import Cues, cues_of
from parsers.hanzi import simplified
from parsers.languages import number_words
from parsers.lexicon import fold
from parsers.types import Period

YEAR = r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9])"
YEAR_PLACE = re.compile(r"\{(?:y|yy|a|b)\}")
NUMBER = re.compile(r"[0-9]{2}")
GROUP_NAME = re.compile(r"\(\?P<\w+>")
SHORT_YEAR = r"(?<![0-9.,])[0-9]{2}(?![0-9])"  # "26年度": of this century
MAX_YEARS = 60  # a longer duration is an anniversary or a guarantee, no plan

Found = tuple[Period, int, int]


@dataclass(frozen=True, slots=True)
class Template:
    """One way of naming a period: how it is meant, and the expression that finds it."""

    kind: str  # "duration", "until", "span", "year"
    pattern: re.Pattern[str]
    dated: bool  # whether it holds a year in figures


def read_periods(text: str, language: str) -> tuple[Found, ...]:
    """Return the periods that a text names, with their offsets, in order and without overlaps."""
    return periods_in(fold(text), text, 0, len(text), language)


def periods_in(folded: str, text: str, start: int, end: int, language: str) -> tuple[Found, ...]:
    """Return the periods of `text[start:end]`, of which `folded` is the folded form (`parsers.lexicon.fold`)."""
    found: list[Found] = []
    dated = NUMBER.search(folded, start, end) is not None
    if not _any(language, dated).search(folded, start, end):
        return ()
    for template in templates_of(language):
        if template.dated and not dated:
            continue
        for match in template.pattern.finditer(folded, start, end):
            period = _period(template.kind, match, cues_of(language), text)
            if period and not _overlaps(found, match):
                found.append((period, match.start(), match.end()))
    return tuple(sorted(found, key=lambda each: each[1]))


@cache
def templates_of(language: str) -> tuple[Template, ...]:
    """Return a language's templates, those that say more in front: "from 2025 to 2027" is not "to 2027"."""
    cues = cues_of(language)
    kinds = (("span", cues.spans), ("duration", cues.durations), ("until", cues.untils), ("year", cues.years))
    return tuple(
        Template(
            kind, re.compile(_expand(_with_month(kind, source, cues, language), cues)), bool(YEAR_PLACE.search(source))
        )
        for kind, sources in kinds
        for source in sources
    )


@cache
def _any(language: str, dated: bool) -> re.Pattern[str]:
    """All templates as one: most sentences name no period, and one pass says so."""
    edge = _edge(cues_of(language))
    sources = [each.pattern.pattern.removeprefix(edge) for each in templates_of(language) if dated or not each.dated]
    every = "|".join(GROUP_NAME.sub("(?:", source) for source in sources)
    return re.compile(f"{edge}(?:{every})" if every else r"(?!)")


def _edge(cues: Cues) -> str:
    return r"(?<!\w)" if cues.spaced else ""


def _with_month(kind: str, source: str, cues: Cues, language: str) -> str:
    """A month may stand before the year in which something ends: "until March 2031"."""
    months = "|".join(re.escape(fold(month)) for month in number_words(language).months)
    return source.replace("{y}", f"(?:(?:{months}) )?{{y}}") if kind == "until" and cues.spaced and months else source


def _expand(source: str, cues: Cues) -> str:
    words = "|".join(re.escape(word) for word in sorted(cues.counts, key=len, reverse=True))
    number = rf"(?<![0-9.,])(?P<n>[0-9]{{1,2}}|{words})" if words else r"(?P<n>[0-9]{1,2})"
    places = {"{n}": number, "{yy}": f"(?P<yy>{SHORT_YEAR})"}
    places |= {f"{{{name}}}": f"(?P<{name}>{YEAR})" for name in ("y", "a", "b")}
    for place, pattern in places.items():
        source = source.replace(place, pattern)
    return _edge(cues) + simplified(source)


def _period(kind: str, match: re.Match[str], cues: Cues, text: str) -> Period | None:
    named = match.groupdict()
    exact = text[match.start() : match.end()]
    if kind == "duration":
        years = _count(named.get("n") or named.get("ten") or "", cues)
        return Period(years=Decimal(years), exact=exact) if 0 < years <= MAX_YEARS else None
    if kind == "span":
        start, end = int(named["a"]), int(named["b"])
        return Period(start=start, end=end, exact=exact) if start < end else None
    year = int(named["y"]) if named.get("y") else 2000 + int(named["yy"])
    return Period(end=year, exact=exact) if kind == "until" else Period(start=year, end=year, exact=exact)


def _count(word: str, cues: Cues) -> int:
    return int(word) if word.isdecimal() else cues.counts.get(word, 0)


def _overlaps(found: Iterable[Found], match: re.Match[str]) -> bool:
    return any(start < match.end() and match.start() < end for _, start, end in found)
