"""`outlay replay`, `outlay db`: reading again, upgrading, keeping."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import URL

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
    """Copy the database into one file while everything goes on. To restore, put the file in the database's place."""
    from flows.errors import OutlayError
    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.world import open_store

    if to.exists():
        raise OutlayError(str(to), "exists already; name another file")
    store = open_store(read_settings())
    if store.is_sqlite:
        store.copy_to(to)
    else:
        _pg_dump(store.engine.url, to)
    CONSOLE.print(f"{store.where} is copied to {to}, {to.stat().st_size // 1024} kB")


def _pg_dump(address: URL, to: Path) -> None:
    """PostgreSQL's own dump; the password goes by the environment, never by the process list."""
    from flows.errors import OutlayError

    if shutil.which("pg_dump") is None:
        raise OutlayError("pg_dump", "is not installed; it comes with PostgreSQL's client")
    environment = os.environ | {"PGPASSWORD": str(address.password or "")}
    plain = (
        f"postgresql://{address.username or ''}@{address.host or ''}:{address.port or 5432}/{address.database or ''}"
    )
    command = ["pg_dump", "--format=custom", f"--file={to}", plain]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our address
    if done.returncode:
        raise OutlayError("pg_dump", done.stderr.strip())
