"""Changes of a release and the watches in, alerts and whom they go to out. Pure: the deciding, not the doing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from flows.seeds import WatchSeed
from parsers.amounts import currency
from parsers.fingerprints import digest
from parsers.sameness import actor_keys
from parsers.types import TELLING, Actor, Alert, Change, ChangeKind, Figure, Known, Rate, Release, Status

SETTLED = frozenset({ChangeKind.RAISED, ChangeKind.CUT})


@dataclass(frozen=True, slots=True)
class Routed:
    """An alert, and the watches that want it told."""

    alert: Alert
    watches: tuple[WatchSeed, ...]


def route(
    changes: Sequence[Change],
    watches: Iterable[WatchSeed],
    *,
    release: Release,
    source: str,
    published: datetime,
    seen_at: datetime,
    rate: Rate,
    kin: Mapping[str, frozenset[str]],
) -> tuple[Routed, ...]:
    """One alert for each actor of which a watch wants a change; who is in several watches is told once."""
    wanted: dict[Actor, dict[int, None]] = {}
    by: dict[Actor, list[WatchSeed]] = {}
    for watch in watches:
        for place, change in enumerate(changes):
            actor = change.figure.actor
            if actor is None or not wants(watch, change, release, rate, published.date(), kin):
                continue
            wanted.setdefault(actor, {})[place] = None
            if watch not in by.setdefault(actor, []):
                by[actor].append(watch)
    return tuple(
        Routed(
            _alert(actor, [changes[place] for place in sorted(places)], release, source, published, seen_at),
            tuple(by[actor]),
        )
        for actor, places in wanted.items()
    )


def wants(
    watch: WatchSeed, change: Change, release: Release, rate: Rate, day: date, kin: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a watch asks for this change."""
    figure = change.figure
    return (
        change.kind in TELLING
        and change.kind in watch.kinds
        and figure.metric in watch.metrics
        and (figure.in_scope if not watch.companies else _follows(watch, figure, kin))
        and (not watch.languages or release.language in watch.languages)
        and (not watch.keywords or any(word.casefold() in release.text.casefold() for word in watch.keywords))
        and _large_enough(watch, figure, rate, day)
        and _moved_enough(watch, change)
    )


def _follows(watch: WatchSeed, figure: Figure, kin: Mapping[str, frozenset[str]]) -> bool:
    """The companies of the watch, and those of their groups that are followed for themselves."""
    followed = set(watch.companies).union(*(kin.get(slug, frozenset()) for slug in watch.companies))
    return any(slug in followed for slug in actor_keys(figure.actor))


def _large_enough(watch: WatchSeed, figure: Figure, rate: Rate, day: date) -> bool:
    quantity, least = figure.mention.quantity, watch.min_amount
    if least is None or not currency(quantity):
        return True
    factor = rate(currency(quantity), least.currency, day)
    return factor is None or quantity.high * factor >= least.value  # a currency that nobody quotes is told


def _moved_enough(watch: WatchSeed, change: Change) -> bool:
    moved = percent_moved(change)
    return watch.min_change is None or moved is None or abs(moved) >= watch.min_change


def percent_moved(change: Change) -> Decimal | None:
    """By how many per cent a figure rose or fell; None where there is nothing to compare or the units differ."""
    prior, now = change.prior_quantity, change.figure.mention.quantity
    if change.kind not in SETTLED or prior is None or prior.unit != now.unit or not prior.high:
        return None
    return (now.high - prior.high) / prior.high * 100


def _alert(
    actor: Actor, changes: Sequence[Change], release: Release, source: str, published: datetime, seen_at: datetime
) -> Alert:
    history = {change.prior.id: change.prior for change in changes if change.prior}
    return Alert(
        fingerprint=fingerprint(actor, changes, published),
        actor=actor,
        changes=tuple(changes),
        release=release,
        source=source,
        seen_at=seen_at,
        history=tuple(sorted(history.values(), key=_told_at)),
    )


def _told_at(item: Known) -> tuple[datetime, int]:
    return item.published, item.id


def fingerprint(actor: Actor, changes: Iterable[Change], published: datetime) -> str:
    """The same for the same news: who, what kind of change, how much, on which day. Never the address or the words."""
    said = sorted(
        "|".join((change.kind, *_amount(change.figure), change.figure.part or "", change.figure.status))
        for change in changes
    )
    return digest("\n".join(("+".join(actor_keys(actor)), published.date().isoformat(), *said)))


def _amount(figure: Figure) -> tuple[str, ...]:
    quantity = figure.mention.quantity
    rumour = "rumour" if figure.status is Status.RUMOURED else ""
    return (
        figure.metric,
        format(quantity.low.normalize(), "f"),
        format(quantity.high.normalize(), "f"),
        quantity.unit.code,
        rumour,
    )
