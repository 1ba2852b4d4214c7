"""Hostile sources by the hundred. In: a module of cases (`bad_inputs.py`). Out: how each ends, and whether as promised.

    python tests/bench/bench_hostile.py path/to/bad_inputs.py

Feeds (f*) and transports (t*) are served on loopback and polled in one batch by the product's own steps, among sound
sources; what the store says afterwards is judged. Addresses (u*) are fetched one by one. Nothing leaves loopback: the
module's own `no_network` sees to it. The exit status is the number of broken promises. One case needs `zstandard` in
this environment.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from flows import steps
from flows.errors import FetchError, Refused
from flows.store.codec import from_json
from flows.store.engine import Store
from flows.store.migrate import upgrade
from flows.store.schema import entry
from flows.store.sources import SourceRow, all_sources
from flows.watch import due_sources, open_tools
from parsers.types import Entry

import sqlalchemy as sa  # isort: skip

SEEDS = Path(__file__).parents[2] / "seeds"
SOUND = "f17_no_date"  # a case without harm, ten times among the others


@dataclass(frozen=True, slots=True)
class Ended:
    """What the store says of a source after its poll."""

    row: SourceRow
    entries: list[Entry]

    @property
    def failed(self) -> bool:
        return self.row.failures == 1 and bool(self.row.error) and not self.entries

    def have(self, number: int, that: Callable[[Entry], bool] = lambda _: True) -> bool:
        return len(self.entries) == number and all(map(that, self.entries))


Promise = Callable[[Ended], bool]
NOW = datetime.now(UTC).replace(microsecond=0)


def printable(item: Entry) -> bool:
    return all(text.isprintable() for text in (item.title, item.summary, item.url, item.id))


def without(*words: str) -> Promise:
    """None of these words came in; one entry did."""
    return lambda ended: ended.have(1, lambda item: not any(word in repr(item) for word in words))


FEEDS: dict[str, Promise] = {
    "f02_quadratic_blowup": lambda ended: ended.have(1, lambda item: len(item.title) <= 501),
    "f03_xxe_file": without("root:"),
    "f06_xinclude": without("root:"),
    "f08_100k_entries": lambda ended: ended.have(500) and "left out" in ended.row.error,
    "f09_huge_title_10mb": lambda ended: ended.have(1, lambda item: len(item.title) <= 501 and item.title[-1] == "…"),
    "f11_guid_collision": lambda ended: ended.have(2),
    "f12_guid_empty": lambda ended: ended.have(2),
    "f15_future_date": lambda ended: ended.have(
        1, lambda item: item.published is not None and item.published <= NOW + timedelta(hours=24)
    ),
    "f17_no_date": lambda ended: ended.have(1, lambda item: item.published is None),
    "f18_js_links": lambda ended: all(
        item.url == "" or (item.url.startswith("http") and "@" not in item.url) for item in ended.entries
    ),
    "f19_script_title": without("<script", "<img"),
    "f22_template_title": lambda ended: ended.have(1, lambda item: item.title.startswith("{{7*7}} {0.__class__}")),
    "f27_gbk_declared_utf8": lambda ended: ended.have(1, lambda item: item.title == "小米投资100亿元"),
    "f28_utf16_no_bom": lambda ended: ended.failed or ended.have(1),
    "f29_utf7": without("<script"),
    "f31_truncated": lambda ended: len(ended.entries) >= 1 and not ended.row.etag and "cut off" in ended.row.error,
    "f37_html_depth_in_description": lambda ended: (
        ended.have(1, lambda item: "10 billion" in item.content + item.summary) or ended.failed
    ),
    "f38_unclosed_tags_in_desc": lambda ended: ended.have(1) or ended.failed,
    "f44_dup_entry_1000x": lambda ended: ended.have(1),
    "t28_429_retry_after_huge": lambda ended: ended.failed and ended.row.due_at <= NOW + timedelta(hours=24),
    "t31_etag_injection": lambda ended: ended.failed and not ended.row.etag,
    "t35_410_gone": lambda ended: ended.row.state == "gone",
} | dict.fromkeys(
    ("f32_html_instead", "f33_empty_200", "f34_whitespace", "f47_body_is_a_path"), lambda ended: ended.failed
)


def promise(name: str) -> Promise:
    """What a case must come to: a transport fails in words; a feed is read, and what is kept can be printed."""
    if name in FEEDS:
        return FEEDS[name]
    if name.startswith("t"):
        return lambda ended: ended.failed
    return lambda ended: ended.have(1, printable)


def load(path: str) -> Any:
    spec = importlib.util.spec_from_file_location("bad_inputs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bad_inputs"] = module
    spec.loader.exec_module(module)
    return module


def slug(name: str) -> str:
    return name.replace("_", "-").replace("?", "-")


def settle(names: list[str], base: str, folder: Path) -> None:
    """Settings under which the cases are sources."""
    rows = [f'[[source]]\nslug = "{slug(name)}"\nname = "x"\nurl = "{base}/{name}"\n' for name in names]
    (folder / "sources.toml").write_text("\n".join(rows), encoding="utf-8")
    for name in ("companies.toml", "watches.toml", "rates.toml"):
        shutil.copy(SEEDS / name, folder / name)
    os.environ |= {
        "OUTLAY_SEEDS": str(folder), "OUTLAY_DATABASE": f"sqlite:///{folder / 'hostile.db'}",
        "OUTLAY_TRUST_HOSTS": base.removeprefix("http://"),
    }  # fmt: skip


async def poll_all() -> None:
    async with open_tools(NOW) as tools:
        while rows := due_sources(tools, []):
            shared = (tools.world, tools.fetcher, tools.children)
            await steps.poll(*shared, rows, tools.worker, NOW, tools.budget)


def ends(store: Store) -> dict[str, Ended]:
    with store.begin() as connection:
        found: dict[int, list[Entry]] = {}
        for row in connection.execute(sa.select(entry.c.source_id, entry.c.feed_words).order_by(entry.c.id)):
            found.setdefault(row.source_id, []).append(from_json(Entry, row.feed_words))
        return {row.slug: Ended(row, found.get(row.id, [])) for row in all_sources(connection)}


@contextmanager
def served(path: str) -> Iterator[str]:
    """The cases in a process of their own, so that its memory is not taken for ours."""
    server = subprocess.Popen(
        [sys.executable, path, "--serve", "0", "--seconds", "900"], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    try:
        yield f"http://{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def judge_sources(cases: Any, path: str, folder: Path) -> int:
    hostile = [name for name, kind in cases.KIND.items() if kind in ("feed", "transport")]
    names = hostile + [f"{SOUND}?{number}" for number in range(10)]
    with served(path) as base:
        settle(names, base, folder)
        store = Store(os.environ["OUTLAY_DATABASE"])
        upgrade(store)
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
        asyncio.run(poll_all())
        seconds, peak = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    found = ends(store)
    store.close()
    broken = 0
    for name in names:
        ended = found[slug(name)]
        kept = promise(name.partition("?")[0])(ended)
        broken += not kept
        words = ended.row.error or f"{len(ended.entries)} entries"
        print(f"{'kept  ' if kept else 'BROKEN'} {name:32} {words[:110]}")
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{len(names)} sources in {seconds:.0f} s, {peak // 1024} MB more; the largest child took {child // 1024} MB")
    return broken


async def judge_addresses(cases: Any) -> int:
    broken = 0
    async with open_tools(NOW) as tools:
        for name, kind in cases.KIND.items():
            if kind != "url":
                continue
            url = cases.CASES[name]().url
            try:
                await tools.fetcher.fetch(url)
                words, kept = "FETCHED", False
            except FetchError as error:
                words = f"{type(error).__name__}: {error.reason}"
                kept = isinstance(error, Refused) or error.reason.startswith("no such host")
            broken += not kept
            print(f"{'kept  ' if kept else 'BROKEN'} {name:32} {words[:110]}")
    return broken


def main() -> None:
    cases = load(sys.argv[1])
    cases.no_network()
    with tempfile.TemporaryDirectory() as folder:
        broken = judge_sources(cases, sys.argv[1], Path(folder)) + asyncio.run(judge_addresses(cases))
    print(f"{broken} promises broken")
    sys.exit(min(broken, 100))


if __name__ == "__main__":
    main()
