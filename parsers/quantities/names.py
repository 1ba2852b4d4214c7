"""Numbers that are no quantities: dates, times, models, telephone numbers, versions, sections, codes.

`refusal` names the rule by which a draft is left out; "" lets it stand. Money with a sign is never left out here, except
where the digits are part of a longer code.
"""

from __future__ import annotations

import re

from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.phrases import is_letter
from parsers.types import Bound, UnitKind

FIRST_YEAR, LAST_YEAR = 1900, 2100

_JOINED_BEFORE = re.compile(r"(?:[0-9][.,:/-]|[_#@\\=&]|[a-z][-./]|[a-z]\.)$")
_DATE = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9])|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?![0-9])")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_CLOCK_WORD = re.compile(r" ?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|ème|eme|º|ª|°|[.] (?=[a-zäöü]))(?![a-z])")
_URL = re.compile(r"(?:https?://|www\.)[^\s]*$|[^\s@]+@[^\s]*$")
_PHONE = re.compile(r"\+[0-9][0-9 ()-]{6,}$")


def refusal(low: str, made: Draft, lexicon: Lexicon, taken: int) -> str:
    """The name of the rule by which this number is no quantity; "" where it is one."""
    if made.lone in lexicon.words.multipliers and not lexicon.words.glued:
        return "scale alone"
    if made.is_money:
        return "part of a code" if not made.sign_in_front and _joined(low, made, taken) else ""
    if made.unit is not None and made.unit.unit.kind is UnitKind.PERCENT:
        return ""
    return (
        ("part of a code" if not made.spelled and (_joined(low, made, taken) or _letters_behind(low, made)) else "")
        or _date(low, made, lexicon)
        or _name(low, made, lexicon)
        or _word(low, made, lexicon)
    )


def _joined(low: str, made: Draft, taken: int) -> bool:
    """Whether the digits continue something: SU7, 10-K, 2024-03-28, 24/7, +1 415 555 0132, a URL."""
    at = made.number
    if low[at - 1 : at] == "-" and taken == at - 1 > 0:
        return False
    if is_letter(low, at - 1) or low[at - 1 : at] in "_#@\\" and at:
        return True
    before = low[max(0, at - 2) : at]
    return bool(_JOINED_BEFORE.search(before)) or bool(_URL.search(low[max(0, at - 80) : at]))


def _letters_behind(low: str, made: Draft) -> bool:
    """ "5G", "3rd", "10-K", "1.2.3", "24/7", "10:30"."""
    behind = low[made.end : made.end + 3]
    if not behind or made.unit is not None:
        return False
    if is_letter(behind, 0) or (behind[0] in ".:/" and behind[1:2].isdigit()):
        return True
    return behind[0] == "-" and behind[1:2].isascii() and behind[1:2].isalpha() and not is_letter(behind, 2)


def _date(low: str, made: Draft, lexicon: Lexicon) -> str:
    """Days, months, years, times of day."""
    amount = made.value.amount
    whole = amount == amount.to_integral_value() and not made.scaled and made.high is None
    at, end = made.number, made.end
    number_end = end if made.unit is None else _number_end(low, at)
    if _DATE.match(low, at) or _CLOCK.match(low, at) or _CLOCK_WORD.match(low, number_end):
        return "date"
    if not whole:
        return ""
    space = number_end + 1 if low[number_end : number_end + 1] in (" ", ".") else number_end
    space = space + 1 if low[space : space + 1] == " " else space
    if amount <= 31 and (lexicon.months.after(low, space) or _month_before(low, at, lexicon)):
        return "date"
    year = FIRST_YEAR <= amount <= LAST_YEAR and number_end - at == 4
    if lexicon.dates_after.after(low, space) and (year or _fits_calendar(low, made, space)):
        return "date"
    if year and (made.unit is None or made.unit.unit.kind is UnitKind.COUNT) and made.bound is Bound.EXACT:
        if made.unit is None or lexicon.dates_before.before(low, at - 1) or _month_before(low, at, lexicon):
            return "year"
    return "year" if year and made.unit is None and made.bound is not Bound.EXACT and _yearish(low, made, lexicon) else ""


def _number_end(low: str, at: int) -> int:
    while at < len(low) and (low[at].isdigit() or low[at] in ".,"):
        at += 1
    return at


def _yearish(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """A bare year behind "around" or "until"."""
    return lexicon.dates_before.before(low, made.number - 1) is not None


def _month_before(low: str, at: int, lexicon: Lexicon) -> bool:
    before = at - 1 if low[at - 1 : at] == " " else at
    before = before - 1 if low[before - 1 : before] == "," else before
    return at > 0 and lexicon.months.before(low, before) is not None


def _fits_calendar(low: str, made: Draft, at: int) -> bool:
    """3月, 15日, 二季度: small whole numbers before a word of the calendar that is not a span of time (10年, 3个月)."""
    unit = made.unit
    if unit is not None and unit.unit.code in ("year", "month", "day", "hour", "minute", "quarter"):
        return low[at] in "月月日日号號時时点點分점시분월일" and made.value.amount <= 60 and not low.startswith(("日内", "日間", "일간", "分钟", "분간"), at)
    return made.value.amount <= 60 and (unit is None or low[at] in "月日号號时時点點분시월일")


def _name(low: str, made: Draft, lexicon: Lexicon) -> str:
    """ "Model 3", "Section 12", "Top 10", 第3, "500系列"."""
    at = made.number
    before = at - 1 if low[at - 1 : at] in (" ", "-") else at
    if at and not made.scaled and lexicon.names_before.before(low, before):
        if made.unit is None or made.unit.unit.kind is not UnitKind.MONEY and made.value.amount < 1000:
            return "name"
    if made.unit is None and not made.scaled and lexicon.names_after.after(low, made.end + (low[made.end : made.end + 1] == " ")):
        return "name"
    return ""


def _word(low: str, made: Draft, lexicon: Lexicon) -> str:
    """A lone small number word counts only what is named: "one" of "one day" is none."""
    if not made.lone:
        return ""
    if made.unit is None and (lexicon.words.glued or made.lone in lexicon.words.ones or made.value.amount <= 1):
        return "word"
    if made.lone in lexicon.words.ones:
        return "article"
    return ""
