"""What adaptive polling gains. In: nothing. Out: delays at equal budgets: a fixed interval, miniflux's rule, ours.

    python tests/bench/bench_pacing.py [--sources 300] [--weeks 8] [--seed 1] [--budgets 12 48]

Simulated sources: log-normal rates, office hours of three time zones, quiet weekends, bursts; few of them make most of
the alerts. Each policy learns online from what its own polls found; the second half of the weeks is measured. Ours gets
a budget; what it really took is then given to the others. The delay of an item counts as much as the share of its
source's items that deserve an alert. miniflux's rule: interval = a week / (items of the last week x factor), or a day
where there were fewer than two, between five minutes and a day; the factor is chosen to fit the budget.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows.tempo import MEMORY, Bounds, Drive, Habit, bounds, drive, learn, pace, poll_interval

START = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)
BUDGETS = (12, 24, 48)  # polls a day and source; with many more, the floor of five minutes is reached


@dataclass
class Site:
    """A simulated source: the moments of its items, in hours from the start, and the share that deserves an alert."""

    share: float
    items: list[float]
    alerting: list[bool]


def sites(number: int, hours: float, chance: random.Random) -> list[Site]:
    return [_site(hours, chance) for _ in range(number)]


def _site(hours: float, chance: random.Random) -> Site:
    """A Poisson stream of occasions, thinned by the hour; each occasion brings one item or, seldom, a burst."""
    a_day = math.exp(chance.gauss(0.7, 1.3))
    share = chance.choice((0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.15, 0.4))
    zone, weekend, night = chance.choice((-8, 1, 8)), chance.uniform(0.05, 0.5), chance.uniform(0.02, 0.4)
    items: list[float] = []
    at = 0.0
    while at < hours:
        at += chance.expovariate(2.5 * a_day / 24)
        local = at + zone
        busy = (1.0 if 8 <= local % 24 < 18 else night) * (weekend if local // 24 % 7 >= 5 else 1.0)
        if chance.random() < busy:
            size = chance.randint(2, 6) if chance.random() < 0.1 else 1
            items += [at + chance.random() * 0.5 for _ in range(size)]
    items = sorted(item for item in items if item < hours)
    return Site(share, items, [chance.random() < share for _ in items])


@dataclass
class Score:
    """Delays in minutes of what was measured, each with its weight, and the polls that it took."""

    delays: list[tuple[float, float]] = field(default_factory=list)
    polls: int = 0

    @property
    def weighted(self) -> float:
        return sum(delay * weight for delay, weight in self.delays) / sum(weight for _, weight in self.delays)

    @property
    def plain(self) -> float:
        return sum(delay for delay, _ in self.delays) / len(self.delays)

    @property
    def late(self) -> float:
        """The 95th of a hundred."""
        return sorted(delay for delay, _ in self.delays)[int(len(self.delays) * 0.95)]


class Policy:
    """Waits until the next poll, in hours. `found`: the moments of the new items, with whether they alerted."""

    def __init__(self, number: int) -> None:
        self.number = number

    def wait(self, site: int, now: float, found: list[tuple[float, bool]]) -> float:
        raise NotImplementedError


class Fixed(Policy):
    def __init__(self, number: int, interval: float) -> None:
        self.interval = interval

    def wait(self, site: int, now: float, found: list[tuple[float, bool]]) -> float:
        return self.interval


class Miniflux(Policy):
    def __init__(self, number: int, factor: float) -> None:
        self.factor = factor
        self.recent: list[list[float]] = [[] for _ in range(number)]

    def wait(self, site: int, now: float, found: list[tuple[float, bool]]) -> float:
        week = self.recent[site] = [item for item in self.recent[site] if item > now - 168] + [at for at, _ in found]
        if len(week) < 2:
            return 24.0
        weekly = math.ceil(168 / max((week[-1] - week[0]) / (len(week) - 1), 1 / 60))
        return min(max(168 / (weekly * self.factor), 5 / 60), 24.0)


class Ours(Policy):
    """The product's own rule, with the pace taken anew every hour, as the store's sums are."""

    def __init__(self, number: int, budget: float, chance: random.Random) -> None:
        self.budget, self.chance = budget, chance
        self.habits, self.news_at = [Habit()] * number, [START] * number
        self.alerts: list[list[float]] = [[] for _ in range(number)]
        self.limits: Bounds = bounds(None, False)
        self.means = [drive(Habit(), 0, False, timedelta()).mean] * number
        self.pace, self.paced = 0.0, -1.0

    def wait(self, site: int, now: float, found: list[tuple[float, bool]]) -> float:
        moment = START + now * HOUR
        if found:
            news = [START + at * HOUR for at, _ in found]
            self.habits[site] = learn(self.habits[site], news, self.news_at[site], moment)
            self.news_at[site] = moment
            self.alerts[site] += [at for at, alerted in found if alerted]
        known = sum(at > now - MEMORY / HOUR for at in self.alerts[site])
        drives: Drive = drive(self.habits[site], known, False, moment - self.news_at[site])
        self.means[site] = drives.mean
        if now >= self.paced + 1:
            self.pace, self.paced = pace([(mean, self.limits) for mean in self.means], self.budget), now
        return poll_interval(drives, self.pace, self.limits, moment, self.chance.random()) / HOUR


def simulate(world: list[Site], policy: Policy, hours: float, chance: random.Random) -> Score:
    """Polls all sites from the start to the end; what is published in the second half is measured."""
    score, seen = Score(), [0] * len(world)
    queue = [(chance.random() * 0.5, site) for site in range(len(world))]
    heapq.heapify(queue)
    while queue[0][0] < hours:
        now, site = queue[0]
        items, first = world[site].items, seen[site]
        while seen[site] < len(items) and items[seen[site]] <= now:
            seen[site] += 1
        found = [(items[n], world[site].alerting[n]) for n in range(first, seen[site])]
        if now > hours / 2:
            score.polls += 1
            score.delays += [((now - at) * 60, world[site].share) for at, _ in found if at > hours / 2]
        heapq.heapreplace(queue, (now + policy.wait(site, now, found), site))
    return score


def fitted(polls: int, run: Callable[[float], Score]) -> Score:
    """The run of miniflux's rule whose factor takes as many polls."""
    low, high = 0.01, 1000.0
    for _ in range(9):
        factor = math.sqrt(low * high)
        score = run(factor)
        low, high = (factor, high) if score.polls < polls else (low, factor)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budgets", type=int, nargs="*", default=BUDGETS)
    options = parser.parse_args()
    hours = options.weeks * 168.0
    world = sites(options.sources, hours, random.Random(options.seed))
    number = len(world)

    def run(policy: Policy) -> Score:
        return simulate(world, policy, hours, random.Random(2))

    print("polls/day  taken   policy    weighted   ratio   plain    95 %   (delay, minutes)")
    for budget in options.budgets:
        ours = run(Ours(number, budget / 24 * number, random.Random(3)))
        fixed = run(Fixed(number, hours / 2 * number / ours.polls))
        miniflux = fitted(ours.polls, lambda factor: run(Miniflux(number, factor)))
        for name, score in (("fixed", fixed), ("miniflux", miniflux), ("ours", ours)):
            taken = score.polls / number / (hours / 48)
            ratio = score.weighted / fixed.weighted
            print(f"{budget:>6} {taken:>9.1f}   {name:<8} {score.weighted:>9.1f} {ratio:>8.2f} {score.plain:>8.1f} "
                  f"{score.late:>7.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
