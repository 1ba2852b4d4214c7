"""The files an editor may change: sources, companies, watches. A mistake is told with file, line and remedy."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from flows.errors import SettingsInvalid
from flows.hours import Digest, Quiet, read_digest, read_quiet, read_zone
from flows.settings import read_span
from flows.severity import Severity
from parsers.metrics import METRICS
from parsers.types import ChangeKind, Company

_AMOUNT = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,4})?) ?(|thousand|million|billion|trillion) ([A-Z]{3})")
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
FILES = {"source": "sources.toml", "company": "companies.toml", "watch": "watches.toml"}
LANGUAGE = r"^([a-z]{2})?$"
SLUG = r"^[a-z0-9][a-z0-9-]{0,60}$"
ALERTING_METRICS = ("investment", "funding_raised", "acquisition")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceSeed(_Table):
    """A feed, a news sitemap, or a newsroom's list page."""

    slug: Annotated[str, Field(pattern=SLUG)]
    name: Annotated[str, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    kind: Literal["feed", "list", "sitemap"] = "feed"
    selector: Annotated[str, Field(validate_default=True)] = ""  # of a list page: the links to its releases
    language: Annotated[str, Field(pattern=LANGUAGE)] = ""
    companies: tuple[str, ...] = ()  # whose newsroom it is
    official: bool = False
    poll: Annotated[timedelta | None, BeforeValidator(read_span)] = None  # the longest wait between two polls
    pinned: bool = False  # polled as if all of its news alerted, up to once a minute

    @field_validator("selector")
    @classmethod
    def _is_there(cls, selector: str, info: ValidationInfo) -> str:
        if info.data.get("kind") == "list" and not selector:
            raise ValueError("is missing: a list needs the CSS selector of the links to its releases")
        return selector


class CompanySeed(_Table):
    slug: Annotated[str, Field(pattern=SLUG)]
    name: Annotated[str, Field(min_length=1)]
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parent: str = ""
    sector: Literal["ev", "battery", "charging", "supplier", "electronics"] = "ev"
    country: Annotated[str, Field(pattern=r"^([A-Z]{2})?$")] = ""
    owners: tuple[str, ...] = ()  # of a joint venture


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in base units."""

    value: Decimal
    currency: str  # ISO 4217


def read_amount(value: object) -> object:
    """ "500 million USD" as an amount; anything else as it came."""
    if isinstance(value, str) and (match := _AMOUNT.fullmatch(value.strip())):
        return Amount(Decimal(match[1]) * _SCALES[match[2]], match[3])
    if isinstance(value, str):
        raise ValueError(f'write an amount such as "500 million USD", not {value!r}')
    return value


class WatchSeed(_Table):
    """What alerts, and whom."""

    name: Annotated[str, Field(min_length=1)]
    metrics: tuple[str, ...] = ALERTING_METRICS
    companies: tuple[str, ...] = ()  # slugs; none: every actor in scope
    kinds: tuple[ChangeKind, ...] = (
        ChangeKind.NEW, ChangeKind.RAISED, ChangeKind.CUT, ChangeKind.CONFIRMED, ChangeKind.CORRECTED,
        ChangeKind.WITHDRAWN,
    )  # fmt: skip
    keywords: tuple[str, ...] = ()  # one of them must stand in the release
    languages: tuple[str, ...] = ()
    min_amount: Annotated[Amount | None, BeforeValidator(read_amount)] = None  # "100 million USD"
    min_change: Decimal | None = None  # per cent, of raised and cut figures
    to: tuple[str, ...] = ("all",)  # tags or names of channels
    severity: Severity = Severity.NORMAL
    zone: Annotated[str, BeforeValidator(read_zone)] = "UTC"  # of the two below: an IANA name
    quiet: Annotated[Quiet | None, BeforeValidator(read_quiet)] = None  # "22:00-07:00"
    digest: Annotated[Digest | None, BeforeValidator(read_digest)] = None  # "daily 08:00", "weekly mon 08:00"


@dataclass(frozen=True, slots=True)
class Seeds:
    sources: tuple[SourceSeed, ...]
    companies: tuple[Company, ...]
    watches: tuple[WatchSeed, ...]

    def source(self, slug: str) -> SourceSeed | None:
        return next((item for item in self.sources if item.slug == slug), None)


def read_seeds(folder: Path) -> Seeds:
    """All three files, checked one by one and against each other."""
    sources = _read(folder / "sources.toml", "source", SourceSeed)
    companies = _read(folder / "companies.toml", "company", CompanySeed)
    watches = _read(folder / "watches.toml", "watch", WatchSeed)
    known = {company.slug for company in companies}
    followed = [("source", [item.companies for item in sources]), ("watch", [item.companies for item in watches])]
    for index, watch in enumerate(watches):
        if wrong := [metric for metric in watch.metrics if metric not in METRICS]:
            raise _mistake(
                folder / FILES["watch"], "watch", index, "metrics",
                f"no metric {wrong[0]!r}; it may be one of: {', '.join(METRICS)}",
            )  # fmt: skip
    for table, named in followed:
        for index, slugs in enumerate(named):
            for slug in slugs:
                if slug not in known:
                    raise _mistake(
                        folder / FILES[table],
                        table,
                        index,
                        "companies",
                        f"no company {slug!r}; add it to companies.toml or mend the name",
                    )
    for index, company in enumerate(companies):
        if company.parent and company.parent not in known:
            raise _mistake(folder / "companies.toml", "company", index, "parent", f"no company {company.parent!r}")
        if strangers := [owner for owner in company.owners if owner not in known]:
            raise _mistake(folder / "companies.toml", "company", index, "owners", f"no company {strangers[0]!r}")
    _of_one_company(folder / "companies.toml", companies)
    return Seeds(sources, tuple(_company(seed) for seed in companies), watches)


def _of_one_company(path: Path, companies: tuple[CompanySeed, ...]) -> None:
    """A name that two companies have would be the figures of one told as the other's."""
    owners: dict[str, str] = {}
    for index, company in enumerate(companies):
        for name in company.names or (company.name,):
            if (owner := owners.setdefault(name, company.slug)) != company.slug:
                raise _mistake(path, "company", index, "names", f"{name!r} is a name of {owner!r} already")


def _company(seed: CompanySeed) -> Company:
    return Company(seed.slug, seed.name, seed.names, seed.people, seed.parent, seed.sector, seed.country, seed.owners)


Seed = TypeVar("Seed", bound=BaseModel)


def _read(path: Path, table: str, kind: type[Seed]) -> tuple[Seed, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        at = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise SettingsInvalid(f"{path}:{at}", "is not UTF-8; save the file in that encoding") from error
    except OSError as error:
        raise SettingsInvalid(str(path), f"cannot be read: {error.strerror}; OUTLAY_SEEDS names its folder") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line ([0-9]+)", str(error))
        line = found[1] if found else len(text.splitlines())  # "at end of document"
        raise SettingsInvalid(f"{path}:{line}", f"is not valid TOML: {error}") from error
    if extra := set(data) - {table}:
        raise SettingsInvalid(str(path), f"unknown table [{sorted(extra)[0]}]; expected [[{table}]]")
    items = []
    for index, values in enumerate(data.get(table, [])):
        try:
            items.append(kind.model_validate(values))
        except ValidationError as error:
            first = min(error.errors(), key=lambda item: item["type"] != "extra_forbidden")  # a misspelt key first
            raise _mistake(
                path, table, index, str(first["loc"][0]) if first["loc"] else "", _remedy(first, kind)
            ) from None
    _unique(path, table, items)
    return tuple(items)


def _unique(path: Path, table: str, items: list[Any]) -> None:
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = getattr(item, "slug", "") or item.name
        if name in seen:
            raise _mistake(path, table, index, "slug", f"{name!r} stands twice; give one of them another name")
        seen.add(name)


def _remedy(error: Any, kind: type[BaseModel]) -> str:
    if error["type"] == "extra_forbidden":
        return f"unknown key; it may be one of: {', '.join(kind.model_fields)}"
    if error["type"] == "missing":
        return "is missing"
    if error["type"] == "string_pattern_mismatch" and error["loc"][0] == "url":
        return "must be an address that begins with http:// or https://"
    if error["type"] == "string_pattern_mismatch" and error["loc"][0] == "slug":
        return "must be lower-case letters, digits and hyphens"
    if error["type"] == "string_pattern_mismatch" and error["loc"][0] == "language":
        return 'must be two letters (ISO 639-1): "en"'
    if error["type"] == "string_pattern_mismatch" and error["loc"][0] == "country":
        return 'must be two capital letters (ISO 3166): "CN"'
    if error["type"] == "tuple_type":
        return 'must be a list: ["one", "another"]'
    return str(error["msg"]).removeprefix("Value error, ")


def _mistake(path: Path, table: str, index: int, key: str, reason: str) -> SettingsInvalid:
    """The error for the nth table of a file, at the line of its key, or of its heading where the key is missing."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip().startswith(f"[[{table}]]")]
    start = heads[index] if index < len(heads) else 0
    end = heads[index + 1] if index + 1 < len(heads) else len(lines)
    found = (
        [number for number in range(start, end) if re.match(rf"\s*{re.escape(key)}\s*=", lines[number])] if key else []
    )
    return SettingsInvalid(f"{path}:{(found[0] if found else start) + 1}", f"{key or table}: {reason}")
