"""When money flows or a target holds. In: a mention in its scene; out: its period. Only of what lies ahead."""

from __future__ import annotations

from parsers.figures.page import FIRM_END, Page, Seen
from parsers.figures.sameness import converts
from parsers.periods import Found
from parsers.types import Period, Status

AHEAD = frozenset({"investment", "funding_raised", "production_capacity", "deliveries", "revenue", "subsidy", "other"})
SINGLE_NEAR = 18  # letters between an amount and its single year
OPENING = 14  # letters from the head of a sentence
PLANS = frozenset({Status.ANNOUNCED, Status.PLANNED, Status.RUMOURED})


def read_horizon(page: Page, seen: Seen, metric: str, status: Status) -> Period | None:
    """Return the period of a mention: the nearest in its sentence; None for what is past."""
    if metric not in AHEAD or status not in PLANS:
        return None
    published = page.release.published
    near = sorted(
        (found for found in seen.scene.periods if _reaches(page, seen, found)),
        key=lambda found: _distance(page, seen, found),
    )
    for found in near:
        single = found[0].start is not None and found[0].start == found[0].end
        if single and _distance(page, seen, found) > SINGLE_NEAR:
            continue  # "in a plant that opens in 2026"
        if _lies_ahead(found[0], published.year if published else None, metric):
            return found[0]
    return _relative(page, seen)


def _distance(page: Page, seen: Seen, found: Found) -> float:
    _, start, end = found
    mention = seen.mention
    gap = page.between(mention.end, start) if start >= mention.end else page.between(end, mention.start)
    return len(gap) + 40 * len(FIRM_END.findall(gap)) + 15 * (gap.count(",") + gap.count("、"))


def _reaches(page: Page, seen: Seen, found: Found) -> bool:
    """A period speaks of the amounts nearest to it; at the head of a sentence, of all that follow."""
    if found[1] - seen.scene.start <= OPENING:
        return True
    mine = _distance(page, seen, found)
    rivals = [Seen(each, seen.scene) for each in seen.scene.mentions if each is not seen.mention]
    return not any(
        rival.is_money and _distance(page, rival, found) < mine and not _converted(page, seen, rival)
        for rival in rivals
    )


def _converted(page: Page, seen: Seen, rival: Seen) -> bool:
    return converts(page, seen.mention, rival.mention) or converts(page, rival.mention, seen.mention)


def _lies_ahead(period: Period, published: int | None, metric: str) -> bool:
    """A single year or a span is a horizon only where it is not over when the text appears."""
    if period.years is not None:
        return True
    end = period.end or period.start or 0
    if published is not None and end < published:
        return False
    return period.start != period.end or metric == "investment"


def _relative(page: Page, seen: Seen) -> Period | None:
    """ "This year" needs the day of publication."""
    published = page.release.published
    if published is None or seen.mention.quantity.unit.kind != "money":
        return None
    for tag, years in (("this_year", 0), ("next_year", 1)):
        for hit, _, _ in seen.scene.said(tag):
            year = published.year + years
            return Period(start=year, end=year, exact=page.release.text[hit.start : hit.end])
    return None
