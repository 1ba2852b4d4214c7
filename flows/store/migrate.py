"""Bring a database to today's schema. Migrations live in `migrations/versions`, one a step, and are never edited."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from flows.store.engine import Store

FOLDER = Path(__file__).parent / "migrations"


def upgrade(store: Store, to: str = "head") -> tuple[str, str]:
    """Run the missing migrations. Returns the version before ("" for an empty database) and after."""
    before = version(store)
    config = _config()
    with store.begin() as connection:
        if not store.is_sqlite:  # two processes that start together: the second waits, and finds nothing to do
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(7215339)"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)
    return before, version(store)


def version(store: Store) -> str:
    with store.begin() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def newest() -> str:
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def is_current(store: Store) -> bool:
    return version(store) == newest()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return config
