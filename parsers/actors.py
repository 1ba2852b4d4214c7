"""Whose number: names of companies in a text. In: the companies that are followed, a text; out: where it names them.

Names are matched as they are spelt, the longest first, as whole words where they are Latin and anywhere in scripts that
write without spaces. A person stands for the company whose words are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from parsers.lexicon import narrow, trie_pattern
from parsers.types import Actor, Company


class Role(StrEnum):
    """What a name is."""

    COMPANY = "company"  # one that is followed
    PERSON = "person"  # who speaks for one that is followed
    NAMED = "named"  # not in the list: as the text names it
    PUBLIC = "public"  # a government or what belongs to one
    PRONOUN = "pronoun"  # "the company": whoever the text is about


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place: `text[start:end]` names `actor`; a pronoun has none until the text settles it."""

    start: int
    end: int
    role: Role
    actor: Actor | None


class Companies:
    """The companies that are followed, ready to be found in texts."""

    def __init__(self, companies: Iterable[Company]) -> None:
        self._by_slug = {company.slug: company for company in companies}
        self._roles: dict[str, tuple[Role, str]] = {}
        for company in self._by_slug.values():
            self._roles |= dict.fromkeys(company.people, (Role.PERSON, company.slug))
        for company in self._by_slug.values():
            self._roles |= dict.fromkeys(company.names or (company.name,), (Role.COMPANY, company.slug))

    def __contains__(self, slug: object) -> bool:
        return slug in self._by_slug

    def __getitem__(self, slug: str) -> Company:
        return self._by_slug[slug]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Made for the first text: a run that finds nothing new has none."""
        return _names_pattern(self._roles)

    def find(self, text: str) -> list[Name]:
        """Return every followed company and person that the text names, in order, without overlaps."""
        return [self._name(match) for match in self._pattern.finditer(narrow(text))]

    def group_of(self, slug: str) -> str:
        """Return the slug of the group that a company belongs to, the topmost parent: its own where it has none."""
        seen = {slug}
        while (company := self._by_slug.get(slug)) and company.parent and company.parent not in seen:
            slug = company.parent
            seen.add(slug)
        return slug

    def actor(self, *slugs: str) -> Actor:
        """Return the companies acting together as one actor, in alphabetical order of their slugs."""
        known = tuple(sorted(set(slugs)))
        return Actor(" + ".join(self._by_slug[slug].name for slug in known), known)

    def _name(self, match: re.Match[str]) -> Name:
        role, slug = self._roles[match.group()]
        return Name(match.start(), match.end(), role, self.actor(slug))


def together(first: Actor, second: Actor) -> Actor:
    """Return two actors as one: "GM + Samsung SDI"."""
    pairs = sorted({(slug, name) for actor in (first, second) for slug, name in _parts(actor)})
    names = list(dict.fromkeys(name for _, name in pairs))
    return Actor(" + ".join(names), tuple(slug for slug, _ in pairs if slug))


def _parts(actor: Actor) -> Iterable[tuple[str, str]]:
    names = actor.name.split(" + ")
    slugs = actor.slugs if len(actor.slugs) == len(names) else ("",) * len(names)
    return zip(slugs, names, strict=True)


def _names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """A name of Latin letters or digits at its edges must stand alone there: "NIO" is not in "NIOBIUM"."""
    latin = [name for name in names if _is_latin(name[0]) or _is_latin(name[-1])]
    dense = [name for name in names if name not in set(latin)]
    ways = [_latin_way(latin), trie_pattern(dense, "")] if dense else [_latin_way(latin)]
    return re.compile("|".join(way for way in ways if way) or r"(?!)")


def _latin_way(names: list[str]) -> str:
    """Hangul, kana and Chinese characters may follow a Latin name without a space: "BYDは", "LG엔솔"."""
    if not names:
        return ""
    return r"(?<![A-Za-z0-9À-ɏ])" + trie_pattern(names, r"(?![A-Za-z0-9À-ɏ])")


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"
