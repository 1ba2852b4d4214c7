"""Slack: blocks, and the text that notifications show.

Slack reads `<...>` as mention or link and `&`, `<`, `>` are its only escapes (https://docs.slack.dev/messaging/formatting-message-text).
All that comes from a page is escaped, and `verbatim` keeps Slack from linking or mentioning anything by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from flows.alerts.content import Content, Line, read_content
from flows.alerts.digest import read_digest
from flows.alerts.message import NO_CAUSE, Cause, Message
from flows.alerts.safety import APART, EMOJI, TWINS, cut
from flows.alerts.templates.text import write_list, write_text
from parsers.types import Alert, Rate

SCHEMAS = ("slack",)

# Limits of the service: https://docs.slack.dev/reference/block-kit/blocks
LONGEST_HEADER = 150
LONGEST_SECTION = 3000
LONGEST_LINK = 2000  # a section holds one link at least
MOST_BLOCKS = 50

Block = dict[str, Any]


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE) -> Message:
    """The alert as Slack blocks. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency, cause)
    payload = _payload(content.subject, write_blocks(content))
    text = write_text(content)
    return Message(content.key, content.subject, text, payload=payload, link=content.place.url, thread=content.thread)


def render_digest(
    alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """Several alerts as a list of their subjects, each a link; as many as Slack takes blocks."""
    told = read_digest(alerts, rate, base_currency, cause)
    sections = [_section(f"{_link(content.place.url, content.subject)}\n{content.dated}") for content in told.contents]
    most = MOST_BLOCKS - 3  # beside the header, the count of the rest and the footer
    blocks = [_header(told.subject), *sections[:most]]
    if len(sections) > most:
        blocks.append(_section(f"and {len(sections) - most} more"))
    blocks.append(_context(escape(told.footer)))
    return Message(told.key, told.subject, write_list(told.contents), payload=_payload(told.subject, blocks))


def write_blocks(content: Content) -> list[Block]:
    """Header, a section a figure, the release, its history, other sources, the times."""
    blocks = [_header(content.subject), *(_figure(line) for line in content.lines)]
    if content.more:
        blocks.append(_section(f"and {content.more} more figures"))
    blocks.append(_section(_release(content)))
    if content.history:
        blocks.append(_section(_fitting(("*Earlier*", *_history(content)), "\n")))
    if content.sources:
        blocks.append(_section(f"*Earlier also carried by* {_fitting(_sources(content), ', ')}"))
    times = f"Published: {content.published} · Seen: {content.seen} · {escape(content.footer)}"
    return [*blocks[: MOST_BLOCKS - 1], _context(times)]


def escape(text: str) -> str:
    """Text in which Slack sees no mention, no link, no emphasis and no emoji."""
    plain = EMOJI.sub(f":{APART}", text).translate(TWINS)  # mrkdwn has no escape for these
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _payload(subject: str, blocks: list[Block]) -> str:
    """The body of Slack's request; `text` is what notifications show."""
    document = {"text": escape(subject), "mrkdwn": False, "unfurl_links": False, "blocks": blocks}
    return json.dumps(document, ensure_ascii=False)


def _figure(line: Line) -> Block:
    change = f", was {line.before}" if line.before else ""
    rows = (
        f"*{escape(line.heading)}*",
        f"*{escape(line.amount)}*{escape(change)}{f' ({escape(line.percent)})' if line.percent else ''}",
        escape(line.details),
        *(escape(f"= {amount}, as the text has it") for amount in line.also),
        line.converted and escape(f"= {line.converted}"),
        line.quote and f"> {escape(line.quote)}",
    )
    return _section("\n".join(filter(None, rows)))


def _release(content: Content) -> str:
    return f"{_link(content.place.url, content.title)} ({escape(content.place.site)})"


def _history(content: Content) -> list[str]:
    return [f"{past.day}: {escape(past.words)}, {_link(past.place.url, past.place.site)}" for past in content.history]


def _sources(content: Content) -> list[str]:
    more = [f"and {content.more_sources} more"] if content.more_sources else []
    return [*(_link(place.url, place.site) for place in content.sources), *more]


def _link(url: str, name: str) -> str:
    """A link under a name. `|` would end the address; `safety.safe_link` lets none through."""
    address = url.replace("&", "&amp;")
    return f"<{address}|{escape(name)}>" if 0 < len(address) <= LONGEST_LINK else escape(name)


def _fitting(rows: Iterable[str], joint: str) -> str:
    """As many rows as one section carries, whole ones only: half a link is none."""
    kept, room = [], LONGEST_SECTION - 100
    for row in rows:
        room -= len(row) + len(joint)
        if room < 0:
            break
        kept.append(row)
    return joint.join(kept)


def _header(text: str) -> Block:
    growth = len(escape(text)) - len(text)
    short = escape(cut(text, LONGEST_HEADER - growth))
    return {"type": "header", "text": {"type": "plain_text", "text": short, "emoji": False}}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [_text(text)]}


def _section(text: str) -> Block:
    return {"type": "section", "text": _text(text)}


def _text(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}
