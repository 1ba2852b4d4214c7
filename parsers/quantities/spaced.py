"""Numbers where words stand between spaces: figures in every grouping, and number words, each in one pass.

One pattern is anchored on the digit, the other on what parts words, with the number words behind it as a trie. A number
in words is cut into its words and read on the stack of `numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from parsers.languages import NumberWords, number_words
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import MOST_DIGITS, VULGAR, Numeral, Token, Value, read_figures, read_tokens
from parsers.quantities.phrases import NO_LETTER, WORD_END, is_letter, trie

LONGEST_RUN = 24  # words in one number
MOST_SCALES = 3  # behind figures: "1.5 lakh crore", "48.000 mil millones"
FIRST_GLUED = "\u1100"  # Hangul, kana and ideographs have scales of their own

_DIGITS = frozenset("0123456789")
_VULGAR = "".join(VULGAR)
_FIGURES = re.compile(  # opens with one set of characters, so that the scan leaps to them
    rf"[0-9{_VULGAR}](?:(?<=[0-9])[0-9]{{0,39}}(?:[.,'][0-9]{{1,40}}| [0-9]{{3}}(?![0-9])){{0,12}}[0-9]{{0,4000}}"
    rf"(?: ?[{_VULGAR}]|[ -][1-9]/[2-9](?![0-9/]))?|)"
)
_FRACTION = re.compile(r"[ -]([1-9])/([2-9])$")


# --- figures ----------------------------------------------------------------------------------------------------------


def read_figures_in(low: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """All numbers in figures, with the scale words behind them."""
    for match in _FIGURES.finditer(low):
        start, printed = match.start(), match.group()
        if low[start - 1 : start] == "." and printed.isdigit() and (start < 2 or low[start - 2] in " -($€£¥"):
            yield _tail(start, printed)
            continue
        if " " not in printed or _spaces_group(low, start, lexicon):
            yield _figures(low, start, printed, lexicon)
            continue
        for part in re.finditer(r"[^ ]+(?: [1-9]/[2-9])?", printed):
            yield _figures(low, start + part.start(), part.group(), lexicon)


def _figures(low: str, start: int, printed: str, lexicon: Lexicon) -> Numeral:
    return with_scales(low, Numeral(start, start + len(printed), _read(printed, lexicon.words)), lexicon)


def _tail(start: int, printed: str) -> Numeral:
    """ "$.75": tenths without a whole number."""
    value = Value(Decimal("0." + printed), Decimal(1).scaleb(-len(printed)))
    return Numeral(start - 1, start + len(printed), value if len(printed) <= MOST_DIGITS else None)


def _spaces_group(low: str, start: int, lexicon: Lexicon) -> bool:
    """Whether spaces may stand between thousands: not behind a name or a month ("Model 3 500 km", "June 30 500")."""
    at = start - 1 if low[start - 1 : start] == " " else start
    return not (is_letter(low, start - 1) or lexicon.names_before.before(low, at) or lexicon.months.before(low, at))


def _read(printed: str, words: NumberWords) -> Value | None:
    """The value of figures with an optional fraction of their last place behind them: "10 1/2", "2½", "4.75-1/2"."""
    if printed.isdigit() or (printed[-1] not in VULGAR and "/" not in printed):
        return read_figures(printed, words.decimal, words.grouping)
    fraction = _FRACTION.search(printed)
    part = Decimal(fraction[1]) / Decimal(fraction[2]) if fraction else Decimal(VULGAR[printed[-1]])
    figures = printed[: fraction.start()] if fraction else printed[:-1].rstrip(" ")
    whole = read_figures(figures, words.decimal, words.grouping) if figures else Value(Decimal(0), Decimal(1))
    return None if whole is None else Value(whole.amount + part * whole.step, part * whole.step)


def with_scales(low: str, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """The number with the scale words behind it: "2.5 billion", "1.5 lakh crore"."""
    end, value = numeral.end, numeral.value
    if not is_letter(low, end) and not is_letter(low, end + 1):
        return numeral
    for _ in range(MOST_SCALES):
        at = end + 1 if low[end : end + 1] in (" ", "-") else end
        scale = lexicon.scales.after(low, at)
        if scale is None or low[at] >= FIRST_GLUED or low[at : scale[1]] in lexicon.words.cents:
            break
        end, value = scale[1], value and value.times(Decimal(scale[0]))
    return numeral if end == numeral.end else Numeral(numeral.start, end, value, numeral.spelled, numeral.more)


# --- words ------------------------------------------------------------------------------------------------------------


def read_words_in(low: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """All numbers in words, and the vague ones: "several hundred million"."""
    words = lexicon.words
    for match in _run(words.code).finditer(" " + low):
        start, run = match.start(), match.group(1)  # of the text without the space in front
        if run in words.multipliers and low[start - 2 : start - 1] in _DIGITS and start > 1:
            continue  # it was read with its figures
        if " " in run:
            run = _without_cents(low, match.end() - 1, run, lexicon)
        if _is_phrase(low, start, start + len(run), lexicon):
            continue
        found = [run] if run in words.digits or run in words.multipliers else _word(words.code).findall(run)
        lone = run if len(found) == 1 else ""
        value, rounded = _read_words(found, words), any(word in words.rounded for word in found[:2])
        numeral = Numeral(start, start + len(run), value, True, lone=lone, rounded=rounded)
        if found[0] in words.multipliers:
            yield with_half(low, _counted(low, numeral, found[0] in words.plurals, lexicon), lexicon)
        elif numeral.value is not None:
            yield with_half(low, numeral, lexicon)


@cache
def _run(code: str) -> re.Pattern[str]:
    """A number in words: "three hundred and five", "siebenhundertfünfzig", "quatre-vingt-dix millions"."""
    words = number_words(code)
    word = trie({*words.digits, *words.multipliers})
    joint = "|".join(re.escape(word) for word in (*words.joiners, *words.point)) or "(?!)"
    return re.compile(rf"{NO_LETTER}({word}(?:[ -]?(?:(?:{joint})[ -]?)?{word}){{0,{LONGEST_RUN}}}){WORD_END}")


@cache
def _word(code: str) -> re.Pattern[str]:
    words = number_words(code)
    return re.compile(trie({*words.digits, *words.multipliers, *words.point}))


def _without_cents(low: str, end: int, run: str, lexicon: Lexicon) -> str:
    """ "quarante-cinq cents" are cents of something, "deux cents euros" are hundreds."""
    head, _, last = run.rpartition(" ")
    return head if head and last in lexicon.words.cents and not lexicon.units.after(low, end + 1) else run


def _is_phrase(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether all the words are in a phrase that is no number: "one of", "day one", "van een" but not "een miljard"."""
    before = low.rfind(" ", max(0, start - 30), max(0, start - 1)) + 1
    found = lexicon.not_numbers.after(low, start) or lexicon.not_numbers.after(low, before)
    return found is not None and found[1] >= end


def _counted(low: str, numeral: Numeral, plural: bool, lexicon: Lexicon) -> Numeral:
    """A scale without figures: "several million", "half a billion", "billions", "a billion", or a bare "million"."""
    start = numeral.start
    at = start - 1 if low[start - 1 : start] in (" ", "-") else start
    vague = lexicon.vague.before(low, at) or lexicon.vague.before(low, start)
    if vague:
        return replace(numeral, start=vague[1], value=None, vague=True, lone="")
    half = lexicon.halves.before(low, at)
    if half and numeral.value:
        value = Value(numeral.value.amount * half[0], numeral.value.amount / 10, numeral.value.scale)
        return replace(numeral, start=half[1], value=value, lone="")
    if plural:
        return replace(numeral, value=None, vague=True, lone="")
    one = lexicon.ones.before(low, at)
    return replace(numeral, start=one[1], lone="") if one else numeral


def with_half(low: str, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """ "two and a half miles", "one and a half billion", "un miliardo e mezzo"."""
    half = lexicon.and_half.after(low, numeral.end + (low[numeral.end : numeral.end + 1] == " "))
    if half is None and numeral.scaled and not lexicon.not_numbers.after(low, numeral.end):
        half = lexicon.unit_and_half.after(low, numeral.end)
    if half is None or numeral.value is None or numeral.value.step != numeral.value.scale:
        return numeral
    part = half[0] * numeral.value.scale
    value = Value(numeral.value.amount + part, part, numeral.value.scale)
    return with_scales(low, replace(numeral, end=half[1], value=value, lone=""), lexicon)


def _read_words(found: list[str], words: NumberWords) -> Value | None:
    for at, word in enumerate(found):
        if word in words.point:
            return _with_decimals(found[:at], found[at + 1 :], words)
    tokens = [_token(word, words) for word in found]
    return read_tokens(_tens_first(tokens) if words.units_before_tens else tokens)


def _token(word: str, words: NumberWords) -> Token:
    if word in words.multipliers:
        return Token(Decimal(words.multipliers[word]), multiplies=True)
    return Token(Decimal(words.digits[word]))


def _with_decimals(before: list[str], behind: list[str], words: NumberWords) -> Value | None:
    """ "one point three billion": digits behind the point stand for themselves, a scale may follow them."""
    whole = read_tokens([_token(word, words) for word in before]) if before else None
    digits = [str(words.digits[word]) for word in behind if words.digits.get(word, 10) < 10]
    scales = behind[len(digits) :]
    if whole is None or not digits or any(word not in words.multipliers for word in scales):
        return None
    value = Value(whole.amount + Decimal("0." + "".join(digits)), Decimal(1).scaleb(-len(digits)))
    for word in scales:
        value = value.times(Decimal(words.multipliers[word]))
    return value


def _tens_first(tokens: list[Token]) -> list[Token]:
    """ "fünfundvierzig": five-and-forty as forty, five."""
    ordered = list(tokens)
    for at in range(len(ordered) - 1):
        one, ten = ordered[at], ordered[at + 1]
        if not (one.multiplies or ten.multiplies) and one.amount < 10 <= ten.amount < 100 and not ten.amount % 10:
            ordered[at], ordered[at + 1] = ten, one
    return ordered
