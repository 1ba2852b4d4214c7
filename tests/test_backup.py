"""Backup and restore, on each kind of database, while others go on writing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from flows.errors import StoreError
from flows.store.backup import back_up, restore
from flows.store.engine import Store
from flows.store.migrate import is_current
from flows.store.schema import doubt, release
from tests.old_databases import client_programs, kept, load
from tests.outbox_room import NOW, an_alert, open_room

DESK = "desk = json://127.0.0.1:9/never-sent-to"


@pytest.fixture(autouse=True)
def _programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore of the tests' own PostgreSQL come first."""
    monkeypatch.setenv("PATH", f"{client_programs()}{os.pathsep}{os.environ['PATH']}")


class Writer(threading.Thread):
    """Writes an alert with its release and a doubt in each transaction, as fast as it can, until it is told to stop."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.store, self.number, self.enough = Store(url), 0, threading.Event()
        self.room = open_room(self.store, DESK)

    def run(self) -> None:
        while not self.enough.is_set():
            self.number += 1
            self.room.owe(an_alert(self.number))
            with self.store.begin() as connection:
                newest = connection.execute(sa.select(sa.func.max(release.c.id))).scalar_one()
                connection.execute(doubt.insert().values(release_id=newest, exact="?", start=0, end=1, reason="test"))


@pytest.fixture
def writer(store: Store, database: str) -> Iterator[Writer]:
    writing = Writer(database)
    writing.start()
    yield writing
    writing.enough.set()
    writing.join()
    writing.store.close()


def counts(store: Store) -> tuple[int, ...]:
    """Alerts, releases, deliveries."""
    tables = ("alert", "release", "delivery")
    query = ", ".join(f"(SELECT count(*) FROM {name})" for name in tables)
    with store.begin() as connection:
        return tuple(connection.execute(sa.text(f"SELECT {query}")).one())


def test_a_copy_taken_while_others_write_is_of_one_moment_and_comes_back(
    store: Store, writer: Writer, tmp_path: Path
) -> None:
    while writer.number < 5:
        pass
    copy = tmp_path / "copy"
    back_up(store, copy)
    while writer.number < 25:
        pass
    writer.enough.set()
    writer.join()
    after = counts(store)
    aside = restore(store, copy, NOW)
    alerts, releases, deliveries = counts(store)
    assert 4 <= alerts == releases == deliveries < after[0], "all of one moment"
    assert is_current(store)
    if store.is_sqlite:
        assert aside is not None
        with sqlite3.connect(aside) as connection:
            assert connection.execute("SELECT count(*) FROM alert").fetchone() == (after[0],)
    open_room(store, DESK).owe(an_alert(1000))
    assert counts(store)[0] == alerts + 1, "it goes on from there"


def test_a_copy_of_an_earlier_release_is_restored_at_todays_schema(tmp_path: Path) -> None:
    (old,) = (path for path in kept() if path.name.startswith("0001.sqlite"))
    load(old, f"sqlite:///{tmp_path / 'old.db'}")
    store = Store(f"sqlite:///{tmp_path / 'new.db'}")
    assert restore(store, tmp_path / "old.db", NOW) is None, "there was nothing to put aside"
    assert is_current(store)
    assert counts(store)[0] > 0


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_what_is_no_copy_is_refused_and_nothing_is_touched(store: Store, tmp_path: Path, content: bytes) -> None:
    open_room(store, DESK).owe(an_alert(1))
    wrong = tmp_path / "wrong"
    wrong.write_bytes(content)
    with pytest.raises(StoreError):
        restore(store, wrong, NOW)
    assert counts(store) == (1, 1, 1)


def test_a_copy_never_overwrites_another_and_leaves_no_half(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    back_up(store, copy)
    with pytest.raises(StoreError, match="exists already"):
        back_up(store, copy)
    with pytest.raises(StoreError):
        back_up(store, tmp_path / "nowhere" / "copy")
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".part"} == set()
    assert copy.stat().st_mode & 0o777 == 0o600, "alerts are nobody else's business"


def test_without_postgresqls_client_it_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    if store.is_sqlite:
        back_up(store, tmp_path / "copy")
    else:
        with pytest.raises(StoreError, match="postgresql-client"):
            back_up(store, tmp_path / "copy")
