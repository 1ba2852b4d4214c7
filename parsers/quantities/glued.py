"""Numbers where words stand without spaces: 一百零五, 3541.07万, 4億2千万, 1조 5000억, 이천칠백.

A run of figures and numerals is cut into pieces, which are read on the stack of `numerals`. Most of these characters
are also parts of other words (统一, 万科), so a run in words has more to prove than one in figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from parsers.languages import NumberWords, number_words
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import Numeral, Token, Value, read_figures, read_tokens
from parsers.quantities.spaced import with_half, with_scales
from parsers.types import UnitKind

LONGEST_RUN = 80
MYRIAD = 10**4
HANGUL_MYRIAD = "만"
HUNDREDTHS = (100, 1000, 10**4)  # denominators that are read as percent
FEW = frozenset({"几", "幾", "数", "數"})  # behind a bare ten they leave no value: 十几亿


def read_glued(low: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """All numbers of a folded text, in figures, in words, and mixed."""
    words = lexicon.words
    whole: Numeral | None = None  # the denominator of a fraction under way
    for match in _run(words.code).finditer(low):
        start, end = match.span()
        if not match.group()[0].isascii() and _is_word(low, start, lexicon):
            continue
        found = _piece(words.code).findall(match.group())
        if len(found) > 1 and found[-1] in words.multipliers and _begins_measure(low, end - 1, lexicon):
            found, end = found[:-1], end - 1  # 10兆瓦 are megawatts
        if HANGUL_MYRIAD in words.multipliers and found[0][0].isascii() and found[1:2] and found[1] in words.digits:
            found, end = found[:1], start + len(found[0])  # a numeral never follows a figure: 11일 is a day
        while HANGUL_MYRIAD in words.multipliers and found[0][0].isascii() and found[-1] in words.digits:
            found, end = found[:-1], end - len(found[-1])  # a particle: 5백억이다
        part = next((end + len(word) for word in words.parts if low.startswith(word, end)), 0)
        if part:
            whole = Numeral(start, part, _read(found, words))
        elif whole is not None and not low[whole.end : start].strip(" "):
            yield _fraction(whole, end, _read(found, words))
            whole = None
        else:
            yield from _numeral(low, start, end, found, lexicon)


@cache
def _run(code: str) -> re.Pattern[str]:
    words = number_words(code)
    singles = re.escape("".join(word for word in (*words.digits, *words.multipliers) if len(word) == 1))
    longer = "|".join(re.escape(word) for word in words.digits if len(word) > 1)
    scales = "".join(words.multipliers)
    large = "".join(word for word, scale in words.multipliers.items() if scale >= MYRIAD)
    inner = "".join((*words.more, *words.point))
    steps = (
        rf"[0-9{singles}]",
        r"[.,'](?=[0-9])",
        rf" {{1,2}}(?=[{singles}]?[{scales}]|[0-9][0-9,]{{0,4}}[{singles}])",
        rf"(?<=[{large}]) (?=[0-9]{{1,4}}(?![0-9.,]))",  # 50만 9375
        rf"[{inner}](?=[{singles}])",
    )
    run = rf"[0-9{singles}](?:{'|'.join(steps)}){{0,{LONGEST_RUN}}}[0-9]{{0,4000}}"
    return re.compile(_first_of_word(words) + run + (f"|{longer}" if longer else ""))


def _first_of_word(words: NumberWords) -> str:
    """Hangul numerals are syllables of most other words: they count only at the beginning of one, or behind 수, 몇."""
    if HANGUL_MYRIAD not in words.multipliers:
        return ""
    some = "".join(sorted({word[-1] for word in words.vague}))
    return rf"(?=[0-9]|[가-힣](?:(?<![가-힣].)|(?<=[{some}].)))"


@cache
def _piece(code: str) -> re.Pattern[str]:
    words = number_words(code)
    every = sorted({*words.digits, *words.multipliers, *words.point, *words.more}, key=len, reverse=True)
    return re.compile(rf"[0-9]+(?:[.,'][0-9]+)*|{'|'.join(map(re.escape, every))}")


def _is_word(low: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the numeral is part of a word that is no number: 万一, 统一, 进一步."""
    for back in range(min(start, 2) + 1):
        word = lexicon.not_numbers.after(low, start - back)
        if word is not None and word[1] > start:
            return True
    return False


def _begins_measure(low: str, at: int, lexicon: Lexicon) -> bool:
    unit = lexicon.units.after(low, at)
    return unit is not None and unit[1] > at + 1 and unit[0].unit.kind is UnitKind.MEASURE


def _fraction(whole: Numeral, end: int, part: Value | None) -> Numeral:
    """百分之五 is five percent, 三分之一 a third."""
    if part is None or whole.value is None or not whole.value.amount:
        return Numeral(whole.start, end, None)
    percent = whole.value.amount in HUNDREDTHS
    factor = (100 if percent else 1) / whole.value.amount
    return Numeral(whole.start, end, Value(part.amount * factor, part.step * factor), percent=percent)


def _numeral(low: str, start: int, end: int, found: list[str], lexicon: Lexicon) -> Iterator[Numeral]:
    """The number of these pieces; none for a scale that stands alone (万元 in the head of a table)."""
    words = lexicon.words
    spelled = not any(piece[0].isascii() for piece in found)
    vague = lexicon.vague.before(low, start) if found[0] in words.multipliers else None
    if vague or (len(found) > 1 and words.multipliers.get(found[0]) == 10 and found[1] in FEW):
        yield Numeral(vague[1] if vague else start, end, None, spelled, vague=True)
        return
    if spelled and HANGUL_MYRIAD in words.multipliers and not _is_money(low, start, end, lexicon):
        return
    bare = len(found) == 1 and words.multipliers.get(found[0], 0) >= MYRIAD
    if bare and not (_alone(low, start, end) or _is_bounded(low, start, end, lexicon)):
        return
    more = any(piece in words.more for piece in found)
    lone = found[0] if len(found) == 1 and spelled else ""
    numeral = with_half(low, Numeral(start, end, _read(found, words), spelled, more, lone=lone), lexicon)
    yield with_scales(low, numeral, lexicon) if low[end - 1].isascii() else numeral


def _is_money(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a currency follows numerals in Hangul, which are else syllables of any word: 구조 is "structure"."""
    unit = lexicon.units.after(low, end + (low[end : end + 1] == " "))
    return unit is not None and unit[0].unit.kind is UnitKind.MONEY and " " not in low[start:end]


def _alone(low: str, start: int, end: int) -> bool:
    """Whether the text is this amount and no more: 만원 is ten thousand won, "(万元)" the head of a table."""
    return start == 0 and len(low) - end <= 4


def _is_bounded(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a bare scale of money has a bound: 近亿元 is nearly a hundred million, as "nearly a billion" is."""
    unit = lexicon.units.after(low, end)
    bound = lexicon.bounds_before.before(low, start) or lexicon.bounds_of_scales.before(low, start)
    return bound is not None and unit is not None and unit[0].unit.kind is UnitKind.MONEY


def _read(found: list[str], words: NumberWords) -> Value | None:
    found = [piece for piece in found if piece not in words.more]
    for at, piece in enumerate(found):
        if piece in words.point:
            return _with_decimals(found[:at], found[at + 1 :], words)
    if len(found) > 1 and all(piece in words.digits for piece in found):
        return read_figures("".join(str(words.digits[piece]) for piece in found), words.decimal, words.grouping)
    tokens = [_token(piece, words) for piece in found]
    return read_tokens(_completed([token for token in tokens if token], words)) if all(tokens) else None


def _token(piece: str, words: NumberWords) -> Token | None:
    """A word or a figure of a number; None for figures that cannot be read."""
    if piece in words.multipliers:
        return Token(Decimal(words.multipliers[piece]), multiplies=True)
    if piece in words.digits:
        return Token(Decimal(words.digits[piece]), spelled=True)
    value = read_figures(piece, words.decimal, words.grouping)
    return None if value is None else Token(value.amount, value.step)


def _with_decimals(before: list[str], behind: list[str], words: NumberWords) -> Value | None:
    """二点五, 一点三亿: digits behind the point stand for themselves, scales may follow them."""
    whole = _read(before, words) if before else None
    digits = [str(words.digits[piece]) for piece in behind if piece in words.digits]
    scales = behind[len(digits) :]
    if whole is None or not digits or any(piece not in words.multipliers for piece in scales):
        return None
    value = Value(whole.amount + Decimal("0." + "".join(digits)), Decimal(1).scaleb(-len(digits)))
    for piece in scales:
        value = value.times(Decimal(words.multipliers[piece]))
    return value


def _completed(tokens: list[Token], words: NumberWords) -> list[Token]:
    """一百七 is 170: a last lone digit behind a multiplier of a hundred or more counts the next lower place."""
    if not words.elided or len(tokens) < 3 or tokens[-1].multiplies or not tokens[-2].multiplies:
        return tokens
    last, before = tokens[-1], tokens[-2]
    if before.amount < 100 or not 0 < last.amount < 10 or not last.spelled:
        return tokens
    return [*tokens[:-1], Token(last.amount * before.amount / 10)]
