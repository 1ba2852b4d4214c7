"""`outlay doctor`: settings, database, channels, clock, and whether each source answers; problems with remedies.
`outlay health`: how the watching fares, for people and for machines. It asks nobody but the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from flows.health import Problem
    from flows.world import World
    from parsers.types import Capture

CLOCK_MAY_DIFFER = timedelta(minutes=2)


def doctor(
    offline: Annotated[bool, typer.Option(help="Do not ask the sources.")] = False,
) -> None:
    """Check everything that outlay needs. Exit status 1 where something is wrong."""
    from flows.addressing import means, operators
    from flows.health import Problem, problems, read_health
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.world import TERMINAL, open_world

    settings = read_settings()
    now = datetime.now(UTC)
    with open_world(settings, now) as world:
        CONSOLE.print(
            f"[green]✓[/] seeds: {len(world.seeds.sources)} sources, {len(world.seeds.companies)} companies, "
            f"watches: {len(world.seeds.watches)}, in {settings.seeds}"
        )
        CONSOLE.print(f"[green]✓[/] database: {world.store.where}")
        names = ", ".join(channel.name for channel in world.channels)
        note = " (no channel is configured: set OUTLAY_CHANNELS)" if world.channels == (TERMINAL,) else ""
        CONSOLE.print(f"[green]✓[/] channels: {names}{note}; `outlay alerts test` sends them a sample")
        if world.channels != (TERMINAL,) and not operators(world.channels):
            CONSOLE.print("[yellow]![/] operator: tag a channel `operator` to be told there what does not work")
        if not settings.contact:
            CONSOLE.print("[yellow]![/] contact: set OUTLAY_CONTACT to an address, for the people whose servers we ask")
        unheard = [
            Problem(
                f"watch {watch.name!r}",
                f"nobody hears of it: no channel answers to {', '.join(watch.to)}"
                + (", and one with the tag `operator` alone hears of troubles only" if "all" in watch.to else ""),
                "mend its `to` in watches.toml, or the tags in OUTLAY_CHANNELS",
                "unheard",
            )
            for watch in world.seeds.watches
            if not any(means(watch, channel) for channel in world.channels)
        ]
        with world.store.begin() as connection:
            found = problems(read_health(connection, now), now)
        if not offline:
            asked = asyncio.run(_reach(world))
            found = asked + [item for item in found if item.where not in {other.where for other in asked}]
            if len(asked) == len(world.seeds.sources) > 1:
                remedy = "look at this machine's network, DNS and proxy first"
                found = [Problem("network", f"not one source answers; the first: {asked[0].what}", remedy, "network")]
    found = unheard + found
    for problem in found:
        CONSOLE.print(f"[red]✗[/] {problem.where}: {problem.what}; {problem.remedy}", markup=True)
    CONSOLE.print(f"{len(found)} problem{'s' if len(found) > 1 else ''}" if found else "all well")
    if found:
        raise typer.Exit(1)


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"
    PROMETHEUS = "prometheus"


def health(
    form: Annotated[
        Form, typer.Option("--as", help="For people, as one JSON value, or as Prometheus' text.")
    ] = Form.TEXT,
    alive: Annotated[
        bool, typer.Option("--alive", help="Print nothing; exit status 0 while polls go on, whatever else is wrong.")
    ] = False,
) -> None:
    """How the watching fares: sources, queue, dead letters, doubts, size. Exit status 1 where something is wrong."""
    import json

    from flows.gauges import document, prometheus
    from flows.health import is_alive, problems, read_health
    from flows.settings import read_settings
    from flows.show import show_health
    from flows.store.sources import all_sources
    from flows.world import open_store

    now = datetime.now(UTC)
    store = open_store(read_settings())
    with store.begin() as connection:
        if alive:
            raise typer.Exit(0 if is_alive(all_sources(connection), now) else 1)
        found = read_health(connection, now)
    if form is Form.JSON:
        typer.echo(json.dumps(document(found, now), ensure_ascii=False))
    elif form is Form.PROMETHEUS:
        typer.echo(prometheus(found, now), nl=False)
    else:
        show_health(found, problems(found, now), now)
    if problems(found, now):
        raise typer.Exit(1)


async def _reach(world: World) -> list[Problem]:
    """Ask every source once."""
    from flows.fetch import Fetcher
    from flows.watch import policy

    async with Fetcher(policy(world.settings)) as fetcher:
        found = await asyncio.gather(*(_ask(fetcher, item.slug, item.url) for item in world.seeds.sources))
    return [problem for some in found for problem in some]


async def _ask(fetcher: object, slug: str, url: str) -> list[Problem]:
    from flows.errors import FetchError
    from flows.fetch import Fetcher
    from flows.health import Problem
    from flows.show import CONSOLE

    assert isinstance(fetcher, Fetcher)
    try:
        capture = await fetcher.fetch(url)
    except FetchError as error:
        return [Problem(slug, error.reason, f"open {url} in a browser; mend or remove it in sources.toml")]
    CONSOLE.print(f"[green]✓[/] {slug}: {capture.status}, {len(capture.body) // 1024} kB")
    return list(_clock(capture))


def _clock(capture: Capture) -> Iterator[Problem]:
    from flows.health import Problem

    said = dict(capture.headers).get("date", "")
    try:
        theirs = parsedate_to_datetime(said)
    except ValueError:
        return
    if theirs.tzinfo and abs(theirs - datetime.now(UTC)) > CLOCK_MAY_DIFFER:
        yield Problem(
            "clock",
            f"differs from {capture.final_url}'s: {said}",
            "set this machine's clock (systemd-timesyncd, chrony)",
        )
