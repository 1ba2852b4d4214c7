"""The date that a page prints beside its headline, for pages that tell machines none: newsrooms, mostly.

In: the headline's element, or a short text. Out: a moment in UTC, or None. It is looked for in short lines around the
headline only: further down stand the dates of teasers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from lxml.html import HtmlElement

from parsers.times import read_time

AROUND = 3  # boxes around the headline
NEAR = 80  # elements in such a box
LINE = 80  # characters; "By Ann Lee | Published 5 May 2025, 10:00 CET" is not longer

_MONTHS = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "jan ene gen jän", "feb fév fev", "mar mär maa mrt", "apr abr avr", "may mai mag mei maj", "jun juin giu",
            "jul juil lug", "aug ago aoû", "sep set", "oct okt ott out", "nov", "dec dez déc dic",
        ),
        start=1,
    )
    for prefix in prefixes.split()
}  # fmt: skip
_YEAR = r"((?:19|20)[0-9]{2})(?![0-9])"
_DAY_FIRST = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th|er|º|\.)? (?:de |of )?([^\W0-9_]{{3,12}})\.?,? (?:de )?{_YEAR}", re.I
)
_MONTH_FIRST = re.compile(rf"\b([^\W0-9_]{{3,12}})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", re.I)
_NUMBERS = re.compile(rf"(?<![0-9./])([0-9]{{1,2}})([./])([0-9]{{1,2}})\2{_YEAR}")


def printed_date(headline: HtmlElement) -> datetime | None:
    """The first date in a short line of the boxes around the headline, the nearest box first."""
    boxes = islice(headline.iterancestors(), AROUND)
    return next((when for box in boxes if box.tag != "body" for line in _lines(box) if (when := read_day(line))), None)


def _lines(box: HtmlElement) -> Iterator[str]:
    """Short lines before the first paragraph of prose."""
    for element in islice(box.iter(), NEAR):
        line = " ".join(element.text_content()[: 3 * LINE].split())
        if element.tag == "p" and len(line) > LINE:
            return
        if element.tag not in ("h1", "script", "style") and len(line) <= LINE:
            yield line


def read_day(text: str) -> datetime | None:
    """A date as people write it: "2025年8月16日 09:12", "May 5, 2025", "10. Dezember 2024", "27.03.2025".

    Where only the order of numbers tells the day from the month, one of them must be too large for a month.
    """
    if found := _DAY_FIRST.search(text):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.search(text):
        return _day(found[3], _month(found[1]), found[2])
    if found := _NUMBERS.search(text):
        first, second = int(found[1]), int(found[3])
        if found[2] == "." or first > 12:
            return _day(found[4], second, found[1])
        return _day(found[4], first, found[3]) if second > 12 else None
    return read_time(text)


def _month(name: str) -> int:
    plain = name.casefold()
    return _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3], 0)


def _day(year: str, month: int, day: str) -> datetime | None:
    try:
        return datetime(int(year), month, int(day), tzinfo=UTC)
    except ValueError:
        return None
