"""What a number counts: the sign in front, the short scale and the unit behind, the noun past its adjectives.

In: a draft of a number alone; out: the same with its unit, if it has one, and its span widened to it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from parsers.currencies import LEAST_WORDLIKE, SCALED_ONLY, WORDLIKE
from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon, UnitWord, money
from parsers.quantities.phrases import is_letter
from parsers.types import Unit, UnitKind

FIRST_YEAR, LAST_YEAR = 1900, 2100
PRINTED_LETTERS = "mtglhWVAcp"  # single letters that are units, as they must be printed: never 5G
NOT_SCALES = frozenset({"mm", "mil", "mi", "md", "cr", "tr", "m.", "t.", "b."})  # without money they are something else
CIRCA = "c$"  # "c$39m" is about 39 million dollars; those of Canada have a capital
GUESSED = "noun behind"  # the rule for nouns that are not just behind the number
PENCE_REACH = 120  # characters from a "p" to what says that it is pence
LONG_SPANS = frozenset({"year", "month", "quarter"})  # of which nobody counts millions
WEIGHT_REACH = 40  # characters from a verb of weighing to its pounds
NOUN_REACH = 3  # words from a number to what it counts: "two new electric cars"

_WORD = re.compile(r"[ -]([^\W\d_]{1,40}(?:[-'][^\W\d_]{1,40}){0,3})")


# --- in front ---------------------------------------------------------------------------------------------------------


def read_sign(text: str, low: str, made: Draft, lexicon: Lexicon, taken: int) -> None:
    """A currency in front: "$5", "RMB 10 billion", 人民币100亿, "€ -12". Text before `taken` is another number's."""
    at = made.start - 1 if low[made.start - 1 : made.start] == " " else made.start
    minus = at > 1 and low[at - 1] == "-"
    if minus:
        at = at - 2 if low[at - 2] == " " else at - 1
    found = lexicon.signs.before(low, at)
    if found is None or found[1] < taken or _is_word(text[found[1] : at], made):
        return
    if text[found[1] : at].upper() in SCALED_ONLY and not _is_scaled_sign(text[found[1] : at], low, made, lexicon):
        return
    word, start = found
    if text[start:at] == CIRCA:
        word, start = money("$"), start + 1
    if word.named and is_letter(low, start) and (minus or _unlikely(word, made)):
        return
    made.unit, made.start, made.negative = word, start, minus
    made.sign_in_front, made.rule = True, "sign in front"
    _read_scale_in_front(low, made, lexicon, taken)


def _read_scale_in_front(low: str, made: Draft, lexicon: Lexicon, taken: int) -> None:
    """ "in Mio. EUR 1.234,5": the short scale before the sign."""
    scale = lexicon.suffixes.before(low, made.start - 1) if low[made.start - 1 : made.start] == " " else None
    if scale is None or scale[1] < taken or made.start - scale[1] <= 3 or made.scaled:
        return
    made.value = made.value.times(Decimal(scale[0]))
    made.start, made.scaled = scale[1], True


def _is_word(printed: str, made: Draft) -> bool:
    """Whether letters that are also a currency's code are a plain word or a name: "All 70 of us", "COP 28"."""
    return printed.upper() in WORDLIKE and (not printed.isupper() or made.value.amount < LEAST_WORDLIKE)


def _is_scaled_sign(printed: str, low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether a single letter is a sign: a capital before an amount with a scale."""
    behind = made.end + 1 if low[made.end : made.end + 1] == " " else made.end
    return printed in SCALED_ONLY and (made.scaled or lexicon.suffixes.after(low, behind) is not None)


def _unlikely(word: UnitWord, made: Draft) -> bool:
    """Whether a currency's name is rather a word of the sentence: "crowns fifteen years", "in euros 2030"."""
    year = FIRST_YEAR <= made.value.amount <= LAST_YEAR
    model = made.value.amount < 10 and made.value.step == 1 and not word.sign  # the emission standard "Euro 6"
    small = bool(word.sign) and made.value.amount < 1000
    return made.spelled or (not made.scaled and (small or year or model))


# --- behind -----------------------------------------------------------------------------------------------------------


def read_unit(text: str, low: str, made: Draft, lexicon: Lexicon) -> None:
    """A short scale and a unit behind: "10bn", "50 MUSD", "40 GWh", "10 billion yuan", "75 USD million"."""
    if not made.spelled and not made.scaled:
        _read_suffix(low, made, lexicon)
    found = unit_behind(low, made.end, lexicon) or _past_more(low, made, lexicon)
    if found is not None and _is_unit(text, low, made, *found, lexicon):
        _take(low, made, *_weighed(low, made, *found, lexicon), lexicon)
    if made.unit is None and not lexicon.words.glued:
        _read_noun(low, made, lexicon)


def _read_suffix(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "$10bn", "10m euros", "3.5k": letters are a scale only where money or a noun follows or a sign goes before."""
    at = made.end + 1 if low[made.end : made.end + 1] in (" ", "-") else made.end
    found = lexicon.suffixes.after(low, at)
    if found is None:
        return
    scale, end = found
    letters = low[at:end]
    behind = unit_behind(low, end, lexicon)
    kind = behind[0].unit.kind if behind else UnitKind.NONE
    if letters.endswith(".") and kind is UnitKind.NONE:
        end -= 1  # the full stop of a sentence
    plain = letters not in NOT_SCALES and (len(letters) > 1 or kind is UnitKind.COUNT)
    if kind is UnitKind.MONEY or made.unit is not None or plain:
        made.value = made.value.times(Decimal(scale))
        made.end, made.scaled = end, True


def unit_behind(low: str, end: int, lexicon: Lexicon) -> tuple[UnitWord, int] | None:
    """The unit that begins here, past a hyphen, a space or two, or an "of"."""
    at = end
    if low[at : at + 1] in (" ", "-"):
        at += 2 if low[at : at + 2] == "  " else 1
    found = lexicon.units.after(low, at)
    if found is not None:
        return None if low[end : end + 1] == "-" and found[1] - end <= 2 else found  # "5-%" is no unit
    link = lexicon.of.after(low, at)
    if link is None:
        return None
    return lexicon.units.after(low, link[1] + 1 if low[link[1] : link[1] + 1] == " " else link[1])


def _past_more(low: str, made: Draft, lexicon: Lexicon) -> tuple[UnitWord, int] | None:
    """The unit past a word for "and some": 2.5万余元."""
    char = low[made.end : made.end + 1]
    if not char or char not in lexicon.words.more:
        return None
    found = lexicon.units.after(low, made.end + 1)
    made.more = made.more or found is not None
    return found


def _are_pence(low: str, made: Draft, end: int, lexicon: Lexicon) -> bool:
    """Whether a "p" is no line of a screen: "35p a kilowatt-hour", "£1.20, up from 85p"; a "c" needs no more."""
    if low[made.end] == "c":
        return True
    near = low[max(0, made.start - PENCE_REACH) : end + PENCE_REACH]
    return lexicon.per.after(low, end + 1) is not None or "£" in near or "pence" in near


def _is_unit(text: str, low: str, made: Draft, word: UnitWord, end: int, lexicon: Lexicon) -> bool:
    """Whether what looks like a unit is this number's unit."""
    printed = text[made.end : end].strip(" -")
    if printed[-1:].isalpha() and printed.isascii() and (len(printed) == 1 or printed[-2] == " "):
        if printed[-1] not in PRINTED_LETTERS or low[end : end + 1] == "'":
            return False
        if printed[-1] in "cp" and (low[made.end] not in "cp" or not _are_pence(low, made, end, lexicon)):
            return False
    if word.unit.code in LONG_SPANS and made.scaled and lexicon.words.glued:
        return False  # 两千万年内付清
    if _is_word(printed, made) or (made.unit is not None and not _fits(made.unit, word)):
        return False
    return word.unit.kind is not UnitKind.MONEY or made.unit is not None or not _of_next(text, low, made, end)


def _of_next(text: str, low: str, made: Draft, end: int) -> bool:
    """Whether a sign behind belongs to what follows: "3 USD50 cards", "2020 of $477", "2019 $ 75 million"."""
    if low[end : end + 1].isdigit():
        return low[made.end : made.end + 1] == " "
    if not FIRST_YEAR <= made.value.amount <= LAST_YEAR or made.value.step != 1 or low[end : end + 1] != " ":
        return False
    if is_letter(low, end - 1):  # "the 2020 USD Notes"
        return text[made.end + 1 : end].isupper() and text[end + 1 : end + 2].isupper()
    return low[end + 1 : end + 2].isdigit()


def _fits(sign: UnitWord, behind: UnitWord) -> bool:
    """Whether a unit behind repeats the sign in front: 人民币100亿元, "$5 million CAD"."""
    ours, theirs = sign.unit, behind.unit
    if theirs.kind is not UnitKind.MONEY:
        return False
    if ours.code and theirs.code:
        return ours.code == theirs.code
    if not ours.code and not theirs.code and sign.sign != behind.sign:
        return not set(ours.candidates).isdisjoint(theirs.candidates)  # "$500 pesos"
    if ours.code:
        return behind.sign in ("元", "$", "¥") or ours.code in theirs.candidates
    return theirs.code in ours.candidates or sign.sign == behind.sign


def _weighed(low: str, made: Draft, word: UnitWord, end: int, lexicon: Lexicon) -> tuple[UnitWord, int]:
    """Pounds of something are a weight: "a 4,000-pound truck", "7,700 pounds of towing", "weighs 80 pounds"; a million
    pounds are money."""
    weighed = low[max(0, made.start - WEIGHT_REACH) : made.start].rpartition(".")[2]
    weight = low[made.end] == "-" or lexicon.of.after(low, end + 1) is not None
    weight = weight or any(verb in weighed for verb in lexicon.words.weighs)
    if word.sign != "£" or not word.named or made.scaled or made.unit is not None or not weight:
        return word, end
    return UnitWord(Unit(UnitKind.MEASURE, "lb")), end


def _take(low: str, made: Draft, word: UnitWord, end: int, lexicon: Lexicon) -> None:
    """The draft with this unit; of a sign in front and a unit behind, the one that says more."""
    if made.unit is None or (made.unit.sign and not word.sign):
        made.unit = word
    elif made.unit.sign and word.named and word.sign != made.unit.sign:
        made.unit, made.paired = word, made.unit.sign  # "$500 pesos"
    else:
        made.paired = word.sign
    made.end = end
    made.rule = "sign in front" if made.sign_in_front else "unit behind"
    if made.is_money and not made.scaled and not lexicon.words.glued:
        _read_scale_behind(low, made, lexicon)


def _read_scale_behind(low: str, made: Draft, lexicon: Lexicon) -> None:
    """ "75 USD million", "16,4 $ millions"."""
    found = lexicon.scales.after(low, made.end + 1 if low[made.end : made.end + 1] == " " else made.end)
    if found is not None and found[0] >= 1000:
        made.value = made.value.times(Decimal(found[0]))
        made.end, made.scaled = found[1], True


# --- nouns ------------------------------------------------------------------------------------------------------------


def _read_noun(low: str, made: Draft, lexicon: Lexicon) -> None:
    """What is counted, past an adjective or two: "500 neue Arbeitsplätze", "94 production associates"."""
    if made.lone in lexicon.words.ones:
        return
    at = made.end
    for _ in range(NOUN_REACH):
        word = _WORD.match(low, at)
        if word is None or word[1] in lexicon.stops:
            return
        unit = lexicon.nouns.get(word[1]) or _plural(word[1], lexicon)
        if unit is not None:
            made.unit, made.end, made.rule = UnitWord(unit), word.end(), GUESSED
            return
        at = word.end()


def _plural(word: str, lexicon: Lexicon) -> Unit | None:
    """The singular of a plural noun, in languages whose plurals tell themselves."""
    for ending, singular in lexicon.words.plurals_of.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return Unit(UnitKind.COUNT, word[: -len(ending)] + singular) if ending != singular else None
    return None
