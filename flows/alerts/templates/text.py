"""Plain text: SMS, ntfy, the terminal, and every service that no other template serves.

Some of those are chats, so mentions are parted here too; the plain half of an e-mail (`write_text`) needs none of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.alerts.content import Content, Line, read_content
from flows.alerts.digest import read_digest
from flows.alerts.history import Past
from flows.alerts.message import NO_CAUSE, Cause, Message
from flows.alerts.places import Place
from flows.alerts.safety import inert
from parsers.types import Alert, Rate

SCHEMAS: tuple[str, ...] = ()  # none of its own: it is the fallback


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE) -> Message:
    """The alert as plain text. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency, cause)
    title, body = inert(content.subject), inert(write_text(content))
    return Message(content.key, title, body, link=content.place.url, thread=content.thread)


def render_digest(
    alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """Several alerts as a list of their subjects, each with its link."""
    told = read_digest(alerts, rate, base_currency, cause)
    return Message(told.key, inert(told.subject), inert(write_list(told.contents)))


def write_list(contents: Sequence[Content]) -> str:
    """A paragraph an alert: its subject, its link, its day."""
    return "\n\n".join("\n".join((content.subject, _source(content.place), content.dated)) for content in contents)


def write_text(content: Content) -> str:
    """Everything the alert says but its subject, a paragraph a figure; also the plain half of an e-mail."""
    paragraphs = [*(_figure(line) for line in content.lines), *_more(content.more, "figure"), _release(content)]
    if content.history:
        paragraphs.append("\n".join(("Earlier:", *(f"- {_past(past)}" for past in content.history))))
    if content.sources:
        rows = [*(f"- {_source(place)}" for place in content.sources), *_more(content.more_sources, "source")]
        paragraphs.append("\n".join(("Earlier also carried by:", *rows)))
    return "\n\n".join(paragraphs)


def _figure(line: Line) -> str:
    change = " ".join(filter(None, (f"was {line.before}" if line.before else "", line.percent and f"({line.percent})")))
    rows = (
        f"{line.heading}: {line.amount}{f', {change}' if change else ''}",
        line.details,
        *(f"= {amount}, as the text has it" for amount in line.also),
        line.converted and f"= {line.converted}",
        line.quote and f"“{line.quote}”",
    )
    return "\n".join(filter(None, rows))


def _release(content: Content) -> str:
    rows = (
        content.title,
        content.place.url,
        f"Source: {content.place.site}",
        f"Published: {content.published}",
        f"Seen: {content.seen}",
    )
    return "\n".join(filter(None, rows))


def _past(past: Past) -> str:
    return f"{past.day}: {past.words}, {_source(past.place)}"


def _source(place: Place) -> str:
    return place.url or place.site


def _more(count: int, noun: str) -> list[str]:
    return [f"and {count} more {noun}{'s' if count > 1 else ''}"] if count else []
