"""E-mail: an HTML page, light and dark, phone and desktop, and the plain text that says the same."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.alerts.content import Content, read_content
from flows.alerts.message import Message
from flows.alerts.templates.text import write_text
from parsers.types import Alert, Rate

# Mail by SMTP, and the services that send mail by their own interface.
SCHEMAS = (
    *("mailto", "mailtos", "azure", "brevo", "mailersend", "mailgun", "o365", "postmark", "resend", "sendgrid"),
    *("sendpulse", "ses", "smtp2go", "sparkpost"),
)


def render(alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD") -> Message:
    """The alert as an e-mail. `rate` turns amounts into `base_currency`; None leaves them out."""
    content = read_content(alert, rate, base_currency)
    footer = f"outlay sends this because the figure is new to it. Alert {content.key[:12]}."
    text = f"{write_text(content)}\n\n-- \n{footer}\n"
    return Message(content.key, content.subject, text, html=write_html(content), thread=content.thread)


def write_html(content: Content) -> str:
    """The page. Jinja escapes every value: nothing of a release becomes markup."""
    fields = {name: getattr(content, name) for name in Content.__slots__}
    return _page("email.html").render(fields, preview=" · ".join(line.amount for line in content.lines))


@cache
def _page(name: str) -> Template:
    loader = PackageLoader("flows.alerts", "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template(name)
