"""`outlay replay`, `outlay db`: reading again, upgrading, keeping, letting out."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)


def replay() -> None:
    """Read the stored captures again with today's rules, and say which alerts would differ. Changes nothing."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")
    from flows.replay import replay as run
    from flows.show import CONSOLE

    done, differences = run()
    for item in differences:
        sign = "[green]+ would alert[/]" if item.now else "[red]- would not alert[/]"
        CONSOLE.print(f"{sign} ", end="")
        CONSOLE.print(item.subject, markup=False)
    CONSOLE.print(
        f"{done.releases} releases read again, {done.unreadable} not readable; {len(differences)} alerts differ"
    )


@app.command()
def upgrade() -> None:
    """Bring the database's tables to this version. Safe to run again."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.engine import Store
    from flows.store.migrate import upgrade as run
    from flows.world import make_home

    settings = read_settings()
    if settings.is_embedded:
        make_home(settings)
    store = Store(settings.database_url)
    before, after = run(store)
    was = f"from version {before}" if before else "from an empty database"
    CONSOLE.print(f"{store.where}: {'already at' if before == after else f'{was} to'} version {after}")


@app.command()
def backup(
    to: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")],
) -> None:
    """Copy the database into one file while everything goes on. `outlay db restore` puts it back."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.backup import back_up
    from flows.store.engine import Store

    store = Store(read_settings().database_url)  # as it is: not even upgraded
    back_up(store, to)
    CONSOLE.print(f"{store.where} is copied to {to}, {to.stat().st_size // 1024} kB")


@app.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="What `outlay db backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Make the database what it was when the copy was taken. Stop `outlay serve` and the workers first."""
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.backup import restore as run
    from flows.store.engine import Store
    from flows.world import make_home

    settings = read_settings()
    if settings.is_embedded:
        make_home(settings)
    store = Store(settings.database_url)
    if not yes:
        typer.confirm(f"All that {store.where} holds is replaced by {copy}. Go on?", abort=True)
    aside = run(store, copy, datetime.now(UTC))
    CONSOLE.print(f"{store.where} is what {copy} was" + (f"; its content until now: {aside}" if aside else ""))


@app.command("export")
def export_captures(
    to: Annotated[Path, typer.Argument(help="The WARC file to write, .warc.gz; it must not exist.")],
    since: Annotated[str, typer.Option(help="Fetched on this day or later, 2026-11-01.")] = "",
    url: Annotated[str, typer.Option(help="Addresses that begin with this.")] = "",
) -> None:
    """Write what was fetched as a web archive (WARC 1.1), which every reader of such archives can open."""
    from flows.cli.when import read_day
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.warc import write_warc
    from flows.world import open_store

    count = write_warc(open_store(read_settings()), to, since=read_day(since), url=url)
    CONSOLE.print(f"{count} captures in {to}, {to.stat().st_size // 1024} kB")
