"""When two figures say the same, and which known figure another one belongs to: what the rules of comparison ask.

Values in, values out; a `Context` holds all that is known of the actors at the release's place in time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from parsers.amounts import currency, meets, quantities, same_converted, same_printed
from parsers.plans import conflict, likeness, other_year, parts_agree, same_end, same_script, tells_apart
from parsers.types import Actor, ChangeKind, Figure, Known, Part, Quantity, Rate, Status

PLANS = frozenset({"investment", "funding_raised", "acquisition"})
"""Metrics under which outlets file one and the same deal, depending on whose side they tell it from."""

DEALS = frozenset({"funding_raised", "acquisition"})
"""Those in which money passes from one company to another."""

SAME_DEAL = timedelta(days=45)  # reports of one deal that file it under another metric, or another company of the group
SAME_RUMOUR = timedelta(days=180)  # between a rumour about one company of a group and what another announces
SAME_GROUP = timedelta(days=1000)  # between figures of one plan that outlets give to a company and to its group
SAME_FIGURE = timedelta(days=365)  # between amounts of one group that are no round number, or share a word
LEAST_DIGITS = 2  # of an amount that hardly two plans share
ONE_THING = 2  # likeness of two figures that speak of one thing
SAME_MONEY = timedelta(days=180)  # amounts in different currencies are not compared over longer times: rates drift
SAME_ROUND = timedelta(days=45)  # "another two billion" later than this is another two billion
SAME_YEAR = timedelta(days=200)  # a yearly budget told again later than this, for another year, is next year's
MISPRINT = timedelta(days=4)  # another outlet's slip of digits comes while the news is warm


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure is compared in."""

    published: datetime  # of its release
    url: str  # of its release
    rate: Rate
    known: Sequence[Known] = ()  # of the actors, told in the past of `published`, oldest first
    later: Sequence[Known] = ()  # of the actors, told after it: this release arrives late
    own: Sequence[Known] = ()  # what earlier versions of the same page said
    copied: Sequence[Known] = ()  # all figures of the release that this one is a print of
    named: frozenset[str] = frozenset()  # slugs of all companies that the release names
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)  # slug -> slugs of its group
    siblings: Sequence[Figure] = ()  # all figures of the release


LEAST_BARE = 5  # letters: "Sun Mobility" is not just any sun
FORMS = frozenset(
    {
        *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "ag", "se"),
        *("gmbh", "kg", "sa", "sas", "spa", "srl", "nv", "bv", "ab", "as", "asa", "oyj", "oy", "group", "holding"),
        *("holdings", "technologies", "technology", "tech", "energy", "motors", "motor", "automotive", "batteries"),
        *("battery", "materials", "power", "charging", "mobility", "electric", "systems", "industries"),
        "international",
    }
)


def actor_keys(actor: Actor | None) -> tuple[str, ...]:
    """How the store files an actor: the slugs of its companies, else its folded name."""
    if actor is None:
        return ()
    return actor.slugs or (_bare_name(unicodedata.normalize("NFKC", actor.name).casefold().strip()),)


def _bare_name(name: str) -> str:
    """The name without its form of company: "tessaro energy" and "tessaro" are one."""
    words = name.split(" ")
    while len(words) > 1 and words[-1].strip(".,") in FORMS:
        words = words[:-1]
    bare = " ".join(words).rstrip(",")
    return bare if len(bare) >= LEAST_BARE else name


def candidates(figure: Figure, context: Context) -> list[Known]:
    """Known figures of the same actor or group, of the same metric or of one that outlets mix up with it."""
    return [item for item in context.known if _comparable(figure, item, context)]


def _comparable(figure: Figure, item: Known, context: Context) -> bool:
    apart = abs(context.published - item.published)
    mine, theirs = set(actor_keys(figure.actor)), set(actor_keys(item.figure.actor))
    if not mine & theirs:
        group = set().union(*(context.kin.get(key, frozenset()) for key in mine))
        if apart > (_of_group(figure, item.figure, context.named) if group & theirs else SAME_DEAL):
            return False
        if not (group & theirs or other_side(figure, item.figure, context.named)):
            return False
    if figure.metric != item.figure.metric:
        return apart <= SAME_DEAL and {figure.metric, item.figure.metric} <= PLANS
    return True


def _of_group(one: Figure, other: Figure, named: frozenset[str]) -> timedelta:
    """How long a figure of one company of a group may be another's: longer where both print one amount that is no round
    number, or speak of one thing, or where the later text names the company of the earlier one."""
    if one.metric != other.metric or not same_printed(one, other):
        return SAME_DEAL
    if other.actor and named & set(other.actor.slugs):
        return SAME_GROUP  # "Agratas, Tata's battery arm, has bought land for the factory unveiled last July"
    alike_by = likeness(one, other)
    if alike_by >= ONE_THING:
        return SAME_GROUP
    if alike_by or len(other.mention.quantity.low.normalize().as_tuple().digits) >= LEAST_DIGITS:
        return SAME_FIGURE
    return SAME_RUMOUR if Status.RUMOURED in (one.status, other.status) else SAME_DEAL


def other_side(one: Figure, other: Figure, named: frozenset[str] = frozenset()) -> bool:
    """A sentence names the other's actor: the money of one goes to the other, and outlets tell it from either side.

    In another script the name looks different: then it is enough that the release names the company, if money of a deal
    is compared.
    """
    deal = bool({one.metric, other.metric} & DEALS)
    theirs = set(other.actor.slugs) if other.actor else set()
    unseen = deal and not same_script(one, other)
    return _names(one, other.actor) or _names(other, one.actor) or (unseen and bool(theirs & named))


def _names(figure: Figure, actor: Actor | None) -> bool:
    return actor is not None and any(name in figure.quote for name in actor.name.split(" + "))


def same_plan_and_amount(figure: Figure, item: Known, context: Context) -> bool:
    """The same amount for what may be the same plan."""
    if not _comparable(figure, item, context):
        return False
    apart = abs(context.published - item.published)
    if figure.part is Part.ADDITIONAL and apart > SAME_ROUND and not _same_horizon(figure, item.figure):
        return False
    ends = {figure.part, item.figure.part} == {Part.INITIAL, Part.TOTAL}
    if ends and apart > SAME_DEAL and likeness(figure, item.figure) < ONE_THING:
        return False  # the first phase of one plan, the whole of another
    if apart > SAME_YEAR and other_year(figure.period, item.figure.period):
        return False
    printed = same_printed(figure, item.figure)
    if printed is None:
        days = (item.published.date(), context.published.date())
        if apart > SAME_MONEY or not same_converted(figure, item.figure, context.rate, days):
            return False
        least = ONE_THING if figure.metric != item.figure.metric else int(apart > MISPRINT)
        if same_script(figure, item.figure) and likeness(figure, item.figure) < least:
            return False  # two plans whose amounts happen to be alike
    elif not printed:
        return False
    if tells_apart(figure, item.figure):
        return False
    return not (apart > MISPRINT and conflict(figure, item.figure))


def _same_horizon(one: Figure, other: Figure) -> bool:
    """ "Another 200 billion over the next five years" is the plan for the next five years, told again."""
    left, right = one.period, other.period
    if left is None or right is None:
        return False
    return same_end(left, right) or (left.years is not None and left.years == right.years)


def twin(figure: Figure, context: Context) -> Known | None:
    """The known figure that this one repeats: an official one before a rumour, of these the same value, the latest."""
    told = [item for item in (*context.known, *context.own) if item.change != ChangeKind.WITHDRAWN]
    same = [item for item in told if same_plan_and_amount(figure, item, context)]
    sure = [item for item in same if official(item)]
    value = figure.mention.quantity.low
    exact = [item for item in sure or same if any(each.low == value for each in quantities(item.figure))]
    return (exact or sure or same)[-1] if same else None


def prior_of(figure: Figure, context: Context) -> Known | None:
    """The known figure that a change in words starts from: the stated old value, else the likeliest plan's latest."""
    likely = [item for item in candidates(figure, context) if official(item)]
    if figure.prior is not None:
        old = figure.prior.quantity
        stated = [item for item in likely if any(meets(old, other) for other in quantities(item.figure))]
        return stated[-1] if stated else None
    fitting = [
        item for item in likely
        if item.figure.metric == figure.metric
        and parts_agree(figure.part, item.figure.part)
        and not conflict(figure, item.figure)
    ]  # fmt: skip
    mine = currency(figure.mention.quantity)
    fitting = [item for item in fitting if currency(item.figure.mention.quantity) == mine] or fitting
    likeliest = max(fitting, key=lambda item: (strength(figure, item), item.published), default=None)
    plans = {item.figure.mention.quantity for item in fitting}
    if likeliest is None or (len(plans) > 1 and not strength(figure, likeliest)):
        return None  # of several plans nothing says which one
    return likeliest


def old_value(figure: Figure, prior: Known | None) -> Quantity | None:
    if figure.prior is not None:
        return figure.prior.quantity
    return prior.figure.mention.quantity if prior else None


def strength(figure: Figure, item: Known) -> int:
    same_share = figure.part is not None and figure.part == item.figure.part
    return likeness(figure, item.figure) + (3 if same_share and figure.part is Part.ANNUAL else 0)


def alike(one: Figure, other: Figure) -> bool:
    return alike_but_part(one, other) and one.part == other.part


def alike_but_part(one: Figure, other: Figure) -> bool:
    return bool(set(actor_keys(one.actor)) & set(actor_keys(other.actor))) and one.metric == other.metric


def official(item: Known) -> bool:
    return item.figure.status not in (Status.RUMOURED, Status.DENIED) and item.change != ChangeKind.WITHDRAWN
