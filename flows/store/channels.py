"""How channels fare: one that fails has a row here, and is left alone until it has rested. Seen by all workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.pacing import LONGEST_SEND_WAIT, channel_wait, is_ill
from flows.store.schema import channel


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel that fails."""

    name: str
    failures: int  # in a row
    failing_since: datetime
    refused: bool  # us: a token, a login, an address; not a message
    rest_until: datetime
    error: str

    def rests(self, now: datetime) -> bool:
        """Whether nothing is sent to it. A rest longer than any that we give was set by a clock since put back."""
        return now < self.rest_until <= now + 2 * LONGEST_SEND_WAIT

    @property
    def is_ill(self) -> bool:
        """Whether it is probed with one message before it gets the others."""
        return is_ill(self.failures, self.refused)


def failing_channels(connection: sa.Connection) -> dict[str, ChannelRow]:
    """The channels whose last message was not accepted, by name."""
    rows = connection.execute(sa.select(*(channel.c[name] for name in ChannelRow.__slots__)))
    return {row.name: ChannelRow(*row) for row in rows}


def channel_worked(connection: sa.Connection, name: str) -> None:
    connection.execute(channel.delete().where(channel.c.name == name))


def channel_failed(
    connection: sa.Connection, name: str, error: str, now: datetime, *, refused: bool, asked: float
) -> timedelta:
    """Count a failure. Returns how long the channel rests. `asked`: seconds that it asked for (Retry-After)."""
    known = failing_channels(connection).get(name)
    failures = known.failures + 1 if known else 1
    rest = channel_wait(failures, refused, asked)
    values = {"failures": failures, "refused": refused, "rest_until": now + rest, "error": error}
    if known:
        connection.execute(channel.update().where(channel.c.name == name).values(values))
    else:
        connection.execute(channel.insert().values(name=name, failing_since=now, **values))
    return rest


def rest_until(connection: sa.Connection, name: str, moment: datetime) -> None:
    """Leave a failing channel alone until then: another worker is probing it."""
    connection.execute(channel.update().where(channel.c.name == name).values(rest_until=moment))
