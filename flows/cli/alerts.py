"""`outlay alerts`: what was told, and whether it arrived."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli import silences
from flows.cli.when import read_day

if TYPE_CHECKING:
    from flows.store.claims import Attempt
    from flows.store.outbox import DeliveryRow

app = typer.Typer(no_args_is_help=True)
app.command("silence")(silences.silence)
app.command("silences")(silences.silences)
app.command("lift")(silences.lift)


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
        states = "\n".join(_standing(item) for item in row.deliveries)
        table.add_row(str(row.id), f"{row.created_at:%Y-%m-%d %H:%M}", Text(row.subject), Text(states or "to nobody"))
    CONSOLE.print(table)


def _standing(item: DeliveryRow) -> str:
    """Where a delivery stands and why: "desk: pending, held until 2026-03-03 06:00 UTC (quiet hours of Nights off)"."""
    words = [f"{item.channel}{f' again ({item.round})' if item.round else ''}: {item.state}"]
    if item.state == "pending" and item.hold:
        words.append(f"held until {item.due_at:%Y-%m-%d %H:%M} UTC ({item.hold} of {item.watch})")
    elif item.state == "pending" and item.tries:
        times = "once" if item.tries == 1 else f"{item.tries} times"
        words.append(f"tried {times}, again at {item.due_at:%Y-%m-%d %H:%M} UTC")
    if item.with_alert:
        words.append(f"in one message with alert {item.with_alert}")
    return ", ".join(words) + (f" ({item.error})" if item.error else "")


def _tried(item: Attempt) -> str:
    return f"  {item.at:%Y-%m-%d %H:%M} UTC, {item.channel}: {item.state}: {item.answer}"


@app.command()
def show(
    what: Annotated[
        str, typer.Argument(metavar="ALERT", help="Its number in `outlay alerts list`, or what its message ends with.")
    ],
    schema: Annotated[
        str, typer.Option("--as", help="As a channel of this scheme has it: mailto, slack, tgram, json, ...")
    ] = "",
) -> None:
    """Show an alert as it is sent, and what became of its deliveries."""
    from flows.alerts import render
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE, show_message
    from flows.store.claims import attempts_of
    from flows.store.outbox import alert_number, deliveries_of, get_alert
    from flows.world import open_world

    with open_world(read_settings()) as world:
        with world.store.begin() as connection:
            number = alert_number(connection, what)
            alert = get_alert(connection, number)
            standing = deliveries_of(connection, [number]).get(number, [])
            history = attempts_of(connection, number)
        if alert is None:
            raise OutlayError(f"alert {what}", "there is none; see `outlay alerts list`")
        message = render(alert, schema, rate=world.rate, base_currency=world.settings.base_currency)
    if message.payload and schema:
        json.dump(json.loads(message.payload), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif message.html and schema:
        sys.stdout.write(message.page)
    else:
        CONSOLE.print(message.subject, style="bold", markup=False)
        show_message(message)
        for line in (*map(_standing, standing), *map(_tried, history)):
            CONSOLE.print(line, markup=False)


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
    """Owe deliveries again that were given up; `serve`, or the next `run`, sends them."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.outbox import retry_dead
    from flows.world import open_store

    store = open_store(read_settings())
    with store.begin() as connection:
        count = retry_dead(connection, datetime.now(UTC), numbers or ())
    CONSOLE.print(f"{count} deliveries are owed again" if count else "nothing was given up")


@app.command()
def resend(
    number: Annotated[int, typer.Argument(help="The alert's number in `outlay alerts list`.")],
    to: Annotated[
        list[str] | None, typer.Option(help="A channel's name, tag or scheme; without any, to all it was owed to.")
    ] = None,
) -> None:
    """Send an alert once more, as a message of its own, quiet hours or not; `serve`, or the next `run`, sends it."""
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.outbox import resend as owe_again
    from flows.world import configured_channels, open_store

    settings = read_settings()
    known = configured_channels(settings)
    channels = [item.name for item in known if any(item.answers_to(word) for word in to or ())]
    if to and not channels:
        raise OutlayError(", ".join(to), "no channel answers to that; see `outlay doctor`")
    with open_store(settings).begin() as connection:
        owed = owe_again(connection, number, channels, datetime.now(UTC))
    if not owed:
        raise OutlayError(
            f"alert {number}", "there is none, or it was owed to nobody; see `outlay alerts list`, `--to`"
        )
    CONSOLE.print(f"owed again to {', '.join(owed)}", markup=False)
