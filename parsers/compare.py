"""Figures of a release and what is known of their actors in, changes out, each with the rule that decided it.

Pure: the store answers `known`, the day's rates come as a function, and nothing here reads a clock. Each rule is a
small function that answers with a change or passes; the first that answers decides. Their order is the judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from parsers.amounts import larger, meets, quantities, same_printed
from parsers.plans import conflict, other_year, parts_agree, tells_apart
from parsers.sameness import (
    MISPRINT,
    PLANS,
    Context,
    alike,
    alike_but_part,
    candidates,
    official,
    old_value,
    prior_of,
    same_plan_and_amount,
    strength,
    twin,
)
from parsers.settling import settle
from parsers.types import (
    TELLING,
    Bound,
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
    UnitKind,
)

SAME_PLAN = 5  # likeness of two figures from which another amount is a change of the same plan

LARGEST_STEP = Decimal(4)  # times: a larger step of a plan is told in words

IN_WORDS = {Direction.RAISED: ChangeKind.RAISED, Direction.CUT: ChangeKind.CUT}

Rule = Callable[[Figure, Context], Change | None]


def compare(
    figures: Sequence[Figure],
    known: Iterable[Known],
    *,
    published: datetime,
    url: str,
    rate: Rate,
    own: Sequence[Known] = (),
    copied: Sequence[Known] = (),
    kin: Mapping[str, frozenset[str]] | None = None,
    named: frozenset[str] = frozenset(),
) -> tuple[Change, ...]:
    """A change for each figure, in their order.

    `known`: telling figures of the same actors and of companies beside them; `published`: the release's place in time;
    `own`: the figures of earlier versions of the same page; `copied`: those of the release that it is a print of;
    `kin`: for each company the slugs of its group; `named`: slugs of all companies that the release names.
    """
    everything = sorted(known, key=lambda item: (item.published, item.id))
    context = Context(
        published, url, rate,
        known=[item for item in everything if item.published <= published],
        later=[item for item in everything if item.published > published],
        own=own, copied=copied, kin=kin or {}, named=named, siblings=figures,
    )  # fmt: skip
    return tuple(settle([decide(figure, context) for figure in figures], rate, published.date()))


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
    if figure.metric in PLANS and figure.mention.quantity.unit.kind is not UnitKind.MONEY:
        return Change(ChangeKind.IGNORED, figure, "not an amount of money")
    return None


def a_copy(figure: Figure, context: Context) -> Change | None:
    """Another print of a release that we have: what it says was said, however it was read here.

    Releases of two companies that fill in one template are no prints of each other.
    """
    for item in context.copied:
        if same_printed(figure, item.figure) and not _names_others(item, context):
            return _repeated(figure, item, "a copy of a release that is known")
    return None


def called_off(figure: Figure, context: Context) -> Change | None:
    """A plan that is dropped or denied withdraws what was said of it, once."""
    if figure.status not in (Status.CANCELLED, Status.DENIED):
        return None
    told = [item for item in candidates(figure, context) if same_plan_and_amount(figure, item, context)]
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
    ended = {other.actor for other in context.siblings if other.status is Status.CANCELLED and other.metric in PLANS}
    if len(ended) > 1:
        return Change(ChangeKind.IGNORED, figure, "one of the plans of several companies that a round-up names")
    return Change(ChangeKind.WITHDRAWN, figure, "a plan we had not heard of is called off")


def background(figure: Figure, context: Context) -> Change | None:
    """What the text itself tells as the past is no news, known or not."""
    if figure.standing is not Standing.BACKGROUND:
        return None
    told = twin(figure, context)
    return _repeated(figure, told, "background") if told else Change(ChangeKind.IGNORED, figure, "background")


def put_right(figure: Figure, context: Context) -> Change | None:
    """The publisher withdraws a number it printed: in words, or by editing the page."""
    if figure.direction is Direction.CORRECTED:
        if told := twin(figure, context):
            return _repeated(figure, told, "the correction is known")
        prior = prior_of(figure, context)
        return Change(ChangeKind.CORRECTED, figure, "the publisher corrects itself", prior, old_value(figure, prior))
    mine = [item for item in context.own if alike(figure, item.figure) and item.change in TELLING]
    alone = [other for other in context.siblings if mine and alike(other, mine[-1].figure)] == [figure]
    if alone and not figure.prior and not any(same_plan_and_amount(figure, item, context) for item in mine):
        return Change(ChangeKind.CORRECTED, figure, "the page was edited", mine[-1], mine[-1].figure.mention.quantity)
    return None


def told_before(figure: Figure, context: Context) -> Change | None:
    """The same amount for the same plan, in whatever currency, rounding or language."""
    told = twin(figure, context)
    if told is None:
        return None
    if told.figure.status is Status.RUMOURED and figure.status is not Status.RUMOURED:
        return Change(ChangeKind.CONFIRMED, figure, "what was rumoured is official", told, told.figure.mention.quantity)
    return _repeated(figure, told, "the same amount" if same_printed(figure, told.figure) else "another currency")


def told_after(figure: Figure, context: Context) -> Change | None:
    """A release that arrives late and says what a later one already told."""
    for item in context.later:
        if same_plan_and_amount(figure, item, context) and item.figure.status is not Status.RUMOURED:
            return _repeated(figure, item, "known from a later release")
    return None


def instalment(figure: Figure, context: Context) -> Change | None:
    """A share of a known sum that was paid: "has received 4.8 of the 7 billion yuan agreed in April"."""
    if figure.status not in (Status.COMPLETED, Status.REPORTED) or figure.metric not in PLANS:
        return None
    for whole in context.siblings:
        said = ((each.quote_start, each.quote) for each in (figure, *figure.also))  # the headline may name it first
        same_sentence = whole is not figure and (whole.quote_start, whole.quote) in said
        if (
            not same_sentence
            or larger(whole.mention.quantity, figure.mention.quantity, context.rate, _day(context)) is not True
        ):
            continue
        told = twin(whole, context)
        if told:
            return _repeated(figure, told, "an instalment of a known sum")
    return _first_paid(figure, context)


def _first_paid(figure: Figure, context: Context) -> Change | None:
    """ "Has paid the first 2.3 billion", "the second instalment": of a sum that is known, and need not be printed."""
    if figure.part not in (Part.INITIAL, Part.REMAINING) or figure.status is not Status.COMPLETED:
        return None
    for item in reversed(candidates(figure, context)):
        whole = item.figure.mention.quantity
        known = official(item) and alike_but_part(figure, item.figure) and item.figure.part in (None, Part.TOTAL)
        if known and larger(whole, figure.mention.quantity, context.rate, _day(context)):
            return _repeated(figure, item, "an instalment of a known sum")
    return None


def changed_in_words(figure: Figure, context: Context) -> Change | None:
    """The text says that the number rose or fell."""
    if figure.direction not in IN_WORDS or figure.status is Status.RUMOURED:
        return None
    prior = prior_of(figure, context)
    old = old_value(figure, prior)
    if old is None or (figure.prior is None and not _fits(figure, old, context)):
        return None
    return Change(IN_WORDS[figure.direction], figure, "the text says so", prior, old)


def _fits(figure: Figure, old: Quantity, context: Context) -> bool:
    """Whether a known amount may be what the text says rose or fell: it lies on the right side, and not far away."""
    rose = larger(figure.mention.quantity, old, context.rate, _day(context))
    wanted = figure.direction is Direction.RAISED
    return rose is None or (rose is wanted and not _far_apart(figure.mention.quantity, old))


def slip_of_digits(figure: Figure, context: Context) -> Change | None:
    """Another outlet prints a known amount with its decimal point or scale in another place, while the news is warm."""
    for item in _warm(figure, context):
        for left in quantities(figure) if alike(figure, item.figure) else ():
            for right in quantities(item.figure):
                if left.unit == right.unit and right.low and _power_of_ten(left.low / right.low):
                    return _repeated(figure, item, "another outlet's slip of digits")
    return None


def slip_of_currency(figure: Figure, context: Context) -> Change | None:
    """Another outlet prints a known number in the wrong currency, while the news is warm.

    Only a number of two digits or more: "10 billion yuan" and "$10 billion" may well be two amounts.
    """
    number = figure.mention.quantity.low
    if len(number.normalize().as_tuple().digits) < 2:
        return None
    units = {each.unit for each in quantities(figure)}
    for item in _warm(figure, context):
        others = [each.low for each in quantities(item.figure) if each.unit not in units]
        if alike_but_part(figure, item.figure) and number in others and not tells_apart(figure, item.figure):
            return _repeated(figure, item, "another outlet's slip of currency")
    return None


def _warm(figure: Figure, context: Context) -> list[Known]:
    """What other pages told of the actor within the last days."""
    known = candidates(figure, context)
    return [item for item in known if context.published - item.published <= MISPRINT and item.url != context.url]


def added_up(figure: Figure, context: Context) -> Change | None:
    """A known amount plus the addition that this release tells: "another 2.5, taking the total to 3.8"."""
    if figure.part is not Part.TOTAL:
        return None
    more = [other for other in context.siblings if other.part is Part.ADDITIONAL and alike_but_part(figure, other)]
    for item in reversed([item for item in candidates(figure, context) if official(item)]):
        for other in more:
            now, before, added = (each.mention.quantity for each in (figure, item.figure, other))
            if now.unit == before.unit == added.unit and meets(replace(now, bound=Bound.EXACT), _sum(before, added)):
                return Change(ChangeKind.RAISED, figure, "the known amount and what is added", item, before)
    return None


def sum_of_known(figure: Figure, context: Context) -> Change | None:
    """ "The two plants cost 6.3 billion together": the amount that the text tells anew, and one that is known."""
    if figure.metric not in PLANS or figure.direction in IN_WORDS or figure.part is not Part.TOTAL:
        return None  # of round numbers one is soon the sum of two others
    news = (other for other in context.siblings if other is not figure and other.standing is Standing.NEWS)
    others = [other for other in news if alike_but_part(figure, other) and other.part is not Part.ANNUAL]
    for item in candidates(figure, context):
        for other in others:
            now, before, new = (each.mention.quantity for each in (figure, item.figure, other))
            if now.unit == before.unit == new.unit and meets(replace(now, bound=Bound.EXACT), _sum(before, new)):
                return _repeated(figure, item, "the sum of a known amount and a new one")
    return None


def changed_in_fact(figure: Figure, context: Context) -> Change | None:
    """Another amount for a plan that we know: the whole of a named project, or a yearly budget of the same year.

    A round of funding is a plan of its own; only words make one of another."""
    if figure.metric != "investment" or figure.status is Status.RUMOURED:
        return None
    if figure.part in (Part.ADDITIONAL, Part.INITIAL, Part.REMAINING):
        return None
    found = None
    for item in candidates(figure, context):
        if (
            not official(item)
            or not parts_agree(figure.part, item.figure.part)
            or not alike_but_part(figure, item.figure)
        ):
            continue
        if conflict(figure, item.figure) or other_year(figure.period, item.figure.period):
            continue
        if strength(figure, item) >= SAME_PLAN or _same_budget(figure, item, context):
            found = item
    if found is None or _far_apart(figure.mention.quantity, found.figure.mention.quantity):
        return None
    rose = larger(figure.mention.quantity, found.figure.mention.quantity, context.rate, _day(context))
    if rose is None:
        return None
    kind = ChangeKind.RAISED if rose else ChangeKind.CUT
    return Change(kind, figure, "another amount for a known plan", found, found.figure.mention.quantity)


RULES: tuple[Rule, ...] = (
    not_news, a_copy, called_off, background, put_right, told_before, told_after, instalment, changed_in_words,
    added_up, sum_of_known, slip_of_digits, slip_of_currency, changed_in_fact,
)  # fmt: skip


# --- small change ---


def _names_others(item: Known, context: Context) -> bool:
    """Whether the release names companies that are followed, and not the one of the known figure."""
    theirs = frozenset(item.figure.actor.slugs) if item.figure.actor else frozenset()
    return bool(theirs and context.named) and not theirs & context.named


def _sum(one: Quantity, other: Quantity) -> Quantity:
    return replace(
        one, low=one.low + other.low, high=one.high + other.high, precision=max(one.precision, other.precision),
        bound=Bound.EXACT,
    )  # fmt: skip


def _repeated(figure: Figure, told: Known, reason: str) -> Change:
    return Change(ChangeKind.REPEATED, figure, reason, told)


def _same_budget(figure: Figure, item: Known, context: Context) -> bool:
    """A yearly budget told again in the same year, where neither text names the year it is for."""
    annual = figure.part is Part.ANNUAL and item.figure.part is Part.ANNUAL
    return annual and context.published.year == item.published.year


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Whether no plan grows or shrinks so much at once that nobody says so: then it is another plan."""
    if one.unit != other.unit or not one.low or not other.low:
        return False
    ratio = one.low / other.low
    return not 1 / LARGEST_STEP <= ratio <= LARGEST_STEP


def _power_of_ten(ratio: Decimal) -> bool:
    return ratio in (Decimal(10), Decimal(100), Decimal(1000), Decimal("0.1"), Decimal("0.01"), Decimal("0.001"))


def _day(context: Context) -> date:
    return context.published.date()
