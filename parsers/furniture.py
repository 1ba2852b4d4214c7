"""What is not the article: the words that announce it, in a line or in a run of paragraphs.

In: single lines. Out: what each announces, and the rule that says so. A line is judged by its whole (`"Random Post"`),
by how it begins (`"Also read: ..."`), or by what it asks for. How far an announcement reaches over the lines around it
is in `parsers.reach`, the words themselves are in `parsers.boilerplate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from parsers.boilerplate import WORDS

MAX_LINE = 400  # characters; longer ones are the article's
HEADING_WORDS = 12  # a heading is not longer
PROMPT_WORDS = 45  # a box that asks for something is not longer
CREDIT_WORDS = 30
LEGAL_WORDS = 60  # a longer paragraph may be news with a legal sentence at its end
LABEL_WORDS, LEAST_TEASER = 4, 3  # of "Also today: ... | ..."
CREDIT_LINE = 6  # "Updated at 1:23 p.m."
CAPTION_WORDS = 8  # a line that is no sentence, such as a name under a credit, is not longer
MORE_WORDS = 7  # "More from ..." is not longer
HEADLINE_WORDS = 25  # a teaser's headline is not longer
TEASER_WORDS = 45  # the summary under a teaser's headline is not longer


class Sign(StrEnum):
    """What a line announces; the classes of `boilerplate.Words`."""

    LABEL = "label"
    LEAD = "lead"
    HEAD = "list head"
    CREDIT = "credit"
    PROMPT = "prompt"
    CLOSING = "closing"
    REPLIES = "replies"
    ENDING = "ending"
    ABOUT = "about"
    NOTICE = "notice"
    LEGAL = "legal words"


KEPT_APART = (Sign.ABOUT, Sign.NOTICE, Sign.LEGAL)
"""Furniture that stays in a release's text, marked: it is the publisher's own word, though no news."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sign, and the words it was read from."""

    sign: Sign
    words: str

    @property
    def rule(self) -> str:
        return f"{self.sign}: {self.words}"


_EDGES = re.compile(r"^[\W0-9_]{1,80}|[\W0-9_]{1,80}$")
_LEADING = re.compile(r"^[\W_]{1,20}")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(
    r"(?:[^@]{0,40}[\s:：(（])?[\w.+-]{1,64}@[\w.-]{3,100}[)）]?|(?:https?://|www\.)\S{3,180}"
    r"|\+?[0-9][0-9 ()./-]{6,20}"
)
_FIGURE = re.compile(r"[^0-9]{0,6}[0-9]")  # "más de 300", "plus de $2"
_BREAK = re.compile(r"\s*(?:[:：|｜▶►»→>–—•\]】」』]|- )")


def key(line: str) -> str:
    """A line as the tables have it: lower case, single spaces, without digits and signs around it."""
    return _EDGES.sub("", " ".join(fold(line).split()))


def fold(line: str) -> str:
    """Lower case, as far as words are compared: "ß" is "ss", the Turkish "İ" is "i", an apostrophe straight."""
    return line.replace("İ", "i").casefold().replace("’", "'")


def size(text: str) -> int:
    """Words; an ideograph or syllable block counts half a word, as two make one on average."""
    dense = len(_HAN.findall(text))
    return len(_WORD.findall(_HAN.sub(" ", text) if dense else text)) + dense // 2


def _starts(phrases: Iterable[str]) -> re.Pattern[str]:
    """The longest phrase that begins a line; a word of letters must end where the phrase ends."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(phrase) for phrase in ordered)})(?![a-zà-ÿа-я])")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of a language, and the English ones, which pages in all languages borrow from; made for matching."""

    whole: Mapping[str, Sign]  # lines that are a sign as a whole
    leads: re.Pattern[str]
    head_starts: re.Pattern[str]
    credits: re.Pattern[str]
    about: re.Pattern[str]
    prompts: Mapping[str, tuple[str, ...]]  # phrases by their longest word; those without spaces by ""
    closings: Mapping[str, tuple[str, ...]]
    legal: tuple[str, ...]
    openings: frozenset[str]  # first words of what announces something within a page
    firsts: frozenset[str]  # first words of all that `read_line` looks for at the beginning of a line


@cache
def lexicon_for(language: str) -> Lexicon:
    """The lexicon of a language; of English alone where there is no table."""
    tables = [WORDS[name] for name in dict.fromkeys((language, "en")) if name in WORDS]

    def index(name: str) -> list[str]:
        return [fold(phrase) for table in tables for phrase in getattr(table, name)]

    whole = {phrase: sign for sign, name in _WHOLE_LINES for phrase in index(name)}
    openings = frozenset(_first(phrase) for name in _IN_PAGES for phrase in index(name))
    firsts = openings.union(_first(phrase) for name in _IN_TEXTS for phrase in index(name))
    return Lexicon(
        whole,
        leads=_starts(index("leads")),
        head_starts=_starts(index("head_starts")),
        credits=_starts(index("credits")),
        about=_starts(index("about")),
        prompts=_by_word(index("prompts")),
        closings=_by_word(index("closings")),
        legal=tuple(index("legal")),
        openings=openings,
        firsts=firsts,
    )


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Few lines have any of these words: the phrases need not be looked for one by one."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        word = "" if _HAN.search(phrase) else max(_WORD.findall(phrase), key=len)
        table[word] = (*table.get(word, ()), phrase)
    return table


_IN_PAGES = ("labels", "leads", "heads", "head_starts", "replies")
_IN_TEXTS = ("credits", "about", "endings", "notices")
_WHOLE_LINES = (  # later ones win: "comments" is a control within a page, "related" a heading and no control
    (Sign.ENDING, "endings"),
    (Sign.NOTICE, "notices"),
    (Sign.LABEL, "labels"),
    (Sign.HEAD, "heads"),
    (Sign.REPLIES, "replies"),
)
_FINAL = re.compile(r"""[.!?。！？…;；][\s"'”’」』)）\]]{0,3}$""")


_FIRST = re.compile(r"[\W0-9_]{0,20}([^\W0-9_]{1,30})")


def _first(phrase: str) -> str:
    found = _FIRST.match(phrase)
    word = fold(found.group(1)) if found else ""
    return word[:2] if word >= "\u3040" else word


def is_opening(text: str, lexicon: Lexicon) -> bool:
    """Whether a line may announce something, by its first word alone: cheap enough for every text node of a page."""
    return _first(text) in lexicon.openings


def is_sentence(text: str) -> bool:
    """Whether a block ends as sentences do."""
    return bool(_FINAL.search(text.rstrip()[-8:]))


def read_line(line: str, lexicon: Lexicon, *, outer: bool = False) -> Reading | None:
    """What a whole block announces, or None for prose. Closings are read only in the outer blocks of a text."""
    if len(line) > MAX_LINE:
        return None
    if _first(line) in lexicon.firsts:
        words = size(line)
        if words <= HEADING_WORDS and (found := _read_heading(key(line), line, lexicon)):
            return found
        if found := _read_opening(_straight(line), words, lexicon):
            return found
    if " | " in line and _are_headlines(line):
        return Reading(Sign.LEAD, "headlines between bars")
    lowered = _straight(line)
    return _read_address(line) or _read_prompt(lowered, lexicon) or (_read_closing(lowered, lexicon) if outer else None)


def _are_headlines(line: str) -> bool:
    """ "Also today: Rivian cuts prices | Toyota opens battery plant": headlines behind a few words and a colon."""
    label, _, rest = line.partition(": ")
    parts = rest.split(" | ")
    short = "|" not in label and size(label) <= LABEL_WORDS and not is_sentence(line)
    plain = ": " not in rest  # "Price: 50 euros More info: ... | ..." are facts
    return short and plain and len(parts) > 1 and all(size(part) >= LEAST_TEASER for part in parts)


def read_legal(paragraph: str, lexicon: Lexicon) -> Reading | None:
    """The legal words of a paragraph, however long it is, that stands without a heading to announce it.

    At the end of a long one they are its last sentence only.
    """
    lowered = fold(paragraph)
    found = next((phrase for phrase in lexicon.legal if phrase in lowered), "")
    if not found or (lowered.index(found) * 2 >= len(lowered) and size(lowered) > LEGAL_WORDS):
        return None
    return Reading(Sign.LEGAL, found)


def _read_heading(phrase: str, line: str, lexicon: Lexicon) -> Reading | None:
    if sign := lexicon.whole.get(phrase):
        return Reading(sign, phrase)
    if is_sentence(line):
        return None
    found = lexicon.head_starts.match(phrase)
    if found and size(line) <= MORE_WORDS and not _FIGURE.match(phrase, found.end()):
        return Reading(Sign.HEAD, found.group())
    return Reading(Sign.ABOUT, phrase) if lexicon.about.match(phrase) and _titled(line) else None


def _titled(heading: str) -> bool:
    """Whether "About ..." names somebody and no amount: its second word has a capital, or its script knows none."""
    words = heading.split()[1:2]
    return bool(words and not words[0][0].islower() and not _FIGURE.match(words[0])) or bool(_HAN.match(heading))


def _straight(line: str) -> str:
    return _LEADING.sub("", fold(line))


def _read_prompt(lowered: str, lexicon: Lexicon) -> Reading | None:
    for phrase in _phrases_in(lowered, lexicon.prompts):
        if phrase in lowered and size(lowered) <= PROMPT_WORDS and _as_words(phrase, lowered):
            return Reading(Sign.PROMPT, phrase)
    return None


def _phrases_in(lowered: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The phrases of a table that a line may have, by its words."""
    for word in ("", *_WORD.findall(lowered)):
        yield from table.get(word, ())


def _read_closing(lowered: str, lexicon: Lexicon) -> Reading | None:
    """What says goodbye says so at its beginning, or is short."""
    for phrase in _phrases_in(lowered, lexicon.closings):
        at = lowered.find(phrase)
        words = size(lowered) if at >= 0 else PROMPT_WORDS + 1
        if words <= (PROMPT_WORDS if at < 30 else 20) and _as_words(phrase, lowered):
            return Reading(Sign.CLOSING, phrase)
    return None


def _read_address(line: str) -> Reading | None:
    return Reading(Sign.CREDIT, "an address alone") if len(line) < 200 and _ADDRESS.fullmatch(line.strip()) else None


def _as_words(phrase: str, lowered: str) -> bool:
    """Whether the phrase stands in the line as whole words; scripts without spaces have none."""
    return bool(_HAN.search(phrase)) or re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered) is not None


def _read_opening(lowered: str, words: int, lexicon: Lexicon) -> Reading | None:
    if words <= PROMPT_WORDS and (found := lexicon.leads.match(lowered)) and _BREAK.match(lowered, found.end()):
        return Reading(Sign.LEAD, found.group())
    if words <= CREDIT_WORDS and (found := lexicon.credits.match(lowered)) and _credits(lowered, found, words):
        return Reading(Sign.CREDIT, found.group())
    return None


def _credits(line: str, found: re.Match[str], words: int) -> bool:
    """A credit is set off by a colon, or is no sentence at all."""
    return bool(_BREAK.match(line, found.end())) or words <= (CREDIT_LINE if is_sentence(line) else HEADING_WORDS)
