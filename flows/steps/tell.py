"""Problems in, what the operator is owed out: each told once, again when it got worse, and once more when it is over.

The operator's messages go through the outbox like alerts, to the channels that are tagged `operator`, and never to one
that is itself the problem while another is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from flows.addressing import operators
from flows.alerts.safety import clean, header
from flows.health import Problem
from flows.store.claims import lock_outbox
from flows.store.outbox import put_notice
from flows.store.told import ToldRow, forget_told, put_told, told_problems
from flows.world import World
from parsers.fingerprints import digest

MOST_NAMES = 3  # that a subject has
MOST_TOLD = 50  # problems that one message spells out


def tell_operator(world: World, scope: str, problems: Iterable[Problem], now: datetime) -> list[str]:
    """Owe the operator what he does not know yet. `problems`: all that there are now of this scope.

    Returns the subjects. Without a channel for it nothing is written: who adds one later is told then."""
    found = {problem.key: problem for problem in problems}
    channels = _well(operators(world.channels), found.values())
    if not channels:
        return []
    with world.store.begin() as connection:
        fresh, over = turned(connection, scope, found.values(), now)
        notices = [*_trouble(fresh), *_relief(over)]
        for subject, body in notices:
            key = digest("\n".join((scope, now.isoformat(), subject, body)))[:32]
            put_notice(connection, key, subject, body, channels, now)
    return [subject for subject, _ in notices]


def turned(
    connection: sa.Connection, scope: str, problems: Iterable[Problem], now: datetime
) -> tuple[list[Problem], list[ToldRow]]:
    """Which of these problems have come up, or got worse, since this was last asked for the scope, and which are over.
    From now on they count as told."""
    found = {problem.key: problem for problem in problems}
    lock_outbox(connection)
    known = told_problems(connection, scope)
    fresh = [item for key, item in found.items() if key not in known or item.mark > known[key].mark]
    over = [row for key, row in known.items() if key not in found]
    put_told(connection, scope, [ToldRow(item.key, item.where, item.mark, now) for item in fresh])
    forget_told(connection, scope, [row.key for row in over])
    return fresh, over


def _well(channels: Sequence[str], found: Iterable[Problem]) -> list[str]:
    """The channels that are not themselves a problem; all of them where there is no other."""
    ill = {problem.where for problem in found}
    return [name for name in channels if name not in ill] or list(channels)


def _trouble(fresh: Sequence[Problem]) -> list[tuple[str, str]]:
    """Subject and body about what is new; nothing where nothing is. Words of a server may stand in it: cleaned."""
    if not fresh:
        return []
    subject = (
        f"outlay: {fresh[0].where}: {fresh[0].what}"
        if len(fresh) == 1
        else f"outlay: {len(fresh)} problems: {_names([item.where for item in fresh])}"
    )
    rows = [f"{clean(f'{item.where}: {item.what}')}\n  {item.remedy}" for item in fresh[:MOST_TOLD]]
    if len(fresh) > MOST_TOLD:
        rows.append(f"and {len(fresh) - MOST_TOLD} more: see `outlay doctor`")
    return [(header(subject), "\n\n".join(rows))]


def _relief(over: Sequence[ToldRow]) -> list[tuple[str, str]]:
    if not over:
        return []
    rows = [f"{clean(row.where)}: well again; it was told on {row.told_at:%Y-%m-%d %H:%M} UTC" for row in over]
    return [(header(f"outlay: well again: {_names([row.where for row in over])}"), "\n".join(rows[:MOST_TOLD]))]


def _names(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = len(unique) - MOST_NAMES
    return ", ".join(unique[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
