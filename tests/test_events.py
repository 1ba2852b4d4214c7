"""Prefect's custom events: one for each figure that says something, one when a problem comes and one when it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from prefect.events.schemas.automations import AutomationCore

from flows.events import figure_events, problem_events
from flows.health import Problem
from flows.steps.tell import turned
from flows.store.engine import Store
from tests.outbox_room import NOW, hours
from tests.plain_story import Told, bare_world, tell

AUTOMATIONS = Path(__file__).parents[1] / "deploy" / "automations.yaml"
TEXT = "Hyundai Motor Group will invest 24 trillion won in electric vehicles in Korea by 2030, it said on Tuesday."
FIRST = Told("first", "2026-03-01", "wire", "en", "Hyundai to invest in electric cars", TEXT)


def test_what_is_new_and_what_is_raised_is_an_event_and_what_repeats_is_none(store: Store) -> None:
    world = bare_world(store)
    (new,) = figure_events([tell(world, FIRST)[0]])
    assert new.event == "outlay.figure.new"
    assert new.resource["prefect.resource.id"].startswith("outlay.company.hyundai")
    assert new.resource["outlay.metric"] == "investment"
    assert new.payload["amount"] == "24 trillion won"
    assert new.payload["quote"].startswith("Hyundai Motor Group will invest")
    assert new.related[0]["prefect.resource.id"] == "outlay.source.wire"
    again, _ = tell(world, replace(FIRST, id="again", source="other", date="2026-03-02"))
    assert list(figure_events([again])) == []
    raised, _ = tell(world, replace(FIRST, id="more", date="2026-03-03", body=TEXT.replace("24", "30")))
    (event,) = figure_events([raised])
    assert (event.event, event.payload["before"]) == ("outlay.figure.raised", "24 trillion won")
    assert event.id != new.id
    assert next(figure_events([raised])).id == event.id, "the same figure is the same event"
    assert list(figure_events([replace(raised, silent="published long ago")])) == []


@pytest.mark.parametrize(
    ("problem", "came", "went"),
    [
        (Problem("meridian", "not read", "look", "blind"), "outlay.source.blind", "outlay.source.well"),
        (Problem("desk", "takes no message", "mend", "broken"), "outlay.channel.broken", "outlay.channel.well"),
        (Problem("reading", "doubts", "see", "doubts"), "outlay.reading.doubts", "outlay.reading.well"),
    ],
    ids=lambda value: value.kind if isinstance(value, Problem) else "",
)
def test_a_problem_is_an_event_when_it_comes_and_when_it_goes(
    store: Store, problem: Problem, came: str, went: str
) -> None:
    said = []
    for hour, found in enumerate(([problem], [problem], [], [])):
        with store.begin() as connection:
            said.append(
                [item.event for item in problem_events(*turned(connection, "events", found, NOW + hours(hour)))]
            )
    assert said == [[came], [], [went], []]


def test_the_automations_that_are_shipped_are_what_prefect_takes() -> None:
    made = [AutomationCore(**data) for data in yaml.safe_load(AUTOMATIONS.read_text(encoding="utf-8"))["automations"]]
    assert [item.enabled for item in made] == [True, True, False]
