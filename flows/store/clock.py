"""After the clock was set back: what was put off until a moment that has moved far away is due now."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.pacing import LONGEST_SEND_WAIT, READ_WAITS
from flows.store.schema import delivery, entry, source

SLACK = timedelta(minutes=5)  # by which clocks of several machines may differ


def mend_clock(connection: sa.Connection, now: datetime) -> int:
    """Make due what waits for the clock to reach where it once was. Returns how many sources, entries, deliveries."""
    return sum(
        connection.execute(table.update().where(ahead).values(due_at=now)).rowcount
        for table, ahead in (
            (source, source.c.polled_at > now + SLACK),
            (entry, sa.and_(entry.c.state == "unread", entry.c.due_at > now + 2 * max(READ_WAITS))),
            (
                delivery,
                sa.and_(
                    delivery.c.state == "pending",
                    delivery.c.hold == "",  # what quiet hours and digests hold may wait for long
                    delivery.c.due_at > now + 2 * LONGEST_SEND_WAIT,
                ),
            ),
        )
    )
