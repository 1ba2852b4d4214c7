"""Channels and the watches that want an alert in; who gets it, and when, out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from flows.hours import due
from flows.seeds import WatchSeed
from flows.severity import highest
from flows.store.outbox import Addressee

if TYPE_CHECKING:
    from flows.alerts.channels import Channel

OPERATOR = "operator"
"""The tag of channels that are told how the watching itself fares."""


def addressed(channels: Iterable[Channel], watches: Sequence[WatchSeed], now: datetime) -> list[Addressee]:
    """Each channel that a watch names, once: at the earliest moment that one of these watches allows, for that watch
    (the most urgent of several), and as urgent as the most urgent of all."""
    found = []
    for channel in channels:
        naming = [watch for watch in watches if means(watch, channel)]
        if naming:
            naming.sort(key=lambda watch: -watch.severity.rank)
            first = min((_addressee(channel, watch, now) for watch in naming), key=lambda item: item.due_at)
            found.append(replace(first, severity=highest(watch.severity for watch in naming)))
    return found


def operators(channels: Iterable[Channel]) -> list[str]:
    """Names of the operator's channels."""
    return [channel.name for channel in channels if OPERATOR in channel.tags]


def means(watch: WatchSeed, channel: Channel) -> bool:
    """Whether a watch names a channel. "all" is everybody who reads news: a channel with the operator's tag alone is
    told of troubles only."""
    return any(channel.answers_to(word) and not (word == "all" and channel.tags == {OPERATOR}) for word in watch.to)


def _addressee(channel: Channel, watch: WatchSeed, now: datetime) -> Addressee:
    when = due(now, watch.zone, watch.quiet, watch.digest)
    return Addressee(channel.name, when.at, watch.name, when.hold)
