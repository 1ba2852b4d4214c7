"""A short run of `tests/bench/bench_outbox.py`: workers killed at random moments lose nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.store.engine import Store
from flows.store.migrate import upgrade
from tests.conftest import empty_postgres
from tests.outbox_kills import VARIABLES, Outcome, check, run, told_at_once

pytestmark = pytest.mark.slow
KILLS = STORIES = 4


@pytest.fixture(autouse=True)
def _settings_are_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The same stories, all at once, and nobody is killed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.setenv(name, "")
        return told_at_once(folder, migrated(f"sqlite:///{folder / 'run.db'}"), STORIES)


def migrated(database: str) -> str:
    store = Store(database)
    upgrade(store)
    store.close()
    return database


def check_kills(folder: Path, database: str, undisturbed: Outcome) -> None:
    """Each story alerts once, whoever died, with the fingerprint that it has where nobody dies."""
    killed = run(folder, migrated(database), KILLS, STORIES)
    assert killed.kills >= KILLS
    assert len(undisturbed.alerts) == STORIES
    check(killed, undisturbed)


def test_workers_killed_at_random_moments_lose_nothing_on_sqlite(tmp_path: Path, undisturbed: Outcome) -> None:
    check_kills(tmp_path, f"sqlite:///{tmp_path / 'run.db'}", undisturbed)


def test_workers_killed_at_random_moments_lose_nothing_on_postgresql(
    tmp_path: Path, undisturbed: Outcome, own_postgres: str
) -> None:
    check_kills(tmp_path, own_postgres, undisturbed)


@pytest.fixture
def own_postgres(postgres: str) -> Iterator[str]:
    yield from empty_postgres(postgres)
