"""Databases made by earlier releases come to today's schema with all that they know."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from flows.store.captures import FEED, PAGE
from flows.store.engine import Store
from flows.store.migrate import newest, upgrade
from flows.store.outbox import get_alert, list_alerts
from flows.store.releases import get_release, list_figures, stored_releases
from flows.store.schema import capture, known, metadata
from tests.conftest import empty_postgres
from tests.old_databases import kept, load


@pytest.fixture(params=kept(), ids=lambda path: path.name.removesuffix(".sql.gz"))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    """A database that an earlier release made."""
    urls = iter([f"sqlite:///{tmp_path / 'old.db'}"])
    if "postgresql" in request.param.name:
        urls = empty_postgres(request.getfixturevalue("postgres"))
    url = next(urls)
    load(request.param, url)
    store = Store(url)
    yield store
    store.close()
    next(urls, None)


def test_an_old_database_comes_to_todays_schema_and_keeps_what_it_knows(old: Store) -> None:
    with old.begin() as connection:
        before = connection.execute(sa.text("SELECT (SELECT count(*) FROM alert), (SELECT count(*) FROM known)")).one()
    assert before[0] > 0
    assert before[1] > 0
    assert upgrade(old)[1] == newest()
    with old.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
        assert connection.execute(sa.select(sa.func.count()).select_from(known)).scalar_one() == before[1]
        alerts = list_alerts(connection)
        assert len(alerts) == before[0]
        assert all(item.state == "sent" for row in alerts for item in row.deliveries)
        assert get_alert(connection, alerts[0].id) is not None
        assert list_figures(connection)
        assert all(get_release(connection, row.id).text for row in stored_releases(connection))  # type: ignore[union-attr]
        kinds = set(connection.execute(sa.select(capture.c.kind)).scalars())
    assert kinds == {PAGE, FEED}


def test_a_database_is_kept_of_every_schema_before_todays() -> None:
    names = {path.name.split(".")[0] for path in kept()}
    versions = {path.stem.split("_")[0] for path in (Path("flows/store/migrations/versions")).glob("0*.py")}
    assert {"0001"} <= names
    assert {name.split("_")[0] for name in names} <= versions
