"""Money that has flowed. In: a mention in its scene; out: whether its sentence says so, and by which phrase."""

from __future__ import annotations

from parsers.figures.metric import way
from parsers.figures.page import Page, Seen
from parsers.lexicon import Hit
from parsers.types import Status

ADJACENT = 22.0  # letters within which a comparison speaks of the amount behind it
BREAK = 60.0  # letters that a comma behind the amount costs
PAST_NEAR = 30  # letters between an amount and its year


def way_told(page: Page, seen: Seen, hit: Hit) -> float:
    """Behind the amount, a comma begins another matter."""
    behind = page.between(seen.mention.end, hit.start)
    return way(page, seen, hit) + BREAK * (behind.count(",") + behind.count("、"))


def is_result(page: Page, seen: Seen) -> bool:
    """ "2025 came to 8.5 billion": of a year that is over when the text appears, told as a result."""
    published = page.release.published
    near = [
        period
        for period, start, end in seen.scene.periods
        if max(start - seen.mention.end, seen.mention.start - end) <= PAST_NEAR and period.start == period.end
    ]
    over = published is not None and any(period.end and period.end < published.year for period in near)
    reported = any(
        name == Status.REPORTED and way_told(page, seen, hit) <= ADJACENT for hit, name, _ in seen.scene.said("status")
    )
    return over or reported


def spent_by(page: Page, seen: Seen) -> str:
    """Return the phrase that says this money has flowed ("to date"); it speaks of the amount nearest to it alone."""
    if any(
        name == Status.PLANNED and not weak and way_told(page, seen, hit) <= BREAK
        for hit, name, weak in seen.scene.said("status")
    ):
        return ""  # "until now 5 billion were planned" is no money spent
    if is_to_come(page, seen):
        return ""  # "research outlays over the next five years"
    for hit, _, _ in seen.scene.said("spent"):
        distance = way(page, seen, hit)
        others = [Seen(each, seen.scene) for each in seen.scene.mentions if each is not seen.mention]
        if distance <= ADJACENT * 2 and all(way(page, o, hit) > distance for o in others if o.is_money):
            return page.release.text[hit.start : hit.end]
    return ""


def is_to_come(page: Page, seen: Seen) -> bool:
    """Whether a number of years, or a year that is not over, stands right beside the amount."""
    published = page.release.published
    for period, start, end in seen.scene.periods:
        future = period.years is not None or bool(published and period.end and period.end > published.year)
        mine = max(start - seen.mention.end, seen.mention.start - end)
        others = (max(start - each.end, each.start - end) for each in seen.scene.mentions if each is not seen.mention)
        if future and mine <= PAST_NEAR and all(mine <= other or other < 0 for other in others):
            return True
    return False
