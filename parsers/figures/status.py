"""The state of the matter. In: a mention in its scene, its metric; out: its status and the rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from parsers.figures.metric import is_small, way
from parsers.figures.page import FIRM_END, Page, Seen, is_furniture, title_hits
from parsers.figures.sameness import same_value
from parsers.figures.spent import is_result, spent_by, way_told
from parsers.figures.verdict import Verdict
from parsers.lexicon import Hit
from parsers.metrics import METRICS
from parsers.types import BlockKind, Status, UnitKind

OVERRULING = (Status.DENIED, Status.RUMOURED, Status.CANCELLED)  # one such phrase colours its whole sentence
RESULTS = frozenset({"revenue", "profit", "loss", "cash", "price", "valuation", "percent_change"})
HEARD = 140.0  # letters within which a phrase tells the state of an amount
COUNTED = 30.0  # further for counts: "will build a plant that makes 150,000 cars and employs 5,000 people"
LEAD_NEAR = 40  # letters between the headline and the lead's first sentence
NEXT = 6  # letters between what is done and the amount it was done with
OBJECT = 12.0  # letters between a verb that ends something and what it ends
COLON = re.compile(r" ?: | [-–—] ")
CANCELLED = "status:cancelled"
NO_PLANS = frozenset({"forecast", "metric:jobs"})  # what a headline may call off that costs no money
BY_DEFAULT = "status:as this metric is by default"
ENDED = "status:what was planned before, in a text about its end"
POSTPONED = "status:postponed, and no more than a plan"
PROPOSED = "status:proposed"  # to a board or to shareholders, and nothing said beside it makes more of it: 拟
FULFILLED = frozenset({"investment", "funding_raised", "acquisition"})


def read_status(page: Page, seen: Seen, metric: str) -> Verdict[Status]:
    """Return the state of a mention."""
    heard = [
        (weak, way_told(page, seen, hit), name)
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
    if metric == "investment" and (spent_by(page, seen) or is_result(page, seen)):
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
    said = [way_told(page, seen, hit) for hit, _, _ in seen.scene.said("postponed")]
    ended = [way_told(page, seen, hit) for hit, name, _ in seen.scene.said("status") if name == Status.CANCELLED]
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
    first, *rest = COLON.split(page.release.title)
    return bool(rest) and not {end.strip(" ").casefold() for end in (first, rest[-1])}.isdisjoint(page.words.hearsay)


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
