"""Settings: the environment in (`OUTLAY_*`), one frozen value out. A mistake names its variable and its remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from flows.errors import SettingsInvalid

ROOT = Path(__file__).resolve().parent.parent
_SPAN = re.compile(r"([0-9]{1,6})\s*(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def read_span(value: object) -> object:
    """ "90s", "30m", "48h", "2d" as a duration; anything else as it came."""
    if isinstance(value, str) and (match := _SPAN.fullmatch(value.strip())):
        return timedelta(seconds=int(match[1]) * _SECONDS[match[2]])
    return value


def _networks(value: object) -> object:
    return tuple(ip_network(part) for part in value.replace(",", " ").split()) if isinstance(value, str) else value


Span = Annotated[timedelta, BeforeValidator(read_span)]
Networks = Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode, BeforeValidator(_networks)]


def _hosts(value: object) -> object:
    return frozenset(value.replace(",", " ").split()) if isinstance(value, str) else value


Hosts = Annotated[frozenset[str], NoDecode, BeforeValidator(_hosts)]


def _home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "outlay"


class Settings(BaseSettings):
    """What a person may set: environment variables OUTLAY_<NAME>; OUTLAY_<NAME>_FILE reads one from a file."""

    model_config = SettingsConfigDict(env_prefix="OUTLAY_", frozen=True, extra="ignore")

    database: SecretStr = SecretStr("")  # sqlite:///path or postgresql://user:password@host/name; "": a file in `home`
    home: Path = _home()  # where the embedded database lives
    seeds: Path = ROOT / "seeds"  # sources.toml, companies.toml, watches.toml
    channels: SecretStr = SecretStr("")  # Apprise's configuration: addresses, one a line, or its YAML
    channels_block: str = ""  # name of a Prefect Secret block that holds the same
    contact: str = ""  # a mail or web address, told to the servers we ask
    fresh_for: Span = timedelta(hours=48)  # what was published longer ago never alerts
    poll_every: Span = timedelta(minutes=30)  # on average; each source's own habit makes it more often or less
    budget: int = 0  # requests an hour for all polls together; 0: as many as one of each source every `poll_every`
    base_currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"  # amounts are shown in it too
    allow_networks: Networks = ()  # private networks that may be fetched from, as 10.0.0.0/8; none by default
    trust_hosts: Hosts = frozenset()  # "host:port" of a private bridge that may be fetched from, whatever its address
    push_url: Annotated[str, Field(pattern=r"^(?:https?://[^\s?#@]+)?$")] = ""  # under which hubs reach us; "": no push
    push_listen: Annotated[str, Field(pattern=r"^[^\s/]+:[0-9]{1,5}$")] = "127.0.0.1:8430"  # where that is served
    keep_captures: Span = timedelta(days=365)  # of pages
    keep_feeds: Span = timedelta(days=30)  # captures of feeds: their entries are kept apart from them
    keep_texts: Span = timedelta(days=3 * 365)  # of releases; what is known of them is kept for ever
    keep_attempts: Span = timedelta(days=90)  # the history of deliveries that are over
    batch: int = 200  # sources or entries in one task
    group_wait: Span = timedelta(seconds=30)  # alerts of one channel that are due within it are a burst
    group_above: int = 5  # a burst of more comes as one message

    @property
    def database_url(self) -> str:
        return self.database.get_secret_value() or f"sqlite:///{self.home / 'outlay.db'}"

    @property
    def is_embedded(self) -> bool:
        """The default database: ours to create and to migrate unasked."""
        return not self.database.get_secret_value()


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of an environment (the process's own by default)."""
    values = _from_files(os.environ if environment is None else environment)
    _refuse_unknown(values)
    known = {name: values[key] for name in Settings.model_fields if (key := f"OUTLAY_{name.upper()}") in values}
    try:
        return Settings.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"][:1]).upper()
        raise SettingsInvalid(
            f"OUTLAY_{name}", f"{first['msg']}; {REMEDIES.get(name.lower(), 'see deploy/env.example')}"
        ) from None


def _refuse_unknown(values: Mapping[str, str]) -> None:
    """A misspelt setting would be a setting that is not heeded."""
    known = [f"OUTLAY_{name.upper()}" for name in Settings.model_fields]
    for key in values:
        if key.startswith("OUTLAY_") and key.removesuffix("_FILE") not in (*known, *FOR_OTHERS):
            likely = get_close_matches(key, known, 1)
            raise SettingsInvalid(
                key, f"no such setting; {f'do you mean {likely[0]}?' if likely else 'see deploy/env.example'}"
            )


FOR_OTHERS = ("OUTLAY_CODE",)  # read by deploy/prefect.yaml

REMEDIES = {
    "fresh_for": "write a duration such as 48h, 90m or 2d",
    "poll_every": "write a duration such as 30m or 1h",
    "budget": "write a whole number of requests an hour such as 4000",
    "push_url": "write the public address that leads to OUTLAY_PUSH_LISTEN, such as https://outlay.example.org/push",
    "push_listen": "write host:port such as 127.0.0.1:8430",
    **dict.fromkeys(("keep_captures", "keep_feeds", "keep_texts", "keep_attempts"), "write a duration such as 365d"),
    "group_wait": "write a duration such as 30s",
    "group_above": "write a whole number such as 5",
    "allow_networks": "write networks such as 10.0.0.0/8, separated by spaces",
    "batch": "write a whole number such as 200",
    "base_currency": "write an ISO 4217 code such as USD or EUR",
}


def _from_files(environment: Mapping[str, str]) -> dict[str, Any]:
    """The environment with every OUTLAY_X_FILE replaced by OUTLAY_X, the contents of that file."""
    values = dict(environment)
    for key in [key for key in environment if key.startswith("OUTLAY_") and key.endswith("_FILE")]:
        try:
            values[key.removesuffix("_FILE")] = Path(environment[key]).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingsInvalid(key, f"cannot read {environment[key]}: {error.strerror}") from error
    return values
