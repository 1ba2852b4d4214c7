"""Our stories, told release by release to a real store: the right alerts, and the right silence.

The stories that are held out are scored together with the others and never looked at while rules are written, so this
test speaks of numbers; what was missed is shown for the others only.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parsers.types import Alert, ChangeKind
from tests.plain_story import Told, tell_all

STORIES = sorted((Path(__file__).parent / "cases" / "stories").glob("*.toml"))
FLOOR_RIGHT = 0.85  # of all releases told exactly right
FLOOR_SILENT = 0.93  # of the silent releases kept silent

Said = tuple[str, str, str, float, str, float | None]


def read_story(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def expected(alert: dict[str, Any]) -> Said:
    return (
        alert["kind"],
        alert["actor"],
        alert["metric"],
        float(alert["value"]),
        alert["unit"],
        alert.get("previous_value"),
    )


def said(alert: Alert) -> list[Said]:
    told = []
    for change in alert.changes:
        quantity, prior = change.figure.mention.quantity, change.prior_quantity
        slugs = "+".join(alert.actor.slugs) if alert.actor else ""
        old = float(prior.low) if prior and change.kind not in (ChangeKind.NEW, ChangeKind.CONFIRMED) else None
        told.append((change.kind.value, slugs, change.figure.metric, float(quantity.low), quantity.unit.code, old))
    return told


@cache
def outcome(path: Path) -> tuple[tuple[str, list[Said], list[Said]], ...]:
    """(release, what was expected, what was told) for each release of a story."""
    rows = read_story(path)["release"]
    told = tell_all(
        Told(**{key: row[key] for key in ("id", "date", "source", "lang", "title", "body")}) for row in rows
    )
    return tuple(
        (row["id"], [expected(item) for item in row["expected"]], [item for alert in alerts for item in said(alert)])
        for row, (_, alerts) in zip(rows, told, strict=True)
    )


def right(want: list[Said], got: list[Said]) -> bool:
    plain = [
        Counter((*item[:5], item[5] if item[5] and item[0] != "new" else None) for item in side) for side in (want, got)
    ]
    return plain[0] == plain[1]


def test_nearly_every_release_is_told_exactly_right_the_held_out_ones_too() -> None:
    rows = [row for path in STORIES for row in outcome(path)]
    share = sum(right(want, got) for _, want, got in rows) / len(rows)
    assert share >= FLOOR_RIGHT, f"{share:.3f} of {len(rows)} releases"


def test_nearly_every_silent_release_stays_silent() -> None:
    silent = [got for path in STORIES for _, want, got in outcome(path) if not want]
    share = sum(not got for got in silent) / len(silent)
    assert share >= FLOOR_SILENT, f"{share:.3f} of {len(silent)} releases"


@pytest.mark.parametrize(
    "path", [path for path in STORIES if not read_story(path).get("held_out")], ids=lambda path: path.stem
)
def test_a_story_is_told_right(path: Path) -> None:
    wrong = [row for row in outcome(path) if not right(row[1], row[2])]
    assert not wrong
