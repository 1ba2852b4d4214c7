"""Mentions of one amount, as one figure. In: figures by place and which are one; out: each amount once, in order.

The first mention takes what only the later ones say; a headline yields to the text where that says more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.figures.neighbours import titled_in
from parsers.figures.page import Page
from parsers.figures.receiver import PUT_INTO, RECEIVER
from parsers.figures.sameness import unit_of
from parsers.figures.status import POSTPONED, PROPOSED
from parsers.types import Figure, Status

# One release tells one state of an amount: the furthest that any of its sentences tells.
FURTHEST = (
    Status.CANCELLED,
    Status.DENIED,
    Status.RUMOURED,
    Status.COMPLETED,
    Status.ANNOUNCED,
    Status.PLANNED,
    Status.REPORTED,
)


def joined(page: Page, figures: Mapping[int, Figure], heads: Mapping[int, int]) -> list[Figure]:
    """Put the later mentions of an amount under its first."""
    titled = titled_in(page)
    later: dict[int, list[Figure]] = {}
    for key, head in heads.items():
        if key != head:
            later.setdefault(head, []).append(figures[key])
    firsts = ((key, figure) for key, figure in figures.items() if heads.get(key, key) == key)
    return [_with(figure, later.get(key, []), titled) for key, figure in firsts]


def _furthest(mentions: Sequence[Figure]) -> Status:
    """The state of an amount that several sentences tell; what is proposed or postponed is but a plan."""
    status = min((each.status for each in mentions), key=FURTHEST.index)
    waits = status is Status.ANNOUNCED and any({PROPOSED, POSTPONED} & set(each.rules) for each in mentions)
    return Status.PLANNED if waits else status


def _metric_of(figure: Figure, other: Figure) -> str:
    """A conversion measures what the amount measures, whatever stands behind its bracket."""
    one, two = figure.mention.quantity.unit, other.mention.quantity.unit
    return other.metric if one == two else figure.metric


def _as_text_names(figure: Figure, also: Sequence[Figure]) -> Figure:
    """A company that is followed, named by a sentence below, says more than what a headline opens with."""
    known = next((other for other in also if other.actor and other.actor.slugs), None)
    if known is None or (figure.actor and figure.actor.slugs) or RECEIVER in figure.rules:
        return figure
    rules = (*figure.rules, "actor:as a later sentence names it")
    return replace(figure, actor=known.actor, in_scope=figure.in_scope or known.in_scope, rules=rules)


def _as_money_goes(figure: Figure, also: Sequence[Figure], titled: set[int]) -> Figure:
    """What a headline calls a loan or an investment is aid, or another's funding, where the text says who gives it."""
    if figure.mention.start not in titled:
        return figure
    if figure.metric == "funding_raised" and any(other.metric == "subsidy" for other in also):
        return replace(figure, metric="subsidy")
    below = (other for other in also if other.mention.start not in titled)
    told = next((other for other in below if other.rules[0].startswith(PUT_INTO)), None)
    if figure.metric not in ("investment", "acquisition") or told is None:
        return figure
    return replace(figure, metric=told.metric, actor=told.actor, rules=(*told.rules[:2], *figure.rules[2:]))


def _is_finer(figure: Figure, headline: Figure) -> bool:
    """ "More than 1.3 billion" over 1.38."""
    one, two = figure.mention.quantity, headline.mention.quantity
    return one.precision < two.precision and one.low != two.low


def _with(figure: Figure, also: list[Figure], titled: set[int]) -> Figure:
    """The first mention takes the period, part, target, change and standing that only later ones tell.

    Of a headline that prints the conversion which the text has in brackets the text's own currency comes first, of one
    that rounds the text's own number.
    """
    if not also:
        return figure
    headed = figure.mention.start in titled and also[0].mention.start not in titled
    yields = headed and (unit_of(also[0].mention) != unit_of(figure.mention) or _is_finer(also[0], figure))
    if yields:
        scope = figure.in_scope or also[0].in_scope
        figure, also = replace(also[0], standing=figure.standing, in_scope=scope), [figure, *also[1:]]
    figure = _as_money_goes(figure, also, titled)
    status = _furthest((figure, *also))
    also = [replace(other, status=status, metric=_metric_of(figure, other)) for other in also]
    told = next((other for other in also if other.direction), figure)
    figure = _as_text_names(figure, also)
    period = figure.period or next((other.period for other in also if other.period), None)
    part = figure.part or next((other.part for other in also if other.part), None)
    if yields:
        also[0] = replace(also[0], period=period, part=part)
    return replace(
        figure,
        also=tuple(also),
        status=status,
        actor=figure.actor or next((other.actor for other in also if other.actor), None),
        target=figure.target or next((other.target for other in also if other.target), ""),
        period=period,
        part=part,
        prior=figure.prior or told.prior,
        direction=figure.direction or told.direction,
    )
