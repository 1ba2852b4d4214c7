"""`outlay sources`: what is polled, and how it fares."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urljoin, urlsplit

import typer

if TYPE_CHECKING:
    from flows.child import Children
    from flows.settings import Settings
    from flows.store.subscriptions import SubscriptionRow
    from parsers.types import Capture, Feed

app = typer.Typer(no_args_is_help=True)
USUAL_PLACES = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml")  # of sites that name no feed
SHOWN = 8  # entries of a feed that `check` and `add` show


@app.command("list")
def list_() -> None:
    """List the sources: when each was last read, when it is due, what is wrong with it."""
    from rich.table import Table
    from rich.text import Text

    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.sources import all_sources, entry_counts
    from flows.store.subscriptions import all_subscriptions
    from flows.world import open_world

    settings = read_settings()
    with open_world(settings) as world, world.store.begin() as connection:
        rows, counts = all_sources(connection), entry_counts(connection)
        subscriptions = all_subscriptions(connection) if settings.push_url else {}
    pushed = ["pushed until"] if subscriptions else []
    table = Table(
        *("source", "state", "last read (UTC)", "due (UTC)", *pushed, "entries", "unread", "trouble"),
        box=None, pad_edge=False,
    )  # fmt: skip
    for row in rows:
        count = counts.get(row.id, {})
        read = f"{row.good_at:%Y-%m-%d %H:%M}" if row.good_at else "never"
        trouble = f"{row.error} ({row.failures} times in a row)" if row.failures > 1 else row.error
        push = [Text(_pushed(subscriptions.get(row.id)))] if subscriptions else []
        table.add_row(row.slug, row.state, read, f"{row.due_at:%m-%d %H:%M}", *push, str(sum(count.values())),
                      str(count.get("unread", 0)), Text(trouble))  # fmt: skip
    CONSOLE.print(table)


def _pushed(subscription: SubscriptionRow | None) -> str:
    """How a source's hub fares; "" for one that has none."""
    if subscription is None:
        return ""
    if subscription.until is None:
        return subscription.error or "asked"
    return f"{subscription.until:%m-%d %H:%M}"


@app.command()
def check(
    what: Annotated[
        str, typer.Argument(metavar="SLUG|URL", help="A source of sources.toml, or any address of a feed or a site.")
    ],
) -> None:
    """Fetch a source and show what would be read. Nothing is stored."""
    from flows.seeds import read_seeds
    from flows.settings import read_settings

    settings = read_settings()
    seed = read_seeds(settings.seeds).source(what)
    url, feed = _find(seed.url if seed else what, settings, seed.selector if seed and seed.kind == "list" else "")
    _show(url, feed)


@app.command()
def add(
    address: Annotated[str, typer.Argument(metavar="URL", help="A feed, or a site whose feed is to be found.")],
    slug: Annotated[str, typer.Option(help="Its short name; by default from its host.")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Find a site's feed, show what would be read, and add it to sources.toml."""
    from flows.errors import OutlayError
    from flows.seeds import SLUG, read_seeds
    from flows.settings import read_settings
    from flows.show import CONSOLE

    if slug and not re.fullmatch(SLUG, slug):
        raise OutlayError("--slug", f"{slug!r}: must be lower-case letters, digits and hyphens; nothing was added")
    settings = read_settings()
    url, feed = _find(address, settings)
    _show(url, feed)
    slug = slug or make_slug(url)
    seeds = read_seeds(settings.seeds)
    if known := next((item for item in seeds.sources if item.url == url or item.slug == slug), None):
        raise OutlayError(url, f"is polled already, or its name is taken: see {known.slug!r}, or give another --slug")
    if not yes and not typer.confirm(f"Add it as {slug!r}?"):
        CONSOLE.print("nothing was added")
        raise typer.Exit(1)
    append(settings.seeds / "sources.toml", [(slug, feed.title or slug, url, _code(feed.language))])
    read_seeds(settings.seeds)
    CONSOLE.print(f"[green]✓[/] {slug} is in {settings.seeds / 'sources.toml'}; the next run polls it")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="An OPML file of a feed reader.")],
) -> None:
    """Add the feeds of an OPML file to sources.toml; those that are there already are left alone."""
    from flows.errors import OutlayError
    from flows.opml import read_opml
    from flows.seeds import read_seeds
    from flows.settings import read_settings
    from flows.show import CONSOLE

    settings = read_settings()
    try:
        feeds = read_opml(file.read_bytes(), str(file))
    except OSError as error:
        raise OutlayError(str(file), f"cannot be read: {error.strerror}") from error
    seeds = read_seeds(settings.seeds)
    urls, slugs = {item.url for item in seeds.sources}, {item.slug for item in seeds.sources}
    rows = []
    for title, url in feeds:
        if url in urls:
            continue
        slug = _free(make_slug(url), slugs)
        slugs.add(slug)
        rows.append((slug, title or slug, url, ""))
    append(settings.seeds / "sources.toml", rows)
    CONSOLE.print(
        f"{len(rows)} {'source' if len(rows) == 1 else 'sources'} added, {len(feeds) - len(rows)} were there already"
    )


@app.command()
def export() -> None:
    """Print the sources as OPML."""
    from flows.opml import write_opml
    from flows.seeds import read_seeds
    from flows.settings import read_settings

    typer.echo(write_opml((item.name, item.url) for item in read_seeds(read_settings().seeds).sources), nl=False)


@app.command()
def learnt(
    site: Annotated[str, typer.Argument(help="A host, as example.org.")],
    spare: Annotated[
        str, typer.Option(help="The fingerprint of a block that is no furniture: it is read from now on.")
    ] = "",
) -> None:
    """Show what was learnt to repeat on a site's pages, and is therefore left out; undo what was learnt wrongly."""
    from rich.text import Text

    from flows.settings import read_settings
    from flows.show import CONSOLE
    from flows.store.blocks import learnt_blocks, spare_block
    from flows.world import open_store

    store = open_store(read_settings())
    with store.begin() as connection:
        if spare:
            spare_block(connection, site, spare)
        rows = learnt_blocks(connection, site)
    for print_, text, spared in rows:
        CONSOLE.print(Text(f"{print_}  {'read   ' if spared else 'left out'}  {text}"))
    if not rows:
        CONSOLE.print(f"nothing is known to repeat on {site}")


def _find(address: str, settings: Settings, selector: str = "") -> tuple[str, Feed]:
    """The feed at an address; else the one that the page there names; else one in a place where sites keep theirs.
    Its address, and the feed as read."""
    from flows.child import Children
    from parsers.errors import FeedUnreadable
    from parsers.feed import find_feeds, read_feed, read_list

    capture = asyncio.run(_fetch(address, settings))
    with Children(most=1) as children:
        if selector:
            return address, children.run(read_list, capture, selector)
        try:
            return address, children.run(read_feed, capture)
        except FeedUnreadable as error:
            reason = error.reason
        if named := children.run(find_feeds, capture):
            return named[0][0], children.run(read_feed, asyncio.run(_fetch(named[0][0], settings)))
        if found := _look_around(capture.final_url, settings, children):
            return found
    raise FeedUnreadable(
        address,
        f"{reason}; it names no feed, and none is where feeds usually are. Give the feed's own address, or add the "
        'page to sources.toml with kind = "list" and a selector',
    )


def _look_around(page: str, settings: Settings, children: Children) -> tuple[str, Feed] | None:
    """The first feed in one of the usual places of a page's site."""
    from flows.errors import FetchError
    from parsers.errors import FeedUnreadable
    from parsers.feed import read_feed

    for place in USUAL_PLACES:
        url = urljoin(page, place)
        try:
            return url, children.run(read_feed, asyncio.run(_fetch(url, settings)))
        except (FetchError, FeedUnreadable):
            continue
    return None


async def _fetch(url: str, settings: Settings) -> Capture:
    from flows.fetch import Fetcher
    from flows.watch import policy

    async with Fetcher(policy(settings)) as fetcher:
        return await fetcher.fetch(url)


def _show(url: str, feed: Feed) -> None:
    from rich.text import Text

    from flows.show import CONSOLE

    CONSOLE.print(Text.assemble((feed.title or "(no title)", "bold"), f"  {url}  {len(feed.entries)} entries"))
    if feed.fault:
        CONSOLE.print(Text(f"  broken, but readable: {feed.fault}", style="yellow"))
    for entry in feed.entries[:SHOWN]:
        when = f"{entry.published:%Y-%m-%d %H:%M}" if entry.published else "undated         "
        CONSOLE.print(Text.assemble(("  " + when + "  ", "dim"), entry.title))


def make_slug(url: str) -> str:
    """A short name from an address: "https://www.cnevpost.com/feed/" is "cnevpost"."""
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    return re.sub(r"[^a-z0-9]+", "-", host.rsplit(".", 1)[0]).strip("-") or "source"


def _free(slug: str, taken: set[str]) -> str:
    names = [slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def append(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    """Add (slug, name, address, language) tables to the end of sources.toml; what stands there is not touched."""
    tables = [
        f'\n[[source]]\nslug = "{slug}"\nname = {_quoted(name)}\nurl = {_quoted(url)}\n'
        + (f'language = "{code}"\n' if code else "")
        for slug, name, url, code in rows
    ]
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(tables))


def _code(language: str) -> str:
    """What a feed says of its language ("en-US", "EN") as sources.toml has it; "" where it says none."""
    from flows.seeds import LANGUAGE

    code = language[:2].lower()
    return code if re.fullmatch(LANGUAGE, code) else ""


def _quoted(text: str) -> str:
    """A TOML string: what a feed calls itself is data, whatever signs it is made of."""
    safe = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
