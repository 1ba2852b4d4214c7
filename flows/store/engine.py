"""A database address in, an open store out: SQLite in a file, or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from flows.errors import StoreError

BUSY_MS = 30_000  # how long a writer waits for another one on SQLite


class Store:
    """An open database. The questions are functions in the sibling modules; they take a connection of `begin()`."""

    def __init__(self, url: str) -> None:
        try:
            self.engine = sa.create_engine(_driver(url), pool_pre_ping=True)
        except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreError(_redact(url), f"no such database: {_why(error)}") from error
        self.where = self.engine.url.render_as_string(hide_password=True)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        if self.is_sqlite:
            prepare_sqlite(self.engine)

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing. On SQLite it has the file for itself from its first moment."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except sa.exc.OperationalError as error:
            raise StoreError(self.where, str(error.orig)) from error
        except sa.exc.DatabaseError as error:
            if type(error) is not sa.exc.DatabaseError:
                raise
            raise StoreError(self.where, f"{error.orig}; put a copy back with `outlay db restore`") from error

    def copy_to(self, path: Path) -> None:
        """Copy an SQLite database into a new file, as of one moment, while others go on writing."""
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("VACUUM INTO ?", (str(path),))
        finally:
            raw.close()

    def close(self) -> None:
        self.engine.dispose()


def prepare_sqlite(engine: sa.Engine) -> None:
    """Real transactions on SQLite: its driver's own begin at the first write, and so lose updates without an error.

    They are switched off, and each of ours begins with BEGIN IMMEDIATE."""

    @sa.event.listens_for(engine, "connect")
    def _connect(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def insert_missing(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert the rows whose key is not there yet, also if another transaction puts it there at this moment."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(table).on_conflict_do_nothing(), rows)


def _driver(url: str) -> str:
    """PostgreSQL goes through psycopg, whichever of its usual spellings the address has."""
    for spelling in ("postgres://", "postgresql://"):
        if url.startswith(spelling):
            return "postgresql+psycopg://" + url.removeprefix(spelling)
    return url


def _redact(url: str) -> str:
    return url.split("://")[0] + "://…"


def _why(error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError):
        return (
            f"{error}; outlay keeps its data in SQLite, or in PostgreSQL with the extra: pip install 'outlay[postgres]'"
        )
    return "expected sqlite:///path/to/outlay.db or postgresql://user:password@host/name"
