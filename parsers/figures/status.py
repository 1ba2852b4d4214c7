"""The state of the matter, and news or not. In: a mention in its scene, its metric; out: status and standing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from parsers.figures.metric import is_small, way
from parsers.figures.page import FIRM_END, Page, Seen, is_furniture, title_hits
from parsers.figures.sameness import same_value
from parsers.figures.verdict import Verdict
from parsers.lexicon import Hit
from parsers.metrics import METRICS
from parsers.types import BlockKind, Standing, Status, UnitKind

OVERRULING = (Status.DENIED, Status.RUMOURED, Status.CANCELLED)  # one such phrase colours its whole sentence
RESULTS = frozenset({"revenue", "profit", "loss", "cash", "price", "valuation", "percent_change"})
HEARD = 140.0  # letters within which a phrase tells the state of an amount
COUNTED = 30.0  # further for counts: "will build a plant that makes 150,000 cars and employs 5,000 people"
BEHIND = 30.0  # letters behind an amount within which a back-reference speaks of it
ADJACENT = 22.0  # letters within which a comparison speaks of the amount behind it
LEAD_NEAR = 40  # letters between the headline and the lead's first sentence
OPENS = 14  # letters from the head of a sentence to the year it speaks of
NEXT = 6  # letters between what is done and the amount it was done with
BREAK = 60.0
OBJECT = 12.0  # letters between a verb that ends something and what it ends
PAST_NEAR = 30  # letters between an amount and its year
SPRING = 3  # month from which nobody tells a deal of last year as news
COLON = re.compile(r" ?[:|] | [-–—] ")
CANCELLED = "status:cancelled"
NO_PLANS = frozenset({"forecast", "metric:jobs"})  # what a headline may call off that costs no money
BY_DEFAULT = "status:as this metric is by default"
ENDED = "status:what was planned before, in a text about its end"
POSTPONED = "status:postponed, and no more than a plan"
PROPOSED = "status:proposed"  # to a board or to shareholders, and nothing said beside it makes more of it: 拟
FLOWED = frozenset({"investment", "funding_raised", "acquisition", "loss", "subsidy"})  # once spent, no news
FULFILLED = frozenset({"investment", "funding_raised", "acquisition"})


def read_status(page: Page, seen: Seen, metric: str) -> Verdict[Status]:
    """Return the state of a mention."""
    heard = [
        (weak, _way(page, seen, hit), name)
        for hit, name, weak in seen.scene.said("status")
        if not (name == Status.CANCELLED and (_is_of_share(seen, hit) or _ends_another(page, seen, hit)))
        and (
            name != Status.COMPLETED
            or not (_is_of_next(page, seen, hit) or (metric == "investment" and _is_of_funding(hit)))
        )
    ]
    waits = metric == "investment" and page.headline_status != Status.RUMOURED and _is_postponed(page, seen)
    for status in OVERRULING:
        if status is Status.CANCELLED and (metric in RESULTS or waits):
            continue
        reach = HEARD * (4 if status is Status.RUMOURED else 2)  # who told it often stands at the sentence's end
        if any(name == status and distance <= reach for weak, distance, name in heard if not weak):
            if status is Status.RUMOURED and page.headline_status == Status.DENIED:
                return Verdict(Status.DENIED, "status:a rumour that the headline denies")
            return Verdict(status, f"status:{status} in its sentence")
    if waits:
        return Verdict(Status.PLANNED, POSTPONED)
    if metric in FULFILLED and _is_denied(page, seen, {name for _, _, name in heard}):
        return Verdict(Status.DENIED, "status:what the headline denies")
    if metric == "investment" and (spent_by(page, seen) or _is_result(page, seen)):
        return Verdict(Status.COMPLETED, "status:money spent")
    if metric in RESULTS:
        return _of_result(page, seen, metric)
    if metric in FULFILLED and seen.scene.said("conditional"):
        return Verdict(Status.PLANNED, "status:on a condition")
    if metric in FULFILLED and any(hit.end <= seen.mention.start for hit, _, _ in seen.scene.said("proposed")):
        return Verdict(Status.PLANNED, PROPOSED)
    near = sorted(each for each in heard if each[1] <= HEARD + (0 if seen.is_money else COUNTED))
    if near and near[0][2] == Status.PLANNED and metric in FULFILLED and seen.scene.said("committed"):
        return Verdict(Status.ANNOUNCED, "status:decided")
    if metric in FULFILLED and page.headline_status == Status.RUMOURED and near and near[0][2] == Status.PLANNED:
        return Verdict(Status.RUMOURED, "status:planned, in a text about a rumour")
    got = bool(near) and near[0][2] == Status.COMPLETED  # a loan that was got does not end with the works
    told = metric == "investment" or page.title_metric == metric or (page.title_metric == "" and not got)
    ended = told and page.headline_status == Status.CANCELLED and _may_be_meant(page, seen)
    if metric in FULFILLED and ended and (_is_of_old(page, seen) or is_only_money(page, seen)):
        return Verdict(Status.CANCELLED, ENDED)
    if near and (near[0][2] != Status.COMPLETED or metric in FULFILLED):
        return Verdict(Status(near[0][2]), f"status:{near[0][2]} said nearest")
    if near or (metric == "subsidy" and is_small(seen.mention.quantity) and page.title_metric != metric):
        said = Status.ANNOUNCED if near else Status.REPORTED
        return Verdict(said, "status:granted" if near else "status:a standing bonus for buyers")
    if not near and metric in FULFILLED and page.headline_status:
        return Verdict(Status(page.headline_status), "status:as the headline says")
    return Verdict(METRICS[metric].status, BY_DEFAULT)


def _is_denied(page: Page, seen: Seen, told: set[str]) -> bool:
    """Whether the headline denies what a sentence tells as a plan or a claim; what is done is none."""
    return page.headline_status == Status.DENIED and Status.COMPLETED not in told and _may_be_meant(page, seen)


def _is_postponed(page: Page, seen: Seen) -> bool:
    """ "Puts its $15 billion project on hold": said in the headline or beside the amount, nothing nearer ends it."""
    said = [_way(page, seen, hit) for hit, _, _ in seen.scene.said("postponed")]
    ended = [_way(page, seen, hit) for hit, name, _ in seen.scene.said("status") if name == Status.CANCELLED]
    if said:
        return min(said) <= HEARD and min(said) <= min(ended, default=HEARD)
    return page.headline_postpones and not ended


def _may_be_meant(page: Page, seen: Seen) -> bool:
    """Whether a headline that ends something may mean this amount: it prints it, or prints none."""
    titled = takewhile(lambda each: each.scene.block.kind is BlockKind.TITLE, page.seen)
    printed = [each.mention for each in titled if each.is_money]
    return not printed or any(same_value(each, seen.mention) for each in printed)


def _is_of_old(page: Page, seen: Seen) -> bool:
    """ "Where it once promised to put in $2.36 billion"."""
    return any(way(page, seen, hit) <= HEARD for hit, _, _ in seen.scene.said("back_reference"))


def lone_amount(page: Page) -> Decimal | None:
    """Return the only amount of money that a text prints; None where it prints several, or none."""
    amounts = {each.mention.quantity.high for each in page.seen if each.is_money and not is_furniture(each)}
    return amounts.pop() if len(amounts) == 1 else None


def is_only_money(page: Page, seen: Seen) -> bool:
    """Return whether a text prints no other amount of money: what ends can only be this."""
    return page.lone_amount == seen.mention.quantity.high


def _of_result(page: Page, seen: Seen, metric: str) -> Verdict[Status]:
    """A result is reported, a forecast planned; a price that the headline is about, or a charge, is announced."""
    if any(way(page, seen, hit) <= HEARD for hit, _, _ in seen.scene.said("forecast")):
        return Verdict(Status.PLANNED, "status:forecast")
    launch = metric == "price" and page.title_metric in ("price", "subsidy")
    if launch or (metric == "loss" and seen.scene.said("one_off")):
        return Verdict(Status.ANNOUNCED, "status:set by who says it")
    return Verdict(Status.REPORTED, "status:a result")


def _is_of_next(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "The project costs 7 billion, of which 1 billion was spent": spent is the amount behind the phrase."""
    return hit.start >= seen.mention.end and any(
        0 <= each.start - hit.end <= NEXT and each.quantity.unit.kind == seen.mention.quantity.unit.kind
        for each in seen.scene.mentions
    )


def _is_of_share(seen: Seen, hit: Hit) -> bool:
    """ "Shares dropped 9% after it said that it would raise 47 billion yen": what fell is counted right behind."""
    return any(
        0 <= each.start - hit.end <= NEXT and each.quantity.unit.kind is UnitKind.PERCENT
        for each in seen.scene.mentions
    )


def _ends_another(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "The loan of $5 billion was never drawn; BMW cancelled an order of $2 billion": what ends has its own clause."""
    start, end = (
        sorted((seen.mention.end, hit.start)) if hit.start >= seen.mention.end else (hit.end, seen.mention.start)
    )
    apart = FIRM_END.search(page.between(start, end))
    own = (each for each in seen.scene.mentions if each is not seen.mention and Seen(each, seen.scene).is_money)
    return apart is not None and any(
        not FIRM_END.search(page.between(hit.end, each.start)) for each in own if each.start >= hit.end
    )


def _is_of_funding(hit: Hit) -> bool:
    """ "Raises" completes a round of funding; a budget it only raises."""
    return any(tag.name == "metric:funding_raised" for tag in hit.tags)


def headline_status(page: Page) -> str:
    """Return what the headline tells of the whole text, where it is more than an announcement; else ""."""
    hits = title_hits(page)
    told = {
        tag.name.removeprefix("status:")
        for hit in hits
        for tag in hit.tags
        if not tag.weak and not (tag.name == CANCELLED and _ends_no_plan(page, hit, hits))
    }
    if page.words.denies and page.release.title.casefold().startswith(page.words.denies):
        return Status.DENIED.value  # "No, Qatar is not handing Togg $3 billion"
    if _is_hearsay(page):
        return Status.RUMOURED.value
    colour = next((status.value for status in OVERRULING if status in told), "")
    return colour or _of_whole_news(page, told)


def _is_hearsay(page: Page) -> bool:
    """ "Stellantis to spend $10 billion at home: report", "Bericht: Bund will Tesla helfen"."""
    ends = {
        ends.strip(" ").casefold() for ends in (COLON.split(page.release.title)[0], COLON.split(page.release.title)[-1])
    }
    return not ends.isdisjoint(page.words.hearsay)


def headline_postpones(page: Page) -> bool:
    """Return whether the headline says that a plan waits."""
    hits = title_hits(page)
    return any(tag.name == "postponed" for hit in hits for tag in hit.tags)


def _ends_no_plan(page: Page, ends: Hit, hits: Sequence[Hit]) -> bool:
    """ "Withdraws its forecast", "scraps 1,600 jobs": what ends is beside the word, and no plan that costs money."""
    objects = [(hit.start, hit.end) for hit in hits if any(tag.name in NO_PLANS for tag in hit.tags)]
    counts = [(seen.mention.start, seen.mention.end) for seen in page.seen if not seen.is_money]
    gaps = (max(start - ends.end, ends.start - end) for start, end in objects + counts)
    return any(0 <= gap * page.words.width <= OBJECT for gap in gaps)


def _of_whole_news(page: Page, told: set[str]) -> str:
    """A rumour in the first sentence is the news; a plan in the headline, where nothing else is told there, is one."""
    scene = next((scene for scene in page.scenes if scene.block.kind is not BlockKind.TITLE), None)
    opens = scene and scene.start - page.release.blocks[0].start <= LEAD_NEAR + len(page.release.title)
    rumours = [hit for hit, name, weak in scene.said("status") if name == Status.RUMOURED and not weak] if scene else []
    if scene and opens and any(not FIRM_END.search(page.between(scene.start, hit.start)) for hit in rumours):
        return Status.RUMOURED.value
    return Status.PLANNED.value if told == {Status.PLANNED.value} else ""


def _way(page: Page, seen: Seen, hit: Hit) -> float:
    """Behind the amount, a comma begins another matter."""
    behind = page.between(seen.mention.end, hit.start)
    return way(page, seen, hit) + BREAK * (behind.count(",") + behind.count("、"))


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
    if (metric == "investment" and _is_result(page, seen)) or (
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
    return _tells_results(page) and not (intent or moved or _is_to_come(page, seen))


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


def _is_result(page: Page, seen: Seen) -> bool:
    """ "2025 came to 8.5 billion": of a year that is over when the text appears, told as a result."""
    published = page.release.published
    near = [
        period
        for period, start, end in seen.scene.periods
        if max(start - seen.mention.end, seen.mention.start - end) <= PAST_NEAR and period.start == period.end
    ]
    over = published is not None and any(period.end and period.end < published.year for period in near)
    reported = any(
        name == Status.REPORTED and _way(page, seen, hit) <= ADJACENT for hit, name, _ in seen.scene.said("status")
    )
    return over or reported


def spent_by(page: Page, seen: Seen) -> str:
    """Return the phrase that says this money has flowed ("to date"); it speaks of the amount nearest to it alone."""
    if any(
        name == Status.PLANNED and not weak and _way(page, seen, hit) <= BREAK
        for hit, name, weak in seen.scene.said("status")
    ):
        return ""  # "until now 5 billion were planned" is no money spent
    if _is_to_come(page, seen):
        return ""  # "research outlays over the next five years"
    for hit, _, _ in seen.scene.said("spent"):
        distance = way(page, seen, hit)
        others = [Seen(each, seen.scene) for each in seen.scene.mentions if each is not seen.mention]
        if distance <= ADJACENT * 2 and all(way(page, o, hit) > distance for o in others if o.is_money):
            return page.release.text[hit.start : hit.end]
    return ""


def _is_to_come(page: Page, seen: Seen) -> bool:
    """Whether a number of years, or a year that is not over, stands right beside the amount."""
    published = page.release.published
    for period, start, end in seen.scene.periods:
        future = period.years is not None or bool(published and period.end and period.end > published.year)
        mine = max(start - seen.mention.end, seen.mention.start - end)
        others = (max(start - each.end, each.start - end) for each in seen.scene.mentions if each is not seen.mention)
        if future and mine <= PAST_NEAR and all(mine <= other or other < 0 for other in others):
            return True
    return False


def compared_by(page: Page, seen: Seen) -> str:
    """Return the phrase before the amount that only compares it: "against 8.5 billion and 11.3 billion in 2024"."""
    for hit, _, _ in seen.scene.said("comparison"):
        gap = page.between(hit.end, seen.mention.start)
        crossed = [each for each in seen.scene.mentions if hit.end <= each.start and each.end < seen.mention.start]
        reach = ADJACENT if not crossed else ADJACENT * 3 if " and " in gap and "," not in gap else 0
        if hit.end <= seen.mention.start and len(gap) * page.words.width <= reach:
            return page.release.text[hit.start : hit.end]
    return ""
