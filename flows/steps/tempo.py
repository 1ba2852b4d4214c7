"""When the sources of a batch are due again. In: what the store and the seeds say of them. Out: what a poll writes.

The rule itself is `flows.tempo`; here it meets the store: once a run the budget of all sources, once a batch their
alerts, once a poll the source's own habit.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flows.pacing import poll_wait
from flows.store.codec import from_json, to_json
from flows.store.sources import SourceRow, alerts_by_source, drives
from flows.store.subscriptions import relied_on
from flows.tempo import MEMORY, Bounds, Drive, Habit, bounds, drive, learn, pace, poll_interval
from flows.world import World
from parsers.types import Entry

Values = dict[str, Any]  # columns of a source


@dataclass(frozen=True, slots=True)
class Budget:
    """How the requests of an hour are shared among all sources."""

    pace: float
    limits: Mapping[str, Bounds]  # by slug
    pinned: Collection[str]
    pushed: Collection[int]  # ids of sources whose hub pushes what is new: they are polled as a back-up only


@dataclass(frozen=True, slots=True)
class Tempo:
    """What decides over the waits of a batch."""

    budget: Budget
    alerts: Mapping[int, int]  # by the source's id
    now: datetime

    def wait(self, row: SourceRow) -> timedelta:
        """Until its next poll, where nothing is new."""
        habit, news_at = from_json(Habit, row.habit or {}), row.news_at or self.now
        return self._interval(row, self._drive(row, habit, news_at))

    def wait_failed(self, row: SourceRow, failures: int, asked: float) -> timedelta:
        return poll_wait(self.wait(row), failures, asked, random.random())

    def after(self, row: SourceRow, news: Sequence[Entry]) -> Values:
        """What a good poll writes: when the source is due, and what was learnt of it from its news."""
        habit, news_at = from_json(Habit, row.habit or {}), row.news_at
        learnt: Values = {}
        if news:
            habit, news_at = self._learnt(row, habit, news)
            learnt = {"habit": to_json(habit), "news_at": news_at}
        drives = self._drive(row, habit, news_at or self.now)
        return learnt | {"drive": drives.mean, "due_at": self.now + self._interval(row, drives)}

    def _learnt(self, row: SourceRow, habit: Habit, news: Sequence[Entry]) -> tuple[Habit, datetime]:
        """The first poll shows a past, from its oldest entry to its newest; later ones what came since the last."""
        dates = [item.published or item.updated or self.now for item in news]
        if row.good_at is not None:
            return learn(habit, dates, row.news_at or row.good_at, self.now), self.now
        past = [date for date in dates if self.now - MEMORY <= date <= self.now]
        if not past:
            return habit, self.now
        return learn(habit, past, min(past), max(past)), max(past)

    def _drive(self, row: SourceRow, habit: Habit, news_at: datetime) -> Drive:
        return drive(habit, self.alerts.get(row.id, 0), row.slug in self.budget.pinned, self.now - news_at)

    def _interval(self, row: SourceRow, drives: Drive) -> timedelta:
        limits = self.budget.limits.get(row.slug) or bounds(None, pinned=False)
        pace = 0.0 if row.id in self.budget.pushed else self.budget.pace
        return poll_interval(drives, pace, limits, self.now, random.random())


def read_tempo(world: World, rows: Sequence[SourceRow], budget: Budget, now: datetime) -> Tempo:
    """The tempo for these sources, out of the budget of all."""
    with world.store.begin() as connection:
        return Tempo(budget, alerts_by_source(connection, [row.id for row in rows], now - MEMORY), now)


def read_budget(world: World, now: datetime) -> Budget:
    """The budget of all sources, as far as they are known now."""
    limits = {seed.slug: bounds(seed.poll, seed.pinned) for seed in world.seeds.sources}
    pinned = frozenset(seed.slug for seed in world.seeds.sources if seed.pinned)
    with world.store.begin() as connection:
        drawn = drives(connection)
        pushed = relied_on(connection, now) if world.settings.push_url else set()
    unknown = {flag: drive(Habit(), 0, flag, timedelta()).mean for flag in (False, True)}
    shares = [
        (unknown[slug in pinned] if mean is None else mean, limits[slug])
        for source_id, slug, mean in drawn
        if slug in limits and source_id not in pushed
    ]
    requests = world.settings.budget or len(shares) * (timedelta(hours=1) / world.settings.poll_every)
    return Budget(pace(shares, requests), limits, pinned, pushed)
