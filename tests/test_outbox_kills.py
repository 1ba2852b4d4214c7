"""A short run of `tests/bench/bench_outbox.py`: workers killed at random moments lose nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.store.engine import Store
from flows.store.migrate import upgrade
from tests.conftest import empty_postgres
from tests.outbox_kills import VARIABLES, run

pytestmark = pytest.mark.slow
KILLS = STORIES = 4


@pytest.fixture(autouse=True)
def _settings_are_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "")


def migrated(database: str) -> str:
    store = Store(database)
    upgrade(store)
    store.close()
    return database


def check_kills(folder: Path, database: str) -> None:
    """Each story alerts once, whoever died, and each alert arrives, at most once more for each kill."""
    killed = run(folder, migrated(database), KILLS, STORIES)
    assert killed.kills >= KILLS
    assert len(killed.alerts) == STORIES
    assert killed.lost == killed.strange == killed.twice == killed.unread == 0
    assert killed.states == {"sent"}
    assert killed.duplicates <= killed.kills


def test_workers_killed_at_random_moments_lose_nothing_on_sqlite(tmp_path: Path) -> None:
    check_kills(tmp_path, f"sqlite:///{tmp_path / 'run.db'}")


def test_workers_killed_at_random_moments_lose_nothing_on_postgresql(tmp_path: Path, own_postgres: str) -> None:
    check_kills(tmp_path, own_postgres)


@pytest.fixture
def own_postgres(postgres: str) -> Iterator[str]:
    yield from empty_postgres(postgres)
