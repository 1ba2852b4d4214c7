"""`outlay explain`: the cleaned text, its figures marked, what each was taken for by which rule, what was removed."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.text import Text

    from flows.settings import Settings
    from parsers.types import Capture, Change, Figure, Reading, Release


def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="URL|FILE", help="An address, or a file: .html, .pdf or plain text; - for standard input."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show how a page is read, and what its figures are beside what is known. Nothing is stored, nobody is alerted."""
    from flows.settings import read_settings
    from flows.steps.record import judge
    from flows.world import open_world
    from parsers.figures import read_figures

    settings = read_settings()
    release = _release(what, settings)
    with open_world(settings) as world, world.store.begin() as connection:
        reading = read_figures(release, world.companies)
        changes = judge(world, connection, release, reading, release.published or datetime.now(UTC))
    if as_json:
        from flows.store.codec import to_json

        told = [{"kind": change.kind, "reason": change.reason} for change in changes]
        data = {"release": to_json(release), "reading": to_json(reading), "changes": told}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _show(release, reading)
        _compared(changes)


def _release(what: str, settings: Settings) -> Release:
    from flows.child import Children
    from parsers.release import read_release, release_from_text

    if what.startswith(("http://", "https://")):
        capture = asyncio.run(_fetch(what, settings))
    else:
        capture = _file(what)
        if capture.media_type == "text/plain":
            return release_from_text(capture.body.decode("utf-8", "replace"), url=capture.url)
    with Children(most=1) as children:
        return children.run(read_release, capture)


async def _fetch(url: str, settings: Settings) -> Capture:
    from flows.fetch import PAGE, Fetcher
    from flows.watch import policy

    async with Fetcher(policy(settings)) as fetcher:
        return await fetcher.fetch(url, accept=PAGE)


def _file(name: str) -> Capture:
    from flows.errors import OutlayError
    from parsers.types import Capture

    try:
        body = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise OutlayError(name, f"cannot be read: {error.strerror}; give an http(s) address or a file") from error
    kind = mimetypes.guess_type(name)[0] or ("text/html" if b"<html" in body[:2000].lower() else "text/plain")
    url = "" if name == "-" else Path(name).resolve().as_uri()
    return Capture(url, url, datetime.now(UTC), 200, (), kind, "", body, sha256(body).hexdigest())


def _show(release: Release, reading: Reading) -> None:
    from rich.text import Text

    from flows.show import CONSOLE

    told = (
        f"{release.published:%Y-%m-%d %H:%M} UTC, says the {release.published_by}" if release.published else "undated"
    )
    CONSOLE.print(Text(release.title or "(no title)", style="bold"))
    CONSOLE.print(Text(f"{release.url}  {release.language}  {told}\n", style="dim"))
    CONSOLE.print(_marked(release, reading))
    CONSOLE.print(Text("\nFigures", style="bold"))
    numbered = numbers(reading)
    for figure, number in numbered:
        CONSOLE.print(_figure(figure, number, numbered))
    if not reading.figures:
        CONSOLE.print("  none")
    if reading.doubts:
        CONSOLE.print(Text("\nDoubts: seen, and not read", style="bold"))
        for doubt in reading.doubts:
            CONSOLE.print(Text(f"  {doubt.exact!r} at {doubt.start}: {doubt.reason}"))
    if release.removed:
        CONSOLE.print(Text("\nRemoved from the page", style="bold"))
        for piece in release.removed:
            CONSOLE.print(Text.assemble("  ", (f"{piece.rule}: ", "yellow"), _short(piece.text)))


def _compared(changes: Sequence[Change]) -> None:
    """What each figure of the metrics that alert is, beside what is known."""
    from rich.text import Text

    from flows.show import CONSOLE, change_line

    CONSOLE.print(Text("\nBeside what is known", style="bold"))
    lines = [change_line(change) for change in changes if change.figure.metric in ALERTING]
    for line in lines or [Text("  no figure of a metric that alerts")]:
        CONSOLE.print(line)


def numbers(reading: Reading) -> list[tuple[Figure, int]]:
    """Every mention in the order of the text, numbered; a figure's further mentions count by themselves."""
    every = [other for figure in reading.figures for other in (figure, *figure.also)]
    return [(figure, number) for number, figure in enumerate(sorted(every, key=lambda f: f.mention.start), 1)]


def _marked(release: Release, reading: Reading) -> Text:
    """The text with every figure in colour and its number behind it; furniture that was kept apart is dim."""
    from rich.text import Text

    text, at = Text(), 0
    for figure, number in numbers(reading):
        mention = figure.mention
        text.append(release.text[at : mention.start])
        text.append(mention.exact, "bold green" if figure.metric in ALERTING and figure.standing == "news" else "cyan")
        text.append(f"[{number}]", "dim")
        at = mention.end
    text.append(release.text[at:])
    return text


ALERTING = frozenset({"investment", "funding_raised", "acquisition"})


def _figure(figure: Figure, number: int, numbered: list[tuple[Figure, int]]) -> Text:
    from rich.text import Text

    from flows.show import describe

    notes = [f"{figure.status}, {figure.standing}", f"read by {figure.mention.rule}", *figure.rules]
    if figure.mention.settled_by:
        notes.append(f"currency settled by {figure.mention.settled_by}")
    if figure.prior:
        notes.append(f"{figure.direction or 'before'}: {figure.prior.exact}")
    if figure.also:
        same = [f"[{n}]" for other, n in numbered if any(other is item for item in figure.also)]
        notes.append(f"the same amount as {' '.join(same)}")
    return Text.assemble((f"  [{number}] ", "dim"), describe(figure), (f"\n      {'; '.join(notes)}", "dim"))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 120 else flat[:119].rsplit(" ", 1)[0] + " …"
