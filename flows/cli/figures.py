"""`outlay figures`: what we know, by company, metric and time."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.when import read_day

if TYPE_CHECKING:
    from parsers.actors import Companies
    from parsers.types import Known

HEAD = (
    "published", "company", "metric", "amount", "low", "high", "unit", "bound", "part", "period", "target", "status",
    "change", "why", "source", "url", "sentence",
)  # fmt: skip


def figures(
    company: Annotated[
        list[str] | None, typer.Option(help="Slug or any name of a company; may be given again.")
    ] = None,
    metric: Annotated[str, typer.Option(help="investment, funding_raised, acquisition, revenue, ...")] = "",
    since: Annotated[str, typer.Option(help="A day, 2025-01-31.")] = "",
    repeated: Annotated[bool, typer.Option("--all", help="Repeated and ignored figures too, with the reason.")] = False,
    limit: Annotated[int, typer.Option(help="How many at the most.")] = 100,
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show the figures that are known, newest first."""
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.store.releases import list_figures
    from flows.world import open_world
    from parsers.metrics import METRICS

    if metric and metric not in METRICS:
        raise OutlayError(metric, f"no such metric; it may be one of: {', '.join(METRICS)}")
    with open_world(read_settings()) as world, world.store.begin() as connection:
        keys = [key for name in company or () for key in _keys(world.companies, name)]
        moment = read_day(since)
        rows = list_figures(connection, actors=keys, metric=metric, since=moment, repeated=repeated, limit=limit)
    if as_json:
        json.dump([dict(zip(HEAD, _row(*row), strict=True)) for row in rows], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(HEAD)
        writer.writerows(_row(*row) for row in rows)
    else:
        _show(rows)


def _keys(companies: Companies, name: str) -> list[str]:
    if name in companies:
        return [name]
    found = [slug for found in companies.find(name) if found.actor for slug in found.actor.slugs]
    return found or [name.casefold()]


def _row(known: Known, reason: str) -> tuple[str, ...]:
    from flows.alerts.amounts import write_amount

    figure, quantity = known.figure, known.figure.mention.quantity
    return (
        known.published.astimezone(UTC).isoformat(timespec="minutes"), figure.actor.name if figure.actor else "",
        figure.metric, write_amount(quantity), format(quantity.low, "f"), format(quantity.high, "f"),
        quantity.unit.code, quantity.bound, figure.part or "", figure.period.exact if figure.period else "",
        figure.target, figure.status, known.change, reason, known.source, known.url, figure.quote,
    )  # fmt: skip


def _show(rows: Sequence[tuple[Known, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from flows.show import CONSOLE

    if not rows:
        CONSOLE.print(
            "nothing is known of that; `outlay run` reads the sources, `outlay figures --all` shows repetitions too"
        )
        return
    table = Table(box=None, pad_edge=False)
    for name in ("published", "company", "metric", "amount", "part", "change", "why", "source"):
        table.add_column(name, no_wrap=name in ("published", "amount", "change"))
    for known, reason in rows:
        row = dict(zip(HEAD, _row(known, reason), strict=True))
        names = ("company", "metric", "amount", "part", "change", "why", "source")
        table.add_row(row["published"][:10], *(Text(row[name]) for name in names))
    CONSOLE.print(table)
