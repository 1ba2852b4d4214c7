"""A release -> figures and doubts: whose number, what for, first part or whole, news or background.

In: a `Release` and the companies that are followed. Out: a `Reading`. Every figure names the rules that decided on it;
a number that was seen and not understood is a doubt with its reason. Pure: the same release gives the same reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.actors import Companies
from parsers.figures.assemble import assemble
from parsers.figures.metric import SILENT
from parsers.figures.page import lay_out, speaker_country
from parsers.figures.worth import alert_worthy
from parsers.metrics import ALERTING
from parsers.quantities import read_quantities
from parsers.types import Doubt, Figure, Reading, Release, UnitKind

__all__ = ["Companies", "alert_worthy", "read_figures"]


def read_figures(release: Release, companies: Companies) -> Reading:
    """Return every figure of a release, in the order of the text, and what could not be read."""
    country = speaker_country(release, companies)
    mentions, doubts = read_quantities(release.text, release.language, site=release.site, country=country)
    figures = assemble(lay_out(release, mentions, companies))
    return Reading(figures, (*doubts, *_unexplained(figures)))


def _unexplained(figures: Iterable[Figure]) -> Iterator[Doubt]:
    """An amount that was read, and of which the text does not say what it is or whose."""
    for figure in figures:
        mention = figure.mention
        if SILENT in figure.rules and mention.quantity.unit.kind is UnitKind.MONEY:
            yield Doubt(mention.exact, mention.start, mention.end, "nothing says what the amount is")
        elif figure.metric in ALERTING and figure.actor is None:
            yield Doubt(mention.exact, mention.start, mention.end, "nobody is named to whom the amount belongs")
