"""What was found in, Prefect's custom events out: what users build automations on (deploy/automations.yaml has some).

    outlay.figure.<kind>      new, raised, cut, confirmed, corrected, withdrawn; of `outlay.company.<slug>`
    outlay.source.<kind>      blind, gone, silent, pages (none could be read), well again; of `outlay.source.<slug>`
    outlay.channel.<kind>     broken, dead (messages to it were given up), well again; of `outlay.channel.<name>`
    outlay.outbox.<kind>      late, well again
    outlay.reading.<kind>     doubts (more than usual), well again

An event is a courtesy: it is not kept where Prefect is away. Alerts and the operator's messages go through the outbox.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from flows.alerts.amounts import write_amount
from flows.alerts.safety import clean
from flows.health import Problem
from flows.steps.record import Recorded
from flows.store.told import ToldRow
from parsers.types import TELLING, Change

LONGEST = 500  # characters of a quote or title
MOST = 200  # events of one run: a thousand blind sources are one trouble of our own network
OF = {"dead": "channel", "broken": "channel", "late": "outbox", "doubts": "reading"}  # kind of problem; else a source


@dataclass(frozen=True, slots=True)
class Event:
    """What `prefect.events.emit_event` takes."""

    event: str
    resource: dict[str, str]
    payload: dict[str, Any]
    id: UUID  # the same for the same thing, so that it counts once
    related: list[dict[str, str]] = field(default_factory=list)


def figure_events(done: Iterable[Recorded]) -> Iterator[Event]:
    """An event for each figure that says something new, whether or not a watch asks for it; none for what is silent
    because it is old."""
    for item in done:
        for place, change in enumerate(item.changes):
            if change.kind in TELLING and not item.silent:
                yield _figure(item, place, change)


def _figure(item: Recorded, place: int, change: Change) -> Event:
    figure = change.figure
    slugs = figure.actor.slugs if figure.actor else ()
    name = figure.actor.name if figure.actor else "unknown"
    slug, *others = slugs or ("unknown",)
    return Event(
        f"outlay.figure.{change.kind}",
        {
            "prefect.resource.id": f"outlay.company.{slug}", "prefect.resource.name": clean(name),
            "outlay.metric": figure.metric, "outlay.status": figure.status, "outlay.alerts": str(len(item.alerts)),
        },
        {
            "amount": write_amount(figure.mention.quantity),
            "before": write_amount(change.prior_quantity) if change.prior_quantity else "",
            "reason": change.reason, "quote": clean(figure.quote, LONGEST), "title": clean(item.release.title, LONGEST),
            "url": item.release.url, "published": item.published.isoformat(),
        },
        uuid5(NAMESPACE_URL, f"outlay:figure:{item.release_id}:{item.published.isoformat()}:{place}"),
        [
            {"prefect.resource.id": f"outlay.source.{item.source}", "prefect.resource.role": "source"},
            *({"prefect.resource.id": f"outlay.company.{one}", "prefect.resource.role": "company"} for one in others),
        ],
    )  # fmt: skip


def problem_events(fresh: Sequence[Problem], over: Sequence[ToldRow]) -> Iterator[Event]:
    """An event for each problem that has come up, and for each that is over."""
    for problem in fresh:
        payload = {"what": clean(problem.what, LONGEST), "remedy": problem.remedy}
        yield _state(problem.kind, problem.where, problem.kind, payload, f"{problem.key}:{problem.mark}")
    for row in over:
        kind = row.key.partition(" ")[0]
        yield _state(kind, row.where, "well", {"was": kind, "since": row.told_at.isoformat()}, f"{row.key}:over")


def _state(kind: str, where: str, name: str, payload: dict[str, Any], key: str) -> Event:
    thing = OF.get(kind, "source")
    return Event(
        f"outlay.{thing}.{name}", {"prefect.resource.id": f"outlay.{thing}.{where}", "outlay.problem": kind}, payload,
        uuid5(NAMESPACE_URL, f"outlay:{thing}:{key}:{payload.get('since', payload.get('what', ''))}"),
    )  # fmt: skip


def emit(events: Iterable[Event]) -> None:
    """Hand them to Prefect, the first MOST of them."""
    from prefect.events import emit_event

    for _, item in zip(range(MOST), events, strict=False):
        emit_event(item.event, item.resource, related=item.related, payload=item.payload, id=item.id)
