"""The nouns, in the order in which data meets them. Frozen values; nothing here acts.

A source is fetched into a capture; a feed's capture holds entries; an entry's page is a capture that is read into a
release; a release's text holds mentions of quantities; a mention with its meaning is a figure; figures compared with
what is known are changes; changes worth telling are an alert.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

# --- feeds and pages ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were fetched. The one record that cannot be recomputed."""

    url: str  # as asked for
    final_url: str  # after redirects
    fetched_at: datetime  # aware, UTC
    status: int  # HTTP status
    headers: tuple[tuple[str, str], ...]  # names in lower case
    media_type: str  # "text/html", without parameters; "" where the server named none
    charset: str  # as the server named it; "" where it did not
    body: bytes  # decoded from its transfer and content encodings
    digest: str  # sha256 of body, hexadecimal
    moved_to: str = ""  # where permanent redirects alone (301, 308) led; "" where there were none, or others too


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed."""

    id: str  # stable from poll to poll: canonical link; else guid; else a digest of title and content
    url: str  # absolute; "" where the item has no link
    title: str  # plain text
    published: datetime | None = None  # aware, UTC
    updated: datetime | None = None
    summary: str = ""  # plain text
    content: str = ""  # HTML, where the feed carries the text itself; else ""
    language: str = ""  # as the feed names it, "" where it does not


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as read: its entries, what it says of itself, and what was wrong with it."""

    title: str
    url: str  # the feed's own home page; "" where it names none
    language: str
    entries: tuple[Entry, ...]
    fault: str = ""  # a break that did not keep us from reading the entries, in words
    hub: str = ""  # a WebSub hub's address
    hub_topic: str = ""  # the feed's own address, as the hub knows it


class BlockKind(StrEnum):
    TITLE = "title"
    PROSE = "prose"
    ITEM = "item"  # of a list
    CELL = "cell"  # row of a table
    QUOTE = "quote"
    CAPTION = "caption"
    FURNITURE = "furniture"  # not the article: kept apart, never news


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a release: `release.text[start:start + len(text)] == text`."""

    text: str
    start: int
    kind: BlockKind = BlockKind.PROSE
    rule: str = ""  # for furniture: the rule that said so


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the page that is not in the release's text, and the rule that took it out."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Release:
    """One cleaned article."""

    url: str  # canonical address
    title: str
    text: str  # the blocks, title first, joined by blank lines; all offsets count in this
    blocks: tuple[Block, ...]
    language: str  # ISO 639-1: "en", "zh", ...
    published: datetime | None = None  # aware, UTC
    published_by: str = ""  # who said so: "feed", "page", "guess"; "" where nobody did
    site: str = ""  # host without "www."
    capture: str = ""  # digest of the capture it was read from; "" for plain text
    removed: tuple[Removed, ...] = ()


# --- quantities -----------------------------------------------------------------------------------------------------


class UnitKind(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"  # of things with a noun: vehicles, people, users
    MEASURE = "measure"  # GWh, km, tonnes
    NONE = "none"  # a bare number


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted. An ambiguous sign has several `candidates` and no `code` until something settles it."""

    kind: UnitKind
    code: str = ""  # money: ISO 4217; percent: "percent" or "percentage point"; else an English singular or symbol
    candidates: tuple[str, ...] = ()  # money only: currencies that a shared sign may mean, likeliest first
    per: str = ""  # "year", "quarter", "month", "day", "kWh", "share", "vehicle"; "" if not a rate


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"  # a little less
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as printed, in base units: "about $1.5 billion" is 1500000000 USD, about, precision 50000000."""

    low: Decimal
    high: Decimal  # equals low unless a range was printed
    unit: Unit
    bound: Bound = Bound.EXACT
    precision: Decimal = Decimal(0)  # half a unit of the last printed digit, in base units


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in its place: `text[start:end] == exact`."""

    quantity: Quantity
    exact: str
    start: int
    end: int
    rule: str  # name of the rule that read it
    settled_by: str = ""  # what settled the unit where the sign alone did not: "site", "language", "text", "default"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What we saw and did not read, with the reason: "vague amount", "unit unknown", ..."""

    exact: str
    start: int
    end: int
    reason: str


# --- meaning --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Company:
    """A company that people follow, as `seeds/companies.toml` has it."""

    slug: str
    name: str  # as alerts print it
    names: tuple[str, ...] = ()  # in every script: legal names, tickers, brands, short forms
    people: tuple[str, ...] = ()  # whose words are the company's: founder, chief executive
    parent: str = ""  # slug of the group it belongs to
    sector: str = "ev"  # "ev", "battery", "charging", "supplier", "electronics", ...
    country: str = ""  # ISO 3166: settles a bare "$" or "¥"
    owners: tuple[str, ...] = ()  # of a joint venture: slugs of the companies that share it


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose number it is. Several companies acting together are one actor, in alphabetical order of their slugs."""

    name: str  # "Xiaomi"; "GM + Samsung SDI"
    slugs: tuple[str, ...] = ()  # the companies it was resolved to; empty for an actor as named in the text


@dataclass(frozen=True, slots=True)
class Period:
    """When the money flows or the target holds. Years of the calendar; None where the text does not say."""

    years: Decimal | None = None  # "over the next ten years"
    start: int | None = None
    end: int | None = None  # "by 2030"; equal to start for a single year
    exact: str = ""


class Part(StrEnum):
    INITIAL = "initial"
    ADDITIONAL = "additional"
    TOTAL = "total"
    ANNUAL = "annual"
    REMAINING = "remaining"


class Status(StrEnum):
    ANNOUNCED = "announced"
    PLANNED = "planned"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    DENIED = "denied"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Standing(StrEnum):
    NEWS = "news"
    BACKGROUND = "background"
    FURNITURE = "furniture"


class Direction(StrEnum):
    """What the text itself says became of an earlier value."""

    RAISED = "raised"
    CUT = "cut"
    CORRECTED = "corrected"
    UNCHANGED = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A mention with its meaning."""

    mention: Mention
    metric: str  # a name of parsers.metrics
    actor: Actor | None
    target: str = ""  # what for, as printed: "smart electric vehicles"
    period: Period | None = None
    part: Part | None = None
    status: Status = Status.REPORTED
    standing: Standing = Standing.NEWS
    prior: Mention | None = None  # the old value, where the text states one: "from 24 trillion won"
    direction: Direction = Direction.UNCHANGED
    also: tuple[Figure, ...] = ()  # further mentions of the same amount, each as its own sentence has it
    quote: str = ""  # the sentence
    quote_start: int = 0
    rules: tuple[str, ...] = ()  # why: "metric:invest verb", "actor:subject", ...
    in_scope: bool = True  # electric vehicles, cars, batteries, charging, or a company we follow


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one release. `alert_worthy` figures stand in it by `figures` alone."""

    figures: tuple[Figure, ...]
    doubts: tuple[Doubt, ...] = ()


# --- comparison -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of an earlier release, as the store remembers it."""

    id: int
    figure: Figure
    published: datetime
    url: str  # of its release
    source: str  # slug
    release: int  # id of its release
    text_digest: str = ""  # fingerprint of its release's text, for copies
    change: str = ""  # the kind of change it was when it came: "new", "raised", ..., "repeated"


class ChangeKind(StrEnum):
    NEW = "new"
    RAISED = "raised"
    CUT = "cut"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REPEATED = "repeated"  # never alerts
    IGNORED = "ignored"  # not something that alerts: background, furniture, another metric


TELLING = frozenset(set(ChangeKind) - {ChangeKind.REPEATED, ChangeKind.IGNORED})
"""The kinds that say something; repeated and ignored figures never alert and are never a prior value."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure is, seen against what is known, and why."""

    kind: ChangeKind
    figure: Figure
    reason: str  # name of the rule that decided, in words: "another currency", "first figure of this plan"
    prior: Known | None = None  # the earlier figure it repeats, raises, cuts, confirms ...
    prior_quantity: Quantity | None = None  # the earlier value, also where only the text states it


Rate = Callable[[str, str, date], Decimal | None]
"""How many units of the second currency one unit of the first bought on that day; None where nobody quoted it."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What people are told: the changes of one actor in one release."""

    fingerprint: str  # the same news has the same fingerprint
    actor: Actor | None
    changes: tuple[Change, ...]
    release: Release
    source: str
    seen_at: datetime
    history: tuple[Known, ...] = ()  # of the plans that changed, oldest first
    sources: tuple[str, ...] = field(default=())  # addresses of releases that carried the earlier figures too
    thread: str = ""  # fingerprint of the first alert about this plan; "" where this is it
