"""Whether it is our own network that is away. In: what failed. Out: whether that is held against who did not answer.

While nothing answers, sources and pages that were well until then do not back off: when the network is there again all
are asked within minutes, and what they published meanwhile is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from flows.errors import Unreachable
from flows.store.sources import SourceRow, fallen_silent, last_answer

OUTAGE_WAIT = timedelta(minutes=10)  # until who did not answer is asked again
FEWEST = 2  # sources that fall silent one after the other, with no answer from any in between


def is_unanswered(error: Exception) -> bool:
    """Whether nobody answered at all: no connection, no such host, no word in time."""
    return isinstance(error, Unreachable) and not error.status


def is_outage(connection: sa.Connection) -> bool:
    """Whether nothing answers."""
    return fallen_silent(connection) >= FEWEST


def spared(connection: sa.Connection, silent: Sequence[SourceRow], now: datetime) -> list[SourceRow]:
    """Of these sources that were just polled and did not answer, those that were well before, if nothing answers.

    One that fails again although another has answered since its first failure is ill itself. `now`: the run's."""
    last = last_answer(connection)
    if last is not None and last >= now:  # of this very run
        return []
    were_well = [row for row in silent if not row.failures or (row.failures == 1 and _none_since(row, last))]
    return were_well if len(were_well) + fallen_silent(connection, [row.id for row in were_well]) >= FEWEST else []


def _none_since(row: SourceRow, last: datetime | None) -> bool:
    return last is None or row.polled_at is None or last <= row.polled_at
