"""Alerts from `tests/cases/alerts/*.toml`: each story in a few words. Their golden texts stand beside them."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from flows.alerts import Message, templates
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
)

CASES = Path(__file__).parent / "cases" / "alerts"
NAMES = sorted(path.stem for path in CASES.glob("*.toml"))

# Reference rates of the European Central Bank by way of the euro, rounded: enough for a text to be read.
RATES = {"CNY": Decimal("0.1524"), "KRW": Decimal("0.00073"), "EUR": Decimal("1.05"), "USD": Decimal(1)}


def read_alert(name: str) -> Alert:
    """The alert of one case."""
    case = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    release = Release(
        url=case["url"],
        title=case["title"],
        text="",
        blocks=(),
        language="en",
        published=case.get("published"),
        site=case.get("site", ""),
    )
    return Alert(
        fingerprint=case.get("fingerprint", name),
        actor=Actor(case["actor"], (case["actor"].lower(),)) if case["actor"] else None,
        changes=tuple(_change(row) for row in case["change"]),
        release=release,
        source="sample",
        seen_at=case["seen"],
        history=tuple(_known(number, row) for number, row in enumerate(case.get("history", []), 1)),
        sources=tuple(case.get("sources", [])),
    )


def rate(code: str, base: str, day: date) -> Decimal | None:
    """What a unit of `code` bought of `base`; None for a currency without a price."""
    return RATES[code] / RATES[base] if code in RATES and base in RATES else None


def quantity(row: dict[str, Any] | str) -> Quantity:
    """From "10e9 CNY" or a table with low, high, unit, bound, precision."""
    if isinstance(row, str):
        number, _, unit = row.partition(" ")
        row = {"low": number, "unit": unit}
    low = Decimal(str(row["low"]))
    kind = UnitKind(row.get("kind", "money"))
    unit = Unit(kind, row.get("unit", ""), tuple(row.get("candidates", ())), row.get("per", ""))
    high = Decimal(str(row.get("high", low)))
    return Quantity(low, high, unit, Bound(row.get("bound", "exact")), Decimal(str(row.get("precision", 0))))


def _mention(row: dict[str, Any] | str) -> Mention:
    return Mention(quantity(row), "", 0, 0, "case")


def _figure(row: dict[str, Any]) -> Figure:
    period = row.get("period")
    return Figure(
        mention=_mention(row["amount"]),
        metric=row.get("metric", "investment"),
        actor=None,
        target=row.get("target", ""),
        period=Period(Decimal(period["years"]) if "years" in period else None, period.get("start"), period.get("end"))
        if period
        else None,
        part=Part(row["part"]) if "part" in row else None,
        status=Status(row.get("status", "announced")),
        also=tuple(Figure(_mention(other), "investment", None) for other in row.get("also", [])),
        quote=row.get("quote", ""),
    )


def _change(row: dict[str, Any]) -> Change:
    before = quantity(row["before"]) if "before" in row else None
    return Change(ChangeKind(row["kind"]), _figure(row), row.get("reason", ""), prior_quantity=before)


def _known(number: int, row: dict[str, Any]) -> Known:
    published: datetime = row["published"]
    return Known(number, _figure(row), published, row["url"], "sample", number, change=row.get("change", "new"))


DIGEST = ("new_investment", "cut", "rumoured")  # the cases of the digest whose golden texts are "digest.*"


def golden(name: str) -> dict[str, str]:
    """What each template makes of a case, or of the digest, by the file that holds it: "raised.email.html"."""
    texts: dict[str, str] = {}
    for template, module in templates().items():
        if name == "digest":
            message = module.render_digest([read_alert(case) for case in DIGEST], rate=rate)
        else:
            message = module.render(read_alert(name), rate=rate)
        texts |= _files(f"{name}.{template}", message)
    return texts


def _files(stem: str, message: Message) -> dict[str, str]:
    files = {f"{stem}.txt": f"{message.subject}\n\n{message.body}\n"}
    if message.html:
        files[f"{stem}.html"] = message.illustrated or message.html
    if message.payload:
        files[f"{stem}.json"] = json.dumps(json.loads(message.payload), ensure_ascii=False, indent=2) + "\n"
    return files


# python -m tests.alert_cases writes the golden texts anew; read the difference before committing it.
if __name__ == "__main__":
    for case in (*NAMES, "digest"):
        for file, text in golden(case).items():
            (CASES / file).write_text(text, "utf-8")
