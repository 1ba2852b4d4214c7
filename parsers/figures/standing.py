"""News or background. In: a mention in its scene, its metric; out: where the text itself places it, and why."""

from __future__ import annotations

from parsers.figures.metric import way
from parsers.figures.page import Page, Seen, is_furniture, title_hits
from parsers.figures.spent import ADJACENT, PAST_NEAR, is_result, is_to_come, spent_by
from parsers.figures.status import FULFILLED, HEARD, RESULTS
from parsers.figures.verdict import Verdict
from parsers.types import BlockKind, Standing, Status

BEHIND = 30.0  # letters behind an amount within which a back-reference speaks of it
OPENS = 14  # letters from the head of a sentence to the year it speaks of
SPRING = 3  # month from which nobody tells a deal of last year as news
FLOWED = frozenset({"investment", "funding_raised", "acquisition", "loss", "subsidy"})  # once spent, no news


def read_standing(page: Page, seen: Seen, metric: str) -> Verdict[Standing]:
    """Return whether a mention is news, background or furniture."""
    if is_furniture(seen):
        return Verdict(Standing.FURNITURE, f"standing:{seen.scene.block.rule or 'furniture'}")
    if seen.scene.said("correct"):
        if _is_mistaken(page, seen):
            return Verdict(Standing.BACKGROUND, "standing:a value that was wrong")
        return Verdict(Standing.NEWS, "standing:a correction")
    if seen.scene.block.kind is BlockKind.TITLE:
        return Verdict(Standing.NEWS, "standing:headline")
    if metric == "investment" and (_is_of_past_year(page, seen) or _is_among_results(page, seen)):
        return Verdict(Standing.BACKGROUND, "standing:a past period's spending")
    for hit, _, _ in seen.scene.said("back_reference") if metric not in RESULTS else ():
        closes = page.folded[hit.start : hit.end].startswith(page.words.as_said) if page.words.as_said else False
        far = " " in page.folded[hit.start : hit.end] and _is_alone(seen, hit.start)
        far = far and hit.start > seen.mention.end and not seen.scene.said("multiple")
        behind = HEARD / 2 if closes or far else BEHIND
        if way(page, seen, hit) <= (HEARD if hit.end <= seen.mention.start else behind):
            return Verdict(Standing.BACKGROUND, f"standing:back-reference {page.release.text[hit.start : hit.end]!r}")
    if any("peers" in seen.scene.marks(name) for name in seen.scene.names if name.end <= seen.mention.start):
        return Verdict(Standing.BACKGROUND, "standing:another company, compared")
    if metric in FULFILLED and _opens_in_past(page, seen):
        return Verdict(Standing.BACKGROUND, "standing:its sentence opens with a year that is over")
    if metric in FULFILLED and _is_known_whole(page, seen):
        return Verdict(Standing.BACKGROUND, "standing:the whole that a piece is taken from")
    compared = compared_by(page, seen)
    if compared:
        return Verdict(Standing.BACKGROUND, f"standing:compared by {compared!r}")
    if (metric == "investment" and is_result(page, seen)) or (
        metric in FULFILLED and _is_long_past(page, seen, deal=metric != "investment")
    ):
        return Verdict(Standing.BACKGROUND, "standing:a past period's spending")
    if metric in FLOWED and spent_by(page, seen):
        return Verdict(Standing.BACKGROUND, f"standing:money spent, {spent_by(page, seen)!r}")
    return Verdict(Standing.NEWS, "standing:nothing speaks against news")


def _is_of_past_year(page: Page, seen: Seen) -> bool:
    """ "Capital expenditure fell to 555 million euros from 857 million the year before": spent, and no plan."""
    behind = any(0 <= hit.start - seen.mention.end <= HEARD for hit, _, _ in seen.scene.said("year_ago"))
    told = any(name in (Status.ANNOUNCED, Status.PLANNED) and not weak for _, name, weak in seen.scene.said("status"))
    moved = any(seen.scene.said(way) for way in ("raise", "cut"))
    return behind and moved and not told and not seen.scene.said("forecast")


def _is_among_results(page: Page, seen: Seen) -> bool:
    """In a text about results, what no word of intent stands beside was spent: "R&D came to 9 billion yuan"."""
    intent = any(name != Status.COMPLETED and not weak for _, name, weak in seen.scene.said("status"))
    moved = any(seen.scene.said(family) for family in ("forecast", "part", "back_reference", "component"))
    return _tells_results(page) and not (intent or moved or is_to_come(page, seen))


def _tells_results(page: Page) -> bool:
    """ "Cuts its dividend after a record loss": whether the headline names a result."""
    hits = title_hits(page)
    told = {tag.name for hit in hits for tag in hit.tags if not tag.weak}
    return page.title_metric not in FULFILLED and bool(told & {"metric:profit", "metric:revenue", "metric:loss"})


def _opens_in_past(page: Page, seen: Seen) -> bool:
    """ "In 2021 it promised to invest 130 million in Illinois and 185 million in Mirabel": all of it is past."""
    published = page.release.published
    opening = [
        period
        for period, start, _ in seen.scene.periods
        if start - seen.scene.start <= OPENS and period.start is not None and period.start == period.end
    ]
    return published is not None and any(period.end and period.end < published.year for period in opening)


def _is_known_whole(page: Page, seen: Seen) -> bool:
    """ "The plant is part of the $18 billion": the article says that the reader knows it."""
    article = page.words.cues.definite
    return bool(article) and any(
        page.between(hit.end, seen.mention.start).strip() == article
        or (page.between(hit.end, seen.mention.start) == " " and page.folded[: hit.end].endswith(f" {article}"))
        for hit, _, _ in seen.scene.said("component")
    )


def _is_mistaken(page: Page, seen: Seen) -> bool:
    """ "An earlier version misstated the cost as $5 billion": the only amount of its sentence, told as wrong."""
    alone = not any(Seen(each, seen.scene).is_money for each in seen.scene.mentions if each is not seen.mention)
    return alone and any(hit.end <= seen.mention.start for hit, _, _ in seen.scene.said("mistaken"))


def _is_long_past(page: Page, seen: Seen, *, deal: bool) -> bool:
    """ "In 2019": a year that was over before the year in which the text appears began, right beside the amount, or
    further behind it where nothing else is counted: "collected $750 million from CATL and others in February 2023". A
    deal of last year is over, "the equity round of 2023", unless the year has only begun."""
    published = page.release.published
    near = [
        period
        for period, start, end in seen.scene.periods
        if period.start == period.end and _stands_by(seen, start, end)
    ]
    done = any(name == Status.COMPLETED for _, name, _ in seen.scene.said("status"))
    over = done or (deal and published is not None and published.month >= SPRING)
    return published is not None and any(period.end and period.end < published.year - (not over) for period in near)


def _is_alone(seen: Seen, start: int) -> bool:
    """Whether nothing is counted between an amount and what stands behind it."""
    return not any(seen.mention.end <= each.start < start for each in seen.scene.mentions)


def _stands_by(seen: Seen, start: int, end: int) -> bool:
    """Whether a year stands right beside an amount, or behind it with nothing counted in between."""
    mention = seen.mention
    alone = _is_alone(seen, start)
    return max(start - mention.end, mention.start - end) <= (
        2 * PAST_NEAR if start > mention.end and alone else PAST_NEAR
    )


def compared_by(page: Page, seen: Seen) -> str:
    """Return the phrase before the amount that only compares it: "against 8.5 billion and 11.3 billion in 2024"."""
    for hit, _, _ in seen.scene.said("comparison"):
        gap = page.between(hit.end, seen.mention.start)
        crossed = [each for each in seen.scene.mentions if hit.end <= each.start and each.end < seen.mention.start]
        reach = ADJACENT if not crossed else ADJACENT * 3 if " and " in gap and "," not in gap else 0
        if hit.end <= seen.mention.start and len(gap) * page.words.width <= reach:
            return page.release.text[hit.start : hit.end]
    return ""
