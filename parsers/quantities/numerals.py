"""Printed numbers -> exact values. Figures in every grouping, number words, Chinese numerals; no units here.

The value of a number in words is found on a stack, in every language alike: a word that adds is laid down, a word that
multiplies takes up what lies there in lower places and lays it down multiplied. "two million three hundred thousand",
"mil millones", 四百零五亿零四百零四万 and "1조 5000억" are read by the same lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

ONE = Decimal(1)
MOST_DIGITS = 27  # what Decimal's default context computes exactly, and more than any sum of money has

VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333", "⅔": "0.6666667", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6",
    "⅘": "0.8", "⅙": "0.1666667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip

_SEPARATORS = re.compile(r"[.,' ]")


@dataclass(frozen=True, slots=True)
class Value:
    """A number: what it is worth and one unit of its last printed digit."""

    amount: Decimal
    step: Decimal
    scale: Decimal = ONE  # what its last place was multiplied by: 10**8 in 5000억

    def times(self, factor: Decimal) -> Value:
        """The same number in units `factor` times as large."""
        return Value(self.amount * factor, self.step * factor, self.scale * factor)


def read_figures(printed: str, decimal: str, grouping: str) -> Value | None:
    """The value of ASCII digits with separators; None where they fit no way of writing numbers.

    The text says more than the language: the last of two different separators is the decimal one; one that repeats is
    grouping; a lone one followed by other than three digits is decimal. Only "1,234" is left to the language.
    """
    if printed.isdigit() and len(printed) <= MOST_DIGITS:
        return Value(Decimal(printed), ONE)
    if sum(char.isdigit() for char in printed) > MOST_DIGITS:
        return None
    marks = _SEPARATORS.findall(printed)
    groups = _SEPARATORS.split(printed)
    point = _decimal_mark(marks, groups, decimal, grouping)
    whole = groups if not point else groups[:-1]
    if not _grouped(whole) or (point and point in marks[:-1]):
        return None
    amount = Decimal("".join(whole) + ("." + groups[-1] if point else ""))
    return Value(amount, Decimal(1).scaleb(-len(groups[-1]) if point else 0))


def _decimal_mark(marks: list[str], groups: list[str], decimal: str, grouping: str) -> str:
    """The separator in front of the tenths; "" for a whole number."""
    if not marks or marks[-1] in "' ":
        return ""
    last = marks[-1]
    if len(set(marks)) > 1:
        return last if marks.count(last) == 1 else ""
    if len(marks) > 1:
        return ""
    if len(groups[-1]) != 3 or len(groups[0]) > 3 or groups[0].startswith("0"):
        return last
    return last if last == decimal and grouping != last else ""


def _grouped(groups: list[str]) -> bool:
    """Whether the groups stand as thousands do, or, as in India, in twos before a last three."""
    if len(groups) == 1:
        return bool(groups[0])
    inner = groups[1:-1]
    return (
        0 < len(groups[0]) <= 3
        and len(groups[-1]) == 3
        and {len(group) for group in inner} <= ({3} if len(groups[0]) == 3 or 3 in map(len, inner) else {2})
    )


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a number: it adds its value, or multiplies what came before."""

    amount: Decimal
    step: Decimal = Decimal(1)
    multiplies: bool = False
    spelled: bool = False  # a digit in words


def read_tokens(tokens: list[Token]) -> Value | None:
    """The value of a number in words; None where the words do not make one number ("five twenty")."""
    parts: list[Value] = []
    multiplied = False
    for token in [token for token in tokens if token.amount] or tokens:  # 一百零五: the zero only holds a place
        if token.multiplies:
            parts.append(_multiplied(parts, token.amount, multiplied))
        else:
            parts.append(Value(token.amount, token.step))
        multiplied = token.multiplies
    if not parts or not _descending(parts):
        return None
    return Value(sum((part.amount for part in parts), Decimal(0)), parts[-1].step, parts[-1].scale)


def _multiplied(parts: list[Value], factor: Decimal, again: bool) -> Value:
    """Take the parts of lower places off the stack, and return them multiplied. With none, the word counts once.

    `again`: the word before multiplied too, and the same one twice multiplies twice (万万, "a million million").
    """
    taken: list[Value] = []
    if again and parts and parts[-1].scale == factor:
        taken.append(parts.pop())
    while parts and parts[-1].scale < factor:
        taken.append(parts.pop())
    exact = ONE if factor < 1000 else taken[0].step * factor if taken else room(Value(factor, ONE, factor))
    step = exact  # "three hundred" is as exact as 300, "Dreiviertelmilliarde" as 750 million
    return Value((sum((part.amount for part in taken), Decimal(0)) if taken else ONE) * factor, step, factor)


def _descending(parts: list[Value]) -> bool:
    """Whether each part fits below the last digit of the one before it: 20 then 5, never 5 then 20."""
    return all(room(one) > other.amount for one, other in pairwise(parts))


def room(part: Value) -> Decimal:
    """The place value of the last digit that is not zero."""
    exponent = part.amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and part.amount else part.scale


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in its place. Without a value it is vague, or cannot be read."""

    start: int
    end: int
    value: Value | None
    spelled: bool = False  # in words alone
    more: bool = False  # with "and some" inside: 100多亿
    rounded: bool = False  # a round number by its own word: "une centaine"
    vague: bool = False  # names an order of magnitude, no amount: 数十亿, "billions"
    lone: str = ""  # the word, where the number is a single one
    percent: bool = False  # parts of a hundred: 百分之五

    @property
    def scaled(self) -> bool:
        """Whether a word such as "billion" is part of it."""
        return self.value is not None and self.value.scale >= 100
