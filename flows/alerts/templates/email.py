"""E-mail: an HTML page, light and dark, phone and desktop, and the plain text that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.alerts.content import Content, read_content
from flows.alerts.digest import MOST_IN_FULL, read_digest
from flows.alerts.message import Message
from flows.alerts.templates.text import write_list, write_text
from parsers.types import Alert, Rate

# Mail by SMTP, and the services that send mail by their own interface.
SCHEMAS = (
    *("mailto", "mailtos", "azure", "brevo", "mailersend", "mailgun", "o365", "postmark", "resend", "sendgrid"),
    *("sendpulse", "ses", "smtp2go", "sparkpost"),
)


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD") -> Message:
    """The alert as an e-mail. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency)
    text = f"{write_text(content)}\n\n-- \n{_footer(content.key)}\n"
    html = write_html(content.subject, (content,), _footer(content.key))
    return Message(content.key, content.subject, text, html=html, link=content.place.url, thread=content.thread)


def render_digest(alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD") -> Message:
    """Several alerts as one e-mail: the list of their subjects, then the first in full."""
    told = read_digest(alerts, rate, base_currency)
    whole = (f"{content.subject}\n\n{write_text(content)}" for content in told.contents[:MOST_IN_FULL])
    text = "\n\n\n".join((write_list(told.contents), *whole))
    html = write_html(told.subject, told.contents, _footer(told.key))
    return Message(told.key, told.subject, f"{text}\n\n-- \n{_footer(told.key)}\n", html=html)


def write_html(subject: str, contents: Sequence[Content], footer: str) -> str:
    """The page. Jinja escapes every value: nothing of a release becomes markup."""
    preview = " · ".join(line.amount for content in contents[:MOST_IN_FULL] for line in content.lines)
    return _page("email.html").render(
        subject=subject, contents=contents, full=contents[:MOST_IN_FULL], footer=footer, preview=preview
    )


def _footer(key: str) -> str:
    return f"outlay sends this because the figure is new to it. Alert {key[:12]}."


@cache
def _page(name: str) -> Template:
    loader = PackageLoader("flows.alerts", "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template(name)
