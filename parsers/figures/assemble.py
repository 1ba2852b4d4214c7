"""All rules together. In: a page; out: its figures in the order of the text, mentions of one amount joined.

Order matters: the metric first, since every other rule asks for it; then what mentions share with each other; then the
rest for each mention; last, the first mention of an amount takes what only the later ones say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parsers.figures.about import is_in_passing, main_actor
from parsers.figures.actor import read_actor
from parsers.figures.change import (
    NEXT_SENTENCE,
    Step,
    corrects,
    headline_direction,
    read_differences,
    read_direction,
    read_steps,
)
from parsers.figures.earlier import with_earlier_plans
from parsers.figures.horizon import read_horizon
from parsers.figures.joining import joined
from parsers.figures.metric import headline_metric, is_figure, is_small, read_metric, title_metric
from parsers.figures.neighbours import AS_BEFORE, from_neighbours, from_steps, shared
from parsers.figures.page import Page, Seen
from parsers.figures.part import is_component, read_part
from parsers.figures.receiver import Reread, money_into_company, receiver_of_aid
from parsers.figures.sameness import group_same
from parsers.figures.scope import in_scope, is_public, money_of_public, speaks_of_field
from parsers.figures.spent import spent_by
from parsers.figures.standing import read_standing
from parsers.figures.status import (
    BY_DEFAULT,
    ENDED,
    headline_postpones,
    headline_status,
    is_only_money,
    lone_amount,
    read_status,
)
from parsers.figures.target import read_target
from parsers.figures.verdict import Verdict
from parsers.metrics import ALERTING
from parsers.types import BlockKind, Direction, Figure, Part, Period, Standing, Status

CONTINUED = frozenset({*ALERTING, "other"})  # what else an amount is, its sentence says by itself
COMPARED, BACK_REFERENCE = "standing:compared", "standing:back-reference"


def assemble(page: Page) -> tuple[Figure, ...]:
    """Return the figures of a page."""
    page = _only_figures(
        replace(
            page,
            about=main_actor(page),
            in_field=speaks_of_field(page),
            headline=headline_metric(page),
            headline_status=headline_status(page),
            headline_postpones=headline_postpones(page),
            title_metric=title_metric(page),
            headline_direction=headline_direction(page),
            corrects=corrects(page),
        )
    )
    page = replace(page, lone_amount=lone_amount(page))
    differences, told_by_them = read_differences(page)
    steps = told_by_them | read_steps(page)
    metrics = from_steps(from_neighbours(page, {seen.key: read_metric(page, seen) for seen in page.seen}), steps)
    heads = group_same(page, metrics)
    metrics = shared(page, metrics, heads)
    figures: dict[int, Figure] = {}
    before: Figure | None = None
    old = differences | {step.old.start for step in steps.values()}
    for seen in page.seen:
        figures[seen.key] = figure = _figure(
            page, seen, metrics[seen.key], steps.get(seen.key), seen.key in old, before
        )
        before = figure if seen.is_money else before
    told = with_earlier_plans(page, _with_steps(figures, steps, differences))
    return tuple(joined(page, told, heads))


def _with_steps(
    figures: dict[int, Figure], steps: Mapping[int, Step], differences: frozenset[int]
) -> dict[int, Figure]:
    """Old and new value of a change are of one plan: the new one shares the time and part told of the old one, and the
    right value all that a correction says of the wrong one in the sentence before."""
    told = dict(figures)
    for new, step in steps.items():
        old, figure = told[step.old.start], told[new]
        if step.rule == NEXT_SENTENCE:
            figure = replace(figure, metric=old.metric, actor=old.actor, in_scope=old.in_scope)
        if step.old.start in differences:
            figure = replace(figure, prior=None)  # 比原计划多出70亿: the size of a change is no old value
        told[new] = replace(figure, period=figure.period or old.period, part=figure.part or old.part)
    return told


def _only_figures(page: Page) -> Page:
    """Leave out numbers that are no figures: durations, areas, ordinals."""
    return replace(page, seen=tuple(seen for seen in page.seen if is_figure(page, seen.mention, seen.scene)))


def _figure(
    page: Page, seen: Seen, said: Verdict[str], step: Step | None, is_old: bool, before: Figure | None
) -> Figure:
    """One mention with its meaning; `before` is the amount of money before it, on which it may lean."""
    metric, actor = _whose(page, seen, said, before)
    status = read_status(page, seen, metric.value)
    told = read_standing(page, seen, metric.value)
    if status.rule == ENDED and told.rule.startswith(BACK_REFERENCE):
        told = Verdict(Standing.NEWS, "standing:what the headline ends")
    period = _period(page, seen, metric.value, status.value, told, before)
    part = _part(page, seen, metric.value, period, told, before)
    if step and told.rule.startswith((BACK_REFERENCE, COMPARED)):
        told = Verdict(Standing.NEWS, "standing:new value of a change")  # the phrase speaks of the old one
    if told.value is Standing.NEWS and is_in_passing(page, seen, metric.value, actor.value):
        told = Verdict(Standing.BACKGROUND, "standing:another company, in passing")
    standing = _standing(page, seen, metric.value, part.value, told, is_old=is_old)
    if standing.value is Standing.BACKGROUND and metric.value == "funding_raised" and status.rule == BY_DEFAULT:
        status = Verdict(Status.COMPLETED, "status:an earlier round is over")
    scope = in_scope(page, seen, actor.value)
    text = page.release.text[seen.scene.start : seen.scene.end]
    rules = tuple(each.rule for each in (metric, actor, status, part, standing, scope))
    return Figure(
        mention=seen.mention,
        metric=metric.value,
        actor=actor.value,
        target=read_target(page, seen),
        period=period,
        part=part.value,
        status=status.value,
        standing=standing.value,
        prior=step.old if step else None,
        direction=_direction(page, seen, step, is_old=is_old) or _as_headline(page, metric, part, standing, before),
        quote=text.strip(),
        quote_start=seen.scene.start + len(text) - len(text.lstrip()),
        rules=(*rules, step.rule) if step else rules,
        in_scope=scope.value,
    )


def _direction(page: Page, seen: Seen, step: Step | None, *, is_old: bool) -> Direction:
    """Where the value went: as the step to it says; an old value went nowhere."""
    if step:
        return step.direction
    return Direction.UNCHANGED if is_old else read_direction(page, seen)


def _as_headline(
    page: Page, metric: Verdict[str], part: Verdict[Part | None], standing: Verdict[Standing], before: Figure | None
) -> Direction:
    """The first sum of a plan in a text whose headline says that the plan has grown or shrunk."""
    first = before is None or before.metric != "investment"
    whole = part.value in (None, Part.TOTAL) and metric.value == "investment" and standing.value is Standing.NEWS
    return page.headline_direction if first and whole else Direction.UNCHANGED


def _whose(page: Page, seen: Seen, said: Verdict[str], before: Figure | None) -> Reread:
    """Metric and actor, which lean on each other: what a government invests is aid, what an investor gives, funding."""
    actor = read_actor(page, seen, said.value)
    named = actor.rule.startswith("actor:subject '")
    continued = said.value in CONTINUED and before and _continues(page, seen, before, actor.rule)
    if before and (continued or (said.rule == AS_BEFORE and not named)):
        said, actor = Verdict(before.metric, AS_BEFORE), Verdict(before.actor, "actor:as the amount before it")
    said, actor = money_into_company(page, seen, said, actor)
    said = money_of_public(page, seen, said, actor.value)
    if before and before.metric == "subsidy" and said.value == "funding_raised" and is_component(page, seen):
        said, actor = Verdict("subsidy", AS_BEFORE), Verdict(before.actor, "actor:as the amount before it")
    if said.value == "subsidy" and is_public(page, actor.value) and not is_small(seen.mention.quantity):
        actor = receiver_of_aid(page, seen, actor, before)
    return said, actor


def _period(
    page: Page, seen: Seen, metric: str, status: Status, told: Verdict[Standing], before: Figure | None
) -> Period | None:
    """A value that is only compared has no horizon; a piece of a sum has that of the sum."""
    if told.rule.startswith(COMPARED):
        return None
    period = read_horizon(page, seen, metric, status)
    leans = period is None and before and before.metric == metric and is_component(page, seen)
    return before.period if leans and before else period


def _part(
    page: Page, seen: Seen, metric: str, period: Period | None, told: Verdict[Standing], before: Figure | None
) -> Verdict[Part | None]:
    part = read_part(page, seen, metric, period)
    if told.rule.startswith(COMPARED) and before and before.part and not part.value:
        return Verdict(before.part, "part:as the value it is compared with")
    return part


def _standing(
    page: Page, seen: Seen, metric: str, part: Part | None, told: Verdict[Standing], *, is_old: bool
) -> Verdict[Standing]:
    if told.value is not Standing.NEWS:
        return told
    alone = seen.scene.block.kind is BlockKind.TITLE and is_only_money(page, seen)
    if metric == "funding_raised" and part is Part.TOTAL and spent_by(page, seen) and not alone:
        return Verdict(Standing.BACKGROUND, "standing:a running total")
    return Verdict(Standing.BACKGROUND, "standing:old value of a change") if is_old else told


def _continues(page: Page, seen: Seen, before: Figure, rule: str) -> bool:
    """ "... in Rivian; all in, it may spend $5 billion": a part or the whole of what the amount before it began."""
    received = any(
        each.startswith("actor:receiver") or each == "actor:as the amount before it" for each in before.rules
    )
    near = seen.scene.block.start <= before.mention.start < seen.scene.end
    nobody = not rule.startswith("actor:subject '") and not rule.startswith("actor:receiver")
    return received and near and nobody and bool(seen.is_money) and bool(seen.scene.said("part"))
