"""Several alerts in, what one message about all of them says out: for quiet hours, daily and weekly digests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.alerts.content import Content, digest, footer, read_content
from flows.alerts.message import NO_CAUSE, Cause
from flows.alerts.safety import header
from parsers.types import Alert, Rate

MOST_NAMES = 4  # companies that the subject names
MOST_IN_FULL = 8  # alerts that an e-mail spells out after the list of all: Gmail cuts a page at 102 kB


@dataclass(frozen=True, slots=True)
class Digest:
    """Alerts in words, in the order given. The same alerts have the same key."""

    key: str
    subject: str  # "7 alerts: Xiaomi, Hyundai, NIO, BYD and 2 more"
    contents: tuple[Content, ...]
    footer: str


def read_digest(
    alerts: Sequence[Alert], rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Digest:
    """All that a message about these alerts says; at least one. `rate` None: no amounts in the base currency."""
    contents = tuple(read_content(alert, rate, base_currency) for alert in alerts)
    key = digest("\n".join(content.key for content in contents))
    return Digest(key, _subject(contents), contents, footer(cause, key))


def _subject(contents: tuple[Content, ...]) -> str:
    names = list(dict.fromkeys(content.actor for content in contents))
    named, more = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
    counted = f"{len(contents)} alert{'' if len(contents) == 1 else 's'}"
    return header(f"{counted}: {named}{f' and {more} more' if more > 0 else ''}")
