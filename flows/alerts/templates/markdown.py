"""Markdown for chats: Discord, Telegram, Matrix, Teams, Mattermost, Rocket.Chat, Zulip, Google Chat, Webex.

Each reads another dialect, and Apprise turns it into HTML for some. So a page's text loses what any of them would read
as markup: brackets and emphasis are escaped, angle brackets become ‹ ›, and `@` is parted from the name behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.alerts.content import Content, Line, read_content
from flows.alerts.digest import read_digest
from flows.alerts.message import NO_CAUSE, Cause, Form, Message
from flows.alerts.safety import APART, EMOJI, TWINS
from parsers.types import Alert, Rate

SCHEMAS = (
    *("discord", "tgram", "matrix", "matrixs", "msteams", "workflow", "workflows", "mmost", "mmosts"),
    *("rocket", "rockets", "zulip", "gchat", "webex", "wxteams", "chime", "guilded", "kook", "twist", "reddit"),
    *("evolution", "evolutions"),
)
SPECIAL = re.compile(r"[\\`*_\[\]()#]")
PAIRS = re.compile(r"([|=+-])(?=\1)|(~)")  # ||spoiler||, a rule or a heading's underline, ~~struck~~, ~channel


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE) -> Message:
    """The alert in Markdown. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency, cause)
    title, body = _title(content.subject), write_markdown(content)
    return Message(content.key, title, body, Form.MARKDOWN, link=content.place.url, thread=content.thread)


def render_digest(
    alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """Several alerts as a list of their subjects, each a link."""
    told = read_digest(alerts, rate, base_currency, cause)
    rows = (f"- {_link(content.place.url, content.subject)}, {content.dated}" for content in told.contents)
    body = "\n".join((*rows, "", escape(told.footer)))
    return Message(told.key, _title(told.subject), body, Form.MARKDOWN)


def write_markdown(content: Content) -> str:
    """Everything the alert says but its subject."""
    paragraphs = [*(_figure(line) for line in content.lines)]
    if content.more:
        paragraphs.append(f"and {content.more} more figures")
    paragraphs.append(_release(content))
    if content.history:
        paragraphs.append("**Earlier**\n\n" + "\n".join(_history(content)))
    if content.sources:
        paragraphs.append(f"**Earlier also carried by** {', '.join(_sources(content))}")
    paragraphs.append(escape(content.footer))
    return "\n\n".join(paragraphs)


def escape(text: str) -> str:
    """Text in which no dialect sees markup, a mention, or a link under another name."""
    return SPECIAL.sub(r"\\\g<0>", PAIRS.sub(rf"\g<0>{APART}", defuse(text)))


def defuse(text: str) -> str:
    """Text without tags, mentions, entities and addresses that a service would act on."""
    plain = EMOJI.sub(f":{APART}", text.replace("<", "‹").replace(">", "›"))
    return plain.replace("@", f"@{APART}").replace("://", f":{APART}//").replace("&", f"&{APART}")


def _title(text: str) -> str:
    """A title: some services read Markdown there, others would show its escapes."""
    return defuse(text).translate(TWINS).replace("](", "] (")


def _figure(line: Line) -> str:
    change = f", was {line.before}" if line.before else ""
    percent = f" ({line.percent})" if line.percent else ""
    rows = (
        f"**{escape(line.heading)}: {escape(line.amount)}**{escape(change)}{percent}",
        escape(line.details),
        *(f"= {escape(amount)}, as the text has it" for amount in line.also),
        line.converted and f"= {escape(line.converted)}",
    )
    quote = f"\n\n> “{escape(line.quote)}”" if line.quote else ""
    body = "  \n".join(filter(None, rows))
    return f"{body}{quote}"


def _release(content: Content) -> str:
    rows = (
        f"{_link(content.place.url, content.title)} ({escape(content.place.site)})",
        f"Published: {content.published}",
        f"Seen: {content.seen}",
    )
    return "  \n".join(rows)


def _history(content: Content) -> list[str]:
    return [f"- {past.day}: {escape(past.words)}, {_link(past.place.url, past.place.site)}" for past in content.history]


def _sources(content: Content) -> list[str]:
    more = [f"and {content.more_sources} more"] if content.more_sources else []
    return [*(_link(place.url, place.site) for place in content.sources), *more]


def _link(url: str, name: str) -> str:
    """A link under a name; a bracket in the address would end it."""
    address = url.replace("(", "%28").replace(")", "%29")
    return f"[{escape(name)}]({address})" if url else escape(name)
