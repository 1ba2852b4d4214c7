"""An alert that tells nothing real: what `outlay alerts test` sends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from parsers.fingerprints import digest
from parsers.types import (
    Actor,
    Alert,
    Bound,
    Change,
    ChangeKind,
    Figure,
    Known,
    Mention,
    Part,
    Period,
    Quantity,
    Release,
    Status,
    Unit,
    UnitKind,
)  # fmt: skip

QUOTE = "Sample Motors will first invest 10 billion yuan, and about $10 billion over ten years instead of 7 billion."
YEAR = timedelta(days=365)


def sample_alert(now: datetime) -> Alert:
    """Two figures of a company that does not exist, one of them of a plan with a past, so that all that a message can
    show is there. Each moment has its own fingerprint: no service folds tests."""
    first = Figure(
        _mention("10 billion yuan", "CNY", Bound.EXACT), "investment", ACTOR, "electric cars",
        part=Part.INITIAL, status=Status.ANNOUNCED, quote=QUOTE,
    )  # fmt: skip
    whole = Figure(
        _mention("$10 billion", "USD", Bound.ABOUT), "investment", ACTOR, "electric cars",
        period=Period(years=Decimal(10), exact="over ten years"), part=Part.TOTAL, status=Status.ANNOUNCED, quote=QUOTE,
    )  # fmt: skip
    release = Release(
        "https://example.org/sample", "A sample, to test this channel", "", (), "en", now, "feed", "example.org"
    )
    past = tuple(_known(number, whole, billions, now) for number, billions in ((2, 5), (1, 7)))
    changes = (
        Change(ChangeKind.NEW, first, "a sample"),
        Change(ChangeKind.RAISED, whole, "a sample", past[-1], past[-1].figure.mention.quantity),
    )
    return Alert(digest(f"sample {now.isoformat()}"), ACTOR, changes, release, "sample", now, past)


ACTOR = Actor("Sample Motors", ("sample-motors",))


def _known(years: int, figure: Figure, billions: int, now: datetime) -> Known:
    """The figure as it was some years ago."""
    mention = replace(figure.mention, quantity=_quantity(billions, "USD", Bound.EXACT))
    kind = "new" if years == 2 else "raised"
    then = now - years * YEAR
    return Known(
        years, replace(figure, mention=mention), then, f"https://example.org/{then:%Y}", "sample", years, "", kind
    )


def _mention(exact: str, code: str, bound: Bound) -> Mention:
    start = QUOTE.index(exact)
    return Mention(_quantity(10, code, bound), exact, start, start + len(exact), "sample")


def _quantity(billions: int, code: str, bound: Bound) -> Quantity:
    amount = Decimal(billions) * 10**9
    return Quantity(amount, amount, Unit(UnitKind.MONEY, code), bound, Decimal(5 * 10**8))
