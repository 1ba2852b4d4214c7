"""An alert in, everything that a message says out, in safe words. Templates only lay it out.

Computed here are the amounts in the base currency, at the rate of the day on which the release was published; each
other word comes from the alert.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from flows.alerts.amounts import write_amount, write_converted, write_percent
from flows.alerts.dates import NOT_STATED, write_day, write_time
from flows.alerts.history import Chart, Past, day_of, read_chart, read_history, read_present
from flows.alerts.message import NO_CAUSE, Cause
from flows.alerts.places import Place, read_place
from flows.alerts.safety import clean, safe_link
from flows.alerts.wording import heading_words, kind_words, part_words, period_words, subject, target_words, told
from flows.severity import Severity
from parsers.types import Alert, Change, Figure, Quantity, Rate, Status, UnitKind

LONGEST_QUOTE = 400
LONGEST_TITLE = 200
MOST_LINES = 12  # figures that one message spells out; the rest is counted
MOST_SOURCES = 10
SAID_ABOVE = frozenset({Status.RUMOURED, Status.DENIED, Status.CANCELLED})  # by the heading


@dataclass(frozen=True, slots=True)
class Line:
    """One figure."""

    kind: str  # "new", "raised", "denied", ...
    heading: str  # "New investment", "Investment raised"
    rumour: bool
    amount: str  # "about 10 billion US dollars"
    before: str  # the earlier value, "24 trillion won"; "" where there is none
    percent: str  # "+25 %"; ""
    also: tuple[str, ...]  # the same amount in other currencies, as the text prints it
    converted: str  # "about 1.52 billion US dollars (1 CNY = 0.1524 USD on 30 March 2021)"; ""
    part: str
    period: str
    status: str
    target: str
    quote: str  # the sentence it stands in; "" where that is the title, which every message has, or stands above

    @property
    def details(self) -> str:
        """Part, period, target and status in one row: "first · over ten years · planned"."""
        return " · ".join(filter(None, (self.part, self.period, self.target, self.status)))


@dataclass(frozen=True, slots=True)
class Content:
    """An alert in words."""

    key: str
    thread: str
    subject: str
    actor: str
    title: str
    place: Place
    day: str  # of its publication; where nobody says, when we saw it: "30 March 2021"
    published: str  # "30 March 2021, 11:05 UTC"; "not stated"
    seen: str
    lines: tuple[Line, ...]
    more: int  # figures beyond `MOST_LINES`
    history: tuple[Past, ...]  # earlier figures of the plan, oldest first
    present: Past | None  # the figure of this alert as the end of that history, where it tells just one
    chart: Chart | None  # the same as a picture
    sources: tuple[Place, ...]  # others that carried the earlier figures
    more_sources: int
    footer: str  # who asked for it, and its number: "Alert d9325e0936a5 · watch: Battery plants · high severity"

    @property
    def dated(self) -> str:
        """When it was published; when we saw it, where nobody says."""
        return f"seen {self.seen}" if self.published == NOT_STATED else self.published


def read_content(
    alert: Alert, rate: Rate | None = None, base_currency: str = "USD", cause: Cause = NO_CAUSE
) -> Content:
    """All that a message about `alert` says. `rate` None: no amounts in the base currency."""
    changes = told(alert)
    title = clean(alert.release.title, LONGEST_TITLE) or "untitled"
    day = day_of(alert)
    others = [url for url in dict.fromkeys(alert.sources) if safe_link(url) and url != alert.release.url]
    return Content(
        key=message_key(alert),
        thread=thread_key(alert),
        subject=subject(alert),
        actor=clean(alert.actor.name, 80) if alert.actor else "Unknown company",
        title=title,
        place=read_place(alert.release.url, alert.release.site),
        day=write_day(day),
        published=write_time(alert.release.published),
        seen=write_time(alert.seen_at),
        lines=tuple(_quoted_once(_line(change, title, rate, base_currency, day) for change in changes[:MOST_LINES])),
        more=max(0, len(changes) - MOST_LINES),
        history=read_history(alert),
        present=read_present(alert, changes),
        chart=read_chart(alert, changes),
        sources=tuple(read_place(url) for url in others[:MOST_SOURCES]),
        more_sources=max(0, len(others) - MOST_SOURCES),
        footer=footer(cause, message_key(alert)),
    )


def message_key(alert: Alert) -> str:
    """The same for the same news, whoever sends it and however often: of the fingerprint alone."""
    return digest(alert.fingerprint)


def thread_key(alert: Alert) -> str:
    """The same for every alert about one plan: the key of the first, whose mail the mails about later ones answer."""
    return digest(alert.thread or alert.fingerprint)


def footer(cause: Cause, key: str) -> str:
    """The last line of a message: its id, the watch that asked for it, how urgent it is."""
    watch = f"watch: {clean(cause.watch, 80)}" if cause.watch else ""
    severity = "" if cause.severity is Severity.NORMAL else f"{cause.severity} severity"
    return " · ".join(filter(None, (f"Alert {key[:12]}", watch, severity)))


def digest(text: str) -> str:
    """The first half of its sha256, hexadecimal: 128 bits, and a Message-ID that fits a line of mail."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _line(change: Change, title: str, rate: Rate | None, base: str, day: date) -> Line:
    figure, quantity = change.figure, change.figure.mention.quantity
    quote = clean(figure.quote, LONGEST_QUOTE)
    return Line(
        kind=kind_words(change),
        heading=heading_words(change),
        rumour=figure.status is Status.RUMOURED,
        amount=write_amount(quantity),
        before=_before(change),
        percent=write_percent(change.prior_quantity, quantity) if change.prior_quantity else "",
        also=_also(figure),
        converted=convert(figure, rate, base, day),
        part=part_words(figure),
        period=period_words(figure.period),
        status="" if figure.status in SAID_ABOVE else figure.status.value,
        target=target_words(figure),
        quote="" if quote == title else quote,
    )


def _quoted_once(lines: Iterable[Line]) -> Iterator[Line]:
    """A sentence with two figures stands below the first of them."""
    said: set[str] = set()
    for line in lines:
        yield replace(line, quote="" if line.quote in said else line.quote)
        said.add(line.quote)


def _before(change: Change) -> str:
    """The earlier value; "" where there is none, or it reads the same: what is confirmed."""
    said = write_amount(change.prior_quantity) if change.prior_quantity else ""
    return "" if said == write_amount(change.figure.mention.quantity) else said


def _also(figure: Figure) -> tuple[str, ...]:
    """Other amounts for the same money, each once, in the order of the text."""
    said = write_amount(figure.mention.quantity)
    others = (other.mention.quantity for other in figure.also)
    written = (write_amount(quantity) for quantity in others if quantity.unit != figure.mention.quantity.unit)
    return tuple(amount for amount in dict.fromkeys(written) if amount != said)


def convert(figure: Figure, rate: Rate | None, base: str, day: date) -> str:
    """The amount in the base currency, and the rate; "" where the text itself gives it in that currency."""
    quantity = figure.mention.quantity
    code = quantity.unit.code
    given = {code, *(other.mention.quantity.unit.code for other in figure.also)}
    if rate is None or quantity.unit.kind is not UnitKind.MONEY or not code or base in given:
        return ""
    price = rate(code, base, day)
    if price is None:
        return ""
    return f"{_products(quantity, price, base)} (1 {code} = {_price(price)} {base}, the last known on {write_day(day)})"


def _products(quantity: Quantity, price: Decimal, base: str) -> str:
    low = write_converted(quantity.low * price, base)
    if quantity.high == quantity.low:
        return low
    return f"{low} to {write_converted(quantity.high * price, base).removeprefix('about ')}"


def _price(price: Decimal) -> str:
    """A rate to four significant digits."""
    return f"{Decimal(f'{price:.4g}'):f}"
