"""Names in texts whose words stand without spaces. In: a release; out: what acts like a company.

A name runs from the beginning of a clause to what follows a name: a particle, a verb of announcing, a company's ending;
or it stands in quotation marks, or behind a word that describes a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from parsers.actors import Name
from parsers.figures.name_forms import Form, forms, trimmed
from parsers.lexicon import Hit, fold
from parsers.types import BlockKind, Release
from parsers.vocabulary import Vocabulary, vocabulary

DENSE = r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7a3A-Za-z0-9Ａ-Ｚａ-ｚー·&・-]"
NO_NAME = ("metric:", "status:", "part:", "pronouns", "back_reference", "spent", "forecast", "component", "correct")
LEGAL_FORM = 4  # letters of 株式会社, 有限公司: they are no words of money in a name
LEAST_HEADED = 3  # letters of a name that opens the headline and a sentence
LEAST_LATIN = 4  # letters of a name all in capitals
LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z&.-]{2,20}(?: [A-Z][A-Za-z&.-]{2,20}){0,2}(?![A-Za-z0-9])")
QUOTED = re.compile(rf"[「『“]({DENSE}{{2,10}})[」』”]")


def dense_names(release: Release, words: Vocabulary, known: Sequence[Name]) -> Iterator[Form]:
    """Yield the forms of names beyond those known, in the order in which they are found."""
    headed = any(name.end <= len(release.title) for name in known)  # then what opens a clause there is no other company
    pattern = _subject_pattern(words.language)
    stands: dict[tuple[str, bool], bool] = {}
    for match in QUOTED.finditer(release.title):
        if release.text.count(match.group(1)) > 1 and _is_silent(match.group(1), words):
            yield from forms(match.group(1), words)
    for match in LATIN.finditer(release.text):
        again = release.text.count(match.group().split(" ")[0]) > 1
        if again and _is_silent(match.group(), words) and not _is_abbreviation(match.group()):
            yield from forms(match.group(), words)
    for number, block in enumerate(block for block in release.blocks if block.kind is not BlockKind.FURNITURE):
        start, end = block.start, block.start + len(block.text)
        descriptions = set()
        for match in (each for way in _described(words.language) for each in way.finditer(release.text, start, end)):
            if _is_silent(match.group("name"), words):
                descriptions.add(match.start())
                yield from forms(match.group("name"), words)
        for match in pattern.finditer(release.text, start, end):
            opened = match.group("first")
            if opened and ((number and not _heads(release, opened)) or descriptions & set(range(*match.span()))):
                continue  # "the plant" opens a sentence as a name does, and so does what describes one
            name = _owned(trimmed(match.group("name") or match.group("other") or match.group("first"), words), words)
            sure = bool(match.group("name")) or (not headed and (not number or bool(opened)))
            if (name, sure) not in stands:  # a long text names the same again and again
                stands[name, sure] = _stands_for_itself(name, release.text, words, sure=sure)
            if stands[name, sure]:
                yield from forms(name, words)


def _stands_for_itself(name: str, text: str, words: Vocabulary, *, sure: bool) -> bool:
    """What a text calls a state elsewhere (カンザス州) is no name, nor what it prints once and nothing makes sure."""
    if not name or not _is_silent(name, words) or any(f"{name}{end}" in text for end in words.place_endings):
        return False
    return sure or text.count(name) > 1


def _owned(name: str, words: Vocabulary) -> str:
    """インドのタタ・グループ: what stands behind an owner's mark is the name."""
    for mark in words.owns:
        rest = name.rpartition(mark)[2]
        name = rest if len(rest) > 1 else name
    return name


def _heads(release: Release, name: str) -> bool:
    """Whether the headline opens with it too: 코스모신소재 2분기 영업익 58억원 / 코스모신소재는 2분기에 ..."""
    return len(name) >= LEAST_HEADED and release.title.startswith(name)


def _is_abbreviation(name: str) -> bool:
    """ "EV", "LFP", "IPO" name nobody."""
    return name.isupper() and len(name) < LEAST_LATIN


def _is_silent(name: str, words: Vocabulary) -> bool:
    """A phrase that says something of money, time or state is no part of a name."""
    if set(name) & set(words.cues.no_name_letters):
        return False
    folded = fold(name)
    legal = (ending for ending in words.name_endings if len(ending) >= LEGAL_FORM and folded.endswith(ending))
    folded = folded.removesuffix(next(legal, ""))
    if words.owning and re.search(words.owning, folded):
        return False  # 吉利旗下: an owner, and not yet the name
    return not any(_speaks(hit) for hit in words.lexicon.find(folded, 0, len(folded)))


def _speaks(hit: Hit) -> bool:
    return any(tag.name.startswith(NO_NAME) for tag in hit.tags)


@cache
def _described(language: str) -> tuple[re.Pattern[str], ...]:
    """ "EV充電のプラゴ、", "충전 업체 채비가": behind a description, as far as a particle."""
    words = vocabulary(language)
    name = rf"[「『‘“\"]?(?P<name>{DENSE}{{2,12}}?)[」』’”\"]?(?={_either(words.cues.subject_marks)}|[（(])"
    return tuple(re.compile(each.replace("{name}", name)) for each in words.cues.described)


@cache
def _subject_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    endings = "|".join(re.escape(ending) for ending in words.name_endings) or r"(?!)"
    follows, marks = _either(words.cues.announces), _either(words.cues.subject_marks)
    opens = r"(?:^|(?<=\n)|(?<=[.!?] )|(?<=[。！？“\"「]))"
    begins = r"(?:^|(?<=[\n,，。;；:：“\"「]))"
    return re.compile(
        rf"(?:{begins}|(?<=的))(?P<name>{DENSE}{{2,12}}?(?:{endings}))(?![A-Za-z])|{begins}(?P<other>{DENSE}{{2,6}}?)(?={follows}|[0-9]{{1,2}}月)"
        rf"|{opens}(?P<first>{DENSE}{{2,16}}?)(?={marks})"
    )


def _either(listed: str) -> str:
    """One of a list, as printed or folded: a list cannot hold a bare comma, but "，" folds to one."""
    parts = {form for part in listed.split(", ") if part for form in (part.strip(" "), fold(part.strip(" ")))}
    return "|".join(re.escape(part) for part in sorted(parts, key=len)) or r"(?!)"
