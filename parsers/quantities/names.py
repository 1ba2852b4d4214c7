"""Numbers that are no quantities: dates, times, models, telephone numbers, versions, sections, codes, articles.

`refusal` names the rule by which a draft is left out; "" lets it stand. Money is left out only where its digits
continue a code. All looks go from the number outwards, so that a text costs what its numbers cost.
"""

from __future__ import annotations

import re

from parsers.quantities.drafts import Draft
from parsers.quantities.lexicon import Lexicon
from parsers.quantities.phrases import is_letter
from parsers.quantities.units import FIRST_YEAR, GUESSED, LAST_YEAR
from parsers.types import Bound, UnitKind

FORMULA = "formula"  # 2.48×10^9
ROUND = "vague amount"  # "in the mid-$70s"
DOUBTED = frozenset({FORMULA, ROUND})  # seen and not read
LEAST_HYPHENED = 10**9  # "million-dollar" is said of houses and questions
LONGEST_PHONE = 20

_DATE = re.compile(r"(?:[0-9]{4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4})(?![0-9])")
_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}| ?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock))")
_MINUTE = re.compile(r"[0-9][时時点點]$")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)[^\s]{0,80}$")
_PHONE = re.compile(r"(?:\+[0-9]{1,3}|\(?0[0-9]{1,4}\)?|[0-9]{3,4})(?:[ -]\(?[0-9]{2,5}\)?){2,5}(?![0-9]|[.,][0-9])")
_FORMULA = re.compile(r" ?[×x*^] ?10\b|e[+-]?[0-9]|\^")
_THROUGH = re.compile(r"[-~至到][0-9]{1,4} ?")
_GLUED_MODEL = re.compile(r"[A-Z][0-9][A-Z]")
_DIGITS = frozenset("0123456789")
_PHONE_CHARS = frozenset("0123456789+()- ")
_SPANS = frozenset({"year", "month", "day", "hour", "minute", "quarter"})
_CALENDAR = frozenset("月日号號时時点點分시분월일")
_DURATIONS = ("日内", "日間", "일간", "分钟", "分鐘", "分間", "분간", "時間", "时间", "시간")


def refusal(text: str, low: str, made: Draft, lexicon: Lexicon, taken: int) -> str:
    """The name of the rule by which this number is no quantity; "" where it is one."""
    counts = made.unit is not None and made.lone in lexicon.words.whole
    if made.lone in lexicon.words.multipliers and not lexicon.words.glued and not counts:
        hyphened = made.is_money and low[made.number_end : made.number_end + 1] == "-"  # "its billion-dollar plant"
        if not hyphened or made.value.amount < LEAST_HYPHENED:
            return "scale alone"
    if _FORMULA.match(low, made.end):
        return FORMULA
    if made.is_money and made.sign_in_front and not made.scaled and low[made.end : made.end + 1] == "s":
        return ROUND
    if made.is_money:
        if _GLUED_MODEL.fullmatch(text, made.start, made.end):
            return "name"  # the R1T of Rivian is no trillion rand
        if _MINUTE.search(low, max(0, made.start - 4), made.start):
            return "date"
        return "part of a code" if not made.sign_in_front and _continues(low, made, taken) else ""
    if made.kind is UnitKind.PERCENT:
        return ""
    if not made.spelled and (_continues(low, made, taken) or _continued(low, made)):
        return "part of a code"
    named = "" if 0 < made.number - 1 <= taken else _name(low, made, lexicon) or _model(text, low, made, lexicon)
    return _date(low, made, lexicon) or named or _word(made, lexicon, taken)


def _continues(low: str, made: Draft, taken: int) -> bool:
    """Whether the digits continue something: SU7, F-150, 24/7, 1.2.3, a URL, a telephone number."""
    at = made.number
    if low[at] == "0" and made.unit is None and made.value.step == 1 and made.number_end > at + 1:
        return True  # 01810.HK
    last = low[at - 1 : at]
    if not last or last in " (\n":
        return last == " " and made.unit is None and _in_phone(low, made)
    if last in "-=" and taken == at - 1:
        return False  # a range, a rate of exchange
    if is_letter(low, at - 1) or last in "_#@\\=&+×^*":
        return last != "+" or made.unit is None
    before = low[at - 2 : at - 1]
    if (last in ".,:/-" and before in _DIGITS) or (last in "-./" and at > 1 and is_letter(low, at - 2)):
        return True
    return bool(_ADDRESS.search(low, max(0, at - 90), at))


def _in_phone(low: str, made: Draft) -> bool:
    """Whether the number is part of three or more groups of digits that are no thousands."""
    start = made.number
    while start > 0 and made.number - start < LONGEST_PHONE and low[start - 1] in _PHONE_CHARS:
        start -= 1
    phone = _PHONE.match(low, start + (low[start] == " "))
    return phone is not None and phone.end() >= made.end and sum(char in _DIGITS for char in phone.group()) >= 9


def _continued(low: str, made: Draft) -> bool:
    """Whether something continues the digits: 5G, 3rd, 10-K, 1.2.3, 24/7, 10:30, 400-100-5678."""
    behind = low[made.end : made.end + 3]
    if not behind or made.unit is not None:
        return False
    if is_letter(behind, 0) or behind[0] in "×^*" or (behind[0] in ".:/" and behind[1:2] in _DIGITS and behind[1:2]):
        return True
    if behind[0] != "-":
        return False
    if is_letter(behind, 1):
        return not is_letter(behind, 2)
    return behind[1:2] in _DIGITS and _PHONE.match(low, made.number) is not None


# --- dates ------------------------------------------------------------------------------------------------------------


def _date(low: str, made: Draft, lexicon: Lexicon) -> str:
    """Days, months, years, times of day."""
    if made.scaled or made.high is not None:
        return ""
    at, end = made.number, made.number_end
    if low[end : end + 1] in "-/.: apo" and (_CLOCK.match(low, at) or _DATE.match(low, at)):
        return "date"
    through = _THROUGH.match(low, end)
    if through is not None and lexicon.dates_after.after(low, through.end()):
        return "date"  # 1-9月
    amount = made.value.amount
    if made.value.step < 1 or amount > LAST_YEAR:
        return ""
    behind = end + 1 if low[end : end + 1] in (" ", ".") else end
    behind = behind + 1 if low[behind : behind + 1] == " " else behind
    if amount <= 31 and (_month_behind(low, behind, lexicon) or _month_before(low, at, lexicon)):
        return "date"
    year = amount >= FIRST_YEAR and end - at == 4
    if (year or amount <= 60) and lexicon.dates_after.after(low, behind) and (year or _in_calendar(low, made, behind)):
        return "date"
    return "year" if year and _is_year(low, made, lexicon) else ""


def _is_year(low: str, made: Draft, lexicon: Lexicon) -> bool:
    """Whether 1900 to 2100 is a year: bare, unless it has a bound; before a noun only behind "in" or "since"."""
    dated = lexicon.dates_before.before(low, made.number - 1) is not None or _month_before(low, made.number, lexicon)
    if made.unit is None:
        return made.bound is Bound.EXACT or dated
    return made.kind is UnitKind.COUNT and made.bound is Bound.EXACT and dated


def _month_behind(low: str, at: int, lexicon: Lexicon) -> bool:
    """ "28 March", "28 de marzo"."""
    link = lexicon.of.after(low, at)
    return lexicon.months.after(low, at if link is None else link[1] + 1) is not None


def _month_before(low: str, at: int, lexicon: Lexicon) -> bool:
    before = at - 1 if low[at - 1 : at] == " " else at
    before = before - 1 if low[before - 1 : before] == "," else before
    return lexicon.months.before(low, before) is not None


def _in_calendar(low: str, made: Draft, at: int) -> bool:
    """3月, 15日, 二季度: a word of the calendar and no span of time (10年, 3个月, 15日間)."""
    if low.startswith(_DURATIONS, at):
        return False
    return low[at] in _CALENDAR or not (made.unit is not None and made.unit.unit.code in _SPANS)


# --- names ------------------------------------------------------------------------------------------------------------


def _name(low: str, made: Draft, lexicon: Lexicon) -> str:
    """ "Model 3", "Section 12", "Top 10", 第3, "500系列"."""
    if made.scaled:
        return ""
    at = made.number
    if lexicon.names_before.before(low, at - 1 if low[at - 1 : at] in (" ", "-") else at) and made.value.amount < 10**4:
        return "name"
    behind = made.end + 1 if low[made.end : made.end + 1] == " " else made.end
    return "name" if made.unit is None and lexicon.names_after.after(low, behind) else ""


def _model(text: str, low: str, made: Draft, lexicon: Lexicon) -> str:
    """ "Ioniq 9", "Polestar 4": a bare small number right behind a capital letter's word, where no bound speaks."""
    counted = made.unit is not None and (made.rule != GUESSED or not lexicon.words.plurals_of)
    if counted or made.spelled or made.scaled or made.value.amount >= 100 or made.bound is not Bound.EXACT:
        return ""
    at = made.number - 1
    if made.value.step < 1 or at < 1 or low[at] not in " -" or not is_letter(low, at - 1):
        return ""
    start = max(low.rfind(" ", 0, at), low.rfind("\n", 0, at)) + 1
    return "name" if text[start].isupper() and low[start:at] not in lexicon.stops else ""


def _word(made: Draft, lexicon: Lexicon, taken: int) -> str:
    """A lone small number word counts only what is named; an article counts nothing but coins."""
    if not made.lone:
        return ""
    if made.number == taken and lexicon.words.elided:
        return ""  # 一块二: joined to the amount before it
    if made.lone in lexicon.words.ones:
        return "" if made.unit and made.unit.unit.code in lexicon.words.coins else "article"
    if made.unit is None and (lexicon.words.glued or made.value.amount <= 1):
        return "word"
    return ""
