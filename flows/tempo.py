"""How often a source is polled. Pure: what it published and what of it alerted in, the wait until its next poll out.

With a budget of requests, the mean delay of what matters is least when each source is polled in proportion to the
square root of (its rate of news x the share of it that matters), at each hour of its week (Sia, Cho and Cho, "Efficient
Monitoring Algorithm for Fast News Alerts", TKDE 2007). The rare newsroom keeps its polls that way: twice the news takes
only 1.4 times the polls. Times are in hours where nothing else is said.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

HALF_LIFE = 60 * 24.0  # of what is remembered of a source
MEMORY = timedelta(hours=HALF_LIFE / math.log(2))  # a window of this length holds as much as what fades by the half
SHORTEST = timedelta(minutes=5)
SHORTEST_PINNED = timedelta(minutes=1)
LONGEST = timedelta(hours=6)
JITTER = 0.2  # of the wait: sources that are alike do not stay in step

# What is believed of a source before it has said anything, and how much news weighs as much as that belief.
RATE_BELIEVED, RATE_HOURS = 1 / 24, 24.0  # news an hour, and the hours of watching
SHARE_BELIEVED, SHARE_NEWS = 0.04, 12.0
SHARE_LEAST = 0.005  # whoever never made an alert may still make the next one
WEEK_NEWS = 8.0  # news after which a source's own week counts as much as a week without hours

ODD_NEWS, ODD_SILENCE, ODD_LEAST = 5.0, 8.0, 4 * 24.0  # see `is_odd`


@dataclass(frozen=True, slots=True)
class Habit:
    """When a source publishes: counts of news that fade, in all, by hour of the day and by day of the week (UTC)."""

    news: float = 0.0
    watched: float = 0.0  # hours, which fade too
    hours: tuple[float, ...] = (0.0,) * 24
    days: tuple[float, ...] = (0.0,) * 7


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of the wait between two polls."""

    shortest: timedelta
    longest: timedelta

    def clamp(self, wait: timedelta) -> timedelta:
        return min(max(wait, self.shortest), self.longest)


@cache
def bounds(poll: timedelta | None, pinned: bool) -> Bounds:
    """`poll`: the longest wait that an editor allows."""
    longest = min(poll or LONGEST, LONGEST)
    return Bounds(min(SHORTEST_PINNED if pinned else SHORTEST, longest), longest)


def learn(habit: Habit, news: Collection[datetime], since: datetime, now: datetime) -> Habit:
    """The habit after some news, which came between `since`, the last news, and `now`.

    A date without a time of day tells the day alone, and a moment outside of that span (an edit, a wrong clock) is now.
    """
    passed = max((now - since) / timedelta(hours=1), 0.0)
    fade = 0.5 ** (passed / HALF_LIFE)
    hours, days = [count * fade for count in habit.hours], [count * fade for count in habit.days]
    for moment in (moment if since <= moment <= now else now for moment in news):
        days[moment.weekday()] += 1
        if moment.time() != time():
            hours[moment.hour] += 1
    return Habit(habit.news * fade + len(news), habit.watched * fade + passed, _short(hours), _short(days))


def _short(counts: Iterable[float]) -> tuple[float, ...]:
    """As they are stored: what is too small to matter takes no room."""
    return tuple(round(count, 3) for count in counts)


@dataclass(frozen=True, slots=True)
class Drive:
    """What drives the polls of a source: the square root of the alerts an hour that it may make, over its week."""

    strength: float  # as if every hour were alike
    hours: tuple[float, ...]  # what an hour of the day makes of it
    days: tuple[float, ...]  # what a day of the week makes of it

    @property
    def mean(self) -> float:
        """Over the week; exact, as each hour of the day meets each day once."""
        return self.strength * sum(self.hours) / 24 * sum(self.days) / 7

    def at(self, moment: datetime) -> float:
        return self.strength * self.hours[moment.hour] * self.days[moment.weekday()]


def drive(habit: Habit, alerts: int, pinned: bool, silent: timedelta) -> Drive:
    """`alerts`: that came from the source within MEMORY. A pinned source counts as if all of its news made one.
    `silent`: since its last news; a source that went quiet is polled less, though its habit stays as it was."""
    watched = habit.watched + silent / timedelta(hours=1) + RATE_HOURS
    rate = (habit.news + RATE_BELIEVED * RATE_HOURS) / watched
    share = (alerts + SHARE_BELIEVED * SHARE_NEWS) / (max(habit.news, alerts) + SHARE_NEWS)
    weight = 1.0 if pinned else max(share, SHARE_LEAST)
    around = [(habit.hours[hour - 1] + 2 * count + habit.hours[(hour + 1) % 24]) / 4 for hour, count in
              enumerate(habit.hours)]  # fmt: skip
    return Drive(math.sqrt(rate * weight), _roots(around), _roots(habit.days))


def _roots(counts: Collection[float]) -> tuple[float, ...]:
    """Square roots of the shares, a mean share being one; little news says little about the week."""
    even = WEEK_NEWS / len(counts)
    mean = (sum(counts) + WEEK_NEWS) / len(counts)
    return tuple(math.sqrt((count + even) / mean) for count in counts)


def pace(sources: Collection[tuple[float, Bounds]], budget: float) -> float:
    """Polls an hour for each unit of drive, so that all sources together take `budget` requests an hour.

    `sources`: the mean drive of each, and its bounds. Where the bounds alone take more than the budget, they win: the
    pace is 0 then, and every source waits its longest.
    """
    hour = timedelta(hours=1)
    rates = [(strength, hour / limits.longest, hour / limits.shortest) for strength, limits in sources if strength > 0]
    # Between the paces at which a source leaves its longest wait and reaches its shortest, what all take together grows
    # in a straight line: walked from turn to turn, the pace that takes the budget is found exactly.
    turns = sorted(turn for own, least, most in rates for turn in ((least / own, own), (most / own, -own)))
    reached, taken, slope = 0.0, sum(least for _, least, _ in rates), 0.0
    for turn, change in turns:
        ahead = taken + slope * (turn - reached)
        if ahead >= budget:
            return reached + (budget - taken) / slope if taken < budget else reached
        reached, taken, slope = turn, ahead, slope + change
    return reached


def poll_interval(drive: Drive, pace: float, limits: Bounds, now: datetime, chance: float) -> timedelta:
    """The wait until one poll is due at this pace, walked through the hours to come. `chance`: 0 to 1."""
    owed = 1 - JITTER / 2 + JITTER * chance
    moment, end = now, now + limits.longest
    while moment < end:
        rate = pace * drive.at(moment)
        step = min(moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1), end)
        due = rate * ((step - moment) / timedelta(hours=1))
        if due >= owed:
            return limits.clamp(moment - now + timedelta(hours=owed / rate))
        owed, moment = owed - due, step
    return limits.longest


def is_odd(habit: Habit, silent: timedelta) -> bool:
    """Whether a source is silent beyond its habit: for eight times its usual gap, which by chance happens once in three
    thousand gaps, and for four days at least, for holidays; never one that has not yet shown a habit."""
    if habit.news < ODD_NEWS:
        return False
    return silent / timedelta(hours=1) > max(ODD_SILENCE * habit.watched / habit.news, ODD_LEAST)
