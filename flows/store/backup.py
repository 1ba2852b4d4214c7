"""Copies of the database: taken while everything goes on, put back in one step. SQLite by itself, PostgreSQL by its own
pg_dump and pg_restore, which must be of the server's version or newer.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from flows.errors import StoreError
from flows.store.engine import Store
from flows.store.migrate import upgrade

PG_VARIABLES = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "host": "PGHOST", "port": "PGPORT"}


def back_up(store: Store, to: Path) -> None:
    """Write the database as of one moment into the new file `to`. A copy that was cut short never bears its name.

    Raises StoreError."""
    if to.exists():
        raise StoreError(str(to), "exists already; name another file")
    if store.is_sqlite and not Path(str(store.engine.url.database)).exists():
        raise StoreError(store.where, "is not there yet")
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    try:
        if store.is_sqlite:
            store.copy_to(part)
        else:
            _run("pg_dump", store.engine.url, "--format=custom", f"--file={part}")
        part.chmod(0o600)
        part.rename(to)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(str(to), str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def restore(store: Store, copy: Path, now: datetime) -> Path | None:
    """Make the database what it was in `copy`, at today's schema: all of it or nothing.

    SQLite's present content is first copied beside it, and the path of that returned. Raises StoreError."""
    if not copy.is_file():
        raise StoreError(str(copy), "is not there")
    aside = None
    if store.is_sqlite:
        aside = _restore_sqlite(store, copy, now)
    else:
        _run(
            "pg_restore", store.engine.url, "--clean", "--if-exists", "--no-owner", "--single-transaction",
            f"--dbname={store.engine.url.database}", str(copy),
        )  # fmt: skip
    upgrade(store)
    return aside


def _restore_sqlite(store: Store, copy: Path, now: datetime) -> Path | None:
    here = Path(str(store.engine.url.database))
    with closing(_open_copy(copy)) as source:
        aside = None
        if here.exists() and here.stat().st_size:
            aside = here.with_name(f"{here.name}.{now:%Y%m%dT%H%M%S}")
            back_up(store, aside)
        store.close()
        try:
            with closing(sqlite3.connect(here, timeout=30)) as target:
                source.backup(target)  # one transaction of the target's: who reads meanwhile sees the one or the other
        except sqlite3.Error as error:
            raise StoreError(str(here), f"{error}; stop what writes to it, then restore again") from error
    return aside


def _open_copy(copy: Path) -> sqlite3.Connection:
    """The copy, whole and ours; else StoreError."""
    connection = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    try:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(str(copy), f"is no copy of an outlay database: {error}") from error
    if sound != "ok":
        connection.close()
        raise StoreError(str(copy), f"is damaged: {sound}")
    return connection


def _run(program: str, address: sa.URL, *arguments: str) -> None:
    """One of PostgreSQL's programs. It learns the address by the environment: nothing of it is in the process list."""
    if shutil.which(program) is None:
        raise StoreError(program, "is not installed; it comes with PostgreSQL's client (postgresql-client)")
    said = {
        "PGHOST": address.host, "PGPORT": address.port, "PGUSER": address.username, "PGPASSWORD": address.password,
        "PGDATABASE": address.database,
    }  # fmt: skip
    said |= {PG_VARIABLES[name]: str(value) for name, value in address.query.items() if name in PG_VARIABLES}
    environment = os.environ | {name: str(value) for name, value in said.items() if value}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode:
        raise StoreError(program, done.stderr.strip())
