"""`outlay run`: one pass over the sources. `outlay serve`: the same for ever, on a schedule, in one process."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

import typer

import flows.engine  # noqa: F401 - before Prefect


def run(
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Poll these sources only (slugs), due or not.")
    ] = None,
    since: Annotated[
        str, typer.Option(help="What was published since this day may alert, to catch up: 2026-11-20.")
    ] = "",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show every release, and Prefect's own lines.")
    ] = False,
) -> None:
    """Poll what is due, read what is new, send what alerts. Exit status 2: a source or a channel failed."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO" if verbose else "ERROR")
    from flows import show
    from flows.cli.when import read_day
    from flows.deliver import deliver
    from flows.settings import read_settings
    from flows.steps.send import troubled
    from flows.watch import refuse_unknown, summary, watch
    from flows.world import open_world
    from parsers.types import TELLING

    with open_world(read_settings()) as world:  # mistakes are told before Prefect begins, and without its words
        refuse_unknown(world.seeds, only or [])
    show.CONSOLE.print(
        "[dim]starting; the first poll of a source takes its past as known and alerts only what is fresh[/]"
    )
    done = asyncio.run(watch(only=only, since=read_day(since)))
    show.show_polled(done.polled)
    show.show_unread(done.unread)
    for item in done.read:
        if verbose or item.alerts or any(change.kind in TELLING for change in item.changes):
            show.show_release(item)
    delivered = deliver()
    failed = troubled(delivered)
    for late in failed:
        after = "given up" if late.state == "dead" else "tried again later"
        show.CONSOLE.print(f"[red]✗ {late.channel}[/]: {late.answer}; {after}")
    arrived = ", ".join(dict.fromkeys(item.channel for item in delivered if item.state == "sent"))
    show.CONSOLE.print(f"{summary(done)}{f'; sent to {arrived}' if arrived else ''}")
    if not done.polled:
        show.CONSOLE.print("nothing is due: `outlay sources list` says when, `outlay run --only SLUG` does not wait")
    if failed or any(item.failed for item in done.polled):
        raise typer.Exit(2)


def serve(
    every: Annotated[int, typer.Option(min=1, help="Seconds between two runs of `watch`.")] = 60,
) -> None:
    """Keep watching and sending on a schedule, in this process, until it is stopped."""
    from flows.serve import serve_all

    serve_all(every)


def receive() -> None:
    """Receive what hubs push (WebSub), until it is stopped: for servers where workers run `watch`. `serve` does it by
    itself where OUTLAY_PUSH_URL is set."""
    import signal
    from threading import Event

    from flows.errors import SettingsInvalid
    from flows.receiver import receiving
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.world import open_store

    settings = read_settings()
    if not settings.push_url:
        raise SettingsInvalid("OUTLAY_PUSH_URL", "is not set: no hub knows how to reach this server")
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    store = open_store(settings)
    with receiving(store, settings.push_listen):
        CONSOLE.print(f"hubs push to {settings.push_url}, served at {settings.push_listen}; Ctrl-C stops")
        stopped.wait()
    store.close()
