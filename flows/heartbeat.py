"""A sign of life that runs of `watch` leave in the home, for the `outlay serve` that started them: a file's time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

NAME = "watch.alive"


def beat(home: Path) -> None:
    """A run is at work. Where the home cannot be written nothing is left, and nothing is concluded from it."""
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
        (home / NAME).touch()


def last_beat(home: Path) -> float | None:
    """When that was, in seconds since 1970; None where no sign was ever left."""
    try:
        return (home / NAME).stat().st_mtime
    except OSError:
        return None
