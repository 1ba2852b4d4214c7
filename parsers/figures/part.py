"""Which part of a whole an amount is. In: a mention in its scene; out: initial, additional, total, annual, remaining or
None, and the rule. Only money, and only where the text says so.
"""

from __future__ import annotations

from parsers.figures.metric import way
from parsers.figures.page import Page, Seen
from parsers.figures.verdict import Verdict
from parsers.lexicon import Hit
from parsers.types import Part, Period

HEARD = 34.0  # a phrase further away than so many letters speaks of something else
TOLD = frozenset({"investment", "funding_raised", "acquisition", "subsidy", "other"})
MULTI_YEAR = frozenset({"investment"})


def read_part(page: Page, seen: Seen, metric: str, period: Period | None) -> Verdict[Part | None]:
    """Return the part of a mention of money."""
    if metric not in TOLD or not seen.is_money:
        return Verdict(None, "part:not a plan")
    if _is_step(page, seen):
        return Verdict(Part.ADDITIONAL, "part:the step to a new level")
    best: Verdict[Part | None] | None = None
    for hit, name, weak in seen.scene.said("part"):
        if weak and name == Part.ANNUAL and not (metric == "investment" and period and is_one_year(period)):
            continue  # "the budget" is a year's where a year is named
        if _nearer(page, seen, hit):
            continue
        opens = hit.start - seen.scene.start <= 2  # "In total, ..." speaks of the first amount that follows
        score = HEARD - (min(_way(page, seen, hit), 20.0) if opens and _is_first(seen) else _way(page, seen, hit))
        if score > (best.score if best else 0.0):
            best = Verdict(Part(name), f"part:{name} said by {page.release.text[hit.start : hit.end]!r}", score)
    if best:
        return best
    if _is_level(page, seen):
        return Verdict(Part.TOTAL, "part:the level that a sum is brought to")
    if (
        metric in MULTI_YEAR
        and period
        and spans_years(period)
        and not (is_component(page, seen) or _is_cut(page, seen))
    ):
        return Verdict(Part.TOTAL, "part:sum of a programme of several years")
    return Verdict(None, "part:not said")


def _is_first(seen: Seen) -> bool:
    money = [each for each in seen.scene.mentions if each.quantity.unit.kind == seen.mention.quantity.unit.kind]
    return money[0] is seen.mention


def _nearer(page: Page, seen: Seen, hit: Hit) -> bool:
    """Whether the phrase speaks of another amount: one that stands nearer, and is not this one converted."""
    mine = _way(page, seen, hit)
    rivals = [Seen(each, seen.scene) for each in seen.scene.mentions if each is not seen.mention]
    return any(rival.is_money and _way(page, rival, hit) < mine for rival in rivals)


def _way(page: Page, seen: Seen, hit: Hit) -> float:
    """Behind an amount and a comma the next amount begins."""
    return way(page, seen, hit) + 2 * HEARD * page.between(seen.mention.end, hit.start).count(",")


def _is_step(page: Page, seen: Seen) -> bool:
    """ "Raised its investment by $300 million"."""
    by = any(0 <= seen.mention.start - hit.end <= 1 for hit, _, _ in seen.scene.said("delta"))
    return by and any(way(page, seen, hit) <= 2 * HEARD for hit, _, _ in seen.scene.said("raise"))


def _is_level(page: Page, seen: Seen) -> bool:
    """ "A further $8 billion brings the commitment to $13.9 billion"."""
    to = any(hit.end <= seen.mention.start <= hit.end + 15 for hit, _, _ in seen.scene.said("to"))
    return to and any(
        hit.end <= seen.mention.start and way(page, seen, hit) <= 2 * HEARD for hit, _, _ in seen.scene.said("level")
    )


def _is_cut(page: Page, seen: Seen) -> bool:
    """ "Trims spending by 3 trillion": the size of a cut is no sum of a programme."""
    return any(hit.end <= seen.mention.start and way(page, seen, hit) <= HEARD for hit, _, _ in seen.scene.said("cut"))


def is_one_year(period: Period) -> bool:
    """Whether a period is a single year of the calendar."""
    return period.start is not None and period.start == period.end


def spans_years(period: Period) -> bool:
    """Whether money flows over more than one year."""
    if period.years is not None:
        return period.years > 1
    return period.end is not None and period.start != period.end


def is_component(page: Page, seen: Seen) -> bool:
    """ "Of which 33 billion": a piece of a sum that stands beside it."""
    return any(
        hit.end <= seen.mention.start and way(page, seen, hit) <= HEARD for hit, _, _ in seen.scene.said("component")
    )
