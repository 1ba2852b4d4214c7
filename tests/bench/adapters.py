"""The product's own path under the names that the scorers call: thin calls; nothing is decided here."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from parsers.actors import Companies
from parsers.errors import PageUnreadable
from parsers.feed import as_mapping
from parsers.figures import alert_worthy, read_figures
from parsers.quantities import read_quantities
from parsers.release import read_release, release_from_text, site_of
from parsers.site_memory import SiteMemory, learn
from parsers.types import Actor, BlockKind, Capture, Change, Company, Figure, Mention, Period

SEEDS = Path(__file__).parents[2] / "seeds"


# --- feeds --------------------------------------------------------------------------------------------------------


def feed(data: bytes, headers: dict[str, str], url: str | None) -> Any:
    """feedparser's mapping of a feed, as `read_feed` has it before it makes entries of it.

    Sanitised, which `read_feed` leaves out: it keeps words, and `bench_feedparser.py` holds those against feedparser's.
    """
    media_type, _, charset = headers.get("content-type", "text/xml" if url else "").partition(";")
    where = urljoin(url or "", headers.get("content-location", ""))
    return as_mapping(
        Capture(
            url=url or "",
            final_url=where,
            fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
            status=200,
            headers=tuple((name.lower(), value) for name, value in headers.items()),
            media_type=media_type.strip(),
            charset=charset.partition("=")[2].strip(" \"'"),
            body=data,
            digest="",
        ),
        sanitised=True,
    )


# --- pages --------------------------------------------------------------------------------------------------------

MEMORIES: dict[str, SiteMemory] = {}  # what each site was seen to repeat, as the store keeps it between runs


def page(html: str, url: str) -> str:
    """The article of a page without its title and without furniture; "" where the page is refused."""
    site = site_of(url)
    memory = MEMORIES.get(site, SiteMemory())
    try:
        release = read_release(_captured(html, url), known_blocks=memory)
    except PageUnreadable:
        return ""
    MEMORIES[site] = learn(memory, release)
    kept = (block for block in release.blocks if block.kind not in (BlockKind.TITLE, BlockKind.FURNITURE))
    return "\n\n".join(block.text for block in kept)


def _captured(html: str, url: str) -> Capture:
    body = html.encode("utf-8", "replace")
    fetched = datetime(2026, 1, 1, tzinfo=UTC)
    return Capture(url, url, fetched, 200, (), "text/html", "utf-8", body, sha256(body).hexdigest())


# --- quantities ---------------------------------------------------------------------------------------------------

MODIFIERS = {
    "exact": "=", "about": "~", "nearly": "~", "at least": ">=", "more than": ">", "up to": "<=", "less than": "<",
}  # fmt: skip

# The Recognizers' French, Spanish and Portuguese labels name a currency in the language's own words, unless the text
# prints its code; the scorer knows only some of these names. So we name it as they do.
LABELS = {
    "fr": {
        "GBP": "Livre", "CAD": "Dollar Canadien", "AUD": "Dollar Australien", "JPY": "Yen Japonais",
        "CHF": "Franc Suisse", "CNY": "Yuan Chinois", "INR": "Roupie indienne", "USD": "Dollar États-Unis",
        "NLG": "Florins Néerlandais", "HKD": "Dollar de Hong Kong", "FIM": "Marque finlandaise",
    },
    "es": {
        "GBP": "Libra", "CAD": "Dólar canadiense", "AUD": "Dólar australiano", "CHF": "Franco suizo", "ESP": "Peseta",
        "CNY": "Yuan chino", "INR": "Rupia india", "USD": "Dólar estadounidense", "NLG": "Florín holandés",
        "HKD": "Dólar de Hong Kong", "FIM": "Marco finlandés",
    },
    "pt": {
        "GBP": "Libra", "CAD": "Dólar canadense", "AUD": "Dólar australiano", "CHF": "Franco suíço", "ESP": "Peseta",
        "CNY": "Yuan chinês", "INR": "Rupia indiana", "USD": "Dólar estadunidense", "NLG": "Florim holandês",
        "HKD": "Dólar de Hong Kong", "FIM": "Marco finlandês",
    },
}  # fmt: skip
SHARED_LABELS = {
    "fr": {"GBP": "Livre", "INR": "Roupie"},
    "es": {"GBP": "Libra", "INR": "Rupia", "CHF": "Franco"},
    "pt": {"GBP": "Libra", "INR": "Rupia", "CHF": "Franco"},
}


def quantities(text: str, lang: str) -> list[dict[str, Any]]:
    """The mentions of a text. A sign that stays open is given its likeliest currency."""
    return [_quantity(mention, lang) for mention in read_quantities(text, lang)[0]]


def _quantity(mention: Mention, lang: str) -> dict[str, Any]:
    quantity, unit = mention.quantity, mention.quantity.unit
    return {
        "start": mention.start,
        "end": mention.end,
        "value": float(quantity.low),
        "value_high": float(quantity.high) if quantity.high != quantity.low else None,
        "unit": _label(mention, unit.code or next(iter(unit.candidates), ""), lang),
        "modifier": MODIFIERS[quantity.bound.value],
    }


def _label(mention: Mention, code: str, lang: str) -> str:
    if code in mention.exact:
        return code
    shared = mention.settled_by or not mention.quantity.unit.code
    return (SHARED_LABELS if shared else LABELS).get(lang, {}).get(code, code)


# --- figures ------------------------------------------------------------------------------------------------------


@cache
def companies() -> Companies:
    """The companies of `seeds/companies.toml`."""
    tables = tomllib.loads((SEEDS / "companies.toml").read_text(encoding="utf-8"))["company"]
    return Companies(
        Company(**{key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}) for row in tables
    )


def figures(doc: dict[str, Any]) -> dict[str, Any]:
    """Return the figures of a document, each mention on its own, and whether it is worth an alert."""
    release = release_from_text(
        doc["text"], url=doc["url"] or "", title=doc["title"] or "", language=doc["lang"], published=_day(doc["date"])
    )
    shift = len(release.text) - len(doc["text"])  # a title that the text lacked was put in front
    reading = read_figures(release, companies())
    rows = [_row(each, release.text, shift) for figure in reading.figures for each in (figure, *figure.also)]
    return {"figures": [row for row in rows if row["start"] >= 0], "alert_worthy": alert_worthy(reading)}


def _row(figure: Figure, text: str, shift: int) -> dict[str, Any]:
    quantity, unit = figure.mention.quantity, figure.mention.quantity.unit
    return {
        "start": figure.mention.start - shift,
        "end": figure.mention.end - shift,
        "value": float(quantity.low),
        "value_high": float(quantity.high) if quantity.high != quantity.low else None,
        "unit": (unit.code or next(iter(unit.candidates), ""))
        + (f"/{unit.per}" if unit.per and unit.kind != "money" else ""),
        "metric": figure.metric,
        "actor": _printed(figure.actor, text),
        "horizon": _horizon(figure.period),
        "part": figure.part and figure.part.value,
        "status": figure.status.value,
    }


def _printed(actor: Actor | None, text: str) -> str | None:
    """The labels name an actor as its text does: of a company's names, the one that the text has first."""
    if actor is None or not actor.slugs:
        return actor.name if actor else None
    return " + ".join(_first_name(companies()[slug], text) for slug in actor.slugs)


def _first_name(company: Company, text: str) -> str:
    found = ((text.find(name), -len(name), name) for name in (company.name, *company.names) if name in text)
    return min(found, default=(0, 0, company.name))[-1]


def _horizon(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    if period.years is not None:
        return {"years": int(period.years)}
    if period.start is None:
        return {"until": period.end}
    return {"year": period.start} if period.start == period.end else {"from": period.start, "until": period.end}


# --- stories ------------------------------------------------------------------------------------------------------


def story(releases: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The alerts that each release makes, told in order against an empty store."""
    from tests.plain_story import Told, tell_all  # here: the store's libraries would weigh on the memory of the others

    told = [Told(**{key: row[key] for key in ("id", "date", "source", "lang", "title", "body")}) for row in releases]
    return [[_change(change) for alert in alerts for change in alert.changes] for _, alerts in tell_all(told)]


def _change(change: Change) -> dict[str, Any]:
    figure, prior = change.figure, change.prior_quantity
    return {
        "kind": change.kind.value,
        "actor": figure.actor.name if figure.actor else None,
        "metric": figure.metric,
        "value": float(figure.mention.quantity.low),
        "unit": figure.mention.quantity.unit.code,
        "previous_value": float(prior.low) if prior else None,
    }


def _day(date: str | None) -> datetime | None:
    """A document's date: "2021-03-30", "2021-03", "2021-03-30T09:10"; others are left out."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y-%m-%dT%H:%M", "%a, %d %b %Y %H:%M:%S %Z"):
        try:
            return datetime.strptime(date or "", form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
