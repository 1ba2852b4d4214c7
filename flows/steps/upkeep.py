"""What keeps a store fit: newer exchange rates, captures let go, rare blocks forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from lxml import etree

from flows.errors import FetchError
from flows.fetch import Fetcher
from flows.store.blocks import forget_rare_blocks
from flows.store.captures import drop_captures
from flows.store.rates import put_rates
from flows.world import World

BANK = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml"
"""The European Central Bank's reference rates of the last ninety days."""

RARE_BLOCKS_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done."""

    rates: int  # new quotes
    captures: int  # let go
    blocks: int  # forgotten
    fault: str = ""  # why there are no newer rates


async def keep(world: World, fetcher: Fetcher, now: datetime) -> Kept:
    """Do all of it. Where the bank cannot be reached the known rates go on serving, and `fault` says so."""
    fault, quotes = "", []
    try:
        quotes = list(read_rates((await fetcher.fetch(BANK, accept="application/xml")).body))
    except (FetchError, etree.XMLSyntaxError) as error:
        fault = str(error)
    with world.store.begin() as connection:
        return Kept(
            rates=put_rates(connection, quotes),
            captures=drop_captures(connection, now - world.settings.keep_captures),
            blocks=forget_rare_blocks(connection, now - RARE_BLOCKS_FOR),
            fault=fault,
        )


def read_rates(body: bytes) -> Iterator[tuple[date, str, Decimal]]:
    """(day, ISO 4217 code, units per euro) of the bank's XML."""
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    for day in root.iterfind(".//{*}Cube[@time]"):
        for quote in day.iterfind("{*}Cube[@currency]"):
            try:
                yield date.fromisoformat(day.get("time", "")), quote.get("currency", ""), Decimal(quote.get("rate", ""))
            except (ValueError, InvalidOperation):
                continue
