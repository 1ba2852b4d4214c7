"""The words with which pages announce what is not the article. One file a language; words only.

In: nothing. Out: `WORDS`, the tables of every language, found by their place in this package: a new language is a new
file with a `WORDS` and no edit. Phrases are written as `parsers.furniture.key` leaves them: lower case, straight
apostrophes, without the punctuation, digits and signs around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says around an article. Each class has its own effect, from narrow to wide."""

    labels: tuple[str, ...] = ()  # a whole line that stands for a control: "share", "advertisement". Goes alone
    leads: tuple[str, ...] = ()  # begin a line or sentence that points elsewhere: "also read: ...". That line goes
    heads: tuple[str, ...] = ()  # a whole heading over other articles: "random post". It goes with its list
    head_starts: tuple[str, ...] = ()  # the same where the heading goes on: "more from ..."
    credits: tuple[str, ...] = ()  # begin a short line about who made the page: "reporting by ...". Goes at either end
    prompts: tuple[str, ...] = ()  # anywhere in a short block that asks for something: "sign up for our newsletter"
    closings: tuple[str, ...] = ()  # the same, where it goes only from either end: prose may say it too
    replies: tuple[str, ...] = ()  # a whole heading over what readers wrote: "comments". It goes with all of that
    endings: tuple[str, ...] = ()  # a whole heading after which nothing of the article comes: "media contact"
    about: tuple[str, ...] = ()  # begin the heading of a company's standing description: "about ..."
    notices: tuple[str, ...] = ()  # a whole heading over legal words: "forward-looking statements"
    legal: tuple[str, ...] = ()  # anywhere in a paragraph of the second half: no offer, no advice, no promise
    common: tuple[str, ...] = ()  # the most frequent words that no neighbouring language shares: they tell the language


def phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table written as "one | another | ..."."""
    return tuple(" ".join(phrase.split()) for phrase in table.split("|") if phrase.strip())


def _tables() -> dict[str, Words]:
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").WORDS for name in names}


WORDS: dict[str, Words] = _tables()
