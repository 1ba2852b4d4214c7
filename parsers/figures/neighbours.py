"""Metrics that lean on each other. In: what each amount's own sentence says; out: what it measures beside the others.

An amount of which nothing speaks is of the kind of the amount before it, a piece of the kind of its whole, the old
value of a change of the kind of the new one, and all mentions of one amount are of one kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from parsers.figures.change import Step
from parsers.figures.metric import DEAF, SMALL_PRICE
from parsers.figures.page import Page, Seen
from parsers.figures.verdict import Verdict
from parsers.types import BlockKind

PIECE_NEAR = 40  # letters between a piece and its whole
FAINT = 0.0  # a voice below this is weaker than the metric of the amount beside it
HEADLINE_DISCOUNT = 15.0  # a headline says in short, and loosely, what the text says
CLEAR = 60.0  # a metric said more strongly than this gives way to no other
CONTINUING = ("part", "component", "comparison", "back_reference")
AS_BEFORE = "metric:as the amount before it"
Metrics = dict[int, Verdict[str]]


def from_neighbours(page: Page, metrics: Metrics) -> Metrics:
    """An amount of which nothing speaks is of the kind of the amount before it: "$2bn for X and $1bn for Y"."""
    settled = dict(metrics)
    before: Seen | None = None
    money = [seen for seen in page.seen if seen.is_money]
    for piece, whole in pairwise(money):
        if settled[piece.key].score < FAINT < settled[whole.key].score and _is_piece(piece, whole):
            settled[piece.key] = Verdict(settled[whole.key].value, "metric:as the whole it is a piece of", FAINT)
    for seen in money:
        own, last = settled[seen.key], settled[before.key] if before else None
        if last and _is_aid_too(page, own, last):
            settled[seen.key] = Verdict("subsidy", AS_BEFORE, FAINT - 1)
        unsaid = own.score < FAINT and "price" not in (own.value, last.value if last else "")
        if before and last and unsaid and last.score > own.score and _leans(before, seen):
            kind = "loss" if last.value == "profit" and seen.mention.quantity.high < 0 else last.value
            settled[seen.key] = Verdict(kind, AS_BEFORE, FAINT - 1)
        before = seen
    return settled


def _is_aid_too(page: Page, own: Verdict[str], last: Verdict[str]) -> bool:
    """ "Grants reach 3,750 pounds. Vans get 5,000": a small amount of which nothing speaks, in a text about aid."""
    return own.rule == SMALL_PRICE and last.value == "subsidy" and page.title_metric in ("subsidy", "")


def _leans(before: Seen, seen: Seen) -> bool:
    """Whether an amount continues the one before: in its sentence, as a part of it in the next, below the headline."""
    apart = seen.scene.order - before.scene.order
    same_block = before.scene.block is seen.scene.block
    tells_part = any(seen.scene.said(family) for family in CONTINUING)
    opens = before.scene.block.kind is BlockKind.TITLE
    return apart == 0 or (apart == 1 and (opens or (same_block and tells_part)))


def _is_piece(piece: Seen, whole: Seen) -> bool:
    """ "7 billion, a quarter of the 30 billion budget": a phrase like "of the" stands between the two."""
    start, end = piece.mention.end, whole.mention.start
    near = piece.scene is whole.scene and end - start <= PIECE_NEAR
    return near and any(start <= hit.start < end for hit, _, _ in piece.scene.said("component"))


def from_steps(metrics: Metrics, steps: Mapping[int, Step]) -> Metrics:
    """Old and new value of a change measure one thing: what the clearer of them says."""
    settled = dict(metrics)
    for new, step in steps.items():
        if (
            metrics[new].value != metrics[step.old.start].value
            and min(metrics[new].score, metrics[step.old.start].score) > CLEAR
        ):
            continue  # "a loss of 2 billion, against a profit of 5"
        clearer = max((metrics[new], metrics[step.old.start]), key=lambda verdict: verdict.score)
        settled[new] = settled[step.old.start] = clearer
    return settled


def shared(page: Page, metrics: Metrics, heads: Mapping[int, int]) -> Metrics:
    """All mentions of an amount have the metric of the one that says it most clearly."""
    clearest: Metrics = {}
    titled = titled_in(page)
    for key, head in heads.items():
        discount = HEADLINE_DISCOUNT if key in titled else 0.0
        verdict = replace(metrics[key], score=metrics[key].score - discount)
        if verdict.score > clearest.get(head, Verdict("", "", DEAF * 3)).score:
            clearest[head] = verdict
    return {key: clearest.get(heads.get(key, key), verdict) for key, verdict in metrics.items()}


def titled_in(page: Page) -> set[int]:
    """Return the places of the headline's mentions."""
    return {seen.key for seen in page.seen if seen.scene.block.kind is BlockKind.TITLE}
