"""`outlay demo`: the real flows against the bundled newsroom, over several days, with nothing sent to anybody."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from flows.newsroom import Newsroom
    from parsers.types import Alert

COPIED = ("companies.toml", "watches.toml", "rates.toml")


def demo(
    keep: Annotated[
        Path | None, typer.Option(help="A folder for the database and the alerts as e-mails; kept.")
    ] = None,
) -> None:
    """Watch the bundled newsroom over days of 2021 to 2025: every release, what was read, why it alerted or not."""
    from flows.settings import read_settings

    seeds = read_settings().seeds
    with tempfile.TemporaryDirectory(prefix="outlay-demo-") as scratch:
        home = keep or Path(scratch)
        home.mkdir(parents=True, exist_ok=True)
        (home / "outlay.db").unlink(missing_ok=True)
        prepare(home, seeds)
        import flows.engine  # noqa: F401 - before Prefect
        from flows.newsroom import open_newsroom, read_newsroom

        with open_newsroom(read_newsroom(seeds / "newsroom")) as newsroom:
            _seed(newsroom, seeds, home)
            missing = _days(newsroom)
        if missing:
            raise typer.Exit(1)


def prepare(home: Path, seeds: Path) -> None:
    """An environment of the demo's own: nothing of the user's database, channels or Prefect is touched."""
    for name in [name for name in os.environ if name.startswith(("OUTLAY_", "PREFECT_API_"))]:
        del os.environ[name]
    os.environ |= {
        "OUTLAY_HOME": str(home), "OUTLAY_SEEDS": str(home / "seeds"), "PREFECT_HOME": str(home / "prefect"),
        "PREFECT_PROFILES_PATH": str(home / "prefect" / "profiles.toml"), "PREFECT_LOGGING_LEVEL": "ERROR",
    }  # fmt: skip
    (home / "seeds").mkdir(exist_ok=True)
    for name in COPIED:
        shutil.copy(seeds / name, home / "seeds" / name)


def _seed(newsroom: Newsroom, seeds: Path, home: Path) -> None:
    from flows.newsroom import sources_toml

    (home / "seeds" / "sources.toml").write_text(sources_toml(newsroom), encoding="utf-8")
    os.environ["OUTLAY_TRUST_HOSTS"] = " ".join(base.removeprefix("http://") for base in newsroom.bases.values())


def _days(newsroom: Newsroom) -> int:
    """Let the days pass. Returns how many alerts were missing or too many."""
    from flows import show

    show.CONSOLE.print("[dim]starting Prefect's temporary server; this takes some seconds[/]")
    before, wrong = None, 0
    for day in newsroom.days:
        show.CONSOLE.rule(f"[bold]{day.at:%d %B %Y}[/]  {day.note}", align="left")
        newsroom.now = day.at
        told = _one_day(day.at)
        wrong += _check(told, newsroom.expected(day, before))
        before = day.at
    show.CONSOLE.rule("[bold]The alerts, as they were sent[/]", align="left")
    for text in MESSAGES:
        show.show_message(text)
    total = sum(len(newsroom.expected(day, None)) for day in newsroom.days[-1:])
    if wrong:
        show.CONSOLE.print(f"[red]✗ {wrong} figures were told that should not be, or not told that should be[/]")
    else:
        show.CONSOLE.print(
            f"[green]✓ {len(MESSAGES)} alerts with {total} figures, all that the newsroom holds, and no other[/]"
        )
        show.CONSOLE.print("next: `make run` reads the real sources; README.md says how to name a channel")
    return wrong


MESSAGES: list[Any] = []


def _one_day(now: datetime) -> list[Alert]:
    """One pass of both flows; what the terminal channel gets is kept for the end."""
    from flows import deliver as delivering
    from flows import show
    from flows.settings import read_settings
    from flows.store.outbox import get_alert, list_alerts
    from flows.watch import watch
    from flows.world import open_world

    done = asyncio.run(watch(now=now))
    show.show_polled(done.polled)
    for item in done.read:
        show.show_release(item)
    show.show_unread(done.unread)
    delivering.SHOWN.set(MESSAGES.append)
    delivering.deliver(now=now)
    with open_world(read_settings(), now) as world, world.store.begin() as connection:
        alerts = [get_alert(connection, row.id) for row in list_alerts(connection) if row.created_at == now]
    return [alert for alert in alerts if alert]


def _check(told: list[Alert], expected: list[dict[str, Any]]) -> int:
    """How far what was told is from what should have been, in figures."""
    got = Counter(
        (change.kind.value, change.figure.actor.slugs if change.figure.actor else (), change.figure.metric,
         change.figure.mention.quantity.low, change.figure.mention.quantity.unit.code)
        for alert in told
        for change in alert.changes
    )  # fmt: skip
    want = Counter(
        (item["kind"], tuple(sorted(item["actors"])), item["metric"], Decimal(item["value"]), item["unit"])
        for item in expected
    )
    from flows import show

    for kind, actors, metric, value, unit in (want - got).elements():
        show.CONSOLE.print(f"[red]✗ not told: {kind} {'+'.join(actors)} {metric} {value:,} {unit}[/]")
    for kind, actors, metric, value, unit in (got - want).elements():
        show.CONSOLE.print(f"[red]✗ told and should not be: {kind} {'+'.join(actors)} {metric} {value:,} {unit}[/]")
    return (want - got).total() + (got - want).total()
