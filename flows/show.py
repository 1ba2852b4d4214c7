"""What was found, before the eyes of whoever runs the command. Nothing from a page reaches the terminal as markup."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from flows.alerts.amounts import write_amount
from flows.alerts.message import Message
from flows.health import Health, Problem
from flows.steps.ledger import Polled
from flows.steps.read import Unread
from flows.steps.record import Recorded
from parsers.types import TELLING, Change, ChangeKind, Figure, Known

WIDE = 200  # columns where nobody looks: a pipe, a log
CONSOLE = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
COLOURS = {
    ChangeKind.NEW: "bold green", ChangeKind.RAISED: "bold green", ChangeKind.CUT: "bold red",
    ChangeKind.CONFIRMED: "bold green", ChangeKind.CORRECTED: "bold magenta", ChangeKind.WITHDRAWN: "bold red",
    ChangeKind.REPEATED: "yellow", ChangeKind.IGNORED: "dim",
}  # fmt: skip


def show_message(message: Message) -> None:
    """An alert as the terminal channel has it."""
    body = Text.assemble((message.subject, "bold"), "\n\n", message.body)
    CONSOLE.print(Panel(body, title="alert", border_style="green", expand=False))


def show_polled(results: Sequence[Polled]) -> None:
    """A line for each source that could not be polled, and for each that was broken but could be read; one for
    all where none answered."""
    if len(results) > 1 and all(item.failed for item in results):
        CONSOLE.print(
            f"[red]✗[/] none of {len(results)} sources answers; {escape(results[0].slug)}: {escape(results[0].fault)}; "
            "look at this machine's network first, then at `outlay sources list`"
        )
        return
    for item in results:
        if item.failed:
            CONSOLE.print(f"[red]✗ {escape(item.slug)}[/]: {escape(item.fault)}; the others go on")
        elif item.fault:
            CONSOLE.print(f"[yellow]! {escape(item.slug)}[/]: read, though broken: {escape(item.fault)}")


def show_unread(results: Sequence[Unread]) -> None:
    for item in results:
        CONSOLE.print(f"[red]✗ {escape(item.source)}[/] {escape(item.url)}: {escape(item.reason)}; {escape(item.next)}")


def show_release(done: Recorded) -> None:
    """What was read in a release, and why it did or did not alert."""
    when = f"{done.published:%Y-%m-%d %H:%M}"
    CONSOLE.print(
        Text.assemble(
            (f"{when}  ", "dim"), (done.release.title or done.release.url, "bold"), (f"  {done.source}", "dim")
        )
    )
    for change in done.changes:
        if change.kind in TELLING or change.kind is ChangeKind.REPEATED or change.figure.standing != "news":
            CONSOLE.print(change_line(change))
    _show_quiet(done)
    verdict = f"[green]→ alerts ({len(done.alerts)})[/]" if done.alerts else f"[dim]→ silent: {escape(_why(done))}[/]"
    CONSOLE.print(f"  {verdict}")


def show_health(health: Health, found: Sequence[Problem], now: datetime) -> None:
    """How the watching fares, a line a measure, then what is wrong with its remedy."""
    active = [row for row in health.sources if row.state == "active"]
    good = [row.good_at for row in active if row.good_at]
    waits = {state: health.deliveries.get(state, 0) for state in ("pending", "sending", "dead")}
    rows = (
        ("sources", f"{len(active)}, {sum(row.failures > 0 for row in active)} of them failing"),
        ("last good poll", f"{_ago(max(good), now)}; the longest ago: {_ago(min(good), now)}" if good else "none yet"),
        ("entries to read", str(health.unread)),
        ("deliveries", ", ".join(f"{number} {state}" for state, number in waits.items())),
        ("oldest undelivered", _ago(health.undelivered, now) if health.undelivered else "none"),
        ("doubts a release", f"{health.recent.rate:.2f} lately, {health.usual.rate:.2f} before"),
        ("database", f"{health.database_bytes / 1e6:.1f} MB"),
    )
    for name, value in rows:
        CONSOLE.print(f"{name:<20}{value}")
    for problem in found:
        CONSOLE.print(f"[red]✗[/] {escape(f'{problem.where}: {problem.what}; {problem.remedy}')}")
    CONSOLE.print(f"{len(found)} problem{'s' if len(found) > 1 else ''}" if found else "all well")


def _ago(moment: datetime, now: datetime) -> str:
    seconds = max(0, int((now - moment).total_seconds()))
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit} ago"
    return f"{seconds} s ago"


def change_line(change: Change) -> Text:
    """A figure, what it is beside what is known, and why."""
    figure = change.figure
    return Text.assemble(
        "  ", (f"{change.kind:<10}", COLOURS[change.kind]), f"{describe(figure)}",
        (f"  ({change.reason}{_from(change)})", "dim"),
    )  # fmt: skip


def _from(change: Change) -> str:
    prior: Known | None = change.prior
    if change.prior_quantity is not None and change.kind is not ChangeKind.REPEATED:
        return f"; before: {write_amount(change.prior_quantity)}"
    return f": {prior.published:%Y-%m-%d}, {prior.source}" if prior else ""


def describe(figure: Figure) -> str:
    """A figure in a line: "Xiaomi investment 10 billion yuan, initial"."""
    words = [
        figure.actor.name if figure.actor else "?",
        figure.metric.replace("_", " "),
        write_amount(figure.mention.quantity),
    ]
    notes = [note for note in (figure.part, figure.period.exact if figure.period else "", figure.target) if note]
    return " ".join(words) + (f", {', '.join(notes)}" if notes else "")


def _show_quiet(done: Recorded) -> None:
    """Figures of metrics that no watch asks for, in one line."""
    others = [c.figure for c in done.changes if c.kind is ChangeKind.IGNORED and c.figure.standing == "news"]
    if others:
        said = "; ".join(f"{f.metric.replace('_', ' ')} {f.mention.exact}" for f in others[:6])
        more = f" and {len(others) - 6} more" if len(others) > 6 else ""
        CONSOLE.print(f"  [dim]read too: {escape(said)}{more}[/]")
    if done.doubts:
        said = "; ".join(f"{doubt.exact!r} ({doubt.reason})" for doubt in done.doubts[:3])
        CONSOLE.print(f"  [dim]doubts: {escape(said)}[/]")


def _why(done: Recorded) -> str:
    if done.silent:
        return done.silent
    kinds = {change.kind for change in done.changes if change.figure.standing == "news"}
    if kinds & TELLING:
        return "no watch asks for these figures"
    if ChangeKind.REPEATED in kinds or any(c.kind is ChangeKind.REPEATED for c in done.changes):
        return "nothing that was not known"
    return "no figure that says something new" if done.changes else "no figures"
