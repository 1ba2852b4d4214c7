"""An alert in, everything that a message says out, in safe words. Templates only lay it out.

Computed here are the amounts in the base currency, at the rate of the day on which the release was published; each
other word comes from the alert.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from flows.alerts.amounts import write_amount, write_converted, write_percent
from flows.alerts.safety import clean, safe_link
from flows.alerts.wording import heading_words, kind_words, part_words, period_words, subject, target_words, told
from parsers.types import Alert, Change, Figure, Known, Quantity, Rate, Status, UnitKind

LONGEST_QUOTE = 400
LONGEST_TITLE = 200
NOT_STATED = "not stated"
MOST_LINES = 12  # figures that one message spells out; the rest is counted
MOST_HISTORY = 8  # earlier figures of a plan; the oldest and the latest
MOST_SOURCES = 10
SAID_ABOVE = frozenset({Status.RUMOURED, Status.DENIED, Status.CANCELLED})  # by the heading


@dataclass(frozen=True, slots=True)
class Line:
    """One figure."""

    kind: str  # "new", "raised", "denied", ...
    heading: str  # "New investment", "Investment raised"
    amount: str  # "about 10 billion US dollars"
    before: str  # the earlier value, "24 trillion won"; "" where there is none
    percent: str  # "+25 %"; ""
    also: tuple[str, ...]  # the same amount in other currencies, as the text prints it
    converted: str  # "about 1.52 billion US dollars (1 CNY = 0.1524 USD on 30 March 2021)"; ""
    part: str
    period: str
    status: str
    target: str
    quote: str  # the sentence it stands in; "" where that is the title, which every message has

    @property
    def details(self) -> str:
        """Part, period, target and status in one row: "first · over ten years · planned"."""
        return " · ".join(filter(None, (self.part, self.period, self.target, self.status)))


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier figure of the same plan."""

    day: str
    words: str  # "24 trillion won by 2030, raised"
    share: int  # of the plan's largest amount, in percent: the length of its bar; 0 where amounts cannot be compared
    site: str
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """An address and the host that people know it by. The address is "" where it is not a plain web address."""

    site: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """An alert in words."""

    key: str
    thread: str
    subject: str
    actor: str
    title: str
    place: Place
    published: str  # "30 March 2021, 11:05 UTC"; "not stated"
    seen: str
    lines: tuple[Line, ...]
    more: int  # figures beyond `MOST_LINES`
    history: tuple[Past, ...]  # oldest first
    present: Past | None  # the figure of this alert as the end of that history, where it tells just one
    sources: tuple[Place, ...]  # others that carry the same news
    more_sources: int

    @property
    def dated(self) -> str:
        """When it was published; when we saw it, where nobody says."""
        return f"seen {self.seen}" if self.published == NOT_STATED else self.published


def read_content(alert: Alert, rate: Rate | None = None, base_currency: str = "USD") -> Content:
    """All that a message about `alert` says. `rate` None: no amounts in the base currency."""
    changes = told(alert)
    title = clean(alert.release.title, LONGEST_TITLE) or "untitled"
    day = (alert.release.published or alert.seen_at).date()
    largest = _largest([change.figure.mention.quantity for change in changes], alert.history)
    others = [url for url in dict.fromkeys(alert.sources) if safe_link(url) and url != alert.release.url]
    return Content(
        key=message_key(alert),
        thread=thread_key(alert),
        subject=subject(alert),
        actor=clean(alert.actor.name, 80) if alert.actor else "Unknown company",
        title=title,
        place=_place(alert.release.url, alert.release.site),
        published=write_time(alert.release.published),
        seen=write_time(alert.seen_at),
        lines=tuple(_line(change, title, rate, base_currency, day) for change in changes[:MOST_LINES]),
        more=max(0, len(changes) - MOST_LINES),
        history=tuple(_past(known, largest) for known in _ends(alert.history)),
        present=_present(alert, changes[0], largest) if alert.history and len(changes) == 1 else None,
        sources=tuple(_place(url) for url in others[:MOST_SOURCES]),
        more_sources=max(0, len(others) - MOST_SOURCES),
    )


def message_key(alert: Alert) -> str:
    """The same for the same news, whoever sends it and however often: of the fingerprint alone."""
    return digest(alert.fingerprint)


def thread_key(alert: Alert) -> str:
    """The same for every alert about one plan: its company and the address of the plan's first release.

    The first alert has no history, and its own release is the first; later ones have that release at their head.
    """
    first = alert.history[0].url if alert.history else alert.release.url
    actor = alert.actor.name if alert.actor else ""
    return digest(f"{actor}\n{first}")


def digest(text: str) -> str:
    """The first half of its sha256, hexadecimal: 128 bits, and a Message-ID that fits a line of mail."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def write_time(moment: datetime | None) -> str:
    """A time in UTC: "30 March 2021, 11:05 UTC"."""
    if moment is None:
        return NOT_STATED
    universal = moment.astimezone(UTC)
    return f"{write_day(universal.date())}, {universal:%H:%M} UTC"


def write_day(day: date) -> str:
    """A day: "30 March 2021"."""
    return f"{day.day} {day:%B %Y}"


def _line(change: Change, title: str, rate: Rate | None, base: str, day: date) -> Line:
    figure, quantity = change.figure, change.figure.mention.quantity
    quote = clean(figure.quote, LONGEST_QUOTE)
    return Line(
        kind=kind_words(change),
        heading=heading_words(change),
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
    """The amount in the base currency with rate and day; "" where the text itself gives it in that currency."""
    quantity = figure.mention.quantity
    code = quantity.unit.code
    given = {code, *(other.mention.quantity.unit.code for other in figure.also)}
    if rate is None or quantity.unit.kind is not UnitKind.MONEY or not code or base in given:
        return ""
    price = rate(code, base, day)
    if price is None:
        return ""
    return f"{_products(quantity, price, base)} (1 {code} = {_price(price)} {base} on {write_day(day)})"


def _products(quantity: Quantity, price: Decimal, base: str) -> str:
    low = write_converted(quantity.low * price, base)
    if quantity.high == quantity.low:
        return low
    return f"{low} to {write_converted(quantity.high * price, base).removeprefix('about ')}"


def _price(price: Decimal) -> str:
    """A rate to four significant digits."""
    return f"{Decimal(f'{price:.4g}'):f}"


def _past(known: Known, largest: Decimal) -> Past:
    figure, place = known.figure, _place(known.url)
    rumour = figure.status is Status.RUMOURED
    kind = "rumoured" if rumour else "" if known.change in ("repeated", "ignored") else known.change
    day = write_day(known.published.astimezone(UTC).date())
    return Past(day, _history_words(figure, kind), _share(figure, largest), place.site, place.url)


def _present(alert: Alert, change: Change, largest: Decimal) -> Past:
    day = write_day((alert.release.published or alert.seen_at).astimezone(UTC).date())
    place = _place(alert.release.url, alert.release.site)
    return Past(
        day, _history_words(change.figure, kind_words(change)), _share(change.figure, largest), place.site, place.url
    )


def _history_words(figure: Figure, kind: str) -> str:
    amount = " ".join(
        filter(None, (write_amount(figure.mention.quantity), part_words(figure), period_words(figure.period)))
    )
    return f"{amount}, {kind}" if kind else amount


def _largest(quantities: list[Quantity], history: tuple[Known, ...]) -> Decimal:
    """The largest amount of a plan, if all are in one unit; else 0."""
    everything = [*quantities, *(known.figure.mention.quantity for known in history)]
    one_unit = len({quantity.unit for quantity in everything}) == 1
    return max(quantity.high for quantity in everything) if one_unit else Decimal(0)


def _share(figure: Figure, largest: Decimal) -> int:
    return max(1, round(figure.mention.quantity.high / largest * 100)) if largest > 0 else 0


def _ends(history: tuple[Known, ...]) -> tuple[Known, ...]:
    """The first of a long history and its latest."""
    return history if len(history) <= MOST_HISTORY else (history[0], *history[-(MOST_HISTORY - 1) :])


def _place(url: str, site: str = "") -> Place:
    """The host is read from the address itself wherever there is a link, so that no link is shown as what it is not."""
    link = safe_link(url)
    host = (urlsplit(link).hostname or "").removeprefix("www.") if link else ""
    return Place(clean(host or site, 100) or "unknown site", link)
