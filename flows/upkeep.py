"""The flow that keeps the store fit, and notices our own blindness."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from flows.engine import as_is  # first: it speaks to Prefect before it is imported

from prefect import flow, task  # isort: skip
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE

from flows.events import emit, problem_events
from flows.fetch import Fetcher
from flows.health import problems, read_health, reading_problems, source_problems
from flows.settings import read_settings
from flows.steps.tell import tell_operator, turned
from flows.steps.upkeep import Kept, keep
from flows.store.clock import mend_clock
from flows.watch import policy
from flows.world import World, open_world

LOG = logging.getLogger("outlay.upkeep")


@task(retries=2, retry_delay_seconds=[5, 30], cache_policy=NO_CACHE, task_run_name="rates, retention")
async def keep_store(world: World, now: datetime) -> Kept:
    async with Fetcher(policy(world.settings)) as fetcher:
        return await keep(world, fetcher, now)


@flow(name="upkeep")
async def upkeep(now: datetime | None = None) -> Kept:
    """Fetch newer exchange rates, let go what is old, and say what does not work.

    Args:
        now: The clock, to try things out. Empty: the real one.
    """
    moment = now or datetime.now(UTC)
    with open_world(read_settings(), moment) as world:
        done = await keep_store(as_is(world), moment)
        with world.store.begin() as connection:
            mend_clock(connection, moment)
            health = read_health(connection, moment)
            seen = [*source_problems(health, moment), *reading_problems(health)]
            fresh, over = turned(connection, "events of sources", seen, moment)
        emit(problem_events(fresh, over))
        tell_operator(world, "sources", seen, moment)
        found = problems(health, moment)
    for problem in found:
        LOG.warning("%s: %s; %s", problem.where, problem.what, problem.remedy)
    rows = [{"where": problem.where, "what": problem.what, "remedy": problem.remedy} for problem in found]
    await acreate_table_artifact(key="health", table=rows, description=f"{len(rows)} problems")
    LOG.info("%s", done.summary)
    if done.fault:
        LOG.warning("no newer exchange rates: %s", done.fault)
    return done
