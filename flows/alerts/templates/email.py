"""E-mail: an HTML page, light and dark, phone and desktop, and the plain text that says the same.

Charts are pictures within the mail, for which a sender must speak MIME; services that take HTML alone get the page
without them, which says the same in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.alerts.chart import DARK, HEIGHT, LIGHT, WIDTH, Theme, draw_chart
from flows.alerts.content import Content, read_content
from flows.alerts.digest import MOST_IN_FULL, read_digest
from flows.alerts.history import Chart
from flows.alerts.message import NO_CAUSE, Cause, Image, Message
from flows.alerts.templates.text import write_list, write_text
from parsers.types import Alert, Rate

# Mail by SMTP, and the services that send mail by their own interface.
SCHEMAS = (
    *("mailto", "mailtos", "azure", "brevo", "mailersend", "mailgun", "o365", "postmark", "resend", "sendgrid"),
    *("sendpulse", "ses", "smtp2go", "sparkpost"),
)
WHY = "outlay sends this because the figure is new to it."
MOST_ROWS = 3  # of one alert in the table of a digest


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE) -> Message:
    """The alert as an e-mail. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency, cause)
    message = _message(content.key, content.subject, write_text(content), (content,), content.footer)
    return replace(message, link=content.place.url, thread=content.thread)


def render_digest(
    alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Message:
    """Several alerts as one e-mail: a table of all, then the first in full."""
    told = read_digest(alerts, rate, base_currency, cause)
    whole = (f"{content.subject}\n\n{write_text(content)}" for content in told.contents[:MOST_IN_FULL])
    text = "\n\n\n".join((write_list(told.contents), *whole))
    return _message(told.key, told.subject, text, told.contents, told.footer)


def _message(key: str, subject: str, text: str, contents: Sequence[Content], footer: str) -> Message:
    charts = {content.key: content.chart for content in contents[:MOST_IN_FULL] if content.chart}
    pictures = {number: _picture(number, chart) for number, chart in charts.items()}
    images = (Image(id, draw_chart(chart, theme)) for number, chart in charts.items() for id, theme in _themes(number))
    return Message(
        key,
        subject,
        f"{text}\n\n-- \n{WHY} {footer}\n",
        html=write_html(subject, contents, footer),
        illustrated=write_html(subject, contents, footer, pictures) if pictures else "",
        images=tuple(images),
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as the page shows it: one picture by day and one by night, and what both show."""

    day: str
    night: str
    words: str
    width: int = WIDTH
    height: int = HEIGHT


def _picture(key: str, chart: Chart) -> Picture:
    (day, _), (night, _) = _themes(key)
    return Picture(day, night, chart.words)


def _themes(key: str) -> tuple[tuple[str, Theme], tuple[str, Theme]]:
    """The ids of an alert's pictures, light and dark."""
    return (f"{key[:12]}-day@outlay", LIGHT), (f"{key[:12]}-night@outlay", DARK)


def write_html(
    subject: str, contents: Sequence[Content], footer: str, pictures: Mapping[str, Picture] = MappingProxyType({})
) -> str:
    """The page, with the pictures of alerts by their keys. Jinja escapes every value: nothing of a release becomes
    markup."""
    full = contents[:MOST_IN_FULL]
    preview = " · ".join(line.amount for content in full for line in content.lines)
    return _page("email.html").render(
        subject=subject, contents=contents, full=full, rows=MOST_ROWS, pictures=pictures, preview=preview,
        footer=f"{WHY} {footer}",
    )  # fmt: skip


@cache
def _page(name: str) -> Template:
    loader = PackageLoader("flows.alerts", "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template(name)
