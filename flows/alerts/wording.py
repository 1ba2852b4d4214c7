"""An alert in, its subject line out: who, what, how much, compared with what.

"Xiaomi: new investment, 10 billion yuan first, about 10 billion US dollars over ten years (smart electric vehicles)"
"Hyundai: investment raised from 24 to 30 trillion won (+25 %)"
"BYD: rumoured investment, 1 billion US dollars (plant in Manisa)"

The same words serve the body: `part_words`, `period_words`, `status_words`, `metric_words`, `kind_words`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from flows.alerts.amounts import write_amount, write_percent, write_step
from flows.alerts.safety import clean, header
from parsers.metrics import METRICS
from parsers.types import Alert, Bound, Change, ChangeKind, Figure, Part, Period, Status

LONGEST_SUBJECT = 240
LONGEST_TARGET = 60
NUMBER_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# Labels that do not read well in a subject ("funding raised raised from"); all others are the metric's own.
LABELS = {"funding_raised": "funding", "other": "amount"}
PARTS = {
    Part.INITIAL: "first",
    Part.ADDITIONAL: "additional",
    Part.TOTAL: "in total",
    Part.ANNUAL: "a year",
    Part.REMAINING: "remaining",
}
KINDS = {
    ChangeKind.NEW: "new",
    ChangeKind.RAISED: "raised",
    ChangeKind.CUT: "cut",
    ChangeKind.CONFIRMED: "confirmed",
    ChangeKind.CORRECTED: "corrected",
    ChangeKind.WITHDRAWN: "withdrawn",
}
# What a withdrawal is called, by what became of the figure.
WITHDRAWALS = {Status.DENIED: "denied", Status.CANCELLED: "cancelled"}


def subject(alert: Alert) -> str:
    """The subject line of one alert: one clean line of at most `LONGEST_SUBJECT` characters."""
    who = clean(alert.actor.name, 80) if alert.actor else "Unknown company"
    themes: dict[tuple[str, ...], list[Change]] = {}
    for change in told(alert):
        themes.setdefault(_theme(change), []).append(change)
    return header(f"{who}: {'; '.join(map(_phrase, themes.values())) or 'no figure'}", LONGEST_SUBJECT)


def told(alert: Alert) -> tuple[Change, ...]:
    """The changes that an alert tells, a first part first; what is repeated or ignored is no news."""
    news = (change for change in alert.changes if change.kind in KINDS)
    fullest = (replace(change, figure=fullest_print(change.figure, alert.release.title)) for change in news)
    return tuple(sorted(fullest, key=lambda change: change.figure.part is not Part.INITIAL))


def fullest_print(figure: Figure, title: str) -> Figure:
    """The figure as the text has it at its most careful: "about $10 billion" in the body before "$10 billion" above it,
    and a sentence of the body before the headline."""
    prints = [other for other in figure.also if other.mention.quantity.unit == figure.mention.quantity.unit]
    hedged = [other for other in prints if other.mention.quantity.bound is not Bound.EXACT]
    below = [other for other in prints if other.quote != title] if figure.quote == title else []
    careful = hedged if figure.mention.quantity.bound is Bound.EXACT else []
    best = next(iter(careful or below), None)
    return replace(figure, mention=best.mention, quote=best.quote, quote_start=best.quote_start) if best else figure


def metric_words(figure: Figure) -> str:
    """The metric as a noun: "investment", "production capacity"."""
    row = METRICS.get(figure.metric)
    return LABELS.get(figure.metric) or (row.label if row else figure.metric.replace("_", " "))


def part_words(figure: Figure) -> str:
    """The part of a plan that the amount is: "first", "additional", "a year"; "" where the text does not say.

    A rate says "a year" by its unit already.
    """
    if figure.part is None or (figure.part is Part.ANNUAL and figure.mention.quantity.unit.per):
        return ""
    return PARTS[figure.part]


def period_words(period: Period | None) -> str:
    """When the money flows: "over ten years", "from 2025 to 2030", "by 2030", "in 2026"; "" where nothing says."""
    if period is None:
        return ""
    if period.start and period.end:
        return f"in {period.end}" if period.start == period.end else f"from {period.start} to {period.end}"
    if period.end:
        return f"by {period.end}"
    if period.years:
        return f"over {_years(period.years)}"
    return f"from {period.start}" if period.start else ""


def target_words(figure: Figure) -> str:
    """What the money is for, as printed, made safe and short."""
    return clean(figure.target, LONGEST_TARGET)


def heading_words(change: Change) -> str:
    """What stands above one figure: "New investment", "Investment raised", "Rumoured investment"."""
    figure = change.figure
    if change.kind is ChangeKind.NEW:
        return f"{_rumour(figure) or 'new '}{metric_words(figure)}".capitalize()
    return f"{_rumour(figure)}{metric_words(figure)} {kind_words(change)}".capitalize()


def kind_words(change: Change) -> str:
    """What became of the figure: "new", "raised", "denied"."""
    if change.kind is ChangeKind.WITHDRAWN:
        return WITHDRAWALS.get(change.figure.status, KINDS[ChangeKind.WITHDRAWN])
    return KINDS[change.kind]


def _theme(change: Change) -> tuple[str, ...]:
    """Changes with the same theme share a phrase."""
    return kind_words(change), metric_words(change.figure), _rumour(change.figure)


def _phrase(changes: list[Change]) -> str:
    """ "new investment, 10 billion yuan first, 2 billion yuan additional (smart electric vehicles)"."""
    kind, figure = changes[0].kind, changes[0].figure
    metric = f"{_rumour(figure)}{metric_words(figure)}"
    shared, own = _targets(changes)
    if kind in (ChangeKind.CONFIRMED, ChangeKind.WITHDRAWN):
        amounts = (f"{_amount(change)}{_in_brackets(target)}" for change, target in zip(changes, own, strict=True))
        return f"{metric} of {' and '.join(amounts)} {kind_words(changes[0])}{_in_brackets(shared)}"
    own[-1] = own[-1] or shared
    if kind is ChangeKind.NEW:
        amounts = (f"{_amount(change)}{_in_brackets(target)}" for change, target in zip(changes, own, strict=True))
        return f"{'' if _rumour(figure) else 'new '}{metric}, {', '.join(amounts)}"
    return f"{metric} {kind_words(changes[0])} {', '.join(map(_step, changes, own))}"


def _targets(changes: list[Change]) -> tuple[str, list[str]]:
    """A target that all share, or that only one names, is said once; else each amount carries its own."""
    own = [target_words(change.figure) for change in changes]
    different = {target.casefold(): target for target in own if target}
    return (*different.values(), "")[0] if len(different) < 2 else "", own if len(different) > 1 else [""] * len(own)


def _step(change: Change, target: str) -> str:
    """ "from 24 to 30 trillion won (+25 %, target)", or "to 30 trillion won" where the old value is not known."""
    old, new = change.prior_quantity, change.figure.mention.quantity
    if old is None:
        return f"to {_amount(change)}{_in_brackets(target)}"
    words = f"from {write_step(old, new)} {_when(change.figure)}".rstrip()
    return f"{words}{_in_brackets(write_percent(old, new), target)}"


def _amount(change: Change) -> str:
    return f"{write_amount(change.figure.mention.quantity)} {_when(change.figure)}".rstrip()


def _when(figure: Figure) -> str:
    """Part and period behind an amount. With a period the word "in total" tells nothing more."""
    part, period = part_words(figure), period_words(figure.period)
    return period if period and figure.part is Part.TOTAL else f"{part} {period}".strip()


def _rumour(figure: Figure) -> str:
    return "rumoured " if figure.status is Status.RUMOURED else ""


def _in_brackets(*words: str) -> str:
    said = ", ".join(filter(None, words))
    return f" ({said})" if said else ""


def _years(years: Decimal) -> str:
    if years == years.to_integral_value() and 0 < years < len(NUMBER_WORDS):
        return f"{NUMBER_WORDS[int(years)]} year{'' if years == 1 else 's'}"
    return f"{years.normalize():f} years"
