"""Names in texts whose words stand between spaces. In: a release, the names known; out: what else acts like a company.

Any sentence begins with a capital, and places and people have one too, so a run of capitalised words has to prove that
it is a company: a company's ending ("Holdings"), a word that describes one before it ("battery maker"), a verb of money
or of announcing behind it, or the place of a headline's subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, takewhile

from parsers.actors import Name
from parsers.figures.dateline import dateline_end
from parsers.figures.name_forms import Form, forms, is_common, trimmed, whole_words
from parsers.languages import number_words
from parsers.lexicon import Hit, Tag, fold
from parsers.types import Block, BlockKind, Release
from parsers.vocabulary import Vocabulary, vocabulary

LEADS = 3  # blocks: the lead names whom a text is about; later paragraphs begin with anything
BEFORE = 32  # letters in front of a name that say what it is
IN_NAME = r"\w&'’.-"
CAPITAL = rf"[A-ZÀ-ÝŠŽ][{IN_NAME}]{{0,24}}"
OPENING = rf"[A-ZÀ-ÝŠŽ](?<![{IN_NAME}].)[{IN_NAME}]{{0,24}}"  # opens with a set, so that the scan leaps to capitals
LEADING = re.compile(rf"[\"“'‘(•*«„\s-]{{0,4}}((?:{CAPITAL}(?:,? |(?=['’,:])|$)){{1,6}})")
NO_STOP = r"(?<![a-zà-ÿ]{3}\.)"  # "in Kokomo. Amazon" are two sentences, "St. Thomas" is one name
RUN = re.compile(rf"{OPENING}(?:{NO_STOP} (?:& )?{CAPITAL}){{0,4}}")
TOPIC = re.compile(r"[^:\n]{2,40} ?: ")  # "Bornes de recharge : Electra lève ..."
ITEM = re.compile(rf"^[•*·–-] ?({CAPITAL}(?: {CAPITAL}){{0,2}}) ?: ", re.MULTILINE)
NEXT_TWO = re.compile(rf" ({CAPITAL}) ({CAPITAL})")
FIRST_NAMES = re.compile(r"(?<!\w)(?:[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? ){1,2}$")
INITIALS = re.compile(r"(?:\b[a-z]\. ?)+$")
VERB_TAGS = ("metric:", "status:", "announces", "raise", "cut")


def spaced_names(release: Release, folded: str, words: Vocabulary, known: list[Name]) -> Iterator[Form]:
    """Yield the forms of names beyond those known, the likeliest first."""
    blocks = [block for block in release.blocks if block.kind is not BlockKind.FURNITURE]
    for number, block in enumerate(blocks[:LEADS]):
        yield from _leading(release, folded, words, known, block, in_headline=not number)
    yield from _itemised(release, words)
    yield from _ended(release, words)
    taken = {letter for name in known for letter in range(name.start, name.end)}
    for number, block in enumerate(blocks):
        shouting = not number and _is_shouting(block.text)
        for match in RUN.finditer(release.text, _opens(block), block.start + len(block.text)):
            if taken.isdisjoint(range(*match.span())):
                yield from _told(release.text, folded, words, match, shouting=shouting)


def _opens(block: Block) -> int:
    """Where the block's own text begins, behind its dateline."""
    return block.start + dateline_end(block.text)


def _is_shouting(headline: str) -> bool:
    """Whether every longer word of a headline has its capital, as American papers print them."""
    longer = [word for word in headline.split(" ") if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


# --- the subject that opens a headline or the lead --------------------------------------------------------------------


def _leading(
    release: Release, folded: str, words: Vocabulary, known: list[Name], block: Block, *, in_headline: bool
) -> Iterator[Form]:
    end = block.start + len(block.text)
    topic = TOPIC.match(release.text, block.start, end) if in_headline else None
    for start in dict.fromkeys((_opens(block), topic.end() if topic else _opens(block))):
        match = LEADING.match(release.text, start, end)
        if not match or not _acts_like_name(release, folded, words, match, in_headline=in_headline):
            continue
        if not any(name.start < match.end() and match.start(1) < name.end for name in known):
            last = _before_verb(match.start(1), match.end(1), words.lexicon.find(folded, match.start(1), match.end(1)))
            yield from forms(release.text[match.start(1) : last], words)


def _acts_like_name(
    release: Release, folded: str, words: Vocabulary, match: re.Match[str], *, in_headline: bool
) -> bool:
    """Any sentence begins with a capital: a name comes again, is written like one, or has a verb behind it."""
    run = match.group(1).strip(" ,'’")
    if is_word(run.split(" ")[0], release.text):
        return False
    if any(word.lower() in words.name_starts for word in run.replace("-", " ").split(" ")):
        return False  # "Startup", "Chinese maker": a description
    if " " not in run and any(f" {word} {run.casefold()}" in folded for word in words.placing):
        return False  # "Arnstadt gets a factory", "in Arnstadt"
    for start in whole_words(run, release.text):
        first = FIRST_NAMES.search(release.text, max(0, start - BEFORE), start)
        if any(_is_person(folded, at, start + len(run), words) for at in (start, first.start() if first else start)):
            return False  # "Stalin lays a foundation stone", "chief minister M.K. Stalin"
    if _comes_again(run.split(" ")[0], release.text, words):
        return True
    if not in_headline:
        return False
    if len(run.split(" ")) > 1 or sum(char.isupper() for char in run) > 1:
        return True
    verb = words.lexicon.opening(folded, match.end(1))
    return verb is not None and folded[verb.start : verb.end].endswith(words.verb_endings)


def _comes_again(word: str, text: str, words: Vocabulary) -> bool:
    """Whether a text prints a word more than once; where nouns have cases, also with the ending of one."""
    printed = (word, f"{word}s") if words.cues.compounds else (word,)
    places = chain.from_iterable(whole_words(each, text) for each in printed)
    return next(places, None) is not None and next(places, None) is not None


def is_word(word: str, text: str) -> bool:
    """Whether the text writes it in lower case elsewhere: "Tax" opens a headline and is a word."""
    return word.lower() != word and f" {word.lower()} " in text


def _before_verb(start: int, end: int, hits: Iterable[Hit]) -> int:
    """In a headline "Bacancy Secures 400 Million" the name ends where the verb begins."""
    for hit in hits:
        if hit.start > start and any(tag.name.startswith(VERB_TAGS) for tag in hit.tags):
            return hit.start
    return end


# --- names anywhere ---------------------------------------------------------------------------------------------------


def _told(text: str, folded: str, words: Vocabulary, match: re.Match[str], *, shouting: bool) -> Iterator[Form]:
    """The names in a run of capitalised words that its neighbours prove to be companies, and no person."""
    run = "" if shouting else _proven(text, folded, words, match)
    if run and not _is_town(text, match, words) and not _is_person(folded, *match.span(), words):
        yield from forms(run, words)


def _proven(text: str, folded: str, words: Vocabulary, match: re.Match[str]) -> str:
    """What of the run is a company by its neighbours; "" where they do not say so."""
    (start, end), run = match.span(), match.group()
    opens = _opens_sentence(text, start)
    if (not opens and _is_described(folded, start, words)) or _is_explained(folded, end, words):
        return run
    if words.cues.compounds and (named := _behind_description(run, words)):
        return named
    if words.cues.compounds and not opens:
        return ""  # every noun has its capital
    if (not opens and _owns_headline(text, folded, words, match)) or _is_led(text, folded, words, match):
        return run
    seat = _seat(words.language).match(text, end)  # "Kessler Powertrain of Aalen has signed"
    verb = words.lexicon.opening(folded, _past_also(folded, seat.end() if seat else end, words))
    if verb is None or not _lower(text, verb.start) or not _is_act(verb, words):
        return ""
    if not opens:
        return "" if _is_placed(folded, start, words) else run
    # A plural, or a word that says something itself, opens a sentence as any word does.
    word = is_word(run.split(" ")[0], text) or folded[end - 1] == "s" or words.lexicon.find(folded, start, end)
    return "" if word else run


def _past_also(folded: str, end: int, words: Vocabulary) -> int:
    """ "Amazon also plans to spend": where the verb stands."""
    word = folded[end + 1 : end + BEFORE].split(" ", 1)[0]
    return end + 1 + len(word) if word in words.also else end


def _owns_headline(text: str, folded: str, words: Vocabulary, match: re.Match[str]) -> bool:
    """ "Rivals shrug as Helion Drive's billion-dollar bet breaks ground": an owner in the headline who comes again."""
    if text.find("\n", 0, match.end()) >= 0:
        return False
    run = trimmed(match.group(), words)
    owned = run != match.group() or words.owned_behind(folded[match.end() : match.end() + 3]) is not None
    return owned and bool(run) and _comes_again(run.split(" ")[0], text, words)


def _is_led(text: str, folded: str, words: Vocabulary, match: re.Match[str]) -> bool:
    """ "Highveld's chief on going electric": who has a chief, and comes again."""
    if not folded[match.end() : match.end() + BEFORE].lstrip(" ").startswith(words.titles):
        return False
    run = trimmed(match.group(), words)
    return run not in ("", match.group()) and _comes_again(run.split(" ")[0], text, words)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"“'‘«„(")
    return not before or before[-1] in ".!?:\n•"


def _lower(text: str, at: int) -> bool:
    return text[at : at + 1].islower()


def _last_words(folded: str, start: int) -> list[str]:
    return re.findall(r"[\w'.]+|,", folded[max(0, start - BEFORE) : start])


def _is_described(folded: str, start: int, words: Vocabulary) -> bool:
    """ "Battery recycler Ferrocycle", "la start-up française Electra"."""
    before = folded[max(0, start - BEFORE) : start].rstrip(" \"“'‘«„")
    if _ends_with(before, words.descriptors):
        return True
    adjective = before.rpartition(" ")
    return words.cues.adjectives_follow and "," not in adjective[2] and _ends_with(adjective[0], words.descriptors)


def _is_explained(folded: str, end: int, words: Vocabulary) -> bool:
    """ "Ferrocycle, a maker of solid-state cells", "Ferrocycle, a Turin-based lithium battery maker,"."""
    found = _explaining(words.language).match(folded, end) if folded[end : end + 1] == "," else None
    stops = number_words(words.language).stops
    parts = list(takewhile(lambda part: part not in stops, found.group(1).split(" "))) if found else []
    return any(_ends_with(" ".join(parts[: at + 1]), words.descriptors) for at in range(len(parts)))


@cache
def _explaining(language: str) -> re.Pattern[str]:
    articles = "|".join(re.escape(article) for article in number_words(language).ones) or r"(?!)"
    return re.compile(rf", (?:{articles}) ((?:[\w-]+ ){{0,6}}[\w-]+)")


def _ends_with(before: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text ends with one of the phrases, as whole words."""
    if not before.endswith(phrases):
        return False
    return any(before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum() for phrase in phrases)


def _behind_description(run: str, words: Vocabulary) -> str:
    """ "Das Jenaer Start-up Sonnenzell": where nouns have capitals, the description is part of the run."""
    parts = run.split(" ")
    described = [at for at, part in enumerate(parts[:-1]) if fold(part).endswith(words.descriptors)]
    return " ".join(parts[described[-1] + 1 :]) if described else ""


def _is_person(folded: str, start: int, end: int, words: Vocabulary) -> bool:
    """ "Finance chief John Lawler", "Chief minister M.K. Stalin", "Lu Weibing, president of"."""
    before = INITIALS.sub("", folded[max(0, start - BEFORE) : start]).rstrip(" ")
    if _ends_with(before, words.titles) or not words.titles_set.isdisjoint(folded[start:end].split(" ")):
        return True
    behind = folded[end : end + BEFORE].lstrip(" ")
    return behind.startswith(",") and _titled(words.language).match(behind) is not None


@cache
def _titled(language: str) -> re.Pattern[str]:
    titles = "|".join(re.escape(title) for title in vocabulary(language).titles) or r"(?!)"
    return re.compile(rf", (?:the |its |a |le |la |der |die )?(?:\w+ )?(?:{titles})\b")


def _is_placed(folded: str, start: int, words: Vocabulary) -> bool:
    """ "In Georgia will": a place, no subject."""
    return bool(_last_words(folded, start)) and _last_words(folded, start)[-1] in words.placing


def _is_town(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """ "Kessler Powertrain of Aalen", "at Gladstone, Queensland": where somebody sits, or something is built."""
    before = text[max(0, match.start() - BEFORE) : match.start()]
    return bool(_behind_name(words.language).search(before)) or match.group() in _towns(text, words.language)


@lru_cache(maxsize=2)
def _towns(text: str, language: str) -> frozenset[str]:
    """What a text places in a region: "Gladstone" of "at Gladstone, Queensland"."""
    placed = "|".join(re.escape(word) for word in vocabulary(language).placing)
    found = re.finditer(rf" (?:{placed}) ({CAPITAL}), [A-Z]", text) if placed else ()
    return frozenset(match.group(1) for match in found)


@cache
def _seat(language: str) -> re.Pattern[str]:
    seats = "|".join(vocabulary(language).seats)
    return re.compile(rf" (?:{seats}) {CAPITAL}" if seats else "(?!)")


@cache
def _behind_name(language: str) -> re.Pattern[str]:
    seats = "|".join(vocabulary(language).seats)
    return re.compile(rf"{CAPITAL} (?:{seats}) $" if seats else "(?!)")


def _is_act(verb: Hit, words: Vocabulary) -> bool:
    """Whether a phrase is a verb of money; in a language that does not list them, whether it speaks of money."""
    return any(_is_of_money(tag, listed=bool(words.cues.acts)) for tag in verb.tags)


def _is_of_money(tag: Tag, *, listed: bool) -> bool:
    told = tag.name == "acts" if listed else tag.name.startswith("metric:") and not tag.weak
    return told or tag.name == "gives"


# --- items of a list ---


def _itemised(release: Release, words: Vocabulary) -> Iterator[Form]:
    """ "• Atlante: the network has signed a loan": what an item is about stands before its colon."""
    for match in ITEM.finditer(release.text):
        if not is_word(match.group(1).split(" ")[0], release.text):
            yield from forms(match.group(1), words)


# --- endings ----------------------------------------------------------------------------------------------------------


def _ended(release: Release, words: Vocabulary) -> Iterator[Form]:
    for match in _ending_pattern(words.language).finditer(release.text):
        if match.end() < len(release.title) and release.text[match.end() + 1 : match.end() + 2].isupper():
            continue  # "Eliminate Electric Vehicle Credits": every word of a headline may have its capital
        if _runs_on(release.text, match.end(), words):
            continue
        if not is_common(trimmed(match.group(), words), words):
            yield from forms(match.group(), words)


def _runs_on(text: str, end: int, words: Vocabulary) -> bool:
    """ "The PM Electric Drive Revolution scheme": a name goes on behind its ending, and not with who speaks for it."""
    following = NEXT_TWO.match(text, end)
    if following is None:
        return False
    next_words = {fold(word) for word in following.groups()}
    return words.titles_set.isdisjoint(next_words) and not any(word in words.name_endings for word in next_words)


@cache
def _ending_pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    endings = "|".join(re.escape(_as_printed(ending)) for ending in words.name_endings if ending)
    return re.compile(rf"{OPENING} (?:{CAPITAL} ){{0,2}}(?:{endings})\b" if endings else r"(?!)")


def _as_printed(ending: str) -> str:
    return ending.upper() if len(ending) <= 2 or ending in ("plc",) else ending[:1].upper() + ending[1:]
