"""Apprise's own configuration in, channels out: one recipient and one URL each, so that a try is a try of one thing.

A configuration is Apprise's TEXT (`tag, tag = url`, one a line) or YAML (`urls:`). What would lose an alert silently is
refused: `optional=yes` (failure counts as success), copies (`cc`, `bcc`: one refused address is not reported), several
recipients in one URL of a service that does not tell them apart, `include` (a channel that nobody sees here). A mistake
is told with its line and remedy and never with the URL itself, which holds secrets.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

import apprise
import yaml
from apprise.config.base import ConfigBase

from flows.alerts.hush import hushed

# Messages are ours: no picture and no name of Apprise in them, nothing in them interpreted, none redirected.
ASSET: dict[str, Any] = {
    "app_id": "outlay",
    "app_desc": "outlay",
    "image_url_mask": "",
    "image_url_logo": "",
    "async_mode": False,
    "http_redirects": False,
    "interpret_emojis": False,
}

MAIL = frozenset({"mailto", "mailtos"})
SPLITTABLE = MAIL | {"slack"}  # whose recipients our own senders address one by one
SLACK_MODES = frozenset({"hook", "gov-hook", "bot"})

TO = re.compile(r"[?&]to=([^&\s]{1,4000})", re.IGNORECASE)

# `tag = scheme://...`; the tags as Apprise reads them.
URL_LINE = re.compile(r"^[ \t]{0,40}([a-z0-9, \t_:-]{1,200}=)?[ \t]{0,40}[a-z0-9]{1,32}://", re.IGNORECASE)
GROUP_LINE = re.compile(r"^[ \t]{0,40}[a-z0-9, \t_:-]{1,200}=[a-z0-9, \t_-]{1,200}$", re.IGNORECASE)
INCLUDE_LINE = re.compile(r"^[ \t]{0,40}include[ \t]", re.IGNORECASE)
YAML_START = re.compile(r"^(version|urls|tag|tags|groups|asset|include)[ \t]{0,9}:", re.MULTILINE)


class ChannelInvalid(Exception):
    """A mistake in the configuration of channels: its line and its remedy, in words; never the URL."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"channels, line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Channel:
    """Where alerts go. The name is stable and safe to store and show; `service` holds secrets and is never shown."""

    name: str  # "mailto:desk@example.org", "slack:1f2e3d4c"
    schema: str  # Apprise's: "mailto", "slack", "tgram", "json", ...
    tags: frozenset[str] = frozenset()
    recipient: str = ""  # of mail and Slack; "" where the URL names the only one
    line: int = 0  # in the configuration
    service: Any = field(default=None, repr=False, compare=False)  # Apprise's parsed object

    def answers_to(self, word: str) -> bool:
        """Whether people or a watch mean this channel by `word`: its name, its schema, one of its tags, or "all"."""
        return word in (self.name, self.schema, "all") or word in self.tags


@dataclass(frozen=True, slots=True)
class Entry:
    """What Apprise made of one entry of the configuration."""

    line: int
    service: Any = field(repr=False)


def read_channels(text: str) -> tuple[Channel, ...]:
    """The channels of a configuration in the order in which it has them.

    The same recipient named twice is one channel with the tags of both. Raises ChannelInvalid.
    """
    entries = _read_yaml(text) if YAML_START.search(text) else _read_text(text)
    named: dict[str, Channel] = {}
    for channel in (channel for entry in entries for channel in _split(entry)):
        known = named.setdefault(channel.name, channel)
        if _settings(known.service) != _settings(channel.service):
            raise ChannelInvalid(channel.line, f"the channel of line {known.line} again, with other settings: keep one")
        named[channel.name] = replace(known, tags=known.tags | channel.tags)
    return tuple(named.values())


def _read_text(text: str) -> Iterator[Entry]:
    rows = list(enumerate(text.splitlines(), 1))
    groups = "\n".join(row for _, row in rows if GROUP_LINE.match(row) and not INCLUDE_LINE.match(row))
    for line, row in rows:
        if not row.strip() or row.lstrip().startswith(("#", ";")) or GROUP_LINE.match(row):
            continue
        if INCLUDE_LINE.match(row):
            raise ChannelInvalid(line, "`include` is not read: put the channels themselves here")
        if not URL_LINE.match(row):
            raise ChannelInvalid(line, "not a channel: write `tag = scheme://...`, see appriseit.com/services")
        yield from _load(line, f"{groups}\n{row}", ConfigBase.config_parse_text)


def _read_yaml(text: str) -> Iterator[Entry]:
    """Each entry of `urls` is read by itself, so that a mistake is found where it is."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ChannelInvalid(mark.line + 1 if mark else 1, "not YAML: check indentation and quotes") from None
    if not isinstance(document, dict) or not isinstance(document.get("urls"), list):
        raise ChannelInvalid(1, "no list of `urls:` in the YAML")
    if "include" in document:
        raise ChannelInvalid(1, "`include` is not read: put the channels themselves here")
    frame = {key: document[key] for key in ("version", "tag", "tags", "groups") if key in document}
    for line, entry in zip(_lines_of(root, "urls"), document["urls"], strict=True):
        content = yaml.safe_dump(frame | {"urls": [entry]}, allow_unicode=True)
        yield from _load(line, content, ConfigBase.config_parse_yaml)


def _lines_of(root: Any, key: str) -> list[int]:
    """The line of each item of a list in a YAML document."""
    value = next(value for name, value in root.value if name.value == key)
    return [item.start_mark.line + 1 for item in value.value]


def _load(line: int, content: str, parse: Any) -> Iterator[Entry]:
    """What Apprise makes of one entry. A warning is a mistake: something of the entry was dropped."""
    asset = apprise.AppriseAsset(**ASSET)
    with hushed() as complaints:
        services, _ = parse(content, asset=asset)
    if not services or complaints or _loses_recipients(content):
        raise ChannelInvalid(line, "Apprise cannot read this: check it against appriseit.com/services")
    for service in services:
        service.retry, service.redirects = 0, False  # tries are counted outside, and a redirect loses the message
        _refuse(line, service)
        yield Entry(line, service)


def _loses_recipients(content: str) -> bool:
    """Apprise drops what is no address from a mail's `to` without a word."""
    named = [address for match in TO.finditer(content) for address in re.split(r"[, ]", unquote(match[1]))]
    return "mailto" in content and any(address and "@" not in address for address in named)


def _schema(service: Any) -> str:
    """The schema of the URL; some services overwrite their own `schema` by "http"."""
    return str(service.url().partition("://")[0])


def _split(entry: Entry) -> Iterator[Channel]:
    """One channel a recipient."""
    service = entry.service
    tags = frozenset(map(str, service.tags))
    for recipient in _recipients(service):
        name = _name(service, recipient)
        yield Channel(name, _schema(service), tags, recipient, entry.line, service)


def _refuse(line: int, service: Any) -> None:
    """Raise ChannelInvalid for what would lose alerts in silence."""
    if service.optional:
        raise ChannelInvalid(line, "`optional=yes` counts a failure as success: remove it")
    if getattr(service, "cc", None) or getattr(service, "bcc", None):
        raise ChannelInvalid(line, "`cc` and `bcc` lose a refused address silently: name each address in `to`")
    if _schema(service) == "slack" and service.mode not in SLACK_MODES:
        raise ChannelInvalid(line, "a Slack workflow takes no message of ours: use an incoming webhook or a bot token")
    if _schema(service) not in SPLITTABLE and len(service) > 1:
        raise ChannelInvalid(line, "several recipients in one URL: write one line for each")


def _recipients(service: Any) -> list[str]:
    if _schema(service) in MAIL:
        return [address for _, address in service.targets]
    if _schema(service) == "slack":
        return [str(channel or "") for channel in service.channels] or [""]
    return [""]


def _name(service: Any, recipient: str) -> str:
    """Mail goes by its address; other services by a digest of their address, too short to tell a secret."""
    if _schema(service) in MAIL:
        return f"mailto:{recipient}"
    digest = hashlib.blake2s(service.url().partition("?")[0].encode(), digest_size=4).hexdigest()
    return f"{_schema(service)}:{digest}{f':{recipient}' if recipient else ''}"


def _settings(service: Any) -> str:
    """What must not differ between two entries of one channel. A mail URL may name other recipients too."""
    return str(service.url_id() if _schema(service) in MAIL else service.url())
