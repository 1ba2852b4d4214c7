"""robots.txt (RFC 9309). In: an address. Out: nothing, once we may ask it; or Refused.

The rules are read by `read_rules`, a function of text; `Robots` fetches, keeps and obeys them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flows.errors import BadAnswer, Declined, Gone, Refused, Throttled
from parsers.types import Capture

AGENT = "outlay"
MAX_TEXT = 500 * 1024  # characters; the least that RFC 9309 asks a crawler to read
MAX_DELAY = 60.0  # seconds; a longer Crawl-delay would mean "a page an hour", which no newsroom means
MAX_WAIT = 120.0  # seconds that we wait for our turn before we put the page off

_FIELD = re.compile(r"\s{0,20}([A-Za-z-]{1,30})\s{0,20}:\s{0,20}([^#\r\n]{0,2000})")
_SECONDS = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to one agent. A pattern's `*` stands for anything, `$` at its end for the end."""

    patterns: tuple[tuple[str, bool], ...] = ()  # pattern, whether it allows
    delay: float = 0.0  # seconds between two requests

    def allow(self, path: str) -> bool:
        """The longest pattern that matches decides; of two as long, the one that allows."""
        matching = [(len(pattern), allows) for pattern, allows in self.patterns if _matches(pattern, path)]
        return max(matching, default=(0, True))[1]


def read_rules(text: str, agent: str = AGENT) -> Rules:
    """The rules of the groups that name `agent`, else of those for everybody."""
    groups = list(_groups(text[:MAX_TEXT]))
    mine = [fields for agents, fields in groups if agent in agents]
    fields = [one for group in mine or [fields for agents, fields in groups if "*" in agents] for one in group]
    patterns = tuple((_escaped(value), name == "allow") for name, value in fields if name != "crawl-delay" and value)
    delays = [float(value) for name, value in fields if name == "crawl-delay" and _SECONDS.fullmatch(value)]
    return Rules(patterns, min(max(delays, default=0.0), MAX_DELAY))


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Agents (in lower case, without version) and fields of each group. Lines that are neither end no group."""
    agents: set[str] = set()
    fields: list[tuple[str, str]] = []
    for match in map(_FIELD.match, text.splitlines()):
        name, value = (match[1].lower(), match[2].strip()) if match else ("", "")
        if name == "user-agent":
            if fields:
                yield agents, fields
                agents, fields = set(), []
            agents.add(value.lower().partition("/")[0])
        elif name in ("allow", "disallow", "crawl-delay") and agents:
            fields.append((name, value))
    yield agents, fields


def _matches(pattern: str, path: str) -> bool:
    """Greedy from the left, which for `*` alone is exact and takes linear time."""
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    anchored, at = pattern.endswith("$"), len(first)
    for piece in rest[:-1] if anchored else rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not anchored:
        return True
    return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at if rest else at == len(path)


def _escaped(path: str) -> str:
    """Letters beyond ASCII as they stand in an address, so that both are compared alike."""
    return quote(path, safe="/?&=%*$:@!,;+~#()[]'-._")


class Robots:
    """The rules of the hosts that were asked, kept as long as the fetcher that they belong to."""

    def __init__(self, fetch: Callable[..., Awaitable[Capture]]) -> None:
        self._fetch = fetch
        self._rules: dict[str, asyncio.Task[Rules]] = {}
        self._turns: dict[str, float] = {}  # origin -> loop time of the next free turn

    async def admit(self, url: str) -> None:
        """Waits for our turn. Raises Refused where robots.txt forbids the address, Throttled where the turn is far
        off, and Unreachable where robots.txt itself cannot be had: a server that is ill is not asked for pages."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = await self._rules_of(origin)
        if not rules.allow(_escaped(parts.path or "/") + (f"?{parts.query}" if parts.query else "")):
            raise Refused(url, f"{origin}/robots.txt forbids it")
        if rules.delay:
            await self._turn(url, origin, rules.delay)

    async def _rules_of(self, origin: str) -> Rules:
        """Asked once an origin, also when many pages ask at once; a failure is forgotten, so that it is tried again."""
        task = self._rules.get(origin)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = self._rules[origin] = asyncio.create_task(self._read(origin))
        return await asyncio.shield(task)

    async def _read(self, origin: str) -> Rules:
        try:
            capture = await self._fetch(f"{origin}/robots.txt", accept="text/plain, */*;q=0.1", cut=True)
        except (Declined, Gone, BadAnswer):  # RFC 9309, 2.3.1.3: unavailable, so nothing is forbidden
            return Rules()
        return read_rules(capture.body.decode("utf-8", "replace"))

    async def _turn(self, url: str, origin: str, delay: float) -> None:
        now = asyncio.get_running_loop().time()
        turn = max(now, self._turns.get(origin, 0.0))
        if turn - now > MAX_WAIT:
            raise Throttled(url, f"{origin}/robots.txt asks for {delay:g} s between pages", 0, turn - now)
        self._turns[origin] = turn + delay
        await asyncio.sleep(turn - now)
