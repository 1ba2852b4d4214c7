"""`outlay alerts silence`, `silences`, `lift`: what is not to be told for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer


def silence(
    until: Annotated[str, typer.Option(help="A span (8h, 3d) or a moment in UTC (2026-03-31, 2026-03-31T08:00).")],
    company: Annotated[str, typer.Option(help="A slug of companies.toml; without it, every company.")] = "",
    metric: Annotated[str, typer.Option(help="investment, acquisition, ...; without it, every metric.")] = "",
    note: Annotated[str, typer.Option(help="Why; shown with what it suppresses.")] = "",
) -> None:
    """Do not send alerts of a company or metric for a while. They are kept, and listed as suppressed."""
    from flows.errors import OutlayError
    from flows.seeds import read_seeds
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.silences import put_silence
    from flows.world import open_store
    from parsers.metrics import METRICS

    settings, now = read_settings(), datetime.now(UTC)
    end = _moment(until, now)
    if company and company not in {item.slug for item in read_seeds(settings.seeds).companies}:
        raise OutlayError(company, "no company of companies.toml has this slug")
    if metric and metric not in METRICS:
        raise OutlayError(metric, f"no such metric; it may be one of: {', '.join(METRICS)}")
    with open_store(settings).begin() as connection:
        made = put_silence(connection, company, metric, note, end, now)
    CONSOLE.print(f"{made.words}; `outlay alerts lift {made.id}` ends it early", markup=False)


def silences(every: Annotated[bool, typer.Option("--all", help="Also those that are over.")] = False) -> None:
    """List what is silenced."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.silences import list_silences
    from flows.world import open_store

    now = datetime.now(UTC)
    with open_store(read_settings()).begin() as connection:
        rows = list_silences(connection, None if every else now)
    for row in rows:
        lifted = f"; lifted {row.lifted_at:%Y-%m-%d %H:%M} UTC" if row.lifted_at else ""
        CONSOLE.print(f"{row.words}{lifted or ('; over' if row.until <= now else '')}", markup=False)
    if not rows:
        CONSOLE.print("nothing is silenced")


def lift(number: Annotated[int, typer.Argument(help="The number in `outlay alerts silences`.")]) -> None:
    """End a silence early. What it suppressed is not sent by that: see `outlay alerts resend`."""
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.silences import lift_silence
    from flows.world import open_store

    with open_store(read_settings()).begin() as connection:
        if not lift_silence(connection, number, datetime.now(UTC)):
            raise OutlayError(f"silence {number}", "is not in force; see `outlay alerts silences --all`")
    CONSOLE.print(f"silence {number} is lifted")


def _moment(text: str, now: datetime) -> datetime:
    """When a silence ends. Raises OutlayError for what is no time, or is over already."""
    from flows.cli.when import read_day
    from flows.errors import OutlayError
    from flows.settings import read_span

    span = read_span(text)
    end = now + span if isinstance(span, timedelta) else read_day(text)
    if end is None or end <= now:
        raise OutlayError(f"--until {text!r}", "write a span such as 8h, or a moment ahead such as 2026-03-31T08:00")
    return end
