"""The command line: one module a command, found here, each importing what it needs only when it runs."""

from __future__ import annotations

import logging
import sys

import typer
from rich.console import Console
from rich.markup import escape

from flows.cli import alerts, demo, doctor, explain, figures, run, sources, upkeep
from flows.errors import OutlayError
from parsers.errors import ReadError

app = typer.Typer(
    name="outlay",
    help="Watches news feeds for announcements by electric-vehicle makers; alerts when a new investment number is new.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("run")(run.run)
app.command("serve")(run.serve)
app.command("receive")(run.receive)
app.command("demo")(demo.demo)
app.command("explain")(explain.explain)
app.command("figures")(figures.figures)
app.command("replay")(upkeep.replay)
app.command("doctor")(doctor.doctor)
app.command("health")(doctor.health)
app.add_typer(sources.app, name="sources", help="What is polled: list, add, check, import, export.")
app.add_typer(alerts.app, name="alerts", help="What was told: list, show, test a channel, retry, resend, silence.")
app.add_typer(upkeep.app, name="db", help="The database: upgrade, backup, restore, export what was fetched.")


def main() -> None:
    """Run a command. A mistake of a person or of the world is a plain line and exit status 1, never a traceback."""
    logging.getLogger("apprise").setLevel(logging.WARNING)
    try:
        app()
    except (OutlayError, ReadError) as error:
        Console(stderr=True, highlight=False).print(f"[red]✗[/] {escape(str(error))}", soft_wrap=True)
        sys.exit(1)
