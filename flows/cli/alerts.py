"""`outlay alerts`: what was told, and whether it arrived."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from flows.cli.when import read_day

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_(
    since: Annotated[str, typer.Option(help="A day, 2025-01-31.")] = "",
    limit: Annotated[int, typer.Option(help="How many at the most.")] = 50,
) -> None:
    """List alerts, newest first, and where their deliveries stand."""
    from rich.table import Table
    from rich.text import Text

    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.outbox import list_alerts
    from flows.world import open_store

    store = open_store(read_settings())
    with store.begin() as connection:
        rows = list_alerts(connection, since=read_day(since), limit=limit)
    if not rows:
        CONSOLE.print("no alerts yet; `outlay run` makes them, `outlay figures` shows what is known")
        return
    table = Table("alert", "made (UTC)", "subject", "deliveries", box=None, pad_edge=False)
    for row in rows:
        states = "\n".join(
            f"{item.channel}: {item.state}{f' ({item.error})' if item.error else ''}" for item in row.deliveries
        )
        table.add_row(str(row.id), f"{row.created_at:%Y-%m-%d %H:%M}", Text(row.subject), Text(states or "to nobody"))
    CONSOLE.print(table)


@app.command()
def show(
    number: Annotated[int, typer.Argument(help="The alert's number in `outlay alerts list`.")],
    schema: Annotated[
        str, typer.Option("--as", help="As a channel of this scheme has it: mailto, slack, tgram, json, ...")
    ] = "",
) -> None:
    """Show an alert as it is sent."""
    from flows.alerts import render
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE, show_message
    from flows.store.outbox import get_alert
    from flows.world import open_world

    with open_world(read_settings()) as world:
        with world.store.begin() as connection:
            alert = get_alert(connection, number)
        if alert is None:
            raise OutlayError(f"alert {number}", "there is none; see `outlay alerts list`")
        message = render(alert, schema, rate=world.rate, base_currency=world.settings.base_currency)
    if message.payload and schema:
        json.dump(json.loads(message.payload), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif message.html and schema:
        sys.stdout.write(message.html)
    else:
        CONSOLE.print(message.subject, style="bold", markup=False)
        show_message(message)


@app.command("test")
def try_channel(
    channel: Annotated[str, typer.Argument(help="A channel's name, tag or scheme; `all` for every one.")] = "all",
) -> None:
    """Send a sample to a channel and say what the service answered."""
    from flows.alerts import render
    from flows.alerts.sample import sample_alert
    from flows.alerts.send import SendFailed, send
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE, show_message
    from flows.world import TERMINAL, configured_channels

    channels = [item for item in configured_channels(read_settings()) if item.answers_to(channel)]
    if not channels:
        raise OutlayError(channel, "no channel answers to that; see OUTLAY_CHANNELS and `outlay doctor`")
    failed = 0
    for item in channels:
        message = render(sample_alert(datetime.now(UTC)), item.schema)
        if item == TERMINAL:
            show_message(message)
            continue
        try:
            CONSOLE.print(f"[green]✓[/] {item.name}: {send(item, message).answer}")
        except SendFailed as failure:
            failed += 1
            CONSOLE.print(f"[red]✗[/] {item.name}: {failure.reason}")
    if failed:
        raise typer.Exit(1)


@app.command()
def retry(
    numbers: Annotated[
        list[int] | None, typer.Argument(help="Alerts; without any, all whose delivery was given up.")
    ] = None,
) -> None:
    """Owe deliveries again that were given up; the next `deliver` sends them."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.outbox import retry_dead
    from flows.world import open_store

    store = open_store(read_settings())
    with store.begin() as connection:
        count = retry_dead(connection, datetime.now(UTC), numbers or ())
    CONSOLE.print(f"{count} deliveries are owed again" if count else "nothing was given up")
