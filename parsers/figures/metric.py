"""What a number measures. In: a mention in its scene; out: the metric, the rule, and how strongly the text says so.

A phrase speaks for its metric the louder, the nearer it stands: its voice starts at a fixed strength and loses a point
for each letter of the way, more for a comma or another amount in between. The loudest voice wins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from parsers.figures.page import CLAUSE_END, FIRM_END, LONGEST, Page, Scene, Seen, sentences, title_hits
from parsers.figures.verdict import Verdict
from parsers.languages import number_words
from parsers.lexicon import Hit
from parsers.metrics import ALERTING, METRICS, metrics_of
from parsers.types import BlockKind, Mention, Quantity, Status, UnitKind

STRONG, WEAK = 100.0, 55.0  # a strong phrase is heard 45 letters further than a weak one
BONUS_NEAR = 10.0  # in a sentence about aid a small amount is the aid, wherever it stands
COMMA, STOP, AMOUNT, OTHER_NUMBER = 14.0, 30.0, 26.0, 4.0  # what stands in between costs so many letters
BEHIND = 10.0  # a phrase after the number speaks of it less often
GLUED = 14.0  # "a $5 billion investment": a noun directly behind belongs to the number
TARGETED, TARGET_NEAR = 20.0, 8  # letters: "on buybacks"
LEVEL_NEAR = 16  # letters between "to" and a level: "to more than $560 million"
OWN_NEAR = 6  # letters between a phrase and the amount that is its own
NOUN_OF = 8.0  # "a $1.2 billion battery supply deal": the noun of an amount's own phrase
WITHIN_PHRASE = re.compile(r" (?:[\w&'.]+ ){1,4}")
GOODS_NEAR = 12  # letters from a verb of buying to the count of what is bought
GOODS = frozenset({"vehicle", "car", "bus", "truck", "van", "lorry", "taxi", "unit", "scooter", "battery", "cell"})
GLUED_NEAR = 36  # letters: "a $15 billion Ontario battery complex"
WITNESSES = frozenset(
    {Status.ANNOUNCED, Status.PLANNED, Status.COMPLETED, Status.CANCELLED, Status.RUMOURED, Status.DENIED}
)
PLAN_TOLD = ("raise", "cut", "part", "component", "gives")
SILENCING = frozenset({"other", "jobs", "loss", "revenue", "profit", "subsidy", "price"})  # a headline about these
DEAF = -150.0  # further than this, a phrase does not speak of the number at all
HEADLINE = 15.0  # a metric said less strongly than this gives way to the one that the headline names
SMALL_PRICE = "metric:small amount is a price"
SILENT = "metric:nothing says what it is"
LEAST_COUNT = 20  # "two people said", "four EV plants": a handful is no figure
LEAST_BARE, BARE = (
    100,
    60.0,
)  # a bare number below is an ordinal, an age, a list; one that is told of less than so, anything
PRICE_UNITS = frozenset(
    {"share", "vehicle", "unit", "car", "month", "kWh", "week", "day", "km", "barrel", "ton", "tonne"}
)

# Below these, an amount beside a vehicle is a price or a bonus: no plant, loan or loss is that small. In units of the
# currency, about 500,000 US dollars of 2025.
SMALL = {"JPY": 60_000_000, "KRW": 600_000_000, "INR": 40_000_000, "CNY": 3_000_000, "TWD": 15_000_000,
         "HKD": 4_000_000, "VND": 12_000_000_000, "IDR": 8_000_000_000}  # fmt: skip
SMALL_ELSEWHERE = 500_000
# times SMALL: no result is below the first, no plan below the second, no price above the third
SMALL_PLANT, SMALL_DEAL, LARGE_PRICE = Decimal("0.15"), Decimal("0.3"), Decimal(10)


def is_figure(page: Page, mention: Mention, scene: Scene) -> bool:
    """Whether a number is a figure at all: a bare one only where a phrase beside it says what it counts."""
    unit = mention.quantity.unit
    if unit.kind is not UnitKind.NONE:
        return bool(metrics_of(unit)) and (unit.kind is not UnitKind.COUNT or mention.quantity.high >= LEAST_COUNT)
    if mention.quantity.high < LEAST_BARE:
        return False
    said = read_metric(page, Seen(mention, scene))
    return said.value != "other" and said.score >= BARE


def read_metric(page: Page, seen: Seen) -> Verdict[str]:
    """Return the metric of a mention."""
    allowed = [name for name in metrics_of(seen.mention.quantity.unit) if name not in _impossible(seen)]
    small = seen.is_money and is_small(seen.mention.quantity)
    best: Verdict[str] | None = None
    for hit, name, weak in seen.scene.said("metric"):
        if name not in allowed or (name == "cash" and _is_of_deal(page, seen, weak=weak)):
            continue
        if name == "funding_raised" and (_raises_level(page, seen, hit) or _pays_in_shares(page, seen, hit)):
            continue
        if name == "acquisition" and _buys_goods(seen, hit):
            name = "other"
        distance = way(page, seen, hit)
        if small and name == "subsidy":
            distance = min(distance, BONUS_NEAR)
        if not weak and _moved_to(page, seen, hit):
            distance = -TARGETED
        if name not in ("investment", "price") and not weak and _is_target(page, seen, hit):
            distance = -TARGETED
        score = (WEAK if weak else STRONG) - distance + (_smallness(name) if small else 0)
        if name in ALERTING and ((small and score < 0) or (weak and not _has_witness(page, seen, hit))):
            continue
        if score > (best.score if best else DEAF):
            said = page.release.text[hit.start : hit.end].strip()
            best = Verdict(name, f"metric:{name} said by {said!r}", score)
    if seen.is_money and not small and best is None and (told := _told_before(page, seen)) in allowed:
        best = Verdict(told, "metric:as the sentence before says", 0.0)
    if seen.is_money and page.headline in allowed and not small and (best is None or best.score < HEADLINE):
        best = Verdict(page.headline, "metric:as the headline says", -1.0)
    return _signed(seen, _bid(page, seen, best or _silent(seen, small)))


def _buys_goods(seen: Seen, hit: Hit) -> bool:
    """ "The purchase of 150 electric buses": an order, and no company bought."""
    return any(
        0 <= each.start - hit.end <= GOODS_NEAR and each.quantity.unit.code in GOODS for each in seen.scene.mentions
    )


def _raises_level(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "It raised its estimate to $560 million from $485": what is raised to a level is no money from investors."""
    levels = [
        each.start
        for each in seen.scene.mentions
        for link, _, _ in seen.scene.said("to")
        if hit.end < link.start and 0 <= each.start - link.end <= LEVEL_NEAR
    ]
    raises = any(hit is other for other, _, _ in seen.scene.said("raise"))
    return raises and any(not CLAUSE_END.search(page.between(hit.end, level)) for level in levels)


def _pays_in_shares(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "To acquire the business for new shares", in a text about a takeover: what it is paid in."""
    bought = any(
        metric == "acquisition" and not weak and verb.end <= hit.start
        for verb, metric, weak in seen.scene.said("metric")
    )
    paper = not page.words.securities.isdisjoint(page.folded[hit.start : hit.end].split(" "))
    return paper and bought and page.title_metric == "acquisition"


def _moved_to(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "Net profit rises 15% to 50.7 billion as revenue falls": what moved is what the amount behind "to" measures."""
    start, end = hit.end, seen.mention.start
    moved = (move.start for way in ("raise", "cut") for move, _, _ in seen.scene.said(way) if start <= move.start < end)
    to = any(start <= link.start and end - link.end in (0, 1) for link, _, _ in seen.scene.said("to"))
    first = next(moved, None)
    return to and first is not None and first - start <= OWN_NEAR and not CLAUSE_END.search(page.between(start, end))


def _told_before(page: Page, seen: Seen) -> str:
    """ "NIO is selling shares. That will bring in about $1 billion": the one metric that the sentence before names, of
    those that alert, where it prints no amount itself; "" where it names none, or more, or where another acts now."""
    scene, block = seen.scene, seen.scene.block
    if any(name.actor != page.about for name in scene.names):
        return ""
    start = max(block.start, scene.start - LONGEST)
    before = replace(block, start=start, text=page.release.text[start : scene.start])
    start, end = ([(start, start), *sentences(page.release.text, before, page.words)])[-1]
    last = page.scenes[scene.order - 1] if scene.order else None
    if last and last.end > start and any(Seen(each, last).is_money for each in last.mentions):
        return ""
    tags = {tag.name for hit in page.words.lexicon.find(page.folded, start, end) for tag in hit.tags if not tag.weak}
    told = {name.removeprefix("metric:") for name in tags} & set(METRICS)
    return next(iter(told)) if len(told) == 1 and told <= ALERTING else ""


def _is_of_deal(page: Page, seen: Seen, *, weak: bool) -> bool:
    """ "Will issue shares for $705 million in cash", "the cash terms of the deal": how it is paid, and no pile."""
    if page.title_metric == "acquisition":
        return True
    return weak and any(name in ALERTING for _, name, _ in seen.scene.said("metric"))


def _is_target(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "Spends 4 billion on buybacks": what stands behind "on" says more than the verb."""
    start, end = seen.mention.end, hit.start
    linked = any(start <= each.start and each.end <= end for each, _, _ in seen.scene.said("target"))
    amounts = (each.start for each in seen.scene.mentions if each.quantity.unit.kind is UnitKind.MONEY)
    taken = any(0 <= amount - hit.end <= OWN_NEAR for amount in amounts)  # "lost 2bn on revenue of 1bn"
    return linked and not taken and 0 <= end - start <= TARGET_NEAR


def _has_witness(page: Page, seen: Seen, hit: Hit) -> bool:
    """ "Plant" alone makes no investment: a plan is told beside it, or the amount is that of the noun behind it."""
    glued = 0 <= hit.start - seen.mention.end <= GLUED_NEAR and not CLAUSE_END.search(
        page.between(seen.mention.end, hit.start)
    )
    told = any(name in WITNESSES and hit is not other for other, name, _ in seen.scene.said("status"))
    if page.title_metric in SILENCING and not glued:
        return False
    planned = any(seen.scene.said(family) for family in PLAN_TOLD) or bool(seen.scene.periods)
    return glued or told or planned or page.headline in ALERTING or seen.scene.block.kind is BlockKind.TITLE


def _impossible(seen: Seen) -> frozenset[str]:
    """No vehicle costs tens of millions; nobody builds a plant for the price of a car, or of a house."""
    if not seen.is_money:
        return frozenset()
    if is_small(seen.mention.quantity, SMALL_PLANT):
        return frozenset({*ALERTING, "cash", "valuation", "revenue", "profit"})
    if is_small(seen.mention.quantity, SMALL_DEAL):
        return frozenset(ALERTING)
    return frozenset() if is_small(seen.mention.quantity, LARGE_PRICE) else frozenset({"price"})


def _smallness(name: str) -> float:
    """A small amount is a price, aid for a buyer, or a fee, unless a strong phrase right beside it says else."""
    return {"subsidy": 70.0, "price": 40.0, "other": 0.0}.get(name, -50.0)


def _silent(seen: Seen, small: bool) -> Verdict[str]:
    unit = seen.mention.quantity.unit
    if small and unit.per == "hour":
        return Verdict("other", "metric:pay by the hour", STRONG)
    if small and unit.per in PRICE_UNITS:
        return Verdict("price", f"metric:price per {unit.per}", STRONG)
    if small:
        return Verdict("price", SMALL_PRICE, DEAF)
    if unit.kind in (UnitKind.COUNT, UnitKind.MEASURE):
        return Verdict(metrics_of(unit)[0], f"metric:what a {unit.code} counts", DEAF)
    return Verdict("other", SILENT, DEAF * 2)


def _bid(page: Page, seen: Seen, verdict: Verdict[str]) -> Verdict[str]:
    """What a company is valued at in a text about its takeover is what the buyer pays, unless a price stands beside."""
    alone = not any(Seen(each, seen.scene).is_money for each in seen.scene.mentions if each is not seen.mention)
    if verdict.value == "valuation" and page.title_metric == "acquisition" and alone:
        return Verdict("acquisition", "metric:the value of a takeover", verdict.score)
    return verdict


def _signed(seen: Seen, verdict: Verdict[str]) -> Verdict[str]:
    """A profit below nothing is a loss."""
    if verdict.value in ("profit", "revenue") and seen.mention.quantity.high < 0:
        return Verdict("loss", "metric:a negative result is a loss", verdict.score)
    return verdict


def way(page: Page, seen: Seen, hit: Hit) -> float:
    """Return how far a phrase is from the mention, in letters, with the price of what stands in between."""
    mention = seen.mention
    behind = hit.start >= mention.end
    start, end = (mention.end, hit.start) if behind else (hit.end, mention.start)
    gap = page.between(start, end)
    cost = len(gap) * page.words.width + COMMA * (gap.count(",") + gap.count("、") + gap.count("("))
    cost += COMMA * gap.count(page.words.conjunction) if page.words.conjunction else 0
    cost += STOP * len(FIRM_END.findall(gap)) + _crossed(seen, start, end)
    if not behind:
        return cost
    if seen.is_money and any(
        0 <= each.start - hit.end <= OWN_NEAR and each.quantity.unit.kind is UnitKind.MONEY
        for each in seen.scene.mentions
    ):
        cost += AMOUNT  # "sales of 18 billion and a loss of 500 million"
    if len(gap) <= 1 and all(hit is not other for other, _, _ in seen.scene.said("target")):
        return cost - GLUED
    if _in_own_phrase(page, gap, start):
        return -NOUN_OF
    return cost + (0 if page.words.cues.verb_final else BEHIND + COMMA * gap.count(","))


def _in_own_phrase(page: Page, gap: str, start: int) -> bool:
    """ "Secures a $1.2 billion US battery supply deal": nothing stands between the amount and the noun it measures but
    words that describe the noun."""
    if not page.words.cues.spaced or not WITHIN_PHRASE.fullmatch(gap):
        return False
    printed = page.release.text[start : start + len(gap)].split()
    stops = number_words(page.release.language).stops
    return all(word.isupper() or word.lower() not in stops for word in printed)


def _crossed(seen: Seen, start: int, end: int) -> float:
    """Amounts on the way claim the phrase for themselves."""
    inside = (each for each in seen.scene.mentions if start <= each.start and each.end <= end)
    return sum(AMOUNT if each.quantity.unit.kind is UnitKind.MONEY else OTHER_NUMBER for each in inside)


def headline_metric(page: Page) -> str:
    """Return the metric that alerts which the headline names in words and without an amount; "" where it names none."""
    title = next((block for block in page.release.blocks if block.kind is BlockKind.TITLE), None)
    if title is None or any(seen.scene.block is title for seen in page.seen):
        return ""
    named = {tag.name.removeprefix("metric:") for hit in title_hits(page) for tag in hit.tags if not tag.weak}
    told = named & set(METRICS)
    return next(iter(told)) if len(told) == 1 and told <= ALERTING else ""


def title_metric(page: Page) -> str:
    """Return the first metric that the headline names firmly, "" where it names none."""
    hits = title_hits(page)
    tags = (tag.name.partition(":") for hit in hits for tag in hit.tags if not tag.weak)
    return next((name for family, _, name in tags if family == "metric"), "")


def is_small(quantity: Quantity, times: Decimal = Decimal(1)) -> bool:
    """Whether an amount is too small for a plan of a company: a price, a bonus for a buyer."""
    code = quantity.unit.code or next(iter(quantity.unit.candidates), "")
    return abs(quantity.high) < times * SMALL.get(code, SMALL_ELSEWHERE)
