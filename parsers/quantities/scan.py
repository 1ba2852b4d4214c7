"""Folded text -> the numbers in it, in order: figures, words, and the two mixed. No units, no judgement.

Two patterns a language, both in one pass: one is anchored on the digit, the other on the first letters of number words,
as a trie. A number in words is then cut into its words and read on the stack of `numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from parsers.languages import NumberWords, number_words
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.numerals import VULGAR, Token, Value, read_figures, read_tokens
from parsers.quantities.phrases import is_letter
from parsers.types import UnitKind

LONGEST_RUN = 16  # words in one number


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in its place. Without a value it cannot be read."""

    start: int
    end: int
    value: Value | None
    spelled: bool = False  # in words alone
    more: bool = False  # with "and some" inside: 100多亿
    vague: bool = False  # names an order of magnitude, no amount: 数十亿, "billions"
    lone: str = ""  # a single word: which
    percent: bool = False  # parts of a hundred: 百分之五

    @property
    def scaled(self) -> bool:
        """Whether a word such as "billion" is part of it."""
        return self.value is not None and self.value.scale >= 100


_TAIL = r"(?:[.,'][0-9]{1,40}| [0-9]{3}(?![0-9])){0,12}"
_FIGURES = re.compile(rf"[0-9]{{1,40}}{_TAIL}[0-9]{{0,4000}}(?: ?[{''.join(VULGAR)}]| [1-9]/[2-9](?![0-9/]))?|[{''.join(VULGAR)}]")
_FRACTION = re.compile(r" ([1-9])/([2-9])$")


def numerals(low: str, lexicon: Lexicon, language: str) -> Iterator[Numeral]:
    """All numbers of a folded text in lower case, from left to right, none inside of another."""
    if lexicon.words.glued:
        return _glued(low, lexicon, language)
    found = [*_figures(low, lexicon), *_spelled(low, lexicon, language)]
    return _apart(sorted(found, key=lambda numeral: (numeral.start, -numeral.end)))


def _apart(found: Iterable[Numeral]) -> Iterator[Numeral]:
    end = 0
    for numeral in found:
        if numeral.start >= end:
            end = numeral.end
            yield numeral


# --- alphabets --------------------------------------------------------------------------------------------------------


def _figures(low: str, lexicon: Lexicon) -> Iterator[Numeral]:
    words = lexicon.words
    for match in _FIGURES.finditer(low):
        start, end = match.span()
        printed = match.group()
        if " " in printed and not _spaces_group(low, start, lexicon):
            end = start + printed.index(" ")
            printed = printed[: end - start]
            yield _scaled(low, start, end, _read(printed, words.decimal, words.grouping), lexicon)
            rest = _FIGURES.match(low, end + 1)
            if rest:
                yield _scaled(low, end + 1, rest.end(), _read(rest.group(), words.decimal, words.grouping), lexicon)
            continue
        yield _scaled(low, start, end, _read(printed, words.decimal, words.grouping), lexicon)


def _spaces_group(low: str, start: int, lexicon: Lexicon) -> bool:
    """Whether spaces may stand between thousands here: not behind a name or a month ("Model 3 500 km", "June 30 500")."""
    at = start - 1 if low[start - 1 : start] == " " else start
    return not (is_letter(low, start - 1) or lexicon.names_before.before(low, at) or lexicon.months.before(low, at))


def _read(printed: str, decimal: str, grouping: str) -> Value | None:
    """Figures with an optional fraction behind them."""
    fraction = _FRACTION.search(printed)
    if fraction:
        whole = read_figures(printed[: fraction.start()], decimal, grouping)
        part = Decimal(fraction[1]) / Decimal(fraction[2])
        return whole and Value(whole.amount + part, part)
    if printed[-1] in VULGAR:
        part = Decimal(VULGAR[printed[-1]])
        whole = read_figures(printed[:-1].rstrip(), decimal, grouping) if len(printed) > 1 else Value(Decimal(0), part)
        return whole and Value(whole.amount + part, part)
    return read_figures(printed, decimal, grouping)


def _scaled(low: str, start: int, end: int, value: Value | None, lexicon: Lexicon) -> Numeral:
    """Figures with the scale words behind them: "2.5 billion", "1.5 lakh crore", "48.000 mil millones"."""
    for _ in range(3):
        at = end + 1 if low[end : end + 1] in (" ", "-") else end
        word = lexicon.scales.after(low, at)
        if word is None or low[at : word[1]] in lexicon.words.cents or (lexicon.words.glued and low[at] >= "\u1100"):
            break
        end = word[1]
        value = value and value.times(Decimal(word[0]))
    return Numeral(start, end, value)


@cache
def _spelled_pattern(language: str) -> re.Pattern[str]:
    words = number_words(language)
    every = {*words.digits, *words.multipliers}
    join = "|".join(re.escape(word) for word in words.joiners) or "(?!)"
    point = "|".join(re.escape(word) for word in words.point) or "(?!)"
    word = trie(every)
    first = trie(every, behind=r"(?<![^\W\d_].)")
    return re.compile(rf"{first}(?:[ -]?(?:(?:{join}|{point})[ -]?)?{word}){{0,{LONGEST_RUN}}}(?![^\W\d_])")


def trie(words: Iterable[str], behind: str = "") -> str:
    """A regular expression for any of the words that looks at each character once; `behind` follows its first."""
    ends, branches = False, dict[str, list[str]]()
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    options = [re.escape(char) + behind + trie(rest) for char, rest in sorted(branches.items())]
    inner = options[0] if len(options) == 1 and not ends else f"(?:{'|'.join(options)})" if options else ""
    return f"(?:{inner})?" if ends and inner else inner


def _spelled(low: str, lexicon: Lexicon, language: str) -> Iterator[Numeral]:
    words = lexicon.words
    for match in _spelled_pattern(language).finditer(low):
        start, end = match.span()
        word = match.group()
        if word.rpartition(" ")[2] in words.cents and not lexicon.units.after(low, end + 1) and " " in word:
            word = word.rpartition(" ")[0]  # "quarante-cinq cents" are cents, "deux cents euros" hundreds
            end = start + len(word)
        if lexicon.not_numbers.after(low, start) or _inside(low, start, lexicon):
            continue
        value = _read_words(word, words, _word_tokens(language))
        lone = word if word in words.digits or word in words.multipliers else ""
        if _word_tokens(language).match(word).group() in words.multipliers:
            yield from _counted(low, start, end, value, lone, lexicon)
        elif value is not None:
            yield _and_half(low, Numeral(start, end, value, spelled=True, lone=lone), lexicon)


def _and_half(low: str, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """ "two and a half miles", "one and a half billion"."""
    half = lexicon.and_half.after(low, numeral.end + (low[numeral.end : numeral.end + 1] == " "))
    if half is None or numeral.value is None or numeral.value.step != 1:
        return numeral
    value = Value(numeral.value.amount + half[0], Decimal("0.5"))
    return replace(_scaled(low, numeral.start, half[1], value, lexicon), spelled=True)


def _inside(low: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the word before it makes it part of a phrase that is no number: "no one", "day one"."""
    space = low.rfind(" ", 0, max(0, start - 1))
    return lexicon.not_numbers.after(low, space + 1) is not None


def _counted(low: str, start: int, end: int, value: Value | None, lone: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """A scale without figures: "half a billion", "a billion", "several million", or a bare "million"."""
    at = start - 1 if low[start - 1 : start] in (" ", "-") else start
    vague = lexicon.vague.before(low, at)
    if vague or (at and (vague := lexicon.vague.before(low, at + 1 if low[at : at + 1] == "-" else at))):
        yield Numeral(vague[1], end, None, spelled=True, vague=True)
        return
    part = lexicon.halves.before(low, at)
    if part is None and low[start:end] in lexicon.words.plurals:
        yield Numeral(start, end, None, spelled=True, vague=True)
        return
    if part and value:
        yield Numeral(part[1], end, Value(value.amount * part[0], value.amount / 10, value.scale), spelled=True)
        return
    one = lexicon.ones.before(low, at)
    if one:
        yield Numeral(one[1], end, value, spelled=True)
    else:
        yield Numeral(start, end, value, spelled=True, lone=lone)


@cache
def _word_tokens(language: str) -> re.Pattern[str]:
    words = number_words(language)
    return re.compile(trie({*words.digits, *words.multipliers, *words.point}))


def _read_words(run: str, words: NumberWords, pattern: re.Pattern[str]) -> Value | None:
    found = pattern.findall(run)
    for point in words.point:
        if point in found:
            return _with_decimals(found, found.index(point), words)
    tokens = [_token(word, words) for word in found]
    if words.units_before_tens:
        tokens = _tens_first(tokens)
    return read_tokens(tokens)


def _token(word: str, words: NumberWords) -> Token:
    if word in words.multipliers:
        return Token(Decimal(words.multipliers[word]), multiplies=True)
    return Token(Decimal(words.digits[word]))


def _with_decimals(found: list[str], at: int, words: NumberWords) -> Value | None:
    """ "one point three": digits behind the point stand for themselves, a scale may follow them."""
    whole = [_token(word, words) for word in found[:at]]
    rest = [_token(word, words) for word in found[at + 1 :]]
    digits = [token for token in rest if not token.multiplies]
    if not whole or not digits or any(token.amount > 9 for token in digits):
        return None
    value = read_tokens(whole)
    if value is None:
        return None
    tail = Decimal("0." + "".join(str(int(token.amount)) for token in digits))
    value = Value(value.amount + tail, Decimal(1).scaleb(-len(digits)))
    for token in rest[len(digits) :]:
        value = value.times(token.amount)
    return value


def _tens_first(tokens: list[Token]) -> list[Token]:
    """ "fünfundvierzig": five-and-forty as forty, five."""
    tokens = list(tokens)
    for at in range(len(tokens) - 1):
        one, ten = tokens[at], tokens[at + 1]
        if not one.multiplies and not ten.multiplies and one.amount < 10 <= ten.amount < 100 and not ten.amount % 10:
            tokens[at], tokens[at + 1] = ten, one
    return tokens


# --- scripts without spaces -------------------------------------------------------------------------------------------


@cache
def _run_pattern(language: str) -> re.Pattern[str]:
    words = number_words(language)
    singles = re.escape("".join(sorted({*words.digits, *words.multipliers} - {w for w in words.digits if len(w) > 1})))
    big = "".join(word for word, scale in words.multipliers.items() if scale >= 10**4)
    more = "".join(words.more)
    point = "".join(words.point)
    body = rf"[0-9{singles}]|[.,'](?=[0-9])| {{1,2}}(?=[{singles}][^a-z]|[0-9]{{1,4}}[{singles}])|(?<=[{big}]) (?=[0-9]{{1,4}}(?![0-9.,]))"
    extra = rf"|[{more}{point}](?=[{singles}])" if more + point else ""
    some = "".join(sorted({word[-1] for word in words.vague}))
    hangul = rf"(?:[0-9]|[가-힣](?:(?<![가-힣].)|(?<=[{some}].)))" if language == "ko" else ""
    many = "|".join(re.escape(word) for word in words.digits if len(word) > 1)
    head = hangul and rf"(?={hangul})"
    return re.compile(rf"{head}[0-9{singles}](?:{body}{extra}){{0,80}}[0-9]{{0,4000}}" + (f"|{many}" if many else ""))


@cache
def _pieces(language: str) -> re.Pattern[str]:
    words = number_words(language)
    named = "|".join(re.escape(word) for word in sorted({*words.digits, *words.multipliers, *words.point, *words.more}, key=len, reverse=True))
    return re.compile(rf"[0-9]+(?:[.,'][0-9]+)*|{named}")


def _glued(low: str, lexicon: Lexicon, language: str) -> Iterator[Numeral]:
    words = lexicon.words
    whole: Numeral | None = None  # the denominator of a fraction under way
    for match in _run_pattern(language).finditer(low):
        start, end = match.span()
        run = match.group()
        if not run[0].isascii() and lexicon.not_numbers.after(low, start):
            continue
        if not run[0].isascii() and _within_word(low, start, end, lexicon):
            continue
        found = _pieces(language).findall(run)
        if found[-1] in words.multipliers and _begins_unit(low, end - 1, lexicon) and len(found) > 1:
            found, end = found[:-1], end - 1  # 10兆瓦 are megawatts
        part = next((end + len(word) for word in words.parts if low.startswith(word, end)), 0)
        if part:
            whole = Numeral(start, part, _read_pieces(found, words))
            continue
        if whole is not None and low[whole.end : start].strip(" ") == "":
            yield _fraction(whole, start, end, _read_pieces(found, words))
            whole = None
            continue
        more = any(piece in words.more for piece in found)
        spelled = not any(piece[0].isascii() for piece in found)
        vague = lexicon.vague.before(low, start) if found[0] in words.multipliers else None
        if vague or _few_tens(found, words):
            yield Numeral(vague[1] if vague else start, end, None, spelled=spelled, vague=True)
            continue
        value = _read_pieces(found, words)
        if spelled and all(piece in words.multipliers for piece in found) and found[0] not in ("十", "拾", "百", "佰", "千", "仟", "만", "천", "백", "십"):
            continue
        tail = _tail_digits(low, start, end)
        numeral = Numeral(start, end, value, spelled=spelled, more=more, lone=run if len(run) == 1 else "")
        numeral = _and_half(low, numeral, lexicon)
        yield numeral if spelled or tail else _borrowed(low, numeral, lexicon)


def _begins_unit(low: str, at: int, lexicon: Lexicon) -> bool:
    unit = lexicon.units.after(low, at)
    return unit is not None and unit[1] > at + 1 and unit[0].unit.kind is UnitKind.MEASURE


def _fraction(whole: Numeral, start: int, end: int, part: Value | None) -> Numeral:
    """百分之五 is five percent, 三分之一 a third."""
    if part is None or whole.value is None or not whole.value.amount:
        return Numeral(whole.start, end, None)
    hundredth = whole.value.amount in (100, 1000, 10**4)
    factor = (100 if hundredth else 1) / whole.value.amount
    return Numeral(whole.start, end, Value(part.amount * factor, part.step * factor), percent=hundredth)


def _within_word(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that is no number begins one character before: 统一, 唯一."""
    return any(lexicon.not_numbers.after(low, start - back) for back in (1, 2) if start >= back)


def _tail_digits(low: str, start: int, end: int) -> bool:
    return not low[end - 1].isascii()


def _borrowed(low: str, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """English scale words behind figures: "10 billion" in a Chinese text."""
    scaled = _scaled(low, numeral.start, numeral.end, numeral.value, lexicon)
    return scaled if scaled.end > numeral.end else numeral


def _few_tens(found: list[str], words: NumberWords) -> bool:
    """十几亿, 十数亿: between eleven and nineteen, no value. 三十几万 is more than 300,000."""
    return len(found) > 1 and found[0] in ("十", "拾") and found[1] in ("几", "幾", "数", "數")


def _read_pieces(found: list[str], words: NumberWords) -> Value | None:
    found = [piece for piece in found if piece not in words.more]
    for point in words.point:
        if point in found:
            return _glued_decimals(found, found.index(point), words)
    if len(found) > 1 and all(piece in words.digits for piece in found):
        return read_figures("".join(str(words.digits[piece]) for piece in found), words.decimal, words.grouping)
    tokens = [_piece(piece, words) for piece in found]
    return None if None in tokens else read_tokens(_completed([t for t in tokens if t is not None], found, words))


def _glued_decimals(found: list[str], at: int, words: NumberWords) -> Value | None:
    whole = _read_pieces(found[:at], words) if at else None
    digits = [piece for piece in found[at + 1 :] if piece in words.digits]
    scales = [words.multipliers[piece] for piece in found[at + 1 + len(digits) :] if piece in words.multipliers]
    if whole is None or not digits or len(digits) + len(scales) != len(found) - at - 1:
        return None
    value = Value(whole.amount + Decimal("0." + "".join(str(words.digits[d]) for d in digits)), Decimal(1).scaleb(-len(digits)))
    for scale in scales:
        value = value.times(Decimal(scale))
    return value


def _piece(piece: str, words: NumberWords) -> Token | None:
    """A word or a figure of a number; None for figures that cannot be read."""
    if piece in words.multipliers:
        return Token(Decimal(words.multipliers[piece]), multiplies=True)
    if piece in words.digits:
        return Token(Decimal(words.digits[piece]))
    value = read_figures(piece, words.decimal, words.grouping)
    return None if value is None else Token(value.amount, value.step, spelled=False)


def _completed(tokens: list[Token], found: list[str], words: NumberWords) -> list[Token]:
    """一百七 is 170: a last lone digit behind a multiplier of a hundred or more counts the next lower place."""
    if not words.elided or len(tokens) < 3 or tokens[-1].multiplies or not tokens[-2].multiplies:
        return tokens
    last, before = tokens[-1], tokens[-2]
    if before.amount < 100 or last.amount > 9 or not last.amount or not last.spelled:
        return tokens
    return [*tokens[:-1], Token(last.amount * before.amount / 10)]
