"""Templates, found and not registered: each module here is one form of message.

A template has `SCHEMAS`, the Apprise schemas it serves, and
`render(alert, *, rate=None, base_currency="USD", cause=Cause()) -> Message`; `render_digest` does the same for several
alerts.
A schema that none claims is served by `text`.
A new template is a new file here and its golden text in `tests/cases/alerts/`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from flows.alerts.message import NO_CAUSE, Cause, Message
from parsers.types import Alert, Rate

FALLBACK = "text"


class Template(Protocol):
    """What a module of this package offers."""

    SCHEMAS: tuple[str, ...]

    def render(
        self, alert: Alert, *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
    ) -> Message:
        """The alert in this form."""
        ...

    def render_digest(
        self, alerts: Sequence[Alert], *, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
    ) -> Message:
        """Several alerts in one message of this form."""
        ...


@cache
def templates() -> dict[str, Template]:
    """Every template by its module's name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return {name: cast(Template, import_module(f"{__name__}.{name}")) for name in names}


def template_for(schema: str) -> Template:
    """The template that serves an Apprise schema ("mailto", "slack", "tgram", ...); `text` where none claims it."""
    claimed = (template for template in templates().values() if schema in template.SCHEMAS)
    return next(claimed, templates()[FALLBACK])
