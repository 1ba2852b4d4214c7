"""Settings in, everything a run needs out: the store, the seeds, the rates, the channels. Opened once a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.alerts.channels import Channel, ChannelInvalid, read_channels
from flows.engine import secret_block
from flows.errors import SettingsInvalid, StoreError
from flows.rates import make_rate
from flows.seeds import Seeds, read_seeds
from flows.settings import Settings
from flows.store.engine import Store
from flows.store.migrate import is_current, upgrade
from flows.store.rates import newer_rates
from flows.store.sources import put_sources
from parsers.actors import Companies
from parsers.types import Rate

TERMINAL = Channel(name="terminal", schema="", tags=frozenset())
"""Where alerts go while no channel is configured."""


@dataclass(frozen=True, slots=True)
class World:
    """What the steps act on."""

    settings: Settings
    seeds: Seeds
    companies: Companies
    kin: Mapping[str, frozenset[str]]  # slug -> the slugs of its group
    rate: Rate
    store: Store
    channels: tuple[Channel, ...]


@contextmanager
def open_world(settings: Settings, now: datetime | None = None) -> Iterator[World]:
    """Open all of it. The embedded database is created and migrated unasked; another one must be current.

    Raises SettingsInvalid and StoreError, each with the remedy.
    """
    seeds = read_seeds(settings.seeds)
    channels = configured_channels(settings)
    store = open_store(settings)
    try:
        with store.begin() as connection:
            seen = [(item.slug, item.name, item.url, item.kind) for item in seeds.sources]
            put_sources(connection, seen, now or datetime.now(UTC))
            newer = newer_rates(connection)
        yield World(
            settings,
            seeds,
            Companies(seeds.companies),
            groups(seeds),
            make_rate(settings.seeds, newer),
            store,
            channels,
        )
    finally:
        store.close()


def open_store(settings: Settings) -> Store:
    """The store at the newest version of its schema."""
    if settings.is_embedded:
        make_home(settings)
    store = Store(settings.database_url)
    if settings.is_embedded:
        upgrade(store)
    elif not is_current(store):
        raise StoreError(store.where, "its tables are not of this version; run `outlay db upgrade`")
    return store


def make_home(settings: Settings) -> None:
    """The folder of the embedded database, for its owner's eyes only."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsInvalid(
            "OUTLAY_HOME", f"cannot make {settings.home}: {error.strerror}; name another folder"
        ) from error


def configured_channels(settings: Settings) -> tuple[Channel, ...]:
    """The channels of the settings, or the terminal where there are none."""
    text = settings.channels.get_secret_value() or secret_block(settings.channels_block)
    try:
        return read_channels(text) if text.strip() else (TERMINAL,)
    except ChannelInvalid as error:
        raise SettingsInvalid("OUTLAY_CHANNELS", f"line {error.line}: {error.reason}") from None


def groups(seeds: Seeds) -> dict[str, frozenset[str]]:
    """For each company the slugs of its group, itself included, of its joint ventures, and of who shares it: figures of
    one may be told of the other."""
    members: dict[str, set[str]] = {}
    companies = Companies(seeds.companies)
    heads = {company.slug: companies.group_of(company.slug) for company in seeds.companies}
    for slug, head in heads.items():
        members.setdefault(head, set()).add(slug)
    kin = {slug: set(members[head]) for slug, head in heads.items()}
    for venture in seeds.companies:
        for owner in venture.owners:
            kin[venture.slug].add(owner)
            kin[owner].add(venture.slug)
    return {slug: frozenset(others) for slug, others in kin.items()}
