"""Is a release worth an alert? In: its reading; out: yes or no, as judged with nothing known before.

The rule of the annotation guidelines: a figure of a metric that alerts, in the news of this text, not denied, of a
company or companies, about vehicles, batteries, charging or by a company that is followed.
"""

from __future__ import annotations

from parsers.metrics import ALERTING
from parsers.types import Figure, Reading, Standing, Status


def alert_worthy(reading: Reading) -> bool:
    """Return whether any figure of the reading deserves an alert when nothing is known yet."""
    return any(deserves_alert(figure) for figure in reading.figures)


def deserves_alert(figure: Figure) -> bool:
    """Return whether this figure alone deserves an alert when nothing is known yet."""
    return (
        figure.metric in ALERTING
        and figure.standing is Standing.NEWS
        and figure.status is not Status.DENIED
        and figure.in_scope
    )
