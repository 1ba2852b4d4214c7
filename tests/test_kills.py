"""Killed at any moment: nothing is lost, nothing is told twice.

A process that does one pass is killed (SIGKILL) just before and just after each of its transactions, so between any two
steps. Whoever comes next, when the leases have run out, finishes the work.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from flows.alerts.message import Message
from flows.newsroom import Newsroom
from flows.store.engine import Store
from flows.store.migrate import upgrade
from tests.conftest import empty_postgres
from tests.one_pass import one_pass

LATER = timedelta(minutes=40)  # all leases have run out
MOST = 60  # transactions of a pass; the test ends when a pass survives


def dies_at(number: int, after: bool) -> None:
    """From now on this process kills itself at its transaction of this number, before or after its commit."""
    begin, count = Store.begin, iter(range(10_000))

    @contextmanager
    def counted(self: Store) -> Iterator[sa.Connection]:
        mine = next(count) == number
        with begin(self) as connection:
            yield connection
            if mine and not after:
                os.kill(os.getpid(), signal.SIGKILL)
        if mine and after:
            os.kill(os.getpid(), signal.SIGKILL)

    Store.begin = counted  # type: ignore[method-assign]


def pass_in_child(newsroom: Newsroom, sink: Path, number: int, after: bool) -> int:
    """One pass in a process of its own that is killed on the way. Its exit status, or minus the signal."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            dies_at(number, after)
            one_pass(newsroom.now, lambda message: into(sink, message))
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def into(sink: Path, message: Message) -> None:
    with sink.open("a", encoding="utf-8") as file:
        file.write(f"{message.key}\n")


def kill_everywhere(newsroom: Newsroom, folder: Path, databases: Iterator[str], step: int) -> None:
    killed = 0
    for number in range(0, MOST, step):
        survived = True
        for after in (False, True):
            database, sink = next(databases), folder / f"sink-{number}-{after}"
            os.environ["OUTLAY_DATABASE"] = database
            sink.touch()
            status = pass_in_child(newsroom, sink, number, after)
            assert status in (0, -signal.SIGKILL)
            for _ in range(2):
                one_pass(newsroom.now + LATER, lambda message, sink=sink: into(sink, message))
            check(database, sink, killed=status != 0)
            survived &= status == 0
            killed += status != 0
        if survived:
            assert killed > 20 // step, "a pass has at least ten transactions to die at"
            return
    pytest.fail("a pass has more transactions than this test knows of")


def check(database: str, sink: Path, killed: bool) -> None:
    store = Store(database)
    with store.begin() as connection:
        alerts = connection.execute(sa.text("SELECT count(*) FROM alert")).scalar_one()
        states = {row.state for row in connection.execute(sa.text("SELECT state FROM delivery"))}
        unread = connection.execute(sa.text("SELECT count(*) FROM entry WHERE state <> 'read'")).scalar_one()
    store.close()
    arrived = Counter(sink.read_text(encoding="utf-8").split())
    assert alerts == 1, "one alert, whenever the process died"
    assert states == {"sent"}
    assert unread == 0
    assert len(arrived) == 1, "it arrived"
    assert arrived.total() <= 1 + killed, "at most one duplicate a kill, with the same key"


@pytest.fixture
def one_story(newsroom: Newsroom, newsroom_settings: Path) -> Newsroom:
    """A newsroom with one site and one release, which alerts."""
    sources = newsroom_settings / "sources.toml"
    first = sources.read_text(encoding="utf-8").split("\n\n")[0] + "\n"
    sources.write_text(first, encoding="utf-8")
    newsroom.now = newsroom.days[0].at
    return newsroom


def test_a_pass_killed_between_any_two_steps_loses_nothing_on_sqlite(one_story: Newsroom, tmp_path: Path) -> None:
    def databases() -> Iterator[str]:
        for number in range(10_000):
            store = Store(f"sqlite:///{tmp_path / f'{number}.db'}")
            upgrade(store)
            store.close()
            yield f"sqlite:///{tmp_path / f'{number}.db'}"

    kill_everywhere(one_story, tmp_path, databases(), step=1)


def test_a_pass_killed_between_steps_loses_nothing_on_postgresql(
    one_story: Newsroom, tmp_path: Path, postgres: str
) -> None:
    def databases() -> Iterator[str]:
        while True:
            for database in empty_postgres(postgres):
                store = Store(database)
                upgrade(store)
                store.close()
                yield database

    kill_everywhere(one_story, tmp_path, databases(), step=3)
