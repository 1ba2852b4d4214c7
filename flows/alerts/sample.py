"""An alert that tells nothing real: what `outlay alerts test` sends."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from parsers.fingerprints import digest
from parsers.types import (
    Actor,
    Alert,
    Bound,
    Change,
    ChangeKind,
    Figure,
    Mention,
    Part,
    Period,
    Quantity,
    Release,
    Status,
    Unit,
    UnitKind,
)  # fmt: skip

QUOTE = "Sample Motors will first invest 10 billion yuan, and about $10 billion over ten years."


def sample_alert(now: datetime) -> Alert:
    """Two figures of a company that does not exist. Each moment has its own fingerprint: no service folds tests."""
    figures = (
        Figure(
            _mention("10 billion yuan", "CNY", Bound.EXACT), "investment", ACTOR, "electric cars",
            part=Part.INITIAL, status=Status.ANNOUNCED, quote=QUOTE,
        ),
        Figure(
            _mention("$10 billion", "USD", Bound.ABOUT), "investment", ACTOR, "electric cars",
            period=Period(years=Decimal(10), exact="over ten years"), part=Part.TOTAL, status=Status.ANNOUNCED,
            quote=QUOTE,
        ),
    )  # fmt: skip
    release = Release(
        "https://example.org/sample", "A sample, to test this channel", "", (), "en", now, "feed", "example.org"
    )
    changes = tuple(Change(ChangeKind.NEW, figure, "a sample") for figure in figures)
    return Alert(digest(f"sample {now.isoformat()}"), ACTOR, changes, release, "sample", now)


ACTOR = Actor("Sample Motors", ("sample-motors",))


def _mention(exact: str, code: str, bound: Bound) -> Mention:
    start = QUOTE.index(exact)
    quantity = Quantity(Decimal(10**10), Decimal(10**10), Unit(UnitKind.MONEY, code), bound, Decimal(5 * 10**8))
    return Mention(quantity, exact, start, start + len(exact), "sample")
