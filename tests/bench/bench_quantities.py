"""How fast quantities are read. In: a text of news (or that of our own stories). Out: MB/s, hostile texts, a peer.

    python tests/bench/bench_quantities.py [TEXT-FILE] [--language en] [--size 400000]

Hostile texts are of the same size as the news and are given as ratios of its time: they cost what their numbers cost.
quantulum3 is timed on the first 4 kB of the same text, where it is installed. Processor times, the best of three.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
HOSTILE = ("1234567890", "1,", "1 ", ",", "$", "US$", "$1 ", "million ", "two hundred and ", "one ", "亿", "百", "元")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", nargs="?", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--size", type=int, default=400_000)
    asked = parser.parse_args()

    began = time.process_time()
    from parsers.quantities import read_quantities  # the import is part of what is measured

    print(f"import {(time.process_time() - began) * 1000:.0f} ms")
    news = _filled(asked.text.read_text(encoding="utf-8") if asked.text else _stories(asked.language), asked.size)
    found = len(read_quantities(news, asked.language)[0])
    seconds = _best(partial(read_quantities, news, asked.language))
    speed = len(news.encode()) / seconds
    print(f"news {speed / 1e6:.2f} MB/s, {found} mentions, {seconds / max(1, found) * 1e6:.0f} us each")
    for piece in HOSTILE:
        hostile = partial(read_quantities, _filled(piece, asked.size), asked.language)
        print(f"  {piece!r:22} {_best(hostile) / seconds:6.2f} x news")
    _peer(news[:4000], speed)


def _stories(language: str) -> str:
    """The releases of our own stories in that language."""
    paths = sorted((ROOT / "tests" / "cases" / "stories").glob("*.toml"))
    stories = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    releases = [release for story in stories for release in story["release"]]
    return "\n".join(release["body"] for release in releases if release.get("lang", "en") == language) + "\n"


def _filled(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def _best(call: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
    return min(times)


def _peer(text: str, ours: float) -> None:
    try:
        from quantulum3 import parser  # type: ignore[import-not-found]
    except ImportError:
        print("quantulum3 is not installed: no peer")
        return
    theirs = len(text.encode()) / _best(partial(parser.parse, text))
    print(f"quantulum3 {theirs / 1e3:.1f} kB/s: ours is {ours / theirs:.0f} x as fast")


if __name__ == "__main__":
    main()
