"""What keeps a store fit: newer exchange rates, and what is old let go, a little in each transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import partial

from lxml import etree

from flows.errors import FetchError
from flows.fetch import Fetcher
from flows.store.blocks import forget_rare_blocks
from flows.store.captures import FEED, PAGE, drop_captures
from flows.store.rates import put_rates
from flows.store.retention import drop_attempts, drop_notices, drop_texts
from flows.world import World

BANK = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml"
"""The European Central Bank's reference rates of the last ninety days."""

RARE_BLOCKS_FOR = timedelta(days=60)
AT_ONCE = 500  # rows that one transaction lets go


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done."""

    rates: int  # new quotes
    captures: int  # let go, and so on
    texts: int  # of releases
    attempts: int
    notices: int
    blocks: int  # forgotten
    fault: str = ""  # why there are no newer rates

    @property
    def summary(self) -> str:
        """One line for people."""
        return (
            f"{self.rates} new rates; let go: {self.captures} captures, {self.texts} texts of releases, "
            f"{self.attempts} tries, {self.notices} notices, {self.blocks} blocks"
        )


async def keep(world: World, fetcher: Fetcher, now: datetime) -> Kept:
    """Do all of it. Where the bank cannot be reached the known rates go on serving, and `fault` says so."""
    fault, quotes = "", []
    try:
        quotes = list(read_rates((await fetcher.fetch(BANK, accept="application/xml")).body))
    except (FetchError, etree.XMLSyntaxError) as error:
        fault = str(error)
    with world.store.begin() as connection:
        rates = put_rates(connection, quotes)
        blocks = forget_rare_blocks(connection, now - RARE_BLOCKS_FOR)
    return Kept(rates=rates, blocks=blocks, fault=fault, **let_go(world, now))


def let_go(world: World, now: datetime) -> dict[str, int]:
    """How many rows went of each kind."""
    keep = world.settings
    pages = partial(drop_captures, kind=PAGE, before=now - keep.keep_captures)
    feeds = partial(drop_captures, kind=FEED, before=now - min(keep.keep_feeds, keep.keep_captures))
    over = now - keep.keep_attempts
    return {
        "captures": _by_and_by(world, pages) + _by_and_by(world, feeds),
        "texts": _by_and_by(world, partial(drop_texts, before=now - keep.keep_texts)),
        "attempts": _by_and_by(world, partial(drop_attempts, before=over)),
        "notices": _by_and_by(world, partial(drop_notices, before=over)),
    }


def _by_and_by(world: World, drop: Callable[..., int]) -> int:
    """Drop what is old, AT_ONCE rows in a transaction: other writers come between."""
    total = 0
    while True:
        with world.store.begin() as connection:
            gone = drop(connection, limit=AT_ONCE)
        total += gone
        if gone < AT_ONCE:
            return total


def read_rates(body: bytes) -> Iterator[tuple[date, str, Decimal]]:
    """(day, ISO 4217 code, units per euro) of the bank's XML."""
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    for day in root.iterfind(".//{*}Cube[@time]"):
        for quote in day.iterfind("{*}Cube[@currency]"):
            try:
                yield date.fromisoformat(day.get("time", "")), quote.get("currency", ""), Decimal(quote.get("rate", ""))
            except (ValueError, InvalidOperation):
                continue
