"""Figures of a release and what is known of their actors in, changes out, each with the rule that decided it.

Pure: the store answers `known`, the day's rates come as a function, and nothing here reads a clock. Each rule is a
small function that answers with a change or passes; the first that answers decides. Their order is the judgement.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from parsers.amounts import larger, meets, quantities, same_converted, same_printed
from parsers.plans import conflict, likeness, other_year, parts_agree
from parsers.types import (
    Actor,
    Change,
    ChangeKind,
    Direction,
    Figure,
    Known,
    Part,
    Quantity,
    Rate,
    Standing,
    Status,
)

TELLING = frozenset(
    {
        ChangeKind.NEW, ChangeKind.RAISED, ChangeKind.CUT, ChangeKind.CONFIRMED, ChangeKind.CORRECTED,
        ChangeKind.WITHDRAWN,
    }
)  # fmt: skip
"""The kinds that say something; repeated and ignored figures never alert and are never a prior value."""

PLANS = frozenset({"investment", "funding_raised", "acquisition"})
"""Metrics under which outlets file one and the same deal, depending on whose side they tell it from."""

SAME_DEAL = timedelta(days=45)  # reports of one deal that file it under another metric, or another company of the group
SAME_MONEY = timedelta(days=180)  # amounts in different currencies are not compared over longer times: rates drift
SAME_ROUND = timedelta(days=45)  # "another two billion" later than this is another two billion
SAME_YEAR = timedelta(days=200)  # a yearly budget told again later than this, for another year, is next year's
MISPRINT = timedelta(days=4)  # another outlet's slip of digits comes while the news is warm

CROWNED = {
    Direction.RAISED: ChangeKind.RAISED,
    Direction.CUT: ChangeKind.CUT,
    Direction.CORRECTED: ChangeKind.CORRECTED,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure is compared in."""

    published: datetime  # of its release
    url: str  # of its release
    rate: Rate
    known: Sequence[Known] = ()  # of the actors, told in the past of `published`, oldest first
    later: Sequence[Known] = ()  # of the actors, told after it: this release arrives late
    own: Sequence[Known] = ()  # what earlier versions of the same page said
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)  # slug -> slugs of its group
    siblings: Sequence[Figure] = ()  # all figures of the release


Rule = Callable[[Figure, Context], Change | None]


def actor_keys(actor: Actor | None) -> tuple[str, ...]:
    """How the store files an actor: the slugs of its companies, else its folded name."""
    if actor is None:
        return ()
    return actor.slugs or (unicodedata.normalize("NFKC", actor.name).casefold().strip(),)


def compare(
    figures: Sequence[Figure],
    known: Iterable[Known],
    *,
    published: datetime,
    url: str,
    rate: Rate,
    own: Sequence[Known] = (),
    kin: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Change, ...]:
    """A change for each figure, in their order. `known`: telling figures of the same actors; `published`: the release's
    place in time; `own`: the figures of earlier versions of the same page."""
    everything = sorted(known, key=lambda item: (item.published, item.id))
    context = Context(
        published, url, rate,
        known=[item for item in everything if item.published <= published],
        later=[item for item in everything if item.published > published],
        own=own, kin=kin or {}, siblings=figures,
    )  # fmt: skip
    return tuple(_settle_totals([decide(figure, context) for figure in figures]))


def decide(figure: Figure, context: Context) -> Change:
    """The first rule that has an answer decides."""
    for rule in RULES:
        change = rule(figure, context)
        if change is not None:
            return change
    return Change(ChangeKind.NEW, figure, "first figure of this plan")


# --- rules, in order ------------------------------------------------------------------------------------------------


def not_news(figure: Figure, context: Context) -> Change | None:
    """Furniture is nobody's news; a figure without an actor is nobody's either."""
    if figure.standing is Standing.FURNITURE:
        return Change(ChangeKind.IGNORED, figure, "stands in the page's furniture")
    if figure.actor is None:
        return Change(ChangeKind.IGNORED, figure, "nobody is named whose figure it is")
    return None


def called_off(figure: Figure, context: Context) -> Change | None:
    """A plan that is dropped or denied withdraws what was said of it, once."""
    if figure.status not in (Status.CANCELLED, Status.DENIED):
        return None
    told = [item for item in _candidates(figure, context) if _same(figure, item, context)]
    if told and told[-1].change == ChangeKind.WITHDRAWN:
        return _repeated(figure, told[-1], "already withdrawn")
    if told:
        return Change(
            ChangeKind.WITHDRAWN, figure, "the plan is called off", told[-1], told[-1].figure.mention.quantity
        )
    if figure.status is Status.DENIED:
        return Change(ChangeKind.IGNORED, figure, "denies something we never heard")
    if figure.standing is Standing.BACKGROUND:
        return None
    return Change(ChangeKind.WITHDRAWN, figure, "a plan we had not heard of is called off")


def background(figure: Figure, context: Context) -> Change | None:
    """What the text itself tells as the past is no news, known or not."""
    if figure.standing is not Standing.BACKGROUND:
        return None
    told = _twin(figure, context)
    return _repeated(figure, told, "background") if told else Change(ChangeKind.IGNORED, figure, "background")


def put_right(figure: Figure, context: Context) -> Change | None:
    """The publisher withdraws a number it printed: in words, or by editing the page."""
    if figure.direction is Direction.CORRECTED:
        if told := _twin(figure, context):
            return _repeated(figure, told, "the correction is known")
        prior = _prior(figure, context)
        return Change(ChangeKind.CORRECTED, figure, "the publisher corrects itself", prior, _old(figure, prior))
    mine = [item for item in context.own if _alike(figure, item.figure) and item.change in TELLING]
    alone = [other for other in context.siblings if mine and _alike(other, mine[-1].figure)] == [figure]
    if alone and not figure.prior and not any(_same(figure, item, context) for item in mine):
        return Change(ChangeKind.CORRECTED, figure, "the page was edited", mine[-1], mine[-1].figure.mention.quantity)
    return None


def told_before(figure: Figure, context: Context) -> Change | None:
    """The same amount for the same plan, in whatever currency, rounding or language."""
    told = _twin(figure, context)
    if told is None:
        return None
    if told.figure.status is Status.RUMOURED and figure.status is not Status.RUMOURED:
        return Change(ChangeKind.CONFIRMED, figure, "what was rumoured is official", told, told.figure.mention.quantity)
    return _repeated(figure, told, "the same amount" if same_printed(figure, told.figure) else "another currency")


def told_after(figure: Figure, context: Context) -> Change | None:
    """A release that arrives late and says what a later one already told."""
    for item in context.later:
        if _same(figure, item, context) and item.figure.status is not Status.RUMOURED:
            return _repeated(figure, item, "known from a later release")
    return None


def instalment(figure: Figure, context: Context) -> Change | None:
    """A share of a known sum that was paid: "has received 4.8 of the 7 billion yuan agreed in April"."""
    if figure.status not in (Status.COMPLETED, Status.REPORTED) or figure.metric not in PLANS:
        return None
    for whole in context.siblings:
        same_sentence = whole is not figure and whole.quote_start == figure.quote_start and whole.quote == figure.quote
        if (
            not same_sentence
            or larger(whole.mention.quantity, figure.mention.quantity, context.rate, _day(context)) is not True
        ):
            continue
        told = _twin(whole, context)
        if told:
            return _repeated(figure, told, "an instalment of a known sum")
    return None


def changed_in_words(figure: Figure, context: Context) -> Change | None:
    """The text says that the number rose or fell."""
    if figure.direction not in (Direction.RAISED, Direction.CUT) or figure.status is Status.RUMOURED:
        return None
    prior = _prior(figure, context)
    old = _old(figure, prior)
    if old is None:
        return None
    return Change(CROWNED[figure.direction], figure, "the text says so", prior, old)


def slip_of_digits(figure: Figure, context: Context) -> Change | None:
    """Another outlet prints a known amount with its decimal point or scale in another place, while the news is warm."""
    for item in _candidates(figure, context):
        if context.published - item.published > MISPRINT or item.url == context.url or not _alike(figure, item.figure):
            continue
        for left in quantities(figure):
            for right in quantities(item.figure):
                if left.unit == right.unit and right.low and _power_of_ten(left.low / right.low):
                    return _repeated(figure, item, "another outlet's slip of digits")
    return None


def changed_in_fact(figure: Figure, context: Context) -> Change | None:
    """Another amount for a plan that we know: the whole of a named project, or a yearly budget of the same year."""
    if figure.metric not in PLANS or figure.status is Status.RUMOURED:
        return None
    if figure.part in (Part.ADDITIONAL, Part.INITIAL, Part.REMAINING):
        return None
    found = None
    for item in _candidates(figure, context):
        if not _official(item) or not parts_agree(figure.part, item.figure.part) or figure.metric != item.figure.metric:
            continue
        if conflict(figure, item.figure) or other_year(figure.period, item.figure.period):
            continue
        if _strength(figure, item) >= 3:
            found = item
    if found is None:
        return None
    rose = larger(figure.mention.quantity, found.figure.mention.quantity, context.rate, _day(context))
    if rose is None:
        return None
    kind = ChangeKind.RAISED if rose else ChangeKind.CUT
    return Change(kind, figure, "another amount for a known plan", found, found.figure.mention.quantity)


RULES: tuple[Rule, ...] = (
    not_news, called_off, background, put_right, told_before, told_after, instalment, changed_in_words, slip_of_digits,
    changed_in_fact,
)  # fmt: skip


# --- what the rules ask ---------------------------------------------------------------------------------------------


def _candidates(figure: Figure, context: Context) -> list[Known]:
    """Known figures of the same actor or group, of the same metric or of one that outlets mix up with it."""
    return [item for item in context.known if _comparable(figure, item, context)]


def _comparable(figure: Figure, item: Known, context: Context) -> bool:
    apart = abs(context.published - item.published)
    mine, theirs = set(actor_keys(figure.actor)), set(actor_keys(item.figure.actor))
    if not mine & theirs:
        group = set().union(*(context.kin.get(key, frozenset()) for key in mine))
        if apart > SAME_DEAL or not group & theirs:
            return False
    if figure.metric != item.figure.metric:
        return apart <= SAME_DEAL and {figure.metric, item.figure.metric} <= PLANS
    return True


def _same(figure: Figure, item: Known, context: Context) -> bool:
    """The same amount for what may be the same plan."""
    if not _comparable(figure, item, context):
        return False
    apart = abs(context.published - item.published)
    if figure.part is Part.ADDITIONAL and apart > SAME_ROUND:
        return False
    if apart > SAME_YEAR and other_year(figure.period, item.figure.period):
        return False
    printed = same_printed(figure, item.figure)
    if printed is None:
        days = (item.published.date(), context.published.date())
        if apart > SAME_MONEY or not same_converted(figure, item.figure, context.rate, days):
            return False
    elif not printed:
        return False
    return not (apart > MISPRINT and conflict(figure, item.figure))


def _twin(figure: Figure, context: Context) -> Known | None:
    """The known figure that this one repeats: an official one before a rumour, the latest of them."""
    told = [item for item in (*context.known, *context.own) if item.change != ChangeKind.WITHDRAWN]
    same = [item for item in told if _same(figure, item, context)]
    official = [item for item in same if _official(item)]
    return official[-1] if official else same[-1] if same else None


def _prior(figure: Figure, context: Context) -> Known | None:
    """The known figure that a change in words starts from: the stated old value, else the likeliest plan's latest."""
    candidates = [item for item in _candidates(figure, context) if _official(item)]
    if figure.prior is not None:
        old = figure.prior.quantity
        stated = [item for item in candidates if any(meets(old, other) for other in quantities(item.figure))]
        return stated[-1] if stated else None
    fitting = [
        item for item in candidates
        if item.figure.metric == figure.metric
        and parts_agree(figure.part, item.figure.part)
        and not conflict(figure, item.figure)
    ]  # fmt: skip
    return max(fitting, key=lambda item: (_strength(figure, item), item.published), default=None)


def _old(figure: Figure, prior: Known | None) -> Quantity | None:
    if figure.prior is not None:
        return figure.prior.quantity
    return prior.figure.mention.quantity if prior else None


def _strength(figure: Figure, item: Known) -> int:
    same_share = figure.part is not None and figure.part == item.figure.part
    return likeness(figure, item.figure) + (3 if same_share and figure.part is Part.ANNUAL else 0)


def _alike(one: Figure, other: Figure) -> bool:
    return (
        bool(set(actor_keys(one.actor)) & set(actor_keys(other.actor)))
        and one.metric == other.metric
        and one.part == other.part
    )


def _official(item: Known) -> bool:
    return item.figure.status not in (Status.RUMOURED, Status.DENIED) and item.change != ChangeKind.WITHDRAWN


def _repeated(figure: Figure, told: Known, reason: str) -> Change:
    return Change(ChangeKind.REPEATED, figure, reason, told)


def _power_of_ten(ratio: Decimal) -> bool:
    return ratio in (Decimal(10), Decimal(100), Decimal(1000), Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))


def _day(context: Context) -> date:
    return context.published.date()


def _settle_totals(changes: list[Change]) -> list[Change]:
    """A total that only adds up the other new figures of its release is their sum: new, and raises nothing."""
    parts = [c.figure.mention.quantity for c in changes if c.kind in TELLING and c.figure.part is not Part.TOTAL]
    settled = []
    for change in changes:
        quantity = change.figure.mention.quantity
        same_unit = [part.high for part in parts if part.unit == quantity.unit]
        adds_up = len(same_unit) > 1 and abs(sum(same_unit, Decimal(0)) - quantity.high) <= max(
            quantity.precision, Decimal(1)
        )
        if (
            change.figure.part is Part.TOTAL
            and change.kind in (ChangeKind.RAISED, ChangeKind.CUT)
            and adds_up
            and not change.figure.prior
        ):
            settled.append(Change(ChangeKind.NEW, change.figure, "the sum of the figures of this release"))
        else:
            settled.append(change)
    return settled
